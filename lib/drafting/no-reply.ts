import { isFound, isStalking, type Triage } from '../contract/triage.ts';

export interface NoReply {
  reason: string;
  next: string;
}

type Cause = 'violence' | 'self-harm' | 'recording' | 'minor' | 'legal' | 'sensitive' | 'injury';

const WORDS: Record<Cause, { zh: NoReply; en: NoReply }> = {
  violence: {
    zh: {
      reason: '內容可能涉及暴力恐嚇，公開回覆可能升高風險。',
      next: '先保全同仁安全並存證，通報警方（110），由主管與律師決定後續，不公開回覆。',
    },
    en: {
      reason: 'The text may contain a threat of violence; a public reply could raise the risk.',
      next: 'Keep the staff safe, preserve evidence, call the police (110); do not reply in public.',
    },
  },
  'self-harm': {
    zh: {
      reason: '內容透露輕生或自我傷害的念頭，範本回覆不合適。',
      next: '請立即通知負責醫師或主管，由人主動關懷；可提供安心專線 1925、生命線 1995，緊急時撥 119。',
    },
    en: {
      reason: 'The writer may be thinking of self-harm; a template is not the answer.',
      next: 'Tell the doctor in charge at once so that a person reaches out; helpline 1925, emergencies 119.',
    },
  },
  recording: {
    zh: {
      reason: '內容涉及私密影像或偷拍錄影，不宜公開回覆。',
      next: '只記錄網址、時間與文字，勿下載或轉傳影像，立即通報警方並向平台檢舉。',
    },
    en: {
      reason: 'The text concerns intimate images or secret recordings.',
      next: 'Record address, time and text only, never the images; report to the police and the platform.',
    },
  },
  minor: {
    zh: {
      reason: '內容可能揭露未成年人的資料，回覆會擴大曝光。',
      next: '向平台檢舉個人資料外洩並存證，由主管決定是否通報，不公開回覆。',
    },
    en: {
      reason: "The text may reveal a minor's data; a reply would spread it further.",
      next: 'Report the personal data to the platform and preserve evidence; do not reply in public.',
    },
  },
  legal: {
    zh: {
      reason: '內容提到進行中的訴訟、調解或報案，公開說法可能影響程序。',
      next: '暫停公開回覆，整理存證後交由律師評估；調解與訴訟中的內容不對外說明。',
    },
    en: {
      reason: 'The text mentions a suit, a mediation or a report to the police under way; public words may affect it.',
      next: 'Hold public replies, preserve evidence and ask your lawyer.',
    },
  },
  sensitive: {
    zh: {
      reason: '內容透露特別敏感的健康資訊（如精神健康、感染或懷孕），任何公開回覆都可能洩密。',
      next: '請負責醫師或主管決定是否私下關懷；不公開回覆，也不轉述內容。',
    },
    en: {
      reason: 'The text reveals an extra-sensitive health matter; any public reply may disclose it.',
      next: 'Let the doctor or manager decide about private care; do not reply in public.',
    },
  },
  injury: {
    zh: {
      reason: '內容指稱重大傷害或死亡，須先由負責醫師審視。',
      next: '今天內請負責醫師確認，並檢查醫預法五個工作日的關懷時限；確認後才產生中性草稿。',
    },
    en: {
      reason: 'The text alleges serious injury or death; the doctor in charge must look first.',
      next: 'Ask the doctor today and check the five-working-day care deadline; a neutral draft follows after that.',
    },
  },
};

const IMAGE =
  /偷拍|錄影|影片|照片|拍到|畫面|裸|私密|不雅|更衣|術前術後照|雲端|連結|\b(?:photos?|pictures?|videos?|film(?:ed|ing)?|footage|naked|nude)\b|盗撮|写真|動画/i;
const MINOR =
  /小孩|孩子|兒子|女兒|未成年|小朋友|(?:讀|念|唸|就讀|上)(?:國小|國中|高中)|(?:國小|國中|高中)生|幼兒園?(?!教|老師)|寶寶|學生|\b(?:child|kid|son|daughter|minor|baby|student)\b/i;
/** Under way, not only announced: whoever threatens to sue may still be answered, neutrally. */
const PENDING =
  /(?:已|已經|正在|剛|昨天|今天)(?:向.{0,8})?(?:提告|提出告訴|提起訴訟|起訴|報案|委任律師|委託律師|聲請調解|申請調解|遞狀|寄(?:出)?存證信函)|(?:提告|起訴|報案|調解|訴訟|官司|開庭|偵查|仲裁)(?:了|中|進行中|審理|階段|程序)|調解(?:庭|會|委員)|開庭|出庭|法官|判決|偵查庭|傳票|(?:進入|走|跑)(?:司法|法律)程序|案件(?:審理|偵辦)|律師(?:已|正)|存證信函已|\b(?:have|has|already|am) (?:filed|sued|suing|taken (?:them|you) to court)|\b(?:lawsuit|case|trial|mediation|proceedings?) (?:is|are) (?:pending|ongoing|under ?way)|\bmy lawyer (?:has|is)|\bin mediation\b|\bcourt date\b/i;
const SENSITIVE =
  /hiv|愛滋|憂鬱(?:症|的時候|那段)|產後憂鬱|躁鬱|鬱症|思覺失調|恐慌症|焦慮症|強迫症|創傷後|厭食症|暴食症|過動症|adhd|亞斯伯格|自閉症|精神(?:疾病|病(?!房)|分裂|官能|狀況|障礙)|身心症|抗憂鬱|流產|墮胎|人工流產|拿掉(?:小孩|孩子)|死胎|(?<!慢)性病|梅毒|菜花|淋病|披衣菌|酒癮|毒癮|戒癮|\b(?:aids|depress(?:ion|ed)|bipolar|schizophreni\w*|panic (?:attack|disorder)s?|anxiety disorder|ptsd|miscarr\w*|abortion|stillb\w*|syphilis|gonorrh\w*|mental (?:illness|health|disorder)|addict\w*)\b|うつ病|鬱病|パニック障害|流産|中絶|エイズ/i;
/** Going to such a department is a disclosure too, when the writer says it of themselves or their people. */
const DEPARTMENT =
  /(?:我|本人|媽|爸|家人|先生|太太|小孩|孩子|兒子|女兒)[^。！？!?\n]{0,12}(?:看|掛|住|轉|到|去|在)(?:了|過)?[^。！？!?\n]{0,6}(?:身心科|精神科|心理諮商|心理師|戒癮)|\bpsychiatr\w*|精神科に|心療内科/i;
const SELF =
  /我|本人|自己|媽|爸|母親|父親|家人|先生|太太|老婆|老公|小孩|孩子|兒子|女兒|奶奶|爺爺|阿嬤|阿公|\b(?:i|i'm|my|me)\b|私|母|父/i;

const has = (triage: Triage, kind: Triage['risks'][number]['kind']): boolean =>
  triage.risks.some((risk) => risk.kind === kind);

function causeOf(triage: Triage, text: string, doctorReviewed: boolean): Cause | null {
  if (isFound(triage.risks, 'self-harm')) return 'self-harm';
  if (triage.threat === 'violence' || isFound(triage.risks, 'threat-violence')) return 'violence';
  // A sound recording kept as proof is no image.
  if (has(triage, 'recording') && (IMAGE.test(text) || !/錄音|record/i.test(text))) return 'recording';
  if (has(triage, 'personal-data') && MINOR.test(text)) return 'minor';
  if (
    PENDING.test(text) &&
    (triage.threat !== 'none' ||
      /[提控被]告|官司|訴訟|調解|起訴|判決|法官|開庭|lawsuit|court|sued|filed|mediation|lawyer/i.test(text))
  )
    return 'legal';
  if ((SENSITIVE.test(text) || DEPARTMENT.test(text)) && (has(triage, 'own-health') || SELF.test(text)))
    return 'sensitive';
  if (has(triage, 'serious-injury') && !doctorReviewed) return 'injury';
  return null;
}

/** Why no reply is the right answer, and what to do instead (law reference 3.5); null when a reply may be drafted. */
export function noReplyFor(
  triage: Triage,
  text: string,
  options: { doctorReviewed: boolean; language: 'zh-TW' | 'en' },
): NoReply | null {
  const cause = causeOf(triage, text.slice(0, 20_000), options.doctorReviewed);
  return cause === null ? null : { ...WORDS[cause][options.language === 'en' ? 'en' : 'zh'] };
}

type Home = 'zh-TW' | 'en';
const NOTES = {
  legal: {
    'zh-TW': '內容提到提告、申訴或訴諸媒體，草稿只做中性回應，不辯解也不承諾。送出前建議先請主管看過，必要時問律師。',
    en: 'The text announces a suit, a complaint or publicity, so the draft stays neutral. Let the manager read it first, and a lawyer where needed.',
  },
  grave: {
    'zh-TW': '內容指稱重大傷害或死亡，已由主管或醫師看過，草稿只表達關懷與保密立場，不談任何事實。',
    en: 'The text alleges serious injury or death and was looked at by a manager or doctor: the draft says nothing of the facts.',
  },
  fake: {
    'zh-TW': '看起來可能不是針對診所，或不是真實經驗。建議先向平台檢舉；若仍要回覆，請維持中性。',
    en: 'This may not be about the clinic or not a real experience. Consider a report to the platform first; keep a reply neutral.',
  },
  exposed: {
    'zh-TW': '內容公開或徵求他人的個人資料，回覆會把更多人引到那裡。建議先存證、向平台檢舉，撤下之後再決定要不要回覆。',
    en: 'The text publishes or asks for personal data of someone, and a reply leads more readers to it. Capture and report it first; decide on a reply once it is down.',
  },
  stalked: {
    'zh-TW': '內容像在跟蹤或糾纏同仁，公開回覆可能讓對方更靠近。建議先告知主管、存證並檢舉，必要時報警，暫不公開回覆。',
    en: 'The text reads like stalking of staff; a public reply may bring the writer nearer. Tell the manager, capture and report it first, and hold the reply.',
  },
  foreign: {
    'zh-TW': '這則評論用的語言還沒有內建句庫，草稿以中文加英文回覆。',
    en: 'There are no sentences in the language of this review yet, so the draft answers in English.',
  },
} satisfies Record<string, Record<Home, string>>;

/** What staff should know of the draft beside it: why it is neutral, why to wait, or in which language; null: nothing. */
export function noteFor(triage: Triage, draft: { foreign: boolean; kind: string; language: Home }): string | null {
  const { language, kind } = draft;
  if (kind === 'grave' || kind === 'legal') return NOTES[kind][language];
  if (isStalking(triage.risks)) return NOTES.stalked[language];
  if (isFound(triage.risks, 'personal-data')) return NOTES.exposed[language];
  if (kind !== 'praise' && (has(triage, 'wrong-place') || has(triage, 'fake-engagement'))) return NOTES.fake[language];
  return draft.foreign ? NOTES.foreign[language] : null;
}
