import type { Reading } from '../reading.ts';
import type { Desk } from './case.ts';
import { stretchOf } from './phrase.ts';

/** T24 praise, and T01 as the default of all that is no risk (law 5.1). Last of the rules. */
export function stance(desk: Desk): void {
  const { sentiment, reading, accusation, insult } = desk.case;
  if (sentiment === 'positive' || sentiment === 'mixed') desk.add('praise', bestStance(reading, 1), 0.8);
  const others = desk.risks.some((r) => r.kind !== 'praise' && r.kind !== 'own-health');
  if (sentiment === 'neutral' && !others)
    desk.add('opinion', bestStance(reading, -1), 0.5, ['neutral'], { statutes: [] });
  else if (desk.hostile && (!others || sentiment === 'mixed' || complains(reading))) {
    const doubtful = accusation.level !== 'none' || insult.level === 'severe';
    desk.add('opinion', bestStance(reading, -1), doubtful ? 0.5 : 0.8);
  }
}

/** Beside a risk, an opinion is found only where the service itself is complained of. */
const complains = (reading: Reading): boolean =>
  reading.stances.some((s) => s.sign < 0 && s.weight >= 1 && s.aspect !== null && s.aspect !== 'other');

/** The clause with most of a stance, as the finding's span; the start of the text when nothing stands out. */
function bestStance(reading: Reading, sign: 1 | -1): [number, number] {
  let best = -1;
  let most = 0;
  const net = new Map<number, number>();
  for (const s of reading.stances) {
    const value = (net.get(s.clause) ?? 0) + s.weight * s.sign * sign;
    net.set(s.clause, value);
    if (value > most) {
      most = value;
      best = s.clause;
    }
  }
  const { folded } = reading.text;
  const clause = best >= 0 ? reading.clauses[best] : undefined;
  const [from, to] = clause ? [clause.start, clause.end] : [0, Math.min(folded.text.length, 200)];
  return stretchOf(folded, from, to);
}
