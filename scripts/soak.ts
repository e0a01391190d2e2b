import { print, refuse, say } from './io.ts';
import { soakFlips } from './soak/flips-soak.ts';
import { soakGuard, soakUnseen } from './soak/guard.ts';
import { soakKills } from './soak/kills-soak.ts';

/**
 * `npm run soak [-- PART …]`: the long runs, of which `npm test` runs seeded samples. Each part gives how often it
 * ran and what went wrong, at most a few of a kind; exit 1 when anything did. `SOAK_SEED` repeats a run.
 */
export interface SoakResult {
  part: string;
  runs: number;
  failures: string[];
  seed: number;
}

const PARTS: Record<string, (seed: number) => Promise<Omit<SoakResult, 'part' | 'seed'>>> = {
  flips: soakFlips,
  guard: soakGuard,
  'guard-unseen': soakUnseen,
  kills: soakKills,
};

const wanted = process.argv.slice(2);
for (const name of wanted)
  if (!PARTS[name]) refuse(`No part is called ${name}. There are: ${Object.keys(PARTS).join(' ')}`);
const seed = Number(process.env.SOAK_SEED ?? Date.now() % 1_000_000_000);
const results: SoakResult[] = [];
for (const [part, run] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(part)) continue;
  const result = { part, seed, ...(await run(seed)) };
  results.push(result);
  say(
    `${part}: ${result.runs} runs, ${result.failures.length === 0 ? 'all well' : result.failures.join('; ')} (seed ${seed})`,
  );
}
print({ results });
process.exitCode = results.every(({ failures }) => failures.length === 0) ? 0 : 1;
