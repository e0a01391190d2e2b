import type { Table } from 'dexie';
import {
  type Correction,
  type Decision,
  fail,
  keyOf,
  type Mark,
  type Note,
  ok,
  type QueueItem,
  type Relevance,
  type Result,
  type Review,
  type Revision,
  type Triage,
} from '../contract/index.ts';
import { folded, type QueueFilter } from '../desk/queue.ts';
import { attempt, type Database, type Store, storedKey } from './database.ts';
import { correctionsOf, evidenceHeld, indexed, itemOf, recorrected } from './derived.ts';
import { placeDraft } from './drafts.ts';
import { mergeReading, same } from './merge.ts';
import type { ReviewRow, RevisionRow } from './rows.ts';

/** A reading to be stored. `kept`: a person said that it concerns the clinic. */
export interface Reading {
  review: Review;
  triage: Triage;
  relevance: Relevance | null;
  kept?: boolean;
}

/** Which edition of the triage made the readings' findings, and in which UI language its sentences are. */
export interface TriageEdition {
  version: number;
  language: string;
}
const FIRST_EDITION: TriageEdition = { version: 1, language: 'zh-TW' };

export interface Upserted {
  inserted: number;
  /** Rows written because something changed (also a `lastSeen` older than a day). */
  updated: number;
  /** Edits of the author, whose older text is kept. */
  revised: number;
  /** Keys refused: `other`, or no profile to judge by, and no person kept them (個資法 §5). */
  skipped: string[];
}

const DAY = 86_400_000;

/**
 * Stores what was read at `seenAt` (ISO), all in one transaction. A review already there under its id or an
 * alias is joined with the new reading; a row in which nothing changed is not written, but for its `lastSeen`
 * once a day.
 */
export function upsertReviews(
  store: Store,
  readings: readonly Reading[],
  seenAt: string,
  edition: TriageEdition = FIRST_EDITION,
): Promise<Result<Upserted>> {
  const { db } = store;
  return attempt(store, () =>
    db.transaction('rw', tablesOf(db), async () => {
      const result: Upserted = { inserted: 0, updated: 0, revised: 0, skipped: [] };
      const known = await knownRows(db, readings);
      const changed = new Map<string, ReviewRow>();
      const revisions: RevisionRow[] = [];
      for (const reading of readings) {
        const names = namesOf(reading.review);
        const rows = [...new Set(names.map((name) => known.get(name)).filter((row) => row !== undefined))];
        const [first, ...twins] = rows;
        const wanted = reading.kept === true || (reading.relevance !== null && reading.relevance !== 'other');
        if (!wanted && first?.kept !== true) {
          result.skipped.push(names[0]);
          continue;
        }
        if (first === undefined) {
          const row = newRow(reading, seenAt, edition);
          changed.set(row.key, row);
          for (const name of names) known.set(name, row);
          result.inserted++;
          continue;
        }
        let row = first;
        for (const twin of twins) {
          // Two rows turn out to be one review: Facebook showed it under two ids before.
          row = await absorb(db, row, twin);
          changed.delete(twin.key);
        }
        const read = joined(row, reading, seenAt, edition);
        if (row.corrected && read.row.triage !== row.triage) read.row = await recorrected(db, read.row);
        if (read.revision !== null) {
          revisions.push({ id: crypto.randomUUID(), key: row.key, text: read.revision, until: seenAt });
          result.revised++;
        }
        for (const name of [...names, read.row.key, ...read.row.aliases]) known.set(name, read.row);
        if (twins.length > 0 || needsWriting(first, read.row)) {
          // A second reading of a row that this very call inserts counts as part of the insertion.
          if (!changed.has(row.key)) result.updated++;
          changed.set(row.key, read.row);
        }
      }
      if (changed.size > 0) await db.reviews.bulkPut([...changed.values()]);
      if (revisions.length > 0) await db.revisions.bulkPut(revisions);
      return result;
    }),
  );
}

/** All that a joined reading may touch: what hangs on a twin goes over to the row that stays. */
const tablesOf = (db: Database) => [
  db.reviews,
  db.revisions,
  db.notes,
  db.decisions,
  db.corrections,
  db.drafts,
  db.captures,
];

/** Every name of a review outside its adapter: its key, then its aliases' keys. */
function namesOf(review: Review): [string, ...string[]] {
  return [keyOf(review), ...(review.aliases ?? []).map((id) => keyOf({ site: review.site, id }))];
}

/** The rows that stand under any name of the readings. */
async function knownRows(db: Database, readings: readonly Reading[]): Promise<Map<string, ReviewRow>> {
  const names = [...new Set(readings.flatMap(({ review }) => namesOf(review)))];
  const known = new Map<string, ReviewRow>();
  for (const row of await db.reviews.bulkGet(names)) if (row !== undefined) known.set(row.key, row);
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    for (const row of await db.reviews.where('aliases').anyOf(unknown).toArray()) {
      const held = known.get(row.key) ?? row;
      known.set(row.key, held);
      for (const alias of row.aliases) if (!known.has(alias)) known.set(alias, held);
    }
  }
  return known;
}

function newRow(reading: Reading, seenAt: string, edition: TriageEdition): ReviewRow {
  const { review, triage } = reading;
  const [key, ...aliases] = namesOf(review);
  return indexed({
    key,
    site: review.site,
    aliases,
    review: { ...review, relevance: reading.relevance },
    triage,
    triageLanguage: edition.language,
    triageVersion: edition.version,
    relevance: reading.relevance,
    kept: reading.kept === true,
    firstSeen: seenAt,
    lastSeen: seenAt,
    storedAt: seenAt,
    mark: 'open',
    markedAt: null,
  });
}

function joined(
  row: ReviewRow,
  reading: Reading,
  seenAt: string,
  edition: TriageEdition,
): { row: ReviewRow; revision: string | null } {
  const merged = mergeReading(row.review, { ...reading.review, id: row.review.id });
  const fresh = merged.text === 'incoming';
  const relevance = reading.relevance === null || reading.relevance === 'other' ? row.relevance : reading.relevance;
  return {
    revision: merged.revision,
    row: indexed({
      ...row,
      aliases: [...new Set([...row.aliases, ...namesOf(reading.review)])].filter((name) => name !== row.key),
      review: { ...merged.review, relevance },
      triage: fresh ? reading.triage : row.triage,
      triageLanguage: fresh ? edition.language : row.triageLanguage,
      triageVersion: fresh ? edition.version : row.triageVersion,
      relevance,
      kept: row.kept || reading.kept === true,
      lastSeen: seenAt > row.lastSeen ? seenAt : row.lastSeen,
    }),
  };
}

const needsWriting = (before: ReviewRow, after: ReviewRow): boolean =>
  Date.parse(after.lastSeen) - Date.parse(before.lastSeen) > DAY ||
  !same({ ...before, lastSeen: null }, { ...after, lastSeen: null });

/** Joins a twin into `row` with all that hangs on it, and deletes it. Inside a transaction. */
async function absorb(db: Database, row: ReviewRow, twin: ReviewRow): Promise<ReviewRow> {
  for (const table of [db.revisions, db.notes, db.decisions, db.corrections, db.captures] as Table<{ key: string }>[]) {
    await table.where('key').equals(twin.key).modify({ key: row.key });
  }
  for (const draft of await db.drafts.where('key').equals(twin.key).toArray()) {
    await db.drafts.delete(draft.id);
    await placeDraft(db, { ...draft, key: row.key });
  }
  await db.reviews.delete(twin.key);
  const marked = (twin.markedAt ?? '') > (row.markedAt ?? '') ? twin : row;
  return recorrected(db, {
    ...row,
    aliases: [...new Set([...row.aliases, twin.key, ...twin.aliases])],
    kept: row.kept || twin.kept,
    firstSeen: earlier(row.firstSeen, twin.firstSeen),
    mark: marked.mark,
    markedAt: marked.markedAt,
  });
}

/** The earlier of two ISO times in UTC. */
export function earlier(a: string, b: string): string {
  if (b < a) return b;
  return a;
}

/** A stored review with all that hangs on it. */
export interface StoredReview {
  row: ReviewRow;
  notes: Note[];
  decisions: Decision[];
  /** Oldest first, also those taken back. */
  corrections: Correction[];
  revisions: Revision[];
  /** What the person typed last, if anything. */
  typed: string | null;
}

/** `key` may be an alias. `not-found` where it is not stored. */
export async function getReview(store: Store, key: string): Promise<Result<StoredReview>> {
  const { db } = store;
  const found = await attempt(store, () =>
    db.transaction('r', tablesOf(db), async () => {
      const held = await storedKey(db, key);
      const row = held === null ? undefined : await db.reviews.get(held);
      if (row === undefined) return null;
      const [notes, decisions, corrections, revisions, drafts] = await Promise.all([
        db.notes.where('key').equals(row.key).sortBy('at'),
        db.decisions.where('key').equals(row.key).sortBy('at'),
        correctionsOf(db, row.key),
        db.revisions.where('key').equals(row.key).sortBy('until'),
        db.drafts.where('key').equals(row.key).toArray(),
      ]);
      const typed = drafts.find((draft) => draft.state === 'typed')?.text ?? null;
      const known = { notes: notes.map(withoutKey), decisions: decisions.map(withoutKey), corrections };
      return { row, ...known, revisions, typed };
    }),
  );
  if (!found.ok) return found;
  if (found.value === null) return fail('not-found');
  const revisions = found.value.revisions.map(({ text, until }) => ({ text, until }));
  return ok({ ...found.value, revisions });
}

function withoutKey<T extends { key: string }>({ key: _, ...rest }: T): Omit<T, 'key'> {
  return rest;
}

export interface Listing {
  query: string;
  filter: QueueFilter;
  limit: number;
}

/**
 * The queue over everything stored: open ones first, then the most urgent, then the newest. `query` is a plain
 * substring of author, text, title or place, whatever the width and case of its letters. Without a query only
 * index keys are read, and no more rows than are shown.
 */
export function listReviews(
  store: Store,
  { query, filter, limit }: Listing,
): Promise<Result<{ items: QueueItem[]; total: number }>> {
  const { db } = store;
  return attempt(store, () =>
    db.transaction('r', [db.reviews, db.captures], async () => {
      const passing = filter === 'all' ? null : new Set(await db.reviews.where('facets').equals(filter).primaryKeys());
      const ranked = await db.reviews.orderBy('rank').primaryKeys();
      let keys = passing === null ? ranked : ranked.filter((key) => passing.has(key));
      const wanted = folded(query.trim());
      if (wanted !== '') {
        const matching = new Set<string>();
        await db.reviews.each((row) => {
          if (haystack(row.review).includes(wanted)) matching.add(row.key);
        });
        keys = keys.filter((key) => matching.has(key));
      }
      const rows = await db.reviews.bulkGet(keys.slice(0, Math.max(0, limit)));
      const isHeld = await evidenceHeld(db);
      const items = rows
        .filter((row) => row !== undefined)
        .map((row, order) => itemOf({ ...row, captured: isHeld(row) }, order));
      return { items, total: keys.length };
    }),
  );
}

const haystack = (review: Review): string =>
  folded([review.author.name, review.title, review.place?.name, review.text].filter(Boolean).join('\n'));

/** What a page that shows a stored review must know of it. */
export interface KnownReview {
  key: string;
  mark: Mark;
  firstSeen: string;
  kept: boolean;
  relevance: Relevance | null;
  corrections: Correction[];
  /** Sealed evidence of it is held. */
  captured: boolean;
}

/** Marks, first sight, corrections and evidence of reviews, for a page that shows them: by the names that were asked for. */
export function marksOf(store: Store, keys: readonly string[]): Promise<Result<Map<string, KnownReview>>> {
  const { db } = store;
  return attempt(store, async () => {
    const wanted = new Set(keys);
    const found = new Map<string, ReviewRow>();
    for (const row of await db.reviews.bulkGet([...wanted])) if (row !== undefined) found.set(row.key, row);
    const missing = [...wanted].filter((key) => !found.has(key));
    if (missing.length > 0) {
      for (const row of await db.reviews.where('aliases').anyOf(missing).toArray()) {
        for (const alias of row.aliases) if (wanted.has(alias) && !found.has(alias)) found.set(alias, row);
      }
    }
    const isHeld = await evidenceHeld(db);
    const known = new Map<string, KnownReview>();
    for (const [name, row] of found) {
      const { key, mark, firstSeen, kept, relevance, corrected } = row;
      const corrections = corrected ? await correctionsOf(db, key) : [];
      known.set(name, { key, mark, firstSeen, kept, relevance, corrections, captured: isHeld(row) });
    }
    return known;
  });
}
