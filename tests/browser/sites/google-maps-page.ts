import type { Health } from '../../../lib/contract/index.ts';
import type { PageContext, Reading } from '../../../lib/sites/contract.ts';
import { googleMaps } from '../../../lib/sites/google-maps.ts';
import { judge, tally } from '../../../lib/sites/health.ts';

/** Noon in Taipei on a fixed day: relative times do not depend on the machine's clock. */
export const NOW = Date.UTC(2026, 10, 21, 4);

const PLACE = 'https://www.google.com/maps/place/%E5%BE%AE%E5%85%89%E7%89%99%E9%86%AB%E8%A8%BA%E6%89%80';
const DATA = '@25.05,121.55,17z/data=!4m8!3m7!1s0x3442abc0d1e2f345:0x6d1c9ab2e4f50718!8m2!3d25.05!4d121.55';
const MANAGER = 'https://www.google.com/local/business/1234567890/customers/reviews';
export const ADDRESS = {
  place: `${PLACE}/${DATA}!9m1!1b1`,
  overview: `${PLACE}/${DATA}`,
  search: 'https://www.google.com/search?q=%E5%BE%AE%E5%85%89#lrd=0x3442abc0d1e2f345:0x6d1c9ab2e4f50718,1',
  manager: `${MANAGER}?knm=0&ih=lu&hl=zh-TW`,
  replyTo: (id: string) => `${MANAGER}/reply?knm=0&hl=zh-TW&reviewId=${id}`,
};

export function pageOf(html: string, address: string): PageContext {
  return contextOf(new DOMParser().parseFromString(html, 'text/html'), address);
}

export function contextOf(document: Document, address: string): PageContext {
  const url = new URL(address);
  return { ...googleMaps.detect(document, url), url, document, now: NOW };
}

export function readAll(page: PageContext): Reading[] {
  return googleMaps.cards(page.document, page).flatMap((card) => googleMaps.read(card, page));
}

export function healthOf(page: PageContext, readings = readAll(page)): Health {
  return judge(page, tally(readings), googleMaps.signs(page.document, page));
}

const fixtures = import.meta.glob<string>('../../fixtures/google-maps/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** A synthetic page of tests/fixtures/google-maps, by its name without `.html`. */
export function fixture(name: string): string {
  const html = fixtures[`../../fixtures/google-maps/${name}.html`];
  if (!html) throw new Error(`no fixture ${name}`);
  return html;
}

export const PAGES = [
  { name: 'place.zh-TW', address: ADDRESS.place, kind: 'place', cards: 12 },
  { name: 'place.en', address: ADDRESS.place, kind: 'place', cards: 8 },
  { name: 'place-overview.zh-TW', address: ADDRESS.overview, kind: 'place-overview', cards: 3 },
  { name: 'place-overview.en', address: ADDRESS.overview, kind: 'place-overview', cards: 3 },
  { name: 'limited-view.zh-TW', address: ADDRESS.overview, kind: 'place-overview', cards: 3 },
  { name: 'hotel.zh-TW', address: ADDRESS.place, kind: 'place', cards: 3 },
  { name: 'split.zh-TW', address: ADDRESS.place, kind: 'place', cards: 8 },
  { name: 'search-dialog.zh-TW', address: ADDRESS.search, kind: 'search-dialog', cards: 6 },
  { name: 'search-dialog.en', address: ADDRESS.search, kind: 'search-dialog', cards: 5 },
  { name: 'manager.zh-TW', address: ADDRESS.manager, kind: 'manager', cards: 4 },
  { name: 'manager.en', address: ADDRESS.manager, kind: 'manager', cards: 3 },
] as const;

/** Real pages kept beside the project; empty where they are not there. */
const captures = import.meta.glob<string>('../../../../shared/captures/google-maps/*.html', {
  query: '?raw',
  import: 'default',
});
const CAPTURED =
  'https://www.google.com/maps/place/A+Place/@-7.5,110.8,17z/data=!4m8!3m7!1s0x2e7a1:0x1!8m2!3d-7.5!4d110.8!9m1!1b1';
export const CAPTURES = [
  { name: 'place-2025-10-en-10cards', address: CAPTURED, cards: 10 },
  { name: 'place-2025-10-en-50cards', address: CAPTURED, cards: 50 },
  { name: 'cards-by-feature-2025-10-en', address: CAPTURED, cards: 12 },
  { name: 'search-dialog-2024-04-en-1card', address: 'https://www.google.com/search?q=x#lrd=0x0:0x0,1', cards: 1 },
] as const;
export const capturesHere = Object.keys(captures).length > 0;

export async function capture(name: string): Promise<string> {
  const key = Object.keys(captures).find((path) => path.includes(name));
  const html = key && (await captures[key]?.());
  if (!html) throw new Error(`no capture ${name}`);
  return html;
}
