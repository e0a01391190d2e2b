import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { verifyPackage } from '../../lib/evidence/index.ts';
import { zhTW } from '../../lib/strings/zh-TW.ts';
import { ask } from '../../scripts/browser.ts';
import { authority } from '../unit/evidence/authority.ts';
import { ARTICLE, begin, exportCapture, finished, granted, held, longArticle, scene } from './capture-pages.ts';
import { expect, test } from './harness.ts';

/** What a person may add to a capture. The browser's own question cannot be pressed in a test. */
const words = zhTW.evidence;

test('the whole page as MHTML: with the warning, only when asked for, never in a redacted copy', async ({
  launch,
  folder,
}) => {
  const extension = await launch({
    pages: { [ARTICLE]: longArticle(2) },
    build: granted(folder, ['pageCapture']),
  });
  const open = await scene(extension);
  await ask(open.sidebar, 'review.select', { key: open.key });
  await open.sidebar.getByText(words.capture.options, { exact: true }).click();
  await expect(open.sidebar.getByText(words.capture.mhtmlHint)).toBeVisible();
  const box = open.sidebar.getByRole('checkbox', { name: words.capture.mhtml });
  await box.click();
  await expect(box).toBeChecked();
  await open.sidebar.locator('[data-capture-start]').click();
  const done = await finished(open);
  expect(done.missing.filter(({ what }) => what === 'mhtml')).toEqual([]);
  expect(done.complete).toBe(true);
  const { captures } = await held(extension);
  expect(captures[0]?.manifest.files).toContainEqual(
    expect.objectContaining({ name: 'page.mhtml', kind: 'mhtml', parent: null }),
  );
  const zip = join(folder, 'mhtml.zip');
  await exportCapture(extension, done.id, zip);
  expect(await verifyPackage(readFileSync(zip))).toMatchObject({ ok: true, problems: [] });

  const dashboard = await extension.open(`chrome-extension://${extension.id}/dashboard.html#evidence`);
  const mhtml = await dashboard.evaluate(fileText, `${done.id}/page.mhtml`);
  expect(mhtml).toMatch(/^From: <Saved by Blink>/);
  expect(mhtml).toContain(ARTICLE);
  // Our sidebar stood on the page, and what it shows is no part of it.
  expect(mhtml.replaceAll('=\r\n', '')).not.toMatch(/chrome-extension:\/\/|sidebar\.html/);
  const copy = await ask<{ id: string }>(dashboard, 'evidence.redact', { id: done.id, beside: [] });
  const redacted = (await held(extension)).captures.find(({ id }) => id === copy.id)?.manifest;
  expect(redacted?.files.map(({ name }) => name).filter((name) => name.includes('mhtml'))).toEqual([]);
  expect(redacted?.missing).toContainEqual({ what: 'mhtml', why: 'redacted', detail: '' });
});

test('without the permission a capture says so and is whole', async ({ launch }) => {
  const extension = await launch({ pages: { [ARTICLE]: longArticle(2) } });
  const open = await scene(extension);
  await begin(open, { mhtml: true });
  const done = await finished(open);
  expect(done.missing).toContainEqual({ what: 'mhtml', why: 'not-permitted', detail: '' });
  expect(done.complete).toBe(true);
});

test('a picture of the window is sealed by itself, names its capture, and says that the address bar is pictured', async ({
  launch,
  folder,
}) => {
  const extension = await launch({
    pages: { [ARTICLE]: longArticle(2) },
    // The browser's dialog answers itself, with a picture of its own making.
    args: ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
  });
  const open = await scene(extension);
  await begin(open);
  const { id } = await finished(open);
  const dashboard = await extension.open(`chrome-extension://${extension.id}/dashboard.html#evidence/${id}`);
  await dashboard.locator('[data-add-window]').click();
  await dashboard.locator('[data-add-window-go]').click();
  await expect(dashboard.getByText(words.window.added)).toBeVisible();
  const { captures, custody } = await held(extension);
  const original = captures.find((capture) => capture.id === id);
  const added = captures.find(({ manifest }) => manifest.kind === 'annotation');
  expect(added?.manifest).toMatchObject({
    derivedFrom: { id, manifestHash: original?.manifestHash },
    page: { addressBar: 'pictured' },
    files: [{ name: 'annotated/window.png', kind: 'window', parent: { name: 'tiles/001.png' } }],
  });
  expect(added?.manifest.claim['zh-TW']).toContain('事後加入');
  expect(original?.manifest.page.addressBar).toBe('recorded');
  expect(custody.at(-1)?.facts?.action).toMatch(/annotated|viewed/);
  const zip = join(folder, 'window.zip');
  await exportCapture(extension, added?.id ?? '', zip);
  expect(await verifyPackage(readFileSync(zip))).toMatchObject({ ok: true, problems: [] });
});

test('time: an authority on this machine stamps it; a calendar that answers nonsense fails, says why and is asked again', async ({
  launch,
  folder,
}) => {
  const stamper = await startAuthority();
  try {
    const extension = await launch({
      pages: { [ARTICLE]: longArticle(2) },
      build: granted(folder, [], ['http://127.0.0.1/*', 'https://a.pool.opentimestamps.org/*']),
      reach: [stamper.origin],
      fetches: { 'https://a.pool.opentimestamps.org/digest': { body: 'busy', status: 503 } },
    });
    const open = await scene(extension);
    await begin(open);
    const { id } = await finished(open);
    const dashboard = await extension.open(`chrome-extension://${extension.id}/dashboard.html#evidence/${id}`);
    await dashboard.getByLabel(words.one.stampAuthority).fill(`${stamper.origin}/tsa`);
    await dashboard.getByRole('button', { name: words.one.stampAsk, exact: true }).click();
    await expect(dashboard.getByText(words.one.stampGranted)).toBeVisible();
    await dashboard.locator('[data-ots]').click();
    await expect(dashboard.getByText('對方的伺服器拒絕或故障（HTTP 503）')).toBeVisible();
    await dashboard.getByRole('button', { name: words.one.stampRetry }).click();
    // No tick of success before it.
    await expect(dashboard.locator('[data-notice=careful]')).toHaveText(words.one.stampRefused);
    const zip = join(folder, 'stamped.zip');
    await exportCapture(extension, id, zip);
    const report = await verifyPackage(readFileSync(zip));
    expect(report).toMatchObject({ ok: true, problems: [] });
    expect(report.timestamps.map(({ kind, state }) => [kind, state]).sort()).toEqual([
      ['opentimestamps', 'failed'],
      ['rfc3161', 'granted'],
    ]);
    expect(stamper.asked()).toBe(1);
  } finally {
    await stamper.close();
  }
});

/** The tests' own time-stamping authority, over HTTP. */
async function startAuthority(): Promise<{ origin: string; asked(): number; close(): Promise<void> }> {
  const { answer } = await authority();
  let asked = 0;
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    if (request.method !== 'POST') {
      response.writeHead(204).end();
      return;
    }
    asked++;
    response.writeHead(200, { 'Content-Type': 'application/timestamp-reply' });
    response.end(await answer(new Uint8Array(Buffer.concat(pieces))));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked: () => asked,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

/** In a page of the extension: a stored file as text. */
async function fileText(id: string): Promise<string> {
  const opening = indexedDB.open('replywell');
  await new Promise((done) => {
    opening.onsuccess = done;
  });
  const asked = opening.result.transaction('files').objectStore('files').get(id);
  await new Promise((done) => {
    asked.onsuccess = done;
  });
  opening.result.close();
  return asked.result.blob.text();
}
