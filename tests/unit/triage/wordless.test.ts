import { expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';

test.each([
  [1, 'negative'],
  [2, 'negative'],
  [3, 'neutral'],
  [4, 'positive'],
  [5, 'positive'],
] as const)('%i stars without words are %s, and said to be stars only', (stars, sentiment) => {
  const found = triage({ text: ' \n', stars });
  expect(found.sentiment).toBe(sentiment);
  expect(found.reasons.join()).toContain('只有星等');
  expect(found.reasons.join()).not.toContain('提問');
  expect(found.risks.filter(({ kind }) => kind !== 'praise' && kind !== 'opinion')).toEqual([]);
});

test('nothing at all is neutral', () => {
  expect(triage({ text: '' })).toMatchObject({ sentiment: 'neutral', risks: [] });
  expect(triage({ text: '', recommends: false }).sentiment).toBe('negative');
});

test('the clinic’s own words are read and nothing more', () => {
  const ours = triage({ text: '謝謝您的鼓勵，垃圾不落地也是我們的堅持', ownVoice: true });
  expect(ours).toMatchObject({ priority: 0, risks: [], next: [], deadlines: [], urgent: false });
  expect(ours.reasons).toEqual(['診所自己的發言']);
});
