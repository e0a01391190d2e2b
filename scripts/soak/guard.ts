import { type GuardContext, guard } from '../../lib/drafting/guard.ts';
import { beyondJudge, DOUBT_BELOW, STRICTER } from '../../lib/drafting/judge/index.ts';
import { type Model, oddsOf } from '../../lib/drafting/judge/model.ts';
import { SAFE_BELOW } from '../../lib/drafting/judge/weights.ts';
import { say } from '../io.ts';
import { learn } from '../train/judge.ts';
import { labelledReplies, ownSentences } from '../train/judge-data.ts';
import { edited, randomFrom, unsafeSentences } from './guard-edits.ts';

const EDITED = 100_000;
const UNSEEN = 20_000;
const MOST_NAMED = 20;
const PARTS = 5;

interface Outcome {
  runs: number;
  failures: string[];
}

/** Edits of the sentences that keep their meaning: how often the verdict becomes safe. */
function soak(sentences: readonly string[], seed: number, wanted: number, context: GuardContext): Outcome {
  const random = randomFrom(seed);
  const failures: string[] = [];
  let wrong = 0;
  for (let runs = 0; runs < wanted; runs += 1) {
    const sentence = sentences[random(sentences.length)] as string;
    const { names, text } = edited(sentence, random);
    if (guard(text, context).verdict === 'safe') {
      wrong += 1;
      if (failures.length < MOST_NAMED) failures.push(`${names.join(' + ')}: ${JSON.stringify(text)}`);
    }
    if ((runs + 1) % 10_000 === 0) say(`guard: ${runs + 1} of ${wanted}`);
  }
  if (wrong > failures.length) failures.push(`and ${wrong - failures.length} more`);
  return { runs: wanted, failures };
}

/** A hundred thousand edits of unsafe sentences that keep their meaning: the verdict never becomes safe. */
export async function soakGuard(seed: number, wanted = EDITED): Promise<Outcome> {
  return soak(unsafeSentences(), seed, wanted, {});
}

/** A guard whose judge is another model than the shipped one. */
const judgedBy = (model: Model): GuardContext => ({
  consult: (text, review, strict) =>
    !beyondJudge(text) && oddsOf(model, text, review) < SAFE_BELOW - (strict ? STRICTER : 0),
  doubts: (text, review) => oddsOf(model, text, review) < DOUBT_BELOW,
});

/** The same with a judge that never saw the sentences: of each fifth, only those that it does not call safe as they stand. */
export async function soakUnseen(seed: number, wanted = UNSEEN): Promise<Outcome> {
  const real = labelledReplies().flatMap(({ sentences }) => sentences);
  const all = unsafeSentences();
  const outcomes = Array.from({ length: PARTS }, (_, part) => {
    const left = new Set(all.filter((_line, index) => index % PARTS === part));
    const context = judgedBy(learn([...ownSentences((line) => !left.has(line)), ...real]));
    const sentences = [...left].filter((line) => guard(line, context).verdict !== 'safe');
    return soak(sentences, seed + part, Math.floor(wanted / PARTS), context);
  });
  return {
    runs: outcomes.reduce((sum, { runs }) => sum + runs, 0),
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}
