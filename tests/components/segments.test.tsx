import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segments } from '../../components/review/segments.ts';

const spans = fc.array(fc.record({ start: fc.integer({ min: -5, max: 60 }), end: fc.integer({ min: -5, max: 60 }) }), {
  maxLength: 12,
});

describe('segments of a text', () => {
  it('join to the whole, in order, each under exactly the spans that cover it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), spans, (length, given) => {
        const pieces = segments(length, given);
        expect(pieces.map(({ start }) => start)).toEqual(
          length === 0 ? [] : [0, ...pieces.slice(0, -1).map(({ end }) => end)],
        );
        expect(pieces.at(-1)?.end ?? 0).toBe(length);
        for (const piece of pieces) {
          expect(piece.end).toBeGreaterThan(piece.start);
          const covering = given.flatMap((span, index) =>
            span.start < span.end && span.start <= piece.start && span.end >= piece.end ? [index] : [],
          );
          expect(piece.spans).toEqual(covering);
        }
      }),
    );
  });
});
