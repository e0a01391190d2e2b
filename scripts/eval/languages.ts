import { readFileSync } from 'node:fs';
import { ASPECTS } from '../../lib/contract/triage.ts';
import { languageOf } from '../../lib/drafting/language.ts';
import { parseMarked } from '../train/marked.ts';
import { type Figure, figure, mean } from './figures.ts';
import { ask } from './triage.ts';

/**
 * Reviews and posts in other languages, `unread/languages.tsv`: invented by a writer who knew neither rules nor training
 * texts. Whoever writes rules, words or training texts must not read them.
 */

/** Simplified characters, and Chinese mixed with English, count as Chinese. */
const LANGUAGES = { English: 'en', Japanese: 'ja', Chinese: 'zh-TW' } as const;

export function languageFigures(): [string, Figure][] {
  const rows = readFileSync(new URL('unread/languages.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line, i) => parseMarked(line, `unread-${i + 1}`).row);
  return Object.entries(LANGUAGES).flatMap(([language, code]): [string, Figure][] => {
    const answers = ask(rows.filter(({ text }) => languageOf(text) === code));
    const of = (question: string) => answers.get(question) ?? [];
    const about = ASPECTS.map((aspect) => figure(of(`aspect ${aspect}`), 'f1'));
    return [
      [`${language} sentiment accuracy`, figure(of('sentiment'), 'share')],
      [`${language} aspects macro-F1`, mean(about)],
      [`${language} polarity of aspects found`, figure(of('polarity'), 'share')],
      [`${language} accusation F1`, figure(of('accusation'), 'f1')],
      [`${language} insult F1`, figure(of('insult'), 'f1')],
      [`${language} threat F1`, figure(of('threat'), 'f1')],
      [`${language} harmless texts left alone`, figure(of('harmless left alone'), 'share')],
    ];
  });
}
