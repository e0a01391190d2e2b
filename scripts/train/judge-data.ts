import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { wordsOfReview } from '../../lib/drafting/echo.ts';
import { type Reading, readingOf } from '../../lib/drafting/judge/features.ts';
import { mask } from '../../lib/drafting/mask.ts';
import { normalise } from '../../lib/drafting/normalise.ts';
import { type Stretch, sentencesTyped } from '../../lib/drafting/sentences.ts';

/** A labelled reply of ../shared/data/replies. */
export interface Reply {
  id: string;
  set: 'written' | 'hospital';
  /** What is left out together: the author of a written one, the hospital of a real one. */
  group: string;
  /** Odd lines were never looked at while rules, words and sentences were written: only they are an honest test. */
  half: 'tuned' | 'checked';
  review: string;
  reply: string;
  unsafe: boolean;
  severity: 'safe' | 'warn' | 'block';
  sentences: Example[];
}

export interface Example {
  text: string;
  unsafe: boolean;
  reading: Reading;
}

const FOLDER = fileURLToPath(new URL('../../../shared/data/replies/', import.meta.url));
const OWN = new URL('./replies/', import.meta.url);

interface Row {
  id: string;
  place?: string | null;
  review: string;
  reply: string;
  verdict: 'safe' | 'warn' | 'block';
  rules: (string | [string, string])[];
  sentences?: [string, string][];
}

const letters = (text: string): string => normalise(text).text.replace(/[^\p{L}\p{N}]/gu, '');
function plainSentences(text: string): Stretch[] {
  const normal = normalise(text);
  return sentencesTyped(mask(normal.text, null), text, normal);
}

function examples(row: Row): Example[] {
  const quotes = row.sentences
    ? row.sentences.filter(([, label]) => label !== 'safe').map(([text]) => letters(text))
    : row.rules.flatMap((rule) => (Array.isArray(rule) ? [letters(rule[1])] : []));
  const review = row.review ? wordsOfReview(row.review) : null;
  return plainSentences(row.reply).map(({ text }) => {
    const key = letters(text);
    const unsafe = quotes.some((quote) => key.includes(quote) || (key.length > 3 && quote.includes(key)));
    return { text, unsafe, reading: readingOf(text, review) };
  });
}

/** The labelled replies; none where ../shared is not beside the project. */
export function labelledReplies(): Reply[] {
  return (['written', 'hospital'] as const).flatMap((set) => {
    const file = `${FOLDER}${set}.jsonl`;
    if (!existsSync(file)) return [];
    return readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line, index): Reply => {
        const row = JSON.parse(line) as Row;
        return {
          id: row.id,
          set,
          group: set === 'written' ? row.id.slice(0, 3) : (row.place ?? 'unknown'),
          half: index % 2 === 1 ? 'tuned' : 'checked',
          review: row.review,
          reply: row.reply,
          unsafe: row.verdict !== 'safe',
          severity: row.verdict,
          sentences: examples(row),
        };
      });
  });
}

/** Sentences written for this project, one a line; those of the lines that are kept. */
export function ownSentences(keep: (line: string) => boolean = () => true): Example[] {
  return (['safe', 'unsafe'] as const).flatMap((kind) =>
    readFileSync(new URL(`${kind}.txt`, OWN), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#') && keep(line))
      .flatMap((line) => plainSentences(line))
      .map(({ text }) => ({ text, unsafe: kind === 'unsafe', reading: readingOf(text, null) })),
  );
}
