import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { CustodyEntry, custodyHolds, custodyOf, hashOnly, nextEntry } from '../../../lib/evidence/index.ts';
import { amy, NOON } from '../store/samples.ts';

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const facts = (capture: string, reason: string) => ({
  at: NOON,
  action: 'viewed' as const,
  by: amy,
  capture,
  manifestHash: null,
  reason,
});

async function chainOf(reasons: readonly string[], chain = 'here', captures: readonly string[] = ['c']) {
  const entries: CustodyEntry[] = [];
  for (const [index, reason] of reasons.entries())
    entries.push(
      await nextEntry(entries.at(-1) ?? null, chain, facts(captures[index % captures.length] ?? '', reason)),
    );
  return entries;
}

const reasons = fc.array(fc.string(), { minLength: 3, maxLength: 6 });

test('holds as written, and not with any entry changed, swapped, put in or taken out of the middle', async () => {
  await fc.assert(
    fc.asyncProperty(reasons, fc.nat(), async (words, pick) => {
      const entries = await chainOf(words);
      const at = pick % entries.length;
      const entry = entries[at]!;
      expect(await custodyHolds(entries)).toBe(true);
      expect(await custodyHolds(entries.with(at, hashOnly(entry)))).toBe(true);
      expect(await custodyHolds(entries.slice(at))).toBe(true);
      expect(await custodyHolds(entries.toSpliced(1, 1))).toBe(false);
      expect(await custodyHolds(entries.with(at, { ...entry, facts: facts('c', `${words[at]}!`) }))).toBe(false);
      expect(await custodyHolds(entries.with(at, { ...entry, capture: 'other' }))).toBe(false);
      expect(await custodyHolds(entries.with(at, { ...hashOnly(entry), capture: 'c' }))).toBe(false);
      expect(await custodyHolds([...entries].reverse())).toBe(false);
      expect(await custodyHolds([...entries, entry])).toBe(false);
      // Whole in itself, but it follows another first entry.
      const elsewhere = await chainOf([`${words[0]}!`, words[1] ?? '']);
      expect(await custodyHolds(elsewhere)).toBe(true);
      expect(await custodyHolds(entries.with(1, elsewhere[1]!))).toBe(false);
    }),
    { numRuns: 30 },
  );
});

test('any change of any field of any entry but one with a hash only is found', async () => {
  const entries = await chainOf(['a', 'b', 'c']);
  for (const [at, entry] of entries.entries())
    for (const change of [
      { chain: 'there' },
      { seq: entry.seq + 7 },
      { previous: 'f'.repeat(64) },
      { hash: 'f'.repeat(64) },
      { facts: { ...facts('c', entry.facts?.reason ?? ''), at: '2026-03-10T04:00:00.001Z' } },
      { facts: { ...facts('c', entry.facts?.reason ?? ''), detail: 'x' } },
    ])
      expect(await custodyHolds(entries.with(at, { ...entry, ...change })), JSON.stringify(change)).toBe(false);
});

test('chains stand one after the other', async () => {
  const [here, there] = [await chainOf(['a', 'b']), await chainOf(['a', 'b'], 'there')];
  expect(await custodyHolds([...here, ...there])).toBe(true);
  expect(await custodyHolds([here[0]!, there[0]!, here[1]!, there[1]!])).toBe(false);
});

test('a capture’s part of the log holds, shows its own entries and hides the others', async () => {
  const captures = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(captures, captures, async (here, there) => {
      const log = [...(await chainOf(here, 'here', here)), ...(await chainOf(there, 'there', there))];
      const part = custodyOf(log, 'a');
      expect(await custodyHolds(part)).toBe(true);
      expect(part.filter((entry) => entry.facts !== null)).toEqual(log.filter((entry) => entry.capture === 'a'));
      expect(part.every((entry) => entry.facts === null || entry.capture === 'a')).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('an entry from before anybody was picked by name keeps its hash; who was on duty is covered by it', async () => {
  const by = { name: '李經理', role: 'manager' } as const;
  const old = {
    at: '2026-03-10T04:00:00.000Z',
    action: 'deleted' as const,
    by,
    capture: 'c',
    manifestHash: null,
    reason: '拍錯',
  };
  const first = await nextEntry(null, 'here', old);
  expect(first.hash).toBe('4873c7e708c31aae68bfc9743a3c713c5ea6d350a8bd735c1a808e86d5da7dff');
  // As it comes out of a file.
  expect(CustodyEntry.parse(JSON.parse(JSON.stringify(first)))).toEqual(first);
  const second = await nextEntry(first, 'here', { ...old, duty: amy });
  const third = await nextEntry(second, 'here', { ...old, duty: null });
  const log = [first, second, third].map((entry) => CustodyEntry.parse(JSON.parse(JSON.stringify(entry))));
  expect(await custodyHolds(log)).toBe(true);
  expect(await custodyHolds(log.with(1, { ...second, facts: { ...old, duty: by } }))).toBe(false);
  expect(await custodyHolds(log.with(1, { ...second, facts: old }))).toBe(false);
  expect(await custodyHolds(log.with(2, { ...third, facts: old }))).toBe(false);
});
