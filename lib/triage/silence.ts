import { isFound, isStalking, type PersonalType, type Triage } from '../contract/triage.ts';
import { Sought } from './needs.ts';
import { isStory } from './threat/play.ts';

/** Nothing is to be said in public (law reference 3.5); `injury` until a doctor looked. */
type Never = 'self-harm' | 'violence' | 'stalked' | 'recording' | 'minor' | 'legal' | 'sensitive' | 'injury';
/** Not yet: first the data has to come down, or a person to have read it. */
const WAITS = ['exposed', 'grave', 'look', 'unread'] as const;
export type Silence = Never | (typeof WAITS)[number];

/** Only for now: a neutral answer may follow. */
export const isWait = (silence: Silence): boolean => WAITS.some((wait) => wait === silence);

const IMAGE =
  /偷拍|錄影|影片|照片|拍到|畫面|裸|私密|不雅|更衣|術前術後照|雲端|連結|\b(?:photos?|pictures?|videos?|film(?:ed|ing)?|footage|naked|nude)\b|[盜盗]撮|[寫写]真|動[畫画]/i;
const MINOR =
  /小孩|孩子|兒子|女兒|未成年|小朋友|(?:讀|念|唸|就讀|上)(?:國小|國中|高中)|(?:國小|國中|高中)生|幼兒園?(?!教|老師)|寶寶|學生|\b(?:child|kid|son|daughter|minor|baby|student)\b/i;
/** Under way, not only announced: whoever threatens to sue may still be answered, neutrally. */
const PENDING = new Sought(
  /(?:已|已經|正在|剛|昨天|今天)(?:向.{0,8})?(?:提告|提出告訴|提起訴訟|起訴|報案|委任律師|委託律師|聲請調解|申請調解|遞狀|寄(?:出)?存證信函)|(?:提告|起訴|報案|調解|訴訟|官司|開庭|偵查|仲裁)(?:了|中|進行中|審理|階段|程序)|第[一二三四兩]次(?:調解|協調會?|開庭)|(?:調解|協調)(?:不成|破裂|失敗)|(?:調解|協調會?)(?:他們|對方|院方|診所|院長)?(?:都|也)?(?:沒|不|未)(?:來|到|出席)|調解(?:庭|會|委員)|開庭|出庭|法官|判決|偵查庭|傳票|(?:進入|走|跑)(?:司法|法律)程序|案件(?:審理|偵辦)|律師(?:已|正)|存證信函已|\b(?:have|has|already|am) (?:filed|sued|suing|taken (?:them|you) to court)|\b(?:lawsuit|case|trial|mediation|proceedings?) (?:is|are) (?:pending|ongoing|under ?way)|\bmy lawyer (?:has|is)|\bin mediation\b|\bcourt date\b/i,
);
const SENSITIVE = new Sought(
  /愛滋|憂鬱(?:症|的時候|那段)|產後憂鬱|躁鬱|鬱症|思覺失調|恐慌症|焦慮症|強迫症|(?:想死|自殺|輕生|不想活)的(?:那段|日子|那|時候|念頭|時期)|創傷後|厭食症|暴食症|過動症|亞斯伯格|自閉症|精神(?:疾病|病(?![房院])|分裂|官能|狀況(?:不|異常|出)|障礙)|身心症|抗憂鬱|流產|引產|墮胎|人工流產|拿掉(?:小孩|孩子)|死胎|(?<!慢)性病|梅毒|菜花|淋病|披衣菌|酒癮|毒癮|戒癮|うつ病|鬱病|パニック障害|流産|中絶|エイズ/,
);
/** 「快得憂鬱症」「你們有躁鬱症吧」「自助餐的菜花」「愛滋病也收」: nobody has it. */
const NOBODYS =
  /(?:快要?|都要|差一?點|遲早)(?:會|要|被[^，。！？\s]{1,6})?(?:得到?|變|有)?(?:產後憂鬱|憂鬱症|躁鬱症?|鬱症|恐慌症|焦慮症|強迫症|厭食症|精神(?:病|分裂))|[你妳]們(?:都|根本|到底|是不是|全|真的|該不會|八成|大概|是){0,3}(?:有|得了?)?(?:憂鬱症|躁鬱症?|恐慌症|強迫症|過動症|自閉症|精神(?:病|分裂))|(?:吃|炒|煮|配|滷|燙|自助餐|便當|火鍋|青菜|花椰菜|高麗菜)[^，。！？\n]{0,3}菜花|(?:愛滋|性病|精神病|酒癮|毒癮)病?(?:患者?|病人|的人|的)?(?:也|都)(?:敢|能|會|在)?[收看]|菜花(?:很|好|超)?(?:好吃|新鮮|便宜|炒|飯|便當)/g;
/** In capitals or not, which costs a search too much where there are none. */
const SENSITIVE_LATIN = new Sought(
  /hiv|adhd|\b(?:aids|depress(?:ion|ed)|bipolar|schizophreni\w*|panic (?:attack|disorder)s?|anxiety disorder|ptsd|miscarr\w*|abortion|stillb\w*|syphilis|gonorrh\w*|mental (?:illness|health|disorder)|addict\w*)\b/i,
);
/** Going to such a department is a disclosure too, when the writer says it of themselves or their people. */
const DEPARTMENT =
  /(?<![問叫要請]|建議)(?:我|本人|媽|爸|家人|先生|太太|小孩|孩子|兒子|女兒)[^。！？!?\n]{0,12}(?:看|掛|住|轉|到|去|在)(?:了|過)?[^。！？!?\n]{0,6}(?:身心科|精神科|心理諮商|心理師|戒癮)|\bpsychiatr\w*|精神科に|心療[內内]科/i;
/** The same at a glance: most texts name none. */
const DEPARTMENTS = new Sought(/身心科|精神科|心理諮商|心理師|戒癮|psychiatr|心療[內内]科/i);
const SELF =
  /我|本人|自己|媽|爸|母親|父親|家人|先生|太太|老婆|老公|小孩|孩子|兒子|女兒|奶奶|爺爺|阿嬤|阿公|\b(?:i|i'm|my|me)\b|私|母|父/i;

const AT_LAW = new Sought(/[提控被]告|官司|訴訟|調解|起訴|判決|法官|開庭|lawsuit|court|sued|filed|mediation|lawyer/i);

/** Numbers that are one person's only. */
const IDENTIFYING: ReadonlySet<PersonalType> = new Set(['NATIONAL_ID', 'BIRTHDAY', 'MEDICAL_RECORD_NO', 'NHI_CARD_NO']);
const ID_DIGITS = new Sought(/身[分份]證[^。，,]{0,6}\d{4}/);

/** All that has to be said is said early; a text of a megabyte is not read through again. */
const READ = 20_000;

/**
 * Why a text is better left without a public answer, or without one for now; null: it may be answered. `doctorReviewed`:
 * a manager or doctor has looked, so an alleged injury may be answered in neutral words.
 */
export function silenceOf(
  triage: Pick<Triage, 'risks' | 'threat' | 'urgent' | 'sentiment' | 'personal' | 'unread'>,
  text: string,
  doctorReviewed = false,
): Silence | null {
  const { risks } = triage;
  const has = (kind: (typeof risks)[number]['kind']): boolean => risks.some((risk) => risk.kind === kind);
  const said = text.slice(0, READ);
  if (isFound(risks, 'self-harm')) return 'self-harm';
  if (triage.threat === 'violence' || isFound(risks, 'threat-violence')) return 'violence';
  // Any answer brings the writer nearer.
  if (isStalking(risks)) return 'stalked';
  // A sound recording kept as proof is no image.
  if (has('recording') && (IMAGE.test(said) || !/錄音|record/i.test(said))) return 'recording';
  const exposed =
    has('personal-data') || triage.personal.some(({ type }) => IDENTIFYING.has(type)) || ID_DIGITS.in(said);
  if (exposed && MINOR.test(said)) return 'minor';
  const atLaw = triage.threat !== 'none' || (triage.sentiment !== 'positive' && AT_LAW.in(said) && !isStory(said));
  if (atLaw && PENDING.in(said)) return 'legal';
  if (
    ((SENSITIVE.in(said) && SENSITIVE.in(said.replace(NOBODYS, ''))) ||
      SENSITIVE_LATIN.in(said) ||
      (DEPARTMENTS.in(said) && DEPARTMENT.test(said))) &&
    (has('own-health') || SELF.test(said))
  )
    return 'sensitive';
  if (has('serious-injury') && !doctorReviewed) return 'injury';
  if (isFound(risks, 'personal-data')) return 'exposed';
  if (triage.urgent && !doctorReviewed) return 'grave';
  if (has('self-harm') || has('threat-violence')) return 'look';
  return triage.unread && triage.sentiment !== 'positive' ? 'unread' : null;
}

/** Somebody looks first, and then answers: the clock runs on. */
const LOOKED_AT: ReadonlySet<Silence> = new Set(['injury', 'grave', 'look', 'unread']);

/** Nobody is to answer, so no clock drives anybody to it. */
export const stopsClock = (silence: Silence | null): boolean => silence !== null && !LOOKED_AT.has(silence);
