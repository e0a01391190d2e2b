import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import {
  addDecision,
  addNote,
  getReview,
  listReviews,
  marksOf,
  noteUsedText,
  recentTexts,
  removeNote,
  saveTyped,
  setMark,
  typedText,
  upsertReviews,
} from '../../../lib/store/index.ts';
import { amy, freshStore, LATER, NEXT_WEEK, NOON, reading, review, risk, triage, value } from './samples.ts';

const KEY = 'google-maps:r1';

describe('upserting', () => {
  test('a new review is inserted with all that was read', async () => {
    const store = freshStore();
    expect(await value(upsertReviews(store, [reading()], NOON))).toEqual({
      inserted: 1,
      updated: 0,
      revised: 0,
      skipped: [],
    });
    const { row, ...rest } = await value(getReview(store, KEY));
    expect(row).toMatchObject({ review: review(), triage: triage(), firstSeen: NOON, lastSeen: NOON, mark: 'open' });
    expect(rest).toEqual({ notes: [], decisions: [], corrections: [], revisions: [], typed: null });
  });

  test('the same reading again writes nothing until a day has passed', async () => {
    const store = freshStore();
    await upsertReviews(store, [reading()], NOON);
    expect(await value(upsertReviews(store, [reading()], LATER))).toMatchObject({ inserted: 0, updated: 0 });
    expect((await value(getReview(store, KEY))).row.lastSeen).toBe(NOON);
    expect(await value(upsertReviews(store, [reading()], NEXT_WEEK))).toMatchObject({ updated: 1, revised: 0 });
    expect((await value(getReview(store, KEY))).row).toMatchObject({ firstSeen: NOON, lastSeen: NEXT_WEEK });
  });

  test('a changed count is written, without a revision', async () => {
    const store = freshStore();
    await upsertReviews(store, [reading({ counts: { likes: 1, views: 9 } })], NOON);
    expect(await value(upsertReviews(store, [reading({ counts: { likes: 2 } })], LATER))).toMatchObject({ updated: 1 });
    const { row, revisions } = await value(getReview(store, KEY));
    expect(row.review.counts).toEqual({ likes: 2, views: 9 });
    expect(revisions).toEqual([]);
  });

  test('an edit keeps the older text with the time it was seen to be gone', async () => {
    const store = freshStore();
    await upsertReviews(store, [reading()], NOON);
    const changed = reading({ text: '後來有改善。', edited: true }, { priority: 10 });
    expect(await value(upsertReviews(store, [changed], LATER))).toMatchObject({ updated: 1, revised: 1 });
    const { row, revisions } = await value(getReview(store, KEY));
    expect(revisions).toEqual([{ text: '等了兩個小時才看到醫生。', until: LATER }]);
    expect(row).toMatchObject({ review: { text: '後來有改善。' }, triage: { priority: 10 } });
  });

  test('`other` and unjudged ones are refused unless a person keeps them, and stay kept', async () => {
    const store = freshStore();
    const other = reading({ id: 'o', relevance: 'other' });
    const unjudged = reading({ id: 'n', relevance: null });
    expect(await value(upsertReviews(store, [other, unjudged], NOON))).toMatchObject({
      inserted: 0,
      skipped: ['google-maps:o', 'google-maps:n'],
    });
    expect(await store.db.reviews.count()).toBe(0);
    expect(await value(upsertReviews(store, [{ ...other, kept: true }], NOON))).toMatchObject({ inserted: 1 });
    expect(
      await value(upsertReviews(store, [{ ...other, review: { ...other.review, text: '改了' } }], LATER)),
    ).toMatchObject({
      revised: 1,
      skipped: [],
    });
  });

  test('a stored review that reads as `other` elsewhere is left as it was', async () => {
    const store = freshStore();
    await upsertReviews(store, [reading()], NOON);
    const seen = await value(upsertReviews(store, [reading({ relevance: 'other', text: '別的' })], LATER));
    expect(seen.skipped).toEqual([KEY]);
    expect((await value(getReview(store, KEY))).row.review.text).toBe('等了兩個小時才看到醫生。');
  });

  test('5,000 go in at once, and once more without a write', async () => {
    const store = freshStore();
    const many = Array.from({ length: 5000 }, (_, index) => reading({ id: `r${index}` }));
    expect(await value(upsertReviews(store, many, NOON))).toMatchObject({ inserted: 5000 });
    expect(await value(upsertReviews(store, many, LATER))).toMatchObject({ inserted: 0, updated: 0 });
  }, 60_000);

  test('the same review twice in one batch is one row', async () => {
    const store = freshStore();
    const twice = [reading({ collapsed: true, text: '等了…' }), reading()];
    expect(await value(upsertReviews(store, twice, NOON))).toEqual({
      inserted: 1,
      updated: 0,
      revised: 0,
      skipped: [],
    });
    expect((await value(getReview(store, KEY))).row.review).toMatchObject({ collapsed: false, text: review().text });
  });
});

describe('aliases', () => {
  const facebook = (id: string, aliases?: string[], text = '態度很差') =>
    reading({ site: 'facebook', id, text, ...(aliases && { aliases }) });

  test('an alias leads to the row, in either direction', async () => {
    const store = freshStore();
    await upsertReviews(store, [facebook('123', ['pfbidA'])], NOON);
    expect(await value(upsertReviews(store, [facebook('pfbidA')], NOON))).toMatchObject({ inserted: 0 });
    expect(await value(upsertReviews(store, [facebook('pfbidB', ['123'])], LATER))).toMatchObject({
      inserted: 0,
      updated: 1,
    });
    expect(await store.db.reviews.count()).toBe(1);
    for (const id of ['123', 'pfbidA', 'pfbidB']) {
      expect((await value(getReview(store, `facebook:${id}`))).row.key).toBe('facebook:123');
    }
    expect([...(await value(marksOf(store, ['facebook:pfbidB', 'facebook:none']))).keys()]).toEqual([
      'facebook:pfbidB',
    ]);
  });

  test('two rows that turn out to be one are joined with all that hangs on them', async () => {
    const store = freshStore();
    await upsertReviews(store, [facebook('pfbidA')], NOON);
    await upsertReviews(store, [facebook('123')], LATER);
    await addNote(store, 'facebook:pfbidA', { text: '已電話致意', by: amy.name, at: NOON });
    await setMark(store, 'facebook:pfbidA', 'handled', { by: amy, at: NOON });
    await saveTyped(store, 'facebook:pfbidA', '舊稿', NOON);
    await saveTyped(store, 'facebook:123', '新稿', LATER);
    await upsertReviews(store, [facebook('123', ['pfbidA'])], LATER);
    expect(await store.db.reviews.count()).toBe(1);
    const whole = await value(getReview(store, 'facebook:pfbidA'));
    expect(whole).toMatchObject({
      row: { key: 'facebook:123', firstSeen: NOON, mark: 'handled' },
      notes: [{ text: '已電話致意' }],
      decisions: [{ what: 'marked' }],
      typed: '新稿',
    });
    expect((await store.db.drafts.toArray()).map(({ state, text }) => [state, text]).sort()).toEqual([
      ['set-aside', '舊稿'],
      ['typed', '新稿'],
    ]);
  });
});

describe('the queue', () => {
  async function filled() {
    const store = freshStore();
    const at = (iso: string) => ({ shown: '', iso, precision: 'day' as const });
    await upsertReviews(
      store,
      [
        reading({ id: 'old', postedAt: at('2026-01-01T00:00:00.000Z') }, { priority: 60, risks: [risk('opinion')] }),
        reading({ id: 'new', postedAt: at('2026-02-01T00:00:00.000Z') }, { priority: 60, risks: [risk('insult')] }),
        reading({ id: 'top', author: { id: null, name: 'ＡＬＩＣＥ', url: null, badges: [] } }, { priority: 90 }),
        reading({ id: 'done' }, { priority: 95 }),
        reading(
          { id: 'glad', text: '醫師很親切', rating: 5, ownerReply: { text: '謝謝', shown: '' } },
          { priority: 5, sentiment: 'positive' },
        ),
      ],
      NOON,
    );
    await setMark(store, 'google-maps:done', 'handled', { by: null, at: NOON });
    return store;
  }
  const ids = async (
    store: Awaited<ReturnType<typeof filled>>,
    filter: Parameters<typeof listReviews>[1]['filter'],
    query = '',
    limit = 99,
  ) => {
    const { items, total } = await value(listReviews(store, { query, filter, limit }));
    return { ids: items.map((item) => item.key.split(':')[1]), total };
  };

  test('open first, then urgent, then new', async () => {
    const store = await filled();
    expect(await ids(store, 'all')).toEqual({ ids: ['top', 'new', 'old', 'glad', 'done'], total: 5 });
    expect(await ids(store, 'all', '', 2)).toEqual({ ids: ['top', 'new'], total: 5 });
  });

  test('filters', async () => {
    const store = await filled();
    expect((await ids(store, 'urgent')).ids).toEqual(['top', 'done']);
    expect((await ids(store, 'negative')).ids).toEqual(['top', 'new', 'old', 'done']);
    expect((await ids(store, 'unanswered')).ids).toEqual(['top', 'new', 'old']);
    expect((await ids(store, 'risk')).ids).toEqual(['new']);
  });

  test('a search finds author, text and place whatever the width and case', async () => {
    const store = await filled();
    expect(await ids(store, 'all', ' alice ')).toEqual({ ids: ['top'], total: 1 });
    expect((await ids(store, 'all', '很親切')).ids).toEqual(['glad']);
    expect((await ids(store, 'unanswered', '晨星', 1)).total).toBe(3);
    expect(await ids(store, 'all', '沒有這個詞')).toEqual({ ids: [], total: 0 });
  });
});

describe('casework', () => {
  test('a mark is set with its decision, or neither', async () => {
    const store = freshStore();
    expect(await setMark(store, KEY, 'handled', { by: amy, at: NOON })).toEqual({ ok: false, failure: 'not-found' });
    expect(await store.db.decisions.count()).toBe(0);
    await upsertReviews(store, [reading()], NOON);
    await value(setMark(store, KEY, 'needs-lawyer', { by: amy, at: LATER, reason: '疑似不實' }));
    expect(await value(getReview(store, KEY))).toMatchObject({
      row: { mark: 'needs-lawyer', markedAt: LATER },
      decisions: [{ what: 'marked', mark: 'needs-lawyer', by: amy, at: LATER, reason: '疑似不實' }],
    });
  });

  test('marks, notes and typed text survive a new reading', async () => {
    const store = freshStore();
    await upsertReviews(store, [reading()], NOON);
    await setMark(store, KEY, 'ignored', { by: amy, at: NOON });
    await addNote(store, KEY, { text: '同業？', by: null, at: NOON });
    await saveTyped(store, KEY, '感謝您的意見', NOON);
    await upsertReviews(store, [reading({ text: '改過的內容' })], LATER);
    expect(await value(getReview(store, KEY))).toMatchObject({
      row: { mark: 'ignored' },
      notes: [{ text: '同業？' }],
      typed: '感謝您的意見',
    });
  });

  test('a note can be removed only from its own review', async () => {
    const store = freshStore();
    await upsertReviews(store, [reading(), reading({ id: 'r2' })], NOON);
    const note = await value(addNote(store, KEY, { text: 'a', by: null, at: NOON }));
    expect(await removeNote(store, 'google-maps:r2', note.id)).toEqual({ ok: false, failure: 'not-found' });
    expect(await removeNote(store, KEY, note.id)).toEqual({ ok: true, value: null });
    expect((await value(getReview(store, KEY))).notes).toEqual([]);
  });

  test('decisions come back in order; one about a place needs no review', async () => {
    const store = freshStore();
    await upsertReviews(store, [reading()], NOON);
    await value(addDecision(store, KEY, { at: LATER, by: amy, what: 'inserted', text: '乙' }));
    await value(addDecision(store, KEY, { at: NOON, by: amy, what: 'override', rules: ['R03'], reason: '已確認' }));
    expect((await value(getReview(store, KEY))).decisions.map((entry) => entry.what)).toEqual(['override', 'inserted']);
    expect(await addDecision(store, 'ptt:none', { at: NOON, by: amy, what: 'copied' })).toMatchObject({
      failure: 'not-found',
    });
    expect(await addDecision(store, 'google-maps:place', { at: NOON, by: amy, what: 'bound' })).toMatchObject({
      ok: true,
    });
  });

  test('typed text is kept for a review that is not stored, and forgotten when emptied', async () => {
    const store = freshStore();
    await value(saveTyped(store, 'dcard:9', '您好', NOON));
    expect(await value(typedText(store, 'dcard:9'))).toBe('您好');
    await value(saveTyped(store, 'dcard:9', ' \n', LATER));
    expect(await value(typedText(store, 'dcard:9'))).toBeNull();
  });

  test('the last fifty texts, newest first; old ones are let go', async () => {
    const store = freshStore();
    for (let index = 0; index < 210; index++) {
      await value(
        noteUsedText(store, KEY, `第 ${index} 則`, new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString()),
      );
    }
    const recent = await value(recentTexts(store));
    expect(recent).toHaveLength(50);
    expect([recent[0], recent[49]]).toEqual(['第 209 則', '第 160 則']);
    expect(await store.db.drafts.count()).toBe(200);
  });
});
