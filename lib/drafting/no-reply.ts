import type { Site } from '../contract/review.ts';
import { isFound, type Triage } from '../contract/triage.ts';
import { saysBought } from '../triage/rules/kinds.ts';
import { isWait, type Silence, silenceOf } from '../triage/silence.ts';
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

const NOTES = {
  legal: {
    'zh-TW': '內容提到提告、申訴或訴諸媒體，草稿只做中性回應，不辯解也不承諾。送出前建議先請主管看過，必要時問律師。',
    en: 'The text announces a suit, a complaint or publicity, so the draft stays neutral. Let the manager read it first, and a lawyer where needed.',
  },
  grave: {
    'zh-TW': '內容指稱重大傷害或死亡，已由主管或醫師看過，草稿只表達關懷與保密立場，不談任何事實。',
    en: 'The text alleges serious injury or death and was looked at by a manager or doctor: the draft says nothing of the facts.',
  },
  bereaved: {
    'zh-TW': '內容提到親人離世，草稿只表達關懷與保密立場。請主管先看過再送出。',
    en: 'The text speaks of a death, so the draft says nothing of the facts. Let the manager read it before it goes out.',
  },
  pet: {
    'zh-TW': '內容提到失去寵物或寵物受重傷，草稿只表達關懷，不談任何經過。請主管先看過再送出。',
    en: 'The text speaks of a pet that was lost or badly hurt, so the draft only shows care. Let the manager read it before it goes out.',
  },
  rumour: {
    'zh-TW': '內容指稱性騷擾、傷害、竊盜一類的情事，草稿只做中性回應，不承認也不否認。送出前請先問律師。',
    en: 'The text alleges sexual misconduct, an assault or a theft, so the draft stays neutral and neither admits nor denies. Ask a lawyer before it goes out.',
  },
  claimed: {
    'zh-TW':
      '內容指稱違法、財務、衛生或安全上的事，草稿只做中性回應，不承認也不否認。請先存證並內部查證；送出前請主管看過，必要時問律師。',
    en: 'The text claims something about the law, money, hygiene or safety, so the draft stays neutral and neither admits nor denies. Preserve evidence and check internally first; let the manager read the reply, and a lawyer where needed.',
  },
  urgent: {
    'zh-TW': '內容可能很嚴重，草稿只做中性回應，不承認也不否認。送出前請先讓主管或負責醫師看過。',
    en: 'The text may be grave, so the draft stays neutral and neither admits nor denies. Let the manager or the doctor in charge read it first.',
  },
  staff: {
    'zh-TW':
      '內容像是在職或離職同仁談工作的事，草稿只做中性回應，不承認也不否認。請先由主管或人資內部了解，不要猜測是誰寫的。',
    en: 'The text reads like somebody who works or worked here, so the draft stays neutral and neither admits nor denies. Let the manager or HR look into it first; do not guess who wrote it.',
  },
  person: {
    'zh-TW': '內容是在談論同仁的外貌或私生活，建議不回覆；請先關心當事人，必要時檢舉或問律師。',
    en: 'The text is about the looks or the private life of somebody here. Better not to reply; look after the person first, and report it or ask a lawyer where needed.',
  },
  aside: {
    'zh-TW': '這則看起來不是在評論診所，通常不必回覆。',
    en: 'This does not seem to be about the clinic; usually no reply is needed.',
  },
  fake: {
    'zh-TW': '看起來可能不是真實經驗。建議先確認並向平台檢舉；若仍要回覆，請維持中性。',
    en: 'This may not be a real experience. Make sure and report it to the platform first; keep a reply neutral.',
  },
  elsewhere: {
    'zh-TW': '看起來可能不是針對診所。可以請對方移到正確的店家；若要回覆，請維持中性。',
    en: 'This may not be about the clinic. The writer can be asked to move it; keep a reply neutral.',
  },
  bought: {
    'zh-TW': '內容指稱診所以贈品、折扣或員工衝評論。請先內部確認；回覆請維持中性，不要否認也不要檢舉這則評論。',
    en: 'The text says that the clinic trades gifts, discounts or staff for ratings. Check internally first; keep a reply neutral, deny nothing, and do not report the review.',
  },
  contrary: {
    'zh-TW': '星數低、內容卻是稱讚：可能按錯，也可能是反話。請先看原文；草稿兩種情形都能用。',
    en: 'Few stars, yet words of praise: a slip or irony. Read the text first; the draft fits both.',
  },
  foreign: {
    'zh-TW': '這則評論用的語言還沒有內建句庫，草稿以中文加英文回覆。',
    en: 'There are no sentences in the language of this review yet, so the draft answers in English.',
  },
} satisfies Record<string, Record<Home, string>>;

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
