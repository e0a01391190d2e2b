import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../browser.ts';

export const PLACE_URL =
  'https://www.google.com/maps/place/x/@25,121,17z/data=!4m8!3m7!1s0x1:0x1!8m2!3d25!4d121!9m1!1b1';

/** The fixture of a place's reviews, before it is multiplied in the page. */
export const placeFixture = (): string =>
  readFileSync(join(ROOT, 'tests', 'fixtures', 'google-maps', 'place.zh-TW.html'), 'utf8');

/**
 * In the page: the HTML of `count` cards, made of the page's own cards in turn, each under an id of its own.
 * Self-contained, as it is sent to the browser.
 */
export function manyCards(count: number): string {
  const cards = [...document.querySelectorAll('[data-review-id][jslog^="21866"]')].map((card) => ({
    html: card.outerHTML,
    id: card.getAttribute('data-review-id') ?? '',
  }));
  if (cards.length === 0) throw new Error('the fixture has no cards');
  const many: string[] = [];
  for (let i = 0; i < count; i++) {
    const card = cards[i % cards.length];
    if (card) many.push(card.html.replaceAll(card.id, `bench${i}`));
  }
  return many.join('\n');
}

/** In the page: puts the cards where the page's own stand, in their place or after them. */
export function putCards([html, replace]: [html: string, replace: boolean]): void {
  const own = [...document.querySelectorAll('[data-review-id][jslog^="21866"]')];
  const list = own[0]?.parentElement;
  if (!list) throw new Error('no list');
  if (replace) for (const card of own) card.remove();
  list.insertAdjacentHTML('beforeend', html);
}
