import type { ModelFailure, Provider, Quirks, Usage } from '../../contract/model.ts';
import type { Address } from './address.ts';
import { type Clock, pause } from './clock.ts';
import { failureOf, ModelError } from './failure.ts';
import type { Message } from './prompt.ts';
import { bodyOf, type RequestBody, without } from './request.ts';

/** A model that can be asked. */
export interface Endpoint {
  provider: Provider;
  address: Address;
  model: string;
  key: string | null;
}

export interface Answer {
  content: string;
  usage: Usage | null;
  /** What the server takes, as it turned out. */
  quirks: Quirks;
}

/** What is going on, for the person who waits. */
export type Progress =
  | { step: 'waiting'; try: number }
  | { step: 'again'; try: number; because: ModelFailure; inMs: number }
  | { step: 'writing'; content: string };

export interface Line {
  /** Sends one request and reads its stream; throws whatever it throws. lib/drafting/llm/openai.ts is one. */
  send(endpoint: Endpoint, body: RequestBody, watch: Watch): Promise<{ content: string; usage: Usage | null }>;
  clock: Clock;
}

/** A line tells of every piece that arrives and stops when the signal says so. */
export interface Watch {
  signal: AbortSignal;
  /** Something came, perhaps nothing to show (a thought, a sign of life). */
  alive(): void;
  content(all: string): void;
}

/** A model on this machine may first have to be read from disk: its first word takes a minute and more. */
const FIRST_WORD = { local: 180_000, cloud: 90_000 };
const BETWEEN = 45_000;
const WHOLE = 300_000;

const TRIES = 3;
const BACK_OFF = [1_000, 4_000];
/** Who wants us back later than this is told of, not waited for. */
const MOST_PATIENCE = 20_000;
/** What may be another time. A connection that broke is tried once more. */
const PASSING: Partial<Record<ModelFailure, number>> = { busy: TRIES, server: TRIES, offline: 2, cut: 2 };

/**
 * Asks once and gives the whole answer; throws a ModelError. Tries again with growing pauses where that may help, and
 * without those parts of the request that a server does not take.
 */
export async function ask(
  line: Line,
  endpoint: Endpoint,
  messages: Message[],
  options: { quirks: Quirks; signal: AbortSignal; progress: (progress: Progress) => void },
): Promise<Answer> {
  const { signal, progress } = options;
  let { quirks } = options;
  for (let attempt = 1; ; ) {
    progress({ step: 'waiting', try: attempt });
    try {
      const got = await once(line, endpoint, bodyOf(endpoint.model, messages, quirks), signal, progress);
      return { ...got, quirks };
    } catch (thrown) {
      if (signal.aborted) throw new ModelError('cancelled');
      const error = failureOf(thrown, { local: endpoint.address.local, hasKey: endpoint.key !== null });
      const next = error.failure === 'bad-request' ? without(quirks, error.field) : null;
      if (next) {
        quirks = next;
        continue;
      }
      const inMs = error.retryAfter ?? BACK_OFF[attempt - 1] ?? 0;
      if (attempt >= (PASSING[error.failure] ?? 1) || inMs > MOST_PATIENCE) throw error;
      attempt++;
      progress({ step: 'again', try: attempt, because: error.failure, inMs });
      await pause(line.clock, inMs, signal);
      if (signal.aborted) throw new ModelError('cancelled');
    }
  }
}

async function once(
  line: Line,
  endpoint: Endpoint,
  body: RequestBody,
  outer: AbortSignal,
  progress: (progress: Progress) => void,
): Promise<{ content: string; usage: Usage | null }> {
  const inner = new AbortController();
  let late = false;
  const tooLate = (): void => {
    late = true;
    inner.abort();
  };
  const stop = (): void => inner.abort();
  outer.addEventListener('abort', stop);
  if (outer.aborted) stop();
  const endWhole = line.clock.after(WHOLE, tooLate);
  let endWait = line.clock.after(endpoint.address.local ? FIRST_WORD.local : FIRST_WORD.cloud, tooLate);
  try {
    return await line.send(endpoint, body, {
      signal: inner.signal,
      alive() {
        endWait();
        endWait = line.clock.after(BETWEEN, tooLate);
      },
      content: (content) => progress({ step: 'writing', content }),
    });
  } catch (error) {
    throw late && !outer.aborted ? new ModelError('slow') : error;
  } finally {
    endWhole();
    endWait();
    outer.removeEventListener('abort', stop);
  }
}
