import type { Finding } from '../../lib/contract/triage.ts';
import { type Severity, WEIGHT } from './looks.ts';

/** Findings that say the same of several places: one card. */
export interface Group {
  /** Stays the same while the review is re-read. */
  key: string;
  /** The first of them: all say the same. */
  finding: Finding;
  /** The heaviest of them. */
  severity: Severity;
  confidence: number;
  /** Indices into the risks. */
  places: number[];
}

/**
 * What is shown of all findings: 「個人意見」 says that nothing need be done and that a neutral reply is right, which
 * nobody should read beside a threat or a leak of somebody's data.
 */
export function worthShowing(risks: readonly Finding[]): Finding[] {
  const grave = risks.some(({ kind, severity }) => severity === 'high' && kind !== 'opinion');
  return risks.filter(({ kind }) => !(grave && kind === 'opinion'));
}

/** Findings that say the same of several places, once; in the order of their first place, mere opinion last. */
export function grouped(risks: readonly Finding[]): Group[] {
  const groups = new Map<string, Group>();
  risks.forEach((finding, index) => {
    // What staff set is a card of its own: it is theirs to change.
    const key = JSON.stringify([finding.kind, finding.why, finding.action, finding.statutes, finding.confidence === 1]);
    const group = groups.get(key);
    if (!group) {
      const { severity, confidence } = finding;
      groups.set(key, { key, finding, severity, confidence, places: [index] });
      return;
    }
    group.places.push(index);
    group.confidence = Math.max(group.confidence, finding.confidence);
    if (WEIGHT[finding.severity] > WEIGHT[group.severity]) group.severity = finding.severity;
  });
  const opinion = ({ finding }: Group): number => Number(finding.kind === 'opinion');
  return [...groups.values()].sort((a, b) => opinion(a) - opinion(b));
}
