import 'fake-indexeddb/auto';
import { Blob as NodeBlob } from 'node:buffer';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as z from 'zod/mini';
import { backUp } from '../../entrypoints/dashboard/backup.ts';
import type { Wire } from '../../entrypoints/sidebar/state.ts';
import { type Clinic, emptyClinic, type OwnSentence, type Person, type Result } from '../../lib/contract/index.ts';
import { REQUESTS } from '../../lib/messaging/protocol.ts';
import type { From } from '../../lib/messaging/senders.ts';
import { Desk, handlersFor } from '../../lib/services/index.ts';
import { loadSettings } from '../../lib/settings/index.ts';
import { loadModel, saveModel } from '../../lib/settings/model.ts';
import { changeSentences, loadSentences } from '../../lib/settings/sentences.ts';
import { saveCapture, setMark, upsertReviews } from '../../lib/store/index.ts';
import { amy, LATER, NOON, reading, review } from '../unit/store/samples.ts';

/** Everything leaves one computer, comes to another, or is deleted: through the background's own verbs. */
const boss: Person = { name: '張經理', role: 'manager' };
const clinic: Clinic = { ...emptyClinic('晨星診所'), people: [boss, amy] };
const dashboard: From = {
  kind: 'dashboard',
  tabId: 1,
  frameId: 0,
  documentId: 'd',
  url: new URL('https://extension.example/'),
};
const sentence = (id: string, text: string, by: Person | null): OwnSentence => ({
  id,
  text,
  language: 'zh-TW',
  purpose: 'thanks',
  aspect: null,
  tone: null,
  by,
  at: by && NOON,
});
const OWN = [sentence('s1', '謝謝您的提醒。', boss), sentence('s2', '謝謝您。', { name: '離職的人', role: 'doctor' })];

let desk: Desk;
const handlers = () => handlersFor(desk);
/** As a page asks: what the protocol makes of the data is what is handled. */
const request = (async (name: keyof ReturnType<typeof handlersFor>, data: never) =>
  handlers()[name](
    z.parse(REQUESTS[name].data as z.ZodMiniType, data) as never,
    dashboard,
  )) as unknown as Wire['request'];
const good = async <T>(result: Result<T> | Promise<Result<T>>): Promise<T> => {
  const answer = await result;
  if (!answer.ok) throw new Error(`${answer.failure} ${answer.detail ?? ''}`);
  return answer.value;
};
const actions = async () =>
  (await desk.store.db.custody.toArray()).map(({ facts }) => facts && [facts.action, facts.by?.name, facts.detail]);

async function computer(): Promise<void> {
  desk?.store.db.close();
  fakeBrowser.reset();
  desk = new Desk();
  await Promise.all(desk.store.db.tables.map((table) => table.clear()));
}

async function filled(): Promise<void> {
  await good(request('settings.clinic', clinic));
  await good(request('settings.duty', { person: boss }));
  await good(request('settings.preferences', { retentionDays: 365 }));
  await changeSentences(() => ({ ok: true, value: OWN }));
  await good(upsertReviews(desk.store, [reading()], NOON));
  const manifest = JSON.stringify({ page: { site: 'ptt' }, review: { author: { name: '阿明' } } });
  const files = [{ name: 'picture-1.png', bytes: Uint8Array.of(1, 2, 3) }];
  const row = { id: 'c1', key: 'google-maps:r1', at: LATER, manifest, manifestHash: 'aa', files };
  await good(saveCapture(desk.store, row, boss));
}

beforeEach(async () => {
  await computer();
  // This DOM's blobs cannot be stored, and it fetches none.
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.stubGlobal('Blob', NodeBlob);
  vi.stubGlobal('fetch', async (address: string) => ({ blob: async () => held.get(address) }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The dashboard's blobs by their address. */
const held = new Map<string, Blob>();
const taken = (file: Blob): { file: string } => {
  held.set('blob:backup', file);
  return { file: 'blob:backup' };
};

test('a new computer becomes as the old one was; the log says who handed over and who took', async () => {
  await filled();
  let file = new Blob();
  const { name } = await good(backUp(request, desk.store, (made) => (file = made)));
  expect(name).toMatch(/^replywell-\d{4}-\d\d-\d\d\.zip$/);
  expect(await actions()).toEqual([
    ['captured', boss.name, undefined],
    ['exported', boss.name, 'backup'],
  ]);
  expect((await loadSettings()).preferences.lastBackup).not.toBeNull();

  await computer();
  expect(await good(request('data.import', taken(file)))).toEqual({ reviews: 1, skipped: 0 });
  const { clinic: came, preferences, onDuty } = await loadSettings();
  expect([came, onDuty]).toEqual([clinic, null]);
  expect(preferences).toMatchObject({ retentionDays: 365, lastBackup: null });
  // Whoever approved it works here still; the other one's waits for approval again.
  expect(await loadSentences()).toEqual([OWN[0], { ...OWN[1], by: null, at: null }]);
  expect((await actions()).map((entry) => entry?.[0])).toEqual(expect.arrayContaining(['exported', 'imported']));
  expect((await good(request('data.inventory', {}))).captures).toBe(1);
  // Once more: nothing comes twice.
  await good(request('data.import', taken(file)));
  expect(await loadSentences()).toHaveLength(2);
});

test('a backup into a clinic that has its profile leaves settings and own sentences as they are', async () => {
  await filled();
  let file = new Blob();
  await good(backUp(request, desk.store, (made) => (file = made)));
  await computer();
  const other = { ...emptyClinic('微光牙醫診所'), people: [boss] };
  await good(request('settings.clinic', other));
  await changeSentences(() => ({ ok: true, value: [sentence('x', '謝謝您的提醒。', null)] }));
  await good(request('data.import', taken(file)));
  expect((await loadSettings()).clinic).toEqual(other);
  expect((await loadSentences()).map(({ id, by }) => [id, by])).toEqual([
    ['x', null],
    ['s2', null],
  ]);
});

test('what is no blob of ours, or not there, is refused', async () => {
  expect(await request('data.import', { file: 'https://example.com/' })).toMatchObject({ failure: 'bad-request' });
  expect(await request('data.import', taken(new Blob(['PK'])))).toMatchObject({ failure: 'bad-file' });
});

test('delete all names the evidence, asks why, and leaves the log’s hashes and no setting', async () => {
  await filled();
  await saveModel({ on: true });
  expect(await good(request('data.inventory', {}))).toMatchObject({
    captures: 1,
    corrections: 0,
    sentences: OWN.length,
    evidence: [{ id: 'c1', at: LATER, site: 'ptt', author: '阿明' }],
  });
  expect(await request('data.clear', { reason: ' ' })).toMatchObject({ failure: 'needs-reason' });
  expect(await request('data.clear', { reason: '病人 0912-345-678 要求' })).toMatchObject({ failure: 'bad-request' });
  await good(request('settings.duty', { person: amy }));
  expect(await request('data.clear', { reason: '診所歇業' })).toMatchObject({ failure: 'needs-role' });
  expect(await request('data.clear', { reason: '診所歇業', by: { name: '路人', role: 'doctor' } })).toMatchObject({
    failure: 'needs-person',
  });
  expect((await loadSettings()).clinic).toEqual(clinic);
  await good(request('data.clear', { reason: '診所歇業', by: boss }));
  const { clinic: left, onDuty, preferences } = await loadSettings();
  expect([left, onDuty, preferences.retentionDays]).toEqual([null, null, null]);
  expect(await loadSentences()).toEqual([]);
  expect((await loadModel()).on).toBe(false);
  const log = await desk.store.db.custody.toArray();
  expect(log.map(({ facts }) => facts && [facts.action, facts.reason, facts.by?.name, facts.duty?.name])).toEqual([
    null,
    ['cleared', '診所歇業', boss.name, amy.name],
  ]);
  for (const { name } of desk.store.db.tables)
    expect([name, (await desk.store.db.table(name).count()) > 0]).toEqual([name, /^(custody|meta)$/.test(name)]);
});

test('a change of one preference leaves the others, also after the protocol has looked at it', async () => {
  await good(request('sidebar.placed', { open: true, width: 400 }));
  await good(request('settings.preferences', { tone: 'formal', lastBackup: NOON, retentionDays: 365 }));
  const { preferences } = await good(request('settings.preferences', { theme: 'dark' }));
  const kept = { tone: 'formal', lastBackup: NOON, retentionDays: 365, sidebar: { open: true, width: 400 } };
  expect(preferences).toMatchObject({ theme: 'dark', ...kept });
  // A dark theme and the open sidebar are no reason to go back to Chinese, nor the other way round.
  expect((await good(request('settings.preferences', { language: 'en' }))).preferences).toMatchObject({
    theme: 'dark',
    language: 'en',
    ...kept,
  });
  expect((await good(request('settings.preferences', {}))).preferences.language).toBe('en');
});

test('what is due is told, and goes only by a manager’s or doctor’s word; the log says so', async () => {
  await filled();
  await good(upsertReviews(desk.store, [reading({ id: 'r2' }), reading({ id: 'r3' })], NOON));
  const done = { by: amy, at: NOON };
  for (const id of ['r1', 'r2']) await good(setMark(desk.store, `google-maps:${id}`, 'handled', done));
  const due = () => good(request('data.due', {}));
  vi.setSystemTime('2026-09-01T00:00:00.000Z');
  expect(await due()).toMatchObject({ due: [], held: [] });
  vi.setSystemTime('2027-09-01T00:00:00.000Z');
  expect(await due()).toMatchObject({
    due: [{ key: 'google-maps:r2' }],
    total: 1,
    held: [{ key: 'google-maps:r1' }],
    heldTotal: 1,
  });
  const keys = ['google-maps:r1', 'google-maps:r2', 'google-maps:r3'];
  for (const [person, failure] of [
    [amy, 'needs-role'],
    [null, 'needs-person'],
  ] as const) {
    await good(request('settings.duty', { person }));
    expect(await request('data.purge', { keys })).toMatchObject({ ok: false, failure });
  }
  expect((await due()).total).toBe(1);
  await good(request('settings.duty', { person: boss }));
  expect(await good(request('data.purge', { keys }))).toEqual({ deleted: 1 });
  expect(await actions()).toContainEqual(['purged', boss.name, '1 reviews']);
  expect(await desk.store.db.reviews.toCollection().primaryKeys()).toEqual(['google-maps:r1', 'google-maps:r3']);
  // Everything kept: nothing is ever due.
  await good(request('settings.preferences', { retentionDays: null }));
  expect(await due()).toMatchObject({ total: 0, heldTotal: 0 });
});

test('a capture is deleted by manager or doctor; one’s own wrong one of the same day also by whoever took it', async () => {
  await filled();
  vi.setSystemTime(LATER);
  const take = (id: string, by: Person) =>
    saveCapture(desk.store, { id, key: 'google-maps:r1', at: LATER, manifest: '{}', manifestHash: id, files: [] }, by);
  await good(take('c2', amy));
  await good(request('settings.duty', { person: amy }));
  const remove = (id: string, wrong: boolean, reason = '測試') => request('evidence.delete', { id, reason, wrong });
  expect(await remove('c2', true, '拍到病人 A123456789')).toMatchObject({ failure: 'bad-request' });
  expect(await remove('c2', false)).toMatchObject({ failure: 'needs-role' });
  expect(await remove('c1', true)).toMatchObject({ failure: 'needs-role' });
  expect(await remove('c2', true)).toMatchObject({ ok: true });
  await good(request('settings.duty', { person: boss }));
  expect(await remove('c1', false)).toMatchObject({ ok: true });
  expect((await actions()).slice(-2)).toEqual([
    ['purged', amy.name, undefined],
    ['deleted', boss.name, undefined],
  ]);
});

test('an open page learns that evidence of its review was deleted', async () => {
  await filled();
  const url = new URL('https://www.google.com/maps/place/x');
  const from: From = { kind: 'content', tabId: 7, frameId: 0, documentId: 'd', url };
  const page = { site: 'google-maps', kind: 'place', title: null, place: null, language: null };
  const report = { session: 's', batch: 0, reset: true, reading: false, page, reviews: [review()] };
  await good(handlersFor(desk)['page.report']({ ...report, health: { status: 'ok', problems: [] } } as never, from));
  const line = async (since: number) => {
    const view = await good(handlersFor(desk)['page.view']({ since }, { ...from, kind: 'sidebar', frameId: 5 }));
    return { rev: view.rev, captured: view.items.map(({ captured }) => captured) };
  };
  const before = await line(0);
  expect(before.captured).toEqual([true]);
  expect((await line(before.rev)).captured).toEqual([]);
  await good(request('settings.duty', { person: boss }));
  await good(request('evidence.delete', { id: 'c1', reason: '測試', wrong: false }));
  expect((await line(before.rev)).captured).toEqual([undefined]);
});
