import { expect, test } from 'vitest';
import { type TriageInput, triage, triageAll } from '../../../lib/triage/index.ts';

/** Of every kind of way through: wordless, unread, a joke of a game, quoted, a threat, praise, nothing. */
const INPUTS: readonly TriageInput[] = [
  { text: '', stars: 5 },
  { text: '👍👍', stars: null },
  { text: '櫃台很兇，等了三個小時', stars: 1 },
  { text: '醫師很細心，謝謝', stars: 5, language: 'en' },
  { text: '再不退費我就找人砸你們店', stars: null, site: 'ptt', kind: 'comment' },
  { text: '※ 引述《某甲》之銘言：\n: 護理師叫林美惠 0912345678\n不要亂公布別人資料', stars: null, kind: 'post' },
  { text: '병원이 깨끗하고 친절해요 다시 오고 싶어요', stars: 5 },
  { text: '回覆：感謝您的建議', stars: null, ownVoice: true },
  {
    text: '看完打針手就麻掉，到現在還沒好',
    stars: 2,
    collapsed: true,
    answered: true,
    firstSeen: '2026-01-02T03:04:05Z',
  },
];

test.each([0, 1, 9, 32, 33, 100])('%i texts at once are read as each by itself', (count) => {
  const inputs = Array.from({ length: count }, (_, i) => INPUTS[i % INPUTS.length] as TriageInput);
  expect(triageAll(inputs)).toEqual(inputs.map(triage));
});
