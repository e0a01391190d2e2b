import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import {
  addDecision,
  dueReviews,
  getReview,
  listReviews,
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

  expect(await value(dueReviews(store, 90, NEXT_WEEK))).toEqual([]);
  expect(await value(dueReviews(store, null, NEXT_WEEK))).toEqual([]);
  expect(await value(dueReviews(store, 5, NEXT_WEEK))).toEqual([key('done')]);

  const asked = ['done', 'held', 'shot', 'none'].map(key);
  expect(await value(purgeReviews(store, asked))).toBe(1);
  expect(await store.db.reviews.toCollection().primaryKeys()).toEqual(['held', 'open', 'shot'].map(key));
  expect(await value(typedText(store, key('done')))).toBeNull();
  expect(await store.db.decisions.where('key').equals(key('done')).count()).toBe(0);
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
