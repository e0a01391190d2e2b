import { type Finding, type FindingKind, HUNCH } from '../contract/index.ts';

/** Of equal severity: where somebody may come to harm first, then claims, then words; as triage weighs them. */
const GRAVEST_FIRST: readonly FindingKind[] = [
  'self-harm',
  'threat-violence',
  'serious-injury',
  'recording',
  'harassment',
  'personal-data',
  'public-danger',
  'crime-claim',
  'demand',
  'threat-legal',
  'hygiene-claim',
  'credit',
  'accusation',
  'insult',
  'discrimination',
  'private-life',
  'fake-engagement',
  'ex-employee',
  'wrong-place',
  'own-health',
  'praise',
  'opinion',
];

const SEVERITIES: readonly Finding['severity'][] = ['high', 'medium', 'low'];

/** The gravest first; of equal severity what is found before what only sounds so, then by kind. */
export function byGravity(
  a: Pick<Finding, 'kind' | 'severity' | 'confidence'>,
  b: Pick<Finding, 'kind' | 'severity' | 'confidence'>,
): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    Number(a.confidence <= HUNCH) - Number(b.confidence <= HUNCH) ||
    GRAVEST_FIRST.indexOf(a.kind) - GRAVEST_FIRST.indexOf(b.kind)
  );
}
