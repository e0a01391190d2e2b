import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyPackage } from '../../lib/evidence/index.ts';
import { ask } from '../../scripts/browser.ts';
import {
  ARTICLE,
  begin,
  expectSound,
  exportCapture,
  finished,
  held,
  longArticle,
  scene,
  viewed,
} from './capture-pages.ts';
import { expect, test } from './harness.ts';
import { stopWorker } from './support.ts';

/*
 * Killed at any step, a capture is afterwards whole, or incomplete and says what is missing, or not there at all;
 * never a complete-looking wrong one. 10 seeded points here, 100 with REPLYWELL_ALL=1 (`npm run soak`).
 */
const POINTS = process.env.REPLYWELL_ALL === '1' ? 100 : 10;
const HTML = longArticle(60);
/** Long enough that it is still going on when the test has seen its first steps. */
const LONG = longArticle(240);

/** Points spread over a capture by steps of the golden ratio: the same every time, and never the same twice. */
const shareAt = (point: number): number => (point * 0.618034) % 1;

test(`the worker is killed at ${POINTS} points of a capture`, async ({ launch }) => {
  test.setTimeout(60_000 + POINTS * 20_000);
  const extension = await launch({ pages: { [ARTICLE]: HTML } });
  const open = await scene(extension);
  // How many steps there are is told by a whole one.
  const whole = await begin(open).then(() => finished(open));
  expect(whole.complete).toBe(true);
  const steps = whole.shots + 4;
  let interrupted = 0;
  for (let point = 0; point < POINTS; point++) {
    const before = (await expectSound(extension)).captures.length;
    const after = Math.floor(shareAt(point) * steps);
    await open.page.bringToFront();
    // Asked without waiting: the kill may come before the answer.
    const asked = begin(open);
    asked.catch(() => undefined);
    if (after > 0) {
      await asked;
      await untilStep(open, after);
    }
    await stopWorker(extension);
    await asked.catch(() => null);
    const now = await expectSound(extension);
    expect(now.captures.length - before).toBeLessThanOrEqual(1);
    if (now.captures.some(({ complete }) => !complete)) interrupted++;
    // The page is as it was: our marks are back, nothing is scrolled or hidden.
    await open.page.bringToFront();
    await expect.poll(() => open.page.evaluate(() => scrollY), { timeout: 20_000 }).toBe(0);
  }
  expect(interrupted).toBeGreaterThan(0);
});

/** Until so many steps of the capture are done, or it is over. */
async function untilStep(open: Awaited<ReturnType<typeof scene>>, steps: number): Promise<void> {
  for (;;) {
    const view = await viewed(open).catch(() => null);
    const now = view?.now;
    if (!now) continue;
    const done = now.shots + (now.phase === 'extras' ? 1 : now.phase === 'sealing' ? 3 : 0);
    if (done >= steps || now.phase === 'done' || now.phase === 'failed') return;
  }
}

test('the tab is closed midway: what was taken is sealed and says what is missing', async ({ launch }) => {
  const extension = await launch({ pages: { [ARTICLE]: LONG } });
  const open = await scene(extension);
  await begin(open);
  await untilStep(open, 2);
  await open.page.close();
  await expect.poll(async () => (await held(extension)).captures.length).toBe(1);
  const [capture] = (await expectSound(extension)).captures;
  expect(capture?.complete).toBe(false);
  expect(capture?.manifest.missing).toContainEqual(expect.objectContaining({ what: 'pictures', why: 'page-gone' }));
  expect(capture?.manifest.files.map(({ kind }) => kind)).toContain('text');
});

test('the page goes elsewhere midway: no picture of another page is in it', async ({ launch }) => {
  const elsewhere = 'https://www.ptt.cc/bbs/facelift/index.html';
  const extension = await launch({
    pages: { [ARTICLE]: LONG, [elsewhere]: '<title>other</title><body style="background:#f00">' },
  });
  const open = await scene(extension);
  await begin(open);
  await untilStep(open, 2);
  await open.page.goto(elsewhere);
  await expect.poll(async () => (await held(extension)).captures.length).toBe(1);
  const { captures } = await expectSound(extension);
  expect(captures[0]?.complete).toBe(false);
  expect(captures[0]?.manifest.page.url).toBe(ARTICLE);
  expect(captures[0]?.manifest.missing.map(({ why }) => why)).toContain('page-gone');
});

test('begun by a press in the sidebar, Escape stops it all the same', async ({ launch }) => {
  const extension = await launch({ pages: { [ARTICLE]: LONG } });
  const open = await scene(extension);
  await ask(open.sidebar, 'review.select', { key: open.key });
  await open.sidebar.locator('[data-capture-start]').click();
  await untilStep(open, 1);
  await open.page.keyboard.press('Escape');
  expect((await finished(open)).missing).toContainEqual(
    expect.objectContaining({ what: 'pictures', why: 'cancelled' }),
  );
});

test('stopped by the person: incomplete, and taken back with a log entry', async ({ launch }) => {
  const extension = await launch({ pages: { [ARTICLE]: LONG } });
  const open = await scene(extension);
  await begin(open);
  await untilStep(open, 1);
  await open.page.keyboard.press('Escape');
  const done = await finished(open);
  expect(done.complete).toBe(false);
  expect(done.missing).toContainEqual(expect.objectContaining({ what: 'pictures', why: 'cancelled' }));
  await ask(open.sidebar, 'evidence.delete', { id: done.id, reason: '誤按', wrong: true });
  const found = await expectSound(extension);
  expect(found.captures).toEqual([]);
  expect(found.files).toEqual([]);
  expect(found.custody.map(({ facts }) => [facts?.action, facts?.reason])).toEqual([
    ['captured', null],
    ['purged', '誤按'],
  ]);
});

test('the browser is closed midway and opened again: sealed as interrupted, and the package verifies', async ({
  launch,
  folder,
}) => {
  const profile = join(folder, 'profile');
  const extension = await launch({ pages: { [ARTICLE]: LONG }, profile });
  const open = await scene(extension);
  await begin(open);
  await untilStep(open, 2);
  await extension.close();
  const again = await launch({ pages: {}, profile });
  await expect.poll(async () => (await held(again)).captures.length).toBe(1);
  const { captures } = await expectSound(again);
  const [capture] = captures;
  expect(capture?.complete).toBe(false);
  const zip = join(folder, 'incomplete.zip');
  await exportCapture(again, capture?.id ?? '', zip);
  expect(await verifyPackage(readFileSync(zip))).toMatchObject({ ok: true, captures: [{ complete: false }] });
});
