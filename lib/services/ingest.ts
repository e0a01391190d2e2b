import * as z from 'zod/mini';
import {
  type Clinic,
  type Failure,
  fail,
  type Health,
  isGone,
  keyOf,
  ok,
  type PageInfo,
  type Result,
  Review,
  type SettingsView,
  type Site,
  type Triage,
} from '../contract/index.ts';
import { command } from '../messaging/commands.ts';
import type { Chip, REQUESTS } from '../messaging/protocol.ts';
import type { From } from '../messaging/senders.ts';
import { siteOf } from '../sites/matches.ts';
import { marksOf, upsertReviews } from '../store/index.ts';
import { corrected } from '../triage/corrected.ts';
import { isOwnVoice, relevance as relevanceOf } from '../triage/relevance.ts';
import { assess, editionOf } from './assess.ts';
import { chipOf } from './chips.ts';
import type { Desk } from './desk.ts';
import type { Frame, Row } from './pages.ts';

type Report = z.output<(typeof REQUESTS)['page.report']['data']>;
type Answer = { resync: boolean; chips: Chip[]; rejected: number };

/**
 * Takes what a content script read: checks each record, triages it, stores what concerns the clinic, and answers
 * with the chips. The site is the sender's, whatever the payload says; one bad record does not stop the rest.
 */
export async function ingest(desk: Desk, report: Report, from: From): Promise<Result<Answer>> {
  const site = siteOf(from.url);
  if (!site || report.page.site !== site) return fail('not-allowed', 'site of the payload');
  const reviews = report.reviews.flatMap((raw) => reviewFrom(raw, site) ?? []);
  // Before anything is judged: the clock of a review with no known time starts when it was first seen, ever.
  const known = await knownOf(desk, reviews);
  const settings = await desk.settings();
  const frame = frameOf(desk, report, from);
  if (!frame) return ok({ resync: true, chips: [], rejected: 0 });

  const rev = desk.pages.touch(from.tabId);
  const rows: Row[] = [];
  for (const review of reviews) {
    const row = rowFrom(review, frame, settings, rev, known.marks.get(keyOf(review)));
    if (row) rows.push(row);
  }
  desk.pages.choose(from.tabId);
  const rejected = report.reviews.length - rows.length;
  frame.rejected += rejected;
  if (frame.rejected > 0) frame.health = withRejected(frame.health, frame.rejected);
  const problem = (await keep(desk, rows, settings)) ?? known.failure;
  desk.pages.tab(from.tabId).trouble = problem;
  // Read is what is stored, too: whoever is told so may look into the store.
  frame.reading = report.reading;
  desk.changed({ tabId: from.tabId, topic: 'page' });
  return ok({
    resync: false,
    chips: rows.flatMap((row) => chipOf(row, settings.preferences.language) ?? []),
    rejected,
  });
}

/** The frame's state with this report's page on it; null when reports are missing in between. */
function frameOf(desk: Desk, report: Report, from: From): Frame | null {
  const { tabId, frameId } = from;
  const before = desk.pages.tab(tabId).frames.get(frameId);
  const state = {
    session: report.session,
    batch: report.batch,
    url: addressOf(report, from),
    page: report.page,
    health: report.health,
  };
  if (report.reset) {
    const frame: Frame = { ...state, began: state.url.href, reading: true, rejected: 0, rows: new Map() };
    for (const other of desk.pages.start(tabId, frameId, frame)) {
      void command('content.resync', {}, { tabId, frameId: other });
    }
    return frame;
  }
  if (!before || before.session !== report.session || report.batch > before.batch + 1) return null;
  return Object.assign(before, state);
}

/** The page's present address: of the sender's own origin and site, else the one that the browser names. */
function addressOf({ url }: Report, from: From): URL {
  if (url === undefined || !URL.canParse(url)) return from.url;
  const address = new URL(url);
  return address.origin === from.url.origin && siteOf(address) === siteOf(from.url) ? address : from.url;
}

function reviewFrom(raw: unknown, site: Site): Review | null {
  const parsed = z.safeParse(Review, raw);
  return parsed.success && parsed.data.site === site ? parsed.data : null;
}

type Marks = Extract<Awaited<ReturnType<typeof marksOf>>, { ok: true }>['value'];

/** What the store knows of these reviews, by their keys; where it cannot be read, nothing and why. */
async function knownOf(desk: Desk, reviews: readonly Review[]): Promise<{ marks: Marks; failure: Failure | null }> {
  const known = await marksOf(desk.store, reviews.flatMap(namesOf));
  if (!known.ok) return { marks: new Map(), failure: known.failure };
  const marks: Marks = new Map();
  for (const review of reviews) {
    const found = namesOf(review).flatMap((name) => known.value.get(name) ?? [])[0];
    if (found) marks.set(keyOf(review), found);
  }
  return { marks, failure: null };
}

/** Every name under which the store may hold it (Facebook shows one thing under several ids). */
const namesOf = (review: Review): string[] =>
  [review.id, ...(review.aliases ?? [])].map((id) => keyOf({ site: review.site, id }));

/** Records that had to be left out make the page degraded: never "ok" with fewer reviews. */
function withRejected(health: Health, count: number): Health {
  const problems = [...health.problems, { field: 'record', selector: 'contract', count }];
  return { status: health.status === 'broken' ? 'broken' : 'degraded', problems };
}

/** The row of one record, placed on its frame; null when it could not be triaged: the rest goes on. */
function rowFrom(
  review: Review,
  frame: Frame,
  settings: SettingsView,
  rev: number,
  kept: ReturnType<Marks['get']>,
): Row | null {
  try {
    const before = frame.rows.get(review.id);
    const original = assess(review, settings, kept?.firstSeen ?? before?.firstSeen ?? new Date().toISOString());
    const row: Row = {
      review,
      relevance: null,
      triage: original,
      original,
      corrections: [],
      mark: 'open',
      stored: false,
      captured: false,
      kept: false,
      firstSeen: before?.firstSeen ?? new Date().toISOString(),
      order: before?.order ?? frame.rows.size,
      rev,
    };
    takeOver(row, kept);
    readRow(row, original, settings.preferences.language);
    place(row, frame, settings);
    frame.rows.set(review.id, row);
    return row;
  } catch {
    return null;
  }
}

/** What a person or an earlier visit left in the store of this review. */
function takeOver(row: Row, kept: ReturnType<Marks['get']>): void {
  row.stored = kept !== undefined;
  row.kept = kept?.kept ?? false;
  row.captured = kept?.captured ?? false;
  row.mark = kept?.mark ?? 'open';
  row.corrections = kept?.corrections ?? [];
  row.firstSeen = kept?.firstSeen ?? row.firstSeen;
}

/** What triage read of it now, with what staff corrected. */
export function readRow(row: Row, original: Triage, language: string): void {
  row.original = original;
  row.triage = corrected(original, row.corrections, { review: row.review, firstSeen: row.firstSeen, language });
}

/** Its relevance; `other` is a mention where a person said that it concerns the clinic, or what is gone once did. */
function place(row: Row, frame: Frame, settings: SettingsView): void {
  const judged = relevanceIn(frame, row.review, frame.page, settings.clinic);
  const known = row.kept || (row.stored && isGone(row.review));
  row.relevance = judged === 'other' && known ? 'mention' : judged;
  row.review = { ...row.review, relevance: row.relevance };
}

/** A comment under a post that is the clinic's or names it is part of that thread, however deep. */
export function relevanceIn(frame: Frame, review: Review, page: PageInfo, clinic: Clinic | null) {
  // The manager and the reply page are shown to the owner of a place only.
  if (clinic && (page.kind === 'manager' || page.kind === 'reply-frame')) return 'own' as const;
  let thread: 'own' | 'mention' | null = null;
  const seen = new Set<string>();
  for (let id = review.parent; id !== null && !seen.has(id); ) {
    seen.add(id);
    const parent = frame.rows.get(id);
    if (!parent) break;
    if (parent.relevance === 'own' || parent.relevance === 'mention') {
      thread = parent.relevance;
      break;
    }
    id = parent.review.parent;
  }
  return relevanceOf(review, page, clinic, thread);
}

/**
 * Stores the rows that concern the clinic. Lines of a list are leads to open, not records. Nothing is stored
 * while there is no profile, but for what a person kept (issue 2, Relevance). Returns why nothing could be
 * stored, if so.
 */
async function keep(desk: Desk, rows: readonly Row[], settings: SettingsView): Promise<Failure | null> {
  const concerns = (row: Row) =>
    row.kept ||
    (settings.clinic !== null &&
      row.review.kind !== 'item' &&
      // An empty place is no record; what was stored before learns that it is gone.
      (row.stored || !isGone(row.review)) &&
      row.relevance !== 'other' &&
      !isOwnVoice(row.review, settings.clinic));
  const due = rows.filter(concerns);
  if (due.length === 0) return null;
  const readings = due.map((row) => ({ ...row, triage: row.original }));
  const stored = await upsertReviews(desk.store, readings, new Date().toISOString(), editionOf(settings));
  if (!stored.ok) return stored.failure;
  for (const row of due) row.stored = true;
  return null;
}

/** Everything on open pages anew, after the profile, the language or the store as a whole changed. */
export async function reassess(desk: Desk): Promise<void> {
  for (const [tabId, tab] of desk.pages.tabs()) {
    for (const [frameId, frame] of tab.frames) {
      const known = await knownOf(
        desk,
        [...frame.rows.values()].map(({ review }) => review),
      );
      const settings = await desk.settings();
      const rows = [...frame.rows.values()];
      const rev = desk.pages.touch(tabId);
      for (const row of rows) {
        if (known.failure === null) takeOver(row, known.marks.get(keyOf(row.review)));
        place(row, frame, settings);
        readRow(row, assess(row.review, settings, row.firstSeen), settings.preferences.language);
        row.rev = rev;
      }
      tab.trouble = (await keep(desk, rows, settings)) ?? known.failure;
      const chips = rows.flatMap((row) => chipOf(row, settings.preferences.language) ?? []);
      await command('content.chips', { chips, all: true }, { tabId, frameId });
    }
    desk.changed({ tabId, topic: 'page' });
  }
}
