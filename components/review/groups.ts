import type { Finding } from '../../lib/contract/triage.ts';
import { byGravity } from '../../lib/desk/gravity.ts';
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
 * nobody should read beside a threat or a leak of somebody's data. 「具體指控」 is not said again of words that a narrower
 * claim of the same article, as sure, is made of.
 */
export function worthShowing(risks: readonly Finding[]): Finding[] {
  const grave = risks.some(({ kind, severity }) => severity === 'high' && kind !== 'opinion');
  const narrower = risks.filter(({ kind, statutes }) => kind !== 'accusation' && statutes.includes(DEFAMATION));
  const isSaid = ({ start, end, confidence }: Finding): boolean =>
    narrower.some((r) => r.start <= start && end <= r.end && r.confidence >= confidence);
  return risks.filter((risk) => !(grave && risk.kind === 'opinion') && !(risk.kind === 'accusation' && isSaid(risk)));
}

const DEFAMATION = '刑法310';

/**
 * Findings that say the same of several places, once; the gravest first, mere opinion last. Places of one kind share a
 * card also where something more is said of one of them: that stands with its words.
 */
export function grouped(risks: readonly Finding[]): Group[] {
  const groups = new Map<string, Group>();
  risks.forEach((finding, index) => {
    const [first] = sentencesOf(finding.why);
    // What staff set is a card of its own: it is theirs to change.
    const key = JSON.stringify([finding.kind, first, finding.action, finding.statutes, finding.confidence === 1]);
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
  return [...groups.values()].sort((a, b) => opinion(a) - opinion(b) || byGravity(asOne(a), asOne(b)));
}

const asOne = ({ finding, severity, confidence }: Group) => ({ kind: finding.kind, severity, confidence });

/** Why, in what holds of all places of a card, and what holds of some: with the places that it is about. */
export interface Reasons {
  all: string;
  some: { why: string; places: number[] }[];
}

export function reasonsOf({ places }: Pick<Group, 'places'>, risks: readonly Finding[]): Reasons {
  const told = places.map((index) => ({ index, sentences: sentencesOf(risks[index]?.why ?? '') }));
  const every = (sentence: string): boolean => told.every(({ sentences }) => sentences.includes(sentence));
  const all = (told[0]?.sentences ?? []).filter(every);
  const some = new Map<string, number[]>();
  for (const { index, sentences } of told) {
    const why = sentences.filter((sentence) => !every(sentence)).join('');
    if (why !== '') some.set(why, [...(some.get(why) ?? []), index]);
  }
  return { all: all.join('').trim(), some: [...some].map(([why, about]) => ({ why: why.trim(), places: about })) };
}

/** Each with its mark at the end, and in English with the space after it: joined they are the whole. */
const sentencesOf = (why: string): string[] => why.match(/.+?(?:。|\. (?=[A-Z])|$)/gsu) ?? [];
