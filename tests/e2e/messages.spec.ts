import type { CDPSession, Frame, Page } from '@playwright/test';
import type { Decision, PageView, ReviewView } from '../../lib/contract/index.ts';
import { ask } from '../../scripts/browser.ts';
import { readPage, whenRead } from '../../scripts/read-page.ts';
import { sampleClinic, samples } from '../../scripts/samples.ts';
import { chips, expect, fixture, test } from './harness.ts';
import { openPage } from './support.ts';

/** Who may ask what: spoken as our content script and as our sidebar would, had somebody got hold of them. */
const [MAPS] = samples();
if (!MAPS) throw new Error('no sample');

/** Sends a request from our content script's own world on the page, as a compromised renderer could. */
async function asContentScript(page: Page, id: string) {
  const session: CDPSession = await page.context().newCDPSession(page);
  const world = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === `chrome-extension://${id}`) resolve(context.id);
    });
  });
  await session.send('Runtime.enable');
  const contextId = await world;
  return async (type: string, data: unknown = {}): Promise<{ ok: boolean; failure?: string; value?: unknown }> => {
    const message = JSON.stringify({ id: 0, type, data, timestamp: 0 });
    const { result } = await session.send('Runtime.evaluate', {
      contextId,
      expression: `chrome.runtime.sendMessage(${message}).then((answer) => JSON.stringify(answer.res))`,
      awaitPromise: true,
    });
    return JSON.parse(String(result.value));
  };
}

test('a content script cannot read lists, settings, reviews or exports, nor change or delete anything', async ({
  launch,
}) => {
  const open = await openPage(launch, MAPS.url, MAPS.html, sampleClinic());
  const key = (await open.view()).items[0]?.key ?? '';
  const stored = await open.stored();
  const send = await asContentScript(open.page, open.extension.id);
  const asked: [string, unknown][] = [
    ['store.list', { query: '', filter: 'all', limit: 10 }],
    ['settings.get', {}],
    ['settings.clinic', sampleClinic()],
    ['settings.duty', { person: null }],
    ['settings.preferences', {}],
    ['review.get', { key }],
    ['review.mark', { key, mark: 'handled' }],
    ['review.keep', { key }],
    ['note.add', { key, text: 'x' }],
    ['draft.compose', { key, tone: 'warm', seed: 1 }],
    ['draft.earlier', { key }],
    ['draft.override', { key, text: 'x', rules: [], reason: 'x' }],
    ['draft.copied', { key, text: 'x', confirmed: true }],
    ['draft.insert', { key, text: 'x', confirmed: true }],
    ['page.view', { since: 0 }],
    ['place.bind', {}],
    ['recording.start', { key }],
    ['recording.reopen', { key }],
    ['recording.order', {}],
    ['recording.piece', { id: 'x', seq: 0, file: null, from: '', at: '', type: '', last: true, failed: false }],
    ['data.export', {}],
    ['data.import', { file: 'blob:x' }],
    ['data.inventory', {}],
    ['data.due', {}],
    ['data.purge', { keys: [key] }],
    ['data.clear', { reason: 'x' }],
  ];
  for (const [type, data] of asked) {
    expect(await send(type, data), type).toMatchObject({ ok: false, failure: 'not-allowed' });
  }
  // Nor can it prove itself as a sidebar with a ticket of its own.
  const ticket = (await send('sidebar.ticket')).value as { url: string };
  const nonce = ticket.url.split('#')[1];
  expect(await send('sidebar.hello', { nonce })).toMatchObject({ ok: false, failure: 'not-allowed' });
  expect(await open.stored()).toBe(stored);
  expect((await open.review((await open.view()).items[0])).mark).toBe('open');
});

test('a report that claims another site is refused, a record that does is left out and said', async ({ launch }) => {
  const open = await openPage(launch, MAPS.url, MAPS.html, sampleClinic());
  const before = await open.view();
  const { review } = await open.review(before.items[0]);
  const send = await asContentScript(open.page, open.extension.id);
  const report = (site: string, reviews: unknown[]) => ({
    session: 'forged',
    batch: 0,
    reset: true,
    reading: false,
    page: { site, kind: 'post', title: null, place: null, language: null },
    url: 'https://www.dcard.tw/f/x/p/1',
    health: { status: 'ok', problems: [] },
    reviews,
  });
  expect(await send('page.report', report('dcard', [{ ...review, site: 'dcard' }]))).toMatchObject({
    ok: false,
    failure: 'not-allowed',
  });
  expect((await open.view()).items.length).toBe(before.items.length);

  const forged = { ...review, site: 'dcard', id: 'forged' };
  const answer = await send('page.report', report('google-maps', [forged, { nonsense: true }, review]));
  expect(answer).toMatchObject({ ok: true, value: { rejected: 2 } });
  const view = await ask<PageView>(open.sidebar, 'page.view', { since: 0 });
  expect(view.items.map(({ key }) => key)).toEqual([`google-maps:${review.id}`]);
  expect(view.health?.status).toBe('degraded');
  // The address too is the browser's where the payload's is another site's.
  expect(new URL(view.url ?? '').host).toBe('www.google.com');
});

test('a sidebar that did not prove itself is told nothing; a ticket works once', async ({ launch }) => {
  const open = await openPage(launch, MAPS.url, MAPS.html, sampleClinic());
  const send = await asContentScript(open.page, open.extension.id);
  const { url } = (await send('sidebar.ticket')).value as { url: string };
  const unproved = await frameWith(open.page, url.replace(/#.*/, '#guessed'));
  for (const [type, data] of [
    ['page.view', { since: 0 }],
    ['settings.get', {}],
    ['store.list', { query: '', filter: 'all', limit: 1 }],
  ] as const) {
    await expect(ask(unproved, type, data)).rejects.toThrow('not-allowed');
  }
  const nonce = url.split('#')[1];
  await ask(unproved, 'sidebar.hello', { nonce });
  await expect(ask(unproved, 'sidebar.hello', { nonce })).rejects.toThrow('not-allowed');
});

async function frameWith(page: Page, url: string): Promise<Frame> {
  const before = new Set(page.frames());
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    document.body.append(frame);
  }, url);
  let added: Frame | undefined;
  await expect
    .poll(() => {
      // The sidebar takes the nonce out of its address at once.
      added = page.frames().find((frame) => !before.has(frame) && bare(frame.url()) === bare(url));
      return added !== undefined;
    })
    .toBe(true);
  if (!added) throw new Error('no frame');
  await added.waitForLoadState('load');
  return added;
}

const bare = (url: string): string => url.replace(/#.*/, '');

const BLOCKED = '我們查過您的就診紀錄，您上次遲到。';

test('the guard is asked again behind the sidebar: blocked texts, warnings and approvals', async ({ launch }) => {
  const html = MAPS.html.replace(
    /(<span class="wiI7pd"[^>]*>)[\s\S]*?(<\/span>)/,
    (_, before: string, after: string) => `${before}拔牙之後我媽媽感染敗血症過世，醫師把人害死了${after}`,
  );
  const open = await openPage(launch, MAPS.url, html, sampleClinic());
  const { items } = await open.view();
  const injured = (await Promise.all(items.map((item) => open.review(item)))).find(({ triage }) =>
    triage.risks.some(({ kind }) => kind === 'serious-injury'),
  );
  const key = items.find((item) => item.key !== injured?.key && item.rating === 5)?.key ?? '';
  const copied = (text: string, confirmed = false, of = key) =>
    ask(open.sidebar, 'draft.copied', { key: of, text, confirmed });
  const duty = (person: unknown) => ask(open.sidebar, 'settings.duty', { person });
  const override = (text: string, rules: string[], reason: string) =>
    ask<ReviewView>(open.sidebar, 'draft.override', { key, text, rules, reason });
  const [desk, manager] = sampleClinic().people;

  await expect(copied(BLOCKED, true)).rejects.toThrow('guard-blocks');
  await expect(override(BLOCKED, ['R04'], '主管同意')).rejects.toThrow('needs-person');
  await duty(desk);
  await expect(override(BLOCKED, ['R04'], '主管同意')).rejects.toThrow('needs-role');
  await duty(manager);
  await expect(override(BLOCKED, ['R04'], '  ')).rejects.toThrow('needs-reason');
  await expect(duty({ name: '不在名單上', role: 'doctor' })).rejects.toThrow('needs-person');
  const rules = Array.from({ length: 22 }, (_, i) => `R${String(i + 1).padStart(2, '0')}`);
  // An override lets this very text through and no other.
  await override(BLOCKED, rules, '律師看過，當事人已同意');
  await expect(copied(`${BLOCKED}！您上週二的病歷我們也看了。`, true)).rejects.toThrow('guard-blocks');
  await copied(BLOCKED);
  const { decisions } = await ask<{ decisions: Decision[] }>(open.sidebar, 'review.get', { key });
  expect(decisions.find(({ what }) => what === 'override')).toMatchObject({
    by: manager,
    text: BLOCKED,
    reason: '律師看過，當事人已同意',
  });
  expect(decisions.find(({ what }) => what === 'copied')).toMatchObject({ by: manager, text: BLOCKED });

  // A warning needs a named person, any, and that person's word.
  const unsure = '藍色的大象在屋頂跳舞唱歌。';
  await duty(null);
  await expect(copied(unsure, true)).rejects.toThrow('needs-person');
  await duty(desk);
  await expect(copied(unsure)).rejects.toThrow('guard-blocks');
  await copied(unsure, true);

  // A claim of a serious injury: no reply without manager or doctor, however harmless the words.
  expect(injured).toBeDefined();
  await duty(desk);
  await expect(copied('謝謝您的意見。', true, injured?.key)).rejects.toThrow('needs-role');
  await expect(ask(open.sidebar, 'review.confirm', { key: injured?.key })).rejects.toThrow('needs-role');
  await duty(null);
  await expect(copied('謝謝您的意見。', true, injured?.key)).rejects.toThrow('needs-person');
  await duty(manager);
  await copied('謝謝您的意見。', true, injured?.key);
});

test('the manager in a frame of Google Search is read, and its chips are drawn in the frame', async ({ launch }) => {
  const search = 'https://www.google.com/search?q=%E5%BE%AE%E5%85%89%E7%89%99%E9%86%AB%E8%A8%BA%E6%89%80';
  const manager = 'https://www.google.com/local/business/12345/customers/reviews?hl=zh-TW';
  const outer = `<!doctype html><html lang="zh-TW"><title>微光牙醫診所 - Google 搜尋</title><div id="search">x</div>
    <iframe src="${manager}" width="900" height="700"></iframe></html>`;
  const more = { [manager]: fixture('google-maps/manager.zh-TW.html') };
  const alone = await launch({ pages: more });
  const expected = (await readPage(alone, manager)).reviews.map(({ id }) => id);
  await alone.close();
  expect(expected.length).toBeGreaterThan(3);

  const open = await openPage(launch, search, outer, sampleClinic(), more);
  const ids = async () => (await open.view()).items.map(({ key }) => key.replace('google-maps:', '')).toSorted();
  await expect.poll(ids).toEqual(expected.toSorted());
  const frame = open.page.frames().find((one) => one.url() === manager);
  await expect.poll(() => frame?.locator('replywell-chip').count()).toBeGreaterThan(0);
  expect(await chips(open.page).count()).toBe(0);
  const view = await whenRead(open.sidebar);
  expect(view.page?.kind).toBe('manager');
});
