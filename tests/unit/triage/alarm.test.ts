import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dangerRows, highestOdds } from '../../../lib/triage/model/alarm.ts';
import { scoreClauses, scoreText } from '../../../lib/triage/model/score.ts';
import { DANGERS } from '../../../lib/triage/model/table.ts';
import { parseModel, type TriageModel } from '../../../lib/triage/model/weights.ts';
import { read } from '../../../lib/triage/reading.ts';

const file = new Uint8Array(readFileSync(new URL('../../../assets/models/triage.bin', import.meta.url)));
const model = parseModel(file) as TriageModel;

const rowsOf = (text: string, k: number): number[][] => dangerRows(scoreText(read(text), model), model, k);

const HARMLESS = ['今天星期三。', '診所在二樓。', '旁邊是便利商店。', '我搭公車來。', '外面下雨。'] as const;
/** No words of stance: those take the aspect they are about from the clauses before. */
const GRAVE: readonly (readonly [string, (typeof DANGERS)[number]])[] = [
  ['下次別讓我在停車場遇到你', 'threat-violence'],
  ['我真的撐不下去想消失了', 'self-harm'],
  ['不賠錢我就找記者爆料', 'demand'],
  ['有人知道那個護理師住哪嗎', 'personal-data'],
];

describe('what a danger is weighed by', () => {
  test('the clause itself counts the same whatever harmless stands around it', () => {
    const around = fc.array(fc.constantFrom(...HARMLESS), { maxLength: 12 }).map((said) => said.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...GRAVE), around, around, ([text, kind], before, after) => {
        const k = DANGERS.indexOf(kind);
        const [alone] = rowsOf(text, k);
        const embedded = rowsOf(`${before}${text}。${after}`, k);
        expect(embedded[0]).toEqual(alone);
        const head = model.dangers.heads[k] as number[];
        expect(highestOdds(head, embedded)).toBeGreaterThanOrEqual(highestOdds(head, [alone as number[]]));
      }),
      { numRuns: 200 },
    );
  });

  test('neighbours are read with it, what is further off is not', () => {
    const k = DANGERS.indexOf('self-harm');
    const far = HARMLESS.slice(0, 3).join('');
    const [, near] = rowsOf('櫃檯很兇。我真的撐不下去想消失了。醫師不理我。', k);
    const [, changed] = rowsOf('櫃檯很親切。我真的撐不下去想消失了。醫師不理我。', k);
    expect(changed).not.toEqual(near);
    const said = '護理師叫我等。櫃檯很兇。我真的撐不下去想消失了。醫師不理我。後來就回家了。';
    expect(rowsOf(`${far}${said}${far}`, k)[1]).toEqual(rowsOf(said, k)[1]);
  });

  test('a text of one clause has one row, and an empty one does no harm', () => {
    expect(rowsOf('不賠錢我就找記者爆料', 2)).toHaveLength(1);
    for (const text of ['', '。。。', '😀'])
      expect(rowsOf(text, 0).every((row) => row.every((n) => Number.isFinite(n)))).toBe(true);
  });

  test('clauses scored apart are scored as in a text of their own', () => {
    const [one, two] = ['等了三小時，護理師還翻白眼。', '醫師很細心，環境也乾淨。'];
    const apart = scoreClauses(scoreText(read(one + two), model), model, 2, 4);
    expect(apart).toEqual(scoreText(read(two), model));
  });
});
