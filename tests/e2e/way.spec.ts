import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import type { QueueItem, ReviewView } from '../../lib/contract/index.ts';
import { zhTW } from '../../lib/strings/zh-TW.ts';
import { ask, type Extension } from '../../scripts/browser.ts';
import { saveClinic, whenRead } from '../../scripts/read-page.ts';
import { sampleClinic, samples } from '../../scripts/samples.ts';
import { chips, expect, fixture, pressChip, test } from './harness.ts';
import { pressInsert, select } from './support.ts';

/**
 * The whole way on each site: read → chip → open → findings → draft → guard → copy or insert → stored, and still
 * there after the browser was restarted. Pressed by mouse and keyboard in the built extension, as staff do.
 */
const words = zhTW.review;
const SAMPLE = Object.fromEntries(samples().map((sample) => [sample.site, sample]));

interface Way {
  site: string;
  url: string;
  html: string;
  /** Where the site has a reply box on this page: its selector. Else the draft is copied. */
  box?: string;
}

const WAYS: Way[] = [
  { site: 'google-maps', url: SAMPLE['google-maps']?.url ?? '', html: SAMPLE['google-maps']?.html ?? '' },
  {
    site: 'google-maps',
    url: 'https://www.google.com/local/business/12345/customers/reviews/reply?reviewId=x&hl=zh-TW',
    html: fixture('google-maps/reply-frame.zh-TW.html'),
    box: 'textarea',
  },
  { site: 'facebook', url: SAMPLE.facebook?.url ?? '', html: SAMPLE.facebook?.html ?? '' },
  {
    site: 'facebook',
    url: 'https://www.facebook.com/weiguang.dental/posts/900000000000001',
    html: fixture('facebook/post.zh-TW.html'),
    box: '[data-lexical-editor="true"]',
  },
  { site: 'ptt', url: SAMPLE.ptt?.url ?? '', html: SAMPLE.ptt?.html ?? '' },
  {
    site: 'dcard',
    url: SAMPLE.dcard?.url ?? '',
    html: fixture('dcard/post-with-box.html'),
    box: '[contenteditable="true"]',
  },
];

for (const way of WAYS) {
  test(`${way.site}: ${way.box ? 'insert' : 'copy'}`, async ({ launch, folder }) => {
    const profile = join(folder, 'profile');
    const extension = await launch({ pages: { [way.url]: way.html }, profile });
    await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const clinic = sampleClinic();
    await saveClinic(extension, clinic);
    const page = await extension.open(way.url);

    // read → chip → open
    await expect.poll(() => chips(page).count()).toBeGreaterThan(0);
    const first = await openByChip(extension, page);
    const sidebar = await extension.sidebar(page);
    await expect(
      sidebar.getByRole('region', { name: words.text.label }).or(sidebar.getByLabel(words.text.label)).first(),
    ).toBeVisible();
    await ask(sidebar, 'settings.duty', { person: clinic.people[1] });

    // findings, on the one that matters most
    const view = await whenRead(sidebar);
    expect(view.health?.status).toBe('ok');
    expect(view.items.map(({ key }) => key)).toContain(first);
    const risky = view.items.filter(({ risks }) => risks.some((kind) => kind !== 'praise' && kind !== 'opinion'));
    if (!way.box) {
      expect(risky.length).toBeGreaterThan(0);
      await select(sidebar, risky[0]);
      await expect(sidebar.getByRole('heading', { name: words.findings.title })).toBeVisible();
      await expect(sidebar.locator('mark').first()).toBeVisible();
    }

    // draft → guard
    const answerable = await firstAnswerable(sidebar, view.items, way.box !== undefined);
    await select(sidebar, answerable);
    const field = sidebar.getByLabel(words.draft.label, { exact: true });
    await expect(field).not.toHaveValue('');
    const copy = sidebar.getByRole('button', { name: words.draft.copy, exact: true });
    await expect(copy).toBeEnabled();
    const draft = await field.inputValue();
    await field.fill(`${draft}我們查過您的就診紀錄，您上次遲到。`);
    await expect(copy).toBeDisabled();
    await expect(sidebar.getByRole('button', { name: words.guard.override })).toBeVisible();
    await field.fill(draft);
    await expect(copy).toBeEnabled();

    // copy or insert; never sent
    if (way.box) {
      await pressInsert(sidebar);
      // In exactly one of the site's boxes, exactly once.
      const stands = await page
        .locator(way.box)
        .evaluateAll((boxes) => boxes.map((box) => ('value' in box ? String(box.value) : (box.textContent ?? ''))));
      expect(stands.map(plain).filter((text) => text !== '')).toEqual([plain(draft)]);
    } else {
      await copy.click();
      await expect(sidebar.getByText(words.draft.copied)).toBeVisible();
      expect(plain(await page.evaluate(() => navigator.clipboard.readText()))).toBe(plain(draft));
    }

    // stored, and still there after a restart
    await extension.close();
    const again = await launch({ pages: {}, profile });
    const dashboard = await again.open(`chrome-extension://${again.id}/dashboard.html#queue`);
    const kept = await ask<ReviewView>(dashboard, 'review.get', { key: answerable.key });
    expect(kept.stored).toBe(true);
    const done = kept.decisions.find(({ what }) => what === (way.box ? 'inserted' : 'copied'));
    expect(done).toMatchObject({ text: draft, by: { name: '張經理', role: 'manager' } });
    const list = await ask<{ items: QueueItem[] }>(dashboard, 'store.list', { query: '', filter: 'all', limit: 100 });
    expect(list.items.map(({ key }) => key)).toContain(answerable.key);
  });
}

const plain = (text: string): string => text.replace(/\s+/g, '');

/** Presses the first chip on the page with the mouse; the sidebar opens with that review. Returns its key. */
async function openByChip(extension: Extension, page: Page): Promise<string> {
  await pressChip(page);
  const sidebar = await extension.sidebar(page);
  await expect.poll(async () => (await whenRead(sidebar)).selected).not.toBeNull();
  return (await whenRead(sidebar)).selected ?? '';
}

/** The first review of the page for which a public reply is right at once and none stands yet, and for which the site's box stands open. */
async function firstAnswerable(sidebar: Frame, items: readonly QueueItem[], boxed: boolean): Promise<QueueItem> {
  for (const item of [...items].sort((a, b) => b.priority - a.priority)) {
    if (item.kind === 'item' || item.relevance === 'other' || item.answered) continue;
    const { draft } = await ask<{ draft: { text: string | null; wait?: object } }>(sidebar, 'draft.compose', {
      key: item.key,
      tone: 'warm',
      seed: 1,
    });
    if (draft.text === null || draft.wait) continue;
    if (!boxed) return item;
    const answers = await ask<{ reviewId: string | null }>(sidebar, 'draft.identity', { key: item.key }).catch(
      () => null,
    );
    if (answers && (answers.reviewId === null || item.key.endsWith(`:${answers.reviewId}`))) return item;
  }
  throw new Error('no review of this page can be answered');
}
