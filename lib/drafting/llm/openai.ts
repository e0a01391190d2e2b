import OpenAI from 'openai';
import { Stream } from 'openai/streaming';
import type { Usage } from '../../contract/model.ts';
import type { Endpoint, Line, Watch } from './ask.ts';
import { type Clock, realClock } from './clock.ts';
import { ModelError } from './failure.ts';

type Fetch = typeof globalThis.fetch;
type Chunk = OpenAI.Chat.Completions.ChatCompletionChunk;
type Completion = OpenAI.Chat.Completions.ChatCompletion;
type Reply = { content: string; usage: Usage | null };

/** The package tells a server what system and runtime it runs on; none of it is the server's business. */
const SILENT = {
  'X-Stainless-Lang': null,
  'X-Stainless-Package-Version': null,
  'X-Stainless-OS': null,
  'X-Stainless-Arch': null,
  'X-Stainless-Runtime': null,
  'X-Stainless-Runtime-Version': null,
  'X-Stainless-Retry-Count': null,
  'X-Stainless-Timeout': null,
};

/**
 * The way to every server that speaks the OpenAI protocol. Loaded when a model is first used (the package is large).
 * No cookie, no referrer, no cache, and no redirect is followed: what is sent goes to the address that was chosen.
 */
export function openaiLine(doFetch: Fetch, clock: Clock = realClock): Line {
  return {
    clock,
    async send(endpoint, body, watch) {
      const client = clientFor(endpoint, doFetch);
      const request = body as OpenAI.Chat.Completions.ChatCompletionCreateParamsStreaming;
      const response = await client.chat.completions.create(request, { signal: watch.signal }).asResponse();
      return read(client, response, watch);
    },
  };
}

/** Names of the models that a server offers, for choosing one. */
export async function modelsOf(endpoint: Endpoint, doFetch: Fetch, signal: AbortSignal): Promise<string[]> {
  const page = await clientFor(endpoint, doFetch).models.list({ signal });
  return page.data.map(({ id }) => id).sort();
}

function clientFor({ address, key, provider }: Endpoint, doFetch: Fetch): OpenAI {
  return new OpenAI({
    apiKey: key ?? 'none',
    baseURL: address.base,
    // The key is the person's own, used from their own extension's page: no web page can read it.
    dangerouslyAllowBrowser: true,
    maxRetries: 0,
    organization: null,
    project: null,
    logLevel: 'off',
    defaultHeaders: {
      ...SILENT,
      ...(key === null && { Authorization: null }),
      ...(provider === 'azure' && key !== null && { 'api-key': key, Authorization: null }),
    },
    async fetch(url, init) {
      const response = await doFetch(url as RequestInfo, {
        ...(init as RequestInit),
        redirect: 'manual',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      });
      if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
        throw new ModelError('redirected');
      }
      return response;
    },
  });
}

async function read(client: OpenAI, response: Response, watch: Watch): Promise<Reply> {
  const type = response.headers.get('content-type') ?? '';
  if (/html/i.test(type)) throw new ModelError('no-endpoint');
  if (/application\/json/i.test(type)) return whole((await response.json()) as Completion);
  let content = '';
  let usage: Usage | null = null;
  let finish: string | null = null;
  for await (const chunk of Stream.fromSSEResponse<Chunk>(tapped(response, watch), new AbortController(), client)) {
    usage = usageOf(chunk.usage) ?? usage;
    const choice = chunk.choices?.[0];
    if (!choice) continue;
    if (choice.delta?.refusal) throw new ModelError('refused');
    if (choice.delta?.content) {
      content += choice.delta.content;
      watch.content(content);
    }
    finish = choice.finish_reason ?? finish;
  }
  return finished(content, finish, usage);
}

/** Every piece of the answer is a sign of life, also those that show nothing (thoughts, comments of the server). */
function tapped(response: Response, watch: Watch): Response {
  if (!response.body) throw new ModelError('cut');
  const tap = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, next) {
      watch.alive();
      next.enqueue(piece);
    },
  });
  return new Response(response.body.pipeThrough(tap), { headers: response.headers });
}

/** A server that does not stream answers in one piece. */
function whole({ choices, usage, error }: Partial<Completion> & { error?: unknown }): Reply {
  if (error) throw Object.assign(new Error('answer'), { error });
  const choice = choices?.[0];
  if (!choice) throw new ModelError('malformed');
  if (choice.message?.refusal) throw new ModelError('refused');
  return finished(choice.message?.content ?? '', choice.finish_reason ?? 'stop', usageOf(usage));
}

function finished(content: string, finish: string | null, usage: Usage | null): Reply {
  if (finish === null) throw new ModelError('cut');
  if (finish === 'content_filter') throw new ModelError('refused');
  if (finish === 'length') throw new ModelError('too-long');
  return { content, usage };
}

const usageOf = (usage: { prompt_tokens?: number; completion_tokens?: number } | null | undefined): Usage | null =>
  usage ? { input: usage.prompt_tokens ?? 0, output: usage.completion_tokens ?? 0 } : null;
