import { fileURLToPath } from 'node:url';
import type { ReviewWords } from '../../lib/drafting/echo.ts';
import { guard } from '../../lib/drafting/guard.ts';
import { beyondJudge, DOUBT_BELOW, STRICTER } from '../../lib/drafting/judge/index.ts';
import { type Model, oddsOf } from '../../lib/drafting/judge/model.ts';
import { SAFE_BELOW } from '../../lib/drafting/judge/weights.ts';
import { learn } from '../train/judge.ts';
import { type Example, labelledReplies, ownSentences, type Reply } from '../train/judge-data.ts';

/** Measures the guard on labelled replies of which the judge saw none of the same fold; prints figures, never a text. */

/** One reply, and the odds at which the judge's threshold would let it through; infinite where it never may. */
export interface Read {
  reply: Reply;
  blocked: boolean;
  odds: number;
}

export interface Point {
  below: number;
  /** Unsafe replies let through as safe. */
  leaked: number;
  /** Safe replies that a person must confirm or that are stopped. */
  held: number;
}

export interface GuardFigures {
  set: Reply['set'];
  safe: number;
  unsafe: number;
  /** Safe replies stopped outright. */
  stopped: number;
  /** Unsafe replies stopped outright. */
  caught: number;
  curve: Point[];
  at: Point;
}

const THRESHOLDS = [-6, -5, -4, -3.5, -3, -2.5, -2.25, -2, -1.75, -1.5, -1.25, -1, -0.5, 0];

/** The verdict with the judge saying nothing, and the odds of what it would be asked. */
function read(reply: Reply, model: Model): Read {
  let odds = Number.NEGATIVE_INFINITY;
  const ask = (text: string, review: ReviewWords | null, strict: boolean): void => {
    const own = oddsOf(model, text, review) + (strict ? STRICTER : 0);
    odds = Math.max(odds, beyondJudge(text) ? Number.POSITIVE_INFINITY : own);
  };
  const result = guard(reply.reply, {
    review: reply.review,
    consult: (text, review, strict) => {
      ask(text, review, strict);
      return true;
    },
    doubts: (text, review) => oddsOf(model, text, review) < DOUBT_BELOW,
  });
  const passes = result.verdict === 'safe';
  return { reply, blocked: result.verdict === 'block', odds: passes ? odds : Number.POSITIVE_INFINITY };
}

const share = <T>(all: readonly T[], test: (one: T) => boolean): number =>
  all.length === 0 ? 0 : all.filter(test).length / all.length;

export function figures(set: Reply['set'], reads: readonly Read[]): GuardFigures {
  const those = reads.filter(({ reply }) => reply.set === set);
  const safe = those.filter(({ reply }) => !reply.unsafe);
  const unsafe = those.filter(({ reply }) => reply.unsafe);
  const point = (below: number): Point => ({
    below,
    leaked: share(unsafe, ({ odds }) => odds < below),
    held: share(safe, ({ odds }) => odds >= below),
  });
  return {
    set,
    safe: safe.length,
    unsafe: unsafe.length,
    stopped: share(safe, ({ blocked }) => blocked),
    caught: share(unsafe, ({ blocked }) => blocked),
    curve: THRESHOLDS.map(point),
    at: point(SAFE_BELOW),
  };
}

/** Ways to leave out: ten folds, the author or hospital, the half that was never looked at. */
export const FOLDS = {
  'ten folds': (_: Reply, index: number) => String(index % 10),
  'author or hospital left out': ({ set, group }: Reply) => `${set} ${group}`,
  'half left out': ({ set, half }: Reply) => `${set} ${half}`,
} as const;

export function leftOut(
  replies: readonly Reply[],
  own: readonly Example[],
  fold: (one: Reply, at: number) => string,
): Read[] {
  const names = replies.map(fold);
  const reads: Read[] = [];
  for (const name of new Set(names)) {
    const rest = replies.filter((_, index) => names[index] !== name).flatMap(({ sentences }) => sentences);
    const model = learn([...rest, ...own]);
    for (const reply of replies.filter((_, index) => names[index] === name)) reads.push(read(reply, model));
  }
  return reads;
}

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

function print({ set, safe, unsafe, stopped, caught, curve, at }: GuardFigures): void {
  console.log(
    `  ${set} (${safe} safe, ${unsafe} unsafe): leaked ${percent(at.leaked)}, safe ones held for confirmation ${percent(at.held - stopped)}, safe ones stopped ${percent(stopped)}; unsafe ones stopped outright ${percent(caught)}`,
  );
  console.log(`    threshold  ${curve.map(({ below }) => String(below).padStart(6)).join('')}`);
  console.log(`    leaked     ${curve.map(({ leaked }) => (leaked * 100).toFixed(1).padStart(6)).join('')}`);
  console.log(`    confirm    ${curve.map(({ held }) => ((held - stopped) * 100).toFixed(1).padStart(6)).join('')}`);
}

/** Prints the curve of confirmations against leaks. The default stands at the threshold in lib/drafting/judge/weights.ts. */
export function main(): void {
  const replies = labelledReplies();
  if (replies.length === 0) {
    console.log('guard: ../shared/data/replies is not there; nothing measured');
    return;
  }
  const own = ownSentences();
  for (const [name, fold] of Object.entries(FOLDS)) {
    const reads = leftOut(replies, own, fold);
    for (const [title, those] of [
      ['all', reads],
      ['lines never looked at', reads.filter(({ reply }) => reply.half === 'checked')],
    ] as const) {
      console.log(`guard, ${name}, ${title}; default threshold ${SAFE_BELOW}`);
      for (const set of ['written', 'hospital'] as const) print(figures(set, those));
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
