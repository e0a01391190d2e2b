type Home = 'zh-TW' | 'en';

/** What staff should know of a draft, in the language of the screen. */
export const NOTES = {
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

/** That the draft is in another language is nothing to think over first. */
const PLAIN: readonly string[] = Object.values(NOTES.foreign);

/** Whether a note asks to look, or to leave it, before anything is answered. */
export const asksFirst = (note: string | undefined): boolean => note !== undefined && !PLAIN.includes(note);
