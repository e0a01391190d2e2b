import { type Finding, type FindingKind, isFound } from '../../contract/triage.ts';

/** What a kind of finding stands for unless its rule or the staff know better. Law text of 2024-10-11. */
interface Kind {
  readonly severity: Finding['severity'];
  /** Articles it touches, the first one foremost. */
  readonly statutes: readonly string[];
}

const high = (...statutes: string[]): Kind => ({ severity: 'high', statutes });
const medium = (...statutes: string[]): Kind => ({ severity: 'medium', statutes });
const low = (...statutes: string[]): Kind => ({ severity: 'low', statutes });

export const KINDS: Readonly<Record<FindingKind, Kind>> = {
  opinion: low('刑法311'),
  'serious-injury': high('醫預法6', '刑法310'),
  'crime-claim': high('刑法310'),
  'hygiene-claim': medium('刑法310'),
  accusation: medium('刑法310', '民195'),
  insult: medium('刑法309'),
  'private-life': medium('刑法310', '民195'),
  'threat-violence': high('刑法305', '醫療法24', '醫療法106'),
  // A right of everybody: it carries no article.
  'threat-legal': medium(),
  demand: medium('刑法346', '刑法304', '刑法305'),
  credit: medium('刑法313', '刑法310'),
  'personal-data': high('個資法19', '個資法20', '個資法41'),
  recording: medium('刑法315-1'),
  // One remark is no stalking: 跟騷法3 asks for repetition. The article's number is unverified in the law reference.
  harassment: medium('性騷法2'),
  // 公平法24 binds competitors: where readers are sent next door (platform.ts).
  'fake-engagement': low(),
  'wrong-place': low(),
  'ex-employee': low(),
  // What binds here is the clinic.
  'own-health': low('醫療法72', '個資法6'),
  'public-danger': high('社維法63'),
  // Slurs at a group name nobody: 刑法309 stands with an insult at a person.
  discrimination: medium(),
  'self-harm': high(),
  praise: low(),
};

/** Kinds that ask for nothing: most reviews hold no other. */
export const isHarmless = (kind: FindingKind): boolean =>
  kind === 'opinion' || kind === 'praise' || kind === 'own-health';

/** Stars bought by the clinic itself: a finding with these is a complaint about it, and no ground to report a review. */
export const CLINIC_BUYS: readonly string[] = ['公平法21', '公平法25'];

/** Whether a finding says that the clinic buys its stars. */
export const saysBought = ({ statutes }: Pick<Finding, 'statutes'>): boolean =>
  CLINIC_BUYS.every((statute) => statutes.includes(statute));

/** Beside these a text is not thanked for, however kind its words and stars. */
const UNTHANKED: readonly FindingKind[] = [
  'threat-violence',
  'self-harm',
  'personal-data',
  'recording',
  'harassment',
  'demand',
  'crime-claim',
];
export const isUnthanked = (risks: readonly Pick<Finding, 'kind' | 'confidence'>[]): boolean =>
  UNTHANKED.some((kind) => isFound(risks, kind));

/** Kinds that state something as a fact: hearsay and sarcasm bear on them, and they carry an accusation. */
export const FACTS: readonly FindingKind[] = [
  'accusation',
  'credit',
  'crime-claim',
  'hygiene-claim',
  'private-life',
  'public-danger',
  'serious-injury',
];
