import { readFileSync } from 'node:fs';
import { guard } from '../../lib/drafting/guard.ts';

/** Edits of a sentence that a reader hardly notices: whatever the typing, what is unsafe must not become safe. */

/** A number below the given one; the same seed, the same numbers. */
export type Random = (below: number) => number;

export function randomFrom(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const HIDDEN = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u0301', '\ufe0f', '\u200e', '\u3164'];
const GAPS = [' ', '  ', '\u3000', '\u00a0', '\u2009', '\t'];
const DECORATION = ['-', '_', '*', '~', '|', '/', '.', '·', '•', '・', '^', '"', "'", '‧'];
const EMOJI = ['🙂', '😅', '🙏', '❤️', '👍', '✨'];
const ENDINGS = ['!', '!!', '~', '～', '…', '。。', '？！', ' ~', '🙏', '^^', ''];
const LATIN: Record<string, string> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  s: 'ѕ',
  x: 'х',
  y: 'у',
  h: 'һ',
  j: 'ј',
  u: 'υ',
  v: 'ν',
};
const pairs = (from: string, to: string): Record<string, string> =>
  Object.fromEntries([...from].map((char, index) => [char, [...to][index] as string]));
const SIMPLIFIED = pairs(
  '謝來診們會檢討調閱視畫無紀錄體質較醫師經說過風險話號碼將刪評論費這證資遲實當時處門護員櫃檯問題療術後復開藥針傷癒樣應該對點請給電聯繫絡約預掛隊賠償優惠錢養寶媽爸顯訴責親來麼個裡歡樂歲價裝換壞氣熱難過單據贈證據舊僅補齊嚴雙單齒齦處變腫膚類雖離職懲擾聽聞認識還選擇',
  '谢来诊们会检讨调阅视画无纪录体质较医师经说过风险话号码将删评论费这证资迟实当时处门护员柜台问题疗术后复开药针伤愈样应该对点请给电联系络约预挂队赔偿优惠钱养宝妈爸显诉责亲来么个里欢乐岁价装换坏气热难过单据赠证据旧仅补齐严双单齿龈处变肿肤类虽离职惩扰听闻认识还选择',
);
const VARIANTS = pairs('台裡著為床群污麼眾說檯峰秘抬溫', '臺裏着爲牀羣汙麽衆説枱峯祕擡温');
/** Kangxi radicals and compatibility forms: other codes, the same look. */
const RADICALS = pairs(
  '一人入八刀力口土女子小山工己干心手文斤方日月木止毛水火父片牙牛犬玉生用田白皮目石示禾立竹米羊老而耳肉自至舌色血行衣見言走足身車門青面音食首香馬高黑鼻',
  '⼀⼈⼊⼋⼑⼒⼝⼟⼥⼦⼩⼭⼯⼰⼲⼼⼿⽂⽄⽅⽇⽉⽊⽌⽑⽔⽕⽗⽚⽛⽜⽝⽟⽣⽤⽥⽩⽪⽬⽯⽰⽲⽴⽵⽶⽺⽼⽽⽿⾁⾃⾄⾆⾊⾎⾏⾐⾒⾔⾛⾜⾝⾞⾨⾭⾯⾳⾷⾸⾹⾺⾼⿊⿐',
);

const isHan = (char: string): boolean => /[\u4e00-\u9fff]/.test(char);
const fullWidth = (char: string): string =>
  /[!-~]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char;

const each = (text: string, change: (char: string) => string): string => [...text].map(change).join('');
const some = (text: string, random: Random, change: (char: string) => string): string =>
  each(text, (char) => (random(3) === 0 ? change(char) : char));

function between(text: string, put: string, random: Random): string {
  const chars = [...text];
  const at = 1 + random(Math.max(1, chars.length - 1));
  return chars.slice(0, at).join('') + put + chars.slice(at).join('');
}

const pick = <T>(all: readonly T[], random: Random): T => all[random(all.length)] as T;

/** By name, so that a failure says what was done. */
export const EDITS: Record<string, (text: string, random: Random) => string> = {
  hidden: (text, random) => between(text, pick(HIDDEN, random), random),
  'hidden everywhere': (text, random) => {
    const mark = pick(HIDDEN, random);
    return each(text, (char) => char + mark);
  },
  gap: (text, random) => (isHan(text.charAt(0)) ? between(text, pick(GAPS, random), random) : text.replace(/ /g, '  ')),
  'gaps everywhere': (text, random) => {
    const gap = pick(GAPS, random);
    return each(text, (char) => (isHan(char) ? char + gap : char));
  },
  decoration: (text, random) => some(text, random, (char) => (isHan(char) ? char + pick(DECORATION, random) : char)),
  'decoration everywhere': (text, random) => {
    const mark = pick(DECORATION, random);
    return each(text, (char) => (isHan(char) ? char + mark : char));
  },
  'emoji within': (text, random) => between(text, pick(EMOJI, random), random),
  'emoji around': (text, random) => pick(EMOJI, random) + text + pick(EMOJI, random),
  ending: (text, random) => text.replace(/[。.!?！？]+$/, '') + pick(ENDINGS, random),
  'full width': (text) => each(text, fullWidth),
  'some full width': (text, random) => some(text, random, fullWidth),
  'look-alike letters': (text, random) => some(text, random, (char) => LATIN[char] ?? char),
  simplified: (text) => each(text, (char) => SIMPLIFIED[char] ?? char),
  'some simplified': (text, random) => some(text, random, (char) => SIMPLIFIED[char] ?? char),
  variants: (text) => each(text, (char) => VARIANTS[char] ?? char),
  radicals: (text, random) => some(text, random, (char) => RADICALS[char] ?? char),
  'other commas': (text, random) =>
    text.replace(/[，,、]/g, () => pick(['，', ',', '、', ' ', '；', '……', '—'], random)),
  'no commas': (text) => text.replace(/[，,、]/g, isHan(text.charAt(0)) ? '' : ' '),
  'a comma': (text, random) => (isHan(text.charAt(0)) ? between(text, pick(['，', '、', '：'], random), random) : text),
  'commas are stops': (text) => text.replace(/，/g, '。'),
  'line break': (text, random) => between(text, pick(['\n', '\r\n'], random), random),
  capitals: (text) => text.toUpperCase(),
  'other you': (text, random) => text.replace(/[您你妳]/g, () => pick(['您', '你', '妳'], random)),
  'greeting before': (text, random) => pick(['您好，', '哈囉！', '謝謝您的意見。', 'Hello. ', '您好\n'], random) + text,
  'thanks after': (text, random) => `${text}${pick(['謝謝您。', '祝您平安。', '\n敬祝順心', ' Thank you.'], random)}`,
  quotes: (text) => `「${text}」`,
};

const OWN = new URL('../train/replies/unsafe.txt', import.meta.url);

/** Unsafe sentences written for the project that the guard does not call safe as they stand. */
export function unsafeSentences(): string[] {
  return readFileSync(OWN, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && guard(line).verdict !== 'safe');
}

export interface Edited {
  names: string[];
  text: string;
}

/** One to three edits, one after another. */
export function edited(sentence: string, random: Random): Edited {
  const all = Object.keys(EDITS);
  const names = Array.from({ length: 1 + random(3) }, () => pick(all, random));
  return { names, text: names.reduce((text, name) => (EDITS[name] as (typeof EDITS)[string])(text, random), sentence) };
}
