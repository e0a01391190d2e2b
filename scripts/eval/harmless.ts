import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { FindingKind } from '../../lib/contract/triage.ts';
import { triage } from '../../lib/triage/index.ts';
import { isHarmless } from '../../lib/triage/rules/kinds.ts';
import { DATA } from './data.ts';
import { type Figure, figure } from './figures.ts';
import type { Answer } from './triage.ts';

/**
 * What should raise no alarm (decision 029). `unread/harmless.tsv`: everyday reviews and posts by somebody who knew no rule,
 * stars or `-`, then the text; whoever writes rules, words or training texts must not read it. And reviews of restaurants
 * that nobody labelled, of one and two stars: complaints of real people in which hardly anybody means harm.
 */

const leftAlone = (id: string, alarmed: boolean): Answer => ({ id, truth: 'no', said: alarmed ? 'yes' : 'no' });

function everyday(): [string, Figure][] {
  const reviews: Answer[] = [];
  const posts: Answer[] = [];
  const calm: Answer[] = [];
  const file = readFileSync(new URL('unread/harmless.tsv', import.meta.url), 'utf8');
  for (const [i, line] of file.split('\n').filter(Boolean).entries()) {
    const [stars = '-', text = ''] = line.split('\t');
    const id = `harmless-${i + 1}`;
    const said = triage({
      text: text.replaceAll('\\n', '\n'),
      ...(stars === '-' ? { stars: null, site: 'dcard', kind: 'comment' } : { stars: Number(stars) }),
    });
    const alarmed = said.risks.some(({ kind }) => !isHarmless(kind));
    (stars === '-' ? posts : reviews).push(leftAlone(id, alarmed));
    calm.push(leftAlone(id, said.urgent));
  }
  return [
    ['everyday reviews without a finding', figure(reviews, 'share')],
    ['everyday posts without a finding', figure(posts, 'share')],
    ['everyday texts not called urgent', figure(calm, 'share')],
  ];
}

const SOURCE = `${DATA}reviews/restaurant-300k.tsv.gz`;
const MOST = 20_000;
const LIFE: readonly FindingKind[] = ['threat-violence', 'self-harm'];

/** None of those whose clauses were labelled for training. */
function otherTrades(): [string, Figure][] {
  if (!existsSync(SOURCE)) return [];
  const labelled = new Set(
    readFileSync(new URL('../train/restaurants.tsv', import.meta.url), 'utf8')
      .split('\n')
      .map((line) => Number.parseInt(line, 10)),
  );
  const answers: Answer[] = [];
  for (const [i, line] of gunzipSync(readFileSync(SOURCE)).toString('utf8').split('\n').entries()) {
    const [stars = '', text = ''] = line.split('\t');
    if (!/^[12]$/.test(stars) || text === '' || labelled.has(i + 1)) continue;
    const said = triage({ text, stars: Number(stars) });
    answers.push(
      leftAlone(
        String(i),
        said.risks.some(({ kind }) => LIFE.includes(kind)),
      ),
    );
    if (answers.length === MOST) break;
  }
  return [['complaints of other trades, no life at stake', figure(answers, 'share')]];
}

export const harmlessFigures = (): [string, Figure][] => [...everyday(), ...otherTrades()];
