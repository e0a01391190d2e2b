import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  type Change,
  type Clinic,
  emptyClinic,
  HUNCH,
  type PageInfo,
  type Person,
  type Result,
  urgencyOf,
} from '../../lib/contract/index.ts';
import type { From } from '../../lib/messaging/senders.ts';
import { Desk, handlersFor } from '../../lib/services/index.ts';
import type { Row } from '../../lib/services/pages.ts';
import { exportAll, importAll, openStore, replaceTriage, storedStatistics } from '../../lib/store/index.ts';
import { setModelState } from '../../lib/triage/model/state.ts';
import { settings as copy, review as sample } from '../unit/store/samples.ts';

/** 「這個判斷不對」 through the background's verbs, over a real store. */
const amy: Person = { name: '王小美', role: 'desk' };
const boss: Person = { name: '張經理', role: 'manager' };
const clinic: Clinic = { ...emptyClinic('晨星診所'), people: [amy, boss] };
const page: PageInfo = { site: 'ptt', kind: 'article', title: null, place: null, language: null };
const content: From = {
  kind: 'content',
  tabId: 1,
  frameId: 0,
  documentId: 'd',
  url: new URL('https://www.ptt.cc/bbs/x/M.1.A.1.html'),
};
const sidebar: From = { ...content, kind: 'sidebar', frameId: 5 };
const dashboard: From = { ...content, kind: 'dashboard' };
const KEY = 'ptt:a';
const TEXT = '晨星診所等了兩個小時，櫃檯那個人根本是智障。';
const INSULT = { start: TEXT.indexOf('智障'), end: TEXT.indexOf('智障') + 2, quote: '智障' };
const NOT_INSULT: Change = { what: 'not-this', kind: 'insult', places: [INSULT] };

let desk: Desk;
let handlers: ReturnType<typeof handlersFor>;
let batch: number;

beforeEach(async () => {
  fakeBrowser.reset();
  // No page at the other end. The wire asks in the callback's way.
  fakeBrowser.tabs.sendMessage = ((...asked: unknown[]) => {
    const answer = asked.at(-1);
    if (typeof answer === 'function') answer();
    return Promise.resolve();
  }) as typeof fakeBrowser.tabs.sendMessage;
  await restart();
  await Promise.all(desk.store.db.tables.map((table) => table.clear()));
  await fakeBrowser.storage.local.set({ clinic });
  desk.settingsChanged();
});

async function restart() {
  desk?.store.db.close();
  desk = new Desk();
  handlers = handlersFor(desk);
  batch = 0;
}

const report = (text = TEXT) =>
  handlers['page.report'](
    {
      session: 's',
      batch: batch++,
      reset: batch === 1,
      reading: false,
      page,
      health: { status: 'ok', problems: [] },
      reviews: [sample({ site: 'ptt', kind: 'comment', id: 'a', text, place: null, rating: null, relevance: null })],
    } as never,
    content,
  );

async function value<T>(result: Promise<Result<T>> | Result<T>): Promise<T> {
  const answer = await result;
  if (!answer.ok) throw new Error(answer.failure);
  return answer.value;
}
const onDuty = (person: Person | null) => handlers['settings.duty']({ person }, sidebar);
const correct = (changes: Change[], note = '', by?: Person) =>
  handlers['correction.add']({ key: KEY, changes, note, ...(by && { by }) }, sidebar);
const get = (from = sidebar) => value(handlers['review.get']({ key: KEY }, from));
const line = async () => (await value(handlers['page.view']({ since: 0 }, sidebar))).items[0];
const listed = async () =>
  (await value(handlers['store.list']({ query: '', filter: 'all', limit: 9 }, dashboard))).items[0];
const kinds = (risks: { kind: string }[]) => risks.map(({ kind }) => kind);

describe('a correction', () => {
  test('needs a named person on duty, who is one of the clinic’s people', async () => {
    await report();
    expect(await correct([NOT_INSULT])).toMatchObject({ ok: false, failure: 'needs-person' });
    await onDuty({ name: '路人', role: 'manager' });
    expect(await correct([NOT_INSULT])).toMatchObject({ ok: false, failure: 'needs-person' });
    expect((await get()).corrections).toEqual([]);
  });

  test('wins on the page, in the store, in the numbers, and leaves the original to be seen', async () => {
    await report();
    await onDuty(amy);
    const before = await get();
    expect(kinds(before.triage.risks)).toContain('insult');
    const view = await value(correct([NOT_INSULT, { what: 'sentiment', from: 'positive', to: 'neutral' }], ' 是綽號 '));
    expect(kinds(view.triage.risks)).not.toContain('insult');
    expect(view.original).toEqual(before.triage);
    expect(view.corrections).toMatchObject([
      { by: amy, change: NOT_INSULT, note: '是綽號', takenBack: null },
      // What it was read as, whatever the asking page said.
      { change: { what: 'sentiment', from: before.triage.sentiment, to: 'neutral' } },
    ]);
    for (const item of [await line(), await listed()])
      expect(item).toMatchObject({ corrected: true, sentiment: 'neutral', priority: view.triage.priority });
    expect((await value(storedStatistics(desk.store))).bySentiment).toMatchObject({ neutral: 1, negative: 0 });
  });

  test('is still there after the worker restarted and the page was read again', async () => {
    await report();
    await onDuty(amy);
    await correct([NOT_INSULT]);
    await restart();
    await report();
    expect(await line()).toMatchObject({ corrected: true });
    expect(kinds((await get()).triage.risks)).not.toContain('insult');
    expect(await listed()).toMatchObject({ corrected: true });
  });

  test('stays when the rules change, and when the author edits around its words', async () => {
    await report();
    await onDuty(amy);
    await correct([NOT_INSULT]);
    const { original } = await get();
    if (!original) throw new Error('not corrected');
    const anew = { ...original, forms: ['AI 生成'] };
    const judged = [{ key: KEY, text: TEXT, triage: anew }];
    await value(replaceTriage(desk.store, judged, { version: 99, language: 'zh-TW' }));
    const row = await desk.store.db.reviews.get(KEY);
    expect(row?.triage.forms).toEqual(['AI 生成']);
    expect(kinds(row?.corrected?.risks ?? [])).not.toContain('insult');
    await report(`更新：${TEXT}真的很扯`);
    expect(kinds((await get()).triage.risks)).not.toContain('insult');
    expect(kinds((await get()).original?.risks ?? [])).toContain('insult');
    expect(kinds((await desk.store.db.reviews.get(KEY))?.corrected?.risks ?? [])).not.toContain('insult');
  });

  test('can be taken back, and stays in the record', async () => {
    await report();
    await onDuty(amy);
    const before = await get();
    const [made] = (await value(correct([NOT_INSULT]))).corrections;
    await onDuty(boss);
    const id = made?.id ?? '';
    const view = await value(handlers['correction.back']({ key: KEY, correction: id }, sidebar));
    expect(view.triage).toEqual(before.triage);
    expect(view.original).toBeNull();
    expect(view.corrections).toMatchObject([{ id, by: amy, takenBack: { by: boss } }]);
    expect((await line())?.corrected).toBeUndefined();
    expect((await listed())?.corrected).toBeUndefined();
    expect(await handlers['correction.back']({ key: KEY, correction: id }, sidebar)).toMatchObject({ ok: false });
  });

  test('that plays down something grave needs a manager or a doctor', async () => {
    const threat = '晨星診所給我小心一點，我明天帶人去砸店。';
    await report(threat);
    await onDuty(amy);
    const { risks, priority } = (await get()).triage;
    expect(urgencyOf(priority)).toBe('today');
    const places = risks
      .filter(({ kind }) => kind === 'threat-violence')
      .map(({ start, end }) => ({ start, end, quote: threat.slice(start, end) }));
    const none: Change = { what: 'not-this', kind: 'threat-violence', places };
    expect(await correct([none])).toMatchObject({ ok: false, failure: 'needs-role' });
    // Nor by a page that names another urgency than the one that was read.
    const lower: Change = { what: 'urgency', from: 'soon', to: 'calm' };
    expect(await correct([lower])).toMatchObject({ ok: false, failure: 'needs-role' });
    expect(await correct([none], '', { name: '路人', role: 'manager' })).toMatchObject({ failure: 'needs-person' });
    // Under the manager's name, and who sits here stays on duty and is noted.
    const made = await value(correct([none], '', boss));
    expect(urgencyOf(made.triage.priority)).not.toBe('today');
    expect(made.corrections).toMatchObject([{ by: boss, duty: amy }]);
    expect((await desk.settings()).onDuty).toEqual(amy);
  });

  test('of a hunch is for anybody on duty; what is really found no page can call one', async () => {
    const claim = '晨星診所收現金不開收據，問了還生氣，逃漏稅吧';
    await report(claim);
    await onDuty(amy);
    const row = desk.pages.everywhere(KEY)[0]?.row as Row;
    const found = row.triage.risks.filter(({ kind }) => kind === 'crime-claim');
    const places = found.map(({ start, end }) => ({ start, end, quote: claim.slice(start, end) }));
    expect(places.length).toBeGreaterThan(0);
    const none: Change = { what: 'not-this', kind: 'crime-claim', places, hunch: true };
    expect(await correct([none])).toMatchObject({ ok: false, failure: 'needs-role' });
    const softer = { ...row.triage, risks: found.map((risk) => ({ ...risk, confidence: HUNCH })) };
    Object.assign(row, { triage: softer, original: softer });
    const { triage, corrections } = await value(correct([none]));
    expect(triage.risks).toEqual([]);
    expect(corrections).toMatchObject([{ by: amy, change: { hunch: true } }]);
  });

  test('of words that are not in the review is refused', async () => {
    await report();
    await onDuty(amy);
    const places = [{ start: 0, end: 2, quote: '別處' }];
    expect(await correct([{ what: 'missing', to: 'insult', places }])).toMatchObject({ failure: 'bad-request' });
  });
});

describe('corrections as data', () => {
  test('go into the backup and come back with the review', async () => {
    await report();
    await onDuty(amy);
    const { corrections, triage } = await value(correct([NOT_INSULT]));
    const file = await value(exportAll(desk.store, copy(), '2026-03-10T04:00:00.000Z'));
    const other = openStore('another-computer');
    await value(importAll(other, file));
    expect(await other.db.corrections.toArray()).toMatchObject(corrections);
    expect((await other.db.reviews.get(KEY))?.corrected?.risks).toEqual(triage.risks);
    // Taken back there: it is taken back here after the way back.
    const [made] = corrections;
    await other.db.corrections.update(made?.id ?? '', { takenBack: { at: '2026-03-11T00:00:00.000Z', by: boss } });
    await value(importAll(desk.store, await value(exportAll(other, copy(), '2026-03-11T04:00:00.000Z'))));
    expect((await desk.store.db.reviews.get(KEY))?.corrected).toBeUndefined();
    await value(importAll(desk.store, file));
    expect((await desk.store.db.corrections.toArray())[0]?.takenBack).not.toBeNull();
    other.db.close();
  });

  test('are a file of JSON lines for the person', async () => {
    await report();
    expect(await value(handlers['data.corrections']({}, dashboard))).toMatchObject({ file: '', count: 0 });
    await onDuty(amy);
    await correct([NOT_INSULT, { what: 'aspect', aspect: 'price', from: null, to: 'neg' }]);
    const { file, count, name } = await value(handlers['data.corrections']({}, dashboard));
    expect(count).toBe(2);
    expect(name).toMatch(/^replywell-corrections-\d{4}-\d\d-\d\d\.jsonl$/);
    const lines = file
      .trimEnd()
      .split('\n')
      .map((one) => JSON.parse(one));
    expect(lines[0]).toMatchObject({ key: KEY, text: TEXT, by: amy, change: NOT_INSULT });
    expect(kinds(lines[0].read.risks)).toContain('insult');
  });

  test('go with everything else when all is deleted', async () => {
    await report();
    await onDuty(amy);
    await correct([NOT_INSULT]);
    await onDuty(boss);
    await value(handlers['data.clear']({ reason: '測試' }, dashboard));
    expect(await desk.store.db.corrections.count()).toBe(0);
  });
});

test('where the model could not be loaded the sidebar and the dashboard are told', async () => {
  await report();
  const told = async () => [
    (await value(handlers['page.view']({ since: 0 }, sidebar))).reader,
    (await value(handlers['reader.get']({}, dashboard))).reader,
  ];
  expect(await told()).toEqual(['full', 'full']);
  setModelState('rules-only');
  expect(await told()).toEqual(['rules-only', 'rules-only']);
  setModelState('full');
});
