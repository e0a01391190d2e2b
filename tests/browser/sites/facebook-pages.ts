import type { Health, Review } from '../../../lib/contract/index.ts';
import type { PageContext, Reading } from '../../../lib/sites/contract.ts';
import { facebook } from '../../../lib/sites/facebook.ts';
import { judge, tally } from '../../../lib/sites/health.ts';

/** Times in the fixtures are read against this clock. */
export const NOW = Date.UTC(2026, 8, 21, 4, 0);

export interface Opened {
  page: PageContext;
  cards: Element[];
  readings: Reading[];
  reviews: Review[];
  health: Health;
}

/** A page in a frame of its own, so that computed styles are real; its scripts never run. */
export function frameOf(html: string): Document {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.style.cssText = 'width: 1000px; height: 800px';
  document.body.append(frame);
  const inside = frame.contentDocument!;
  inside.open();
  inside.write(html);
  inside.close();
  return inside;
}

export function closeFrames(): void {
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
}

export function read(inside: Document, address: string): Opened {
  const url = new URL(address);
  const page: PageContext = { ...facebook.detect(inside, url), url, document: inside, now: NOW };
  const cards = facebook.cards(inside, page);
  const readings = cards.flatMap((card) => facebook.read(card, page));
  return {
    page,
    cards,
    readings,
    reviews: readings.map((reading) => reading.review),
    health: judge(page, tally(readings), facebook.signs(inside, page)),
  };
}
