import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, type Progress } from '../../../../lib/drafting/llm/ask.ts';
import { realClock } from '../../../../lib/drafting/llm/clock.ts';
import { bodyOf, ModelError, quirksOf } from '../../../../lib/drafting/llm/index.ts';
import { modelsOf, openaiLine } from '../../../../lib/drafting/llm/openai.ts';
import type { Message } from '../../../../lib/drafting/llm/prompt.ts';
import { type ModelServer, replyJson, startModelServer } from '../../../fixtures/model-server.ts';
import { cloudOf, endpointOf, fakeClock } from './support.ts';

/** The line to a model against a server that speaks the protocol: what is sent, what comes back, what goes wrong. */
const MESSAGES: Message[] = [
  { role: 'system', content: '寫一句謝謝。' },
  { role: 'user', content: '{"stars":1}' },
];
const CONTENT = replyJson([{ purpose: 'thanks', text: '您好，謝謝您留下寶貴的意見 🙏 与。' }]);

// A busy machine must not make a test fail.
vi.setConfig({ testTimeout: 60_000 });

let server: ModelServer;
let other: ModelServer | null = null;
beforeEach(async () => {
  server = await startModelServer();
});
afterEach(async () => {
  await server.close();
  await other?.close();
  other = null;
});

/** Pauses end at once; time limits do not. */
const hurried = () => fakeClock((ms) => ms <= 20_000);

async function asked(endpoint = endpointOf(server), clock = hurried().clock, signal = new AbortController().signal) {
  const seen: Progress[] = [];
  const answer = await ask(openaiLine(fetch, clock), endpoint, MESSAGES, {
    quirks: quirksOf(endpoint.provider),
    signal,
    progress: (progress) => seen.push(progress),
  });
  return { ...answer, seen };
}

const failing = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ModelError);
  return (error as ModelError).failure;
};

describe('a request', () => {
  it('is byte for byte the body that is shown, and tells nothing of this machine', async () => {
    await asked();
    const [request] = server.asked();
    expect(request?.raw).toBe(JSON.stringify(bodyOf('test-model', MESSAGES, quirksOf('ollama'))));
    expect(request?.headers.authorization).toBeUndefined();
    expect(Object.keys(request?.headers ?? {}).filter((name) => name.startsWith('x-stainless'))).toEqual([]);
    expect(request?.headers.cookie).toBeUndefined();
  });

  it('asks for structured output by a strict schema without references', async () => {
    await asked();
    const format = server.asked()[0]?.body.response_format;
    expect(format?.type).toBe('json_schema');
    expect(format?.json_schema).toMatchObject({
      strict: true,
      schema: {
        type: 'object',
        required: ['language', 'sentences'],
        additionalProperties: false,
        properties: { sentences: { items: { required: ['purpose', 'text'], additionalProperties: false } } },
      },
    });
    expect(JSON.stringify(format)).not.toContain('$');
  });

  it('carries the key of a cloud service, in Azure’s own header there', async () => {
    other = await startModelServer({ key: 'k-test' });
    await asked(cloudOf(other));
    expect(other.asked()[0]?.headers.authorization).toBe('Bearer k-test');
    await asked(cloudOf(other, { provider: 'azure' }));
    expect(other.asked()[1]?.headers['api-key']).toBe('k-test');
    expect(other.asked()[1]?.headers.authorization).toBeUndefined();
  });

  it('lists the models', async () => {
    other = await startModelServer({ models: ['b', 'a'] });
    expect(await modelsOf(endpointOf(other), fetch, new AbortController().signal)).toEqual(['a', 'b']);
  });
});

describe('an answer', () => {
  it('comes in pieces cut inside characters, with its usage', async () => {
    server.script({ do: 'say', content: CONTENT, pieces: 9, usage: { prompt_tokens: 321, completion_tokens: 45 } });
    const { content, usage, seen } = await asked();
    expect(content).toBe(CONTENT);
    expect(usage).toEqual({ input: 321, output: 45 });
    const written = seen.filter((progress) => progress.step === 'writing');
    expect(written.length).toBeGreaterThan(3);
    expect(written.at(-1)).toEqual({ step: 'writing', content: CONTENT });
  });

  it('may come in one piece', async () => {
    server.script({ do: 'whole', content: CONTENT });
    expect(await asked()).toMatchObject({ content: CONTENT, usage: { input: 100, output: 40 } });
  });

  it('may take 40 s to its first word', async () => {
    const time = fakeClock();
    server.script({ do: 'slow', content: CONTENT });
    const answer = asked(endpointOf(server), time.clock);
    await server.waiting();
    time.pass(40_000);
    server.release();
    expect((await answer).content).toBe(CONTENT);
    expect(time.pending()).toBe(0);
  });

  it('is not waited for for ever, and the connection is let go', async () => {
    const time = fakeClock();
    server.script({ do: 'slow', content: CONTENT });
    const answer = failing(asked(endpointOf(server), time.clock));
    await server.waiting();
    time.pass(180_001);
    expect(await answer).toBe('slow');
    expect(time.pending()).toBe(0);
  });

  it('can be cancelled while it is waited for', async () => {
    server.script({ do: 'slow', content: CONTENT });
    const stop = new AbortController();
    const answer = failing(asked(endpointOf(server), fakeClock().clock, stop.signal));
    await server.waiting();
    stop.abort();
    expect(await answer).toBe('cancelled');
    expect(server.asked()).toHaveLength(1);
  });

  it('can be cancelled in a pause before the next try', async () => {
    server.script({ do: 'error', status: 500 });
    const stop = new AbortController();
    const endpoint = endpointOf(server);
    const answer = ask(openaiLine(fetch, fakeClock().clock), endpoint, MESSAGES, {
      quirks: quirksOf('ollama'),
      signal: stop.signal,
      progress: ({ step }) => step === 'again' && stop.abort(),
    });
    expect(await failing(answer)).toBe('cancelled');
    expect(server.asked()).toHaveLength(1);
  });
});

describe('a server that lacks something', () => {
  it.each([
    [['json_object'], 'object', 'json_object'],
    [[], 'words', undefined],
  ])('takes formats %j: the shape is asked for as %s', async (formats, format, sent) => {
    other = await startModelServer({ formats });
    other.script({ do: 'say', content: CONTENT });
    const { content, quirks } = await asked(endpointOf(other));
    expect(content).toBe(CONTENT);
    expect(quirks.format).toBe(format);
    expect(other.asked().at(-1)?.body.response_format?.type).toBe(sent);
    // The shape stands in the words of the task as well.
    expect(other.asked()).toHaveLength(sent ? 2 : 3);
  });

  it.each([
    ['stream_options', { usage: false }],
    ['max_tokens', { limit: 'max_completion_tokens' }],
  ])('does not take %s', async (field, quirk) => {
    other = await startModelServer({ lacks: [field] });
    expect((await asked(endpointOf(other))).quirks).toMatchObject(quirk);
    expect(other.asked().at(-1)?.body[field]).toBeUndefined();
  });

  it('takes none of them', async () => {
    other = await startModelServer({
      lacks: ['stream_options', 'max_tokens', 'max_completion_tokens', 'response_format'],
    });
    const { quirks } = await asked(endpointOf(other));
    expect(quirks).toEqual({ format: 'words', limit: 'none', usage: false });
    expect(Object.keys(other.asked().at(-1)?.body ?? {}).sort()).toEqual(['messages', 'model', 'stream']);
  });
});

describe('what goes wrong', () => {
  const error = (status: number, body?: unknown, headers?: Record<string, string>) =>
    ({ do: 'error', status, body, headers }) as const;
  const openaiError = (message: string, code: string | null = null) => ({
    error: { message, type: 'invalid_request_error', param: null, code },
  });

  it.each([
    ['a wrong key', 'wrong-key', error(401, openaiError('Incorrect API key provided', 'invalid_api_key')), 'cloud'],
    ['a key that a service calls a bad request', 'wrong-key', error(400, openaiError('API key not valid.')), 'cloud'],
    ['a country that is not served', 'forbidden', error(403, openaiError('Country not supported')), 'cloud'],
    ['Ollama’s refusal of an extension', 'cors', error(403), 'local'],
    [
      'a model that is not there',
      'no-model',
      error(404, openaiError('The model `x` does not exist', 'model_not_found')),
      'cloud',
    ],
    [
      'a model that was not pulled',
      'no-model',
      error(404, { error: { message: 'model "x" not found, try pulling it first' } }),
      'local',
    ],
    ['a wrong path', 'no-endpoint', error(404, openaiError('Invalid URL (POST /chat)')), 'local'],
    [
      'a quota that is used up',
      'quota',
      error(429, openaiError('You exceeded your current quota', 'insufficient_quota')),
      'cloud',
    ],
    ['a bill that is not paid', 'quota', error(402), 'cloud'],
    [
      'too long a text',
      'too-long',
      error(400, openaiError('maximum context length is 8192', 'context_length_exceeded')),
      'local',
    ],
    ['a filter', 'refused', error(400, openaiError('content management policy', 'content_filter')), 'cloud'],
    ['another bad request', 'bad-request', error(400, openaiError('Something else')), 'local'],
    ['a page instead of an answer', 'no-endpoint', { do: 'html' } as const, 'local'],
    ['a redirect', 'redirected', { do: 'redirect', to: 'https://example.com/v1' } as const, 'local'],
    ['a refusal', 'refused', { do: 'refuse', words: 'I cannot help with that.' } as const, 'cloud'],
    [
      'an answer that was cut off by its length',
      'too-long',
      { do: 'finish', content: CONTENT, reason: 'length' } as const,
      'local',
    ],
    [
      'an answer that a filter ended',
      'refused',
      { do: 'finish', content: CONTENT, reason: 'content_filter' } as const,
      'cloud',
    ],
    [
      'an error in the middle',
      'quota',
      { do: 'error-inside', content: CONTENT, error: { message: 'x', code: 'insufficient_quota' } } as const,
      'cloud',
    ],
  ])('%s is %s, asked once', async (_, failure, behaviour, where) => {
    server.script(behaviour);
    expect(await failing(asked(where === 'cloud' ? cloudOf(server) : endpointOf(server)))).toBe(failure);
    expect(server.asked()).toHaveLength(1);
  });

  it('a missing key is no wrong one', async () => {
    server.script(error(401));
    expect(await failing(asked(cloudOf(server, { key: null })))).toBe('no-key');
  });

  it('a server that is not running', async () => {
    const endpoint = endpointOf(server);
    const cloud = cloudOf(server);
    await server.close();
    expect(await failing(asked(endpoint))).toBe('not-running');
    expect(await failing(asked(cloud))).toBe('offline');
  });

  it.each(['nothing', 'headers', 'half'] as const)('a connection cut after %s is tried once more', async (after) => {
    server.script({ do: 'cut', after, content: CONTENT }, { do: 'say', content: CONTENT });
    const { content, seen } = await asked(cloudOf(server));
    expect(content).toBe(CONTENT);
    expect(seen.filter(({ step }) => step === 'again')).toHaveLength(1);
    expect(server.asked()).toHaveLength(2);
  });

  it.each([true, false])('a connection that is always cut (politely: %s) is given up', async (politely) => {
    server.script({ do: 'cut', after: 'half', content: CONTENT, politely });
    expect(await failing(asked())).toBe('cut');
    expect(server.asked()).toHaveLength(2);
  });

  it('a busy server is asked again when it says, three times at most', async () => {
    server.script(error(429, openaiError('Rate limit reached'), { 'retry-after': '7' }));
    const waits: number[] = [];
    const endpoint = cloudOf(server);
    const answer = ask(openaiLine(fetch, hurried().clock), endpoint, MESSAGES, {
      quirks: quirksOf('openai'),
      signal: new AbortController().signal,
      progress: (progress) => progress.step === 'again' && waits.push(progress.inMs),
    });
    expect(await failing(answer)).toBe('busy');
    expect(waits).toEqual([7_000, 7_000]);
    expect(server.asked()).toHaveLength(3);
  });

  it('a server that wants us back in an hour is not waited for', async () => {
    server.script(error(429, openaiError('Rate limit reached'), { 'retry-after': '3600' }));
    expect(await failing(asked(cloudOf(server)))).toBe('busy');
    expect(server.asked()).toHaveLength(1);
  });

  it('a server that fails twice and then works has worked, with growing pauses', async () => {
    server.script(error(500), error(503), { do: 'say', content: CONTENT });
    const { content, seen } = await asked();
    expect(content).toBe(CONTENT);
    expect(seen.flatMap((progress) => (progress.step === 'again' ? [progress.inMs] : []))).toEqual([1_000, 4_000]);
  });
});

it('the real clock calls back and stops', async () => {
  expect(Math.abs(realClock.now() - Date.now())).toBeLessThan(60_000);
  await new Promise<void>((resolve) => realClock.after(0, resolve));
  let called = false;
  realClock.after(0, () => {
    called = true;
  })();
  await new Promise<void>((resolve) => realClock.after(1, resolve));
  expect(called).toBe(false);
});
