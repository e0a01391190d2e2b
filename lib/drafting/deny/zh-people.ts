// Whom a reply may speak of, for the expressions of several rules.

export const SURNAME =
  '陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓馬阮董唐藍蔣石古紀姚馮歐程連尤巫姜湯汪白田鄒涂龔嚴韓袁金童陸夏柳凃邵錢伍倪溫于譚駱熊任甘秦顧毛章史官萬俞雷粘饒';

export const STAFF = '(?:醫師|醫生|護理師|護士|櫃台|同仁|同事|人員|助理|諮詢師|藥師|治療師|員工|小姐)';

/** 「小美」, 「阿玲」; not 「小編」, 「小心」 or 「阿姨」. */
export const NICKNAME =
  '(?:小(?![朋孩編時組姐弟妹兒店診額心聲事細禮物幫數學區型量巷吃問提地部步規字睡便卡黑瘡手狗貓寶幅隊腿臉週天點故題改腸腫感誤疏瑕毛失缺偏不的小護冊海盒單紙張牌白資零糖家格窗夜班黃團])[\\u4e00-\\u9fff]|阿(?![姨嬤公伯婆爸媽彌里斯])[\\u4e00-\\u9fff])';

/** Children, old people and animals that somebody brings along; 「護理師姐姐」 is none. */
export const KIN =
  '(?:小朋友|小孩|孩子|寶貝|寶寶|弟弟|妹妹|(?<![師士台])(?:哥哥|姊姊|姐姐)|兒子|女兒|毛孩|狗狗|貓咪|長輩|阿嬤|阿公|爺爺|奶奶)';
