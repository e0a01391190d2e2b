import { expect, test } from 'vitest';
import { FULL } from '../../../lib/privacy/recognizers/name-model.ts';
import { FULL_SIZE, fullFeatures, fullScore } from '../../../lib/privacy/recognizers/name-score.ts';

test.each([
  ['謝謝林大文醫師', 2],
  ['陳怡安、王怡君', 0],
  ['眼科許文彬很好', 2],
  ['「黃建豪」', 1],
])('%s: the score is the features by their weights', (text, at) => {
  const features = new Float64Array(FULL_SIZE);
  fullFeatures(text, at, features);
  expect(FULL).toHaveLength(FULL_SIZE);
  const sum = FULL.reduce((total, weight, i) => total + weight * (features[i] as number), 0);
  expect(fullScore(text, at)).toBeCloseTo(sum, 6);
});
