import { parseModel, statedHash, type TriageModel } from './weights.ts';

/** `rules-only`: the weights could not be loaded; the rules go on alone and the interface says so. */
export type ModelState = 'full' | 'rules-only';

let state: ModelState = 'full';
let active: TriageModel | null = null;
let edition = 0;

/** Whether texts are read with everything there is, as far as this life of the worker knows. */
export const modelState = (): ModelState => state;

/** Called by whoever loads the weights. */
export function setModelState(next: ModelState): void {
  state = next;
}

/** The weights in use; null: rules alone. */
export const activeModel = (): TriageModel | null => active;

/** Names the weights in use, as the head of their file does (a whole number below 2³²); 0: rules alone. */
export const weightsEdition = (): number => edition;

/** Takes the weights' bytes (null: there were none) into use, or goes on with rules alone. */
export function takeWeights(bytes: Uint8Array<ArrayBuffer> | null): ModelState {
  active = bytes === null ? null : parseModel(bytes);
  state = active === null ? 'rules-only' : 'full';
  edition = active === null || bytes === null ? 0 : statedHash(bytes);
  return state;
}

/** For training: weights that were never written. */
export function takeModel(model: TriageModel | null): void {
  active = model;
}
