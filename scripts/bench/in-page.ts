import { type PageWatch, watchPage } from '../../lib/page/index.ts';
import { googleMaps } from '../../lib/sites/google-maps.ts';

/**
 * What the bench runs inside a page of many review cards. Value and baseline take turns, so that whatever else
 * the machine does falls on both.
 */
const URL_OF_PLACE = new URL(
  'https://www.google.com/maps/place/x/@25,121,17z/data=!4m8!3m7!1s0x1:0x1!8m2!3d25!4d121!9m1!1b1',
);

/** One query a field, as the bare loop of the issue: what a reader without any thought would do for each card. */
const FIELDS = [
  '[data-review-id]',
  'button[data-href]',
  '.d4r55',
  '.RfnDt',
  '[role="img"][aria-label]',
  '.rsqaWe',
  '.W8gobe',
  'span.wiI7pd',
  'button[aria-expanded]',
  '[lang]',
  '[role="switch"]',
  'button[data-photo-index]',
  '[jsaction*="toggleThumbsUp"]',
  '.CDe7pd',
  '.DZSIDd',
  '.wiI7pd[lang]',
  '[jslog="127691"]',
  '[jslog^="14326"]',
] as const;

const cardsOf = (): Element[] => [...document.querySelectorAll('[data-review-id][jslog^="21866"]')];

function context() {
  return { ...googleMaps.detect(document, URL_OF_PLACE), url: URL_OF_PLACE, document, now: Date.now() };
}

function readAll(): number {
  const page = context();
  let read = 0;
  for (const card of googleMaps.cards(document, page)) read += googleMaps.read(card, page).length;
  return read;
}

function bareLoop(): number {
  let length = 0;
  for (const card of cardsOf())
    for (const field of FIELDS) length += card.querySelector(field)?.textContent?.length ?? 0;
  return length;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Milliseconds of reading all cards, and of the bare loop over the same cards, in turn. */
export function read(rounds: number): { value: number[]; baseline: number[]; cards: number } {
  const value: number[] = [];
  const baseline: number[] = [];
  const cards = readAll();
  bareLoop();
  for (let round = 0; round < rounds; round++) {
    // Which goes first alternates: whoever goes second finds warmer caches.
    const order = round % 2 === 0 ? ([readAll, bareLoop] as const) : ([bareLoop, readAll] as const);
    for (const work of order) (work === readAll ? value : baseline).push(timed(work));
  }
  return { value, baseline, cards };
}

/** Milliseconds from adding ten cards until they are reported, on a page whose cards have been read. */
export async function grow(rounds: number): Promise<number[]> {
  const template = cardsOf()[0];
  const list = template?.parentElement;
  if (!template || !list) throw new Error('no cards');
  const end = new AbortController();
  let reported: (count: number) => void = () => undefined;
  const whenRead = new Promise<void>((resolve) => {
    const watch: PageWatch = watchPage({
      document,
      adapter: googleMaps,
      signal: end.signal,
      url: () => URL_OF_PLACE,
      onPage: () => undefined,
      onReviews: (readings) => reported(readings.length),
      onHealth: (_, reading) => {
        if (!reading) resolve();
      },
    });
    void watch;
  });
  await whenRead;
  // The page's own work of drawing the list anew is no part of reading it.
  if (list instanceof HTMLElement) list.style.display = 'none';
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let left = 10;
    const done = new Promise<void>((resolve) => {
      reported = (count) => {
        left -= count;
        if (left <= 0) resolve();
      };
    });
    const fresh = document.createDocumentFragment();
    // Never the same id twice: what is known already is not reported again.
    const name = crypto.randomUUID();
    for (let i = 0; i < 10; i++) fresh.append(renumbered(template.cloneNode(true) as Element, `${name}-${i}`));
    const added = [...fresh.children];
    const start = performance.now();
    list.append(fresh);
    await done;
    times.push(performance.now() - start);
    for (const card of added) card.remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  end.abort();
  return times;
}

function renumbered(card: Element, id: string): Element {
  for (const part of [card, ...card.querySelectorAll('[data-review-id]')]) part.setAttribute('data-review-id', id);
  return card;
}
