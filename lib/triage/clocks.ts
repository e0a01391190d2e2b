import { type Deadline, HUNCH, isFound } from '../contract/triage.ts';
import { dayOf, endOf, monthsAfter, workingDaysAfter } from '../desk/calendar.ts';
import type { Standing } from './priority.ts';
import type { DeadlineKind, Next, Sentences } from './sentences.ts';
import { stopsClock } from './silence.ts';

/**
 * Articles that are pursued on complaint only, within six months (刑訴237). 刑法314 and 公平法37 stand in the law
 * reference; 刑法319 for 315-1 and 跟騷法18 are unverified there.
 */
const ON_COMPLAINT: ReadonlySet<string> = new Set([
  '刑法309',
  '刑法310',
  '刑法313',
  '刑法315-1',
  '跟騷法3',
  '公平法24',
]);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Hours run to the minute; periods of days and months end with their last day in Taipei (lib/desk/calendar.ts). */
export function deadlines(s: Standing, next: readonly Next[], sentences: Sentences): Deadline[] {
  const list: Deadline[] = [];
  const { risks } = s.triage;
  const posted =
    s.postedAt && (s.postedAt.precision === 'minute' || s.postedAt.precision === 'day') ? parsed(s.postedAt.iso) : null;
  const seen = parsed(s.firstSeen);
  const put = (kind: DeadlineKind, from: number, due: string): void => {
    list.push({ what: sentences.deadlines[kind], from: new Date(from).toISOString(), due });
  };
  const start = posted ?? seen;
  // Remarks on somebody's body want no answer by themselves.
  const leers = isFound(risks, 'harassment') && (s.triage.sentiment === 'positive' || s.triage.sentiment === 'neutral');
  if (start !== null && s.answered !== true && !leers && !next.includes('leave') && !stopsClock(s.silence))
    put(s.silence === null ? 'reply' : 'decide', start, new Date(start + DAY).toISOString());
  if (seen === null) return list;
  // Of animals 醫預法 says nothing: such a finding does not name it (rules/facts.ts).
  const care = risks.some(
    ({ kind, confidence, statutes }) => kind === 'serious-injury' && confidence > HUNCH && statutes.includes('醫預法6'),
  );
  if (care) put('care', seen, endOf(workingDaysAfter(dayOf(seen), 5)));
  // Nobody counts days against who tells of a death or a grave injury; a mild word or a question is no case either.
  const grieves = isFound(risks, 'serious-injury');
  const criminal = risks.some(
    ({ kind, severity, confidence, statutes }) =>
      kind !== 'serious-injury' &&
      !(grieves && kind === 'accusation') &&
      severity !== 'low' &&
      confidence > HUNCH &&
      statutes.some((statute) => ON_COMPLAINT.has(statute)),
  );
  if (criminal && s.triage.sentiment !== 'neutral') put('complaint', seen, endOf(monthsAfter(dayOf(seen), 6)));
  // 社維31 counts from the act; the time of the post is the nearest to it.
  if (isFound(risks, 'public-danger')) put('order', start ?? seen, endOf(monthsAfter(dayOf(start ?? seen), 2)));
  return list;
}

function parsed(iso: string | null | undefined): number | null {
  if (!iso) return null;
  const ms = Date.parse(iso);
  return Number.isFinite(ms) && Math.abs(ms) < 8e15 ? ms : null;
}
