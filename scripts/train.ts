import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { encodeModel } from '../lib/triage/model/weights.ts';
import { samples } from './train/data.ts';
import { main as trainFallback } from './train/fallback.ts';
import { main as trainGuard } from './train/judge.ts';
import { learnModel, Tables } from './train/model.ts';

/**
 * `npm run train`: learns what is learnt, from ../shared/data and the labels written for this project. Deterministic;
 * only hashed features and numbers are written. Parts by name: `npm run train -- triage`.
 */

const ASSET = fileURLToPath(new URL('../assets/models/triage.bin', import.meta.url));

function trainTriage(): void {
  const all = samples();
  if (all.length === 0) {
    console.error('train: ../shared/data is not there; nothing learnt');
    return;
  }
  const bytes = encodeModel(learnModel(all, new Tables(all), null));
  mkdirSync(fileURLToPath(new URL('../assets/models/', import.meta.url)), { recursive: true });
  writeFileSync(ASSET, bytes);
  console.error(`train: triage, ${all.length} texts, ${(bytes.length / 1e6).toFixed(2)} MB`);
}

const PARTS: Record<string, () => void | Promise<void>> = {
  triage: trainTriage,
  fallback: trainFallback,
  privacy: async () => {
    await import('./train/privacy.ts');
  },
  guard: trainGuard,
};

for (const part of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(PARTS)) {
  const run = PARTS[part];
  if (!run) {
    console.error(`train: no part "${part}"; there are ${Object.keys(PARTS).join(', ')}`);
    process.exit(2);
  }
  await run();
}
