/** Where a disease is named and nobody has it: said in anger, as food, asked for or put up on a sign. */

/** So far before and behind a term what stands there may tell. */
const [BEFORE, BEHIND] = [26, 16];

/** 「等到我高血壓」「態度差到我快得憂鬱症」: how something was, told by what one gets of it. */
const DEGREE =
  /(?:等|高|貴|氣|嚇|吵|煩|累|差|臭|兇|凶|爛|慢|久|熱|冷|髒|念|唸|笑|急|慌|久坐|嘔)到(?:我們?|人家?|大家|整個人|客人|病人)?(?:真的)?(?:都|快|就)?(?:要|會|快)?(?:得|有|變|被搞成)?$/;
/** 「我快得憂鬱症」「都要骨質疏鬆了」「差點中風」 */
const NEARLY = /(?:快要?|差一?點|都要|都會|遲早|早晚)(?:要|會|被[^，。！？\s]{0,6})?(?:得到?|變|有)$|都要$/;
/** 「心臟病都要發了」「高血壓快飆出來」 */
const BREAKS_OUT = /^(?:真的)?(?:都|快|就)?(?:要|快)(?:被[^，。！？\s]{1,6})?(?:發|犯|復發|飆|噴|出來|跑出來)/;
/** 「你們是有躁鬱症吧」「你們是不是失智」; 「護理師是不是有躁鬱症」, but 「問你是不是有憂鬱症」. */
const ABUSE =
  /(?:(?:你們|妳們|貴院|貴診所|(?<![問說講罵:：「])[你妳])(?:都|根本|到底|真的|全都?)?(?:是不是|該不會|八成|大概|肯定|是)?|(?:護理師|護士|醫師|醫生|院長|櫃[台檯]|小姐|店員|員工)們?(?:都|根本|到底)?(?:是不是|該不會|八成))(?:都|全)?(?:有|得了?|患有?)?$/;
const ABUSE_ENDS = /^(?:了|的)?(?:吧|嗎|嘛|喔|哦|噢|啊|啦|\?|？|$|[，。！!\s])/;
const OF_THE_MIND =
  /憂鬱|躁鬱|鬱症|躁症|失智|阿茲海默|精神|思覺|人格|過動|ADHD|自閉|亞斯|妥瑞|強迫|恐慌|焦慮|更年期|癡呆|幻聽|失語|耳聾|重聽/i;

/** 「隔壁自助餐的菜花」 */
const FOOD_BEFORE =
  /(?:吃|炒|煮|滷|燙|烤|炸|配|點|買|便當|自助餐|小吃|餐廳|火鍋|熱炒|菜色|青菜|蔬菜|市場|飯|麵|一盤|花椰菜|胡蘿蔔|高麗菜)(?:了|到|的|裡|有|跟|和|、|\s){0,3}$/;
const FOOD_AFTER = /^(?:很|好|超|真的?|太)?(?:好吃|難吃|新鮮|便宜|煮|炒|飯|便當|沙拉|米|椰|一份|一盤|配飯)/;

/** 「請問你們有看糖尿病或甲狀腺嗎」「這間有做胃鏡跟大腸鏡嗎」: what is treated there. */
const ASKED_BEFORE =
  /(?:請問|想問|你們|妳們|貴院|貴診所|這[間家裡邊]|那[間家裡邊]|哪[間家裡]|診所|醫院|有沒有)[^，。！？\n我他她]{0,6}(?:看|做|治療?|處理|檢查|打|照|驗)[^，。！？….\n我他她告疑說出得到]{0,12}$/;
const ASKED_AFTER = /^[^，。！….\s我他她]{0,12}(?:嗎|\?|？|呢)/;
/** Where that is asked before, no word need ask behind it. */
const ASKS = /請問|想問|有沒有/;
const ENDS = /^[^，。！….\s我他她]{0,6}$/;
/** 「招牌寫 糖尿病 高血壓 痛風都有看」 */
const SIGN =
  /(?:看板|招牌|海報|官網|網站|網頁|廣告|傳單|布條|跑馬燈|門口|牆上|診療項目|服務項目|看診項目|主打)[^。！？\n我他她媽爸]{0,20}$/;
const TREATED =
  /^[^。！？\n我他她媽爸]{0,10}(?:(?:都有?看|也有?看)(?![得到不見])|有在看|都能看|都可以看|都會看|都有做)/;

/** True where the disease or procedure at [start, end) is nobody's. */
export function isNobodys(text: string, start: number, end: number, disease: boolean): boolean {
  const near = text.slice(Math.max(0, start - BEFORE), start);
  const next = text.slice(end, end + BEHIND);
  if (disease) {
    if (BREAKS_OUT.test(next) || (!next.startsWith('發作') && (DEGREE.test(near) || NEARLY.test(near)))) return true;
    const word = text.slice(start, end);
    // 「讓人快憂鬱症」
    if (OF_THE_MIND.test(word) && near.endsWith('快')) return true;
    if (OF_THE_MIND.test(word) && ABUSE.test(near) && ABUSE_ENDS.test(next)) return true;
    if (word === '菜花' && (FOOD_BEFORE.test(near) || FOOD_AFTER.test(next))) return true;
  }
  return (
    SIGN.test(near) ||
    TREATED.test(next) ||
    (ASKED_BEFORE.test(near) && (ASKED_AFTER.test(next) || (ASKS.test(near) && ENDS.test(next))))
  );
}
