import { unfold } from '../../privacy/fold.ts';
import type { Desk } from './case.ts';

/** Confidence in what only calls for a look, and in what the model is sure of. */
export const MAYBE = 0.3;
const SURE = 0.45;

/**
 * Dangers by the sound of a whole clause (model/dangers.ts), where no rule found one of that kind: wording has no end,
 * lists have. Never more than a call to look, and weighed as such.
 */
export function suspected(desk: Desk): void {
  const { reading, suspicions } = desk.case;
  for (const { kind, clause, sure } of suspicions) {
    const span = reading.clauses[clause];
    if (!span || desk.has(kind)) continue;
    const { text } = reading.text.folded;
    const said = text.slice(span.start, span.end);
    const start = span.start + (said.length - said.trimStart().length);
    const at = unfold(reading.text.folded, start, start + said.trim().length);
    desk.add(kind, at, sure ? SURE : MAYBE, ['sounds'], sure ? {} : { severity: 'medium' });
  }
}
