import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyClinic } from '../../../lib/contract/clinic.ts';
import { findPersonal, redact, restore } from '../../../lib/privacy/index.ts';

/** Pieces that make a backtracking pattern or a quadratic loop show: half a value, over and over. */
const PIECES = [
  'a',
  '0 ',
  '09',
  'a@',
  'a.a@',
  'a at gmail dot ',
  'line ',
  '賴id',
  '民國',
  '1月1日',
  '1.1.',
  '王小明、',
  '王醫師',
  '陳O',
  '*',
  '姓名',
  '主治',
  '大老小',
  '台北市',
  '路',
  '中山路一段',
  '12巷',
  '1床',
  '病歷1',
  'A123456789',
  '1234-',
  'facebook.com/',
  '\u200b',
  '\ud83d',
  '王𧙗',
  'Dr. A',
  'Amy ',
  '手部的',
  '左手骨折',
  '王·',
  '淑芬、',
  '〔PERSON_1〕',
  '㎎',
  'A123456789 ',
  '4111 1111 ',
  '0000 1234 5678 ',
  'Nguyen Thi ',
  'front desk ',
  'Yi-Ting ',
  '請問你們看',
  '等到我高血壓',
  '林.醫.師',
  '陳氏',
  '婷婷 兩位護理師',
  '1502房陳',
  '第八床',
  '我住中正路二段',
  'a 點 b 在 ',
  '4111_',
  '零九一二',
  '1–',
  'No. 1, ',
  'Jan 1 ',
  '1A病房',
  'ABC-1234 車',
  '病歷號',
  'type 2 ',
];

// A quadratic reading of a megabyte takes many minutes; a linear one well under a second each.
test.each(PIECES)('a megabyte of %j is read in one go', { timeout: 60_000 }, (piece) => {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
  const spans = findPersonal(text, { ...emptyClinic('測試診所'), phones: ['02-2345-6789'] });
  expect(spans.every((s) => s.end > s.start && s.end <= text.length)).toBe(true);
});

const piece = fc.oneof(
  fc.constantFrom(
    ...PIECES,
    '，',
    '。',
    ' ',
    '\n',
    '和',
    '醫師',
    '護理師',
    '林大文',
    '０９１２３４５６７８',
    '懷孕31週',
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const texts = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

test('spans index the original, in order and apart; redact and restore are one another’s inverse', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(texts, (text) => {
      const spans = findPersonal(text);
      let last = 0;
      for (const s of spans) {
        expect(s.start).toBeGreaterThanOrEqual(last);
        expect(s.end).toBeGreaterThan(s.start);
        expect(s.end).toBeLessThanOrEqual(text.length);
        expect(s.score).toBeGreaterThan(0);
        last = s.end;
      }
      const { text: redacted, tokens } = redact(text, spans);
      expect(restore(redacted, tokens)).toBe(text);
    }),
    { numRuns: 400 },
  );
});

test('what is hidden does not stand in the redacted text', () => {
  const text = '謝謝林大文醫師，林大文的手機 0912-345-678';
  const { text: redacted } = redact(text, findPersonal(text));
  expect(redacted).toBe('謝謝〔PERSON_1〕醫師，〔PERSON_1〕的手機 〔PHONE_1〕');
});

test('zero-width marks and full-width letters change nothing', () => {
  const plain = '推薦林大文醫師 手機0912345678 A123456789';
  const hidden = [...plain].join('\u200b').replaceAll('0', '０').replaceAll('A', 'Ａ');
  expect(findPersonal(hidden).map((s) => s.type)).toEqual(findPersonal(plain).map((s) => s.type));
});
