import type { Family } from '../matcher.ts';

/**
 * Cue words: they say nothing by themselves, and only call for a look at the sentence around them
 * (`rules/*.ts`). Tags without a colon, so that they hide none of the words of claims and abuse.
 */
export const CUE_WORDS: readonly Family[] = [
  {
    tag: 'crime-cue',
    terms: `執照 牌照 文憑 醫師證 證書 獸醫 白袍 白衣 不是醫師 不是醫生 沒有醫師 沒有醫生 推藥 推麻藥 打麻藥 {護理師,護士,助理}{打,下,上,給}麻醉 下麻醉 拉線 埋線 判讀 複判 自稱 健保卡 健保點數 點數 健康存摺 多刷 多扣 刷卡機 帳單 明細 報價 說好 躺上去 劃開 做到一半 點到一半 失智 獨居 印章 蓋章 簽的 簽了 推銷 押金 訂金 保證金 儲值 信貸 身分證 身份證 簽名 塗改 重貼 撕掉 補上去 掉包 調包 條碼 標籤 代碼 針孔 鏡頭 小黑洞 攝影機 上衣 浴巾 脫光 全脫 手放 手就 手肘 支開 和解 三圍 陪酒 陪睡 瘀青 沙包 摻 不明零件 原廠 試劑 大陸貨 仿 山寨 內裡 收據 發票 診斷書 診斷證明 證明 代替 冒充 頂替 麻醉醫師 麻醉科 麻醉是 麻藥是 好牙 拿去賣 賣給 外流 夏威夷 出國 穿白`,
  },
  {
    tag: 'fake-cue',
    terms: `五星 好評 代操 代寫 代刷 優化 一則 每則 沒去過 沒來過 沒看過 沒用過 路過 聲援 出氣 自推 自己開版 自己推 自己發文 別去這 不要去這 千萬別去 一踏進 新篇章 由衷推薦 撐起健康 卓越的醫術`,
  },
  {
    tag: 'credit-cue',
    terms: `薪水 薪資 討薪 房租 租金 貨款 廠商 垃圾費 水電 加班費 沒付 付不出 法拍 查封 催繳 假扣押 強制執行 頂讓 收攤 撐不住 撐不過 停約 暫停健保 停特約 停用 空號 人去樓空 年費 走路矣 攏提去 用掉 用一用 用完 收起來 賣掉 倒了 沒繳 繳不出 封條 討債 要債 催債 一間一間 撐不到`,
  },
  {
    tag: 'private-cue',
    terms: `搞在一起 {跟,和,與,靠}{他,她,護理師,病人,院長,業務,醫師}睡 睡覺才 睡過 同進同出 交往 上摩鐵 一腿 外面有 外面養 另外養 小老婆 任老婆 任太太 一年換 分居 離過 靠跟 離過婚 離婚 抓姦 太太抓 老婆抓 同床異夢 養小 賭 跋 表妹 乾妹妹 乾女兒 岳父 靠老婆 綠帽`,
  },
  {
    tag: 'danger-cue',
    terms: `腸病毒 流感 新冠 確診 諾羅 肺結核 結核 麻疹 猴痘 登革熱 傳染病 水質 消毒水 發燒 高燒 發抖 中毒 感染 轉傳 轉來 快轉 速轉 分享出去 分享給家人 緊急 不要講 壓下來 沒通報`,
  },
  {
    tag: 'crisis-cue',
    terms: `活著 不下去 今晚 我走了 我死了 我不在了 會去死 不如去死 結束吧 結束一切 忘了我 忘記我 把我忘了 帳號不會 勸我 救我 解決自己 解決我 撐不到 {孩子,孩子們,小孩,我媽,毛孩}{,就}{拜託,麻煩,交給} 說對不起`,
  },
  {
    tag: 'ex-staff',
    terms: `{我是,身為}{離職,前}{員工,護理師,護士,助理,櫃台,櫃檯,醫師,牙助,行政}`,
  },
  {
    tag: 'recording',
    terms: `{影片,照片,畫面}{傳到,傳給,傳去,放到,放上,放在,貼在,貼上,貼到,po到,po在,po上,外流,被傳,被放,被貼}`,
  },
  {
    // The turns of an essay that a language model writes; of real posts nobody can know (platform.ts).
    tag: 'template',
    terms: `身為一名 作為一個 身為一個 身為注重 如實反映 如實呈現 客觀分享 在此分享 令人遺憾 不禁讓人 亟待 有待加強 有待改善 有待提升 提升空間 難以建立信任 整體體驗 綜合以上 綜合而言 綜觀 值得肯定 美中不足 相較之下 專業素養 人文關懷 建議有需求 供大家參考 供有需要 對您有幫助 不容忽視 不可否認 與此同時 值得一提 希望院方能 期待未來 from_the_moment as_someone_who truly_values honest_experience honest_feedback honest_review additionally unfortunately overall left_much_to_be_desired fell_short lack_of_professionalism lack_of_empathy demonstrated potential_patients strongly_advise i_would_urge thoroughly delve`,
  },
];
