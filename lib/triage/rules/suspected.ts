import { HUNCH } from '../../contract/triage.ts';
import type { Desk } from './case.ts';
import { stretchOf } from './phrase.ts';

/** Confidence in what the model is sure of. */
const SURE = 0.45;

/**
 * Dangers by the sound of a whole clause (DANGERS, model/table.ts), where no rule found one of that kind: wording has no end,
 * lists have. Never more than a call to look, and weighed as such.
 */
export function suspected(desk: Desk): void {
  const { reading, suspicions } = desk.case;
  for (const { kind, clause, sure } of suspicions) {
    const span = reading.clauses[clause];
    if (!span || desk.has(kind)) continue;
    const at = stretchOf(reading.text.folded, span.start, span.end);
    desk.add(kind, at, sure ? SURE : HUNCH, ['sounds'], sure ? {} : { severity: 'medium' });
  }
}
