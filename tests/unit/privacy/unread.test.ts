import { describe, expect, test } from 'vitest';
import { findPersonal, redact, restore } from '../../../lib/privacy/index.ts';
import { parseMarked, UNREAD_SETS, unreadRows } from '../../../scripts/eval/personal-unread.ts';

describe('sentences with personal data kept aside', () => {
  const sets = UNREAD_SETS.map((set) => ({ ...set, rows: unreadRows(set) }));

  test('their marks are read as values with their places', () => {
    const { text, spans } = parseMarked('我是[[PERSON:林小姐]]，[x] 卡[[PHONE:(02) 2345-6789]]');
    expect(text).toBe('我是林小姐，[x] 卡(02) 2345-6789');
    expect(spans.map((s) => `${s.type} ${text.slice(s.start, s.end)}`)).toEqual([
      'PERSON 林小姐',
      'PHONE (02) 2345-6789',
    ]);
  });

  test.each([
    ['unread', 16, 120],
    ['second unread', 10, 90],
  ])('in the set "%s" there are enough of every type, and of sentences with none', (name, least, clean) => {
    const { rows = [] } = sets.find((set) => set.name === name) ?? {};
    const counts = new Map<string, number>();
    for (const { type } of rows.flatMap((row) => row.spans)) counts.set(type, (counts.get(type) ?? 0) + 1);
    expect(counts.size).toBe(18);
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(least);
    expect(rows.filter((row) => row.spans.length === 0).length).toBeGreaterThanOrEqual(clean);
    expect(rows.every((row) => !row.text.includes('[['))).toBe(true);
  });

  test('redact then restore gives every one of them back, and what is hidden is hidden', () => {
    for (const row of sets.flatMap((set) => set.rows)) {
      const spans = findPersonal(row.text, row.clinic);
      const { text, tokens } = redact(row.text, spans);
      expect(restore(text, tokens)).toBe(row.text);
      for (const value of Object.values(tokens)) if (value.length > 4) expect(text).not.toContain(value);
    }
  });
});
