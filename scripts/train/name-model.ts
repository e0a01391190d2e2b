import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fold } from '../../lib/privacy/fold.ts';
import { gapAfter, isHanCode } from '../../lib/privacy/recognizers/name-context.ts';
import { firstOdds, isSurnameCode, secondOdds } from '../../lib/privacy/recognizers/name-odds.ts';
import {
  ALONE_SIZE,
  aloneFeatures,
  FULL_SIZE,
  fullFeatures,
  GIVEN_SIZE,
  givenFeatures,
} from '../../lib/privacy/recognizers/name-score.ts';
import { titleAt } from '../../lib/privacy/recognizers/titles.ts';
import { bareName } from '../eval/personal.ts';
import { nameRows } from './marked-names.ts';

/** Fits the three models of names on the labelled reviews; run after names.ts. `--without h02,h08` leaves places out. */

const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const OUT = fileURLToPath(new URL('../../lib/privacy/recognizers/name-model.ts', import.meta.url));
const leftOut = new Set((process.argv[process.argv.indexOf('--without') + 1] ?? '').split(','));

function lines<T>(file: string): T[] {
  return readFileSync(DATA + file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

interface Example {
  x: Float64Array;
  y: 0 | 1;
  /** Counts as so many examples. */
  n: number;
}

/** Logistic regression by Newton's method with a small ridge. */
function weights(examples: readonly Example[], size: number, ridge: number): number[] {
  const w = new Float64Array(size);
  for (let round = 0; round < 25; round++) {
    const gradient = new Float64Array(size);
    const hessian = Array.from({ length: size }, () => new Float64Array(size));
    for (const { x, y, n } of examples) {
      let z = 0;
      for (let i = 0; i < size; i++) z += (w[i] as number) * (x[i] as number);
      const p = 1 / (1 + Math.exp(-z));
      const v = n * Math.max(1e-6, p * (1 - p));
      for (let i = 0; i < size; i++) {
        const xi = x[i] as number;
        if (xi === 0) continue;
        gradient[i] = (gradient[i] as number) + n * (y - p) * xi;
        const row = hessian[i] as Float64Array;
        for (let j = 0; j < size; j++) row[j] = (row[j] as number) + v * xi * (x[j] as number);
      }
    }
    for (let i = 0; i < size; i++) {
      gradient[i] = (gradient[i] as number) - ridge * (w[i] as number);
      const row = hessian[i] as Float64Array;
      row[i] = (row[i] as number) + ridge;
    }
    const step = solve(hessian, gradient);
    for (let i = 0; i < size; i++) w[i] = (w[i] as number) + (step[i] as number);
  }
  return [...w].map((value) => Math.round(value * 200) / 200);
}

/** Gaussian elimination with pivots. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const n = right.length;
  const a: Float64Array[] = matrix.map((row, i) => Float64Array.from([...row, right[i] as number]));
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let k = i + 1; k < n; k++)
      if (Math.abs((a[k] as Float64Array)[i] as number) > Math.abs((a[pivot] as Float64Array)[i] as number)) pivot = k;
    const best = a[pivot] as Float64Array;
    a[pivot] = a[i] as Float64Array;
    a[i] = best;
    const top = a[i] as Float64Array;
    for (let k = 0; k < n; k++) {
      if (k === i) continue;
      const row = a[k] as Float64Array;
      const by = (row[i] as number) / (top[i] as number);
      if (by !== 0) for (let j = i; j <= n; j++) row[j] = (row[j] as number) - by * (top[j] as number);
    }
  }
  return Float64Array.from(a.map((row, i) => (row[n] as number) / (row[i] as number)));
}

const reviews = new Map(
  lines<{ id: string; place: string; text: string }>('reviews/hospital.jsonl').map((r) => [r.id, r]),
);
const full: Example[] = [];
const alone: Example[] = [];
const given: Example[] = [];
/** Given names by themselves are few: full names without their surname stand in for them, at this weight each. */
const STAND_IN = 0.15;

/** Where a given name may stand by itself: before and after a title, on both sides of a mark. */
function* givenPlaces(text: string): Generator<number> {
  const places = new Set<number>();
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) === '、' || text.charAt(at) === ',') {
      places.add(at - 2);
      places.add(at + 1);
    }
    const title = titleAt(text, at);
    if (!title) continue;
    places.add(at - (text.charAt(at - 1) === ' ' ? 3 : 2));
    places.add(title.end + gapAfter(text, title.end));
  }
  for (const at of places)
    if (at >= 0 && isHanCode(text.charCodeAt(at)) && isHanCode(text.charCodeAt(at + 1))) yield at;
}

function givenExample(text: string, at: number, y: 0 | 1, n: number): void {
  if (y === 0 && firstOdds(text.charCodeAt(at)) + secondOdds(text.charCodeAt(at + 1)) < -2) return;
  const x = new Float64Array(GIVEN_SIZE);
  givenFeatures(text, at, x);
  given.push({ x, y, n });
}
const labelled = lines<{ id: string; personal: [string, string][] }>('reviews/labels.jsonl').flatMap((label) => {
  const review = reviews.get(label.id);
  return review && !leftOut.has(review.place) ? [{ ...label, text: review.text }] : [];
});
/** Invented texts hold the ways of naming that few reviews have. */
const invented = nameRows(new URL('written/names.tsv', import.meta.url));
for (const label of [...labelled, ...invented]) {
  const text = fold(label.text).text;
  const names = new Set<string>();
  const surnames = new Set<string>();
  for (const [kind, quote] of label.personal) {
    if (kind !== 'staff_name' && kind !== 'patient_name') continue;
    const name = bareName(fold(quote).text);
    names.add(name);
    surnames.add(name.charAt(0));
  }
  // Places that belong to a whole name are no places for another.
  const inside = new Uint8Array(text.length);
  for (const name of names)
    for (let at = text.indexOf(name); at >= 0 && name !== ''; at = text.indexOf(name, at + 1))
      for (let i = at; i < at + name.length; i++) inside[i] = 1;
  for (const at of givenPlaces(text)) {
    const y = names.has(text.slice(at, at + 2)) && !isSurnameCode(text.charCodeAt(at)) ? 1 : 0;
    // A part of a name, or of a title, is no example of either.
    if (y === 0 && (inside[at] === 1 || inside[at + 1] === 1)) continue;
    givenExample(text, at, y, 1);
  }
  for (const name of names) {
    const from = text.indexOf(name);
    if (from < 0 || !/^[㐀-鿿]{3}$/.test(name) || !isSurnameCode(name.charCodeAt(0))) continue;
    const without = text.slice(0, from) + text.slice(from + 1);
    if ([...givenPlaces(without)].includes(from)) givenExample(without, from, 1, STAND_IN);
  }
  for (let at = 0; at < text.length; at++) {
    if (
      isSurnameCode(text.charCodeAt(at)) &&
      isHanCode(text.charCodeAt(at + 1)) &&
      isHanCode(text.charCodeAt(at + 2))
    ) {
      const y = names.has(text.slice(at, at + 3)) ? 1 : 0;
      const odds = firstOdds(text.charCodeAt(at + 1)) + secondOdds(text.charCodeAt(at + 2));
      if (y === 1 || odds > -5) {
        const x = new Float64Array(FULL_SIZE);
        fullFeatures(text, at, x);
        full.push({ x, y, n: 1 });
      }
    }
    if (isSurnameCode(text.charCodeAt(at))) {
      const title = titleAt(text, at + 1) ?? (text.charAt(at + 1) === ' ' ? titleAt(text, at + 2) : null);
      if (title && title.kind !== 'soft') {
        const x = new Float64Array(ALONE_SIZE);
        aloneFeatures(text, at, title.end, x);
        const whole = inside[at] === 1 && at > 0 && inside[at - 1] === 1 && names.has(text.slice(at - 2, at + 1));
        alone.push({ x, y: surnames.has(text.charAt(at)) && !whole ? 1 : 0, n: 1 });
      }
    }
  }
}
const positive = (examples: readonly Example[]): number => examples.filter((e) => e.y === 1).length;
process.stderr.write(
  `full ${positive(full)} of ${full.length}, alone ${positive(alone)} of ${alone.length}, given ${positive(given)} of ${given.length}\n`,
);
writeFileSync(
  OUT,
  `/** Written by scripts/train/name-model.ts; not by hand. Weights of the features in name-score.ts, in its order. */
export const FULL: readonly number[] = ${JSON.stringify(weights(full, FULL_SIZE, 1))};
export const ALONE: readonly number[] = ${JSON.stringify(weights(alone, ALONE_SIZE, 1))};
export const GIVEN: readonly number[] = ${JSON.stringify(weights(given, GIVEN_SIZE, 1))};
`,
);
