import { clausesOf, type Stretch } from '../sentences.ts';
import { bargainsIn } from './bargain.ts';
import { CARE_EN } from './en-care.ts';
import { CONDUCT_EN } from './en-conduct.ts';
import { type Hit, speaksOfNobody } from './shape.ts';
import { CARE_ZH } from './zh-care.ts';
import { CONDUCT_ZH } from './zh-conduct.ts';
import { HEALTH_ZH } from './zh-health.ts';

const HAN = /[\u3400-\u9fff]/;
const CHINESE = [...CARE_ZH, ...HEALTH_ZH, ...CONDUCT_ZH];
const ENGLISH = [...CARE_EN, ...CONDUCT_EN];

/** Text of the clauses that a stretch touches; they are in order, so the first is found by halving. */
function touching(clauses: Stretch[], start: number, end: number): string {
  let low = 0;
  let high = clauses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((clauses[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let text = '';
  for (let i = low; i < clauses.length; i += 1) {
    const clause = clauses[i];
    if (!clause || clause.start >= end) break;
    text += `${clause.text.slice(0, CLAUSE)},`;
  }
  return text;
}

/** Nobody writes a clause of this length: without commas a text is judged by how it starts. */
const CLAUSE = 400;

/** A keystroke changes one sentence of many: what was found in the others, at places within them, still holds. */
const found = new Map<string, Hit[]>();
const REMEMBERED = 400;

/** What the patterns find in one sentence, first of each rule and place; ordered. */
export function gross({ text, start }: Stretch): Hit[] {
  let hits = found.get(text);
  if (hits === undefined) {
    hits = search(text);
    if (found.size >= REMEMBERED) found.clear();
    found.set(text, hits);
  }
  return hits.map((hit) => ({ ...hit, start: hit.start + start, end: hit.end + start }));
}

function search(text: string): Hit[] {
  const clauses = clausesOf(text);
  const hits: Hit[] = bargainsIn({ text, start: 0, end: text.length });
  const tried = [...(HAN.test(text) ? CHINESE : []), ...(/[a-z]{3}/.test(text) ? ENGLISH : [])];
  for (const { rule, find, unless, exempt } of tried) {
    find.lastIndex = 0;
    for (let match = find.exec(text); match !== null; match = find.exec(text)) {
      if (match[0] === '') {
        find.lastIndex += 1;
        continue;
      }
      const start = match.index;
      const end = start + match[0].length;
      const around = touching(clauses, start, end);
      // An English list of what is never offered has commas in it.
      const offer = (rule === 'R12' || rule === 'R16') && !HAN.test(text);
      if (unless?.test(offer ? text.slice(0, CLAUSE) : around) || (exempt && speaksOfNobody(around))) continue;
      hits.push({ rule, ...trim(text, start, end) });
    }
  }
  return hits;
}

/** Without the punctuation that an expression may have needed at its ends. */
function trim(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && /[\s,。!?;:(「]/.test(text.charAt(start))) start += 1;
  while (end > start && /[\s,。!?;:]/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
