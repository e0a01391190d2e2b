import { describe, expect, test } from 'vitest';
import type { Change, Correction, Person } from '../../../lib/contract/index.ts';
import { isHunch, lowers, mayCorrect, mayTakeBack } from '../../../lib/desk/corrections.ts';

const desk: Person = { name: '王小美', role: 'desk' };
const manager: Person = { name: '張經理', role: 'manager' };
const places = [{ start: 0, end: 2, quote: '測試' }];
const HARMLESS: Change[] = [
  { what: 'not-this', kind: 'insult', places },
  { what: 'other-kind', kind: 'insult', to: 'opinion', places },
  { what: 'other-kind', kind: 'threat-violence', to: 'self-harm', places },
  { what: 'other-kind', kind: 'crime-claim', to: 'hygiene-claim', places },
  { what: 'not-this', kind: 'crime-claim', places, hunch: true },
  { what: 'other-kind', kind: 'threat-violence', to: 'opinion', places, hunch: true },
  { what: 'missing', to: 'threat-violence', places },
  { what: 'aspect', aspect: 'price', from: null, to: 'neg' },
  { what: 'sentiment', from: 'negative', to: 'positive' },
  { what: 'urgency', from: 'soon', to: 'today' },
  { what: 'urgency', from: 'soon', to: 'calm' },
];
const GRAVE: Change[] = [
  { what: 'not-this', kind: 'serious-injury', places },
  { what: 'not-this', kind: 'self-harm', places },
  { what: 'not-this', kind: 'crime-claim', places },
  { what: 'not-this', kind: 'public-danger', places },
  { what: 'other-kind', kind: 'hygiene-claim', to: 'opinion', places },
  { what: 'other-kind', kind: 'threat-violence', to: 'opinion', places },
  { what: 'urgency', from: 'today', to: 'soon' },
];
const made = (change: Change, by: Person): Correction => ({ id: 'c', at: '', by, change, takenBack: null });

describe('who may correct a reading', () => {
  test.each(HARMLESS)('any named person: %j', (change) => {
    expect(lowers(change)).toBe(false);
    expect(mayCorrect(desk, [change])).toEqual({ ok: true, value: desk });
    expect(mayCorrect(null, [change])).toMatchObject({ failure: 'needs-person' });
  });

  test.each(GRAVE)('manager or doctor, where something grave is played down: %j', (change) => {
    expect(mayCorrect(desk, [HARMLESS[0] as Change, change])).toMatchObject({ failure: 'needs-role' });
    expect(mayCorrect(manager, [change])).toEqual({ ok: true, value: manager });
  });
});

test('a hunch is what nowhere in these words is more', () => {
  const at = (start: number, confidence: number) => ({
    kind: 'crime-claim' as const,
    start,
    end: start + 2,
    confidence,
  });
  const words = { kind: 'crime-claim' as const, places };
  expect(isHunch([at(0, 0.3)], words)).toBe(true);
  expect(isHunch([at(0, 0.3), at(1, 0.45)], words)).toBe(false);
  expect(isHunch([at(0, 0.3), at(2, 0.9)], words)).toBe(true);
  expect(isHunch([at(0, 0.3), { ...at(0, 0.9), kind: 'insult' as const }], words)).toBe(true);
});

describe('who may take a correction back', () => {
  test('their own, anybody', () => {
    expect(mayTakeBack(desk, made({ what: 'missing', to: 'self-harm', places }, desk))).toMatchObject({ ok: true });
    expect(mayTakeBack(null, made({ what: 'missing', to: 'self-harm', places }, desk))).toMatchObject({ ok: false });
  });

  test('another’s that said there is something grave, a manager or doctor', () => {
    const grave = made({ what: 'missing', to: 'serious-injury', places }, manager);
    expect(mayTakeBack(desk, grave)).toMatchObject({ failure: 'needs-role' });
    expect(mayTakeBack(desk, made({ what: 'missing', to: 'insult', places }, manager))).toMatchObject({ ok: true });
    const raised = made({ what: 'urgency', from: 'soon', to: 'today' }, manager);
    expect(mayTakeBack(desk, raised)).toMatchObject({ failure: 'needs-role' });
  });
});
