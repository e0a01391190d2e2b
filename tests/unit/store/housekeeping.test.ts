import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import {
  addDecision,
  custodyLog,
  deleteCapture,
  dueReviews,
  getReview,
  listReviews,
  marksOf,
  outdatedReviews,
  purgeReviews,
  replaceTriage,
  saveCapture,
  saveTyped,
  setMark,
  storedStatistics,
  typedText,
  upsertReviews,
} from '../../../lib/store/index.ts';
import { amy, freshStore, LATER, NEXT_WEEK, NOON, reading, triage, value } from './samples.ts';

const boss = { name: '張經理', role: 'manager' } as const;
const key = (id: string) => `google-maps:${id}`;
const capture = (id: string) => ({
  id: `c-${id}`,
  key: key(id),
  at: NOON,
  manifest: '{}',
  manifestHash: 'aa',
  files: [],
});

test('what is due goes with all that hangs on it; open, held and captured ones stay', async () => {
  const store = freshStore();
  await value(
    upsertReviews(
      store,
      ['open', 'done', 'held', 'shot'].map((id) => reading({ id })),
      NOON,
    ),
  );
  for (const id of ['done', 'shot']) await value(setMark(store, key(id), 'handled', { by: amy, at: NOON }));
  await value(setMark(store, key('held'), 'needs-lawyer', { by: amy, at: NOON }));
  await value(saveCapture(store, capture('shot'), amy));
  await value(saveTyped(store, key('done'), '稿', NOON));

  const none = { due: [], total: 0, held: [], heldTotal: 0 };
  expect(await value(dueReviews(store, 90, NEXT_WEEK))).toEqual(none);
  expect(await value(dueReviews(store, null, NEXT_WEEK))).toEqual(none);
  expect(await value(dueReviews(store, 5, NEXT_WEEK))).toMatchObject({
    due: [{ key: key('done'), author: '阿明', mark: 'handled', markedAt: NOON }],
    total: 1,
    held: [{ key: key('shot') }],
    heldTotal: 1,
  });

  const asked = ['open', 'done', 'held', 'shot', 'none'].map(key);
  expect(await value(purgeReviews(store, asked, { days: 90, at: NEXT_WEEK, by: boss }))).toBe(0);
  expect(await value(purgeReviews(store, asked, { days: 5, at: NEXT_WEEK, by: boss }))).toBe(1);
  expect(await store.db.reviews.toCollection().primaryKeys()).toEqual(['held', 'open', 'shot'].map(key));
  expect(await value(typedText(store, key('done')))).toBeNull();
  expect(await store.db.decisions.where('key').equals(key('done')).count()).toBe(0);
  // One entry for what went, none for what was asked in vain.
  const log = (await value(custodyLog(store))).map(({ facts }) => facts);
  expect(log).toMatchObject([
    { action: 'captured' },
    { action: 'purged', by: boss, capture: null, detail: '1 reviews' },
  ]);
});

test('a review tells in list and on its page that evidence is held, under whatever name it was captured', async () => {
  const store = freshStore();
  await value(upsertReviews(store, [reading(), reading({ id: 'r2' }), reading({ id: 'r3' })], NOON));
  await store.db.reviews.update(key('r1'), { aliases: [key('old')] });
  await value(saveCapture(store, capture('old'), amy));
  await value(saveCapture(store, capture('r2'), amy));
  const held = async () => {
    const listed = await value(listReviews(store, { query: '', filter: 'all', limit: 9 }));
    const known = await value(marksOf(store, ['r1', 'r2', 'r3'].map(key)));
    const marked = [...known].filter(([, { captured }]) => captured).map(([name]) => name);
    expect(marked).toEqual(listed.items.filter(({ captured }) => captured).map((item) => item.key));
    return marked;
  };
  expect(await held()).toEqual(['r1', 'r2'].map(key));
  await value(deleteCapture(store, 'c-r2', { at: LATER, by: boss, reason: '誤擷取', action: 'purged' }));
  expect(await held()).toEqual([key('r1')]);
});

test('what is being captured, or was captured under its other id, is held', async () => {
  const store = freshStore();
  await value(upsertReviews(store, [reading(), reading({ id: 'r2' })], NOON));
  for (const id of ['r1', 'r2']) await value(setMark(store, key(id), 'ignored', { by: amy, at: NOON }));
  await store.db.reviews.update(key('r1'), { aliases: [key('old')] });
  await value(saveCapture(store, capture('old'), amy));
  const session = { id: 's', key: key('r2'), tabId: 1, frameId: 0, startedAt: NOON, input: null };
  await store.db.sessions.add({ ...session, shots: 0, expected: 1, todo: [], ended: null });
  expect(await value(dueReviews(store, 5, NEXT_WEEK))).toMatchObject({ total: 0, heldTotal: 2 });
  expect(await value(purgeReviews(store, ['r1', 'r2'].map(key), { days: 5, at: NEXT_WEEK, by: boss }))).toBe(0);
});

test('statistics of the store know what was answered', async () => {
  const store = freshStore();
  await value(upsertReviews(store, [reading(), reading({ id: 'r2' })], NOON));
  await value(addDecision(store, key('r1'), { at: LATER, by: amy, what: 'copied', text: '謝謝' }));
  expect(await value(storedStatistics(store))).toMatchObject({ total: 2, answered: 1, medianHoursToAnswer: 2 });
});

test('after a change of language or rules the findings are made anew, but not of a text that changed meanwhile', async () => {
  const store = freshStore();
  const english = { version: 2, language: 'en' };
  await value(upsertReviews(store, [reading(), reading({ id: 'r2' })], NOON));
  await value(upsertReviews(store, [reading({ id: 'r3' })], NOON, english));
  const outdated = await value(outdatedReviews(store, english, 10));
  expect(outdated.map((row) => row.key)).toEqual([key('r1'), key('r2')]);
  await value(upsertReviews(store, [reading({ id: 'r2', text: '改了' })], LATER));

  const judged = outdated.map((row) => ({ key: row.key, text: row.review.text, triage: triage({ priority: 88 }) }));
  expect(await value(replaceTriage(store, judged, english))).toBe(1);
  expect((await value(outdatedReviews(store, english, 10))).map((row) => row.key)).toEqual([key('r2')]);
  expect((await value(getReview(store, key('r1')))).row).toMatchObject({ triageLanguage: 'en', triageVersion: 2 });
  expect((await value(listReviews(store, { query: '', filter: 'urgent', limit: 5 }))).items).toMatchObject([
    { key: key('r1') },
  ]);
});
