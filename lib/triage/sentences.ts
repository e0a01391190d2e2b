import type { FindingKind } from '../contract/triage.ts';

/** Every sentence that triage says, in both languages. Careful words: 「可能涉及」, never a verdict. */
export interface Sentences {
  readonly why: Record<FindingKind, string>;
  readonly action: Record<FindingKind, string>;
  readonly extra: Record<Extra, string>;
  readonly reasons: Record<Reason, string>;
  readonly next: Record<Next, string>;
  readonly deadlines: Record<DeadlineKind, string>;
}

export type Extra =
  | 'neutral'
  | 'hearsay'
  | 'hedged'
  | 'asked'
  | 'named'
  | 'first-hand'
  | 'general'
  | 'gapped'
  | 'insult-mild'
  | 'minor'
  | 'sounds';
export type Reason =
  | 'violence'
  | 'self-harm'
  | 'doxxing'
  | 'serious-injury'
  | 'sexual'
  | 'harassment'
  | 'recording'
  | 'crime-claim'
  | 'hygiene-claim'
  | 'accusation-specific'
  | 'accusation-general'
  | 'insult-severe'
  | 'insult-mild'
  | 'legal'
  | 'demand'
  | 'credit'
  | 'private-life'
  | 'public-danger'
  | 'discrimination'
  | 'fake'
  | 'spread'
  | 'personal'
  | 'one-star'
  | 'negative'
  | 'mixed'
  | 'contradiction'
  | 'unanswered'
  | 'answered'
  | 'question'
  | 'stars-only'
  | 'nothing'
  | 'own-voice'
  | 'positive'
  | 'partial'
  | 'hearsay'
  | 'set-by-staff'
  | 'corrected-by-staff'
  | 'maybe-violence'
  | 'maybe-self-harm';
export type Next =
  | 'look'
  | 'capture'
  | 'police'
  | 'helpline'
  | 'doctor'
  | 'lawyer'
  | 'reply'
  | 'reply-neutral'
  | 'thank'
  | 'no-reply'
  | 'report-privacy'
  | 'report-abuse'
  | 'report-fake'
  | 'report-off-topic'
  | 'check'
  | 'hr'
  | 'expand'
  | 'mask'
  | 'leave';
export type DeadlineKind = 'reply' | 'complaint' | 'care';

export const ZH: Sentences = {
  why: {
    opinion: '內容主要是個人感受或對服務的評價，可能屬可受公評之意見（刑法311③），一般不走法律途徑。',
    'serious-injury': '提到死亡或嚴重傷害，可能涉及醫療事故爭議；是否與醫療行為有關，需由負責醫師確認。',
    'crime-claim': '指稱犯罪、收費詐欺或無照執業等具體事實，若無依據可能涉及誹謗；若屬實則需內部查核，建議由律師判斷。',
    'hygiene-claim': '指稱衛生或用藥、器材的可查證事實，若無依據可能涉及誹謗，建議先內部查核。',
    accusation: '把可能損害名譽的事情當作事實陳述；若為親身經驗且有依據，多屬可受公評，建議由律師判斷。',
    insult: '使用貶損他人的言詞，可能涉及公然侮辱；偶發、輕微的情緒用語，法院多認為仍可容忍（113憲判3）。',
    'private-life': '談及個人私德或家庭生活，與公共利益無關時，可能涉及誹謗或侵害隱私。',
    'threat-violence': '提到對人身或財物的傷害，可能涉及恐嚇；請先顧及現場人員安全。',
    'threat-legal': '表示將向主管機關、媒體或法院反映，屬法律通知或申訴預告，不等於恐嚇。',
    demand: '以不利的公開或行動作為條件提出要求，是否涉及強制或恐嚇取財需看意圖，建議由律師判斷。',
    credit: '提到倒閉、欠款等經濟信用的說法，若不實可能涉及妨害信用。',
    'personal-data': '公開或徵求特定人的個人資料，可能涉及個人資料保護法。',
    recording: '提到錄影、錄音或照片外流，可能涉及妨害秘密或肖像、個資問題。',
    harassment: '帶有性意味或反覆糾纏特定人員的言語，可能涉及性騷擾或跟蹤騷擾。',
    'fake-engagement': '有未到訪、號召灌評或制式留言的跡象，可能屬平台所稱「不實互動」；這只是弱訊號。',
    'wrong-place': '內容可能與本院無關（其他店家、其他主題或廣告）。',
    'ex-employee': '發言者可能是現任或離職人員、求職者，可能涉及勞資爭議或利益衝突，也可能是受保護的勞工言論。',
    'own-health': '發言者自行公開了健康資訊；回覆時不可引用、確認或延伸。',
    'public-danger': '傳述疫情或公共危險，若不實可能涉及傳染病防治法或社會秩序維護法。',
    discrimination: '含有針對族群、身心狀況或性別的貶抑用語。',
    'self-harm': '發言者可能有輕生念頭，請當作求助處理。',
    praise: '內容為肯定或部分肯定；可感謝留言，但不要確認對方曾就醫。',
  },
  action: {
    opinion: '以中性語氣回覆，並交由服務窗口檢討改善。',
    'serious-injury': '今天就通知負責醫師與主管，完成關懷評估前不要回覆實質內容。',
    'crime-claim': '先存證，再由負責人內部查核並請律師評估。',
    'hygiene-claim': '先存證並內部查核；若不實再請律師評估。',
    accusation: '先存證，由負責醫師了解後，以不涉及個案的中性內容回覆。',
    insult: '存證並可向平台檢舉人身攻擊；持續、針對特定人時再請律師評估。',
    'private-life': '存證並請律師評估，不要公開回應私事。',
    'threat-violence': '立即存證、通知主管並報警，不要回覆。',
    'threat-legal': '通知負責人與律師，公開回覆先保持中性、不談個案。',
    demand: '保存完整往來紀錄並請律師評估，不要以金錢換取刪文。',
    credit: '存證並請律師評估是否澄清。',
    'personal-data': '存證後向平台檢舉個人資訊，並通知當事人。',
    recording: '記錄網址與時間並通知當事人；涉及性影像時不要下載或保存影像。',
    harassment: '完整保存各次留言，關心當事人並協助報警或申訴。',
    'fake-engagement': '保存時間與相似留言的截圖，以平台「不實互動」檢舉，不要用病歷佐證。',
    'wrong-place': '向平台檢舉離題或請發言者確認，不必辯論。',
    'ex-employee': '轉人資與律師評估，不公開談論任何員工資料。',
    'own-health': '畫面與匯出時遮蔽，使用最保守的回覆。',
    'public-danger': '先查證並聯絡衛生局，存證後再決定是否澄清。',
    discrimination: '向平台檢舉仇恨言論，必要時存證。',
    'self-harm': '由真人關心並提供安心專線1925，不要使用制式回覆。',
    praise: '感謝留言即可，不提就醫細節。',
  },
  extra: {
    neutral: '內容是提問或描述，沒有看出需要處理的風險。',
    hearsay: '說法來自聽聞，未見親身查證。',
    hedged: '用語保留（覺得、好像），較偏意見。',
    asked: '以疑問語氣提出。',
    named: '指名特定人員。',
    'first-hand': '以親身或家人經驗、具體細節敘述。',
    general: '沒有具體事實。',
    gapped: '以符號、諧音或間隔規避字詞。',
    'insult-mild': '用語較輕，是否針對特定人需再判斷。',
    minor: '可能涉及未成年人。',
    sounds: '依整句語氣研判，沒有明確字詞，請人看過再決定。',
  },
  reasons: {
    violence: '提到傷害人身或財物，先顧及安全',
    'maybe-violence': '語氣可能帶有威脅，請先看過',
    'maybe-self-harm': '語氣可能透露輕生念頭，請先看過',
    'self-harm': '發言者可能有輕生念頭',
    doxxing: '公開或徵求特定人的個人資料',
    'serious-injury': '提到死亡或嚴重傷害，需負責醫師當天了解',
    sexual: '提到性騷擾或侵犯',
    harassment: '糾纏或性意味言語，關係同仁安全',
    recording: '提到錄影、錄音或照片外流',
    'crime-claim': '指稱犯罪或執業違規的事實',
    'hygiene-claim': '指稱衛生或藥材問題',
    'accusation-specific': '提出具體的嚴重指控',
    'accusation-general': '提出概括的嚴重指控',
    'insult-severe': '含嚴重貶損字眼',
    'insult-mild': '含較輕的貶損字眼',
    legal: '表示將申訴、提告或公開（法律通知）',
    demand: '附條件要求退費、道歉或刪改評論',
    credit: '提到倒閉、欠款等信用說法',
    'private-life': '談及個人私德',
    'public-danger': '傳述疫情或公共危險',
    discrimination: '含歧視用語',
    fake: '有灌評或不實互動的跡象',
    spread: '號召轉傳',
    personal: '文中有個人資料，顯示與匯出時會遮蔽',
    'one-star': '一星評論',
    negative: '負面意見',
    mixed: '有褒有貶',
    contradiction: '星數與內容不一致，請看原文',
    unanswered: '尚未回覆',
    answered: '已有回覆',
    question: '提問，可提供一般資訊',
    'stars-only': '只有星等，沒有文字',
    nothing: '沒有看出需要處理的內容',
    'own-voice': '診所自己的發言',
    positive: '正面意見，感謝即可',
    partial: '只讀到部分內容，展開全文前不能說沒有風險',
    hearsay: '說法來自聽聞',
    'set-by-staff': '急迫程度由同仁改定',
    'corrected-by-staff': '判讀經同仁更正',
  },
  next: {
    look: '先請一位同事讀過全文，再決定怎麼做',
    capture: '先存證（全文、網址、時間、帳號）',
    police: '通知主管並報警，啟動現場安全安排',
    helpline: '由專人關心發言者並提供安心專線1925；有立即危險請撥119或110',
    doctor: '今天請負責醫師與主管了解',
    lawyer: '請律師評估',
    reply: '24小時內以中性草稿回覆，邀請私下聯繫',
    'reply-neutral': '只用中性內容回覆，不談個案',
    thank: '感謝留言，不提就醫細節',
    'no-reply': '暫不回覆',
    'report-privacy': '向平台檢舉：個人資訊',
    'report-abuse': '向平台檢舉：騷擾或人身攻擊',
    'report-fake': '向平台檢舉：不實互動',
    'report-off-topic': '向平台檢舉：離題',
    check: '由授權人員內部查核，只記結論',
    hr: '轉人資了解',
    expand: '先展開全文再判斷',
    mask: '對外提供前遮蔽個人資料',
    leave: '可以不處理',
  },
  deadlines: {
    reply: '24小時內回覆',
    complaint: '告訴乃論六個月期限（保守自首次看到起算，是否起算由律師判斷）',
    care: '若確認為醫療事故，五個工作日內說明與關懷（醫預法6）',
  },
};

export const EN: Sentences = {
  why: {
    opinion: 'Mostly a personal feeling or an opinion on the service; probably fair comment (Criminal Code 311(3)).',
    'serious-injury': 'Mentions death or serious injury; the doctor in charge must find out whether care is concerned.',
    'crime-claim':
      'States crime, billing fraud or unlicensed practice as fact; without a basis this may be defamation, if true it needs an internal check. Let a lawyer judge.',
    'hygiene-claim': 'States a checkable fact on hygiene, drugs or instruments; check internally first.',
    accusation:
      'States as fact something that may harm a reputation; own experience with a basis is mostly fair comment. Let a lawyer judge.',
    insult:
      'Demeaning words; may touch public insult, but a single, mild outburst is mostly tolerated (TCC 113-Hsien-Pan-3).',
    'private-life': 'About private morals or family; without public interest it may touch defamation or privacy.',
    'threat-violence': 'Speaks of harm to people or property; may be a threat. Safety first.',
    'threat-legal': 'Announces going to authorities, media or court: a legal notice, not a threat.',
    demand: 'Ties a demand to bad publicity or other steps; intent decides. Let a lawyer judge.',
    credit: 'Claims insolvency or unpaid debts; if untrue it may harm credit.',
    'personal-data': 'Publishes or asks for personal data of someone; may touch the Personal Data Protection Act.',
    recording: 'Speaks of recordings or photographs being spread.',
    harassment: 'Sexual or persistent words at a member of staff; may be harassment or stalking.',
    'fake-engagement': 'Signs of no visit, of a call for ratings or of a template; a weak signal only.',
    'wrong-place': 'Probably about another place or another subject, or an advertisement.',
    'ex-employee': 'The writer may be a present or former employee or applicant; may be protected labour speech.',
    'own-health': 'The writer discloses own health data; never quote, confirm or add to it.',
    'public-danger': 'Spreads news of an outbreak or public danger.',
    discrimination: 'Demeaning words on ethnicity, disability, illness or gender.',
    'self-harm': 'The writer may think of suicide; treat it as a call for help.',
    praise: 'Praise, wholly or in part; thank for the comment without confirming any visit.',
  },
  action: {
    opinion: 'Reply neutrally and pass it to the service desk.',
    'serious-injury': 'Tell the doctor in charge today; no substantive reply before that.',
    'crime-claim': 'Capture first, check internally, ask a lawyer.',
    'hygiene-claim': 'Capture and check internally; ask a lawyer if untrue.',
    accusation: 'Capture; after the doctor has looked into it, reply in general terms only.',
    insult: 'Capture; report as harassment. A lawyer only if repeated or aimed at one person.',
    'private-life': 'Capture and ask a lawyer; no public answer on private matters.',
    'threat-violence': 'Capture at once, tell the manager, call the police, do not reply.',
    'threat-legal': 'Tell the manager and the lawyer; keep public replies neutral.',
    demand: 'Keep the whole correspondence and ask a lawyer; never pay for deletion.',
    credit: 'Capture and ask a lawyer about a clarification.',
    'personal-data': 'Capture, report as personal information, tell the person concerned.',
    recording: 'Note address and time, tell the person concerned; never download sexual images.',
    harassment: 'Keep every message, support the person concerned, help with police or complaint.',
    'fake-engagement': 'Capture times and similar texts; report as fake engagement, never with charts.',
    'wrong-place': 'Report as off-topic; no debate.',
    'ex-employee': 'Pass to HR and a lawyer; say nothing public about any employee.',
    'own-health': 'Mask it in exports; use the most careful reply.',
    'public-danger': 'Check the facts, call the health bureau, capture.',
    discrimination: 'Report as hate speech; capture if needed.',
    'self-harm': 'A person should reach out and offer the 1925 line; no template.',
    praise: 'Thank for the comment; no detail of care.',
  },
  extra: {
    neutral: 'A question or a description without a risk that we see.',
    hearsay: 'Told second-hand.',
    hedged: 'Hedged wording, closer to opinion.',
    asked: 'Put as a question.',
    named: 'Names a person.',
    'first-hand': 'Told as own or family experience with details.',
    general: 'Without concrete facts.',
    gapped: 'The word is hidden by signs or sound-alikes.',
    'insult-mild': 'Mild wording; whether it aims at a person needs a look.',
    minor: 'A minor may be concerned.',
    sounds: 'By the sound of the clause, no exact word: have a person look before deciding.',
  },
  reasons: {
    violence: 'Speaks of harm to people or property: safety first',
    'maybe-violence': 'May carry a threat: have a look first',
    'maybe-self-harm': 'May speak of suicide: have a look first',
    'self-harm': 'The writer may think of suicide',
    doxxing: 'Publishes or asks for personal data of someone',
    'serious-injury': 'Mentions death or serious injury: the doctor must look today',
    sexual: 'Mentions sexual harassment or assault',
    harassment: 'Persistent or sexual words at staff',
    recording: 'Recordings or photographs being spread',
    'crime-claim': 'Claims a crime or a breach of licence',
    'hygiene-claim': 'Claims a hygiene or drug problem',
    'accusation-specific': 'A concrete, serious accusation',
    'accusation-general': 'A general, serious accusation',
    'insult-severe': 'Severe abuse',
    'insult-mild': 'Mild abuse',
    legal: 'Announces a complaint, a suit or publicity (legal notice)',
    demand: 'A conditional demand',
    credit: 'Claims about solvency',
    'private-life': 'About private life',
    'public-danger': 'Spreads news of public danger',
    discrimination: 'Discriminating words',
    fake: 'Signs of fake engagement',
    spread: 'Calls to spread it',
    personal: 'Holds personal data; masked in views and exports',
    'one-star': 'One star',
    negative: 'Negative opinion',
    mixed: 'Praise and complaint',
    contradiction: 'Stars and text disagree; read the original',
    unanswered: 'Not answered yet',
    answered: 'Answered already',
    question: 'A question: general information helps',
    'stars-only': 'Stars only, no words',
    nothing: 'Nothing in it calls for action',
    'own-voice': 'The clinic’s own words',
    positive: 'Positive: a thank-you is enough',
    partial: 'Only part of the text was read; no all-clear before it is expanded',
    hearsay: 'Told second-hand',
    'set-by-staff': 'Urgency set by staff',
    'corrected-by-staff': 'Reading corrected by staff',
  },
  next: {
    look: 'Let a person read the whole text first, then decide',
    capture: 'Capture first (text, address, time, account)',
    police: 'Tell the manager, call the police, arrange safety on site',
    helpline: 'Let a person reach out and offer the 1925 line; 119 or 110 in immediate danger',
    doctor: 'Let the doctor in charge and the manager look into it today',
    lawyer: 'Ask a lawyer',
    reply: 'Reply within 24 hours with a neutral draft and a private channel',
    'reply-neutral': 'Reply in neutral terms only, nothing on the case',
    thank: 'Thank for the comment, no detail of care',
    'no-reply': 'Do not reply for now',
    'report-privacy': 'Report to the platform: personal information',
    'report-abuse': 'Report to the platform: harassment',
    'report-fake': 'Report to the platform: fake engagement',
    'report-off-topic': 'Report to the platform: off-topic',
    check: 'Internal check by an authorised person; note the conclusion only',
    hr: 'Pass to HR',
    expand: 'Expand the whole text first',
    mask: 'Mask personal data before passing it on',
    leave: 'Nothing needs to be done',
  },
  deadlines: {
    reply: 'Reply within 24 hours',
    complaint: 'Six months for a criminal complaint (counted carefully from first seen; a lawyer decides)',
    care: 'If confirmed as a medical accident: explain and care within 5 working days',
  },
};
