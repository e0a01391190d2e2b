import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Review } from '../../../lib/contract/index.ts';
import { fixture, healthOf, PAGES, pageOf, readAll } from './google-maps-page.ts';

describe('pages are read as their expected records beside them say', () => {
  for (const { name, address, kind, cards } of PAGES) {
    test(name, async () => {
      const page = pageOf(fixture(name), address);
      expect(page.kind).toBe(kind);
      const readings = readAll(page);
      const reviews = readings.map(({ review }) => z.parse(Review, review));
      expect(reviews).toHaveLength(cards);
      expect(readings.flatMap(({ missing, fallback }) => [...missing, ...fallback])).toEqual([]);
      expect(healthOf(page, readings)).toEqual({ status: 'ok', problems: [] });
      await expect(`${JSON.stringify(reviews, null, 2)}\n`).toMatchFileSnapshot(
        `../../fixtures/google-maps/${name}.expected.json`,
      );
    });
  }
});
