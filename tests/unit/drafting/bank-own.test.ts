import { describe, expect, it } from 'vitest';
import type { OwnSentence, SentenceWords } from '../../../lib/contract/sentences.ts';
import {
  approve,
  approvedTexts,
  compose,
  exportedSentences,
  guard,
  importedSentences,
  objections,
  withoutSentence,
  withSentence,
} from '../../../lib/drafting/index.ts';
import { triage } from './support.ts';

const MANAGER = { name: '阿主管', role: 'manager' } as const;
const DESK = { name: '阿櫃', role: 'desk' } as const;
const AT = '2026-03-02T04:00:00.000Z';
const words = (part: Partial<SentenceWords> = {}): SentenceWords => ({
  id: 'a',
  text: '院長信箱每天都有人看，歡迎寫給我們唷。',
  language: 'zh-TW',
  purpose: 'channel',
  aspect: null,
  tone: null,
  ...part,
});
const put = (own: readonly OwnSentence[], part: Partial<SentenceWords> = {}): OwnSentence[] => {
  const done = withSentence(own, words(part));
  if (!done.ok) throw new Error(done.failure);
  return done.value;
};

describe('a sentence of the clinic', () => {
  it('counts only once a manager or doctor approved it, by name and time', () => {
    const own = put([]);
    expect(approvedTexts(own)).toEqual([]);
    expect(approve(own, 'a', null, AT, null)).toEqual({ ok: false, failure: 'needs-person' });
    expect(approve(own, 'a', DESK, AT, null)).toEqual({ ok: false, failure: 'needs-role' });
    const approved = approve(own, 'a', MANAGER, AT, null);
    expect(approved).toMatchObject({ ok: true, value: [{ by: MANAGER, at: AT }] });
    if (approved.ok) expect(approvedTexts(approved.value)).toEqual([words().text]);
  });

  it('waits again when its words change, and not when only its place does', () => {
    const approved = put([]).map((one) => ({ ...one, by: MANAGER, at: AT }));
    expect(put(approved, { purpose: 'closing' })[0]?.by).toEqual(MANAGER);
    expect(put(approved, { text: '改過的一句話。' })[0]?.by).toBeNull();
  });

  it('is never approved when it breaks a rule', () => {
    const own = put([], { text: '我們查過您的病歷，當天醫師已說明。' });
    expect(objections(own[0]?.text ?? '', null).length).toBeGreaterThan(0);
    expect(approve(own, 'a', MANAGER, AT, null)).toEqual({ ok: false, failure: 'guard-blocks' });
  });

  it('stands in drafts for its place, and the guard knows it', () => {
    const own = put([]).map((one) => ({ ...one, by: MANAGER, at: AT }));
    const texts = Array.from({ length: 20 }, (_, seed) =>
      compose({
        triage: triage({ aspects: { booking_wait: 'neg' } }),
        text: '等太久',
        site: 'google-maps',
        clinic: null,
        tone: 'warm',
        seed,
        own,
      }),
    );
    const used = texts.filter(({ text }) => text?.includes(words().text));
    expect(used.length).toBeGreaterThan(3);
    for (const { text } of used) expect(guard(text ?? '', { approved: approvedTexts(own) }).verdict).toBe('safe');
  });

  it('is one line, of a sensible length, and can be taken away', () => {
    expect(put([], { text: ' 第一行\n第二行 ' })[0]?.text).toBe('第一行 第二行');
    expect(withSentence([], words({ text: '長'.repeat(201) })).ok).toBe(false);
    expect(withSentence([], words({ text: ' ' })).ok).toBe(false);
    expect(withoutSentence(put([]), 'a')).toEqual([]);
  });
});

describe('exchange', () => {
  it('carries words and never who approved them; what arrives waits, what is known is passed over', () => {
    const own = put(put([]), { id: 'b', text: '第二句。' }).map((one) => ({ ...one, by: MANAGER, at: AT }));
    const file = exportedSentences(own);
    expect(file).not.toContain(MANAGER.name);
    let next = 0;
    const read = importedSentences(own.slice(0, 1), file, () => `new-${next++}`);
    expect(read).toMatchObject({ ok: true, value: { added: 1, skipped: 1 } });
    if (read.ok) expect(read.value.own[1]).toMatchObject({ text: '第二句。', by: null, at: null });
  });

  it('refuses what is not ours and leaves out what is damaged or would be approved by itself', () => {
    const id = () => 'x';
    expect(importedSentences([], 'no', id)).toEqual({ ok: false, failure: 'bad-file' });
    expect(importedSentences([], '{"format":"other"}', id)).toEqual({ ok: false, failure: 'bad-file' });
    const file = JSON.stringify({
      format: 'replywell-sentences',
      version: 1,
      sentences: [null, 3, { text: 'x' }, { ...words(), by: MANAGER, at: AT, text: '偷偷核准的一句。' }],
    });
    const read = importedSentences([], file, id);
    expect(read).toMatchObject({ ok: true, value: { added: 1, skipped: 3 } });
    if (read.ok) expect(read.value.own[0]?.by).toBeNull();
  });
});
