import type { Family } from '../matcher.ts';

/**
 * Cue words of what is grave and told without its word: a death, a mishap of care, a danger at this very hour (`rules/grave-*.ts`,
 * `emergency.ts`), a vow of violence, a leer, a life that is given up (`vows.ts`, `leers.ts`, `crisis.ts`). They say nothing by themselves, and the model does not see them.
 */
export const GRAVE_CUES: readonly Family[] = [
  {
    tag: 'gone-cue',
    terms: `走了 走掉 走的 離開了 離開人 {沒,沒有,沒再,沒有再,再也沒}{醒,出來,回來,下床,下過床,睜} dnr 放棄急救 白布 太平間 地下室推 {只,僅,才}活了 {當,去當,變}{神仙,天使} 後事 never_{walked,walk,came,come,woke} didn't_{walk,come}_out stopped_breathing 鴨蛋 牌位 在塔裡 清明 忌日 百日 {冷,涼,硬}了 送走 推車 {推,抬,抱,冰}出來 沒了 心跳 到沒命`,
  },
  {
    tag: 'mishap-cue',
    terms: `
    壞死 失明 {看不,只看得}{見,到,清} 發黑 變黑 黑掉 潰爛 爛掉 麻木 {截,截掉}{了,肢} 受損 穿孔 骨折 脫臼 燙傷 燒傷 灼傷 起水泡 水泡 敗血 蜂窩 氣胸 休克 {臉,嘴}歪 見骨 裂開 昏迷 {神經,韌帶,肌腱}{斷,被} 清創
    {摔,跌,掉,滾,滑}{下,落} {開,打,給,拿,抱,拔,輸,驗,餵,做}{錯,成別,成大人,成成人,到別人,到隔壁,成另,成左,成右} {剪,割,切,刺,戳,扎,鑽,弄,喬,壓}{到,斷,破,傷,壞,裂} {不會,不能}動 沒感覺 沒有感覺 沒力 張不開 閉不起來 合不起來 瞎掉 瞎了 到{瞎,癱} 癱 中風 {推,按,打,做,拔,刀}到住院 起火 錯邊 錯了邊 紗布 接錯 眼罩 護目鏡 差點 差一點 用過的 左右標 喝了酒 喝完酒 喝醉 酒味 酒氣 wrong_{dose,drug,medication,medicine,tooth,side,leg,eye,knee,patient} left_{a,the} 忘在 留在 遺留 斷在 卡在 說成 看成 當成`,
  },
  {
    tag: 'now-cue',
    terms: `
    胸痛 冒冷汗 {喘不,吸不}{過氣,到氣} 呼吸困難 呼吸{有點,很,好,變,越來越}{困難,急,喘} 很喘 好喘 {叫,搖}不{醒,太醒} 血氧 昏倒 昏過去 {倒,暈}{下去,在} 抽搐 {流血,血流,血一直}{不止,流} 吐血 意識 發紫 {臉,嘴,嘴唇}{都,}{黑,紫} 沒有呼吸 沒呼吸 誤吞 喉嚨{緊,腫,卡,好緊} {嘴巴,臉,嘴唇,眼睛,全身}{腫,起疹,起紅疹} 起疹 紅疹 站不起來 痰{塞,卡} 點滴漏 嗆到 睜不開 大舌頭 救命 快來人`,
  },
  {
    tag: 'vow-cue',
    terms: `
    {帶,叫,找}{幾個,一群,一票,一些,兩個,三個}{兄弟,人,小弟,朋友} 帶兄弟 帶小弟 帶人 全家 一家人 一樣的病 同樣的病 一樣的事 同樣的事 報應 怪病 絕症 汽油 瓦斯 煤油 一個一個 一個個 逼死我 害死我 弄死我 推倒 踹倒 刮花 劃花 潑漆 認得 記住 小心{一點,點} {可以,好,再}{失去,輸} 失去的 一無所有 光腳 爛命`,
  },
  {
    tag: 'leer-cue',
    terms: `風景 視野 春光 養眼 一覽無遺 接客 援交 賣身 陪酒 坐檯 站壁 讓{他,她}撿 腿{超,好,真,太}{美,長,辣} 帶回家 帶{他,她}回家 酒店 想被{他,她} {師,生,理,士,醫}我可以`,
  },
  {
    tag: 'crisis-cue',
    terms: `沒死成 死不成 沒死掉 用不到了 用不著了 起床的理由 活著的理由 活下去的理由 刀痕 割痕 {我就,就,又}割了 {壓,悶}下去`,
  },
];
