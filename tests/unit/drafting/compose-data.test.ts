import { expect, it } from 'vitest';
import { draftCases, measureDrafts } from '../../../scripts/eval/drafts.ts';

// A seeded sample of what `npm run eval` measures on 10,000; without the data beside the project on invented texts.
it('500 drafts over all kinds of reviews stay within the limits', () => {
  const figures = measureDrafts(draftCases(500, 5));
  expect(figures.wrong.filter(({ why }) => why === 'guard')).toEqual([]);
  expect(figures.violations).toBe(0);
  expect(figures.named).toBeGreaterThanOrEqual(0.97);
  expect(figures.empathy).toBeGreaterThanOrEqual(0.97);
  expect(figures.distinct).toBeGreaterThanOrEqual(0.95);
  expect(figures.opening).toBeLessThanOrEqual(0.05);
  expect(figures.longest).toBeLessThanOrEqual(5);
  expect(figures.alternatives).toBe(1);
  expect(figures.language).toBe(1);
}, 60_000);
