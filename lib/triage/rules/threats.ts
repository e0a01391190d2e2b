import { onlySounds } from '../sayings.ts';
import type { Signal } from '../signals.ts';
import { type Desk, KEYWORD_ONLY } from './case.ts';
import { findCrisis } from './crisis.ts';

/** T10 threat, T11 conditional demand, T22 the writer's own crisis, T23 legal and agency notice. */
export function threats(desk: Desk): void {
  const { threat } = desk.case;
  const explicit = threat.violence.length > 1;
  desk.each(threat.violence, (s) =>
    desk.add('threat-violence', desk.phraseOf(s), explicit ? 0.75 : KEYWORD_ONLY, s.word.gapped ? ['gapped'] : []),
  );
  // Farewells are often all thanks: here no praise excuses from looking.
  const { plain, veiled } = findCrisis(desk);
  const meant = (s: Signal): boolean => !onlySounds('self-harm', desk.case.reading, s, 24);
  desk.each(plain.filter(meant), (s) => desk.add('self-harm', desk.phraseOf(s), KEYWORD_ONLY));
  desk.each(veiled.filter(meant), (s) => desk.add('self-harm', desk.phraseOf(s), 0.45));
  desk.each(threat.legal, (s) => desk.add('threat-legal', desk.phraseOf(s), KEYWORD_ONLY));
  desk.each(threat.demand, (s) => desk.add('demand', desk.phraseOf(s), 0.5), 1);
}
