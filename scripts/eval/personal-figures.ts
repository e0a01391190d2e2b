import * as z from 'zod/mini';
import { Clinic } from '../../lib/contract/clinic.ts';
import { findPersonal } from '../../lib/privacy/index.ts';
import { hospitalRows, lines } from './data.ts';
import type { Figure } from './figures.ts';
import { type Interval, measureNames, measureQuotes, measureSpans, type QuoteRow, type SpanRow } from './personal.ts';

const of = (interval: Interval, n: number): Figure => ({ ...interval, n });

/** Every figure of personal data, by name. */
export function personalFigures(): [string, Figure][] {
  const sentences = lines<SpanRow & { clinic: object | null }>('pii/sentences.jsonl');
  const clinics = new Map(
    sentences.map((r) => [r.id, r.clinic ? z.parse(Clinic, { aliases: [], watch: [], ...r.clinic }) : null]),
  );
  const spans = measureSpans(sentences, (row) => findPersonal(row.text, clinics.get(row.id)));
  const reviews = hospitalRows() as unknown as QuoteRow[];
  const find = (row: QuoteRow) => findPersonal(row.text);
  const { staff } = measureNames(reviews, find);
  const health = measureQuotes(reviews, 'health_detail', ['HEALTH_DETAIL'], find);
  return [
    ['sentences micro-F1', of(spans.micro, spans.all.tp + spans.all.fn)],
    ...Object.entries(spans.byType).map(([type, s]): [string, Figure] => [
      `sentences ${type} F1`,
      of(s.f1, s.tp + s.fn),
    ]),
    ['clean sentences left alone', of(complement(spans.negatives.share), spans.negatives.n)],
    ...Object.entries(staff).map(([how, s]): [string, Figure] => [`staff names F1, ${how}`, of(s.f1, s.tp + s.fn)]),
    ['health details in reviews, recall', of(health.recall, health.n)],
  ];
}

const complement = (i: Interval): Interval => ({ value: 1 - i.value, low: 1 - i.high, high: 1 - i.low });
