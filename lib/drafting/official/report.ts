import type { Site } from '../../contract/review.ts';
import { type Finding, type FindingKind, HUNCH, type Triage } from '../../contract/triage.ts';
import { CLINIC_BUYS } from '../../triage/rules/kinds.ts';
import { type OfficialInput, type OfficialText, type Words, words } from './shape.ts';

type Ground = 'fake' | 'off-topic' | 'personal' | 'attack' | 'threat' | 'image';
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
    fake: { zh: '詐騙、不實評論', en: 'Fraud (fake review)' },
    personal: { zh: '隱私（公布個人聯絡資料或醫療紀錄）', en: 'Privacy (private contact data or medical records)' },
    attack: { zh: '霸凌或騷擾', en: 'Bullying or harassment' },
    threat: { zh: '暴力與煽動', en: 'Violence and incitement' },
    image: { zh: '未經同意的私密影像', en: 'Images without consent' },
  },
  ptt: {
    personal: { zh: '使用者違規（公佈他人非公開之個人資料）', en: "Publishing another person's private data" },
    attack: { zh: '使用者違規（挑釁或辱罵）', en: 'Provocation or abuse' },
    threat: { zh: '違反法律的內容（看板檢舉或站務）', en: 'Unlawful content (board or site police)' },
    image: { zh: '公佈他人非公開之個人資料（影像）', en: 'Publishing private images' },
    fake: { zh: '使用者違規（違反板規）', en: 'Against the rules of the board' },
    'off-topic': { zh: '使用者違規（違反板規，與板旨無關）', en: 'Off topic for the board' },
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
    zh: '這則內容讀起來可能不是真實體驗（例如內容重複、自稱沒有去過、有酬發文或揚言刷評），請依政策查核。',
    en: 'The content may be no real experience (repeated, admittedly not first-hand, paid for, or ratings announced by the dozen); please check it against your policy.',
  },
  'off-topic': {
    zh: '這則內容談的是其他店家或與本地點無關的事，請依政策查核。',
    en: 'The content speaks of another place or of something unrelated; please check it against your policy.',
  },
  personal: {
    zh: '這則內容公開或徵求特定個人的非公開資料，未見當事人同意，請儘速處理以免擴散。',
    en: "The content makes a person's private data public or asks for it, with no sign of consent; please act soon.",
  },
  attack: {
    zh: '這則內容含有針對個人的辱罵或騷擾字句，請依政策查核。檢舉的是這些字句，不是對服務的意見。',
    en: 'The content holds abuse or harassment aimed at a person; please check it against your policy. Those words are reported, not any view of the service.',
  },
  threat: {
    zh: '這則內容含有可能危及人身或財物安全的字句，請儘速處理。',
    en: 'The content holds words that may endanger people or property; please act soon.',
  },
  image: {
    zh: '這則內容可能含有或連結到未經同意的影像，請儘速處理。為保護當事人，本檢舉未附上影像。',
    en: 'The content may hold or link to images without consent; please act soon. To protect the person none are attached.',
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

/**
 * A finding to report by: no hunch, and nothing that the clinic itself is said to have done. An insult is one only
 * where it is aimed at a person: an oath at nobody, mild words and abuse of the place are marked as light.
 */
function speaksFor(ground: Ground, { kind, confidence, statutes, severity }: Finding): boolean {
  if (!KINDS[ground].includes(kind) || confidence <= HUNCH) return false;
  return !(kind === 'insult' && severity === 'low') && !statutes.some((statute) => OWN.includes(statute));
}

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
  const tell = words(input.screen);
  const { review, triage } = input;
  const categories = CATEGORIES[review.site];
  const colon = input.language === 'en' ? ': ' : '：';
  const fitting = groundsOf(triage).filter((ground) => categories[ground]);
  if (fitting.length === 0) {
    return [
      {
        kind: 'report',
        id: 'report',
        title: tell(TITLE),
        text: null,
        why: tell({
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
      title: `${tell(TITLE)}${input.screen === 'en' ? ': ' : '：'}${tell(category)}`,
      text: lines.filter(Boolean).join('\n'),
      why: null,
      check: checks(ground, review.site).map(tell),
      lawyer: ground === 'threat' || ground === 'image',
    };
  });
}

const TITLE: Words = { zh: '向平台檢舉', en: 'Report to the platform' };

/** What to look at before it is sent, most important first. */
const checks = (ground: Ground, site: Site): Words[] => [
  ...(ground === 'threat'
    ? [
        {
          zh: '人身安全優先：同時通報警方（110），並請律師看過。',
          en: 'Safety first: call the police (110) too, and ask a lawyer.',
        },
      ]
    : []),
  ground === 'image'
    ? {
        zh: '先存證再檢舉，但只記網址、時間與文字：不拍畫面，不下載、不轉傳影像。同時通報警方（110），並請律師看過。',
        en: 'Preserve evidence first, but only address, time and text: no pictures, no download, no passing on. Call the police (110) too, and ask a lawyer.',
      }
    : {
        zh: '先存證再檢舉：檢舉或刪除後，原文可能就看不到了。',
        en: 'Preserve evidence first: after a report the post may be gone.',
      },
  {
    zh: '不要附上病歷、掛號或就診紀錄，也不要寫「查無此人」。',
    en: 'Attach no records and do not write that somebody was no patient.',
  },
  {
    zh: '類別名稱以平台畫面為準；同一則不重複檢舉。',
    en: "The platform's own screen has the exact category; report once only.",
  },
  ...(site === 'ptt'
    ? [
        {
          zh: 'PTT 請照該板的檢舉格式，補上文章代碼（AID）與違反的板規條號。',
          en: 'On PTT follow the form of the board: add the article code (AID) and the number of the rule.',
        },
      ]
    : []),
  ...(ground === 'personal'
    ? [
        {
          zh: '只公開醫師姓名通常不符合這一類。',
          en: "A doctor's name alone usually does not fit this category.",
        },
      ]
    : []),
];
