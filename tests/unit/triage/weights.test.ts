import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { modelState, takeWeights, weightsEdition } from '../../../lib/triage/model/state.ts';

/** The file of the weights as it is packed, whole and damaged. */
const FILE = new Uint8Array(readFileSync('assets/models/triage.bin'));
const WHOLE = () => takeWeights(FILE.slice());

afterAll(() => void takeWeights(null));

describe('the weights’ file', () => {
  test('whole: taken into use, under a number of its own', () => {
    expect(WHOLE()).toBe('full');
    expect(modelState()).toBe('full');
    expect(weightsEdition()).toBeGreaterThan(0);
    expect(weightsEdition()).toBeLessThan(2 ** 32);
  });

  test('missing, empty or cut short anywhere: the rules alone, under no number', () => {
    for (const bytes of [null, new Uint8Array(), ...cuts()]) {
      WHOLE();
      expect(takeWeights(bytes)).toBe('rules-only');
      expect(weightsEdition()).toBe(0);
    }
  });

  test('one bit turned anywhere: the rules alone', () => {
    fc.assert(
      fc.property(fc.nat(FILE.length - 1), fc.nat(7), (at, bit) => {
        const bytes = FILE.slice();
        bytes[at] = (bytes[at] as number) ^ (1 << bit);
        expect(takeWeights(bytes)).toBe('rules-only');
      }),
      { numRuns: 40 },
    );
  });
});

const cuts = () => [1, 15, 16, 4_000, FILE.length >> 1, FILE.length - 4, FILE.length - 1].map((n) => FILE.slice(0, n));
