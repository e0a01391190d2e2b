import { describe, expect, test } from 'vitest';
import { ADDRESS, CAPTURES, capture, capturesHere, healthOf, pageOf, readAll } from './google-maps-page.ts';

/** Only counts and shapes are asserted: no word of a real person stands in the project. */
describe.skipIf(!capturesHere)('captures of real pages (skipped: no ../shared/captures)', () => {
  for (const { name, address, cards } of CAPTURES) {
    test(`${name}: ${cards} reviews, each whole, page healthy`, async () => {
      const page = pageOf(await capture(name), address);
      const readings = readAll(page);
      expect(new Set(readings.map(({ review }) => review.id)).size).toBe(cards);
      expect(readings).toHaveLength(cards);
      expect(healthOf(page, readings)).toEqual({ status: 'ok', problems: [] });
      for (const { review } of readings) {
        expect(review.author.id).toMatch(/^\d{15,}$/);
        expect(review.author.name).not.toBe('');
        expect(review.rating).toBeGreaterThanOrEqual(1);
        expect(review.postedAt.iso).not.toBeNull();
        expect(review.text).not.toMatch(/(More|See more|Like|Share)$/);
      }
    });
  }

  test('the growing list keeps its first ten', async () => {
    const ids = async (name: string) =>
      readAll(pageOf(await capture(name), ADDRESS.place)).map(({ review }) => review.id);
    expect((await ids('50cards')).slice(0, 10)).toEqual(await ids('10cards'));
  });

  test('counts of the 50 cards as the reference gives them', async () => {
    const html = await capture('50cards');
    const reviews = readAll(pageOf(html, ADDRESS.place)).map(({ review }) => review);
    const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0;
    expect(reviews.filter((review) => review.ownerReply).length).toBe(count(/class="CDe7pd"/g));
    expect(reviews.filter((review) => review.collapsed).length).toBe(count(/jslog="63707;/g));
    expect(reviews.filter((review) => review.translated).length).toBe(count(/jslog="170842;/g));
    expect(reviews.filter((review) => review.text !== '').length).toBe(count(/class="MyEned"/g));
    expect(reviews.filter((review) => review.edited).length).toBe(count(/>Edited [^<]* ago</g));
  });

  test('features of the picked cards', async () => {
    const html = await capture('cards-by-feature');
    const names = [...html.matchAll(/<!-- card #\d+: ([^>]*) -->/g)].map(([, features]) => features ?? '');
    const reviews = readAll(pageOf(html, ADDRESS.place)).map(({ review }) => review);
    expect(names).toHaveLength(reviews.length);
    names.forEach((features, index) => {
      const review = reviews[index];
      const has = (feature: string) => new RegExp(`\\b${feature}\\b`).test(features);
      expect(review?.ownerReply !== null, features).toBe(has('owner'));
      expect(review?.translated, features).toBe(has('translated'));
      expect(review?.edited, features).toBe(has('edited'));
      expect(review?.text === '', features).toBe(has('notext'));
      expect(review?.author.badges.includes('New'), features).toBe(has('new'));
      expect(review?.counts.likes === undefined, features).toBe(has('nolike'));
      expect((review?.counts.likes ?? 0) > 0, features).toBe(has('likes'));
      expect(review?.rating === 1, features).toBe(has('1star'));
      expect((review?.photos ?? 0) > 4, features).toBe(has('morephotos'));
    });
  });
});
