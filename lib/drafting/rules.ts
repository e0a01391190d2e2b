import type { Rule } from '../contract/draft.ts';

/** What one rule is, for the person who meets it. `suggestion` is itself a sentence that passes the guard. */
export interface RuleInfo {
  title: { zh: string; en: string };
  /** Articles or platform rules, law text as of 2024-10-11. */
  statutes: string[];
  why: { zh: string; en: string };
  suggestion: { zh: string; en: string };
  severity: 'block' | 'warn';
  /** Who may let the text pass all the same: a block needs manager or doctor. */
  overrideRole: 'any' | 'manager';
}

type Text = { zh: string; en: string };
const both = (zh: string, en: string): Text => ({ zh, en });

const SECRECY = ['醫療法72', '醫師法23', '護理人員法28', '刑法316'];
const CONFIDENTIAL = both(
  '基於醫療保密義務，我們無法在公開平台確認或討論任何個人是否曾就醫及相關內容。',
  'Because of medical confidentiality, we cannot confirm or discuss on a public page whether anyone has been a patient here.',
);
const CASE_PRIVATE = both(
  '我們無法在此回應個別情形，但尊重每個人表達意見的權利。',
  "We cannot respond to individual situations here, but we respect everyone's right to speak.",
);
const EMPATHY = both(
  '看到這樣的感受，我們感到很遺憾，也會把意見轉給負責的主管了解。',
  'We are sorry to read that you feel this way, and we will pass your comment on to the manager in charge.',
);
const IMPROVE = both(
  '我們重視每一則建議，相關流程會持續檢討改善。',
  'We value every suggestion and will keep reviewing how we do things.',
);

const block = (title: Text, statutes: string[], why: Text, suggestion: Text): RuleInfo => ({
  title,
  statutes,
  why,
  suggestion,
  severity: 'block',
  overrideRole: 'manager',
});
const warn = (title: Text, statutes: string[], why: Text, suggestion: Text): RuleInfo => ({
  title,
  statutes,
  why,
  suggestion,
  severity: 'warn',
  overrideRole: 'any',
});

/** R01–R22 (law reference 3.4): severity as there, `warn` for what it calls "escalate". */
export const RULE_INFO: Record<Rule, RuleInfo> = {
  R01: block(
    both('確認就醫關係', 'Confirms a care relationship'),
    SECRECY,
    both(
      '這句話等於公開承認對方（或家人）曾來就醫。是否就醫本身就受保密（醫療法第72條、刑法第316條），即使對方自己先說也一樣。',
      'This says in public that the writer or a relative was a patient. Attendance itself is confidential (Medical Care Act art. 72), even if they said it first.',
    ),
    both('謝謝您留下意見，我們都會仔細閱讀。', 'Thank you for your comment; we read every one with care.'),
  ),
  R02: block(
    both('表示查過紀錄或監視器', 'Says that records were checked'),
    ['醫療法72', '個人資料保護法6', '個人資料保護法20'],
    both(
      '公開說查過病歷、紀錄、監視器或問過當事同仁，等於確認對方來過，也是把就醫資料用在公開爭執（個資法第20條、醫療法第72條）。',
      'Saying that records, cameras or staff were checked confirms the visit and uses care data in a public dispute (Personal Data Protection Act art. 20).',
    ),
    both('相關意見已轉請專責人員了解。', 'We have passed this comment on to the person in charge.'),
  ),
  R03: block(
    both('否認就醫關係', 'Denies a care relationship'),
    ['醫療法72'],
    both(
      '「查無紀錄」「不是我們的病人」同樣是從就醫資料得出的說法，也會讓別處的沉默變成默認。懷疑不實時請用平台檢舉。',
      'Denying is also a statement out of the records, and makes silence elsewhere a confirmation. Use the platform report instead.',
    ),
    CONFIDENTIAL,
  ),
  R04: block(
    both('提到就診日期、時段或科別', 'States when or where the visit was'),
    ['醫療法72', '個人資料保護法6'],
    both(
      '說出日期、時段、當天情形，就是公開了某個人的就醫細節（醫療法第72條）。',
      "Dates, times and wards are details of a person's care (Medical Care Act art. 72).",
    ),
    both(
      '現場一般依報到順序看診，急症會優先處理。',
      'Patients are generally seen in order of check-in, with urgent cases first.',
    ),
  ),
  R05: block(
    both('提到病情、體質或檢查結果', 'States a health condition'),
    ['醫療法72', '個人資料保護法6', '精神衛生法38'],
    both(
      '病情、診斷、體質與檢查結果都是受保密的健康資訊，公開說明或暗示都不行（醫療法第72條、個資法第6條）。',
      'Conditions, diagnoses and results are protected health information, even when only hinted at (Medical Care Act art. 72).',
    ),
    both(
      '醫療資訊涉及隱私，我們無法在公開平台討論。',
      'Health information is private, so we cannot discuss it on a public page.',
    ),
  ),
  R06: block(
    both('提到治療、用藥或處置內容', 'States treatment or drugs'),
    ['醫療法72', '個人資料保護法6', '個人資料保護法施行細則4'],
    both(
      '做了什麼處置、用了什麼藥，是醫療個人資料（個資法施行細則第4條），不能在公開回覆中說明。',
      'What was done or prescribed is medical personal data and may not be told in public.',
    ),
    both(
      '醫療決定需由醫師當面評估，我們無法在網路上討論個別情形。',
      'Medical decisions are made with a doctor in person, so we cannot discuss individual situations online.',
    ),
  ),
  R07: block(
    both('提到個案費用或付款', 'States payment facts of the case'),
    ['醫療法72', '個人資料保護法20'],
    both(
      '個別的付款、欠費、健保申報都會確認就醫並洩漏財務資料（個資法第20條）。只能說公開的收費原則。',
      'Payments, debts and insurance of a case confirm care and reveal finances. Only published fee rules may be named.',
    ),
    both('收費標準已公告於候診區與官網，歡迎查閱。', 'Our fees are posted in the waiting area and on our website.'),
  ),
  R08: block(
    both('指出留言者或病人身分', 'Identifies a person'),
    ['個人資料保護法2', '個人資料保護法20', '醫療法72'],
    both(
      '稱呼姓氏、電話、編號會把匿名留言連到真實的人（個資法第2條）。用「您好」就好。',
      'A name, phone or number ties an anonymous comment to a real person. A plain greeting is enough.',
    ),
    both('您好，謝謝您的留言。', 'Hello, and thank you for your comment.'),
  ),
  R09: block(
    both('在公開處索取個資', 'Asks for personal data in public'),
    ['個人資料保護法5', 'Google 商家檔案內容規範'],
    both(
      '請對方公開留下姓名、電話或病歷號，違反平台規範，也讓個資曝光。請改為邀請對方私下聯繫。',
      'Asking for names or numbers in public breaks platform rules and exposes personal data. Invite them to contact you instead.',
    ),
    both(
      '歡迎透過本診所的聯絡管道與我們聯繫，將由專人為您說明。',
      'You are welcome to contact us directly, and a member of our team will be glad to listen.',
    ),
  ),
  R10: block(
    both('指責或嘲諷留言者', 'Attacks the writer'),
    ['刑法309', '刑法310'],
    both(
      '指責、嘲諷或影射留言者，可能讓診所自己涉及公然侮辱或誹謗爭議（刑法第309、310條），也傷害形象。',
      'Blame or mockery may itself raise insult or defamation issues for the clinic (Criminal Code arts. 309, 310).',
    ),
    both('我們尊重每個人表達意見的權利。', "We respect everyone's right to share their views."),
  ),
  R11: warn(
    both('公開的法律警告', 'Public legal threat'),
    ['刑法304', '刑法305', '刑法310'],
    both(
      '公開揚言提告容易激化並引來注意，以此要求刪文更可能被視為強制（刑法第304條）。若真有需要，由律師另行發函，不寫在回覆裡。',
      'Threatening to sue in public inflames things; to do so for a removal may be coercion (Criminal Code art. 304). If needed, counsel writes separately.',
    ),
    CASE_PRIVATE,
  ),
  R12: block(
    both('以好處換評論', 'Offers something for a review'),
    ['Google 不實互動政策', '醫療法61', '公平交易法25'],
    both(
      '用退費、折扣或贈品換取刪除、修改或撰寫評論，違反平台政策，也可能涉及不正當招攬（醫療法第61條）。',
      'Refunds or gifts for removing, changing or writing a review break platform policy.',
    ),
    both('無論內容好壞，我們都尊重每一則意見。', 'Good or bad, we respect every piece of feedback.'),
  ),
  R13: warn(
    both('公開要求刪除或修改評論', 'Public demand to take down'),
    ['Google 商家評論政策'],
    both(
      '公開要求刪文會被視為壓制負評。若內容不實，請走平台檢舉或由律師處理。',
      'Demanding removal in public reads as suppressing reviews. Use the platform report or counsel.',
    ),
    both('我們已收到這份意見，會檢討相關流程。', 'We have received this comment and will review how we do things.'),
  ),
  R14: warn(
    both('承認疏失，或承諾賠償、退費', 'Admits fault or promises money'),
    ['醫療事故預防及爭議處理法7', '民法184'],
    both(
      '公開回覆不在醫預法第7條保護範圍，認錯、承諾賠償或退費可能成為證據，退費也透露對方付過費。可以表達遺憾；退費依契約或法令私下處理。',
      'A public reply is outside the protection of art. 7, so an admission or a promised refund may become evidence. Regret is fine; refunds are settled in private.',
    ),
    EMPATHY,
  ),
  R15: block(
    both('最高級或療效保證', 'Superlative or promise of effect'),
    ['醫療法85', '醫療法86', '醫療法87'],
    both(
      '「第一」「保證」「根治」等用語可能被認定為違規醫療廣告（醫療法第85至87條）。',
      'Words such as "best" or "guaranteed" may count as unlawful medical advertising (Medical Care Act arts. 85–87).',
    ),
    both(
      '醫療結果因人而異，請與醫師當面討論。',
      'Results differ from person to person; please discuss them with a doctor in person.',
    ),
  ),
  R16: block(
    both('在回覆中促銷', 'Promotion inside a reply'),
    ['醫療法61', '醫療法86'],
    both(
      '回覆裡放優惠、活動或招攬訊息，可能被認定為不正當招攬（醫療法第61、86條）。',
      'Offers and promotions in a reply may count as improper solicitation (Medical Care Act arts. 61, 86).',
    ),
    IMPROVE,
  ),
  R17: block(
    both('個別醫療建議或安撫', 'Individual clinical advice'),
    ['醫師法11', '醫療法72'],
    both(
      '未經診察不能給個別醫療建議（醫師法第11條），說「這是正常的」也等於確認了處置。',
      'Advice without examination is not allowed (Physicians Act art. 11), and "that is normal" confirms the treatment.',
    ),
    both(
      '我們無法在網路上提供個別診療建議，如有不適請儘速就醫。',
      'We cannot give individual medical advice online; anyone who feels unwell should see a doctor soon.',
    ),
  ),
  R18: block(
    both('針對個案反駁', 'Rebuts the facts of the case'),
    ['醫療法72', '刑法316'],
    both(
      '說明當時做了什麼、說過什麼、簽過什麼，即使是為了澄清，也是在公開個案（保密義務沒有「對方先說」的例外）。只能說一般原則。',
      'Telling what was done, said or signed reveals the case, even in self-defence. Only general practice may be told.',
    ),
    CASE_PRIVATE,
  ),
  R19: warn(
    both('以其他病人的好評反駁', "Other patients' praise as rebuttal"),
    ['醫療法86'],
    both(
      '拿其他病人的滿意來反駁，近似見證式廣告（醫療法第86條），也讓留言者覺得被否定。',
      "Other patients' satisfaction works as a testimonial (Medical Care Act art. 86) and dismisses the writer.",
    ),
    IMPROVE,
  ),
  R20: block(
    both('提到家屬或其他病人', 'Third person’s care'),
    ['醫療法72'],
    both(
      '家屬、同房或其他病人的情形同樣受保密（醫療法第72條）。',
      "Relatives' and other patients' situations are confidential too (Medical Care Act art. 72).",
    ),
    CONFIDENTIAL,
  ),
  R21: warn(
    both('公開人員的人事資料', 'Staff personnel matters'),
    ['個人資料保護法20'],
    both(
      '同仁的名字、私事、懲處與離職是他們的個人資料（個資法第20條），只說整體的訓練與改善。',
      "Names, private matters, discipline or departure are staff's personal data. Speak of training in general.",
    ),
    both('人員訓練會持續加強。', 'We will keep strengthening the training of our team.'),
  ),
  R22: block(
    both('特別敏感的健康資訊', 'Extra-sensitive condition'),
    ['人類免疫缺乏病毒傳染防治及感染者權益保障條例14', '傳染病防治法10', '精神衛生法38', '個人資料保護法6'],
    both(
      '精神疾病、感染、懷孕或流產等資訊一旦公開，傷害最大，法律另有特別保護。',
      'Mental health, infections and pregnancy loss have special protection; naming them harms most.',
    ),
    CONFIDENTIAL,
  ),
};

/** A sentence that may always stand in for one that nobody can vouch for. */
export const SAFE_REPLACEMENT: Text = CASE_PRIVATE;

/** For a phone, mail or page that the clinic's profile does not name: a person says whose it is. */
export const FOREIGN_CONTACT = {
  why: both(
    '這個聯絡方式不在診所資料裡，無法確認是誰的。若是診所的，請由人員確認，並補進診所資料；若是個人的，不能公開（個資法第20條）。',
    'This contact is not in the clinic profile. If it is the clinic’s, confirm it and add it there; a person’s own number must not be published.',
  ),
  suggestion: RULE_INFO.R09.suggestion,
};
