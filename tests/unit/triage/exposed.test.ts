import { describe, expect, test } from 'vitest';
import { isFound, type Triage } from '../../../lib/contract/triage.ts';
import { triage } from '../../../lib/triage/index.ts';

/** T13: whose data they are, who is looked for, and what the clinic did itself. */
const read = (text: string, stars: number | null = null): Triage =>
  triage({ text, stars, site: stars === null ? 'ptt' : 'google-maps' });
const exposes = (text: string, stars: number | null = null): boolean =>
  isFound(read(text, stars).risks, 'personal-data');

describe('a number beside the name of a third person', () => {
  test.each([
    '[爆料] 某牙醫粉專貼錯圖 客人資料全露 蔡佩芬 0928-111-333 矯正 繳費明細都看得到',
    '撿到一張藥單 名字曾雅琳 地址高雄市左營區博愛二路88號7樓 這間也太不小心',
    '跑單的客人鄭凱文 0910-555-222 同業看到請注意',
    '賴帳不付的就是他 邱志明 0937-888-999 各位幫忙催',
    '領到別人的報告 上面是羅惠珍 病歷號0034521 膽固醇超高那種',
    '霸凌醫護的家屬就是他 何建國 住台中市北區學士路88號 大家記住',
    '施雅筠 IG @yayun.0415 就那個諮詢師 大家去她底下留言',
    '這個醫師娘的手機 0918-333-444 有事找她',
    '她老公開白色休旅車，ABC-0000，每天停校門旁',
    '推 樓上要電話的 0966-111-222 打爆他',
    '她家住河堤那邊紅色鐵門三樓，車牌ABC-0000，每天七點出門',
  ])('%s', (text) => {
    expect(exposes(text)).toBe(true);
  });

  test('the number itself is marked, also where letters before it fold away', () => {
    const text = '🦷\u200b這個護理師\u200b手機０９７７－８８８－９９９ 打給她 看她還敢不敢';
    const found = read(text).risks.find(({ kind }) => kind === 'personal-data');
    expect(text.slice(found?.start, found?.end)).toContain('９７７');
  });

  test.each([
    '身分證A234567890被櫃台貼在螢幕上 經過的人都看得到',
    '病歷號0451122 麻煩社工室查一下到底誰改的',
    '他們說會打0921-777-888通知我 結果兩週過去',
    '我先生的手機0933-444-555 護理師說打不通根本沒打',
    '報告寄到三重區正義北路22號5樓 被鄰居簽收',
    '卡號4311-8948-6485-3645 櫃台把我的卡拿去後面刷',
    '留了信箱 kiki0101@gmail.com 之後每天收到療程廣告',
    '櫃台要我留住址 中和區景新街10號 說要寄生日卡 結果寄廣告',
    '護理師一直念我身分證B123456780 我說小聲一點她還念',
    '院長說有問題打他助理 電話0912-888-777 從來沒接過',
    '我媽林秀枝 身分證F224466881 掛號掛到別人 害她白等',
    '藥袋寫錯名字 我是林美華 病歷號0099887 寫成林美花',
    '林小姐請你回電 0912-000-999 退費到底處理到哪了',
    '車牌ABC-5678 擋住診所出入口 櫃台廣播了也沒人來移',
  ])('the writer’s own: %s', (text) => {
    expect(exposes(text, 1)).toBe(false);
    expect(read(text, 1).personal.length).toBeGreaterThan(0);
  });

  test.each([
    '0955123123 陳小姐 說是診所客服 叫我去ATM操作 大家小心',
    '有個Line abc0099自稱林醫師要我匯訂金 診所說不認識',
    '收到簡訊0906-111-222說是林醫師助理 要我補繳訂金 明顯是詐騙',
    '徵跟診助理 薪優 意者請洽黃小姐 0922-333-444',
    '林醫師搬到板橋了 地址文化路一段100號 要找他看的可以去',
  ])('a caller of whom is warned, a notice, a place: %s', (text) => {
    expect(exposes(text)).toBe(false);
  });
});

describe('a named person’s illness', () => {
  test.each([
    '里長轉知 吳進財 肺腺癌三期 目前在榮總化療 請鄰居多關心',
    '我們系上的林宜庭有憂鬱症啦 上週還去身心科拿藥',
    '告訴你們 隔壁班的謝宗翰得菜花 我在診所打工看到他的',
    '楊小姐妳來隆乳還欠三萬 再不出面就公布照片',
    '我國中同學許育誠去那間戒毒啦 笑死',
  ])('%s', (text) => {
    const { risks } = read(text);
    expect(isFound(risks, 'personal-data')).toBe(true);
    expect(isFound(risks, 'own-health')).toBe(false);
  });

  test.each([
    '感謝王小明醫師幫我媽開刀 乳癌二期恢復得很好',
    '推薦張大同 隆鼻做得很自然',
    '我太太陳美惠 子宮肌瘤在這開刀 感謝團隊',
    '黃小姐說我有憂鬱症 我根本沒有',
    '王醫師 糖尿病看得很爛 藥都不調',
    '我叫陳小美 有糖尿病三年 想問這間',
    '[新聞] 男星王力宏 罹癌住院 醫師這樣說',
  ])('not: %s', (text) => {
    expect(exposes(text)).toBe(false);
  });
});

describe('a trail to somebody’s door', () => {
  test.each([
    '推 那個櫃台叫周怡君 住蘆洲 讀致理的',
    '→ 副院長張○傑 住七期 女兒念明道 騎哈雷',
    '跟診那位林佩儀 27歲 彰化人 男友在竹科 開特斯拉',
    '李泓志醫師前妻在台大當護理長 女兒念薇閣 他自己住天母',
    '櫃台那個小潔 住板橋 下班騎紅色gogoro 想找她的去',
    '她先生在市府交通局 兒子讀敦化國中二年級 我們家小孩同校',
    '住三峽學成路的陳小姐 妳欠診所的錢要不要還',
    '最近很紅那位簡岱禾 幫大家整理一下\n1. 學歷：國外念的\n2. 家住霧里區星砂路\n3. 他妹妹在網拍賣童裝',
  ])('%s', (text) => {
    expect(exposes(text)).toBe(true);
  });

  test.each([
    ['院長住高雄 每週來台北看診 很辛苦', 5],
    ['醫師說他女兒也念國小 很會跟小孩聊', 5],
    ['林怡君醫師台大畢業 之前在長庚 很有耐心', 5],
    ['謝謝蔡佩君護理師 她住很遠還特地留下來', 5],
    ['我住新莊 小孩念光華國小 走路就到', 4],
    ['我公司在內湖瑞光路 中午過來看很方便 但等太久', 2],
    ['李醫師開刀很久 老公在外面等五小時 沒人說明', 1],
  ] as const)('not: %s', (text, stars) => {
    expect(exposes(text, stars)).toBe(false);
  });
});

describe('somebody asked for or offered', () => {
  test.each([
    '推 誰有那個實習生的IG 想看本人',
    '→ 求女病人臉書',
    '推 有人知道那個被偷拍的女生是誰嗎 求名字',
    '誰認識照片裡這個男的 幫忙分享找到他',
    '誰有這位奧客的照片 幫忙指認',
    '我手上有整份會員名單 姓名電話身分證都在 想看的密我',
    '那天候診的人電話我都抄下來了 要的私訊',
    '推 她全名我查到了 等等貼推文',
    '把他正臉貼出來啊 怕什麼 讓大家認識一下',
    '我知道院長住哪棟 私',
  ])('%s', (text) => {
    const { risks, forms } = read(text);
    expect(isFound(risks, 'personal-data')).toBe(true);
    expect(forms).toContain('肉搜起底');
  });

  test.each([
    '推 求價格 求站內信',
    '推 求醫生姓名 站內信',
    '推 可以站內我嗎 想知道是哪家',
    '請問店家在哪 求地址',
    '想知道電話 要預約',
    '徵牙助兩名 月休八天 供餐 請私訊粉專或站內信',
    '[徵才] 牙醫診所徵櫃台 待遇面議 有興趣請站內信',
    '有人認識好的牙醫嗎 求推薦',
    '有沒有人知道那位護理師的名字 想寫感謝信',
    '誰知道那個打針的護士姓什麼？想送面錦旗',
    '我要客訴 那個櫃台叫什麼名字 有人知道嗎',
    '大家認真參考 真的普通',
  ])('not: %s', (text) => {
    expect(read(text).risks.map(({ kind }) => kind)).not.toContain('personal-data');
  });
});

describe('what the clinic told of the writer is a breach of its own', () => {
  test.each([
    '我的療程對比照沒打碼被放在他們粉專，朋友截圖給我看我才曉得',
    '檢驗報告直接傳給我老闆 我得什麼病全公司都知道',
    '業者回應把我看診日期跟病名都公開',
    '診所小編回我評論的時候直接寫出我做了什麼療程 這樣可以嗎',
    '護士打去我公司跟同事說我要做性病檢查',
    '打到家裡跟我婆婆說我吃避孕藥 有沒有職業道德',
  ])('%s', (text) => {
    const { accusation, risks, next } = read(text, 1);
    expect(accusation).toBe('specific');
    expect(isFound(risks, 'accusation')).toBe(true);
    expect(isFound(risks, 'personal-data')).toBe(false);
    expect(next).not.toContain('向平台檢舉：個人資訊');
  });

  test.each([
    '我把檢查報告傳給我老公看，他說還好',
    '診所回覆說已經更正我的掛號，很快',
    '打電話到公司找不到我 就改打手機',
  ])('not: %s', (text) => {
    expect(read(text, 3).accusation).toBe('none');
  });
});
