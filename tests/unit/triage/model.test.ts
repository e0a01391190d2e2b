import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';
import { clauseFeatures, MOST_FEATURES } from '../../../lib/triage/model/features.ts';
import { type Readable, scoreText } from '../../../lib/triage/model/score.ts';
import { activeModel, modelState, takeWeights } from '../../../lib/triage/model/state.ts';
import { addRows, CLAUSE_OUTPUTS, makeReady, NO_ROW, WIDTH } from '../../../lib/triage/model/table.ts';
import { MOST_ROWS, Vocabulary } from '../../../lib/triage/model/vocabulary.ts';
import { encodeModel, parseModel, type TriageModel } from '../../../lib/triage/model/weights.ts';
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
    expect(model.learnt.keys.length).toBeLessThanOrEqual(MOST_ROWS);
    expect(model.learnt.bytes.length).toBe(model.learnt.keys.length * WIDTH);
  });

  test('are written as they were read', () => {
    const again = parseModel(encodeModel(model)) as TriageModel;
    expect(again.starred).toEqual(model.starred);
    expect(again.bare).toEqual(model.bare);
    expect(again.learnt).toEqual(model.learnt);
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

/** A table in which every run of letters of `text` has a row. */
function tableOf(text: string, weight: (at: number) => number): Readable {
  const buffer = new Int32Array(MOST_FEATURES);
  const prefixes = new Map<number, number>();
  const reading = read(text);
  const cursor = { word: 0, stance: 0 };
  const all = reading.clauses.flatMap((_, c) => [
    ...buffer.slice(0, clauseFeatures(reading, c, cursor, buffer, prefixes)),
  ]);
  const depth = (key: number): number => (prefixes.has(key) ? 1 + depth(prefixes.get(key) as number) : 0);
  const keys = [...new Set(all)].sort((a, b) => depth(a) - depth(b));
  const rowOf = new Map(keys.map((key, row) => [key, row]));
  return {
    ready: makeReady({
      keys: Int32Array.from(keys),
      parents: Uint16Array.from(keys, (key) => rowOf.get(prefixes.get(key) ?? Number.NaN) ?? NO_ROW),
      bytes: Uint8Array.from({ length: keys.length * WIDTH }, (_, at) => weight(at)),
    }),
    scale: Array.from({ length: WIDTH }, () => 0.01),
    bias: Array.from({ length: WIDTH }, () => 0),
  };
}

/** What `scoreText` says it does, one feature after the other. */
function slowly(text: string, bytes: (row: number, column: number) => number, table: Readable): number[] {
  const reading = read(text);
  const buffer = new Int32Array(MOST_FEATURES);
  const cursor = { word: 0, stance: 0 };
  return reading.clauses.flatMap((_, c) => {
    const rows = [...buffer.slice(0, clauseFeatures(reading, c, cursor, buffer))]
      .map((feature) => table.ready.vocabulary.find(feature))
      .filter((row) => row >= 0);
    return Array.from({ length: CLAUSE_OUTPUTS }, (_, column) => {
      const sum = rows.reduce((n, row) => n + bytes(row, column) - 128, 0);
      return 1 / (1 + Math.exp((-sum * 0.01) / Math.sqrt(rows.length || 1)));
    });
  });
}

const LETTERS = fc.array(fc.constantFrom(...'護理師態度很差等了三小時，。還要自費環境又髒 a3'), { maxLength: 60 });

test('scores are those of the features one by one, however they are added up', () => {
  fc.assert(
    fc.property(LETTERS, LETTERS, fc.nat(1000), (known, asked, seed) => {
      // So small that no sum of three stops at the end of its byte.
      const weight = (at: number): number => 128 + ((Math.imul(at + seed, 0x9e3779b1) >>> 24) % 85) - 42;
      const table = tableOf(known.join(''), weight);
      const expected = slowly(asked.join(''), (row, column) => weight(row * WIDTH + column), table);
      const said = [...scoreText(read(asked.join('')), table).clauses];
      expect(said.length).toBe(expected.length);
      said.forEach((chance, i) => {
        expect(Math.abs(chance - (expected[i] as number))).toBeLessThan(0.002); // in steps, see chanceAt
      });
    }),
  );
});

test('rows of the deepest runs and of extremes stop at the end of their byte, and spill nothing', () => {
  const rows = 3;
  const bytes = Uint8Array.from({ length: rows * WIDTH }, (_, at) => (at % 2 === 0 ? 255 : 1));
  const ready = makeReady({ keys: Int32Array.of(1, 2, 3), parents: Uint16Array.of(NO_ROW, 0, 1), bytes });
  for (const count of [1, 255, 256, 257, 600]) {
    const totals = new Int32Array(WIDTH);
    expect(addRows(ready, new Int32Array(count).fill(2), count, totals)).toBe(3 * count);
    for (let column = 0; column < WIDTH; column++) expect(totals[column]).toBe(count * (column % 2 === 0 ? 127 : -127));
  }
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

  test('an unknown clause scores its bias', () => {
    const reading = read('𠮷𠮷𠮷');
    const nothing = { keys: new Int32Array(0), parents: new Uint16Array(0), bytes: new Uint8Array(0) };
    const empty = { ...model, ready: makeReady(nothing) };
    const { clauses } = scoreText(reading, empty);
    for (let k = 0; k < CLAUSE_OUTPUTS; k++)
      expect(clauses[k]).toBeCloseTo(1 / (1 + Math.exp(-(model.bias[k] as number))), 2);
  });

  test('a million letters do not hang', { timeout: 30_000 }, () => {
    const said = triage({ text: '態度差等很久'.repeat(170_000), stars: 1 });
    expect(said.sentiment).toBe('negative');
  });
});
