import { readdirSync, readFileSync } from 'node:fs';
import type { Row } from '../eval/data.ts';
import { codesIn, isCodes } from './codes.ts';

/**
 * Texts written for this project with a mark after each clause that carries something, `written/marked-*.tsv`:
 * `N1<tab>打去問說不用帶{i-}，到了又說不行{i-b-}`. The head is the sentiment (N, P, M, U for neutral) and the stars or `-`;
 * the codes are those of codes.ts. Of an insult they say only that it is one; which files tell of dangers says
 * dangers.ts.
 */

/** `marks`: codes by the offset of some letter of the clause. */
export interface Marked {
  readonly row: Row;
  readonly marks: ReadonlyMap<number, string>;
}

export const SENTIMENT = { N: 'negative', P: 'positive', M: 'mixed', U: 'neutral' } as const;

/** What a text speaks of, from all its codes; touched in passing is not spoken of. */
export function aspectsIn(codes: string): Row['aspects'] {
  const said = new Map<string, Set<string>>();
  for (const code of codesIn(codes))
    if ('aspect' in code && code.sign !== '?')
      said.set(code.aspect, (said.get(code.aspect) ?? new Set()).add(code.sign));
  return Object.fromEntries(
    [...said].map(([aspect, signs]) => [aspect, signs.size > 1 ? 'mixed' : signs.has('+') ? 'pos' : 'neg']),
  );
}

/** Throws a sentence that names the line when it cannot be read. */
export function parseMarked(line: string, id: string): Marked {
  const head = /^([NPMU])([1-5-])\t(.+)$/u.exec(line);
  if (!head) throw new Error(`${id}: no head: ${line.slice(0, 30)}`);
  const marks = new Map<number, string>();
  let text = '';
  let all = '';
  for (const part of (head[3] as string).matchAll(/([^{}]*)(?:\{([^{}]*)\})?/gu)) {
    text += part[1] ?? '';
    const codes = part[2];
    if (!codes) continue;
    if (!isCodes(codes)) throw new Error(`${id}: what is {${codes}}`);
    const at = text.trimEnd().length - 1;
    if (at < 0) throw new Error(`${id}: mark before any text`);
    marks.set(at, (marks.get(at) ?? '') + codes);
    all += codes;
  }
  if (/[{}]/.test(text)) throw new Error(`${id}: a stray brace`);
  return {
    marks,
    row: {
      id,
      text,
      stars: head[2] === '-' ? null : Number(head[2]),
      sentiment: SENTIMENT[head[1] as keyof typeof SENTIMENT],
      aspects: aspectsIn(all),
      insult: all.includes('J') ? 'mild' : 'none',
      accusation: all.includes('X') ? 'specific' : all.includes('Y') ? 'general' : 'none',
      threat: all.includes('V') ? 'violence' : all.includes('L') ? 'legal' : 'none',
      urgent: /[UVS]/.test(all),
    } as Row,
  };
}

export function markedRows(): Marked[] {
  const folder = new URL('written/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.startsWith('marked-'))
    .sort()
    .flatMap((name) =>
      readFileSync(new URL(name, folder), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line, i) => parseMarked(line, `${name.slice(0, -4)}-${i + 1}`)),
    );
}
