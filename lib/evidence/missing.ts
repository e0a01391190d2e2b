import type { Missing } from './contract.ts';

/** What a capture does not hold: what was lost, what was left out on purpose, and its technical detail in words. */

/** What comes on top where it can be had: the capture is whole without it, and says that it is not there. */
const ON_TOP: ReadonlySet<Missing['what']> = new Set(['clock', 'address-bar', 'served', 'mhtml']);

/** Something that belongs to a whole capture and is not there. False: left out on purpose, or never promised. */
export const isLoss = ({ why, what }: Missing): boolean =>
  !(
    why === 'not-asked' ||
    why === 'withheld' ||
    why === 'redacted' ||
    why === 'not-there' ||
    ((why === 'failed' || why === 'not-permitted' || (what === 'mhtml' && why === 'too-large')) && ON_TOP.has(what))
  );

type Say = (numbers: string[]) => { 'zh-TW': string; en: string };
const DETAILS: readonly (readonly [RegExp, Say])[] = [
  [
    /^rows (\d+)–(\d+) of (\d+)$/,
    ([from, to, all]) => ({
      'zh-TW': `全長 ${all} 像素，缺第 ${from} 到 ${to} 像素`,
      en: `pixels ${from} to ${to} of ${all}`,
    }),
  ],
  [
    /^(\d+) of (\d+) overlaps differ$/,
    ([bad, all]) => ({
      'zh-TW': `相鄰畫面 ${all} 處重疊，其中 ${bad} 處不一致`,
      en: `${bad} of ${all} overlaps between pictures differ`,
    }),
  ],
  [
    /^(\d+) images had not arrived$/,
    ([count]) => ({ 'zh-TW': `${count} 張圖片`, en: `${count} images had not arrived` }),
  ],
  [/^(\d+) frames$/, ([count]) => ({ 'zh-TW': `${count} 個`, en: `${count} frames` })],
  [
    /^(\d+) of (\d+) files$/,
    ([out, all]) => ({ 'zh-TW': `共 ${all} 張，${out} 張沒有放入`, en: `${out} of ${all} left out` }),
  ],
  [
    /^(\d+) bytes$/,
    ([bytes]) => {
      const size = `${(Number(bytes) / 1024 / 1024).toFixed(0)} MB`;
      return { 'zh-TW': size, en: size };
    },
  ],
];

/** What a manifest says in a few fixed English words, for people. What is not known stays as it is. */
export const detailWords = (detail: string, language: 'zh-TW' | 'en'): string =>
  detail
    .split(', ')
    .map((part) => {
      for (const [shape, say] of DETAILS) {
        const [whole, ...numbers] = shape.exec(part) ?? [];
        if (whole !== undefined) return say(numbers)[language];
      }
      return part;
    })
    .join(language === 'en' ? ', ' : '；');
