import type { ReviewView, SettingsView } from '../../lib/contract/index.ts';
import { model as words } from '../../lib/strings/zh-TW/model.ts';
import { zhTW } from '../../lib/strings/zh-TW.ts';
import { ask } from '../../scripts/browser.ts';
import { whenRead } from '../../scripts/read-page.ts';
import { replyJson, startModelServer } from '../fixtures/model-server.ts';
import { beside, box, choose, expect, openByKey, openReview, originOf, PLACE, test } from './model-support.ts';
import { backup, stopWorker } from './support.ts';

/** Drafts, keys and answers through the deaths of pages and workers. */
const CONTENT = replyJson([{ purpose: 'thanks', text: '您好，謝謝您留下意見。' }]);
const chosen = (url: string) => ({ on: true, provider: 'ollama', baseUrl: url, model: 'test-model' }) as const;

test('the sidebar taken out of the page while a model writes: the typed text is there again', async ({
  launch,
  server,
  allowed,
}) => {
  const extension = await launch({ pages: { [PLACE.url]: PLACE.html }, build: allowed, reach: [originOf(server)] });
  await choose(extension, chosen(server.url));
  const { page, sidebar, key } = await openReview(extension);
  await box(sidebar).fill('寫了一半的話');
  server.script({ do: 'slow', content: CONTENT });
  await sidebar.getByRole('button', { name: words.bar.write }).click();
  await server.waiting();
  await page.reload();
  server.release();
  const again = await extension.sidebar(page);
  await whenRead(again);
  await openByKey(again, key);
  await expect(box(again)).toHaveValue('寫了一半的話');
});

test('the worker killed between strokes, the page gone after them: every stroke is there', async ({ launch }) => {
  const extension = await launch({ pages: { [PLACE.url]: PLACE.html } });
  const { page, sidebar, key } = await openReview(extension);
  await box(sidebar).fill('');
  await box(sidebar).pressSequentially('第一段。');
  await stopWorker(extension);
  await box(sidebar).pressSequentially('第二段。');
  // Kept by a worker that was started for it; then the tab is gone.
  const watcher = await extension.open(`chrome-extension://${extension.id}/dashboard.html#queue`);
  await expect.poll(async () => (await ask<ReviewView>(watcher, 'review.get', { key })).typed).toBe('第一段。第二段。');
  await page.close({ runBeforeUnload: false });
  const second = await extension.open(PLACE.url);
  const again = await extension.sidebar(second);
  await whenRead(again);
  await openByKey(again, key);
  await expect(box(again)).toHaveValue('第一段。第二段。');
});

test('two reviews in two tabs at once: each model writes into its own box', async ({ launch, allowed }) => {
  const one = await startModelServer();
  try {
    const extension = await launch({ pages: { [PLACE.url]: PLACE.html }, build: allowed, reach: [originOf(one)] });
    await choose(extension, chosen(one.url));
    const first = await openReview(extension, 0);
    const second = await beside(extension, await extension.open(PLACE.url), 1);
    expect(second.key).not.toBe(first.key);
    await box(first.sidebar).fill('甲的字');
    one.script({ do: 'slow', content: replyJson([{ purpose: 'thanks', text: '您好，謝謝您留下意見。' }]) });
    await first.sidebar.getByRole('button', { name: words.bar.write }).click();
    await one.waiting();
    one.script({ do: 'say', content: replyJson([{ purpose: 'thanks', text: '謝謝您留下意見。' }]) });
    await second.sidebar.getByRole('button', { name: words.bar.write }).click();
    await expect(box(second.sidebar)).toHaveValue(/^謝謝您留下意見。/);
    await expect(first.sidebar.getByRole('button', { name: words.bar.stop })).toBeVisible();
    one.release();
    await expect(box(first.sidebar)).toHaveValue(/^您好，謝謝您留下意見。/);
    await expect(box(second.sidebar)).toHaveValue(/^謝謝您留下意見。/);
    await first.sidebar.getByText('先前打過的內容（1）').click();
    await first.sidebar.getByRole('button', { name: zhTW.review.draft.earlierBack }).click();
    await expect(box(first.sidebar)).toHaveValue('甲的字');
  } finally {
    await one.close();
  }
});

test('the same review in two places: neither text is written over', async ({ launch }) => {
  const extension = await launch({ pages: { [PLACE.url]: PLACE.html } });
  const { sidebar, key } = await openReview(extension);
  const dashboard = await extension.open(`chrome-extension://${extension.id}/dashboard.html#queue`);
  const { review } = await ask<ReviewView>(sidebar, 'review.get', { key });
  await dashboard
    .locator(`[data-key="${key}"], [role="option"], li button`)
    .getByText(review.author.name)
    .first()
    .click();
  const there = dashboard.locator('textarea[aria-label="回覆內容"]');
  await expect(there).not.toHaveValue('');
  await box(sidebar).fill('側欄打的');
  await expect.poll(async () => (await ask<ReviewView>(sidebar, 'review.get', { key })).typed).toBe('側欄打的');
  await there.fill('案頭打的');
  await expect.poll(async () => (await ask<ReviewView>(sidebar, 'review.get', { key })).typed).toBe('案頭打的');
  expect(await ask<{ text: string }[]>(sidebar, 'draft.earlier', { key })).toMatchObject([{ text: '側欄打的' }]);
});

test('the settings page: switched on, key sealed, tested; no key where it should not be', async ({
  launch,
  allowed,
}) => {
  const KEY = 'k-e2e-not-a-real-key';
  const server = await startModelServer({ key: KEY, models: ['alpha', 'beta'] });
  try {
    server.script({ do: 'say', content: CONTENT });
    const extension = await launch({ pages: { [PLACE.url]: PLACE.html }, build: allowed, reach: [originOf(server)] });
    const said: string[] = [];
    const page = await extension.open(`chrome-extension://${extension.id}/dashboard.html#model`);
    page.on('console', (message) => said.push(message.text()));
    await page.getByRole('switch', { name: words.switch }).click();
    await page.getByRole('radio', { name: words.providers.other }).check();
    await page.getByLabel(words.address).fill(server.url);
    await page.getByLabel(words.address).press('Enter');
    await page.getByText(words.key.optional).click();
    await page.getByLabel(words.key.label, { exact: true }).fill('k-wrong');
    await page.getByRole('button', { name: words.key.save }).click();
    await expect(page.getByText(words.key.ready)).toBeVisible();
    await page.getByRole('button', { name: words.test.run }).click();
    await expect(page.getByText(`${new URL(server.url).host} 不接受這組金鑰。`)).toBeVisible();
    await page.getByLabel(words.key.label, { exact: true }).fill(KEY);
    await page.getByRole('radio', { name: words.key.seal }).check();
    await page.getByLabel(words.key.passphrase).fill('long enough');
    await page.getByRole('button', { name: words.key.save }).click();
    await expect(page.getByText(words.key.stored)).toBeVisible();
    await page.getByRole('button', { name: words.test.run }).click();
    await page.getByRole('button', { name: 'beta' }).click();
    await page.getByRole('button', { name: words.test.run }).click();
    await expect(page.getByText(/連線正常/)).toBeVisible();

    // Neither export, nor messages, nor anything that was logged, nor the page, nor the disk holds it.
    const file = (await backup(page)).toString('latin1');
    const settings = JSON.stringify(await ask<SettingsView>(page, 'settings.get'));
    const local = await page.evaluate(() =>
      (globalThis as unknown as { chrome: { storage: { local: { get(): Promise<unknown> } } } }).chrome.storage.local
        .get()
        .then((all) => JSON.stringify(all)),
    );
    for (const text of [file, settings, local, said.join('\n'), await page.content()]) expect(text).not.toContain(KEY);
    expect(local).toContain('modelKeySealed');
  } finally {
    await server.close();
  }
});

test('a content script reaches neither key nor model settings', async ({ launch, server }) => {
  const extension = await launch({ pages: { [PLACE.url]: PLACE.html } });
  await choose(extension, chosen(server.url));
  const { page } = await openReview(extension);
  const session = await page.context().newCDPSession(page);
  const world = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${extension.id}`) resolve(context.id);
    });
  });
  await session.send('Runtime.enable');
  const contextId = await world;
  for (const area of ['local', 'session']) {
    const { result } = await session.send('Runtime.evaluate', {
      contextId,
      awaitPromise: true,
      expression: `(async () => { try { return JSON.stringify(await chrome.storage.${area}.get()) } catch (error) { return 'refused: ' + error.message } })()`,
    });
    expect(String(result.value), area).toMatch(/^refused/);
  }
});
