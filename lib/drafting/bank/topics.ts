import { ASPECTS, type Aspect } from '../../contract/triage.ts';
import type { DraftLanguage } from './index.ts';

/** A thing that reviews speak of, said without any fact of the review: the words are ours, never the writer's. */
export interface Topic {
  aspect: Aspect;
  /** What in a review makes this the topic; absent: the aspect in general. */
  when?: RegExp;
  name: Record<DraftLanguage, string>;
  /** Nobody praises it by this name (等候時間). */
  onlyBad?: boolean;
}

const topic = (aspect: Aspect, zh: string, en: string, ja: string, when?: RegExp, onlyBad = false): Topic => ({
  aspect,
  name: { 'zh-TW': zh, en, ja },
  ...(when && { when }),
  ...(onlyBad && { onlyBad }),
});

/** The first of an aspect is its general name; of the others the first whose words stand in the review is taken. */
export const TOPICS: readonly Topic[] = [
  topic('attitude', '服務態度', 'service and attitude', 'スタッフの対応・サービス'),
  topic('attitude', '電話服務態度', 'telephone service', '電話での対応', /電話|\bphone\b/i),
  topic('attitude', '志工服務', 'volunteer service', 'ボランティアのサービス', /志工|volunteer/i),
  topic(
    'attitude',
    '保全與引導服務',
    'security and guidance service',
    '警備・案内のサービス',
    /警衛|保全|\bguards?\b|警備/,
  ),
  topic(
    'attitude',
    '櫃台服務態度',
    'front desk service',
    '受付の対応',
    /櫃[檯台臺]|批價|掛號(?:處|人員|小姐)|front desk|reception|receptionist|受付/i,
  ),
  topic('attitude', '護理服務態度', 'nursing service and attitude', '看護スタッフの対応', /護理|護士|護師|nurs|看護/i),
  topic(
    'attitude',
    '說明與服務態度',
    'service and explanations',
    '説明とスタッフの対応',
    /解釋|說明|解說|explain|説明/i,
  ),

  topic('medical', '醫療品質', 'medical quality', '医療の質'),
  topic(
    'medical',
    '醫療說明與溝通',
    'medical explanations',
    '医療の説明',
    /解釋|說明|解說|告知|溝通|explain|communicat|説明/i,
  ),
  topic('medical', '醫療與護理照護', 'medical and nursing care', '医療と看護', /護理|護士|護師|照護|照顧|nurs|看護/i),

  topic('environment', '環境與設施', 'the environment and facilities', '施設・環境'),
  topic(
    'environment',
    '環境禁菸管理',
    'smoking around our facilities',
    '環境の禁煙',
    /抽菸|吸菸|二手菸|菸味|抽煙|吸煙|二手煙|smok|タバコ|禁煙/i,
    true,
  ),
  topic('environment', '停車環境', 'parking facilities', '駐車場などの環境', /停車|車位|parking|駐車/i),
  topic(
    'environment',
    '環境隱私維護',
    'privacy in our facilities',
    '環境とプライバシー',
    /隱私|聽得到|全名|隔音|\bprivacy\b|プライバシー/i,
    true,
  ),
  topic(
    'environment',
    '無障礙環境',
    'accessible facilities',
    'バリアフリー環境',
    /輪椅|無障礙|斜坡|坡道|wheelchair|accessib|車椅子|バリアフリー/i,
  ),
  topic(
    'environment',
    '廁所與環境清潔',
    'restrooms and cleanliness of the environment',
    'トイレなど環境の清潔さ',
    /廁所|洗手間|馬桶|toilet|restroom|bathroom|トイレ/i,
    true,
  ),
  topic(
    'environment',
    '環境溫度與空調',
    'the temperature in our facilities',
    '空調など室内の環境',
    /冷氣|空調|好熱|很熱|太熱|好冷|太冷|悶熱|air ?con|too (?:hot|cold)|エアコン|冷房|暖房/i,
  ),
  topic(
    'environment',
    '環境整潔',
    'cleanliness of the environment',
    '環境の清潔さ',
    /髒|乾淨|清潔|衛生(?!局|署|所|福利)|蟑螂|整潔|\bdirty\b|\bclean|hygien|清潔|きれい|汚/i,
  ),
  topic(
    'environment',
    '環境音量',
    'noise in our facilities',
    '環境の静かさ',
    /吵|噪音|安靜|noise|noisy|quiet|うるさ|静か/i,
    true,
  ),
  topic(
    'environment',
    '環境通風與氣味',
    'air and smell of the environment',
    '環境のにおいと換気',
    /臭(?!臉)|異味|(?<!餐|菜|飯)味道|smell|におい|臭い/i,
    true,
  ),
  topic(
    'environment',
    '餐飲服務與環境',
    'food facilities',
    '飲食と環境',
    /餐廳|美食街|餐點|伙食|(?:住院|病患|病人|營養)餐|難吃|[早午晚]餐|便利商店|\bfood\b|canteen|食事/i,
  ),
  topic(
    'environment',
    '電梯與環境動線',
    'lifts and facilities',
    'エレベーターと環境',
    /電梯|elevator|\blifts?\b|エレベーター/i,
  ),
  topic(
    'environment',
    '環境動線與標示',
    'signs and directions in our facilities',
    '環境の案内表示と動線',
    /動線|迷路|指標|標示|找不到|\bsigns?\b|案内表示/i,
  ),
  topic(
    'environment',
    '候診環境與座位',
    'seating and facilities',
    '座席と環境',
    /座位|椅子|位子|擁擠|\bseats?\b|crowded|座席|椅子/i,
  ),
  topic(
    'environment',
    '環境與設備',
    'equipment and the environment',
    '設備と環境',
    /設備|老舊|儀器|設施|equipment|facilit|\bold\b|設備/i,
  ),

  topic('price', '收費與費用說明', 'fees and how they are explained', '費用とその説明'),
  topic('price', '停車費用', 'parking fees', '駐車料金', /停車|parking|駐車/i),
  topic('price', '掛號費與收費標準', 'registration fees', '受付の料金', /掛號費|registration fee/i),
  topic(
    'price',
    '自費項目的收費說明',
    'explanation of self-paid fees',
    '自費の料金説明',
    /自費|self[- ]?pa(?:y|id)|out of pocket|自費/i,
  ),
  topic('price', '文件申請的收費', 'fees for documents', '書類の料金', /證明|影本|光碟|certificate|copies|診断書/i),

  topic('booking_wait', '預約與等候安排', 'waiting and booking', '待ち時間と予約'),
  topic(
    'booking_wait',
    '電話預約與聯繫',
    'booking and reaching us by phone',
    '電話での予約',
    /電話|打不進|沒人接|\bphone\b|\bcalls?\b/i,
    true,
  ),
  topic(
    'booking_wait',
    '線上預約與掛號',
    'online booking',
    'オンライン予約',
    /網路掛號|線上掛號|網路預約|線上預約|\bapp\b|\bonline\b|ネット予約/i,
  ),
  topic(
    'booking_wait',
    '批價領藥的等候時間',
    'waiting at the counter',
    'お会計・お薬の待ち時間',
    /領藥|藥局|批價|pharmacy|薬/i,
    true,
  ),
  topic(
    'booking_wait',
    '叫號順序與等候',
    'the order of numbers and waiting',
    '順番と待ち時間',
    /插隊|順序|過號|叫號|跳號|號碼|\bnumbers?\b|\bqueue|順番/i,
    true,
  ),
  // Who had booked and waited all the same complains of the wait.
  topic(
    'booking_wait',
    '等候時間',
    'waiting times',
    '待ち時間',
    /等.{0,8}(?:久|小時|分鐘|鐘頭|半天)|小時|\bwait(?!ing list)|待ち時間|待たされ/i,
    true,
  ),
  topic(
    'booking_wait',
    '預約與掛號',
    'booking and registration',
    '予約と受付',
    /掛號|預約|約診|掛不到|約不到|\bbook|appointment|regist|予約/i,
  ),
  topic('booking_wait', '等候時間', 'waiting times', '待ち時間', /等|久|小時|分鐘|\bwait|hour|待/i, true),

  topic('information', '資訊與說明', 'information', '情報と説明'),
  topic(
    'information',
    '營業時間的資訊',
    'information on opening hours',
    '診療時間の情報',
    /休診|營業時間|門診時間|沒開|公休|opening hours|closed|休診|営業時間/i,
  ),
  topic(
    'information',
    '網站與網路資訊',
    'information on our website',
    'ウェブサイトの情報',
    /網站|官網|網頁|網路上|website|online|ホームページ|サイト/i,
  ),
  topic(
    'information',
    '文件申請的資訊',
    'information on documents',
    '書類に関する情報',
    /證明|文件|申請|表格|資料|certificate|documents?|forms?|書類|診断書/i,
  ),
  topic(
    'information',
    '現場指引與資訊',
    'directions and information',
    '案内と情報',
    /動線|指引|指標|標示|找不到|不知道去哪|directions?|signs?|案内/i,
  ),

  topic('other', '整體服務', 'service as a whole', 'サービス全般'),
  topic(
    'other',
    '隱私維護與服務',
    'privacy and service',
    'プライバシーとサービス',
    /隱私|聽得到|全名|隔音|\bprivacy\b|プライバシー/i,
    true,
  ),
  topic(
    'other',
    '探訪規定與服務',
    'house rules and service',
    '面会の決まりとサービス',
    /探病|訪客|陪病|探視|visiting|面会/i,
  ),
  topic(
    'other',
    '行政流程與服務',
    'administrative service',
    '事務手続きとサービス',
    /行政|流程|手續|程序|procedure|process|手続/i,
  ),
  topic(
    'other',
    '現場規定與服務',
    'rules and service',
    '決まりごととサービス',
    /規定|制度|政策|\brules?\b|policy|規則/i,
  ),
];

/** What the aspect is called in general. */
export const generalTopic = (aspect: Aspect): Topic =>
  TOPICS.find((one) => one.aspect === aspect && !one.when) ?? (TOPICS[0] as Topic);

/** The topic of the review within an aspect; without words for a narrower one, the general name. */
export const topicOf = (aspect: Aspect, text: string, praise = false): Topic =>
  TOPICS.find((one) => one.aspect === aspect && !(praise && one.onlyBad) && one.when?.test(text)) ??
  generalTopic(aspect);

/** Plain words by which an aspect shows itself, the surest first. */
const PLAIN: readonly (readonly [Aspect, RegExp])[] = [
  [
    'price',
    /太貴|很貴|超貴|好貴|收費|亂收|愛錢|\b(?:fees?|expensive|prices?|pric(?:e)?y|costs?|overcharg\w*)\b|料金|費用|高すぎ/i,
  ],
  [
    'booking_wait',
    /看診.{0,4}慢|等.{0,6}(?:久|小時|分鐘|點|半天)|排隊|約不到|掛不到|\b(?:wait\w*|queue\w*|appointments?|bookings?)\b|待ち|待た|待っ|予約/i,
  ],
  [
    'environment',
    /好髒|很髒|停車|廁所|冷氣|動線|\b(?:dirty|clean\w*|parking|toilets?|restrooms?|smell\w*|nois[ey])\b|トイレ|汚|駐車/i,
  ],
  [
    'attitude',
    /態度|口氣|兇|臭臉|禮貌|不耐煩|\b(?:rude\w*|impolite|friendly|unfriendly|polite|attitude|staff|receptionists?|service)\b|対応|受付|態度|親切|冷た/i,
  ],
  ['medical', /醫術|誤診|扎針|抽血|\b(?:doctors?|nurses?|treat\w*|diagnos\w*|dentists?)\b|先生|診察|治療/i],
  ['information', /官網|公告|資訊|\b(?:information|website|directions?)\b|案内|情報/i],
];

/** Where triage found nothing narrower than "other": the aspect that the review's own plain words point to. */
export const guessed = (text: string): Aspect | null => PLAIN.find(([, words]) => words.test(text))?.[0] ?? null;

/** Complaints in plain words that triage did not list: nobody who waited wants a reply that leaves it out. */
export const unlisted = (text: string, listed: readonly Aspect[]): Aspect[] =>
  PLAIN.filter(([aspect, words]) => (aspect === 'price' || aspect === 'booking_wait') && words.test(text))
    .map(([aspect]) => aspect)
    .filter((aspect) => !listed.includes(aspect));

/** Short names that can be joined: 「服務態度與等候時間」. */
const SHORT: Record<DraftLanguage, Record<Aspect, string>> = {
  'zh-TW': {
    attitude: '服務態度',
    medical: '醫療品質',
    environment: '環境',
    price: '收費',
    booking_wait: '預約與等候',
    information: '資訊說明',
    other: '整體服務',
  },
  en: {
    attitude: 'service',
    medical: 'medical quality',
    environment: 'the environment',
    price: 'fees',
    booking_wait: 'waiting times',
    information: 'information',
    other: 'service as a whole',
  },
  ja: {
    attitude: 'スタッフの対応',
    medical: '医療の質',
    environment: '環境',
    price: '費用',
    booking_wait: '待ち時間',
    information: 'ご案内',
    other: 'サービス全般',
  },
};
const AND: Record<DraftLanguage, string> = { 'zh-TW': '與', en: ' and ', ja: 'や' };

/** Nobody praises a wait. */
const PRAISED: Record<DraftLanguage, string> = { 'zh-TW': '預約流程', en: 'booking', ja: '予約のご案内' };

export const shortTopic = (aspect: Aspect, language: DraftLanguage, praised = false): string =>
  praised && aspect === 'booking_wait' ? PRAISED[language] : SHORT[language][aspect];
/** Two of them joined; a name that has its own 「與」 takes a plainer one. */
export const pairTopic = (a: Aspect, b: Aspect, language: DraftLanguage, praised = false): string => {
  const [one, other] = [a, b].map((aspect) => shortTopic(aspect, language, praised).replace('預約與等候', '等候安排'));
  return `${one}${AND[language]}${other}`;
};

/** Everything that may stand in {topic}, {good} and {bad}. */
export function everyTopic(language: DraftLanguage): string[] {
  const short = [false, true].flatMap((praised) => [
    ...ASPECTS.map((aspect) => shortTopic(aspect, language, praised)),
    ...ASPECTS.flatMap((a) => ASPECTS.filter((b) => b !== a).map((b) => pairTopic(a, b, language, praised))),
  ]);
  return [...new Set([...TOPICS.map(({ name }) => name[language]), ...short])];
}
