import {
  type Change,
  type Correction,
  fail,
  ok,
  type Person,
  type Result,
  type ReviewView,
  type Triage,
  urgencyOf,
} from '../contract/index.ts';
import { requirePerson } from '../desk/case.ts';
import { isHunch, mayCorrect, mayTakeBack } from '../desk/corrections.ts';
import { deskOf, namedAt } from '../desk/naming.ts';
import type { From } from '../messaging/senders.ts';
import { addCorrections, correctionLines, takeBackCorrection } from '../store/index.ts';
import { change } from './decide.ts';
import type { Desk } from './desk.ts';
import { readRow } from './ingest.ts';
import { reviewView } from './view.ts';

interface Wanted {
  key: string;
  changes: readonly Change[];
  note: string;
  /** A manager or doctor picked for it; left out: whoever is on duty. */
  by?: Person | undefined;
}

/** 「這個判斷不對」: a named person says otherwise. Stores the review too; the corrected reading wins from now on. */
export async function correct(desk: Desk, wanted: Wanted, from: From): Promise<Result<ReviewView>> {
  const { key, changes, note } = wanted;
  const view = await reviewView(desk, key, from);
  if (!view.ok) return view;
  if (!changes.every((one) => stands(one, view.value.review.text))) return fail('bad-request', 'words');
  const asRead = changes.map((one) => against(one, view.value.triage));
  const settings = await desk.settings();
  const onDuty = requirePerson(settings);
  const named = wanted.by ? namedAt(deskOf(settings), wanted.by) : onDuty.ok ? ok({ by: onDuty.value }) : onDuty;
  const may = named.ok ? mayCorrect(named.value.by, asRead) : named;
  if (!named.ok || !may.ok) return may as Result<never>;
  const said = note.trim();
  const made = { at: new Date().toISOString(), ...named.value, by: may.value, ...(said !== '' && { note: said }) };
  return change(desk, key, from, async () => {
    const rows = asRead.map((one) => ({ ...made, change: one }));
    return reread(desk, key, await addCorrections(desk.store, key, rows));
  });
}

export async function takeBack(desk: Desk, key: string, id: string, from: From): Promise<Result<ReviewView>> {
  const view = await reviewView(desk, key, from);
  if (!view.ok) return view;
  const correction = view.value.corrections.find((one) => one.id === id);
  if (!correction) return fail('not-found');
  const person = requirePerson(await desk.settings());
  const may = person.ok ? mayTakeBack(person.value, correction) : person;
  if (!may.ok) return may;
  const takenBack = { at: new Date().toISOString(), by: may.value };
  return change(desk, key, from, async () =>
    reread(desk, key, await takeBackCorrection(desk.store, key, id, takenBack)),
  );
}

/** For whoever looks after the rules: one JSON object a line. The person gets a file; nothing is sent. */
export async function exportCorrections(desk: Desk): Promise<Result<{ file: string; name: string; count: number }>> {
  const made = await correctionLines(desk.store);
  if (!made.ok) return made;
  const { lines, count } = made.value;
  return ok({ file: lines, count, name: `replywell-corrections-${new Date().toISOString().slice(0, 10)}.jsonl` });
}

/** With what is read now as the other side, whatever the page that asked showed. */
function against(one: Change, triage: Triage): Change {
  switch (one.what) {
    case 'sentiment':
      return { ...one, from: triage.sentiment };
    case 'urgency':
      return { ...one, from: urgencyOf(triage.priority) };
    case 'aspect':
      return { ...one, from: triage.aspects[one.aspect] ?? null };
    case 'not-this':
    case 'other-kind': {
      const { hunch: _, ...words } = one;
      return isHunch(triage.risks, one) ? { ...words, hunch: true } : words;
    }
    default:
      return one;
  }
}

/** A quote is of this review, though its place may have moved since it was shown. */
const stands = (one: Change, text: string): boolean =>
  !('places' in one) || one.places.every(({ quote }) => text.includes(quote));

/** The review wherever it stands open, with its corrections as they are now. */
async function reread(desk: Desk, key: string, corrections: Result<Correction[]>): Promise<Result<Correction[]>> {
  if (corrections.ok) {
    const { preferences } = await desk.settings();
    for (const { row } of desk.pages.everywhere(key)) {
      row.corrections = corrections.value;
      readRow(row, row.original, preferences.language);
    }
  }
  return corrections;
}
