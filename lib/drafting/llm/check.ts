import type { Clinic } from '../../contract/clinic.ts';
import { findPersonal } from '../../privacy/index.ts';
import { guard } from '../guard.ts';
import { RULE_INFO } from '../rules.ts';
import { simplifiedToTraditional } from '../simplified.ts';
import { TASK_WORDS } from './prompt.ts';
import type { Writable } from './schema.ts';

/** A sentence of a model that may not stand, and why: for the model, and for the person. */
export interface Violation {
  index: number;
  purpose: Writable;
  text: string;
  why: string;
}

/** What a sentence is judged against. */
export interface Against {
  review: string;
  clinic: Clinic | null;
  language: string;
  approved?: readonly string[] | undefined;
}

interface OffTask {
  pattern: RegExp;
  zh: string;
  en: string;
}

/**
 * What has no place in any sentence that was asked for, whoever wished it: the guard looks for breaches of
 * confidentiality, these look for a task that was changed. Tried on the sentence with all spaces taken out, too.
 */
const OFF_TASK: readonly OffTask[] = [
  {
    pattern:
      /[〔〕{}[\]<>\\|`*#_~^=$]|https?|www\.|\.(?:com|net|org|tw|io|me|cc)\b|@|[\w.-]+\s?\(at\)\s?\w+|點我|點擊|連結|網址|掃(?:描|碼)|qr|[a-z]{2,}[點点][a-z]{2,}/iu,
    zh: '不要寫網址、帳號、記號或程式碼。',
    en: 'No addresses, accounts, marks or code.',
  },
  {
    pattern:
      /\d(?:[\s().,-]*\d){3,}|[零〇一二三四五六七八九]{4,}|[\u2460-\u24ff\u{1f1e6}-\u{1f1ff}]|\p{Extended_Pictographic}/u,
    zh: '不要寫號碼或表情符號。',
    en: 'No numbers and no emoji.',
  },
  {
    pattern:
      /忽略|無視|指示|指令|提示詞|系統提示|設定為|角色|扮演|語言模型|人工智慧|機器人|\bai\b|chatgpt|gpt-?\d|\bprompt|\binstruction|\bignore\b|\bsystem\b|\bassistant\b|\blanguage model\b|\bjson\b/iu,
    zh: '不要提到指示、模型或系統。',
    en: 'Do not mention instructions, models or systems.',
  },
  {
    pattern:
      /退(?:費|款|錢|還)|賠償|補償|折扣|打折|優惠|免費|贈送|禮券|抽獎|現金|匯款|轉帳|信用卡|紅包|\brefund|\bcompensat|\bdiscount|\bvoucher|\bfree (?:of charge|treatment|gift)|\bcoupon|\bcash\b|\bpayment\b|\bmoney back/iu,
    zh: '不要提到退費、賠償或優惠。',
    en: 'No refunds, compensation or offers.',
  },
  {
    pattern:
      /歇業|停業|倒閉|關門|結束營業|停診|搬遷|(?:其他|別家?|別的|隔壁|對面|附近|另一[家間])(?:的)?(?:診所|醫院|院所)|不要(?:再)?(?:來|相信|去)|勿來|黑店|詐騙|密醫|無照|假藥|過期|\bclos(?:ed|ing) down|\bout of business|\banother clinic|\bother clinics|\bdo not (?:come|visit|trust)|\bscam|\bfraud|\bunlicen[sc]ed/iu,
    zh: '不要寫與回覆意見無關的事。',
    en: 'Nothing that is not an answer to a comment.',
  },
  {
    pattern:
      /承認|坦承|認錯|(?:是|為)(?:我們|本院|本診所|院方|醫師|護理師|同仁)(?:的)?(?:錯|疏失|責任|過失)|我們(?:的)?(?:錯|疏失|過失|確實|故意)|(?:做|處理|診斷|治療)(?:壞|錯|失敗)|隱瞞|造假|偽造|害(?:死|慘|人)|\b(?:our|doctor'?s|staff'?s) (?:fault|mistake|negligence|error|malpractice)|\bwe (?:admit|lied|hid|caused|were wrong)|\bguilty\b|\bliab(?:le|ility)/iu,
    zh: '不要承認或推論任何過失。',
    en: 'Admit no fault.',
  },
  {
    pattern:
      /投票|選舉|政府|總統|政黨|統一|獨立|色情|性愛|裸|炸彈|殺|死|毒|賭|博弈|股票|投資|加密貨幣|比特幣|貸款|\bvote\b|\belection|\bpresident\b|\bsex|\bbomb|\bkill|\bbitcoin|\bcrypto|\binvest(?:ment|ing)?\b|\bcasino|\bloan\b/iu,
    zh: '不要寫與診所無關的事。',
    en: 'Nothing unrelated to the clinic.',
  },
  {
    pattern:
      /五星|5\s?星|好評|負評|刪(?:除|掉|文)|撤(?:下|回|掉)|下架|檢舉|\bfive.?star|\b5.?star|\bdelete\b|\btake (?:it |this )?down|\bremove (?:your|the|this) review|\brating\b/iu,
    zh: '不要談評分或刪除評論。',
    en: 'Do not speak of ratings or of removing the review.',
  },
  {
    pattern: /[「『“"][^」』”"]{5,}/u,
    zh: '不要引述。',
    en: 'No quotations.',
  },
];

const REFUSING =
  /(?:抱歉|對不起|很遺憾)?[，,]?我(?:無法|不能|沒辦法)(?:協助|提供|完成|回答|處理|滿足|生成|撰寫)|\bI(?:'m| am)? (?:sorry|unable|can(?:not|'t)|won't)\b[^.]{0,40}\b(?:assist|help|comply|provide|write|generate|fulfil)/iu;

export const isRefusal = (text: string): boolean => REFUSING.test(text);

const HAN = /[\u3400-\u9fff]/g;
const KANA = /[\u3040-\u30ff]/;

/** Whether a text is written in the language that was asked for; Simplified Chinese is not Traditional. */
export function isIn(language: string, text: string): boolean {
  const han = text.match(HAN) ?? [];
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  if (/[\uac00-\ud7af\u0e00-\u0e7f\u0400-\u04ff\u0600-\u06ff\u0370-\u03ff]/.test(text)) return false;
  if (language === 'en') return han.length === 0 && latin >= 8 && !KANA.test(text);
  if (language === 'ja') return KANA.test(text);
  const simplified = han.filter((char) => simplifiedToTraditional(char) !== char).length;
  return !KANA.test(text) && han.length >= 4 && han.length * 2 > latin && simplified === 0;
}

const MOST = { han: 90, latin: 320 };

/** Why a sentence may not stand, or null. The guard's rules first, then what only a model would write. */
export function whyNot(text: string, against: Against): string | null {
  const words = against.language === 'zh-TW' ? 'zh' : 'en';
  const { violations } = guard(text, { review: against.review, clinic: against.clinic, approved: against.approved });
  const first = violations[0];
  if (first) return RULE_INFO[first.rule].why[words];
  const folded = text.normalize('NFKC');
  const close = folded.replace(/[\s\u200b-\u200f\u2060\ufeff·．.,，、_-]+/g, '');
  const off = OFF_TASK.find(({ pattern }) => pattern.test(folded) || (HAN_ONLY.test(close) && pattern.test(close)));
  if (off) return off[words];
  if (fromTask(folded)) return words === 'zh' ? '不要寫出任務說明。' : 'Do not write out the task.';
  if (findPersonal(text, null).length > 0) return OFF_TASK[0]?.[words] ?? '';
  const long = text.length > (words === 'zh' ? MOST.han : MOST.latin);
  if (long || (text.match(/[。！？!?]/g)?.length ?? 0) > 1)
    return words === 'zh' ? '每句只能是一個短句。' : 'One short sentence each.';
  return null;
}

/** A run of the task's own words: a model that was made to recite it. */
const RUN = 10;
const TASK = TASK_WORDS.normalize('NFKC');
function fromTask(text: string): boolean {
  for (let at = 0; at + RUN <= text.length; at += 1) {
    const run = text.slice(at, at + RUN);
    if (/[\u4e00-\u9fff]{6}/.test(run) && TASK.includes(run)) return true;
    if (at + 3 * RUN <= text.length && TASK.includes(text.slice(at, at + 3 * RUN))) return true;
  }
  return false;
}

const HAN_ONLY = /[\u3400-\u9fff]/;

/** Whether the allow-list itself knows the sentence: not even a trained judge's word is asked for. */
export const isKnown = (text: string, against: Against): boolean =>
  guard(text, {
    review: against.review,
    clinic: against.clinic,
    approved: against.approved,
    judge: () => 'unsure',
  }).verdict === 'safe';
