import { readFileSync } from 'node:fs';
import type { QuoteRow } from '../eval/personal.ts';

/**
 * Invented reviews and posts, one a line, with each name of staff in `[[…]]` and of patients in `{{…}}`; `\n` is a
 * line break. `written/names.tsv` is trained on; `../eval/unread/names.tsv` only measured.
 */
const PART = /\[\[(.+?)\]\]|\{\{(.+?)\}\}|[^[{]+|[[{]/gu;

export function parseNames(line: string, id: string): QuoteRow {
  const personal: [string, string][] = [];
  let text = '';
  for (const [part, staff, patient] of line.replaceAll('\\n', '\n').matchAll(PART)) {
    if (staff) personal.push(['staff_name', staff]);
    if (patient) personal.push(['patient_name', patient]);
    text += staff ?? patient ?? part;
  }
  return { id, text, personal };
}

export const nameRows = (file: URL): QuoteRow[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line, i) => parseNames(line, `names-${i + 1}`));
