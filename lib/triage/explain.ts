import type { FindingKind, Triage } from '../contract/triage.ts';
import { FACTS } from './rules/kinds.ts';

/*
 * What a person who is no lawyer wants to know beside a finding: which article in plain words, and what speaks against
 * reading it so. As of the law text of 2024-10-11; sources in the clinic's law reference (parts 1, 5).
 */

/** Findings whose articles protect the author or bind the clinic: nothing is held against the author. */
export const ABOUT_NOBODY: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'opinion',
  'own-health',
  'praise',
  'self-harm',
  'threat-legal',
]);

type Language = 'zh-TW' | 'en';
type Said = Record<Language, string>;

const ARTICLES: Record<string, Said> = {
  刑法151: { 'zh-TW': '以危害公眾的事恐嚇大眾', en: 'frightening the public with a common danger' },
  刑法304: { 'zh-TW': '用強暴或脅迫，逼人做他沒有義務做的事', en: 'forcing somebody by violence or threat' },
  刑法305: {
    'zh-TW': '以傷害生命、身體、自由、名譽或財產的事嚇人，讓人覺得不安全',
    en: 'a threat to life, body, freedom, reputation or property that makes somebody feel unsafe',
  },
  刑法309: {
    'zh-TW': '公開用貶低人的話罵人，而且超過一般人能忍受的程度',
    en: 'demeaning words in public, beyond what people can be expected to bear',
  },
  刑法310: {
    'zh-TW': '向大家散布一件具體、會損害他人名譽的事',
    en: 'spreading a concrete fact that harms somebody’s reputation',
  },
  刑法311: {
    'zh-TW': '善意發表的言論不罰，例如對可以公開評論的事做適當評論',
    en: 'good-faith speech is not punished, such as fair comment on matters of public concern',
  },
  刑法313: {
    'zh-TW': '散布流言，讓人以為對方付不出錢或快要倒閉',
    en: 'rumours that make others doubt somebody’s solvency',
  },
  '刑法315-1': { 'zh-TW': '偷看、偷聽或偷錄別人不公開的活動', en: 'secretly watching or recording private activity' },
  '刑法319-1': { 'zh-TW': '未經同意拍攝別人的性影像', en: 'recording sexual images without consent' },
  '刑法319-3': { 'zh-TW': '未經同意散布別人的性影像', en: 'spreading sexual images without consent' },
  刑法346: {
    'zh-TW': '為了不該拿的好處，以恐嚇逼人交出財物',
    en: 'frightening somebody into handing over what one has no claim to',
  },
  民18: { 'zh-TW': '人格權受侵害，可以請求除去或防止', en: 'removal or prevention when personality rights are harmed' },
  民184: { 'zh-TW': '不法侵害他人權利，要負賠償責任', en: 'damages for unlawful harm to another’s rights' },
  民195: {
    'zh-TW': '名譽、隱私等受侵害，可以請求賠償與回復名譽',
    en: 'compensation for harm to reputation or privacy',
  },
  醫療法24: {
    'zh-TW': '任何人不得以暴力、恐嚇、公然侮辱等方式妨礙醫療',
    en: 'nobody may obstruct medical work by violence, threats or insult',
  },
  醫療法106: { 'zh-TW': '妨礙醫療業務或傷害醫事人員的處罰', en: 'penalties for obstructing care or harming staff' },
  醫預法6: {
    'zh-TW': '醫療事故發生後五個工作日內，要向病人或家屬說明並提供協助',
    en: 'after a medical accident, explain and help within five working days',
  },
  個資法6: {
    'zh-TW': '病歷、健康等特別敏感的資料，原則上不能蒐集或利用',
    en: 'health and other sensitive data may as a rule not be collected or used',
  },
  個資法19: { 'zh-TW': '蒐集別人的個資要有正當理由', en: 'collecting personal data needs a lawful ground' },
  個資法20: {
    'zh-TW': '個資只能用在當初蒐集的目的',
    en: 'personal data may only serve the purpose it was collected for',
  },
  個資法41: {
    'zh-TW': '為了圖利或害人，不當公開或使用別人個資的處罰',
    en: 'penalties for unlawful use meant to harm or profit',
  },
  醫療法72: {
    'zh-TW': '診所與人員不得無故洩漏病人的病情或健康資訊',
    en: 'clinics and staff may not disclose a patient’s health without cause',
  },
  性騷法2: {
    'zh-TW': '違反他人意願、與性或性別有關的言行',
    en: 'unwanted words or conduct related to sex or gender',
  },
  精衛38: {
    'zh-TW': '不得公開歧視精神疾病的病人，或影射別人有精神疾病',
    en: 'nobody may discriminate in public against people with a mental illness, or insinuate one',
  },
  社維法63: { 'zh-TW': '散布謠言，影響大家的安寧', en: 'rumours that disturb the public peace' },
  跟騷法3: {
    'zh-TW': '反覆對特定人做與性或性別有關的騷擾，讓人害怕、影響生活',
    en: 'repeated harassment of a person, related to sex or gender, that causes fear',
  },
  公平法21: {
    'zh-TW': '不得在廣告上對商品或服務做虛偽、引人錯誤的表示',
    en: 'no false or misleading statements in advertising',
  },
  公平法25: {
    'zh-TW': '不得有足以影響交易秩序的欺罔或顯失公平行為',
    en: 'no deceptive or plainly unfair conduct that affects trading order',
  },
  公平法24: {
    'zh-TW': '為了競爭，散布損害對手商譽的不實情事',
    en: 'untrue statements that harm a competitor’s standing',
  },
};

/** An article in plain words, or null where none are written for it. */
export const plainArticle = (code: string, language: Language): string | null => ARTICLES[code]?.[language] ?? null;

const CHECKED: Said = {
  'zh-TW':
    '若是親身經歷，或發文前有合理查證、有理由相信為真，即使不能證明全部屬實，通常也不罰（釋字第509號、憲法法庭112年憲判字第8號）。',
  en: 'Own experience, or a reasonable check beforehand with grounds to believe it, is mostly not punished even if not all of it can be proved (Interpretation 509; Constitutional Court 112-Hsien-Pan-8).',
};
const FAIR: Said = {
  'zh-TW': '醫療品質、收費與衛生是大家可以評論的事，善意的適當評論不罰（刑法第311條第3款）。',
  en: 'Care, fees and hygiene are matters of public concern; fair comment in good faith is not punished (§311(3)).',
};
const TRUTH: Said = {
  'zh-TW': '能證明是真的、又和公共利益有關，不罰（刑法第310條第3項）。所以要先內部查核。',
  en: 'What is true and of public concern is not punished (§310(3)), so check internally first.',
};
const REPORTING: Said = {
  'zh-TW': '向主管機關申訴、找媒體或提告，是每個人的權利。',
  en: 'Complaining to authorities, going to the press or to court is everybody’s right.',
};
const WEAK: Said = {
  'zh-TW': '這只是從文字看出的跡象，沒有到訪細節不等於沒有來過。請勿用病歷去比對。',
  en: 'Only a sign in the wording: a review without details may still be genuine. Never check it against charts.',
};

const AGAINST: Partial<Record<FindingKind, readonly Said[]>> = {
  'serious-injury': [
    {
      'zh-TW': '發言者可能如實描述自己或家人的經過；傷害的發生不代表醫療有過失。',
      en: 'The writer may describe truly what happened to them; harm alone says nothing of fault.',
    },
    CHECKED,
  ],
  'crime-claim': [TRUTH, CHECKED],
  'hygiene-claim': [TRUTH, FAIR, CHECKED],
  accusation: [FAIR, CHECKED],
  insult: [
    {
      'zh-TW': '一時情緒、輕微或對事不對人的用語，法院多認為還在可忍受的範圍（憲法法庭113年憲判字第3號）。',
      en: 'A passing outburst, mild words, or words about the matter rather than the person are mostly held bearable (Constitutional Court 113-Hsien-Pan-3).',
    },
    {
      'zh-TW': '如果是在評論服務好壞，也可能屬於可受公評的意見（刑法第311條第3款）。',
      en: 'As part of an opinion on the service it may be fair comment (§311(3)).',
    },
  ],
  'private-life': [
    {
      'zh-TW': '是不是私事、和公共利益有沒有關係，要看整段話；與看診或收費有關的部分仍可受公評。',
      en: 'Whether it is private depends on the whole; what concerns care or fees stays open to comment.',
    },
  ],
  'threat-violence': [
    {
      'zh-TW': '可能只是氣話或誇飾：沒有具體的人、時間或方法，不一定會讓人真的害怕。安全仍要先顧。',
      en: 'It may be venting: without a person, a time or a means it need not cause real fear. Safety first all the same.',
    },
  ],
  'threat-legal': [REPORTING],
  demand: [
    {
      'zh-TW': '要求退費或道歉，可能是有理由的消費爭議；要有「不該拿而想拿」的意圖才有問題。',
      en: 'A refund or an apology may be a fair claim in a dispute; it takes the intent to get what one has no right to.',
    },
    REPORTING,
  ],
  credit: [
    {
      'zh-TW': '批評服務不好不算；要說到付不出錢、快倒閉這類經濟信用才有關。',
      en: 'Criticism of the service does not count; only claims about solvency do.',
    },
    CHECKED,
  ],
  'personal-data': [
    {
      'zh-TW': '可能是發言者自己的資料，或診所本來就公開的聯絡方式；在職務上公開的姓名多半不是問題。',
      en: 'It may be the writer’s own data or the clinic’s published contact; names used at work are mostly no issue.',
    },
  ],
  recording: [
    {
      'zh-TW': '提到錄音錄影，不代表真的散布；為了自保而錄自己參與的談話，通常不罰。',
      en: 'Speaking of a recording does not mean it was spread; recording one’s own conversation to protect oneself is mostly not punished.',
    },
  ],
  harassment: [
    {
      'zh-TW': '單次、沒有性意味或不是針對特定人的話，通常不算；要看是否反覆並讓人害怕。',
      en: 'Words said once, without sexual meaning or not at a person mostly do not count; look for repetition and fear.',
    },
  ],
  'fake-engagement': [WEAK],
  'wrong-place': [
    {
      'zh-TW': '也可能是同一位顧客把幾家店寫在一起，請先看完全文。',
      en: 'One customer may write of several places at once: read all of it first.',
    },
  ],
  'ex-employee': [
    {
      'zh-TW': '員工談勞動條件，可能是受保護的言論；也可能只是轉述別人的話。',
      en: 'What employees say of working conditions may be protected; it may also be somebody else’s story.',
    },
  ],
  'public-danger': [
    {
      'zh-TW': '若消息屬實，或有理由相信而善意提醒，不算散布謠言。請先向衛生局查證。',
      en: 'True news or a warning in good faith is no rumour: check with the health authority first.',
    },
  ],
  discrimination: [
    {
      'zh-TW': '可能是引用別人的話、講自己，或只是描述病情；請看前後文。',
      en: 'It may quote somebody, speak of the writer, or just describe an illness: read the context.',
    },
  ],
  'self-harm': [
    {
      'zh-TW': '也可能是誇飾的口頭禪，但請先當作真的來關心。',
      en: 'It may be a figure of speech; take it seriously first.',
    },
  ],
};

const HEARSAY: Said = {
  'zh-TW': '作者提到是聽說的；有標明來源、查證過的轉述，也可能不罰。',
  en: 'The author says it is hearsay; passing on a marked and checked source may be lawful too.',
};
const SARCASM: Said = {
  'zh-TW': '可能是反諷，字面意思不一定是作者的主張。',
  en: 'It may be sarcasm: the literal words may not be what the author claims.',
};
const STARRED: Said = {
  'zh-TW': '整篇評論偏正面，這幾個字可能只是語氣。',
  en: 'The review as a whole is positive; these words may be mere tone.',
};

/** What speaks against a finding: the defences of its article, and what this very text gives. Nothing for opinion and praise. */
export function speaksAgainst(
  kind: FindingKind,
  triage: Pick<Triage, 'hearsay' | 'sarcasm' | 'sentiment'>,
  language: Language,
): string[] {
  const said = [...(AGAINST[kind] ?? [])];
  if (FACTS.includes(kind) && triage.hearsay) said.push(HEARSAY);
  if ((FACTS.includes(kind) || kind === 'insult' || kind === 'threat-violence') && triage.sarcasm) said.push(SARCASM);
  if ((kind === 'insult' || kind === 'discrimination') && triage.sentiment === 'positive') said.push(STARRED);
  return said.map((sentence) => sentence[language]);
}
