import type { Triage } from '../contract/triage.ts';

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
      reason: '內容提到訴訟、調解、律師或主管機關，公開說法可能影響程序。',
      next: '暫停公開回覆，整理存證後交由律師評估；調解與訴訟中的內容不對外說明。',
    },
    en: {
      reason: 'The text mentions a suit, mediation, a lawyer or an authority; public words may affect it.',
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

const MINOR =
  /小孩|孩子|兒子|女兒|未成年|小朋友|國小|國中|高中|幼兒|寶寶|學生|\b(?:child|kid|son|daughter|minor|baby|student)\b/i;
const LEGAL =
  /已(?:經)?(?:提告|報案|提出告訴|委任律師|申訴|檢舉)|提告|告定|法院|起訴|訴訟|調解|衛生局|律師|存證信函|消保|檢察官|地檢|\b(?:sue|suing|lawsuit|lawyer|attorney|court|mediation|health (?:bureau|department))\b/i;
const SENSITIVE =
  /hiv|愛滋|憂鬱症|躁鬱|思覺失調|恐慌症|焦慮症|強迫症|精神(?:疾病|病|科|分裂)|身心(?:科|症)|抗憂鬱|流產|墮胎|人工流產|性病|梅毒|菜花|淋病|\b(?:aids|depression|bipolar|schizophreni\w*|psychiatr\w*|panic (?:attack|disorder)|miscarriage|abortion|syphilis|mental (?:illness|health))\b/i;
const SELF = /我|本人|自己|\b(?:i|i'm|my|me)\b/i;

const has = (triage: Triage, kind: Triage['risks'][number]['kind']): boolean =>
  triage.risks.some((risk) => risk.kind === kind);

function causeOf(triage: Triage, text: string, doctorReviewed: boolean): Cause | null {
  if (has(triage, 'self-harm')) return 'self-harm';
  if (triage.threat === 'violence' || has(triage, 'threat-violence')) return 'violence';
  if (has(triage, 'recording')) return 'recording';
  if (has(triage, 'personal-data') && MINOR.test(text)) return 'minor';
  if ((triage.threat === 'legal' || has(triage, 'threat-legal')) && LEGAL.test(text)) return 'legal';
  if (SENSITIVE.test(text) && (has(triage, 'own-health') || SELF.test(text))) return 'sensitive';
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
