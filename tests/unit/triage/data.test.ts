import { describe, expect, test } from 'vitest';
import { f1, forumRows, hospitalRows, measure, measurePersonal } from '../../../scripts/eval.ts';

/** Floors stand a little under what was measured on the day they were written; scripts/eval.ts prints the figures. */
const hospital = hospitalRows();
if (hospital.length === 0) console.log('triage data tests skipped: ../shared/data is not there');

describe.skipIf(hospital.length === 0)('on labelled data', () => {
  test('reviews', () => {
    const figures = measure(hospital);
    expect(figures.accuracy).toBeGreaterThan(0.935);
    expect(figures.macro).toBeGreaterThan(0.7);
    expect(figures.polarity).toBeGreaterThan(0.91);
    expect(f1(figures.insult)).toBeGreaterThan(0.69);
    expect(f1(figures.accusation)).toBeGreaterThan(0.62);
    expect(f1(figures.urgent)).toBeGreaterThan(0.55);
  }, 60_000);

  test('posts', () => {
    const figures = measure(forumRows());
    expect(figures.accuracy).toBeGreaterThan(0.74);
    expect(f1(figures.insult)).toBeGreaterThan(0.87);
    expect(f1(figures.threat)).toBeGreaterThan(0.85);
    expect(f1(figures.urgent)).toBeGreaterThan(0.81);
    expect(f1(figures.accusation)).toBeGreaterThan(0.61);
  }, 60_000);

  test('personal data', () => {
    expect(f1(measurePersonal().all)).toBeGreaterThan(0.95);
  }, 60_000);
});
