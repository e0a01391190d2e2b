import { afterAll, beforeAll, expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';
import { takeModel } from '../../../lib/triage/model/state.ts';
import { loadWeights } from '../../../scripts/weights.ts';

/** A disease named in anger or as food silences nobody; one that somebody has does. */
beforeAll(() => {
  expect(loadWeights()).toBe('full');
});
afterAll(() => takeModel(null));

const silent = (text: string): boolean =>
  triage({ text, stars: 1, firstSeen: '2026-08-28T02:00:00.000Z' }).next.includes('暫不回覆');

test.each(['等兩小時，我快得憂鬱症了', '我看你們有躁鬱症吧，態度差', '我看診前吃了便當的菜花，排隊很久'])(
  '%s',
  (text) => {
    expect(silent(text)).toBe(false);
  },
);

test.each(['我有憂鬱症，櫃台大聲講出來', '醫師到處說我得了菜花'])('%s', (text) => {
  expect(silent(text)).toBe(true);
});
