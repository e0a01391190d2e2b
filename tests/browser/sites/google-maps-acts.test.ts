import { afterEach, describe, expect, test } from 'vitest';
import { googleMaps } from '../../../lib/sites/google-maps.ts';
import { adapterFor } from '../../../lib/sites/registry.ts';
import { ADDRESS, contextOf, fixture, healthOf, pageOf, readAll } from './google-maps-page.ts';

/** The page in a frame of its own, laid out: for what has a place on the screen. */
function shown(html: string, address: string) {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 1280px; height: 800px; border: 0';
  document.body.append(frame);
  const inner = frame.contentDocument as Document;
  inner.open();
  inner.write(html);
  inner.close();
  return contextOf(inner, address);
}
afterEach(() => {
  for (const frame of document.querySelectorAll('iframe')) if (!frame.name) frame.remove();
});

describe('what page it is', () => {
  const kind = (address: string, html = '<p></p>') => pageOf(html, address).kind;
  test.each([
    ['https://www.google.com/maps', 'leave-alone'],
    ['https://www.google.com/maps/@25.04,121.55,15z', 'leave-alone'],
    ['https://www.google.com/maps/dir/a/b/@25,121,10z', 'leave-alone'],
    ['https://www.google.com/maps/search/%E7%89%99%E9%86%AB/@25,121,14z', 'leave-alone'],
    ['https://www.google.com/maps/contrib/101234567890123456789/reviews', 'leave-alone'],
    [ADDRESS.place, 'place'],
    [ADDRESS.overview, 'place-overview'],
    ['https://www.google.com/maps?cid=7862145678901234567', 'place-overview'],
    ['https://www.google.com/search?q=x', 'unknown'],
    [ADDRESS.search, 'search-dialog'],
    [ADDRESS.manager, 'manager'],
    [ADDRESS.replyTo('Ci9DQUlRQUNvZENodHljRjlvT2lqtpYy'), 'reply-frame'],
    ['https://business.google.com/locations', 'unknown'],
  ])('%s is %s', (address, expected) => {
    expect(kind(address)).toBe(expected);
    expect(adapterFor(new URL(address))?.id).toBe('google-maps');
  });

  test('the open tab outweighs the address, whatever its position', () => {
    expect(kind(ADDRESS.overview, fixture('place.en'))).toBe('place');
    expect(kind(ADDRESS.place, fixture('place-overview.en'))).toBe('place-overview');
  });

  test('a dialog over Google Search is noticed without its address', () => {
    expect(kind('https://www.google.com/search?q=x', fixture('search-dialog.en'))).toBe('search-dialog');
    expect(kind('https://www.google.com/search?q=x', '<a href="/maps/contrib/1">x</a>')).toBe('unknown');
  });

  test('place, name and language', () => {
    const id = '0x3442abc0d1e2f345:0x6d1c9ab2e4f50718';
    expect(pageOf(fixture('place.zh-TW'), ADDRESS.place)).toMatchObject({
      title: '微光牙醫診所',
      place: { id, name: '微光牙醫診所' },
      language: 'zh-TW',
    });
    expect(pageOf('<html lang="en-ID"><p></p>', ADDRESS.place)).toMatchObject({
      place: { id, name: '微光牙醫診所' },
      language: 'en',
    });
    expect(pageOf('', 'https://www.google.com/maps?cid=255').place).toEqual({ id: '0x0:0xff' });
    expect(pageOf(fixture('search-dialog.en'), ADDRESS.search).place).toEqual({ id, name: 'Weiguang Dental Clinic' });
    expect(pageOf('', 'https://www.google.com/search?q=x#lrd=0x0:0x0,1').place).toBeNull();
    expect(pageOf('', 'https://www.google.com/maps/place/%E0%A4%A/@1,2,3z').place).toEqual({ name: '%E0%A4%A' });
  });

  test('nothing to read is not broken', () => {
    expect(healthOf(pageOf('<p></p>', ADDRESS.place)).status).toBe('ok');
    expect(healthOf(pageOf('<p></p>', 'https://www.google.com/maps')).status).toBe('not-applicable');
    expect(healthOf(pageOf('<p></p>', 'https://www.google.com/search?q=x')).status).toBe('not-applicable');
  });
});

describe('cards', () => {
  test('every node of a card leads to it, and nodes between cards to none', () => {
    for (const name of ['place.zh-TW', 'split.zh-TW', 'search-dialog.zh-TW', 'manager.zh-TW']) {
      const address = name.startsWith('search')
        ? ADDRESS.search
        : name.startsWith('m')
          ? ADDRESS.manager
          : ADDRESS.place;
      const page = pageOf(fixture(name), address);
      const cards = googleMaps.cards(page.document, page);
      for (const card of cards) {
        for (const node of card.querySelectorAll('*')) expect(googleMaps.cardOf(node, page)).toBe(card);
        // A part that was drawn anew leads to its card, not to a smaller one.
        const part = card.querySelector('div');
        expect(part && googleMaps.cards(part, page)).toEqual([card]);
        expect(googleMaps.cards(card, page)).toEqual([card]);
      }
      expect(googleMaps.cardOf(page.document.body, page)).toBeNull();
    }
  });

  test('the body of a split card leads to its header', () => {
    const page = pageOf(fixture('split.zh-TW'), ADDRESS.place);
    const [first] = googleMaps.cards(page.document, page);
    const body = first?.nextElementSibling?.querySelector('[lang]');
    expect(body && googleMaps.cardOf(body, page)).toBe(first);
  });

  test('ten more cost only themselves: an added piece gives its own cards', () => {
    const page = pageOf(fixture('place.zh-TW'), ADDRESS.place);
    const list = googleMaps.cards(page.document, page)[0]?.parentElement as Element;
    const piece = page.document.createElement('div');
    piece.append(...[...list.children].slice(-9));
    list.append(piece);
    expect(googleMaps.cards(piece, page).length).toBe(piece.querySelectorAll(':scope > [data-review-id]').length);
  });
});

describe('the more button', () => {
  test('is the review’s own, and only while something is held back', () => {
    const page = pageOf(fixture('place.zh-TW'), ADDRESS.place);
    const cards = googleMaps.cards(page.document, page);
    const buttons = cards.map((card) => googleMaps.expandButton(card, page));
    expect(buttons.map((button) => button?.getAttribute('jslog')?.slice(0, 5) ?? null)).toEqual(
      readAll(page).map(({ review }) => (review.collapsed ? '63707' : null)),
    );
    expect(buttons.filter(Boolean).length).toBe(2);
  });

  test('pressed, the text is read whole and is no longer collapsed', () => {
    const page = pageOf(fixture('place.zh-TW'), ADDRESS.place);
    const card = googleMaps.cards(page.document, page)[6] as Element;
    const button = googleMaps.expandButton(card, page) as HTMLElement;
    const [before] = googleMaps.read(card, page);
    // What the site does on a click.
    const words = button.closest('[lang]')?.firstElementChild as Element;
    words.textContent = (words.textContent ?? '').replace(/ …$/, '') + button.dataset.fixtureFull;
    button.setAttribute('aria-expanded', 'true');
    const [after] = googleMaps.read(card, page);
    expect(before?.review.collapsed).toBe(true);
    expect(after?.review.collapsed).toBe(false);
    expect(after?.review.text).toMatch(/躺在椅子上才問要不要做。$/);
    expect(after?.review.text).not.toContain('全文');
    expect(after?.review.id).toBe(before?.review.id);
    expect(googleMaps.expandButton(card, page)).toBeNull();
  });

  test('is never the owner’s, the menu’s or the photos’, with jslog and jsaction gone too', () => {
    const page = pageOf(fixture('place.zh-TW'), ADDRESS.place);
    for (const element of page.document.querySelectorAll('[jslog], [jsaction]')) {
      element.removeAttribute('jslog');
      element.removeAttribute('jsaction');
    }
    const cards = googleMaps.cards(page.document, page);
    expect(cards.flatMap((card, i) => (googleMaps.expandButton(card, page) ? [i] : []))).toEqual([6, 9]);
    for (const card of cards) expect(googleMaps.expandButton(card, page)?.closest('.CDe7pd') ?? null).toBeNull();
  });

  test('in the dialog of Google Search', () => {
    const page = pageOf(fixture('search-dialog.zh-TW'), ADDRESS.search);
    const labels = googleMaps
      .cards(page.document, page)
      .map((card) => googleMaps.expandButton(card, page)?.textContent ?? null);
    expect(labels).toEqual([null, null, '更多', null, null, null]);
  });
});

describe('the chip', () => {
  for (const name of ['place.zh-TW', 'place.en', 'hotel.zh-TW', 'split.zh-TW', 'search-dialog.zh-TW'] as const) {
    test(`${name}: moves nothing, and is not in the action row`, () => {
      const page = shown(fixture(name), name.startsWith('search') ? ADDRESS.search : ADDRESS.place);
      const before = readAll(page).map(({ review }) => review);
      const boxes = () =>
        [...page.document.querySelectorAll('body *:not(.chip)')].map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return `${x},${y},${width},${height}`;
        });
      const were = boxes();
      for (const card of googleMaps.cards(page.document, page)) {
        const place = googleMaps.chipPlace(card, '', page);
        const chip = page.document.createElement('span');
        chip.className = 'chip';
        chip.style.cssText = 'position: absolute; width: 60px; height: 24px';
        expect(place?.parent.closest('.Upo0Ec, .svzjne')).toBeNull();
        place?.parent.insertBefore(chip, place.before);
        expect(googleMaps.cardOf(chip, page)).toBe(card);
      }
      expect(boxes()).toEqual(were);
      // Our own chip changes nothing of what is read.
      expect(readAll(page).map(({ review }) => review)).toEqual(before);
      expect(healthOf(page).status).toBe('ok');
    });
  }
});

describe('the owner’s box', () => {
  const ID = 'Ci9DQUlRQUNvZENodHljRjlvT2aKl3b0CncvyyY4yxbUmkASlT6gAWkP7TV9zEQz0dAB';
  test('answers the review of the frame, with the name it posts as where the page tells', () => {
    const page = pageOf(fixture('reply-frame.zh-TW'), ADDRESS.replyTo('Ci9DQUlRQUNvZENodHljRjlvT2lqtpYy'));
    const [reading] = readAll(page);
    const box = googleMaps.replyBox?.(page.document, null, reading?.review.id ?? '', page);
    expect(box).toMatchObject({ postsAs: '微光牙醫診所', maxLength: 4000, reviewId: reading?.review.id });
    expect(box?.element.tagName).toBe('TEXTAREA');
    expect(reading?.review).toMatchObject({ author: { name: '阿慈' }, rating: 1, postedAt: { shown: '3 天前' } });
    expect(healthOf(page).status).toBe('ok');
  });

  test('after sending, the frame shows the next review under the old address: no box rather than the wrong one', () => {
    const page = pageOf(fixture('reply-frame.en'), ADDRESS.replyTo(ID));
    expect(googleMaps.replyBox?.(page.document, null, ID, page)?.reviewId).toBe(ID);
    expect(readAll(page)[0]?.review.id).toBe(ID);
    const name = page.document.querySelector('.PskQHd') as Element;
    name.textContent = 'Someone Else';
    expect(googleMaps.replyBox?.(page.document, null, ID, page)).toBeNull();
    expect(readAll(page)).toEqual([]);
    expect(healthOf(page).status).toBe('broken');
  });

  test('the page’s data names the review that the frame moved on to', () => {
    const page = pageOf(fixture('reply-frame.zh-TW'), ADDRESS.replyTo(ID));
    expect(readAll(page)[0]?.review.id).not.toBe(ID);
    (page.document.querySelector('.PskQHd') as Element).textContent = '別人';
    expect(googleMaps.replyBox?.(page.document, null, ID, page)).toBeNull();
  });

  test('in the list it belongs to the review it stands under', () => {
    const page = pageOf(fixture('manager.zh-TW'), ADDRESS.manager);
    const cards = googleMaps.cards(page.document, page);
    expect(googleMaps.replyBox?.(page.document, cards[1] as Element, '', page)).toBeNull();
    const box = page.document.createElement('textarea');
    box.setAttribute('jsname', 'YPqjbf');
    cards[1]?.after(box);
    const ids = readAll(page).map(({ review }) => review.id);
    expect(googleMaps.replyBox?.(page.document, cards[1] as Element, '', page)?.reviewId).toBe(ids[1]);
  });

  test('the place page has none: the box opens in a frame of its own', () => {
    const page = pageOf(fixture('place.zh-TW'), ADDRESS.place);
    page.document.body.append(page.document.createElement('textarea'));
    expect(googleMaps.replyBox?.(page.document, null, '', page)).toBeNull();
  });
});

describe('bad input', () => {
  test('a million characters, bidirectional and zero-width ones are kept as they are', () => {
    const page = pageOf(fixture('place.en'), ADDRESS.place);
    const words = page.document.querySelector('.wiI7pd') as Element;
    const text = `\u202e差\u200b評${'長'.repeat(1_000_000)}`;
    words.textContent = text;
    expect(readAll(page)[0]?.review.text).toBe(text);
  });

  test('no broken piece makes reading throw', () => {
    const html = fixture('place.zh-TW');
    for (let cut = 20_000; cut < html.length; cut += 997) {
      const page = pageOf(html.slice(0, cut), ADDRESS.place);
      expect(() => healthOf(page, readAll(page))).not.toThrow();
    }
  });

  test('a list that is drawn anew is read anew, nothing is held', () => {
    const page = pageOf(fixture('place.zh-TW'), ADDRESS.place);
    const before = readAll(page).map(({ review }) => review.id);
    const list = googleMaps.cards(page.document, page)[0]?.parentElement as Element;
    const html = list.innerHTML;
    list.innerHTML = '';
    expect(readAll(page)).toEqual([]);
    list.innerHTML = html;
    expect(readAll(page).map(({ review }) => review.id)).toEqual(before);
  });
});
