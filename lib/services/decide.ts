import {
  type Decision,
  fail,
  type Mark,
  type Named,
  ok,
  type Result,
  type Review,
  type ReviewView,
  type SettingsView,
} from '../contract/index.ts';
import { decide, mayOverride } from '../desk/case.ts';
import type { From } from '../messaging/senders.ts';
import { addDecision, addNote, type NewDecision, removeNote, setMark, upsertReviews } from '../store/index.ts';
import { assess, editionOf } from './assess.ts';
import { redraw } from './chips.ts';
import type { Desk } from './desk.ts';
import { reviewView } from './view.ts';

type DecisionPart = Pick<Decision, 'what' | 'mark' | 'text' | 'rules' | 'reason'> & Partial<Named>;

/** A decision of whoever is on duty, now, or of who was picked for it. */
const decisionOf = (settings: SettingsView, part: DecisionPart): NewDecision => ({
  at: new Date().toISOString(),
  by: settings.onDuty,
  ...part,
});

/**
 * Puts the review into the store if it is not there: by marking, noting or answering it a person says that it
 * concerns the clinic, whatever its relevance (issue 2).
 */
export async function ensureStored(desk: Desk, key: string, from: From): Promise<Result<null>> {
  const view = await reviewView(desk, key, from);
  if (!view.ok) return view;
  return view.value.stored ? ok(null) : storeKept(desk, key, view.value);
}

/** Stores it as kept by a person, wherever it stands open; what was `other` counts as a mention from now on. */
async function storeKept(
  desk: Desk,
  key: string,
  { review, relevance, firstSeen }: Pick<ReviewView, 'review' | 'relevance' | 'firstSeen'>,
): Promise<Result<null>> {
  const concerns = relevance === 'other' ? 'mention' : relevance;
  const stored = await storeReview(desk, { ...review, relevance: concerns }, concerns, firstSeen);
  if (!stored.ok) return stored;
  for (const { row } of desk.pages.everywhere(key)) {
    row.stored = true;
    row.kept = true;
    if (row.relevance === 'other') row.relevance = 'mention';
    row.review = { ...row.review, relevance: row.relevance };
  }
  return ok(null);
}

async function storeReview(
  desk: Desk,
  review: Review,
  relevance: ReviewView['relevance'],
  firstSeen: string | null,
): Promise<Result<null>> {
  const settings = await desk.settings();
  const seen = new Date().toISOString();
  const stored = await upsertReviews(
    desk.store,
    [{ review, triage: assess(review, settings, firstSeen ?? seen), relevance, kept: true }],
    seen,
    editionOf(settings),
  );
  return stored.ok ? ok(null) : stored;
}

/** 已處理、略過、需律師, or open again; who may take back what is the desk's rule (desk/case.ts). */
export async function mark(desk: Desk, key: string, next: Mark, from: From): Promise<Result<ReviewView>> {
  const before = await reviewView(desk, key, from);
  if (!before.ok) return before;
  // A second press of the same button, or an undo that comes late, asks for nothing.
  if (before.value.mark === next) return before;
  const { onDuty } = await desk.settings();
  const step = decide({
    from: before.value.mark,
    to: next,
    by: onDuty,
    at: new Date().toISOString(),
    history: before.value.decisions,
  });
  if (!step.ok) return step;
  return change(desk, key, from, async () => {
    const set = await setMark(desk.store, key, next, step.value);
    if (set.ok) for (const { row } of desk.pages.everywhere(key)) row.mark = next;
    return set;
  });
}

/** A manager or doctor has looked at the claim of a serious injury; until then no reply is drafted to it. */
export async function confirmReviewed(desk: Desk, key: string, from: From): Promise<Result<ReviewView>> {
  const { onDuty } = await desk.settings();
  const may = mayOverride(onDuty, 'block');
  return may.ok ? record(desk, key, { what: 'confirmed' }, from) : may;
}

export async function keepReview(desk: Desk, key: string, from: From): Promise<Result<ReviewView>> {
  const view = await reviewView(desk, key, from);
  if (!view.ok) return view;
  // Also where it is stored: kept by a person it stays, whatever the profile says later.
  return change(desk, key, from, () => storeKept(desk, key, view.value));
}

export function note(desk: Desk, key: string, text: string, from: From): Promise<Result<ReviewView>> {
  return change(desk, key, from, (settings) =>
    addNote(desk.store, key, { text, at: new Date().toISOString(), by: settings.onDuty?.name ?? null }),
  );
}

export function unnote(desk: Desk, key: string, id: string, from: From): Promise<Result<ReviewView>> {
  return change(desk, key, from, () => removeNote(desk.store, key, id));
}

export function record(desk: Desk, key: string, part: DecisionPart, from: From): Promise<Result<ReviewView>> {
  return change(desk, key, from, (settings) => addDecision(desk.store, key, decisionOf(settings, part)));
}

/** Stores the review first, then the change, redraws, and answers with the review as it now stands. */
export async function change(
  desk: Desk,
  key: string,
  from: From,
  work: (settings: SettingsView) => Promise<Result<unknown>>,
): Promise<Result<ReviewView>> {
  const ready = await ensureStored(desk, key, from);
  if (!ready.ok) return ready;
  const done = await work(await desk.settings());
  if (!done.ok) return fail(done.failure, done.detail);
  await redraw(desk, key);
  desk.changed({ tabId: null, topic: 'review', key });
  return reviewView(desk, key, from);
}
