import type { PersonalSpan } from '../../lib/contract/triage.ts';

/**
 * Measures privacy against labelled texts: spans of sentences (pii/RUBRIC.md), and names and health details quoted
 * from reviews (RUBRIC.md). Pure: rows and a finder in, figures and ids out; never a text.
 */

export interface Score {
  tp: number;
  fp: number;
  fn: number;
}

/** A figure with its 95 % interval: bootstrap over rows for F1, Wilson for shares. */
export interface Interval {
  value: number;
  low: number;
  high: number;
}

export interface SpanRow {
  id: string;
  text: string;
  spans: readonly { start: number; end: number; type: string }[];
}

export interface QuoteRow {
  id: string;
  text: string;
  /** [label, quote verbatim], as in reviews/labels.jsonl. */
  personal: readonly (readonly [string, string])[];
}

export type Find<Row> = (row: Row) => readonly PersonalSpan[];

const empty = (): Score => ({ tp: 0, fp: 0, fn: 0 });
const f1 = ({ tp, fp, fn }: Score): number => (tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn));

function add(to: Score, more: Score): void {
  to.tp += more.tp;
  to.fp += more.fp;
  to.fn += more.fn;
}

/** Wilson's 95 % interval of k in n. */
export function wilson(k: number, n: number): Interval {
  if (n === 0) return { value: 0, low: 0, high: 1 };
  const z = 1.96;
  const p = k / n;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { value: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** F1 over all rows with the middle 95 % of 1,000 resamples of whole rows; the same seed gives the same figures. */
export function bootstrapF1(rows: readonly Score[], seed = 1, rounds = 1000): Interval {
  const total = empty();
  for (const row of rows) add(total, row);
  if (rows.length === 0) return { value: 0, low: 0, high: 1 };
  let state = seed >>> 0;
  // mulberry32
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const values: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const sample = empty();
    for (let i = 0; i < rows.length; i++) add(sample, rows[Math.floor(random() * rows.length)] as Score);
    values.push(f1(sample));
  }
  values.sort((a, b) => a - b);
  const at = (share: number): number =>
    values[Math.min(values.length - 1, Math.floor(share * values.length))] as number;
  return { value: f1(total), low: at(0.025), high: at(0.975) };
}

/** Intersection over union of two ranges. */
export function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

export interface SpanFigures {
  n: number;
  micro: Interval;
  all: Score;
  byType: Record<string, Score & { f1: Interval }>;
  /** False spans per 100 sentences that hold no personal data. */
  negatives: { n: number; falseSpans: number; per100: number; share: Interval };
  wrong: string[];
}

/** Right type and an overlap of at least `least` (pii/RUBRIC.md: 0.8). */
export function measureSpans(rows: readonly SpanRow[], find: Find<SpanRow>, least = 0.8): SpanFigures {
  const perRow: Score[] = [];
  const byType = new Map<string, Score[]>();
  const all = empty();
  const negatives = { n: 0, falseSpans: 0, hit: 0 };
  const wrong: string[] = [];
  for (const row of rows) {
    const said = find(row);
    const used = new Set<number>();
    const score = empty();
    const here = new Map<string, Score>();
    const of = (type: string): Score => {
      const known = here.get(type) ?? empty();
      here.set(type, known);
      return known;
    };
    for (const span of row.spans) {
      const hit = said.findIndex((p, i) => !used.has(i) && p.type === span.type && overlap(p, span) >= least);
      if (hit >= 0) used.add(hit);
      of(span.type)[hit >= 0 ? 'tp' : 'fn']++;
    }
    said.forEach((p, i) => {
      if (!used.has(i)) of(p.type).fp++;
    });
    for (const [type, part] of here) {
      add(score, part);
      byType.set(type, [...(byType.get(type) ?? []), part]);
    }
    if (row.spans.length === 0) {
      negatives.n++;
      negatives.falseSpans += said.length;
      if (said.length > 0) negatives.hit++;
    }
    if (score.fp + score.fn > 0) wrong.push(row.id);
    perRow.push(score);
    add(all, score);
  }
  const types: SpanFigures['byType'] = {};
  for (const [type, scores] of [...byType].sort(([a], [b]) => a.localeCompare(b))) {
    const total = empty();
    for (const s of scores) add(total, s);
    types[type] = { ...total, f1: bootstrapF1(scores) };
  }
  return {
    n: rows.length,
    micro: bootstrapF1(perRow),
    all,
    byType: types,
    negatives: {
      n: negatives.n,
      falseSpans: negatives.falseSpans,
      per100: negatives.n === 0 ? 0 : (100 * negatives.falseSpans) / negatives.n,
      share: wilson(negatives.hit, negatives.n),
    },
    wrong,
  };
}

/** Titles that a quote may carry after the name and a span does not, or the other way round. */
const TITLE_AFTER =
  /(?:[\s/／-]*(?:主治|住院|實習|總|專科|研究|代理|副|前|老|大|資深|牙科|骨科|外科|內科|眼科|心臟科|急診|門診)?\s*(?:醫師|醫生|醫師們|醫屍|医师|医生|护理师|护士|大夫|護理師|護理長|護理人員|跟診人員|跟診|人員|護士|女護士|護師|護士長|護理|衛教師|協調師|復健師|小天使|中醫師|阿長|副阿長|警衛|共聘護理師|姑姑|阿姨|藥師|藥劑師|主任|院長|教授|博士|治療師|物理治療師|職能治療師|語言治療師|放射師|醫檢師|檢驗師|營養師|個管師|個案管理師|心理師|諮商師|諮詢師|美容師|美療師|驗光師|獸醫師|獸醫|教練|師傅|店長|經理|副理|總監|看護|保全|專員|義工|專師|副護|高專|社工|社工師|書記|志工|技術員|小姐|先生|女士|老師|同學|學姐|學姊|學長|師母|師姐|師姊|師兄|姐|姊|哥|部長|組長|課長|秘書|助理|督導|醫|師|P|R|NP|VS|Dr\.?|dr\.?|Doctor))+$/;
const TITLE_BEFORE =
  /^(?:(?:Dr|DR|dr|Doctor|doctor|Nurse|nurse|Mr|Mrs|Ms|Miss)\.?\s*|(?:護理師|醫師|醫生|主任|護士|小護士|志工)[\s:：]*)/;

/** The name itself, however the annotator or the recognizer cut it. */
export function bareName(value: string): string {
  const cut = value
    .replace(TITLE_AFTER, '')
    .replace(TITLE_BEFORE, '')
    .replace(/[\s「」『』]/g, '');
  return cut === '' ? value : cut;
}

/** Titles by themselves: what stands before them may be of the title or of the name. */
const PLAIN_TITLE = /(?:醫師|醫生|護理師|主任|院長|教授)$/;

/** 「林大中醫師」 is 林大中 or, of Chinese medicine, 林大; 「林正大醫師」 is 林正大. */
export function sameName(a: string, b: string): boolean {
  const cuts = (value: string): string[] => [bareName(value), value.replace(PLAIN_TITLE, '')];
  return cuts(a).some((cut) => cut !== '' && cuts(b).includes(cut));
}

function places(text: string, quote: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  if (quote === '') return found;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + quote.length))
    found.push({ start: at, end: at + quote.length });
  return found;
}

/**
 * How a span must sit on a quote to count: the same characters; an overlap; or the same name once titles are cut
 * from both (the quote may be 「林大文醫師」 where the span is 「林大文」). `person` is `touch` where a later 「林醫師」 of a
 * quoted 林大文 is no invention: annotators quote a person once.
 */
export const MATCHES = ['exact', 'overlap 0.8', 'overlap 0.5', 'name', 'touch', 'person'] as const;
export type Match = (typeof MATCHES)[number];

function fits(how: Match, text: string, span: { start: number; end: number }, quote: { start: number; end: number }) {
  const share = overlap(span, quote);
  if (share === 0) return false;
  if (how === 'touch' || how === 'person') return true;
  if (how === 'exact') return share === 1;
  if (how === 'overlap 0.8') return share >= 0.8;
  if (how === 'overlap 0.5') return share >= 0.5;
  return sameName(text.slice(span.start, span.end), text.slice(quote.start, quote.end));
}

/** 「林醫師」 of a quoted 林大文, 大文醫師 of the same. */
function sameSurname(name: string, value: string): boolean {
  const short = bareName(value);
  return short.length === 1 ? name.startsWith(short) : name.endsWith(short);
}

export interface NameFigures {
  n: number;
  staff: Record<Match, Score & { f1: Interval; recall: Interval; precision: Interval }>;
  missed: string[];
  invented: string[];
}

/**
 * Names in reviews. Truth: the distinct staff names quoted (an annotator quotes a name once); found when some span
 * fits some place where the quote stands. False: a span, by its distinct text, that fits no quoted staff or
 * patient name.
 */
export function measureNames(rows: readonly QuoteRow[], find: Find<QuoteRow>): NameFigures {
  const perRow = new Map<Match, Score[]>(MATCHES.map((m) => [m, []]));
  const missed: string[] = [];
  const invented: string[] = [];
  for (const row of rows) {
    const spans = find(row).filter((s) => s.type === 'PERSON');
    const quotesOf = (label: string): string[] => [
      ...new Set(row.personal.filter(([l, q]) => l === label && row.text.includes(q)).map(([, q]) => q)),
    ];
    const staff = quotesOf('staff_name');
    const quoted = [...staff, ...quotesOf('patient_name')].map(bareName);
    const others = quotesOf('patient_name').flatMap((q) => places(row.text, q));
    for (const how of MATCHES) {
      const score = empty();
      const sites = staff.map((q) => places(row.text, q));
      for (const at of sites) score[at.some((q) => spans.some((s) => fits(how, row.text, s, q))) ? 'tp' : 'fn']++;
      const wrong = new Set<string>();
      const value = (s: PersonalSpan): string => row.text.slice(s.start, s.end);
      const fitting = spans.filter((s) => sites.flat().some((q) => fits(how, row.text, s, q)));
      // 「林大文」 of a quoted 「林大文醫師」 is the same text where it stands without its title, or with another one.
      const right = new Set(fitting.map(value));
      for (const s of spans) {
        // A patient's name is a name too, whatever its cut; it is no staff name found and no invention.
        if (others.some((q) => overlap(s, q) > 0)) continue;
        if (right.has(value(s))) continue;
        if (how === 'person' && quoted.some((name) => sameSurname(name, value(s)))) continue;
        wrong.add(value(s));
      }
      score.fp = wrong.size;
      perRow.get(how)?.push(score);
      if (how === 'person') {
        if (score.fn > 0) missed.push(row.id);
        if (score.fp > 0) invented.push(row.id);
      }
    }
  }
  const staff = Object.fromEntries(
    MATCHES.map((how) => {
      const scores = perRow.get(how) ?? [];
      const total = empty();
      for (const s of scores) add(total, s);
      return [
        how,
        {
          ...total,
          f1: bootstrapF1(scores),
          recall: wilson(total.tp, total.tp + total.fn),
          precision: wilson(total.tp, total.tp + total.fp),
        },
      ];
    }),
  ) as NameFigures['staff'];
  return { n: rows.length, staff, missed, invented };
}

export interface RecallFigures {
  n: number;
  /** Quotes that some span of a fitting type touches. */
  recall: Interval;
  /** Spans of the type that touch no quote, per 100 reviews. An annotator gives at most two, so this is an upper bound. */
  extraPer100: number;
  missed: string[];
}

/** How many quotes of a label (`health_detail`, `patient_name`, `id_number` …) are touched by spans of the types. */
export function measureQuotes(
  rows: readonly QuoteRow[],
  label: string,
  types: readonly string[],
  find: Find<QuoteRow>,
): RecallFigures {
  let quotes = 0;
  let hits = 0;
  let extra = 0;
  const missed: string[] = [];
  for (const row of rows) {
    const spans = find(row).filter((s) => types.includes(s.type));
    const sites = row.personal
      .filter(([l, q]) => l === label && row.text.includes(q))
      .map(([, q]) => places(row.text, q));
    for (const at of sites) {
      quotes++;
      if (at.some((q) => spans.some((s) => overlap(s, q) > 0))) hits++;
      else missed.push(row.id);
    }
    extra += spans.filter((s) => !sites.flat().some((q) => overlap(s, q) > 0)).length;
  }
  return {
    n: quotes,
    recall: wilson(hits, quotes),
    extraPer100: rows.length === 0 ? 0 : (100 * extra) / rows.length,
    missed,
  };
}
