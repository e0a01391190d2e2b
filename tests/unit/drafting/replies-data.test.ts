import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guard } from '../../../lib/drafting/index.ts';

const FOLDER = new URL('../../../../shared/data/replies/', import.meta.url);
const here = existsSync(new URL('written.jsonl', FOLDER));
if (!here) console.log('skipped: no labelled replies beside the project');

interface Row {
  review: string;
  reply: string;
  verdict: 'safe' | 'warn' | 'block';
}
interface Shares {
  /** Unsafe replies let through as safe. */
  leak: number;
  /** Safe replies stopped. */
  stopped: number;
  /** Safe replies that pass without anybody asked. */
  passed: number;
  /** Unsafe replies stopped outright. */
  caught: number;
}

function shares(file: string, half: 0 | 1): Shares {
  const rows = readFileSync(new URL(file, FOLDER), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
    .filter((_, index) => (index + 1) % 2 === half);
  const verdicts = rows.map(({ reply, review, verdict }) => ({
    safe: verdict === 'safe',
    found: guard(reply, { review }).verdict,
  }));
  const share = (safe: boolean, found: string) => {
    const those = verdicts.filter((one) => one.safe === safe);
    return those.filter((one) => one.found === found).length / those.length;
  };
  return {
    leak: share(false, 'safe'),
    stopped: share(true, 'block'),
    passed: share(true, 'safe'),
    caught: share(false, 'block'),
  };
}

// Tuned on the even lines, only measured on the odd ones. Small sets: one reply is 0.5–10 %.
describe.skipIf(!here)('labelled replies', () => {
  it.each([
    ['written.jsonl', 0, { stopped: 0.03, passed: 0.1, caught: 0.7 }],
    ['written.jsonl', 1, { stopped: 0.08, passed: 0.01, caught: 0.25 }],
    ['hospital.jsonl', 0, { stopped: 0.02, passed: 0.55, caught: 0.8 }],
    ['hospital.jsonl', 1, { stopped: 0.035, passed: 0.42, caught: 0.5 }],
  ] as const)('%s, half %i', (file, half, floor) => {
    const found = shares(file, half);
    console.log(file, half === 0 ? 'tuned' : 'checked', found);
    expect(found.leak).toBe(0);
    expect(found.stopped).toBeLessThanOrEqual(floor.stopped);
    expect(found.passed).toBeGreaterThanOrEqual(floor.passed);
    expect(found.caught).toBeGreaterThanOrEqual(floor.caught);
  });
});
