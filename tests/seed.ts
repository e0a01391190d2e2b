import fc from 'fast-check';

/**
 * The same commit gets the same verdict: property tests draw the same cases every time. `FC_SEED=random` looks further,
 * a number repeats what was found.
 */
const asked = globalThis.process?.env?.FC_SEED;
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked ?? 20_261_123) });
