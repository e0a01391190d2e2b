import { browser } from 'wxt/browser';
import { type ModelState, takeWeights } from '../triage/model/state.ts';

let loading: Promise<ModelState> | null = null;

/**
 * Takes the trained weights that come with the package into use, once a life of the worker. Missing or damaged ones
 * are no error: the rules go on alone, and `modelState` says so.
 */
export function loadWeights(): Promise<ModelState> {
  loading ??= read();
  return loading;
}

async function read(): Promise<ModelState> {
  try {
    // `getURL` knows the files of public/ only; this one is copied at build time (wxt.config.ts).
    const url = new URL('models/triage.bin', browser.runtime.getURL('/'));
    const answer = await fetch(url);
    return takeWeights(answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null);
  } catch {
    return takeWeights(null);
  }
}
