import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';
import { scoreText } from '../../../lib/triage/model/score.ts';
import { activeModel, modelState, takeWeights } from '../../../lib/triage/model/state.ts';
import { MOST_ROWS, Vocabulary } from '../../../lib/triage/model/vocabulary.ts';
import { CLAUSE_OUTPUTS, encodeModel, parseModel, type TriageModel, WIDTH } from '../../../lib/triage/model/weights.ts';
import { read } from '../../../lib/triage/reading.ts';

const file = new Uint8Array(readFileSync(new URL('../../../assets/models/triage.bin', import.meta.url)));
const model = parseModel(file) as TriageModel;

afterEach(() => {
  takeWeights(file);
});

describe('the weights that come with the package', () => {
  test('are whole, and small enough', () => {
    expect(model).not.toBeNull();
    expect(file.length).toBeLessThan(8e6);
    expect(model.keys.length).toBeLessThanOrEqual(MOST_ROWS);
    expect(model.table.byteLength).toBe(model.keys.length * WIDTH);
  });

  test('are written as they were read', () => {
    const again = parseModel(encodeModel(model)) as TriageModel;
    expect(again.heads).toEqual(model.heads);
    expect(again.keys).toEqual(model.keys);
    expect(again.table).toEqual(model.table);
  });

  test('one wrong byte anywhere, or a file cut short, leaves the rules alone', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const wrong = file.slice();
        wrong[at] = (wrong[at] as number) ^ change;
        return parseModel(wrong) === null;
      }),
      { numRuns: 40 },
    );
    for (const length of [0, 3, 15, 16, 1000, file.length - 1]) expect(parseModel(file.slice(0, length))).toBeNull();
    expect(takeWeights(null)).toBe('rules-only');
    expect(activeModel()).toBeNull();
    const said = triage({ text: '櫃台態度很差，等了三個小時，不會再來', stars: 1 });
    expect(said.sentiment).toBe('negative');
    expect(said.aspects.attitude).toBe('neg');
    expect(takeWeights(file)).toBe('full');
    expect(modelState()).toBe('full');
  });
});

test('a vocabulary finds the rows of its keys', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 400 }), (numbers) => {
      const keys = Int32Array.from(numbers);
      const vocabulary = new Vocabulary(keys);
      return numbers.every((key) => {
        const row = vocabulary.find(key);
        // Another key of the same cell and mark may have come first; it is then as good as the same.
        return row >= 0 && ((keys[row] as number) === key || ((keys[row] as number) >>> 16 || 1) === (key >>> 16 || 1));
      });
    }),
  );
});

const chancesOf = (text: string): number[] => [...scoreText(read(text), model).clauses];

describe('scoring', () => {
  test('gives a chance for every output of every clause', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const chances = chancesOf(text);
        return chances.length % CLAUSE_OUTPUTS === 0 && chances.every((c) => c >= 0 && c <= 1);
      }),
    );
  });

  test('adding in lanes is adding column by column, beyond one lane too', () => {
    // One row of extremes for every feature: a clause of hundreds of them must neither spill nor lose.
    const row = Uint8Array.from({ length: WIDTH }, (_, k) => (k % 2 === 0 ? 255 : 1));
    const every = { find: () => 0 } as unknown as Vocabulary;
    const scale = model.scale.map(() => 0.001);
    const bias = model.bias.map(() => 0);
    const reading = read('護理師態度很差等了三小時還要自費環境又髒'.repeat(8));
    const { clauses } = scoreText(reading, { vocabulary: every, table: new Uint32Array(row.buffer), scale, bias });
    for (let c = 0; c * CLAUSE_OUTPUTS < clauses.length; c++) {
      const even = clauses[c * CLAUSE_OUTPUTS] as number;
      const odd = clauses[c * CLAUSE_OUTPUTS + 1] as number;
      const odds = Math.log(even / (1 - even));
      // n features of 127, divided by √n: the odds are 0.127 √n and their mirror.
      const features = (odds / 0.127) ** 2;
      expect(Math.abs(features - Math.round(features))).toBeLessThan(0.05);
      expect(even + odd).toBeCloseTo(1, 4);
      for (let k = 2; k < CLAUSE_OUTPUTS; k++)
        expect(clauses[c * CLAUSE_OUTPUTS + k]).toBeCloseTo(k % 2 === 0 ? even : odd, 5);
    }
    expect(reading.clauses.length).toBeGreaterThan(0);
  });

  test('an unknown clause scores its bias', () => {
    const reading = read('𠮷𠮷𠮷');
    const empty = { ...model, vocabulary: new Vocabulary(new Int32Array(0)) };
    const { clauses } = scoreText(reading, empty);
    for (let k = 0; k < CLAUSE_OUTPUTS; k++)
      expect(clauses[k]).toBeCloseTo(1 / (1 + Math.exp(-(model.bias[k] as number))), 5);
  });

  test('a million letters do not hang', { timeout: 30_000 }, () => {
    const said = triage({ text: '態度差等很久'.repeat(170_000), stars: 1 });
    expect(said.sentiment).toBe('negative');
  });
});
