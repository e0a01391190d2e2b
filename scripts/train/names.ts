import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { pairHash } from '../../lib/privacy/recognizers/name-odds.ts';
import { bareName } from '../eval/personal.ts';
import { GIVEN, GIVEN_FIRST, GIVEN_SECOND, SURNAMES } from './name-lists.ts';

/**
 * Counts what tells a name from everyday words and writes lib/privacy/recognizers/name-weights.ts: odds by character
 * in half steps, and hashed pairs of characters that are words. Deterministic. `--without h02,h08` leaves places out.
 */

const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const OUT = fileURLToPath(new URL('../../lib/privacy/recognizers/name-weights.ts', import.meta.url));

const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;

class Counts {
  readonly one = new Float64Array(0x10000);
  readonly two = new Map<number, number>();
  total = 0;

  add(text: string, weight: number): void {
    let last = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (!isHan(code)) {
        last = 0;
        continue;
      }
      this.one[code] = (this.one[code] as number) + weight;
      this.total += weight;
      if (last !== 0) {
        const key = last * 0x10000 + code;
        this.two.set(key, (this.two.get(key) ?? 0) + weight);
      }
      last = code;
    }
  }
}

function lines<T>(file: string): T[] {
  return readFileSync(DATA + file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

if (!existsSync(DATA)) throw new Error('../shared/data is not there');
const without = new Set((process.argv[process.argv.indexOf('--without') + 1] ?? '').split(','));

const counts = new Counts();
for (const line of gunzipSync(readFileSync(`${DATA}reviews/restaurant-300k.tsv.gz`))
  .toString('utf8')
  .split('\n'))
  counts.add(line.slice(line.indexOf('\t') + 1), 1);

const reviews = new Map(
  lines<{ id: string; place: string; text: string }>('reviews/hospital.jsonl').map((r) => [r.id, r]),
);
/** How often a character starts and ends a given name in the labels. */
const given = [new Map<string, number>(), new Map<string, number>()] as const;
const seen = (place: 0 | 1, char: string): void => {
  given[place].set(char, (given[place].get(char) ?? 0) + 1);
};
const HOSPITAL_WEIGHT = 8;
/** What may be a name: counted as no word. */
const TITLED = /[㐀-鿿]{1,3}(?=醫師|醫生|護理師|小姐|先生|主任)/g;
for (const label of lines<{ id: string; personal: [string, string][] }>('reviews/labels.jsonl')) {
  const review = reviews.get(label.id);
  if (!review || without.has(review.place)) continue;
  let text = review.text;
  for (const [kind, quote] of label.personal) {
    if (kind !== 'staff_name' && kind !== 'patient_name') continue;
    // Names are no everyday text; their surname may stand with a title elsewhere.
    text = text.replaceAll(quote, '\n').replaceAll(bareName(quote), '\n');
    const name = bareName(quote);
    if (/^[㐀-鿿]{3}$/.test(name) && SURNAMES.has(name.charAt(0))) {
      seen(0, name.charAt(1));
      seen(1, name.charAt(2));
    }
  }
  text = text.replace(TITLED, '\n');
  counts.add(text, HOSPITAL_WEIGHT);
}

// What people write of clinics elsewhere: words, with the names in it cut out where they are labelled.
for (const file of ['reviews/forum.jsonl', 'replies/written.jsonl'])
  for (const row of lines<Record<string, unknown>>(file)) {
    let text = [row.text, row.reply, row.review].filter((part) => typeof part === 'string').join('\n');
    for (const [kind, quote] of (row.personal as [string, string][] | undefined) ?? [])
      if (kind.endsWith('_name')) text = text.replaceAll(quote, '\n').replaceAll(bareName(quote), '\n');
    text = text.replace(TITLED, '\n');
    counts.add(text, HOSPITAL_WEIGHT);
  }

// Odds of given names, by place: seen in names, known to be usual, against everyday text.
const KNOWN = 0.5;
const UNKNOWN = 0.1;
/** Names that the ranked lists weigh as much as; how flat their weights fall. */
const RANKED = 700;
const FLAT = 25;
const chars = new Set<string>([...given[0].keys(), ...given[1].keys(), ...GIVEN, ...GIVEN_FIRST, ...GIVEN_SECOND]);
for (let code = 0x3400; code <= 0x9fff; code++)
  if ((counts.one[code] as number) >= 40) chars.add(String.fromCharCode(code));
const share = (char: string): number => ((counts.one[char.charCodeAt(0)] as number) + 30) / counts.total;

/** Character → logarithm of how much likelier it is in this place of a given name than in text. */
function placeOdds(place: 0 | 1): (char: string) => number {
  const ranks = new Map((place === 0 ? GIVEN_FIRST : GIVEN_SECOND).map((char, rank) => [char, 1 / (rank + FLAT)]));
  let all = 0;
  for (const weight of ranks.values()) all += weight;
  const count = (char: string): number =>
    (given[place].get(char) ?? 0) +
    (RANKED * (ranks.get(char) ?? 0)) / all +
    (GIVEN.has(char) || GIVEN_FIRST.includes(char) || GIVEN_SECOND.includes(char) ? KNOWN : 0) +
    UNKNOWN;
  let names = 0;
  for (const char of chars) names += count(char);
  return (char) => Math.log(count(char) / names / share(char));
}
const oddsOf = [placeOdds(0), placeOdds(1)] as const;

function byLevel(entries: Iterable<[string, number]>, skip: number | null): Record<string, string> {
  const levels = new Map<number, string>();
  for (const [char, odds] of entries) {
    const level = Math.max(-12, Math.min(10, Math.round(odds * 2)));
    if (level !== skip) levels.set(level, (levels.get(level) ?? '') + char);
  }
  return Object.fromEntries([...levels].sort(([a], [b]) => a - b).map(([k, v]) => [String(k), [...v].sort().join('')]));
}

const levelsOf = (place: 0 | 1): Record<string, string> =>
  byLevel(
    [...chars].map((c) => [c, oddsOf[place](c)] as [string, number]),
    5,
  );

// Share of the population by rank (內政部 姓名統計: 陳 11 %, the first ten half, the hundredth 0.1 %).
const ranked = [...SURNAMES];
const TOP = [11, 8.3, 6, 5.3, 5.1, 4.1, 4, 3.1, 2.9, 2.6];
const population = (rank: number): number =>
  (TOP[rank] ?? (rank < 30 ? 2.3 - (rank - 10) * 0.065 : rank < 110 ? 0.9 * Math.exp(-(rank - 30) / 32) : 0.03)) / 100;
const surnameOdds = byLevel(
  ranked.map((c, rank) => [c, Math.log(population(rank) / share(c))] as [string, number]),
  null,
);

function pairs(keep: (lift: number, n: number) => boolean): [string, number] {
  const kept = new Set<number>();
  for (const [key, n] of counts.two) {
    const a = Math.floor(key / 0x10000);
    const b = key % 0x10000;
    const [first, second] = [String.fromCharCode(a), String.fromCharCode(b)];
    // Only pairs that a name could hold, begin or end with matter.
    if (!SURNAMES.has(first) && !SURNAMES.has(second) && oddsOf[0](first) + oddsOf[1](second) < 1) continue;
    const lift = Math.log((n * counts.total) / ((counts.one[a] as number) * (counts.one[b] as number)));
    if (keep(lift, n)) kept.add(pairHash(a, b));
  }
  const bytes: number[] = [];
  let last = 0;
  for (const hash of [...kept].sort((x, y) => x - y)) {
    let step = hash - last;
    last = hash;
    for (; step > 0x7f; step >>= 7) bytes.push((step & 0x7f) | 0x80);
    bytes.push(step);
  }
  return [Buffer.from(bytes).toString('base64'), kept.size];
}

const [common, commonKept] = pairs((lift, n) => n >= 14 && lift > 1);
const [strong, strongKept] = pairs((lift, n) => n >= 24 && lift > 3);

writeFileSync(
  OUT,
  `/**
 * Written by scripts/train/names.ts; not by hand. Odds by character in half steps (natural logarithm), pairs as
 * hashed bits. Counted over public reviews; holds no text of them.
 */

/** First and second character of a given name. */
export const FIRST_ODDS: Readonly<Record<string, string>> = ${JSON.stringify(levelsOf(0), null, 2)};

export const SECOND_ODDS: Readonly<Record<string, string>> = ${JSON.stringify(levelsOf(1), null, 2)};

export const SURNAME_ODDS: Readonly<Record<string, string>> = ${JSON.stringify(surnameOdds, null, 2)};

/** ${commonKept} pairs that stand together more often than by chance. */
export const COMMON_PAIRS =
  '${common}';

/** ${strongKept} pairs that are fixed words. */
export const STRONG_PAIRS =
  '${strong}';
`,
);
process.stderr.write(`${chars.size} characters, ${commonKept} and ${strongKept} pairs\n`);
