import * as z from 'zod/mini';
import { Person } from '../contract/index.ts';
import { canonicalJson, sha256 } from './canonical.ts';

export const CustodyAction = z.enum(['captured', 'viewed', 'exported', 're-checked', 'deleted', 'cleared']);
export type CustodyAction = z.infer<typeof CustodyAction>;

/** What happened to a capture, by whom, when. */
export const CustodyFacts = z.object({
  at: z.string(),
  action: CustodyAction,
  by: z.nullable(Person),
  /** The capture's id; null for what concerns all of them. */
  capture: z.nullable(z.string()),
  /** SHA-256 of the capture's manifest.json. */
  manifestHash: z.nullable(z.string()),
  reason: z.nullable(z.string()),
});
export type CustodyFacts = z.infer<typeof CustodyFacts>;

/**
 * An entry of the append-only custody log. `hash` covers all of the entry, `previous` is the hash of the entry
 * before in the same `chain` (one chain for each installation; null at its beginning). After 全部刪除 only the
 * hashes remain: `facts` is null, so the entry still links, but can no longer be recomputed.
 */
export const CustodyEntry = z.object({
  chain: z.string(),
  seq: z.number(),
  previous: z.nullable(z.string()),
  hash: z.string(),
  /** Repeats `facts.capture` for the index; empty where there is none or nothing remains. */
  capture: z.string(),
  facts: z.nullable(CustodyFacts),
});
export type CustodyEntry = z.infer<typeof CustodyEntry>;

const hashOf = (entry: Pick<CustodyEntry, 'chain' | 'seq' | 'previous'>, facts: CustodyFacts): Promise<string> =>
  sha256(canonicalJson({ chain: entry.chain, seq: entry.seq, previous: entry.previous, facts }));

/** The entry that follows `last` (null: the first of `chain`). */
export async function nextEntry(last: CustodyEntry | null, chain: string, facts: CustodyFacts): Promise<CustodyEntry> {
  const link = { chain, seq: last === null ? 0 : last.seq + 1, previous: last?.hash ?? null };
  return { ...link, hash: await hashOf(link, facts), capture: facts.capture ?? '', facts };
}

/** What remains of an entry after everything was deleted. */
export const hashOnly = (entry: CustodyEntry): CustodyEntry => ({ ...entry, capture: '', facts: null });

/**
 * Whether a run of entries of one chain is whole: every entry has its own hash, numbers rise, and neighbours
 * are linked. Gaps are allowed (a package holds only its capture's entries).
 */
export async function custodyHolds(entries: readonly CustodyEntry[]): Promise<boolean> {
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1];
    if (before !== undefined && (before.chain !== entry.chain || before.seq >= entry.seq)) return false;
    if (before !== undefined && before.seq + 1 === entry.seq && before.hash !== entry.previous) return false;
    if (entry.facts === null) continue;
    if (entry.capture !== (entry.facts.capture ?? '')) return false;
    if (entry.hash !== (await hashOf(entry, entry.facts))) return false;
  }
  return true;
}
