import * as z from 'zod/mini';
import { ModelError } from './failure.ts';

/** What a model may write. Privacy and contact sentences come from the bank, so that no model invents a number. */
export const WRITABLE = ['thanks', 'empathy', 'policy', 'improvement', 'closing'] as const;
export const Writable = z.enum(WRITABLE);
export type Writable = z.infer<typeof Writable>;

export const MOST_SENTENCES = 5;
const LONGEST = 400;

/** The shape on the wire, with the few keywords that every server of structured output knows. */
const Wire = z.strictObject({
  language: z.enum(['zh-TW', 'en', 'ja']),
  sentences: z.array(z.strictObject({ purpose: Writable, text: z.string() })),
});

/** As the protocol wants it: `response_format: {type: 'json_schema', json_schema: …}`. */
export const jsonSchema = (): Record<string, unknown> => {
  const { $schema: _, ...schema } = z.toJSONSchema(Wire) as Record<string, unknown>;
  return schema;
};

/** What is taken of an answer: further fields are dropped, everything else of another shape is refused. */
const Answer = z.object({
  language: z.optional(z.string()),
  sentences: z.array(z.object({ purpose: Writable, text: z.string().check(z.maxLength(LONGEST)) })),
});

export interface Answered {
  sentences: { purpose: Writable; text: string }[];
}

/** The part of an answer that is meant: thoughts before it and a code fence around it are taken away. */
export const meant = (content: string): string =>
  content
    .replace(/<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/gi, '')
    .replace(/^\s*```(?:json)?\s*/i, '')
    .trimStart();

/** Reads an answer; throws `empty` or `malformed`. */
export function parseAnswer(content: string): Answered {
  const text = meant(content).trim();
  if (text === '') throw new ModelError('empty');
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  if (from < 0 || to <= from) throw new ModelError('malformed');
  let value: unknown;
  try {
    value = JSON.parse(text.slice(from, to + 1));
  } catch {
    throw new ModelError('malformed');
  }
  const parsed = z.safeParse(Answer, value);
  if (!parsed.success) throw new ModelError('malformed');
  const sentences = parsed.data.sentences
    .map(({ purpose, text: words }) => ({ purpose, text: words.normalize('NFC').replace(/\s+/g, ' ').trim() }))
    .filter(({ text: words }) => words !== '')
    .slice(0, MOST_SENTENCES);
  if (sentences.length === 0) throw new ModelError('empty');
  return { sentences };
}

const ESCAPES: Record<string, string> = { n: ' ', r: '', t: ' ', b: '', f: '', '"': '"', '\\': '\\', '/': '/' };

/** The sentences of an answer that is still on its way, the last one perhaps unfinished: for looking at only. */
export function partialTexts(content: string): string[] {
  const text = meant(content);
  const out: string[] = [];
  const start = /"text"\s*:\s*"/g;
  for (let match = start.exec(text); match; match = start.exec(text)) {
    let words = '';
    let at = start.lastIndex;
    for (; at < text.length && text[at] !== '"'; at++) {
      if (text[at] !== '\\') {
        words += text[at];
        continue;
      }
      const kind = text[++at];
      if (kind === undefined) break;
      if (kind !== 'u') words += ESCAPES[kind] ?? '';
      else if (/^[0-9a-f]{4}$/i.test(text.slice(at + 1, at + 5))) {
        words += String.fromCharCode(Number.parseInt(text.slice(at + 1, at + 5), 16));
        at += 4;
      } else break;
    }
    out.push(words);
    start.lastIndex = at;
  }
  return out;
}
