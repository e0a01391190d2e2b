import { type Finding, isFound } from '../contract/triage.ts';
import { type Case, Desk } from './rules/case.ts';
import { conduct } from './rules/conduct.ts';
import { findEmergency } from './rules/emergency.ts';
import { facts, injured } from './rules/facts.ts';
import { formsOf } from './rules/forms.ts';
import { isTheirs, persons } from './rules/persons.ts';
import { platform } from './rules/platform.ts';
import { privacy } from './rules/privacy.ts';
import { stance } from './rules/stance.ts';
import { suspected } from './rules/suspected.ts';
import { threats } from './rules/threats.ts';

export type { Case } from './rules/case.ts';

export interface Found {
  readonly risks: Finding[];
  readonly forms: string[];
  readonly sexual: boolean;
  /** All abuse in it is what staff said to the writer. */
  readonly spoken: boolean;
  /** Somebody came to grief in care, or by the hand of staff. */
  readonly dead: boolean;
  readonly emergency: boolean;
  /** Told as a fact of staff by a turn of phrase, whatever the model makes of it. */
  readonly accuses: boolean;
}

const SEVERITY = { high: 3, medium: 2, low: 1 } as const;

/** Rules T01–T24 (law reference, part 5), one family a file. */
export function findRisks(c: Case): Found {
  const desk = new Desk(c);
  threats(desk);
  const suffered = conduct(desk);
  // What staff called the writer is no abuse by the writer.
  const { signals } = c.insult;
  const spoken = suffered.slighted && signals.every((s) => isTheirs(desk, s));
  if (spoken) desk.case = { ...c, insult: { level: 'none', signals: [] } };
  persons(desk);
  const now = c.sentiment === 'positive' ? null : findEmergency(c.reading, c.signals);
  if (now) injured(desk, now, 0.5);
  const { sexual } = facts(desk);
  const exposure = privacy(desk);
  platform(desk);
  suspected(desk);
  if (!c.unread) stance(desk);
  if (desk.risks.length > 1)
    desk.risks.sort(
      (a, b) => SEVERITY[b.severity] - SEVERITY[a.severity] || b.confidence - a.confidence || a.start - b.start,
    );
  return {
    risks: desk.risks,
    forms: formsOf(desk, exposure),
    sexual: sexual || suffered.sexual,
    spoken,
    dead: suffered.dead || suffered.beaten,
    emergency: now !== null,
    accuses: suffered.accuses || (desk.hostile && isFound(desk.risks, 'crime-claim')),
  };
}
