import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { DATA, type Row } from '../eval/data.ts';
import { aspectsIn, type Marked, SENTIMENT } from './marked.ts';

/**
 * Real reviews of restaurants with clause labels written for this project, `restaurants.tsv`: the line in
 * ../shared/data/reviews/restaurant-300k.tsv.gz, the sentiment (N, P, M, U for neutral), then `offset:codes` (codes.ts)
 * for each clause that carries something. No text. They teach the table how people write of prices, queues, wrong
 * information, staff and being cheated; what is said of the food has no code.
 */

const SOURCE = `${DATA}reviews/restaurant-300k.tsv.gz`;

/** None where ../shared is not beside the project. */
export function restaurantRows(): Marked[] {
  if (!existsSync(SOURCE)) return [];
  const source = gunzipSync(readFileSync(SOURCE)).toString('utf8').split('\n');
  return readFileSync(new URL('restaurants.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [number = '', head, ...said] = line.split('\t');
      const [stars = '', text = ''] = (source[Number(number) - 1] ?? '').split('\t');
      const marks = new Map(
        said.map((mark) => {
          const [offset, codes = ''] = mark.split(':');
          return [Number(offset), codes] as const;
        }),
      );
      const codes = [...marks.values()].join('');
      const row: Partial<Row> = {
        id: `restaurant-${number}`,
        text: text.trim(),
        stars: Number(stars),
        sentiment: SENTIMENT[head as keyof typeof SENTIMENT],
        aspects: aspectsIn(codes),
        insult: codes.includes('J') ? 'mild' : 'none',
        accusation: 'none',
        threat: 'none',
        urgent: false,
      };
      return { marks, row: row as Row };
    });
}
