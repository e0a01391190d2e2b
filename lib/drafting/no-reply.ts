import type { Site } from '../contract/review.ts';
import { isFound, type Triage } from '../contract/triage.ts';
import { saysBought } from '../triage/rules/kinds.ts';
import { isWait, type Silence, silenceOf } from '../triage/silence.ts';
import { NOTES } from './notes.ts';
import { CLAIMS, type Occasion } from './occasion.ts';

export interface NoReply {
  reason: string;
  next: string;
}

type Home = 'zh-TW' | 'en';

const WORDS: Record<Silence, Record<Home, NoReply>> = {
  violence: {
    'zh-TW': {
      reason: '內容可能涉及暴力恐嚇，公開回覆可能升高風險。',
      next: '先保全同仁安全並存證，通報警方（110），由主管與律師決定後續，不公開回覆。',
    },
    en: {
      reason: 'The text may contain a threat of violence; a public reply could raise the risk.',
      next: 'Keep the staff safe, preserve evidence, call the police (110); do not reply in public.',
    },
  },
  'self-harm': {
    'zh-TW': {
      reason: '內容透露輕生或自我傷害的念頭，範本回覆不合適。',
      next: '請立即通知負責醫師或主管，由人主動關懷；可提供安心專線 1925、生命線 1995，緊急時撥 119。',
    },
    en: {
      reason: 'The writer may be thinking of self-harm; a template is not the answer.',
      next: 'Tell the doctor in charge at once so that a person reaches out; helpline 1925, emergencies 119.',
    },
  },
  recording: {
    'zh-TW': {
      reason: '內容涉及私密影像或偷拍錄影，不宜公開回覆。',
      next: '只記錄網址、時間與文字，勿下載或轉傳影像，立即通報警方並向平台檢舉。',
    },
    en: {
      reason: 'The text concerns intimate images or secret recordings.',
      next: 'Record address, time and text only, never the images; report to the police and the platform.',
    },
  },
  minor: {
    'zh-TW': {
      reason: '內容可能揭露未成年人的資料，回覆會擴大曝光。',
      next: '向平台檢舉個人資料外洩並存證，由主管決定是否通報，不公開回覆。',
    },
    en: {
      reason: "The text may reveal a minor's data; a reply would spread it further.",
      next: 'Report the personal data to the platform and preserve evidence; do not reply in public.',
    },
  },
  legal: {
    'zh-TW': {
      reason: '內容提到進行中的訴訟、調解或報案，公開說法可能影響程序。',
      next: '暫停公開回覆，整理存證後交由律師評估；調解與訴訟中的內容不對外說明。',
    },
    en: {
      reason: 'The text mentions a suit, a mediation or a report to the police under way; public words may affect it.',
      next: 'Hold public replies, preserve evidence and ask your lawyer.',
    },
  },
  sensitive: {
    'zh-TW': {
      reason: '內容透露特別敏感的健康資訊（如精神健康、感染或懷孕），任何公開回覆都可能洩密。',
      next: '請負責醫師或主管決定是否私下關懷；不公開回覆，也不轉述內容。',
    },
    en: {
      reason: 'The text reveals an extra-sensitive health matter; any public reply may disclose it.',
      next: 'Let the doctor or manager decide about private care; do not reply in public.',
    },
  },
  injury: {
    'zh-TW': {
      reason: '內容指稱重大傷害或死亡，須先由負責醫師審視。',
      next: '今天內請負責醫師確認，並檢查醫預法五個工作日的關懷時限；確認後才產生中性草稿。',
    },
    en: {
      reason: 'The text alleges serious injury or death; the doctor in charge must look first.',
      next: 'Ask the doctor today and check the five-working-day care deadline; a neutral draft follows after that.',
    },
  },
  stalked: {
    'zh-TW': {
      reason: '內容像在跟蹤或糾纏同仁，公開回覆可能讓對方更靠近。',
      next: '先告知主管與當事同仁，存證並檢舉，必要時報警（110）；不公開回覆。',
    },
    en: {
      reason: 'The text reads like stalking of staff; a public reply may bring the writer nearer.',
      next: 'Tell the manager and the person concerned, capture and report it, call the police (110) where needed; do not reply in public.',
    },
  },
  exposed: {
    'zh-TW': {
      reason: '內容公開或徵求他人的個人資料，回覆會把更多人引到那裡。',
      next: '先存證、向平台檢舉並通知當事人；撤下之後再決定要不要回覆。',
    },
    en: {
      reason: 'The text publishes or asks for personal data of someone, and a reply leads more readers to it.',
      next: 'Capture and report it first, and tell the person concerned; decide on a reply once it is down.',
    },
  },
  grave: {
    'zh-TW': {
      reason: '讀起來可能涉及嚴重傷害或人身安全，回覆前要有人先看過。',
      next: '請負責醫師或主管今天讀過全文；確認可以回覆之後，再用中性草稿。',
    },
    en: {
      reason: 'The text may concern a serious injury or somebody’s safety; a person has to read it before any reply.',
      next: 'Let the doctor in charge or the manager read it today; use the neutral draft once they agree.',
    },
  },
  look: {
    'zh-TW': {
      reason: '語氣可能帶有威脅，或透露輕生念頭，但沒有明確的字眼。',
      next: '先請一位同事讀過全文：如果是真的，請勿公開回覆；如果只是氣話，再用中性草稿。',
    },
    en: {
      reason: 'The text may carry a threat or a thought of suicide, though no exact word says so.',
      next: 'Let a colleague read all of it first: if it is meant, do not reply in public; if it is mere temper, use the neutral draft.',
    },
  },
  unread: {
    'zh-TW': {
      reason: '這則的語言系統讀不懂，不知道裡面說了什麼。',
      next: '請懂這個語言的同仁讀過，或先翻譯；沒有威脅、個資或嚴重傷害時，再用中性草稿。',
    },
    en: {
      reason: 'This language is not read here, so nobody knows yet what the text says.',
      next: 'Let somebody who reads it look, or have it translated; where there is no threat, personal data or serious injury, use the neutral draft.',
    },
  },
};

/** Nothing was said that could be answered. */
export const NEEDLESS: Record<Home, NoReply> = {
  'zh-TW': { reason: '這則沒有可以回應的文字，只有樓層、標註或笑聲。', next: '通常不必回覆，放著就好。' },
  en: {
    reason: 'There is nothing here to answer, only floor numbers, names or laughter.',
    next: 'Usually no reply is needed; leave it.',
  },
};

export interface Quiet extends NoReply {
  /** A draft may be had, but stands back until somebody has seen to this. */
  wait: boolean;
}

/** Why no reply is the right answer, or none for now, and what to do instead; null when one may be drafted. */
export function quietFor(
  triage: Triage,
  text: string,
  options: { doctorReviewed: boolean; language: Home },
): Quiet | null {
  const silence = silenceOf(triage, text, options.doctorReviewed);
  return silence && { ...WORDS[silence][options.language], wait: isWait(silence) };
}

/** What staff should know of the draft beside it: why it is neutral, or in which language; null: nothing. */
export function noteFor(
  triage: Triage,
  draft: { foreign: boolean; occasion: Occasion; site: Site | null; language: Home },
): string | null {
  const { occasion, language, site } = draft;
  const has = (kind: Triage['risks'][number]['kind']) => triage.risks.some((risk) => risk.kind === kind);
  const note = (name: keyof typeof NOTES): string => NOTES[name][language];
  if (occasion.kind === 'grave' && occasion.animal) return note('pet');
  if (occasion.kind === 'grave') return note(has('serious-injury') ? 'grave' : 'bereaved');
  if (occasion.rumour) return note('rumour');
  // Who bought reviews and threatens to sue is first of all not a customer.
  const doubted = triage.sentiment !== 'positive' && occasion.kind !== 'praise';
  const faked = triage.risks.find((risk) => risk.kind === 'fake-engagement');
  if (faked && saysBought(faked)) return note('bought');
  if (doubted && faked) return note('fake');
  if (occasion.kind === 'legal' && triage.threat === 'legal') return note('legal');
  if (occasion.staff) return note('staff');
  if (occasion.accused) return note(CLAIMS.some((kind) => isFound(triage.risks, kind)) ? 'claimed' : 'urgent');
  if (occasion.kind === 'legal') return note('legal');
  if (doubted && has('wrong-place')) return note('elsewhere');
  if (occasion.personal) return note('person');
  if (occasion.kind === 'neutral' && occasion.contrary) return note('contrary');
  if (draft.foreign) return note('foreign');
  const board = site === 'dcard' || site === 'ptt' || site === 'facebook';
  // 「普通」 is a rating, however short.
  if (Object.keys(triage.aspects).length > 0) return null;
  const remark = occasion.kind === 'neutral' || (occasion.kind === 'question' && site !== 'facebook');
  return board && remark ? note('aside') : null;
}
