import { afterEach, describe, expect, test } from 'vitest';
import type { Review } from '../../../lib/contract/index.ts';
import { closeFrames, frameOf, read } from './facebook-pages.ts';

const fixtures = import.meta.glob('../../fixtures/facebook/{group,post,reviews,timeline}.*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;
const captures = import.meta.glob('../../../../shared/captures/facebook/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;

const ADDRESSES: Record<string, string> = {
  reviews: 'https://www.facebook.com/weiguang.dental/reviews',
  timeline: 'https://www.facebook.com/weiguang.dental',
  post: 'https://www.facebook.com/weiguang.dental/posts/pfbid0DialogFixture',
  group: 'https://www.facebook.com/groups/226000000000001/',
};
const nameOf = (path: string): string => path.split('/').at(-1) ?? path;
const addressFor = (path: string): string =>
  ADDRESSES[nameOf(path).split(/[.-]/)[0] ?? ''] ?? 'https://www.facebook.com/';

/** Each family of anchors, taken away as a site's update would. */
const FAMILIES: Record<string, (html: string) => string> = {
  'rendering roles': (html) => html.replaceAll('data-ad-rendering-role', 'data-renamed'),
  'message previews': (html) =>
    html.replaceAll('data-ad-comet-preview', 'data-p').replaceAll('data-ad-preview', 'data-q'),
  positions: (html) => html.replaceAll('aria-posinset', 'data-pos'),
  roles: (html) => html.replace(/(\s)role="/g, '$1data-role="'),
  labels: (html) => html.replace(/(\s)aria-label="/g, '$1data-label="'),
  'comment numbers': (html) => html.replaceAll('comment_id=', 'c=').replaceAll(/comment_id%3D/gi, 'c%3D'),
  'links to posts': (html) => html.replaceAll('/posts/', '/p0sts/').replaceAll('story_fbid', 'sfb'),
};
const essence = (r: Review) => [r.kind, r.id, r.text, r.author.name, r.parent, r.recommends, r.collapsed].join('¦');

afterEach(closeFrames);

describe.each(Object.entries({ ...fixtures, ...captures }).map(([path, html]) => [nameOf(path), path, html] as const))(
  '%s',
  (_, path, html) => {
    const names = Object.keys(FAMILIES);
    const pairs = names.flatMap((a, i) => names.slice(i).map((b) => (a === b ? [a] : [a, b])));

    test('without each family of anchors, alone and in pairs: the same reviews, or said to be degraded or broken', () => {
      const whole = read(frameOf(html), addressFor(path));
      expect(whole.reviews.length).toBeGreaterThan(0);
      for (const gone of pairs) {
        const stripped = gone.reduce((text, name) => FAMILIES[name]!(text), html);
        const { reviews, health } = read(frameOf(stripped), addressFor(path));
        const same = JSON.stringify(reviews.map(essence)) === JSON.stringify(whole.reviews.map(essence));
        expect(
          health.status !== 'ok' || same,
          `${gone.join(' + ')}: ${health.status}, ${reviews.length} of ${whole.reviews.length}`,
        ).toBe(true);
        closeFrames();
      }
    });

    test('all classes renamed: the same', () => {
      const whole = read(frameOf(html), addressFor(path));
      const stripped = read(
        frameOf(
          html.replace(/\sclass="([^"]*)"/g, (_all, names: string) => ` class="${names.replace(/\bx(?!o\d)/g, 'y')}"`),
        ),
        addressFor(path),
      );
      expect(stripped.reviews.map(essence)).toEqual(whole.reviews.map(essence));
      expect(stripped.health).toEqual(whole.health);
    });

    test('one unit that changed among others is not passed over in silence', () => {
      const inside = frameOf(html);
      const whole = read(inside, addressFor(path));
      const card = whole.cards.find((each) => each.querySelector('[data-ad-rendering-role="profile_name"]'));
      if (!card) return;
      for (const part of card.querySelectorAll('[data-ad-rendering-role]'))
        part.removeAttribute('data-ad-rendering-role');
      const { reviews, health } = read(inside, addressFor(path));
      expect(reviews.length === whole.reviews.length || health.status === 'broken').toBe(true);
      expect(health.status).not.toBe('ok');
    });
  },
);

describe('captures', () => {
  test.skipIf(Object.keys(captures).length === 0)('known counts (skipped where the shared captures are absent)', () => {
    const counts = Object.fromEntries(
      Object.entries(captures).map(([path, html]) => {
        const { reviews, health } = read(frameOf(html), addressFor(path));
        closeFrames();
        return [
          nameOf(path),
          [
            reviews.filter((r) => r.kind === 'post').length,
            reviews.filter((r) => r.kind === 'comment').length,
            health.status,
          ],
        ];
      }),
    );
    expect(counts).toMatchObject({
      'post-logged-out-2025-06-en-10comments.html': [1, 10, 'ok'],
      'feed-unit-logged-in-2026-03-en.html': [1, 0, 'ok'],
      'reconstructed-zh-TW-houseflow-2026-09.html': [2, 1, 'degraded'],
    });
  });

  test.skipIf(Object.keys(captures).length === 0)('a scrambled time without its styles is unknown, not garbage', () => {
    const path = Object.keys(captures).find((each) => each.includes('feed-unit'))!;
    expect(read(frameOf(captures[path]!), 'https://www.facebook.com/').reviews[0]?.postedAt).toEqual({
      shown: '',
      iso: null,
      precision: 'unknown',
    });
  });
});
