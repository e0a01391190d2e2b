import { across, around } from '../context.ts';
import type { Reading } from '../reading.ts';
import { type Signal, type Signals, speaksOf } from '../signals.ts';
import { cuesOf, type Frame, firstFit, framed } from '../threat/frames.ts';
import { ELSEWHERE } from './crimes.ts';
import { HANDS, SOIL, UNFIT } from './quiet-dirt.ts';
import { HURTS, LATE } from './quiet-harm.ts';
import { LEFT, MIXUPS } from './quiet-mixups.ts';
import { SECRETS } from './quiet-secrets.ts';
import { DAMAGED, SHOWN_TO_OTHERS } from './quiet-signs.ts';

/*
 * What went wrong under care and is told in passing, in jest or among kind words: 「櫃台很親切，把隔壁床的報告也裝進我的袋子」. Told so
 * exactly that neither stars nor thanks take it away.
 */

/** What is told, and which rule speaks of it. */
export interface Quiet {
  /** T03: of these somebody has to be told today. */
  readonly grave: readonly Signal[];
  /** T15. */
  readonly hands: readonly Signal[];
  /** T04. */
  readonly wrong: readonly Signal[];
  /** T13 turned round. */
  readonly secrets: readonly Signal[];
  /** T05. */
  readonly dirt: readonly Signal[];
}

const CARE: readonly (readonly [readonly string[], readonly Frame[]])[] = [
  [['mixup-cue'], MIXUPS],
  [['left-cue'], LEFT],
  [['unfit-cue'], UNFIT],
];
const HURT_CUES = ['hurt-cue', 'mishap-cue'];
const UNFIT_CUES = ['unfit-cue'];
const LATE_CUES = ['late-cue', 'gone-cue'];
const DAMAGE_CUES = ['damage-cue', 'hurt-cue', 'mishap-cue'];
const EXPOSED_CUES = ['exposed-cue', 'secret-cue', 'secrecy-cue'];
const SECRET_CUES = ['secret-cue', 'secrecy-cue'];
/** 「有老鼠」 is a word of its own, and hides the cue. */
const SOIL_CUES = ['soil-cue', 'dirt-cue', 'dirty'];
/** Without any of them nothing is told quietly. */
export const QUIET_CUES: ReadonlySet<string> = new Set([
  ...CARE.flatMap(([tags]) => tags),
  ...HURT_CUES,
  ...UNFIT_CUES,
  ...LATE_CUES,
  ...DAMAGE_CUES,
  ...EXPOSED_CUES,
  ...SECRET_CUES,
  ...SOIL_CUES,
]);
/** Calm words and what came of them stand in two or three sentences. */
const FAR = 60;

/** A sense, a limb or a life: what is left of it, told beside it. */
const GRAVE =
  /失明|瞎|只看得到光|少(?:了)?一半|[三四34]期|末期|斷成|骨折|石膏|中風|插管|加護|支架|急救|沒(?:有)?心跳|已經沒(?:有)?了|上香|拈香|早(?:一)?點|壞死|清創|住院|敗血|蜂窩|椎間盤|不會動|[走站]不(?:起|了)|洗腎|衰竭|肌酐|鉛|(?:嘴|唇|臉|皮)[^。，,]{0,4}[黑紫]|燒到|縫了|的洞|截肢|染色體|[三四五六七八九十\d]個月[^。，,]{0,8}麻/;
/** So much is read beside the words found. */
const BESIDE = 16;

const NOTHING: Quiet = { grave: [], hands: [], wrong: [], secrets: [], dirt: [] };

export function toldQuietly(reading: Reading, signals: Signals): Quiet {
  if (!speaksOf(signals, QUIET_CUES)) return NOTHING;
  const hurt = [
    ...toldIn(reading, signals, HURT_CUES, HURTS),
    ...toldFar(reading, signals, LATE_CUES, LATE),
    ...toldFar(reading, signals, DAMAGE_CUES, DAMAGED),
  ];
  const grave = hurt.filter(({ word }) => GRAVE.test(around(reading, word.start, word.end, BESIDE).sentence));
  return {
    grave,
    hands: toldIn(reading, signals, UNFIT_CUES, HANDS),
    wrong: [
      ...CARE.flatMap(([tags, frames]) => toldIn(reading, signals, tags, frames)),
      ...hurt.filter((s) => !grave.includes(s)),
    ],
    secrets: [
      ...toldIn(reading, signals, SECRET_CUES, SECRETS),
      ...toldIn(reading, signals, EXPOSED_CUES, SHOWN_TO_OTHERS),
    ],
    dirt: toldIn(reading, signals, SOIL_CUES, SOIL),
  };
}

export const isToldQuietly = (quiet: Quiet): boolean =>
  Object.values(quiet).some((list: readonly Signal[]) => list.length > 0);

/** What is quoted or passed on is told all the same; what is supposed, or in the news, is not. */
export function toldIn(
  reading: Reading,
  signals: Signals,
  tags: readonly string[],
  frames: readonly Frame[],
): readonly Signal[] {
  const cues = cuesOf(signals, tags);
  if (cues.length === 0) return cues;
  return framed(
    reading,
    cues.map((s) => ({ ...s, told: false, quoted: false })),
    frames,
  ).filter((s) => !s.conditional && !ELSEWHERE.test(around(reading, s.word.start, s.word.end).sentence));
}

/** The same across sentences, the whole told as the signal's span. */
function toldFar(reading: Reading, signals: Signals, tags: readonly string[], frames: readonly Frame[]): Signal[] {
  const found: Signal[] = [];
  for (const s of cuesOf(signals, tags)) {
    if (s.conditional || s.word.start < (found.at(-1)?.word.end ?? 0)) continue;
    const { before, sentence } = across(reading, s.word.start, s.word.end, FAR);
    const match = firstFit(frames, sentence);
    if (!match || ELSEWHERE.test(sentence)) continue;
    const start = s.word.start - before.length + match.index;
    const end = start + match[0].length;
    if (end > (found.at(-1)?.word.end ?? 0)) found.push({ ...s, word: { ...s.word, start, end } });
  }
  return found;
}
