import type { Site } from '../../contract/review.ts';
import { type Finding, type FindingKind, HUNCH, type Triage } from '../../contract/triage.ts';
import { CLINIC_BUYS } from '../../triage/rules/kinds.ts';
import { type OfficialInput, type OfficialText, words } from './shape.ts';

type Ground = 'fake' | 'off-topic' | 'personal' | 'attack' | 'threat' | 'image';
type Words = { zh: string; en: string };

/** What triage must have found for a ground, surest first. */
const KINDS: Record<Ground, readonly FindingKind[]> = {
  threat: ['threat-violence'],
  image: ['recording'],
  personal: ['personal-data', 'private-life'],
  attack: ['harassment', 'discrimination', 'insult'],
  fake: ['fake-engagement'],
  'off-topic': ['wrong-place'],
};

/** Articles that bind the clinic: bought stars, pictures of patients. */
const OWN: readonly string[] = [...CLINIC_BUYS, '醫療法72'];

/** The platform's category in its own words; law reference 2.6 says which of them were seen verbatim. */
const CATEGORIES: Record<Site, Partial<Record<Ground, Words>>> = {
  'google-maps': {
    fake: { zh: '不實互動', en: 'Fake engagement' },
    'off-topic': { zh: '離題', en: 'Off topic' },
    personal: { zh: '個人資訊', en: 'Personal information' },
    attack: { zh: '騷擾、人身攻擊', en: 'Harassment' },
    threat: { zh: '騷擾（威脅）', en: 'Harassment (threat)' },
    image: { zh: '個人資訊（未經同意的影像）', en: 'Personal information (images without consent)' },
  },
  facebook: {
    fake: { zh: '詐騙、不實評論', en: 'Fraud: fake review' },
    personal: { zh: '隱私：公布個人聯絡資料或醫療紀錄', en: 'Privacy: private contact data or medical records' },
    attack: { zh: '霸凌或騷擾', en: 'Bullying or harassment' },
    threat: { zh: '暴力與煽動', en: 'Violence and incitement' },
    image: { zh: '未經同意的私密影像', en: 'Images without consent' },
  },
  ptt: {
    personal: { zh: '使用者違規：公佈他人非公開之個人資料', en: "Publishing another person's private data" },
    attack: { zh: '使用者違規：挑釁或辱罵（並依該板板規）', en: 'Provocation or abuse (and the rules of the board)' },
    threat: { zh: '違反法律的內容（看板檢舉或站務）', en: 'Unlawful content (board or site police)' },
    image: { zh: '公佈他人非公開之個人資料（影像）', en: 'Publishing private images' },
    fake: { zh: '使用者違規：重覆發表', en: 'Repeated posting' },
    'off-topic': { zh: '違反板規：與板旨無關', en: 'Off topic for the board' },
  },
  dcard: {
    personal: { zh: '洩漏個資', en: 'Leak of personal data' },
    attack: { zh: '人身攻擊', en: 'Personal attack' },
    threat: { zh: '人身攻擊、恐嚇', en: 'Personal attack, threat' },
    fake: { zh: '垃圾訊息、不實內容', en: 'Spam or untrue content' },
    image: { zh: '洩漏個資（影像）', en: 'Leak of personal data (images)' },
  },
};

/** The reason in our own words: what stands there, never what happened or who was here. */
const REASONS: Record<Ground, Words> = {
  fake: {
    zh: '這則內容的樣態（例如重複、大量相似或自稱並未親身經歷）不像真實體驗，請依政策查核。',
    en: 'The content looks repeated, copied or admittedly not first-hand; please check it against your policy.',
  },
  'off-topic': {
    zh: '這則內容談的是其他店家或與本地點無關的事，請依政策查核。',
    en: 'The content speaks of another place or of something unrelated; please check it against your policy.',
  },
  personal: {
    zh: '這則內容公開了特定個人的非公開資料，未見當事人同意，請儘速處理以免擴散。',
    en: "The content makes a person's private data public, with no sign of consent; please act soon.",
  },
  attack: {
    zh: '這則內容含有針對個人的辱罵或騷擾字句，與服務意見無關，請依政策查核。',
    en: 'The content holds abuse or harassment aimed at a person, apart from any view of the service.',
  },
  threat: {
    zh: '這則內容含有可能危及人身或財物安全的字句，請儘速處理。',
    en: 'The content holds words that may endanger people or property; please act soon.',
  },
  image: {
    zh: '這則內容含有或連結到未經同意的影像，請儘速處理；基於保護當事人，我們未保存也未附上影像。',
    en: 'The content holds or links to images without consent; to protect the person we neither keep nor attach them.',
  },
};

const LINES = {
  url: { zh: '網址', en: 'Address' },
  name: { zh: '顯示名稱', en: 'Shown name' },
  time: { zh: '顯示時間', en: 'Shown time' },
  category: { zh: '檢舉類別', en: 'Category' },
  reason: { zh: '說明', en: 'Reason' },
  words: { zh: '相關文字', en: 'Words concerned' },
  none: {
    zh: '本檢舉未附任何病歷、就診或其他個人資料。',
    en: 'No record, visit or other personal data is attached to this report.',
  },
} as const;

const groundsOf = (triage: Triage): Ground[] =>
  (Object.keys(KINDS) as Ground[]).filter((ground) => {
    if (
      ground === 'attack' &&
      triage.insult !== 'severe' &&
      !triage.risks.some(({ kind }) => kind === 'harassment' || kind === 'discrimination')
    )
      return false;
    if (ground === 'threat' && triage.threat === 'violence') return true;
    return triage.risks.some((risk) => speaksFor(ground, risk));
  });

/** A finding to report by: no hunch, and nothing that the clinic itself is said to have done. */
const speaksFor = (ground: Ground, { kind, confidence, statutes }: Finding): boolean =>
  KINDS[ground].includes(kind) && confidence > HUNCH && !statutes.some((statute) => OWN.includes(statute));

/** The words a ground rests on, unless personal data stand in them: those are not said again. */
function quoted(input: OfficialInput, ground: Ground): string | null {
  if (ground === 'personal' || ground === 'image') return null;
  const { triage, review } = input;
  const finding = triage.risks.find((risk) => speaksFor(ground, risk));
  if (!finding || finding.end <= finding.start) return null;
  const end = Math.min(finding.end, finding.start + 60);
  if (triage.personal.some((span) => span.start < end && span.end > finding.start)) return null;
  return review.text.slice(finding.start, end).replace(/\s+/g, ' ').trim() || null;
}

/** One text for each of the platform's categories that fits; one entry with the reason where none does. */
export function reports(input: OfficialInput): OfficialText[] {
  const say = words(input.language);
  const { review, triage } = input;
  const categories = CATEGORIES[review.site];
  const colon = input.language === 'en' ? ': ' : '：';
  const fitting = groundsOf(triage).filter((ground) => categories[ground]);
  if (fitting.length === 0) {
    return [
      {
        kind: 'report',
        id: 'report',
        title: say({ zh: '向平台檢舉', en: 'Report to the platform' }),
        text: null,
        why: say({
          zh: '沒有讀到符合檢舉類別的內容。平台不介入意見不同的爭議，單純的負面意見請不要檢舉。',
          en: 'Nothing was read that fits a category. Platforms do not step into differences of opinion; a bad review alone is no ground.',
        }),
        check: [],
        lawyer: false,
      },
    ];
  }
  return fitting.map((ground) => {
    const category = categories[ground] as Words;
    const quote = quoted(input, ground);
    const name = review.author.name.replace(/\s+/g, ' ').trim().slice(0, 80);
    const lines = [
      review.url && say(LINES.url) + colon + review.url,
      name && say(LINES.name) + colon + name,
      review.postedAt.shown && say(LINES.time) + colon + review.postedAt.shown,
      say(LINES.category) + colon + say(category),
      say(LINES.reason) + colon + say(REASONS[ground]),
      quote && say(LINES.words) + colon + (input.language === 'en' ? `"${quote}"` : `「${quote}」`),
      say(LINES.none),
    ];
    return {
      kind: 'report' as const,
      id: `report-${ground}`,
      title: `${say({ zh: '向平台檢舉', en: 'Report to the platform' })}${colon}${say(category)}`,
      text: lines.filter(Boolean).join('\n'),
      why: null,
      check: [
        say({
          zh: '先存證再檢舉：檢舉或刪除後，原文可能就看不到了。',
          en: 'Preserve evidence first: after a report the post may be gone.',
        }),
        say({
          zh: '不要附上病歷、掛號或就診紀錄，也不要寫「查無此人」。',
          en: 'Attach no records and do not write that somebody was no patient.',
        }),
        say({
          zh: '類別名稱以平台畫面為準；同一則不重複檢舉。',
          en: "The platform's own screen has the exact category; report once only.",
        }),
        ...(ground === 'personal'
          ? [
              say({
                zh: '只公開醫師姓名通常不符合這一類。',
                en: "A doctor's name alone usually does not fit this category.",
              }),
            ]
          : []),
        ...(ground === 'threat' || ground === 'image'
          ? [
              say({
                zh: '人身安全優先：同時通報警方（110），並請律師看過。',
                en: 'Safety first: call the police (110) too, and ask a lawyer.',
              }),
            ]
          : []),
      ],
      lawyer: ground === 'threat' || ground === 'image',
    };
  });
}
