import type { Draft, DraftSentence, GuardResult } from '../../contract/draft.ts';
import type { Quirks, Sending, Usage } from '../../contract/model.ts';
import { guard } from '../guard.ts';
import { type Progress as Asking, ask, type Endpoint, type Line } from './ask.ts';
import { type Against, isIn, isKnown, isRefusal, type Violation, whyNot } from './check.ts';
import { ModelError } from './failure.ts';
import { withModelSentences } from './known.ts';
import { type Occasion, payloadOf } from './payload.ts';
import { againFor, type Message, messagesFor } from './prompt.ts';
import { type Answered, MOST_SENTENCES, parseAnswer, partialTexts, type Writable } from './schema.ts';

export type Progress =
  | Exclude<Asking, { step: 'writing' }>
  /** The reply as far as it has come, to look at: it has not been checked. */
  | { step: 'writing'; text: string }
  | { step: 'rewriting'; count: number };

/** A sentence that gave way, and to what. */
export interface Replacement {
  was: string;
  why: string;
  by: 'model' | 'bank';
}

export interface Written {
  text: string;
  guard: GuardResult;
  /** Sentences of the model that the allow-list does not know: a named person reads them. */
  unknown: string[];
  replaced: Replacement[];
  usage: Usage | null;
  quirks: Quirks;
}

export interface WriteInput {
  occasion: Occasion;
  sending: Sending;
  endpoint: Endpoint;
  quirks: Quirks;
  /** Sentences that a manager or doctor of this clinic approved. */
  approved?: readonly string[] | undefined;
  signal: AbortSignal;
  progress(progress: Progress): void;
}

/** The messages of a request, the same for looking at them and for sending them. */
export const requestFor = (occasion: Occasion, sending: Sending): Message[] =>
  messagesFor(payloadOf(occasion, sending));

/**
 * A reply by a model, checked: every sentence passes the guard and the checks for a changed task, or it was written
 * anew once with the reason, or one of the bank stands in its place. What comes back is never blocked. Throws a
 * ModelError; whatever stood in the draft box is the caller's and untouched.
 */
export async function writeReply(line: Line, input: WriteInput): Promise<Written> {
  const { occasion, sending, endpoint, signal } = input;
  const { draft, review, clinic } = occasion;
  if (draft.text === null) throw new ModelError('no-reply');
  // The redacted text leaves this machine only when it was chosen for this very text: the caller saw to that.
  const against: Against = { review: review.text, clinic, language: draft.language, approved: input.approved };
  const messages = requestFor(occasion, sending);
  const spent = counter();
  let quirks = input.quirks;

  const request = async (what: Message[], show: boolean): Promise<string> => {
    const answer = await ask(line, endpoint, what, {
      quirks,
      signal,
      progress: (now) => {
        if (now.step !== 'writing') input.progress(now);
        else if (show) input.progress({ step: 'writing', text: joined(partialTexts(now.content), draft.language) });
      },
    });
    quirks = answer.quirks;
    spent.add(answer.usage);
    return answer.content;
  };

  const first = await understood(() => request(messages, true), draft.language);
  let { answered } = first;
  const broken = brokenIn(answered, against);
  const replaced: Replacement[] = [];
  if (broken.length > 0) {
    input.progress({ step: 'rewriting', count: broken.length });
    const rewritten = await rewrites(
      () => request(againFor(messages, first.content, broken, draft.language), false),
      broken,
    );
    answered = settled(answered, broken, rewritten, against, draft, replaced);
  }
  const sentences = assembled(answered, draft);
  const text = joined(
    sentences.map((sentence) => sentence.text),
    draft.language,
  );
  const result = guard(text, { review: review.text, clinic, approved: input.approved });
  if (result.verdict === 'block') return onlyTheBank(occasion, input, quirks, spent.total());
  const unknown = answered.sentences.map((sentence) => sentence.text).filter((words) => !isKnown(words, against));
  return {
    text,
    guard: withModelSentences(result, text, unknown),
    unknown,
    replaced,
    usage: spent.total(),
    quirks,
  };
}

/** Asks, and once more when the answer cannot be read or is in another language: a model's bad day passes. */
async function understood(
  request: () => Promise<string>,
  language: string,
): Promise<{ content: string; answered: Answered }> {
  for (let attempt = 1; ; attempt++) {
    const content = await request();
    try {
      const answered = parseAnswer(content);
      if (answered.sentences.every(({ text }) => isRefusal(text))) throw new ModelError('refused');
      const foreign = answered.sentences.filter(({ text }) => !isIn(language, text));
      if (foreign.length * 2 > answered.sentences.length) throw new ModelError('wrong-language');
      return { content, answered };
    } catch (error) {
      if (isRefusal(content) && error instanceof ModelError) throw new ModelError('refused');
      const again = error instanceof ModelError && ['malformed', 'wrong-language', 'empty'].includes(error.failure);
      if (!again || attempt > 1) throw error;
    }
  }
}

function whyBroken(text: string, against: Against): string | null {
  if (!isIn(against.language, text) || isRefusal(text)) {
    return against.language === 'zh-TW' ? '請用台灣的繁體中文寫。' : 'Write it in the language that was asked for.';
  }
  return whyNot(text, against);
}

function brokenIn({ sentences }: Answered, against: Against): Violation[] {
  return sentences.flatMap(({ purpose, text }, index) => {
    const why = whyBroken(text, against);
    return why === null ? [] : [{ index, purpose, text, why }];
  });
}

/** The new sentences by the place they belong to. A second failure is none for the person: the bank stands in. */
async function rewrites(request: () => Promise<string>, broken: readonly Violation[]): Promise<Map<number, string>> {
  try {
    const { sentences } = parseAnswer(await request());
    return new Map(broken.flatMap(({ index }, at) => (sentences[at] ? [[index, sentences[at].text] as const] : [])));
  } catch (error) {
    if (error instanceof ModelError && error.failure === 'cancelled') throw error;
    return new Map();
  }
}

function settled(
  answered: Answered,
  broken: readonly Violation[],
  rewritten: ReadonlyMap<number, string>,
  against: Against,
  draft: Draft,
  replaced: Replacement[],
): Answered {
  const sentences: (Answered['sentences'][number] | null)[] = [...answered.sentences];
  const spare = [...draft.sentences];
  for (const { index, purpose, text, why } of broken) {
    const next = rewritten.get(index);
    const fits = next !== undefined && next !== text && whyBroken(next, against) === null;
    replaced.push({ was: text, why, by: fits ? 'model' : 'bank' });
    const by = fits ? next : fromBank(spare, purpose);
    sentences[index] = by === null ? null : { purpose, text: by };
  }
  return { sentences: sentences.filter((sentence) => sentence !== null) };
}

/** A sentence of the bank's own draft for the same purpose, each once; null: it may as well be left out. */
function fromBank(spare: DraftSentence[], purpose: Writable): string | null {
  const at = spare.findIndex((sentence) => sentence.purpose === purpose);
  return at < 0 ? null : (spare.splice(at, 1)[0]?.text ?? null);
}

const ORDER = ['greeting', 'thanks', 'empathy', 'policy', 'improvement', 'privacy', 'channel', 'closing'] as const;

/** The model's sentences with the privacy and contact sentences of the bank's draft, five at most. */
function assembled({ sentences }: Answered, draft: Draft): DraftSentence[] {
  const own = draft.sentences.filter(({ purpose }) => purpose === 'privacy' || purpose === 'channel');
  const said = new Set<string>();
  const fresh = sentences.filter(({ text }) => !said.has(text) && said.add(text)).slice(0, MOST_SENTENCES - own.length);
  return [...fresh, ...own].sort((a, b) => ORDER.indexOf(a.purpose) - ORDER.indexOf(b.purpose));
}

const joined = (texts: readonly string[], language: string): string => texts.join(language === 'en' ? ' ' : '');

/** Sentences that pass one by one and not together: then none of them is used. */
function onlyTheBank(
  { draft, review, clinic }: Occasion,
  input: WriteInput,
  quirks: Quirks,
  usage: Usage | null,
): Written {
  const text = draft.text ?? '';
  return {
    text,
    guard: guard(text, { review: review.text, clinic, approved: input.approved }),
    unknown: [],
    replaced: [{ was: '', why: '', by: 'bank' }],
    usage,
    quirks,
  };
}

function counter() {
  let total: Usage | null = null;
  return {
    add(usage: Usage | null): void {
      if (usage) total = { input: (total?.input ?? 0) + usage.input, output: (total?.output ?? 0) + usage.output };
    },
    total: (): Usage | null => total,
  };
}
