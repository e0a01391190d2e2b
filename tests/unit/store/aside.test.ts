import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earlierTexts, saveTyped, typedText } from '../../../lib/store/index.ts';
import { freshStore, value } from './samples.ts';

const KEY = 'google-maps:r1';
const at = (minute: number): string => new Date(Date.UTC(2026, 2, 10, 4, minute)).toISOString();

describe('what was typed and gave way', () => {
  test('to a fresh draft is there again, and only once', async () => {
    const store = freshStore();
    await value(saveTyped(store, KEY, '第一版回覆', at(0)));
    await value(saveTyped(store, KEY, null, at(1), { over: '第一版回覆', aside: true }));
    expect(await value(typedText(store, KEY))).toBeNull();
    expect(await value(earlierTexts(store, KEY))).toEqual([{ text: '第一版回覆', at: at(0) }]);
    // Put back, it stands in the box and is no earlier text.
    await value(saveTyped(store, KEY, '第一版回覆', at(2), { over: null }));
    expect(await value(earlierTexts(store, KEY))).toEqual([]);
  });

  test('to a text typed in another tab is there again', async () => {
    const store = freshStore();
    await value(saveTyped(store, KEY, '甲分頁打的', at(0), { over: null }));
    await value(saveTyped(store, KEY, '乙分頁打的', at(1), { over: null }));
    expect(await value(typedText(store, KEY))).toBe('乙分頁打的');
    expect(await value(earlierTexts(store, KEY))).toEqual([{ text: '甲分頁打的', at: at(0) }]);
    await value(saveTyped(store, KEY, null, at(2), { over: '甲分頁打的' }));
    expect((await value(earlierTexts(store, KEY))).map(({ text }) => text)).toEqual(['乙分頁打的', '甲分頁打的']);
  });

  test('is not kept stroke by stroke', async () => {
    const store = freshStore();
    for (const [index, text] of ['您', '您好', '您好，謝謝', '您好，謝謝您'].entries()) {
      await value(saveTyped(store, KEY, text, at(2 * index), { over: null }));
      await value(saveTyped(store, KEY, `別人${index}`, at(2 * index + 1), { over: null }));
    }
    const texts = (await value(earlierTexts(store, KEY))).map(({ text }) => text);
    expect(texts).toContain('您好，謝謝您');
    expect(texts).not.toContain('您好');
  });

  test('is ten texts at most, the newest', async () => {
    const store = freshStore();
    for (let turn = 0; turn < 15; turn++) {
      await value(saveTyped(store, KEY, `${turn}號稿`, at(turn)));
      await value(saveTyped(store, KEY, null, at(turn), { over: `${turn}號稿`, aside: true }));
    }
    const texts = (await value(earlierTexts(store, KEY))).map(({ text }) => text);
    expect(texts).toHaveLength(10);
    expect(texts[0]).toBe('14號稿');
  });

  test('of one review is not of another', async () => {
    const store = freshStore();
    await value(saveTyped(store, KEY, '甲', at(0)));
    await value(saveTyped(store, KEY, null, at(1), { aside: true }));
    expect(await value(earlierTexts(store, 'google-maps:r2'))).toEqual([]);
  });
});

test('whatever two tabs type in turn, the last text of each is in the box or beside it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.boolean(), fc.constantFrom('早', '午', '晚', '安')), { minLength: 1, maxLength: 12 }),
      async (strokes) => {
        const store = freshStore();
        const tabs = [
          { text: '甲', saw: null as string | null },
          { text: '乙', saw: null as string | null },
        ];
        for (const [minute, [second, char]] of strokes.entries()) {
          const tab = tabs[second ? 1 : 0];
          if (!tab) continue;
          tab.text += char;
          await value(saveTyped(store, KEY, tab.text, at(minute), { over: tab.saw }));
          tab.saw = tab.text;
        }
        const there = [
          await value(typedText(store, KEY)),
          ...(await value(earlierTexts(store, KEY))).map(({ text }) => text),
        ];
        for (const { text, saw } of tabs) if (saw !== null) expect(there).toContain(text);
      },
    ),
    { numRuns: 40 },
  );
});
