import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { exportAll, getReview, importAll, listReviews, openStore } from '../../../lib/store/index.ts';
import {
  CorrectionRow,
  CustodyRow,
  DecisionRow,
  DraftRow,
  NoteRow,
  ReviewRow,
  RevisionRow,
} from '../../../lib/store/rows.ts';
import { declareVersions, type SchemaVersion, VERSIONS } from '../../../lib/store/versions.ts';
import { freshStore, NOON, settings, value } from './samples.ts';

/*
 * versions/N.json holds rows exactly as version N wrote them, for every table but captures (blobs). They are
 * never changed: when rows change their shape, add a version with an upgrade and a new file.
 */
const FOLDER = join(import.meta.dirname, 'versions');
type Example = Record<string, Record<string, unknown>[]>;
const example = (number: number): Example => JSON.parse(readFileSync(join(FOLDER, `${number}.json`), 'utf8'));

const SHAPES = {
  reviews: ReviewRow,
  revisions: RevisionRow,
  notes: NoteRow,
  decisions: DecisionRow,
  drafts: DraftRow,
  custody: CustodyRow,
};
/** Tables that came later, by the version that has them first. */
const LATER = { corrections: { since: 3, shape: CorrectionRow } };

async function writtenBy(number: number, name: string): Promise<void> {
  const old = new Dexie(name);
  declareVersions(
    old,
    VERSIONS.filter((version) => version.number <= number),
  );
  await old.open();
  for (const [table, rows] of Object.entries(example(number))) await old.table(table).bulkAdd(rows);
  old.close();
}

test('every version has its example and every example its version', () => {
  const files = readdirSync(FOLDER).map((name) => Number(name.replace('.json', '')));
  expect(files.sort()).toEqual(VERSIONS.map((version) => version.number).sort());
  expect(VERSIONS.map((version) => version.number)).toEqual(VERSIONS.map((_, index) => index + 1));
});

describe.each(VERSIONS.map((version) => [version.number]))('a database of version %i', (number) => {
  test('opens with every row in today’s shape', async () => {
    const name = `walk-${number}`;
    await writtenBy(number, name);
    const store = openStore(name);
    await store.db.open();
    expect(store.db.verno).toBe(VERSIONS.at(-1)?.number);
    for (const [table, shape] of Object.entries(SHAPES)) {
      const rows = await store.db.table(table).toArray();
      expect(rows.length, table).toBe(example(number)[table]?.length);
      expect(rows.length, table).toBeGreaterThan(0);
      // Parsing takes away what the shape does not know: equal means no field too few or too many.
      for (const row of rows) expect(z.parse(shape, row)).toEqual(row);
    }
    for (const [table, { since, shape }] of Object.entries(LATER)) {
      const rows = await store.db.table(table).toArray();
      expect(rows.length > 0, table).toBe(number >= since);
      for (const row of rows) expect(z.parse(shape, row)).toEqual(row);
    }
    const { items } = await value(listReviews(store, { query: '', filter: 'all', limit: 10 }));
    expect(items).toHaveLength(example(number).reviews?.length ?? -1);
    expect(await value(getReview(store, items[0]?.key ?? ''))).toMatchObject({ typed: expect.any(String) });
    const copy = freshStore();
    await value(importAll(copy, await value(exportAll(store, settings(), NOON))));
    expect(await copy.db.reviews.toArray()).toEqual(await store.db.reviews.toArray());
    expect(await copy.db.corrections.toArray()).toEqual(await store.db.corrections.toArray());
  });
});

test('an upgrade runs once, over rows of the version before', async () => {
  const name = 'upgrade';
  await writtenBy(1, name);
  const next: SchemaVersion = {
    number: 2,
    stores: { reviews: 'key, *aliases, site, mark, lastSeen, placeId, parentKey, *facets, rank, flag' },
    upgrade: (transaction) =>
      transaction
        .table('reviews')
        .toCollection()
        .modify((row: Record<string, unknown>) => {
          row.flag = Number(row.flag ?? 0) + 1;
        }),
  };
  for (let opening = 0; opening < 2; opening++) {
    const store = openStore(name, [...VERSIONS.slice(0, 1), next]);
    const rows = await store.db.reviews.where('flag').equals(1).toArray();
    expect(rows).toHaveLength(example(1).reviews?.length ?? -1);
    store.db.close();
  }
});

test('an upgrade that fails leaves the old database as it was', async () => {
  const name = 'failed-upgrade';
  await writtenBy(1, name);
  const broken: SchemaVersion = {
    number: 2,
    stores: {},
    upgrade: async (transaction) => {
      await transaction.table('reviews').clear();
      throw new Error('cannot');
    },
  };
  const store = openStore(name, [...VERSIONS.slice(0, 1), broken]);
  await expect(store.db.open()).rejects.toThrow();
  const again = new Dexie(name);
  declareVersions(again, VERSIONS.slice(0, 1));
  expect(await again.table('reviews').count()).toBe(example(1).reviews?.length);
});
