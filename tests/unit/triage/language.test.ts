import { describe, expect, test } from 'vitest';
import { compose } from '../../../lib/drafting/compose.ts';
import { triage } from '../../../lib/triage/index.ts';
import { languageOf } from '../../../lib/triage/language.ts';

const UNREAD = [
  ['Korean', '의사가 너무 불친절하고 진료비도 비싸요'],
  ['Thai', 'หมอพูดจาไม่ดีเลย รอนานมาก'],
  ['Vietnamese', 'Bác sĩ rất thô lỗ, chờ 3 tiếng đồng hồ'],
  ['Vietnamese without its marks', 'Phong kham nay kham chan lam, cho hai tieng moi den luot'],
  ['Indonesian', 'Susternya galak sekali, antrinya lama, kapok ke klinik ini'],
  ['Tagalog', 'Ang sungit ng nars at ang tagal ng pila, hindi na kami babalik'],
  ['Russian', 'Врач грубый, ждали три часа'],
  ['Burmese', 'ဆရာဝန်က မဖော်ရွေဘူး'],
  ['Spanish', 'La recepcionista fue grosera y esperamos tres horas'],
  ['German', 'Unfreundliches Personal und drei Stunden Wartezeit'],
] as const;

describe('the language of a text', () => {
  test.each(UNREAD)('%s is not read', (_, text) => expect(languageOf(text)).toBe('other'));
  test.each([
    ['The nurse was rude and we waited three hours', 'en'],
    ['Superb', 'en'],
    ['Rude nurse, avoid', 'en'],
    ['I would rather die than go back', 'en'],
    ['受付の態度がとても悪かったです', 'ja'],
    ['醫師推薦 Botox 跟 Invisalign，很貼心', 'zh-TW'],
    ['오빠 推薦我來的，醫師很好', 'zh-TW'],
    ['👍👍👍', 'zh-TW'],
    ['', 'zh-TW'],
  ])('%s: %s', (text, language) => expect(languageOf(text)).toBe(language));
});

describe('a text that is not read', () => {
  test.each(UNREAD)('%s: somebody who reads it has to look; nothing is said to be harmless', (_, text) => {
    const read = triage({ text });
    expect(read).toMatchObject({ unread: true, partial: true, sentiment: 'neutral', aspects: {}, risks: [] });
    expect(read.next[0]).toContain('懂這個語言');
    expect(read.next.join()).not.toContain('可以不處理');
    expect(read.reasons[0]).toContain('讀不懂');
    const complaint = triage({ text: '態度很差，等很久', stars: 2 });
    expect(read.priority).toBeGreaterThan(complaint.priority);
    const draft = compose({ triage: read, text, site: 'google-maps', clinic: null, tone: 'warm', seed: 1 });
    expect(draft.wait?.next).toContain('翻譯');
    expect(draft.text).toMatch(/[a-z]{4}/);
  });

  test('its stars are believed, and what anybody can read is still found', () => {
    const liked = triage({ text: '친절하고 깔끔해요. 감사합니다', stars: 5 });
    expect(liked).toMatchObject({ sentiment: 'positive', unread: true });
    const exposed = triage({ text: '이 간호사 전화번호 0912-345-678 다들 전화하세요', stars: 1 });
    expect(exposed.sentiment).toBe('negative');
    expect(exposed.personal.map(({ type }) => type)).toContain('PHONE');
  });

  test('Chinese with a few words of it is read', () => {
    expect(triage({ text: '這間的 bác sĩ 態度很差，等很久' }).unread).toBeUndefined();
  });
});
