import type { Finding, FindingKind } from '../../contract/triage.ts';

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
  credit: medium('刑法313'),
  'personal-data': high('個資法19', '個資法20', '個資法41'),
  recording: medium('刑法315-1'),
  harassment: medium('刑法309', '跟騷法3'),
  'fake-engagement': low('公平法24'),
  'wrong-place': low(),
  'ex-employee': low(),
  'own-health': low('個資法6'),
  'public-danger': high('社維法63', '刑法310'),
  discrimination: medium('刑法309'),
  'self-harm': high(),
  praise: low(),
};
