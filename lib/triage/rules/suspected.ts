import { type FindingKind, HUNCH } from '../../contract/triage.ts';
import { isAskedByStaff } from '../threat/demand.ts';
import type { Desk } from './case.ts';
import { FACTS } from './kinds.ts';
import { stretchOf } from './phrase.ts';

/** What sounds like one and is known to be none. */
function isMistaken(kind: FindingKind, clause: string): boolean {
  if (kind === 'self-harm') return /想太多/.test(clause);
  return kind === 'demand' && isAskedByStaff(clause);
}

const BESIDE = 4;
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
    if (!span || desk.has(kind) || (desk.breached && kind === 'fake-engagement')) continue;
    if (!sure && isMistaken(kind, reading.text.letters.slice(span.start, span.end))) continue;
    const at = stretchOf(reading.text.folded, span.start, span.end);
    // The clauses beside a claim that was told in plain words sound like one as well.
    if (!sure && FACTS.includes(kind) && desk.isSettled([at[0] - BESIDE, at[1] + BESIDE])) continue;
    // No article is named on the sound of a clause alone.
    desk.add(kind, at, sure ? SURE : HUNCH, ['sounds'], sure ? {} : { severity: 'medium', statutes: [] });
  }
}
