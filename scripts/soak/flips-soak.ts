import { requestTimestamp } from '../../lib/evidence/index.ts';
import { authority } from '../../tests/unit/evidence/authority.ts';
import { newKey, packed, sample } from '../../tests/unit/evidence/samples.ts';
import { say } from '../io.ts';
import { flip, flipsOf } from './flips.ts';

const FLIPS = 10_000;
const MOST_NAMED = 10;

/** Ten thousand single-bit flips of a package with pictures, texts, a time-stamp and a log. */
export async function soakFlips(seed: number): Promise<{ runs: number; failures: string[] }> {
  const { fetch } = await authority();
  const now = () => '2026-03-10T06:00:00.000Z';
  const zip = await packed(
    await sample(await newKey(), {}, async (hash) => [
      await requestTimestamp(hash, 'https://tsa.example', { fetch, now }),
    ]),
  );
  const failures: string[] = [];
  let runs = 0;
  for (const found of flipsOf(zip, FLIPS, seed)) {
    const wrong = await flip(zip, found);
    if (wrong !== null && failures.length < MOST_NAMED) failures.push(wrong);
    if (++runs % 1000 === 0) say(`flips: ${runs} of ${FLIPS}`);
  }
  return { runs, failures };
}
