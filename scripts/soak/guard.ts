import { guard } from '../../lib/drafting/guard.ts';
import { say } from '../io.ts';
import { edited, randomFrom, unsafeSentences } from './guard-edits.ts';

const EDITED = 100_000;
const MOST_NAMED = 20;

/** A hundred thousand edits of unsafe sentences that keep their meaning: the verdict never becomes safe. */
export async function soakGuard(seed: number, wanted = EDITED): Promise<{ runs: number; failures: string[] }> {
  const sentences = unsafeSentences();
  const random = randomFrom(seed);
  const failures: string[] = [];
  let wrong = 0;
  let runs = 0;
  for (; runs < wanted; runs += 1) {
    const sentence = sentences[random(sentences.length)] as string;
    const { names, text } = edited(sentence, random);
    if (guard(text).verdict === 'safe') {
      wrong += 1;
      if (failures.length < MOST_NAMED) failures.push(`${names.join(' + ')}: ${JSON.stringify(text)}`);
    }
    if ((runs + 1) % 10_000 === 0) say(`guard: ${runs + 1} of ${wanted}`);
  }
  if (wrong > failures.length) failures.push(`and ${wrong - failures.length} more`);
  return { runs, failures };
}
