import type { GuardViolation, Rule } from '../../lib/contract/draft.ts';
import type { Span } from '../../lib/contract/triage.ts';
import { sentenceAround } from './permit.ts';

/** A sentence with all that is the matter with it: it gives way as a whole, so it is one thing to deal with. */
export interface SentenceGroup {
  start: number;
  end: number;
  violations: GuardViolation[];
  severity: GuardViolation['severity'];
  /** One sentence to take its place; empty: it can only go. */
  suggestion: string;
}

/** Sentences that fit in the place of any other; last those that speak of a matter, or of the order of the queue. */
const GENERAL: readonly Rule[] = ['R01', 'R02'];
const TOPICAL: ReadonlySet<Rule> = new Set<Rule>(['R05', 'R06', 'R07', 'R09', 'R15', 'R17', 'R21']);

function fitOf(rule: Rule): number {
  const general = GENERAL.indexOf(rule);
  if (general >= 0) return general;
  if (rule === 'R04') return 4;
  return TOPICAL.has(rule) ? 3 : 2;
}

/** The violations by the sentence they stand in, in the order of the text; one that spans two joins them. */
export function bySentence(text: string, violations: readonly GuardViolation[]): SentenceGroup[] {
  const placed = violations
    .map((violation) => ({ ...sentenceAround(text, violation.start, violation.end), violation }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const groups: { start: number; end: number; violations: GuardViolation[] }[] = [];
  for (const { start, end, violation } of placed) {
    const last = groups.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.violations.push(violation);
    } else groups.push({ start, end, violations: [violation] });
  }
  return groups.map(told);
}

/** The gravest first, each rule once, and the one sentence that fits best in its place. */
function told({ start, end, violations }: { start: number; end: number; violations: GuardViolation[] }): SentenceGroup {
  const rules = new Map<Rule, GuardViolation>();
  const isGrave = ({ severity }: GuardViolation): boolean => severity === 'block';
  for (const violation of [...violations].sort((a, b) => Number(isGrave(b)) - Number(isGrave(a))))
    if (!rules.has(violation.rule)) rules.set(violation.rule, violation);
  const once = [...rules.values()];
  const [best] = once.filter(({ suggestion }) => suggestion !== '').sort((a, b) => fitOf(a.rule) - fitOf(b.rule));
  return {
    start,
    end,
    violations: once,
    severity: once.some(isGrave) ? 'block' : 'warn',
    suggestion: best?.suggestion ?? '',
  };
}

/** Sentences that nobody knows, without those that something is the matter with anyway. */
export const unknownOnly = (unsure: readonly Span[], groups: readonly SentenceGroup[]): Span[] =>
  unsure.filter(([start, end]) => !groups.some((group) => start < group.end && group.start < end));
