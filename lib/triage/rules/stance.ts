import { type FindingKind, HUNCH } from '../../contract/triage.ts';
import { unfold } from '../../privacy/fold.ts';
import { OTHER, type Reading } from '../reading.ts';
import type { Desk } from './case.ts';
import { FACTS, isUnthanked } from './kinds.ts';
import { stretchOf } from './phrase.ts';

/** T24 praise, and T01 as the default of all that is no risk (law 5.1). Last of the rules. */
export function stance(desk: Desk): void {
  const { sentiment, reading, accusation, insult } = desk.case;
  // Beside a threat or a farewell no thanks are called praise.
  const dire =
    desk.risks.some(({ kind, confidence }) => DIRE.includes(kind) && confidence > HUNCH) ||
    (sentiment === 'positive' && isUnthanked(desk.risks));
  const praise = !dire && (sentiment === 'positive' || sentiment === 'mixed') ? bestStance(reading, 1) : null;
  if (praise) desk.add('praise', praise, 0.8);
  const others = desk.risks.some((r) => r.kind !== 'praise' && r.kind !== 'own-health');
  if (sentiment === 'neutral' && !others) {
    const at = bestStance(reading, -1);
    if (at) desk.add('opinion', at, 0.5, ['neutral'], { statutes: [] });
  } else if (desk.hostile && (!others || sentiment === 'mixed' || complains(reading))) {
    const doubtful = accusation.level !== 'none' || insult.level === 'severe';
    const at = bestStance(reading, -1, desk);
    if (at) desk.add('opinion', at, doubtful ? 0.5 : 0.8);
  }
}

const DIRE: readonly FindingKind[] = ['self-harm', 'threat-violence'];

/** Beside a risk, an opinion is found only where the service itself is complained of. */
const complains = (reading: Reading): boolean =>
  reading.stances.some((s) => s.sign < 0 && s.weight >= 1 && s.aspect < OTHER);

/** Said as a fact or at a person: the same words are not called a mere opinion beside it. */
const GRAVER: readonly FindingKind[] = [...FACTS, 'insult', 'threat-violence', 'threat-legal', 'demand'];

/**
 * The clause with most of a stance, as the finding's span; with a desk, one in which it found nothing graver, and null
 * where there is none. The start of the text when nothing stands out.
 */
function bestStance(reading: Reading, sign: 1 | -1, desk?: Desk): [number, number] | null {
  const taken = desk ? takenBy(desk) : NONE;
  let best = -1;
  let most = 0;
  const net = new Map<number, number>();
  for (const s of reading.stances) {
    const value = (net.get(s.clause) ?? 0) + s.weight * s.sign * sign;
    net.set(s.clause, value);
    // Of the others any will do.
    if (value > most && !taken.has(s.clause)) {
      most = value;
      best = s.clause;
    }
  }
  if (best < 0 && taken.size > 0) return null;
  const { folded } = reading.text;
  const clause = best >= 0 ? reading.clauses[best] : undefined;
  const [from, to] = clause ? [clause.start, clause.end] : [0, Math.min(folded.text.length, 200)];
  return stretchOf(folded, from, to);
}

const NONE: ReadonlySet<number> = new Set();

/** Clauses of a stance in which something graver was found. */
function takenBy(desk: Desk): ReadonlySet<number> {
  if (!desk.risks.some(({ kind }) => GRAVER.includes(kind))) return NONE;
  const taken = new Set<number>();
  for (const { clause } of desk.case.reading.stances) if (isGraver(desk, clause)) taken.add(clause);
  return taken;
}

function isGraver(desk: Desk, index: number): boolean {
  const clause = desk.case.reading.clauses[index];
  if (!clause) return false;
  const [start, end] = unfold(desk.case.reading.text.folded, clause.start, clause.end);
  return desk.risks.some((risk) => GRAVER.includes(risk.kind) && risk.start < end && start < risk.end);
}
