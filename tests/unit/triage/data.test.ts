import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ASPECTS } from '../../../lib/contract/triage.ts';
import { takeModel } from '../../../lib/triage/model/state.ts';
import { forumRows, hospitalRows } from '../../../scripts/eval/data.ts';
import { figure, mean } from '../../../scripts/eval/figures.ts';
import { type Answers, ask } from '../../../scripts/eval/triage.ts';
import { loadWeights } from '../../../scripts/weights.ts';

/**
 * The shipped weights on the texts they were trained on: a guard against breaking something, no figure of merit.
 * `npm run eval` measures on texts left out.
 */
const hospital = hospitalRows();
if (hospital.length === 0) console.log('triage data tests skipped: ../shared/data is not there');

const share = (answers: Answers, question: string): number => figure(answers.get(question) ?? [], 'share').value;
const f1 = (answers: Answers, question: string): number => figure(answers.get(question) ?? [], 'f1').value;

describe.skipIf(hospital.length === 0)('on labelled data', () => {
  beforeAll(() => {
    expect(loadWeights()).toBe('full');
  });
  afterAll(() => takeModel(null));

  test('reviews', { timeout: 120_000 }, () => {
    const answers = ask(hospital);
    expect(share(answers, 'sentiment')).toBeGreaterThan(0.95);
    expect(mean(ASPECTS.map((a) => figure(answers.get(`aspect ${a}`) ?? [], 'f1'))).value).toBeGreaterThan(0.74);
    expect(f1(answers, 'insult')).toBeGreaterThan(0.78);
    expect(f1(answers, 'accusation')).toBeGreaterThan(0.7);
    expect(share(answers, 'harmless left alone')).toBeGreaterThan(0.96);
  });

  test('posts', { timeout: 120_000 }, () => {
    const answers = ask(forumRows());
    expect(share(answers, 'sentiment')).toBeGreaterThan(0.85);
    expect(f1(answers, 'insult')).toBeGreaterThan(0.88);
    expect(f1(answers, 'threat')).toBeGreaterThan(0.85);
    expect(f1(answers, 'urgent')).toBeGreaterThan(0.82);
    expect(share(answers, 'harmless left alone')).toBeGreaterThan(0.92);
  });

  test('rules alone still read', { timeout: 120_000 }, () => {
    takeModel(null);
    const answers = ask(hospital);
    loadWeights();
    expect(share(answers, 'sentiment')).toBeGreaterThan(0.93);
    expect(f1(answers, 'insult')).toBeGreaterThan(0.76);
  });
});
