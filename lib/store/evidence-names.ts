import * as z from 'zod/mini';
import { type Result, Site } from '../contract/index.ts';
import { attempt, type Store } from './database.ts';

/** A capture as people know it. */
export interface EvidenceName {
  id: string;
  at: string;
  /** Null where its manifest cannot be read. */
  site: Site | null;
  author: string | null;
}

/** So many are named; of more than that nobody reads the list. */
const MOST = 200;

const Named = z.object({
  page: z.object({ site: Site }),
  review: z.object({ author: z.object({ name: z.string() }) }),
});

/** The captures that are held, newest first. */
export function evidenceNames(store: Store): Promise<Result<EvidenceName[]>> {
  return attempt(store, async () => {
    const rows = await store.db.captures.orderBy('at').reverse().limit(MOST).toArray();
    return rows.map(({ id, at, manifest }) => {
      const named = read(manifest);
      return { id, at, site: named?.page.site ?? null, author: named?.review.author.name ?? null };
    });
  });
}

function read(manifest: string): z.infer<typeof Named> | null {
  try {
    return z.safeParse(Named, JSON.parse(manifest)).data ?? null;
  } catch {
    return null;
  }
}
