import { describe, expect, it } from 'vitest';
import { FAILURES } from '../../lib/contract/result.ts';
import { URGENCIES } from '../../lib/contract/triage.ts';
import { CONTROLS } from '../../lib/sites/google-maps/selectors.ts';
import { chipWord, failureSentence, frameWords, markWord, words } from '../../lib/strings/index.ts';

/** Every sentence of a catalogue by its path. */
function sentences(node: object, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : sentences(value, `${path}${key}.`),
  );
}

const zh = new Map(sentences(words('zh-TW')));
const en = new Map(sentences(words('en')));
const places = (sentence = ''): string[] =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

describe('the catalogues', () => {
  it('have the same keys, none of them empty', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
    expect([...zh, ...en].filter(([, sentence]) => sentence.trim() === '' && sentence !== '，')).toEqual([]);
  });

  it('fill in the same values', () => {
    for (const [key, sentence] of zh) expect([key, places(en.get(key))]).toEqual([key, places(sentence)]);
  });

  it('never call a post a crime', () => {
    expect([...zh].filter(([, sentence]) => /構成|違法/.test(sentence))).toEqual([]);
  });

  it('use no words of another place', () => {
    const foreign = /软|視頻|信息|質量|默認|用戶|網絡|點擊|數據|屏幕|文件夾|登錄/;
    expect([...zh].filter(([, sentence]) => foreign.test(sentence))).toEqual([]);
  });

  it('hold no English sentence in Chinese and no Chinese one in English', () => {
    expect(
      [...en].filter(([key, sentence]) => /[\u3400-\u9fff]/.test(sentence) && !key.includes('languages.')),
    ).toEqual([]);
  });
});

it('the parts of a review that an adapter may miss have a name that people read', () => {
  for (const control of Object.keys(CONTROLS)) expect(words('zh-TW').terms.field).toHaveProperty(control);
});

describe('the few words of the background', () => {
  it.each(FAILURES)('say of %s what happened, what is safe and what to do', (failure) => {
    for (const language of ['zh-TW', 'en'] as const) {
      const { what, safe, next } = failureSentence(failure, language);
      for (const sentence of [what, safe, next]) expect(sentence.length).toBeGreaterThan(4);
    }
  });

  it('put no legal word on a chip', () => {
    for (const urgency of URGENCIES) {
      expect(chipWord(urgency, 'zh-TW')).not.toMatch(/法|罪|誹謗|侮辱|恐嚇/);
      expect(chipWord(urgency, 'en')).not.toMatch(/law|legal|crime|defam/i);
    }
    expect(chipWord('today', 'zh-TW')).toBe('急件');
    expect(markWord('handled', 'en')).toBe('Handled');
  });

  it('name the frame in the chosen language', () => {
    expect(frameWords('zh-TW').frame).toBe('覆評側欄');
    expect(frameWords('en').resize).toBe('Drag to resize');
  });
});
