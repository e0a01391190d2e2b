import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CaptureView } from '../../lib/evidence/capture-progress.ts';
import type { Manifest } from '../../lib/evidence/contract.ts';
import { verifyPackage } from '../../lib/evidence/index.ts';
import type { RecordingView } from '../../lib/evidence/recording.ts';
import { zhTW } from '../../lib/strings/zh-TW.ts';
import { ask, BUILD, type Extension } from '../../scripts/browser.ts';
import {
  ARTICLE,
  begin,
  exportCapture,
  finished,
  granted,
  held,
  longArticle,
  type Scene,
  scene,
  viewed,
} from './capture-pages.ts';
import { expect, test } from './harness.ts';
import { stopWorker } from './support.ts';

/** A recording of the tab, added to a capture. The browser's own question cannot be pressed in a test. */
const words = zhTW.evidence.recording;
const NEEDS = ['tabCapture', 'offscreen'];
const ELSEWHERE = 'https://www.ptt.cc/bbs/facelift/index.html';
/** Whatever is in a recording that should not be is in these colours. */
const RED = `<title>other</title><body style="background:#f00"><h1>other</h1>`;
/** Something moves, so that pictures come. */
const moving = (): string =>
  longArticle(4, {
    head: '<style>@keyframes turn{to{transform:rotate(360deg)}}#turn{position:fixed;left:8px;bottom:8px;width:60px;height:60px;background:#0a5;animation:turn 1s linear infinite}</style>',
    body: '<div id="turn"></div>',
  });

// A browser or two each, and seconds of recording.
test.describe.configure({ timeout: 150_000 });

/** A page with a capture of its first review, which stands open in the sidebar. */
async function captured(extension: Extension): Promise<Scene & { id: string }> {
  const open = await scene(extension);
  await begin(open);
  const { id } = await finished(open);
  await ask(open.sidebar, 'review.select', { key: open.key });
  await open.sidebar.locator('[data-record-start]').waitFor();
  return { ...open, id };
}

const recordingOf = async (open: Scene): Promise<RecordingView | null> => (await viewed(open)).recording;
const seconds = (view: RecordingView | null): number =>
  view?.from && view.to ? (Date.parse(view.to) - Date.parse(view.from)) / 1_000 : 0;

/** Waits until so much of it has been written down. */
const recorded = (open: Scene, least: number) =>
  expect.poll(async () => seconds(await recordingOf(open)), { timeout: 30_000 }).toBeGreaterThanOrEqual(least);

const sealed = (open: Scene) =>
  expect.poll(async () => (await recordingOf(open))?.phase, { timeout: 30_000 }).toBe('done');

/** The addition as it was sealed; nothing of its making is left. */
async function addition(extension: Extension): Promise<{ id: string; manifest: Manifest }> {
  await expect
    .poll(async () => (await held(extension)).captures.filter(({ manifest }) => manifest.recording).length, {
      timeout: 30_000,
    })
    .toBe(1);
  await expect.poll(async () => (await held(extension)).sessions, { timeout: 10_000 }).toEqual([]);
  const { captures, files, custody } = await held(extension);
  const one = captures.find(({ manifest }) => manifest.recording);
  if (!one) throw new Error('nothing was added');
  for (const { capture } of files) expect(captures.map(({ id }) => id)).toContain(capture);
  const [file] = one.manifest.files;
  expect(files.find(({ capture }) => capture === one.id)?.sha256).toBe(file?.sha256);
  expect(custody.find(({ capture }) => capture === one.id)?.facts?.action).toBe('annotated');
  return one;
}

/** In the dashboard: how long the video says it is, and the colours of a few points in its last picture. */
async function played(dashboard: Page): Promise<{ duration: number; width: number; points: number[][] }> {
  await dashboard.locator('[data-recording-shown] video').waitFor();
  return dashboard.evaluate(async () => {
    const video = document.querySelector('video') as HTMLVideoElement;
    const until = (event: string) => new Promise((done) => video.addEventListener(event, done, { once: true }));
    if (video.readyState < 1) await until('loadedmetadata');
    const { duration } = video;
    const points: number[][] = [];
    for (const share of [0.1, 0.9, 0.999]) {
      video.currentTime = duration * share;
      await until('seeked');
      const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(video, 0, 0);
      // Down the right side, where the sidebar stood, and the middle.
      for (const [x, y] of [
        [0.95, 0.1],
        [0.9, 0.5],
        [0.95, 0.9],
        [0.5, 0.5],
      ] as const)
        points.push([...context.getImageData(canvas.width * x, canvas.height * y, 1, 1).data.slice(0, 3)]);
    }
    return { duration, width: video.videoWidth, points };
  });
}

test('from the button to the sealed video: our own parts are not in it, it plays, it is in the package and not in a redacted copy', async ({
  launch,
  folder,
}) => {
  const extension = await launch({ pages: { [ARTICLE]: moving() }, build: granted(folder, NEEDS) });
  const open = await captured(extension);
  await expect(open.sidebar.getByText(words.hint.slice(0, 12))).toBeVisible();
  await open.sidebar.locator('[data-record-start]').click();
  await expect.poll(async () => (await recordingOf(open))?.phase).toBe('recording');
  // Two cameras would spoil each other's picture.
  await expect(begin(open)).rejects.toThrow('recording-running');
  await expect(ask(open.sidebar, 'recording.start', { key: open.key })).rejects.toThrow('recording-running');
  const badge = await (await extension.worker()).evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: typeof globalThis & { [name: string]: never } };
    const { tabs, action } = chrome as unknown as {
      tabs: { query(of: object): Promise<{ id: number }[]> };
      action: { getBadgeText(of: object): Promise<string> };
    };
    const texts = await Promise.all((await tabs.query({})).map(({ id }) => action.getBadgeText({ tabId: id })));
    return texts.find((text) => text !== '');
  });
  expect(badge).toMatch(/^\d:\d\d$/);
  await recorded(open, 2);
  await open.page.keyboard.press('Escape');
  await sealed(open);
  expect((await recordingOf(open))?.ended).toBe('stopped');
  await expect(open.sidebar.locator('[data-record-done="stopped"]')).toBeVisible();

  const { id, manifest } = await addition(extension);
  expect(manifest).toMatchObject({
    kind: 'annotation',
    derivedFrom: { id: open.id },
    complete: true,
    page: { url: ARTICLE, addressBar: 'recorded' },
    files: [{ name: 'annotated/recording.webm', kind: 'recording', type: 'video/webm' }],
    recording: { ended: 'stopped', width: 1360, height: 900 },
  });
  const length = Date.parse(manifest.recording?.to.utc ?? '') - Date.parse(manifest.recording?.from.utc ?? '');
  expect(length).toBeGreaterThanOrEqual(2_000);

  const dashboard = await extension.open(`chrome-extension://${extension.id}/dashboard.html#evidence/${id}`);
  const { duration, width, points } = await played(dashboard);
  expect(duration).toBeCloseTo(length / 1_000, 1);
  expect(width).toBe(1360);
  // PTT is black where nothing is written; the sidebar is light.
  for (const [x] of points.filter((_, index) => index % 4 !== 3).map((colour) => [Math.max(...colour)]))
    expect(x).toBeLessThan(60);
  await expect(dashboard.getByText(words.scope)).toBeVisible();
  const saving = dashboard.waitForEvent('download');
  await dashboard.getByRole('link', { name: words.download }).click();
  expect(readFileSync(await (await saving).path()).length).toBe(manifest.files[0]?.bytes);

  const zip = join(folder, 'recording.zip');
  await exportCapture(extension, id, zip);
  const report = await verifyPackage(readFileSync(zip));
  expect(report).toMatchObject({ ok: true, problems: [] });

  // A case of the capture has the recording with it; its redacted variant has not.
  await dashboard.goto(`chrome-extension://${extension.id}/dashboard.html#evidence`);
  await dashboard
    .getByRole('checkbox', { name: new RegExp(zhTW.evidence.case.pick) })
    .and(dashboard.locator(':enabled'))
    .check();
  for (const [button, kind, count] of [
    [zhTW.evidence.case.make, 'case', 2],
    [zhTW.evidence.case.makeRedacted, 'redacted-case', 1],
  ] as const) {
    const making = dashboard.waitForEvent('download');
    await dashboard.getByRole('button', { name: button, exact: true }).click();
    const made = await verifyPackage(readFileSync(await (await making).path()));
    expect(made).toMatchObject({ ok: true, problems: [], kind });
    expect(made.captures.length).toBe(count);
  }

  const copy = await ask<{ id: string }>(dashboard, 'evidence.redact', { id: open.id, beside: [] });
  const redacted = (await held(extension)).captures.find((capture) => capture.id === copy.id)?.manifest;
  expect(redacted?.files.map(({ kind }) => kind)).not.toContain('recording');
  expect(redacted?.recording).toBeUndefined();
});

test('the page goes elsewhere midway: what came before is sealed, nothing of the other page is in it', async ({
  launch,
  folder,
}) => {
  const extension = await launch({ pages: { [ARTICLE]: moving(), [ELSEWHERE]: RED }, build: granted(folder, NEEDS) });
  const open = await captured(extension);
  await ask(open.sidebar, 'recording.start', { key: open.key });
  await recorded(open, 2);
  await open.page.goto(ELSEWHERE);
  const { id, manifest } = await addition(extension);
  expect(manifest.recording?.ended).toBe('page-gone');
  expect(manifest.complete).toBe(false);
  expect(manifest.missing).toContainEqual({ what: 'recording', why: 'page-gone', detail: '' });
  const dashboard = await extension.open(`chrome-extension://${extension.id}/dashboard.html#evidence/${id}`);
  const { points } = await played(dashboard);
  for (const [red = 0, green = 0] of points) expect(red - green).toBeLessThan(100);
  await expect(dashboard.getByText(words.ended['page-gone'])).toBeVisible();
});

test('the tab is closed midway: what came before is sealed and says so', async ({ launch, folder }) => {
  const extension = await launch({ pages: { [ARTICLE]: moving() }, build: granted(folder, NEEDS) });
  const open = await captured(extension);
  await ask(open.sidebar, 'recording.start', { key: open.key });
  await recorded(open, 1);
  await open.page.close();
  const { manifest } = await addition(extension);
  expect(manifest.recording?.ended).toBe('page-gone');
});

test('the worker is killed midway: the recording goes on, and nothing is lost', async ({ launch, folder }) => {
  const extension = await launch({ pages: { [ARTICLE]: moving() }, build: granted(folder, NEEDS) });
  const open = await captured(extension);
  await ask(open.sidebar, 'recording.start', { key: open.key });
  await recorded(open, 1);
  await stopWorker(extension);
  await recorded(open, 3);
  await ask(open.sidebar, 'recording.stop');
  const { id, manifest } = await addition(extension);
  expect(manifest.recording?.ended).toBe('stopped');
  const dashboard = await extension.open(`chrome-extension://${extension.id}/dashboard.html#evidence/${id}`);
  expect((await played(dashboard)).duration).toBeGreaterThanOrEqual(3);
});

test('the browser ends midway: what was written is sealed as incomplete when it starts again', async ({
  launch,
  folder,
}) => {
  const options = {
    pages: { [ARTICLE]: moving() },
    build: granted(folder, NEEDS),
    profile: join(folder, 'profile'),
  };
  const first = await launch(options);
  const open = await captured(first);
  await ask(open.sidebar, 'recording.start', { key: open.key });
  await recorded(open, 2);
  await first.close();
  const again = await launch(options);
  const { id, manifest } = await addition(again);
  expect(manifest).toMatchObject({ complete: false, recording: { ended: 'interrupted' } });
  const dashboard = await again.open(`chrome-extension://${again.id}/dashboard.html#evidence/${id}`);
  expect((await played(dashboard)).duration).toBeGreaterThanOrEqual(1.5);
});

test('without the permission nothing begins; before the icon was pressed the press begins it', async ({
  launch,
  folder,
}) => {
  const refused = await launch({ pages: { [ARTICLE]: moving() } });
  const there = await captured(refused);
  await expect(ask(there.sidebar, 'recording.start', { key: there.key })).rejects.toThrow('not-permitted');

  const extension = await launch({ pages: { [ARTICLE]: moving() }, build: granted(folder, NEEDS) });
  const first = await captured(extension);
  // Open last, so open again: in this tab nobody has pressed the icon.
  const page = await extension.open(`${ARTICLE}#again`);
  const sidebar = await extension.sidebar(page);
  await ask(sidebar, 'review.select', { key: first.key });
  await sidebar.locator('[data-record-start]').click();
  await expect(sidebar.getByText(words.awaited)).toBeVisible();
  await extension.pressIcon(page);
  const open: Scene = { extension, page, sidebar, key: first.key };
  await recorded(open, 1);
  // The icon stops what it began.
  await extension.pressIcon(page);
  expect((await addition(extension)).manifest.recording?.ended).toBe('stopped');
});

test('allowed after the icon was pressed: the browser wants a new tab, which is offered, and there the icon begins it', async ({
  launch,
  folder,
}) => {
  const options = { pages: { [ARTICLE]: moving() }, build: BUILD, profile: join(folder, 'profile') };
  const first = await launch(options);
  await first.close();
  // A person who said yes before is not asked again: the only way to say yes in a test.
  const preferences = join(options.profile, 'Default', 'Preferences');
  expect(existsSync(preferences)).toBe(true);
  const stored = JSON.parse(readFileSync(preferences, 'utf8'));
  const own = stored.extensions.settings[first.id];
  own.granted_permissions.api.push(...NEEDS);
  own.runtime_granted_permissions = { api: NEEDS, explicit_host: [], manifest_permissions: [], scriptable_host: [] };
  writeFileSync(preferences, JSON.stringify(stored));

  const extension = await launch(options);
  const open = await captured(extension);
  await open.sidebar.locator('[data-record-start]').click();
  await expect(open.sidebar.getByText(zhTW.failures['needs-new-tab'].what)).toBeVisible();
  const opened = extension.context.waitForEvent('page');
  await open.sidebar.getByRole('button', { name: words.reopen }).click();
  const page = await opened;
  const sidebar = await extension.sidebar(page);
  await extension.pressIcon(page);
  const again: Scene = { extension, page, sidebar, key: open.key };
  await recorded(again, 1);
  await page.keyboard.press('Escape');
  expect((await addition(extension)).manifest.recording?.ended).toBe('stopped');
});

// The view that other tests ask for is whole.
test('a page without a capture offers no recording', async ({ launch }) => {
  const extension = await launch({ pages: { [ARTICLE]: moving() } });
  const open = await scene(extension);
  const view: CaptureView = await viewed(open);
  expect(view).toMatchObject({ recording: null, recordable: { to: null, why: 'no-capture' } });
});
