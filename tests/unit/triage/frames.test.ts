import { describe, expect, it } from 'vitest';
import type { Frame } from '../../../lib/triage/threat/frames.ts';

/** Every list of frames in the rooms of rules and threats. */
const modules = import.meta.glob<Record<string, unknown>>('../../../lib/triage/{rules,threat}/*.ts', { eager: true });
const isFrames = (value: unknown): value is readonly Frame[] =>
  Array.isArray(value) && value.length > 0 && value.every((f) => f?.at instanceof RegExp);
const LISTS = Object.values(modules)
  .flatMap((module) => Object.entries(module))
  .filter((entry): entry is [string, readonly Frame[]] => isFrames(entry[1]));

describe('frames of one list are joined into one pattern', () => {
  it('there are many lists', () => {
    expect(LISTS.length).toBeGreaterThan(10);
  });
  it.each(LISTS)('%s: no flags, no group that captures or is referred to', (_, frames) => {
    for (const { at } of frames) {
      expect(at.flags).toBe('');
      expect(new RegExp(`${at.source}|`).exec('')).toHaveLength(1);
    }
  });
});
