import type { ReviewView } from '../../lib/contract/index.ts';
import { model as words } from '../../lib/strings/zh-TW/model.ts';
import { zhTW } from '../../lib/strings/zh-TW.ts';
import { ask } from '../../scripts/browser.ts';
import { replyJson, startModelServer } from '../fixtures/model-server.ts';
import { box, choose, expect, openReview, originOf, PLACE, test } from './model-support.ts';

/** The optional model from the built extension's pages to a server on this machine that speaks the protocol. */
const THANKS = { purpose: 'thanks', text: '您好，謝謝您留下意見。' };
const IMPROVE = { purpose: 'improvement', text: '我們重視每一則建議，相關流程會持續檢討改善。' };
const LEAK = { purpose: 'empathy', text: '您上次來看診時的狀況，我們查過您的就診紀錄。' };
const CONTENT = replyJson([THANKS, IMPROVE]);

const chosen = (url: string) => ({ on: true, provider: 'ollama', baseUrl: url, model: 'test-model' }) as const;

test('off by default: nothing of a model is shown, loaded or asked', async ({ launch, server, allowed }) => {
  const extension = await launch({ pages: { [PLACE.url]: PLACE.html }, build: allowed, reach: [originOf(server)] });
  const loaded: string[] = [];
  extension.context.on('request', (request) => loaded.push(request.url()));
  const { sidebar } = await openReview(extension);
  await expect(sidebar.getByRole('button', { name: zhTW.review.draft.copy, exact: true })).toBeEnabled();
  await expect(sidebar.getByRole('button', { name: words.bar.write })).toHaveCount(0);
  expect(loaded.filter((url) => url.includes('openai'))).toEqual([]);
  expect(server.received).toEqual([]);
});

test('a draft streams from this machine into the box, is checked, kept and can be taken back', async ({
  launch,
  server,
  allowed,
}) => {
  const extension = await launch({ pages: { [PLACE.url]: PLACE.html }, build: allowed, reach: [originOf(server)] });
  await choose(extension, chosen(server.url));
  const { sidebar, key } = await openReview(extension);
  await box(sidebar).fill('我自己先寫了這一句。');
  server.script({ do: 'slow', content: CONTENT });
  await sidebar.getByRole('button', { name: words.bar.write }).click();
  await server.waiting();
  await expect(sidebar.getByRole('button', { name: words.bar.stop })).toBeVisible();
  server.release();
  await expect(box(sidebar)).toHaveValue(new RegExp(`^${THANKS.text}${IMPROVE.text}`));
  // What was sent was seen by the server as it would be by Ollama: from this extension, without names.
  const [request] = server.asked();
  expect(request?.headers.origin).toBe(`chrome-extension://${extension.id}`);
  const { review } = await ask<ReviewView>(sidebar, 'review.get', { key });
  expect(request?.raw).not.toContain(review.author.name);
  await expect
    .poll(async () => (await ask<ReviewView>(sidebar, 'review.get', { key })).typed)
    .toMatch(new RegExp(`^${THANKS.text}`));
  await sidebar.getByRole('button', { name: zhTW.sidebar.undo }).click();
  await expect(box(sidebar)).toHaveValue('我自己先寫了這一句。');
});

test('a leak is written anew, then replaced; the sentence and the reason can be seen', async ({
  launch,
  server,
  allowed,
}) => {
  const extension = await launch({ pages: { [PLACE.url]: PLACE.html }, build: allowed, reach: [originOf(server)] });
  await choose(extension, chosen(server.url));
  const { sidebar } = await openReview(extension);
  server.script({ do: 'say', content: replyJson([THANKS, LEAK]) });
  await sidebar.getByRole('button', { name: words.bar.write }).click();
  await expect(sidebar.getByText(words.bar.which)).toBeVisible();
  await expect(box(sidebar)).not.toHaveValue(/就診紀錄/);
  expect(server.asked()).toHaveLength(2);
  await sidebar.getByText(words.bar.which).click();
  await expect(sidebar.getByText(LEAK.text)).toBeVisible();
});

test('stopped, failed, cut: what stood in the box stands there', async ({ launch, server, allowed }) => {
  const extension = await launch({ pages: { [PLACE.url]: PLACE.html }, build: allowed, reach: [originOf(server)] });
  await choose(extension, chosen(server.url));
  const { sidebar } = await openReview(extension);
  await box(sidebar).fill('這句不能不見。');
  server.script({ do: 'slow', content: CONTENT });
  await sidebar.getByRole('button', { name: words.bar.write }).click();
  await server.waiting();
  await sidebar.getByRole('button', { name: words.bar.stop }).click();
  await expect(sidebar.getByText(words.bar.stopped)).toBeVisible();
  await expect(box(sidebar)).toHaveValue('這句不能不見。');

  server.script({ do: 'cut', after: 'half', content: CONTENT });
  await sidebar.getByRole('button', { name: words.bar.write }).click();
  await expect(sidebar.getByText(words.failures.cut.what, { exact: true })).toBeVisible();
  await expect(box(sidebar)).toHaveValue('這句不能不見。');

  server.script({ do: 'say', content: '好的，沒問題' });
  await sidebar.getByRole('button', { name: words.bar.retry }).click();
  await expect(sidebar.getByText(words.failures.malformed.what)).toBeVisible();
  await expect(box(sidebar)).toHaveValue('這句不能不見。');
});

test('Ollama that refuses extensions: the very line to set is shown', async ({ launch, allowed }) => {
  const ollama = await startModelServer({ origins: ['http://localhost'] });
  try {
    const extension = await launch({ pages: { [PLACE.url]: PLACE.html }, build: allowed, reach: [originOf(ollama)] });
    await choose(extension, chosen(ollama.url));
    const { sidebar } = await openReview(extension);
    await sidebar.getByRole('button', { name: words.bar.write }).click();
    await expect(sidebar.getByText(`OLLAMA_ORIGINS=chrome-extension://${extension.id}`)).toBeVisible();
  } finally {
    await ollama.close();
  }
});

test('without the browser’s permission nothing is sent, and the reason is said', async ({ launch, server }) => {
  const extension = await launch({ pages: { [PLACE.url]: PLACE.html }, reach: [originOf(server)] });
  await choose(extension, chosen(server.url));
  const { sidebar } = await openReview(extension);
  await expect(sidebar.getByText('瀏覽器還沒有允許連到')).toBeVisible();
  expect(server.received).toEqual([]);
});

test('what is shown is what is sent', async ({ launch, server, allowed }) => {
  const extension = await launch({ pages: { [PLACE.url]: PLACE.html }, build: allowed, reach: [originOf(server)] });
  await choose(extension, chosen(server.url));
  const { sidebar } = await openReview(extension);
  await sidebar.getByRole('button', { name: words.bar.look }).click();
  const dialog = sidebar.getByRole('dialog');
  await expect(dialog.getByText(`${server.url}/chat/completions`)).toBeVisible();
  const parts = await dialog.locator('pre').allTextContents();
  await sidebar.getByRole('button', { name: words.sent.close, exact: true }).last().click();
  await sidebar.getByRole('button', { name: words.bar.write }).click();
  await expect(box(sidebar)).toHaveValue(new RegExp(`^${THANKS.text}`));
  const { messages, ...rest } = server.asked()[0]?.body ?? {};
  const [system, user] = messages ?? [];
  expect(parts[0]).toBe(system?.content);
  expect(JSON.parse(parts[1] ?? '')).toEqual(JSON.parse(user?.content ?? '{}'));
  expect(JSON.parse(parts[2] ?? '')).toEqual(rest);
});
