import type { Line } from './ask.ts';
import { type Clock, realClock } from './clock.ts';
import { ModelError } from './failure.ts';
import { jsonSchema } from './schema.ts';

/** As much of Chrome's Prompt API as is used (explainer of June 2026); absent in other browsers. */
export interface LanguageModelLike {
  availability(options: Expected): Promise<string>;
  create(options: Expected & { initialPrompts: { role: 'system'; content: string }[]; signal: AbortSignal }): Promise<{
    promptStreaming(
      input: string,
      options: { signal: AbortSignal; responseConstraint: Record<string, unknown> },
    ): ReadableStream<string>;
    destroy(): void;
  }>;
}

interface Expected {
  expectedInputs: { type: 'text'; languages: string[] }[];
  expectedOutputs: { type: 'text'; languages: string[] }[];
}

export const BUILTIN_STATES = ['unavailable', 'downloadable', 'downloading', 'available'] as const;
export type BuiltinState = (typeof BUILTIN_STATES)[number];

const short = (language: string): string => language.split('-')[0] ?? language;
const expected = (language: string): Expected => ({
  expectedInputs: [{ type: 'text', languages: [...new Set(['en', short(language)])] }],
  expectedOutputs: [{ type: 'text', languages: [short(language)] }],
});

/** What the browser says it can do in this language now; nothing is assumed from its name or version. */
export async function probeBuiltin(api: LanguageModelLike | undefined, language: string): Promise<BuiltinState> {
  if (typeof api?.availability !== 'function') return 'unavailable';
  try {
    const state = await api.availability(expected(language));
    return BUILTIN_STATES.find((known) => known === state) ?? 'unavailable';
  } catch {
    return 'unavailable';
  }
}

/** Chrome's own model as a line like any other; throws `no-builtin` where the browser does not offer it. */
export function builtinLine(api: LanguageModelLike | undefined, language: string, clock: Clock = realClock): Line {
  return {
    clock,
    async send(_endpoint, { messages }, watch) {
      const state = await probeBuiltin(api, language);
      if (!api || (state !== 'available' && state !== 'downloadable')) throw new ModelError('no-builtin');
      const [system, ...rest] = messages;
      const session = await api.create({
        ...expected(language),
        initialPrompts: [{ role: 'system', content: system?.content ?? '' }],
        signal: watch.signal,
      });
      try {
        const input = rest.map(({ content }) => content).join('\n\n');
        const reader = session
          .promptStreaming(input, { signal: watch.signal, responseConstraint: jsonSchema() })
          .getReader();
        let content = '';
        for (;;) {
          const { done, value } = await reader.read();
          if (done) return { content, usage: null };
          watch.alive();
          content += value;
          watch.content(content);
        }
      } catch (error) {
        const name = (error as { name?: string } | null)?.name ?? '';
        if (name === 'NotSupportedError') throw new ModelError('no-builtin');
        if (name === 'QuotaExceededError') throw new ModelError('too-long');
        throw name === 'SyntaxError' ? new ModelError('malformed') : error;
      } finally {
        session.destroy();
      }
    },
  };
}
