import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PERSONAL_TYPES } from '../../../lib/contract/triage.ts';
import { findPersonal, redact, restore } from '../../../lib/privacy/index.ts';

test('the same value gets the same token, the clinic stays', () => {
  const text = '林大文醫師說找林大文，電話02-2345-6789';
  const { text: redacted, tokens } = redact(text, [
    { type: 'PERSON', start: 0, end: 3, score: 1 },
    { type: 'PERSON', start: 7, end: 10, score: 1 },
    { type: 'CLINIC_CONTACT', start: 13, end: 25, score: 1 },
  ]);
  expect(redacted).toBe('〔PERSON_1〕醫師說找〔PERSON_1〕，電話02-2345-6789');
  expect(tokens).toEqual({ '〔PERSON_1〕': '林大文' });
  expect(restore(redacted, tokens)).toBe(text);
});

test('a token that stands in the text is not given out', () => {
  const text = '〔PERSON_1〕和林大文';
  const { text: redacted, tokens } = redact(text, [{ type: 'PERSON', start: 11, end: 14, score: 1 }]);
  expect(restore(redacted, tokens)).toBe(text);
  expect(Object.keys(tokens)).toEqual(['〔PERSON_2〕']);
});

const span = fc.record({
  type: fc.constantFrom(...PERSONAL_TYPES),
  start: fc.nat(60),
  end: fc.nat(60),
  score: fc.double({ min: 0, max: 1, noNaN: true }),
});

test('redact then restore gives every character back', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 50 }), fc.array(span), (text, spans) => {
      const { text: redacted, tokens } = redact(text, spans);
      expect(restore(redacted, tokens)).toBe(text);
    }),
  );
});

const piece = fc.constantFrom(
  '林大文醫師',
  '手機0912-345-678',
  '，',
  '。',
  ' ',
  '我媽',
  '生日70年5月6日',
  'A123456789',
  '加賴 abc_123',
  '〔PERSON_1〕',
  '😀',
  '\u200b',
  '很好',
  '０９１２－３４５－６７８',
  'abc@example.com',
);

test('spans are sorted, apart, inside the text and never empty', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 25 }), (pieces) => {
      const text = pieces.join('');
      const spans = findPersonal(text);
      let last = 0;
      for (const s of spans) {
        expect(s.start).toBeGreaterThanOrEqual(last);
        expect(s.end).toBeGreaterThan(s.start);
        expect(s.end).toBeLessThanOrEqual(text.length);
        last = s.end;
      }
      const { text: redacted, tokens } = redact(text, spans);
      expect(restore(redacted, tokens)).toBe(text);
    }),
  );
});
