import { expect, test, vi } from 'vitest';
import { expand, showReview } from '../../../lib/page/index.ts';
import { contextFor, fakeSite, fill, item, items, lifetime, makeCard, makeList, pageStyle } from './fake-site.ts';

test('scrolls the review into view, also in a list of its own, and outlines it without a trace', async () => {
  pageStyle('.list { height: 200px; overflow: auto; margin-top: 3000px } .card { height: 80px; overflow: hidden }');
  const list = makeList(items(100));
  const card = list.children[70] as HTMLElement;
  const [before, height] = [card.cloneNode(true), document.documentElement.scrollHeight];
  const shown = showReview(card, { document, signal: lifetime().signal });
  const [animation] = card.getAnimations();
  animation?.pause();
  await shown;
  const [rect, frame] = [card.getBoundingClientRect(), list.getBoundingClientRect()];
  expect(rect.top).toBeGreaterThanOrEqual(frame.top);
  expect(rect.bottom).toBeLessThanOrEqual(frame.bottom);
  expect(rect.bottom).toBeLessThanOrEqual(innerHeight);
  expect(getComputedStyle(card).outlineStyle).toBe('solid');
  expect(card.isEqualNode(before)).toBe(true);
  expect(document.documentElement.scrollHeight).toBe(height);
  expect(animation?.effect?.getComputedTiming().duration).toBe(3_000);
  animation?.finish();
  expect(getComputedStyle(card).outlineStyle).toBe('none');
});

test('reduced motion: there at once, and no fading', async () => {
  vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList);
  const scroll = vi.spyOn(Element.prototype, 'scrollIntoView');
  const card = makeList(items(1)).children[0] as HTMLElement;
  await showReview(card, { document, signal: lifetime().signal });
  expect(scroll).toHaveBeenCalledWith(expect.objectContaining({ behavior: 'instant' }));
  vi.restoreAllMocks();
});

test('the outline goes with the script, and a review that is gone is no error', async () => {
  const card = makeList(items(1)).children[0] as HTMLElement;
  const life = lifetime();
  await showReview(card, { document, signal: life.signal });
  life.abort();
  expect(card.getAnimations()).toEqual([]);
  card.remove();
  await showReview(card, { document, signal: lifetime().signal });
});

test('expands by the site’s own button, pressed once', async () => {
  const card = makeList([item(1, { collapsed: true })]).children[0] as HTMLElement;
  const pressed = vi.fn();
  card.addEventListener('click', pressed);
  const adapter = fakeSite();
  expect(await expand(adapter, card, contextFor(adapter), lifetime().signal)).toBe(true);
  expect(pressed).toHaveBeenCalledTimes(1);
  expect(card.querySelector('.text')?.textContent).toBe(item(1).text);
  // Whole already: nothing to press.
  expect(await expand(adapter, card, contextFor(adapter), lifetime().signal)).toBe(true);
  expect(pressed).toHaveBeenCalledTimes(1);
});

test('expands a card that the site renders anew, later', async () => {
  const list = makeList([item(1, { collapsed: true })]);
  const card = list.children[0] as HTMLElement;
  const more = card.querySelector('.more')!;
  more.replaceWith(more.cloneNode(true));
  card.querySelector('.more')!.addEventListener('click', () => {
    setTimeout(() => list.replaceChildren(makeCard(item(1))), 50);
  });
  const adapter = fakeSite();
  const again = () => list.querySelector('.card');
  expect(await expand(adapter, card, contextFor(adapter), lifetime().signal, again)).toBe(true);
});

test('no button, or an end of the script: not expanded, and nothing hangs', async () => {
  const adapter = fakeSite({ expandButton: () => null });
  const card = fill(document.createElement('div'), item(1, { collapsed: true }));
  document.body.append(card);
  expect(await expand(adapter, card, contextFor(adapter), lifetime().signal)).toBe(false);
  const dead = fakeSite({ expandButton: () => document.createElement('button') });
  const life = lifetime();
  const pending = expand(dead, card, contextFor(dead), life.signal);
  life.abort();
  expect(await pending).toBe(false);
});
