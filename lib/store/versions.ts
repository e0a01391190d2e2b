import type { Dexie, Transaction } from 'dexie';

/**
 * Every version the database ever had, oldest first. A version that has been released is never changed: a new
 * one is added below it, with an `upgrade` where rows must change, and with frozen example rows in
 * tests/unit/store/versions/ (a test refuses a version without them, and walks all of them up to the newest).
 */
export interface SchemaVersion {
  readonly number: number;
  /** Dexie's index notation; only what changed against the version before. */
  readonly stores: Readonly<Record<string, string | null>>;
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
}

export const VERSIONS: readonly SchemaVersion[] = [
  {
    number: 1,
    stores: {
      reviews:
        'key, *aliases, site, mark, priority, lastSeen, placeId, parentKey, *facets, rank, [triageLanguage+triageVersion]',
      revisions: 'id, key',
      notes: 'id, key',
      decisions: 'id, key, at',
      drafts: 'id, key, [state+at]',
      captures: 'id, key, at',
      custody: '[chain+seq], capture',
      meta: 'name',
    },
  },
  {
    number: 2,
    stores: { sessions: 'id', files: 'id, capture', timestamps: 'id, capture', keys: 'name' },
  },
  { number: 3, stores: { corrections: 'id, key, at' } },
];

export function declareVersions(db: Dexie, versions: readonly SchemaVersion[] = VERSIONS): void {
  for (const { number, stores, upgrade } of versions) {
    const version = db.version(number).stores({ ...stores });
    if (upgrade !== undefined) version.upgrade(upgrade);
  }
}
