import { zhTW } from '../../lib/strings/zh-TW.ts';
import { ask } from '../../scripts/browser.ts';
import { sampleClinic } from '../../scripts/samples.ts';
import { expect, fixture, test } from './harness.ts';
import { ids, openPage, pressInsert, select, stopWorker } from './support.ts';

/** Reviews that do not stand on the page itself: in frames over it, and in a dialog over a feed. */
const words = zhTW.review;
const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, '');

const BUSINESS = 'https://www.google.com/local/business/12345/customers/reviews';
const SEARCH = 'https://www.google.com/search?q=%E5%BE%AE%E5%85%89%E7%89%99%E9%86%AB%E8%A8%BA%E6%89%80';
const framed = (title: string, url: string): string =>
  `<!doctype html><html lang="zh-TW"><meta charset="utf-8"><title>${title}</title><body style="margin:0">
   <iframe src="${url}" style="width:900px;height:700px;border:0"></iframe></body></html>`;

test('Google Search: the reply page in the manager in the results is read, and the draft stands in its box', async ({
  launch,
}) => {
  const reply = `${BUSINESS}/reply?reviewId=x`;
  const open = await openPage(launch, SEARCH, framed('微光牙醫診所 - Google 搜尋', BUSINESS), sampleClinic(), {
    [BUSINESS]: framed('評論', reply),
    [reply]: fixture('google-maps/reply-frame.zh-TW.html'),
  });
  await ids(open, (now) => now.length === 1);
  const view = await open.view();
  expect(view.page?.kind).toBe('reply-frame');
  // The frame of the owner's own pages: nobody else sees them.
  expect(view.items[0]?.relevance).toBe('own');
  await select(open.sidebar, view.items[0]);
  const field = open.sidebar.getByLabel(words.draft.label, { exact: true });
  await expect(field).not.toHaveValue('');
  const draft = await field.inputValue();
  await pressInsert(open.sidebar);
  const frame = open.page.frames().find((candidate) => candidate.url() === reply);
  const box = frame?.locator('textarea');
  expect(plain((await box?.inputValue()) ?? '')).toBe(plain(draft));
  const kept = await open.review(view.items[0]);
  expect(kept.decisions.find(({ what }) => what === 'inserted')?.text).toBe(draft);

  // The frame goes with the site's own ✕, and the worker has restarted since it was read: nothing is listed, and
  // nothing can be written any more.
  await stopWorker(open.extension);
  await ids(open, (now) => now.length === 1);
  await open.page
    .locator('iframe')
    .first()
    .evaluate((element) => element.remove());
  await ids(open, (now) => now.length === 0);
  await expect(
    ask(open.sidebar, 'draft.insert', { key: view.items[0]?.key, text: draft, confirmed: true }),
  ).rejects.toThrow(/page-gone|not-on-page/);
});

test('a reply page in a stranger’s frame between is left alone', async ({ launch }) => {
  const reply = `${BUSINESS}/reply?reviewId=x`;
  const stranger = 'https://widgets.example/frame';
  const open = await openPage(launch, SEARCH, framed('Google 搜尋', stranger), sampleClinic(), {
    [stranger]: framed('stranger', reply),
    [reply]: fixture('google-maps/reply-frame.zh-TW.html'),
  });
  const inner = () => open.page.frames().find((candidate) => candidate.url() === reply);
  await expect.poll(() => inner()?.locator('article').count()).toBe(1);
  await inner()?.locator('textarea').waitFor();
  expect((await open.view()).items).toEqual([]);
  await expect(inner()?.locator('replywell-chip') ?? open.page.locator('none')).toHaveCount(0);
});

const FEED = 'https://www.facebook.com/weiguang.dental';
const POST = 'https://www.facebook.com/weiguang.dental/posts/900000000000001';

test('Facebook: a post’s dialog opens over the feed, is answered in its own box, and the feed is read again', async ({
  launch,
}) => {
  const open = await openPage(launch, FEED, fixture('facebook/timeline.zh-TW.html'), sampleClinic());
  const feed = await ids(open, (now) => now.length > 0);
  expect((await open.view()).page?.kind).toBe('timeline');
  // The site's part: the address changes, and the dialog is hung beside the feed.
  await open.page.evaluate(
    ([to, html]) => {
      history.pushState({}, '', to);
      const whole = new DOMParser().parseFromString(html ?? '', 'text/html');
      const dialog = whole.querySelector('[role="dialog"]');
      if (!dialog) throw new Error('the fixture has no dialog');
      document.querySelector('[id^="mount_"] > div')?.append(document.adoptNode(dialog));
    },
    [POST, fixture('facebook/post.zh-TW.html')] as const,
  );
  await expect.poll(async () => (await open.view()).page?.kind).toBe('post');
  const thread = await ids(open, (now) => now.length > 1 && now.some((key) => !feed.includes(key)));
  // Of the feed behind it nothing but, perhaps, the very post that stands open.
  expect(thread.filter((key) => feed.includes(key)).length).toBeLessThanOrEqual(1);
  const view = await open.view();
  expect(view.url).toBe(POST);

  const box = '[role="dialog"] [data-lexical-editor="true"]';
  let answered = null;
  for (const item of view.items.sort((a, b) => a.order - b.order)) {
    const who = await ask<{ reviewId: string | null }>(open.sidebar, 'draft.identity', { key: item.key }).catch(
      () => null,
    );
    const { draft } = await ask<{ draft: { text: string | null; wait?: object } }>(open.sidebar, 'draft.compose', {
      key: item.key,
      tone: 'warm',
      seed: 1,
    });
    const boxed = who && (who.reviewId === null || item.key.endsWith(`:${who.reviewId}`));
    // The clinic's own post needs no answer.
    if (!boxed || draft.text === null || draft.wait || item.answered || item.relevance === 'other') continue;
    answered = item;
    break;
  }
  await select(open.sidebar, answered ?? undefined);
  const field = open.sidebar.getByLabel(words.draft.label, { exact: true });
  await expect(field).not.toHaveValue('');
  const draft = await field.inputValue();
  await pressInsert(open.sidebar);
  const stands = (await open.page.locator(box).allTextContents()).map(plain).filter((text) => text !== '');
  expect(stands).toEqual([plain(draft)]);

  await open.page.evaluate((to) => {
    history.pushState({}, '', to);
    document.querySelector('[role="dialog"]')?.remove();
  }, FEED);
  await expect.poll(async () => (await open.view()).page?.kind).toBe('timeline');
  expect(await ids(open, (now) => now.length === feed.length)).toEqual(feed);
});
