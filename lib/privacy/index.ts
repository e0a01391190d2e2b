import type { Clinic } from '../contract/clinic.ts';
import type { PersonalSpan } from '../contract/triage.ts';
import { findClinicContacts } from './clinic-contact.ts';
import { type Folded, fold, unfold } from './fold.ts';
import { plainNumbers } from './plain-numbers.ts';
import { type Candidate, type Glance, glance, type Recognizer } from './recognizer.ts';
import { accounts } from './recognizers/accounts.ts';
import { address } from './recognizers/address.ts';
import { bed } from './recognizers/bed.ts';
import { cards } from './recognizers/cards.ts';
import { dates } from './recognizers/dates.ts';
import { email } from './recognizers/email.ts';
import { health } from './recognizers/health.ts';
import { nationalId } from './recognizers/national-id.ts';
import { person } from './recognizers/person.ts';
import { phone } from './recognizers/phone.ts';
import { plate } from './recognizers/plate.ts';
import { profileUrl } from './recognizers/profile-url.ts';
import { records } from './recognizers/records.ts';

export { type Redacted, redact, restore } from './redact.ts';

export const RECOGNIZERS: readonly Recognizer[] = [
  nationalId,
  email,
  profileUrl,
  cards,
  phone,
  accounts,
  address,
  records,
  bed,
  plate,
  dates,
  person,
  health,
];

/** Those that read numbers, and so read them once more where they are spoken or joined by other dashes. */
const OF_NUMBERS: readonly Recognizer[] = [nationalId, cards, phone, records, bed, plate];

function readBy(recognizers: readonly Recognizer[], look: Glance, into: Candidate[]): void {
  for (const recognizer of recognizers) {
    if (!recognizer.applies(look)) continue;
    for (const candidate of recognizer.find(look)) into.push(candidate);
  }
}

/**
 * Personal data in a text, by type, in order, without overlaps; offsets are UTF-16 indices of the text given. The
 * clinic's own published contacts come back as CLINIC_CONTACT.
 */
export function findPersonal(text: string, clinic?: Clinic | null): PersonalSpan[] {
  return findPersonalIn(fold(text), clinic ?? null);
}

/** The same for a text that is folded already. */
export function findPersonalIn(folded: Folded, clinic: Clinic | null): PersonalSpan[] {
  const look = glance(folded.text);
  const candidates: Candidate[] = clinic ? findClinicContacts(folded.text, clinic) : [];
  readBy(RECOGNIZERS, look, candidates);
  const plain = plainNumbers(folded.text, look.digits, look.numerals);
  if (plain !== null) readBy(OF_NUMBERS, glance(plain), candidates);
  return pickBest(candidates).map(({ type, start, end, score }) => {
    const [from, to] = unfold(folded, start, end);
    return { type, start: from, end: to, score };
  });
}

/** Where two overlap the surer one stays, then the longer. */
function pickBest(candidates: Candidate[]): Candidate[] {
  if (candidates.length < 2) return candidates;
  const ranked = [...candidates].sort(
    (a, b) => b.score - a.score || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  // Kept in order of start: overlaps are looked for next to the place, so that a text full of numbers stays fast.
  const kept: Candidate[] = [];
  for (const candidate of ranked) {
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((kept[middle] as Candidate).start < candidate.start) low = middle + 1;
      else high = middle;
    }
    const previous = low > 0 ? kept[low - 1] : undefined;
    const next = kept[low];
    if ((previous && previous.end > candidate.start) || (next && next.start < candidate.end)) continue;
    kept.splice(low, 0, candidate);
  }
  return kept;
}
