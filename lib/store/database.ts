import { Dexie, type Table } from 'dexie';
import { fail, ok, type Result } from '../contract/index.ts';
import type {
  CaptureRow,
  CorrectionRow,
  CustodyRow,
  DecisionRow,
  DraftRow,
  FileRow,
  KeyRow,
  MetaRow,
  NoteRow,
  ReviewRow,
  RevisionRow,
  SessionRow,
  TimestampRow,
} from './rows.ts';
import { declareVersions, type SchemaVersion } from './versions.ts';

export class Database extends Dexie {
  declare reviews: Table<ReviewRow, string>;
  declare revisions: Table<RevisionRow, string>;
  declare notes: Table<NoteRow, string>;
  declare decisions: Table<DecisionRow, string>;
  declare corrections: Table<CorrectionRow, string>;
  declare drafts: Table<DraftRow, string>;
  declare captures: Table<CaptureRow, string>;
  declare custody: Table<CustodyRow, [string, number]>;
  declare meta: Table<MetaRow, string>;
  declare sessions: Table<SessionRow, string>;
  declare files: Table<FileRow, string>;
  declare timestamps: Table<TimestampRow, string>;
  declare keys: Table<KeyRow, string>;

  constructor(name: string, versions?: readonly SchemaVersion[]) {
    super(name);
    declareVersions(this, versions);
  }
}

/**
 * The store as every function of this room takes it. All of them answer a `Result` and never throw. Only the
 * background writes; the dashboard may read.
 */
export interface Store {
  readonly db: Database;
  /** Waits between two tries of a failed write. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

export const DATABASE_NAME = 'replywell';

/** Opens lazily, at the first read or write. */
export function openStore(name: string = DATABASE_NAME, versions?: readonly SchemaVersion[]): Store {
  return {
    db: new Database(name, versions),
    pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  };
}

/** A refusal from inside a transaction: undoes it and becomes the answer. */
export class Refusal extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super('refused');
    this.result = result;
  }
}

const BACK_OFF = [40, 200] as const;

/** A worker that was stopped, a connection that was closed, a transaction that gave way: worth another try. */
const TRANSIENT = new Set([
  'AbortError',
  'DatabaseClosedError',
  'InvalidStateError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
]);

/** Runs reads and writes of the database: all or nothing, twice more when it fails for a passing reason. */
export async function attempt<T>(store: Store, work: () => PromiseLike<T>): Promise<Result<T>> {
  for (let tries = 0; ; tries++) {
    try {
      if (!store.db.isOpen()) await openChecked(store.db);
      return ok(await work());
    } catch (error) {
      if (error instanceof Refusal) return error.result;
      const names = namesOf(error);
      if (names.includes('QuotaExceededError')) return fail('storage-full');
      const wait = BACK_OFF[tries];
      // The name only: a message of the database may quote what was to be stored.
      if (wait === undefined || !names.some((name) => TRANSIENT.has(name)))
        return fail('storage-failed', names.join(' < '));
      await store.pause(wait);
    }
  }
}

/**
 * Dexie 4 opens a database that a newer build has written, and even adds its own tables to it. Rows of a shape
 * that this build does not know would then be mixed with ours: it is left alone.
 */
async function openChecked(db: Database): Promise<void> {
  // Firefox has the list since version 126.
  const known = typeof indexedDB.databases === 'function' ? await indexedDB.databases() : [];
  const found = known.find(({ name }) => name === db.name);
  // Dexie counts in tenths of a version, and uses the tenths for repairs.
  if (found?.version !== undefined && Math.floor(found.version / 10) > db.verno) {
    throw new Refusal(fail('storage-failed', 'newer-version'));
  }
  await db.open();
}

/** Dexie wraps the browser's error, sometimes twice: the names from the outside in. */
function namesOf(error: unknown): string[] {
  const names: string[] = [];
  const queue = [error];
  while (queue.length > 0 && names.length < 8) {
    const next = queue.shift();
    if (typeof next !== 'object' || next === null) continue;
    if ('name' in next && typeof next.name === 'string') names.push(next.name);
    if ('inner' in next) queue.push(next.inner);
    if ('failures' in next && Array.isArray(next.failures)) queue.push(next.failures[0]);
  }
  return names;
}

/** The key under which a review stands in the store: its own, or that of the row that knows it as an alias. */
export async function storedKey(db: Database, key: string): Promise<string | null> {
  if ((await db.reviews.where('key').equals(key).count()) > 0) return key;
  const [byAlias] = await db.reviews.where('aliases').equals(key).primaryKeys();
  return byAlias ?? null;
}
