import { expect, test } from 'vitest';
import { createBackoff } from '../../../lib/page/backoff.ts';
import { addressKey, type Standing, samePage, sameSubject } from '../../../lib/page/identity.ts';
import { mayAct, structureReport } from '../../../lib/page/index.ts';
import { MATCHES } from '../../../lib/sites/matches.ts';
import { contextFor, fakeSite, fill, item } from './fake-site.ts';

const frame = (...origins: string[]): Window =>
  ({ parent: {}, location: { ancestorOrigins: origins } }) as unknown as Window;

test.each<[string, Window, boolean]>([
  ['the page itself', { parent: null } as unknown as Window, true],
  ['the reply frame of the business manager', frame('https://www.google.com'), true],
  ['a frame in a frame of ours', frame('https://business.google.com', 'https://www.google.com'), true],
  ['a plugin on a stranger’s page', frame('https://clinic.example'), false],
  ['a frame of ours on a stranger’s page', frame('https://www.facebook.com', 'https://clinic.example'), false],
  ['a page that looks like ours', frame('https://www.facebook.com.clinic.example'), false],
  ['the same over http', frame('http://www.facebook.com'), false],
  ['where nothing is told', frame(), false],
  ['a browser that does not tell', { parent: {}, location: {} } as unknown as Window, false],
])('%s', (_, window, expected) => {
  if (window.parent === null) Object.assign(window, { parent: window });
  expect(mayAct(window, MATCHES)).toBe(expected);
});

test('this very frame of the test runner is a stranger’s', () => {
  expect(window.parent).not.toBe(window);
  expect(mayAct(window, MATCHES)).toBe(false);
});

const at = (path: string, page: Partial<Standing['page']> = {}): Standing => ({
  page: { site: 'facebook', kind: 'post', title: null, place: null, language: null, ...page },
  url: new URL(path, 'https://www.facebook.com'),
});

test.each<[string, Standing, Standing, boolean]>([
  ['tracking parts', at('/x/posts/1?__cft__[0]=a&__tn__=R'), at('/x/posts/1?fbclid=b'), true],
  ['another post', at('/x/posts/1'), at('/x/posts/2'), false],
  ['another post by parameter', at('/permalink.php?story_fbid=1&id=2'), at('/permalink.php?story_fbid=3&id=2'), false],
  ['the same, in another order', at('/permalink.php?story_fbid=1&id=2'), at('/permalink.php?id=2&story_fbid=1'), true],
  ['another kind', at('/x'), at('/x', { kind: 'timeline' }), false],
  [
    'a name that came later',
    at('/x', { kind: 'place', place: { id: '1' } }),
    at('/x', { kind: 'place', place: { id: '1', name: '診所' } }),
    true,
  ],
  ['an id that came later', at('/x', { kind: 'place' }), at('/x', { kind: 'place', place: { id: '1' } }), true],
  [
    'another place at the same address',
    at('/x', { kind: 'place', place: { id: '1' } }),
    at('/x', { kind: 'place', place: { id: '2' } }),
    false,
  ],
  [
    'posts of one page are each their own',
    at('/x/posts/1', { place: { id: '1' } }),
    at('/x/posts/2', { place: { id: '1' } }),
    false,
  ],
])('same page or not: %s', (_, a, b, expected) => {
  expect(samePage(a, b)).toBe(expected);
});

test('another tab of the same place is another page about the same', () => {
  const [a, b] = [
    at('/a', { kind: 'place', place: { id: '1' } }),
    at('/b', { kind: 'place-overview', place: { id: '1' } }),
  ];
  expect([samePage(a, b), sameSubject(a, b)]).toEqual([false, true]);
  expect(addressKey(new URL('https://a.example/x?utm_source=1#top'))).toBe('https://a.example/x?');
});

test('five mends in five seconds, then rests that double, and a fresh start after quiet', () => {
  let time = 1_000_000;
  const backoff = createBackoff(() => time);
  const tries = (count: number): number => Array.from({ length: count }, () => backoff.allow()).filter(Boolean).length;
  expect(tries(100)).toBe(5);
  expect(backoff.rest()).toBe(5_000);
  time += 4_999;
  expect(tries(100)).toBe(0);
  time += 1;
  expect(tries(100)).toBe(5);
  expect(backoff.rest()).toBe(10_000);
  time += 600_000;
  expect(tries(100)).toBe(5);
  expect(backoff.rest()).toBe(5_000);
  // Now and then is no fight.
  time += 600_000;
  for (let n = 0; n < 50; n++) {
    time += 1_001;
    expect(backoff.allow()).toBe(true);
  }
});

test('the structure report holds names of tags and attributes, and nothing of anyone', () => {
  const adapter = fakeSite();
  const secret = ['王小明', '林診所', '0912345678', 'wang@example.com', 'token9f8e7d'];
  const card = fill(document.createElement('div'), item(1, { author: secret[0], text: secret[1] }));
  card.setAttribute('role', 'article');
  card.setAttribute('aria-label', `${secret[0]} 的評論`);
  card.setAttribute('jslog', '21866; track:click; 王小明');
  card.setAttribute('data-0912345678', '');
  card.setAttribute('title', secret[3]!);
  const link = document.createElement('a');
  link.href = `https://x.example/user/${secret[4]}`;
  link.setAttribute('role', secret[0]!);
  const odd = document.createElement('x-token9f8e7d');
  odd.append(secret[2]!, document.createComment(secret[1]!));
  card.append(link, odd);
  const around = document.createElement('section');
  around.setAttribute('aria-labelledby', 'x');
  around.dataset.page = secret[1];
  around.append(card, secret[2]!);
  document.body.append(around);
  const problems = [{ field: 'author', selector: '.author', count: 2 }];
  const report = structureReport(document, adapter, contextFor(adapter), { status: 'degraded', problems });
  for (const word of [...secret, '9f8e7d', '訪客', 'x.example']) expect(report).not.toContain(word);
  expect(report).toContain('google-maps, place, degraded');
  expect(report).toContain('problem: author (.author) ×2');
  expect(report).toContain('^ section aria-labelledby data-page');
  expect(report).toMatch(/div aria-label class \(name\) data-review-id jslog=21866 role=article title/);
  expect(report).toContain('a href role');
});

test('the report of a large page is short, and one without cards tells of the body', () => {
  const adapter = fakeSite();
  for (let n = 0; n < 2_000; n++) document.body.append(document.createElement('p'));
  const health = { status: 'broken' as const, problems: [] };
  const report = structureReport(document, adapter, contextFor(adapter), health);
  expect(report).toContain('no cards');
  expect(report.split('\n').length).toBeLessThanOrEqual(401);
});
