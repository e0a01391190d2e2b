import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Clinic } from '../../../lib/contract/clinic.ts';
import type { PersonalSpan } from '../../../lib/contract/triage.ts';
import { findPersonal } from '../../../lib/privacy/index.ts';
import {
  bareName,
  bootstrapF1,
  measureNames,
  measureQuotes,
  measureSpans,
  overlap,
  type QuoteRow,
  type SpanRow,
  sameName,
  wilson,
} from '../../../scripts/eval/personal.ts';

const span = (type: PersonalSpan['type'], start: number, end: number): PersonalSpan => ({ type, start, end, score: 1 });

describe('measuring', () => {
  test('overlap is intersection over union', () => {
    expect(overlap({ start: 0, end: 4 }, { start: 2, end: 6 })).toBeCloseTo(2 / 6);
    expect(overlap({ start: 0, end: 2 }, { start: 2, end: 4 })).toBe(0);
  });

  test('intervals hold the figure', () => {
    const share = wilson(9, 10);
    expect(share.low).toBeGreaterThan(0.55);
    expect(share.high).toBeLessThan(1);
    const f = bootstrapF1(Array.from({ length: 50 }, (_, i) => ({ tp: 1, fp: i % 5 === 0 ? 1 : 0, fn: 0 })));
    expect(f.value).toBeCloseTo(100 / 110);
    expect(f.low).toBeLessThan(f.value);
    expect(f.high).toBeGreaterThan(f.value);
    expect(bootstrapF1([])).toEqual({ value: 0, low: 0, high: 1 });
  });

  test('spans: type and overlap decide; false ones on clean sentences are counted apart', () => {
    const rows: SpanRow[] = [
      { id: 'a', text: '林大文醫師', spans: [{ type: 'PERSON', start: 0, end: 3 }] },
      { id: 'b', text: '沒有人', spans: [] },
    ];
    const figures = measureSpans(rows, (row) => (row.id === 'a' ? [span('PERSON', 0, 3)] : [span('PHONE', 0, 1)]));
    expect(figures.all).toEqual({ tp: 1, fp: 1, fn: 0 });
    expect(figures.negatives.per100).toBe(100);
    expect(figures.wrong).toEqual(['b']);
  });

  test('names: titles are no difference, a later surname is no invention, a patient is not staff', () => {
    expect(bareName('林大文主治醫師')).toBe('林大文');
    expect(bareName('護理師：林大文')).toBe('林大文');
    const rows: QuoteRow[] = [
      {
        id: 'a',
        text: '林大文醫師好，林醫師細心，王小美',
        personal: [
          ['staff_name', '林大文醫師'],
          ['patient_name', '王小美'],
        ],
      },
    ];
    const find = (): PersonalSpan[] => [span('PERSON', 0, 3), span('PERSON', 7, 10), span('PERSON', 13, 16)];
    const { staff } = measureNames(rows, find);
    expect(staff.exact).toMatchObject({ tp: 0, fn: 1 });
    expect(staff.name).toMatchObject({ tp: 1, fp: 1, fn: 0 });
    expect(staff.person).toMatchObject({ tp: 1, fp: 0, fn: 0 });
    expect(measureQuotes(rows, 'patient_name', ['PERSON'], find).recall.value).toBe(1);
  });

  test('names: a quoted name is no invention where it stands again without its title', () => {
    const rows: QuoteRow[] = [
      { id: 'a', text: '林大文醫師好，推林大文，王明來', personal: [['staff_name', '林大文醫師']] },
    ];
    const find = (): PersonalSpan[] => [span('PERSON', 0, 3), span('PERSON', 8, 11), span('PERSON', 12, 14)];
    expect(measureNames(rows, find).staff.name).toMatchObject({ tp: 1, fp: 1, fn: 0 });
  });

  test('names: titles of every kind are cut, 中 is of the title or of the name', () => {
    for (const title of ['部長', '師姐', '前主任', '研究護理師', '跟診人員', '副護', '医师', '姊', '同學', '美容師'])
      expect([title, bareName(`林大文${title}`)]).toEqual([title, '林大文']);
    expect(sameName('林大中', '林大中醫師')).toBe(true);
    expect(sameName('淑美', '淑美中醫師')).toBe(true);
    expect(sameName('林正大', '林正大醫師')).toBe(true);
    expect(sameName('林', '林大醫師')).toBe(true);
    expect(sameName('Amy', 'nurse Amy')).toBe(true);
    expect(sameName('林大', '林大文醫師')).toBe(false);
  });
});

const DATA = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const lines = <T>(file: string): T[] =>
  readFileSync(DATA + file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

/** Floors of issue 3 on what we can see; the judge's own sentences are others. */
describe.skipIf(!existsSync(DATA))('on ../shared/data (skipped where it is absent)', { timeout: 60_000 }, () => {
  test('sentences', () => {
    const rows = lines<SpanRow & { clinic: object | null }>('pii/sentences.jsonl');
    const clinics = new Map(
      rows.map((r) => [r.id, r.clinic ? z.parse(Clinic, { aliases: [], watch: [], ...r.clinic }) : null]),
    );
    const figures = measureSpans(rows, (row) => findPersonal(row.text, clinics.get(row.id)));
    expect(figures.micro.value).toBeGreaterThan(0.97);
    expect(figures.negatives.per100).toBeLessThanOrEqual(3);
    for (const [type, score] of Object.entries(figures.byType))
      expect([type, score.f1.value >= 0.9]).toEqual([type, true]);
  });

  test('staff names in reviews', () => {
    const texts = new Map(lines<{ id: string; text: string }>('reviews/hospital.jsonl').map((r) => [r.id, r.text]));
    const rows = lines<{ id: string; personal: [string, string][] }>('reviews/labels.jsonl').flatMap((label) => {
      const text = texts.get(label.id);
      return text === undefined ? [] : [{ ...label, text }];
    });
    const { staff } = measureNames(rows, (row) => findPersonal(row.text));
    expect(staff.person.f1.value).toBeGreaterThan(0.95);
    expect(staff.name.f1.value).toBeGreaterThan(0.92);
  });
});
