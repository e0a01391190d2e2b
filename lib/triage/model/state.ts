import { parseModel, type TriageModel } from './weights.ts';

/** `rules-only`: the weights could not be loaded; the rules go on alone and the interface says so. */
export type ModelState = 'full' | 'rules-only';

let state: ModelState = 'full';
let active: TriageModel | null = null;

/** Whether texts are read with everything there is, as far as this life of the worker knows. */
export const modelState = (): ModelState => state;

/** Called by whoever loads the weights. */
export function setModelState(next: ModelState): void {
  state = next;
}

/** The weights in use; null: rules alone. */
export const activeModel = (): TriageModel | null => active;

/** Takes the weights' bytes (null: there were none) into use, or goes on with rules alone. */
export function takeWeights(bytes: Uint8Array<ArrayBuffer> | null): ModelState {
  active = bytes === null ? null : parseModel(bytes);
  state = active === null ? 'rules-only' : 'full';
  return state;
}

/** For training: weights that were never written. */
export function takeModel(model: TriageModel | null): void {
  active = model;
}
