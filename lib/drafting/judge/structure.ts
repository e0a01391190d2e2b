import { strayedEnglish } from '../allow/en.ts';
import { strayedChinese } from '../allow/zh.ts';
import type { ReviewWords } from '../echo.ts';
import { namesCondition, namesTreatment } from '../medical.ts';

/**
 * What a sentence is built like, whatever it is about: who is spoken of, whether it tells of something past, whether
 * it speaks of everyone. Each is a yes or no; the fitted weights say what it is worth (scripts/train/judge.ts).
 */
const MARKS: readonly RegExp[] = [
  // to whom, of whom
  /[您你妳]/,
  /[您你妳]的(?!意見|建議|回饋|留言|評論|指教|提醒|鼓勵|肯定|支持|反映|反饋|想法|心情|感受|文字|來信|疑問|好評|評價|分享|寶貴|聲音|關心|心意)/,
  /[您你妳](?:在|於|來|到|有|說|提|做|看|打|吃|住|當|那|這|之前|先前|上次)/,
  /(?:幫|替|給|為|請|跟|向|對|陪|讓)[您你妳]/,
  /他|她|牠|這位|那位|該名|該員|那個人|有些人|有的人|某些|這種人|的人/,
  /先生|小姐|女士|太太|媽媽|爸爸|阿嬤|阿公|奶奶|爺爺|長輩|老人家|寶寶|孩子|小朋友|小孩|毛孩|狗|貓|家屬|家人|家長/,
  /^(?:我們|本院|本診所|本所|院方|敝院|診所)|,(?:我們|本院|本診所|本所)/,
  /醫師|護理師|醫生|主任|院長|櫃台|同仁|助理|治療師|藥師|人員|諮詢師/,
  // when
  /當[天日時晚下]|那[天時晚次陣段]|這[次趟]|上次|之前|先前|剛剛|剛才|昨[天日晚]|前[天日晚]|今[天早]|後來|事後|一開始|隔天|第[一二三四五六]次/,
  /了(?!解|然|無|不)/,
  /(?<![經不難超])過(?!程|敏|度|去|於|後|年|期|來)/,
  /已經|早就|早已|都已|業已|已(?!於|公告|轉|收|將|反映|請)/,
  /是[^,。]{1,12}的[,。!]?$|是[^,。]{1,10}的(?:,|。)/,
  /本來|原本|原先|一向|向來|從來|始終/,
  /才(?!能|可|會|好)/,
  /起來|下去|出來|回去|完成|做完|結束/,
  // how it is turned
  /其實|事實上|只是|不過|畢竟|難免|倒是|明明|反而|可惜|當然|而已|罷了/,
  /應該|可能|恐怕|想必|大概|似乎|好像|看來|或許/,
  /比較|偏|容易|難度|明顯|特別|太/,
  /沒有|並未|並沒|未曾|從未|並無|查無|不曾|並不|並非|不是|沒(?!問題)/,
  /記得|印象|知道|清楚|同意|簽|拒絕|堅持|要求|答應|承認/,
  // general, conditional, open
  /若|如果|如有|如需|假如|倘若|萬一|只要|有需要/,
  /任何|每個人|人人|每位|每一位|民眾|各位|大家|所有|不論|無論|誰/,
  /一般|原則|通常|依規定|依法|因人而異|而異|規範|規定|標準|政策|制度/,
  /均|皆|都(?:會|可|能|有|是|需|要)/,
  /會|將/,
  /可以|可於|可至|可在|可向|可|能夠/,
  /需|須|應|必須/,
  /歡迎|敬請|請(?!了)/,
  /無法|不便|不能|不會|恕|不在這|不宜|不得/,
  /謝謝|感謝|感恩|多謝/,
  /抱歉|歉意|遺憾|難過|不捨|心疼|理解|懂|體會|明白/,
  /意見|建議|回饋|留言|評論|文字|指教|提醒|反映|反饋|鼓勵|肯定|好評|分享|看到|讀/,
  /改善|檢討|調整|加強|努力|精進|改進|訓練|研議|規劃|宣導|優化|增設/,
  /保密|隱私|個資|個人資料/,
  /電話|專線|信箱|來電|來信|聯繫|聯絡|官網|網站|公告|張貼|分機|櫃台|服務台/,
  /祝|平安|順心|健康/,
  // of what
  /[0-9一二三四五六七八九十兩百千半]+(?:點|分|元|塊|顆|支|針|劑|cc|公分|度|次|週|天|個月|年|歲|號|位)/,
  /[0-9]/,
  /星|刪|撤|改成|下架|評價/,
  /錢|費|付|收據|訂金|尾款|折|優惠|免費|價|退/,
  /病|痛|藥|牙|傷口|疤|針|手術|療程|檢查|治療|報告|數值|指數|膚|體質|恢復|腫|血|骨|症/,
  /紀錄|記錄|監視|錄影|畫面|病歷|系統|後台|查|翻|調閱|比對|核對/,
  /離職|懲處|記過|調離|考績|處分|約談/,
  /提告|法律|律師|刑責|誹謗|告訴|追訴|法務|蒐證/,
  /最|第一|唯一|獨家|保證|一定|絕對|百分/,
];
const ENGLISH_MARKS: readonly RegExp[] = [
  /\byou(?:r|rs)?\b/,
  /\b(?:was|were|had|did|been|came|went|took|gave|told|said|asked|left|paid|got|made)\b|\b\w{3,}ed\b/,
  /\b(?:we|our|us)\b/,
  /\b(?:he|she|his|her|him|they|their|that|those)\b/,
  /\b(?:any|every|all|anyone|everyone|always|usually|generally|policy|no one|nobody)\b/,
  /\b(?:if|whether|may|can|would|could|should|will|please|welcome)\b/,
  /\b(?:thank|thanks|sorry|appreciate|glad|grateful)\b/,
  /\b(?:cannot|can't|don't|never|not|unable)\b/,
];

export const MARK_COUNT = MARKS.length + ENGLISH_MARKS.length + 9;

const HAN = /[\u3400-\u9fff]/;
const LATIN = /[a-z]/;

/**
 * Which of the marks the normalised sentence bears, then: names an illness, names a treatment, says back the review's
 * words (once, often), is short, how long it is, and how far it strays from the words known to be harmless.
 */
export function structure(sentence: string, review: ReviewWords | null): number[] {
  const tried = (marks: readonly RegExp[]): number[] => marks.map((mark) => (mark.test(sentence) ? 1 : 0));
  const english = LATIN.test(sentence) ? tried(ENGLISH_MARKS) : ENGLISH_MARKS.map(() => 0);
  const marks = [...tried(MARKS), ...english];
  marks.push(namesCondition(sentence) ? 1 : 0, namesTreatment(sentence) ? 1 : 0);
  let shared = 0;
  if (review) {
    for (let i = 0; i + 4 <= sentence.length; i += 1) if (review.runs.has(sentence.slice(i, i + 4))) shared += 1;
  }
  const letters = sentence.match(/[\u3400-\u9fffa-z]/g)?.length ?? 0;
  const strayed = HAN.test(sentence) ? strayedChinese(sentence) : strayedEnglish(sentence);
  marks.push(shared > 0 ? 1 : 0, shared > 3 ? 1 : 0, sentence.length < 12 ? 1 : 0, Math.min(sentence.length, 80) / 80);
  marks.push(strayed / Math.max(1, letters), strayed === 0 ? 1 : 0, Math.min(strayed, 20) / 20);
  return marks;
}
