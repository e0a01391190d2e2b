import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Clinic, emptyClinic, type PageInfo, type Result, type Review } from '../../lib/contract/index.ts';
import { guard } from '../../lib/drafting/index.ts';
import type { From } from '../../lib/messaging/senders.ts';
import { Desk, handlersFor } from '../../lib/services/index.ts';
import { review as sample } from '../unit/store/samples.ts';

/** The background's verbs over a real store, with no page at the other end. */
const clinic: Clinic = { ...emptyClinic('晨星診所') };
const page: PageInfo = { site: 'ptt', kind: 'article', title: null, place: null, language: null };
const url = new URL('https://www.ptt.cc/bbs/x/M.1.A.1.html');
const content: From = { kind: 'content', tabId: 1, frameId: 0, documentId: 'd', url };
const sidebar: From = { ...content, kind: 'sidebar', frameId: 5 };

const push = (id: string, text: string, over: Partial<Review> = {}) =>
  sample({ site: 'ptt', kind: 'comment', id, text, place: null, rating: null, relevance: null, ...over });
const NAMES_US = '晨星診所等了兩個小時';

let desk: Desk;
let handlers: ReturnType<typeof handlersFor>;
/** What was asked of content scripts. */
let asked: { type: string; tabId: number; frameId: number | undefined }[];
let batch: number;

beforeEach(async () => {
  fakeBrowser.reset();
  asked = [];
  fakeBrowser.tabs.sendMessage = (async (
    tabId: number,
    message: { type: string },
    to?: { frameId?: number },
    answer?: () => void,
  ) => {
    asked.push({ type: message.type, tabId, frameId: to?.frameId });
    // The wire asks in the callback's way.
    answer?.();
    return undefined;
  }) as typeof fakeBrowser.tabs.sendMessage;
  await restart();
  await Promise.all(desk.store.db.tables.map((table) => table.clear()));
});

/** A new life of the worker over the same store. */
async function restart() {
  desk?.store.db.close();
  desk = new Desk();
  handlers = handlersFor(desk);
  batch = 0;
}

const report = (reviews: unknown[], over: object = {}, from = content) =>
  handlers['page.report'](
    {
      session: 's',
      batch: batch++,
      reset: batch === 1,
      reading: false,
      page,
      health: { status: 'ok', problems: [] },
      reviews,
      ...over,
    } as never,
    from,
  );
async function value<T>(result: Promise<Result<T>> | Result<T>): Promise<T> {
  const answer = await result;
  if (!answer.ok) throw new Error(answer.failure);
  return answer.value;
}
/** The profile as it was saved in an earlier session. */
async function profile() {
  await fakeBrowser.storage.local.set({ clinic });
  desk.settingsChanged();
}
const view = () => value(handlers['page.view']({ since: 0 }, sidebar));
const stored = async () => (await value(handlers['store.list']({ query: '', filter: 'all', limit: 0 }, sidebar))).total;

describe('ingest', () => {
  test('bad records are left out and said, for as long as the page stands', async () => {
    const answer = await value(report([push('a', 'x'), { id: 'b' }, null, { ...push('c', 'y'), site: 'dcard' }]));
    expect(answer).toMatchObject({ resync: false, rejected: 3 });
    expect((await view()).items.map(({ key }) => key)).toEqual(['ptt:a']);
    await report([push('d', 'z')]);
    const { health, items } = await view();
    expect(items.length).toBe(2);
    expect(health).toEqual({
      status: 'degraded',
      problems: [{ field: 'record', selector: 'contract', count: 3 }],
    });
    // A new page begins with a clean sheet.
    await report([push('e', 'z')], { reset: true });
    expect((await view()).health?.status).toBe('ok');
  });

  test('a report that is missing, or of another life of the page, is answered with resync and changes nothing', async () => {
    await report([push('a', 'x')]);
    expect(await value(report([push('b', 'x')], { batch: 5 }))).toMatchObject({ resync: true });
    expect(await value(report([push('b', 'x')], { session: 'other' }))).toMatchObject({ resync: true });
    expect((await view()).items.length).toBe(1);
    // The same report twice (its answer got lost) is no harm.
    expect(await value(report([push('b', 'x')], { batch: 1 }))).toMatchObject({ resync: false });
    expect(await value(report([push('b', 'x')], { batch: 1 }))).toMatchObject({ resync: false });
    expect((await view()).items.length).toBe(2);
  });

  test('the site is the sender’s', async () => {
    const forged = { ...page, site: 'dcard' };
    expect(await report([], { page: forged })).toMatchObject({ ok: false, failure: 'not-allowed' });
  });

  test('the address is taken from the page only within the sender’s own site', async () => {
    await report([], { url: 'https://www.ptt.cc/bbs/x/M.2.A.2.html' });
    expect((await view()).url).toBe('https://www.ptt.cc/bbs/x/M.2.A.2.html');
    for (const other of ['https://www.dcard.tw/f/x/p/1', 'https://evil.example/', 'javascript:1', 'nonsense']) {
      await report([], { url: other });
      expect((await view()).url).toBe(url.href);
    }
  });

  test('`other` is not stored; with no profile nothing is', async () => {
    await report([push('a', NAMES_US), push('b', '今天天氣很好')]);
    expect(await stored()).toBe(0);
    await profile();
    await report([push('a', NAMES_US), push('b', '今天天氣很好')]);
    expect(await stored()).toBe(1);
    const { items, others } = await view();
    expect(items.map(({ relevance }) => relevance)).toEqual(['mention', 'other']);
    expect(others).toBe(1);
  });
});

describe('a worker that restarted', () => {
  test('asks the page to say everything, once, whatever it hears first', async () => {
    await restart();
    await handlers['review.opened']({ id: 'a' }, content);
    await handlers['review.select']({ key: 'ptt:a' }, sidebar);
    expect((await view()).reading).toBe(true);
    await view();
    expect(asked.filter(({ type }) => type === 'content.resync')).toHaveLength(1);
    await report([push('a', 'x')]);
    await view();
    expect(asked.filter(({ type }) => type === 'content.resync')).toHaveLength(1);
  });

  test('selects what was pressed as soon as it knows it', async () => {
    await restart();
    await handlers['review.opened']({ id: 'b' }, content);
    expect((await view()).selected).toBeNull();
    await report([push('a', 'x')]);
    expect((await view()).selected).toBeNull();
    await report([push('b', 'x')]);
    expect((await view()).selected).toBe('ptt:b');
  });
});

describe('frames', () => {
  const inner: From = { ...content, frameId: 3, documentId: 'e' };
  test('a top page that begins anew asks the frames that it made forget', async () => {
    await report([push('a', 'x')], { reset: true }, inner);
    expect((await view()).items.length).toBe(1);
    await report([push('t', 'x')], { reset: true, session: 'top' });
    expect((await view()).items.map(({ key }) => key)).toEqual(['ptt:t']);
    expect(asked).toContainEqual({ type: 'content.resync', tabId: 1, frameId: 3 });
    await report([push('a', 'x')], { reset: true }, inner);
    expect((await view()).items.length).toBe(2);
    await handlers['page.closed']({ session: 's' }, inner);
    expect((await view()).items.map(({ key }) => key)).toEqual(['ptt:t']);
  });

  test('a choice on the page before is no choice on the next', async () => {
    await report([push('a', 'x')], { reset: true });
    await handlers['review.select']({ key: 'ptt:a' }, sidebar);
    // The same page said again: the choice stands.
    await report([push('a', 'x')], { reset: true });
    expect((await view()).selected).toBe('ptt:a');
    await report([push('c', 'x')], { reset: true, url: 'https://www.ptt.cc/bbs/x/M.3.A.3.html' });
    expect((await view()).selected).toBeNull();
  });
});

test('binding is for a clinic’s own page: not for a group, an article or a place that nobody named', async () => {
  const bind = async (over: Partial<PageInfo>, at: string) => {
    const from = { ...content, url: new URL(at) };
    const site = over.site ?? 'facebook';
    await report([], { reset: true, page: { ...page, kind: 'timeline', ...over, site } }, from);
    return handlers['place.bind']({}, sidebar);
  };
  const place = { id: '77', name: '晨星診所' };
  const no = { ok: false, failure: 'not-supported-page' };
  expect(await bind({ kind: 'group', place }, 'https://www.facebook.com/groups/77')).toMatchObject(no);
  expect(await bind({ kind: 'post', place }, 'https://www.facebook.com/groups/77/posts/1')).toMatchObject(no);
  expect(await bind({ place: null }, 'https://www.facebook.com/')).toMatchObject(no);
  expect(await bind({ site: 'ptt', kind: 'article', place }, url.href)).toMatchObject(no);
});

const front = { name: '王小美', role: 'desk' } as const;
const chief = { name: '張經理', role: 'manager' } as const;
const staffed = async (people: readonly object[], onDuty: object | null) => {
  await fakeBrowser.storage.local.set({ clinic: { ...clinic, people }, onDuty });
  desk.settingsChanged();
  await report([push('a', NAMES_US)]);
};
const copied = (text: string, part: object = {}) =>
  handlers['draft.copied']({ key: 'ptt:a', text, confirmed: true, ...part }, sidebar);
const copies = async () =>
  (await value(handlers['review.get']({ key: 'ptt:a' }, sidebar))).decisions.filter(({ what }) => what === 'copied');
/** What the rules warn of and do not block. */
const BINDING = ['請您盡快刪除這則評論。', '這是我們的疏失。', '我們會保留法律追訴權。'].filter(
  (text) => guard(text, { review: '', clinic: null }).verdict === 'warn',
);

test('what binds the clinic is confirmed by manager or doctor, whatever the sidebar asks', async () => {
  expect(BINDING.length).toBeGreaterThan(0);
  await staffed([front, chief], front);
  for (const text of BINDING) {
    expect(await copied(text)).toMatchObject({ failure: 'needs-role' });
    expect(await copied(text, { by: front })).toMatchObject({ failure: 'needs-role' });
    expect(await copied(text, { by: { name: '路人', role: 'manager' } })).toMatchObject({ failure: 'needs-person' });
    expect(await copied(text, { by: chief, confirmed: false })).toMatchObject({ failure: 'guard-blocks' });
    expect(await copies()).toEqual([]);
    await value(copied(text, { by: chief }));
    // Whose name, and who sat there.
    expect(await copies()).toMatchObject([{ text, by: chief, duty: front }]);
    await desk.store.db.decisions.clear();
  }
  // What nobody knows is for anybody to have read; nothing to say beside the name.
  await value(copied('藍色的大象在屋頂跳舞唱歌。'));
  const [plain] = await copies();
  expect(plain).toMatchObject({ by: front });
  expect(plain).not.toHaveProperty('duty');
});

test('where the clinic has no manager and no doctor, whoever is on duty confirms', async () => {
  await staffed([front], front);
  for (const text of BINDING) await value(copied(text));
  expect(await copies()).toHaveLength(BINDING.length);
  await staffed([front], null);
  expect(await copied(BINDING[0] ?? '')).toMatchObject({ failure: 'needs-person' });
});

test('an override under a picked name says who was on duty', async () => {
  await staffed([front, chief], front);
  const ask = (part: object) =>
    handlers['draft.override'](
      { key: 'ptt:a', text: '您上週來看診', rules: ['R04'], reason: '一般流程', ...part },
      sidebar,
    );
  expect(await ask({})).toMatchObject({ failure: 'needs-role' });
  const { decisions } = await value(ask({ by: chief }));
  expect(decisions).toMatchObject([{ what: 'override', by: chief, duty: front }]);
  await staffed([front, chief], chief);
  const { decisions: later } = await value(ask({ by: chief }));
  expect(later.at(-1)).toMatchObject({ by: chief });
  expect(later.at(-1)).not.toHaveProperty('duty');
});

test('the reason of an override stays for good: no number of a person gets into it', async () => {
  const boss = { name: '張經理', role: 'manager' } as const;
  await fakeBrowser.storage.local.set({ clinic: { ...clinic, people: [boss] }, onDuty: boss });
  desk.settingsChanged();
  await report([push('a', NAMES_US)]);
  const override = (reason: string) =>
    handlers['draft.override']({ key: 'ptt:a', text: '您上週來看診', rules: ['R04'], reason }, sidebar);
  for (const number of ['A123456789', '0912-345-678', '病歷號 12345678'])
    expect(await override(`本人（${number}）同意`)).toMatchObject({ ok: false, failure: 'bad-request' });
  const { decisions } = await value(override('本人書面同意，由張經理確認'));
  expect(decisions).toMatchObject([{ what: 'override', by: boss, reason: '本人書面同意，由張經理確認' }]);
});
