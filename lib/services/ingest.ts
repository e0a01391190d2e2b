import * as z from 'zod/mini';
import {
  type Clinic,
  type Failure,
  fail,
  type Health,
  keyOf,
  ok,
  type PageInfo,
  type Result,
  Review,
  type SettingsView,
  type Site,
} from '../contract/index.ts';
import { command } from '../messaging/commands.ts';
import type { Chip, REQUESTS } from '../messaging/protocol.ts';
import type { From } from '../messaging/senders.ts';
import { siteOf } from '../sites/matches.ts';
import { marksOf, upsertReviews } from '../store/index.ts';
import { relevance as relevanceOf } from '../triage/relevance.ts';
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
  const settings = await desk.settings();
  const frame = frameOf(desk, report, from);
  if (!frame) return ok({ resync: true, chips: [], rejected: 0 });

  const rev = desk.pages.touch(from.tabId);
  const rows: Row[] = [];
  let rejected = 0;
  for (const raw of report.reviews) {
    const row = rowFrom(raw, site, frame, settings, rev);
    if (row) rows.push(row);
    else rejected++;
  }
  if (rejected > 0) frame.health = withRejected(frame.health, rejected);
  const problem = await keep(desk, rows, settings);
  for (const row of rows) row.rev = rev;
  desk.pages.tab(from.tabId).trouble = problem;
  desk.changed({ tabId: from.tabId, topic: 'page' });
  return ok({
    resync: false,
    chips: rows.flatMap((row) => chipOf(row, settings.preferences.language) ?? []),
    rejected,
  });
}

/** The frame's state with this report's page on it; null when reports are missing in between. */
function frameOf(desk: Desk, report: Report, from: From): Frame | null {
  const known = desk.pages.tab(from.tabId).frames.get(from.frameId);
  const state = {
    session: report.session,
    batch: report.batch,
    url: from.url,
    page: report.page,
    health: report.health,
    reading: report.reading,
  };
  if (report.reset) {
    const frame: Frame = { ...state, rows: new Map() };
    desk.pages.start(from.tabId, from.frameId, frame);
    return frame;
  }
  if (!known || known.session !== report.session || report.batch > known.batch + 1) return null;
  return Object.assign(known, state);
}

/** The row of one record; null when it is not of the contract's shape or could not be triaged: the rest goes on. */
function rowFrom(raw: unknown, site: Site, frame: Frame, settings: SettingsView, rev: number): Row | null {
  const parsed = z.safeParse(Review, raw);
  if (!parsed.success || parsed.data.site !== site) return null;
  try {
    return rowOf(parsed.data, frame, settings, rev);
  } catch {
    return null;
  }
}

/** Records that had to be left out make the page degraded: never "ok" with fewer reviews. */
function withRejected(health: Health, count: number): Health {
  const problems = [...health.problems, { field: 'record', selector: 'contract', count }];
  return { status: health.status === 'broken' ? 'broken' : 'degraded', problems };
}

function rowOf(review: Review, frame: Frame, settings: SettingsView, rev: number): Row {
  const before = frame.rows.get(review.id);
  const relevance = relevanceIn(frame, review, frame.page, settings.clinic);
  const firstSeen = before?.firstSeen ?? new Date().toISOString();
  const row: Row = {
    review: { ...review, relevance },
    relevance,
    triage: assess(review, settings, firstSeen),
    mark: before?.mark ?? 'open',
    stored: before?.stored ?? false,
    firstSeen,
    order: before?.order ?? frame.rows.size,
    rev,
  };
  frame.rows.set(review.id, row);
  return row;
}

/** A comment under a post that is the clinic's or names it is part of that thread, however deep. */
export function relevanceIn(frame: Frame, review: Review, page: PageInfo, clinic: Clinic | null) {
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
 * Stores the rows that concern the clinic and takes over what is known of them (mark, first seen). Lines of a
 * list are leads to open, not records. Nothing is stored while there is no profile (issue 2, Relevance).
 * Returns why nothing could be stored, if so.
 */
export async function keep(desk: Desk, rows: readonly Row[], settings: SettingsView): Promise<Failure | null> {
  const due = settings.clinic ? rows.filter((row) => row.review.kind !== 'item' && row.relevance !== 'other') : [];
  const stored =
    due.length > 0 ? await upsertReviews(desk.store, due, new Date().toISOString(), editionOf(settings)) : ok(null);
  const known = await marksOf(
    desk.store,
    rows.map((row) => keyOf(row.review)),
  );
  for (const row of rows) {
    const kept = known.ok ? known.value.get(keyOf(row.review)) : undefined;
    if (!kept) continue;
    row.stored = true;
    row.mark = kept.mark;
    row.firstSeen = kept.firstSeen;
    // A person said that it concerns the clinic.
    if (kept.kept && row.relevance === 'other') row.relevance = 'mention';
  }
  return stored.ok ? (known.ok ? null : known.failure) : stored.failure;
}

/** Everything on open pages anew, after the profile or the language changed. */
export async function reassess(desk: Desk): Promise<void> {
  const settings = await desk.settings();
  for (const [tabId, tab] of desk.pages.tabs()) {
    const rev = desk.pages.touch(tabId);
    for (const [frameId, frame] of tab.frames) {
      const rows = [...frame.rows.values()];
      for (const row of rows) {
        row.relevance = relevanceIn(frame, row.review, frame.page, settings.clinic);
        row.review = { ...row.review, relevance: row.relevance };
        row.triage = assess(row.review, settings, row.firstSeen);
        row.rev = rev;
      }
      tab.trouble = await keep(desk, rows, settings);
      const chips = rows.flatMap((row) => chipOf(row, settings.preferences.language) ?? []);
      await command('content.chips', { chips, all: true }, { tabId, frameId });
    }
    desk.changed({ tabId, topic: 'page' });
  }
}
