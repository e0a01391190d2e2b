import { canonicalJson } from './canonical.ts';
import type { CustodyEntry, CustodyFacts } from './contract.ts';
import { sha256 } from './hash.ts';

export { CustodyAction, CustodyEntry, CustodyFacts } from './contract.ts';

type Link = Pick<CustodyEntry, 'chain' | 'seq' | 'previous'>;

const hashOf = ({ chain, seq, previous }: Link, facts: CustodyFacts): Promise<string> =>
  sha256(canonicalJson({ chain, seq, previous, facts }));

/** The entry that follows `last` (null: the first of `chain`). */
export async function nextEntry(last: CustodyEntry | null, chain: string, facts: CustodyFacts): Promise<CustodyEntry> {
  const link = { chain, seq: last === null ? 0 : last.seq + 1, previous: last?.hash ?? null };
  return { ...link, hash: await hashOf(link, facts), capture: facts.capture ?? '', facts };
}

/** Who took a capture and when: its first entry in whatever chain; null where nothing of it can be read any more. */
export function takenOf(entries: readonly CustodyEntry[]): Pick<CustodyFacts, 'by' | 'at'> | null {
  const facts = entries.flatMap((entry) => entry.facts ?? []);
  return facts.reduce<CustodyFacts | null>(
    (first, one) => (first === null || Date.parse(one.at) < Date.parse(first.at) ? one : first),
    null,
  );
}

/** What remains of an entry after everything was deleted, or where it is nobody else's business. */
export const hashOnly = (entry: CustodyEntry): CustodyEntry => ({ ...entry, capture: '', facts: null });

/**
 * Whether entries are unbroken runs of their chains: one run after the other, every entry with its own hash and
 * linked to the one before.
 */
export async function custodyHolds(entries: readonly CustodyEntry[]): Promise<boolean> {
  const ended = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1];
    if (before?.chain === entry.chain) {
      if (before.seq + 1 !== entry.seq || before.hash !== entry.previous) return false;
    } else {
      if (before !== undefined) ended.add(before.chain);
      if (ended.has(entry.chain) || (entry.seq === 0) !== (entry.previous === null)) return false;
    }
    if (entry.facts === null) {
      if (entry.capture !== '') return false;
      continue;
    }
    if (entry.capture !== (entry.facts.capture ?? '')) return false;
    if (entry.hash !== (await hashOf(entry, entry.facts))) return false;
  }
  return true;
}

/**
 * The part of the log that goes into a package of `capture`: from its first entry to its last in each chain, in
 * one piece, with nothing but the hash of entries that concern other captures.
 */
export function custodyOf(log: readonly CustodyEntry[], capture: string): CustodyEntry[] {
  const chains = new Map<string, CustodyEntry[]>();
  for (const entry of log) chains.set(entry.chain, [...(chains.get(entry.chain) ?? []), entry]);
  return [...chains.values()].flatMap((entries) => {
    const run = entries.toSorted((a, b) => a.seq - b.seq);
    const first = run.findIndex((entry) => entry.capture === capture);
    if (first < 0) return [];
    const last = run.findLastIndex((entry) => entry.capture === capture);
    return run.slice(first, last + 1).map((entry) => (entry.capture === capture ? entry : hashOnly(entry)));
  });
}
