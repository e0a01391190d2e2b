import { around } from '../context.ts';
import { cuesOf, type Frame, framed } from '../threat/frames.ts';
import type { Signal } from '../signals.ts';
import type { Desk } from './case.ts';
import { TOUCHES } from './conduct-touch.ts';
import { ELSEWHERE } from './crimes.ts';

/** What the writer tells of staff by turns of phrase, whatever the model makes of it. */
export interface Conduct {
  /** Hands, eyes or words where they do not belong (RUBRIC.md: urgent). */
  readonly sexual: boolean;
  /** Something that the clinic answers for is told as a fact. */
  readonly accuses: boolean;
}

const TOUCH_CUES = ['touch-cue'];
const YOUNG = /國[小中]|高中|未成年|小學|幼兒|孩子|小孩|女兒|兒子|妹妹|(?:^|\D)(?:\d|1[0-7])歲/;

/** T03–T05, T13 and T21 as suffered by the writer. Before the other rules, which do not tell the same clause again. */
export function conduct(desk: Desk): Conduct {
  if (desk.case.sentiment === 'positive') return { sexual: false, accuses: false };
  const touched = told(desk, TOUCH_CUES, TOUCHES);
  desk.each(touched, (s) => {
    const { sentence } = around(desk.case.reading, s.word.start, s.word.end, 24);
    desk.settle(
      'crime-claim',
      desk.phraseOf(s),
      desk.swayed(0.55, s),
      desk.notes(s, ...(YOUNG.test(sentence) ? (['minor'] as const) : [])),
    );
  });
  return { sexual: touched.length > 0, accuses: touched.length > 0 };
}

/** What is quoted or passed on is told all the same; what is supposed, or in the news, is not. */
function told(desk: Desk, tags: readonly string[], frames: readonly Frame[]): Signal[] {
  const { reading, signals } = desk.case;
  const cues = cuesOf(signals, tags);
  if (cues.length === 0) return [];
  return framed(
    reading,
    cues.map((s) => ({ ...s, told: false, quoted: false })),
    frames,
  ).filter((s) => !s.conditional && !ELSEWHERE.test(around(reading, s.word.start, s.word.end).sentence));
}
