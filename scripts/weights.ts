import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ModelState, takeWeights } from '../lib/triage/model/state.ts';

const FILE = fileURLToPath(new URL('../assets/models/triage.bin', import.meta.url));

/** The file as it is; null where there is none. */
export const readWeights = (): Uint8Array<ArrayBuffer> | null =>
  existsSync(FILE) ? new Uint8Array(readFileSync(FILE)) : null;

/** Takes the trained weights of this folder into use, for commands outside the browser. */
export function loadWeights(): ModelState {
  const state = takeWeights(readWeights());
  if (state === 'rules-only') console.error('weights: assets/models/triage.bin is missing or damaged; rules alone');
  return state;
}
