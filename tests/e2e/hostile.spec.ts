import type { PageView } from '../../lib/contract/index.ts';
import { ask } from '../../scripts/browser.ts';
import { saveClinic, whenRead } from '../../scripts/read-page.ts';
import { sampleClinic, samples } from '../../scripts/samples.ts';
import { chips, expect, test } from './harness.ts';

const [maps] = samples();
if (!maps) throw new Error('no sample');

/** The sample page with a hostile script of its own, which runs before and after ours. */
const hostile = (script: string): string => maps.html.replace(/<head>/i, `<head><script>${script}</script>`);

async function opened(launch: Parameters<Parameters<typeof test>[2]>[0]['launch'], script: string) {
  const extension = await launch({ pages: { [maps?.url ?? '']: hostile(script) }, scripts: true });
  await saveClinic(extension, sampleClinic());
  const page = await extension.open(maps?.url ?? '');
  return { extension, page };
}

test('a page that removes what is ours again and again still has its sidebar in the end, and does not hang', async ({
  launch,
}) => {
  const { extension, page } = await opened(
    launch,
    `new MutationObserver(() => { for (const e of document.querySelectorAll('replywell-chip,replywell-frame')) if ((window.removed = (window.removed || 0) + 1) <= 12) e.remove(); })
      .observe(document, { childList: true, subtree: true });`,
  );
  await extension.pressIcon(page);
  // A frame that is seen before the page has given up may be taken away while we look.
  await page.waitForFunction(() => ((window as { removed?: number }).removed ?? 0) > 12, undefined, {
    timeout: 20_000,
  });
  const sidebar = await extension.sidebar(page);
  const view = await whenRead(sidebar);
  expect(view.items.length).toBeGreaterThan(3);
  expect(view.health?.status).toBe('ok');
});

test('a page that imitates WXT’s own event does not switch us off', async ({ launch }) => {
  const { extension, page } = await opened(launch, '');
  await extension.pressIcon(page);
  const sidebar = await extension.sidebar(page);
  await whenRead(sidebar);
  await page.evaluate((id) => {
    for (const name of [
      `${id}:reviews:wxt:content-script-started`,
      'wxt:content-script-started',
      `${id}:wxt:content-script-started`,
    ]) {
      document.dispatchEvent(new CustomEvent(name, { detail: { contentScriptName: 'reviews', messageId: 'forged' } }));
      window.postMessage({ type: name, contentScriptName: 'reviews', messageId: 'forged' }, '*');
    }
  }, extension.id);
  const card = page.locator('[data-review-id][jslog^="21866"]').first();
  await card.evaluate((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const part of [copy, ...copy.querySelectorAll('[data-review-id]')])
      part.setAttribute('data-review-id', 'after-the-forgery');
    element.parentElement?.append(copy);
  });
  await expect
    .poll(async () => (await ask<PageView>(sidebar, 'page.view', { since: 0 })).items.map(({ key }) => key))
    .toContain('google-maps:after-the-forgery');
});

test('prototypes that the page redefines do not reach our world', async ({ launch }) => {
  const { extension, page } = await opened(
    launch,
    `Element.prototype.querySelector = () => null; Element.prototype.querySelectorAll = () => []; Element.prototype.attachShadow = function () { return window.stolen = document.createElement('div'); };
     Array.prototype.map = () => []; JSON.stringify = () => '{}'; window.chrome = { runtime: { sendMessage() { window.heard = arguments; } } };`,
  );
  await extension.pressIcon(page);
  const sidebar = await extension.sidebar(page);
  const view = await whenRead(sidebar);
  expect(view.items.length).toBeGreaterThan(3);
  expect(
    await page.evaluate(() => [(window as { stolen?: unknown }).stolen, (window as { heard?: unknown }).heard]),
  ).toEqual([undefined, undefined]);
});

test('a page that frames our sidebar itself learns and shows nothing', async ({ launch }) => {
  const { extension, page } = await opened(launch, '');
  await page.evaluate((id) => {
    const frame = document.createElement('iframe');
    frame.src = `chrome-extension://${id}/sidebar.html#00000000-0000-4000-8000-000000000000`;
    frame.id = 'stolen';
    document.body.append(frame);
  }, extension.id);
  const framed = () => page.frames().find((candidate) => candidate.url().includes('/sidebar.html'));
  await expect.poll(() => framed() !== undefined).toBe(true);
  const frame = framed();
  if (!frame) throw new Error('the frame was not allowed at all');
  await expect(frame.getByRole('status')).toBeVisible();
  for (const [type, data] of [
    ['page.view', { since: 0 }],
    ['store.list', { query: '', filter: 'all', limit: 10 }],
    ['settings.get', {}],
    ['sidebar.hello', { nonce: 'guess' }],
  ] as const) {
    await expect(ask(frame, type, data)).rejects.toThrow('not-allowed');
  }
  expect(await frame.locator('[data-key]').count()).toBe(0);
});

test('the page’s layout is the same with and without chips, and none is doubled when it re-renders', async ({
  launch,
}) => {
  const { extension, page } = await opened(launch, '');
  await expect.poll(() => chips(page).count()).toBeGreaterThan(2);
  const cards = page.locator('[data-review-id][jslog^="21866"]');
  const measure = () =>
    cards.evaluateAll((list) => list.map((card) => Math.round(card.getBoundingClientRect().height * 100)));
  const withChips = await measure();
  const count = await chips(page).count();
  // The site draws its list anew: other nodes, the same reviews.
  await cards.first().evaluate((card) => {
    const list = card.parentElement;
    if (!list) return;
    list.innerHTML = list.innerHTML.replace(/<replywell-chip[\s\S]*?<\/replywell-chip>/g, '');
  });
  // More of them may have come into sight meanwhile.
  await expect.poll(() => chips(page).count()).toBeGreaterThanOrEqual(count);
  const perCard = await cards.evaluateAll((list) => list.map((card) => card.querySelectorAll('replywell-chip').length));
  expect(Math.max(...perCard)).toBe(1);
  expect(await measure()).toEqual(withChips);
  await page.evaluate(() => {
    for (const chip of document.querySelectorAll<HTMLElement>('replywell-chip'))
      chip.style.setProperty('display', 'none', 'important');
  });
  expect(await measure()).toEqual(withChips);
  await extension.close();
});
