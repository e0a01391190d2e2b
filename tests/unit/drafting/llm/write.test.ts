import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guard } from '../../../../lib/drafting/guard.ts';
import { ModelError, type Occasion, writeReply } from '../../../../lib/drafting/llm/index.ts';
import { openaiLine } from '../../../../lib/drafting/llm/openai.ts';
import { type Behaviour, type ModelServer, replyJson, startModelServer } from '../../../fixtures/model-server.ts';
import { CLINIC, cloudOf, endpointOf, fakeClock, input, occasion, REVIEW } from './support.ts';

/** From a review to a checked reply, against a server that speaks the protocol. */
// A busy machine must not make a test fail.
vi.setConfig({ testTimeout: 60_000 });

let server: ModelServer;
beforeEach(async () => {
  server = await startModelServer();
});
afterEach(() => server.close());

const line = () => openaiLine(fetch, fakeClock((ms) => ms <= 20_000).clock);
const write = (part: Parameters<typeof input>[1] = {}) => writeReply(line(), input(endpointOf(server), part));

async function failing(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ModelError);
  return (error as ModelError).failure;
}

const THANKS = { purpose: 'thanks', text: '您好，謝謝您留下意見。' };
const EMPATHY = { purpose: 'empathy', text: '看到這樣的感受，我們感到很遺憾，也會把意見轉給負責的主管了解。' };
const IMPROVE = { purpose: 'improvement', text: '我們重視每一則建議，相關流程會持續檢討改善。' };
const LEAK = { purpose: 'empathy', text: '您上次來看診時等了三個小時，我們查過您的就診紀錄。' };
const NOVEL = { purpose: 'policy', text: '藍色的大象在屋頂跳舞唱歌。' };

const reply = (...sentences: { purpose: string; text: string }[]): Behaviour => ({ do: 'reply', sentences });

describe('a reply', () => {
  it('stands in the order of a reply, with the privacy and contact sentences of the bank', async () => {
    server.script(reply(IMPROVE, EMPATHY, THANKS));
    const { text, guard: result, replaced, unknown } = await write();
    const own = occasion().draft.sentences.filter(({ purpose }) => purpose === 'privacy' || purpose === 'channel');
    expect(own.length).toBeGreaterThan(0);
    const expected = [THANKS, EMPATHY, IMPROVE].map((sentence) => sentence.text).join('');
    expect(text).toBe(expected + own.map((sentence) => sentence.text).join(''));
    expect(result.verdict).toBe('safe');
    expect(replaced).toEqual([]);
    expect(unknown).toEqual([]);
  });

  it('shows itself while it comes, and counts its tokens', async () => {
    server.script({
      do: 'say',
      content: replyJson([THANKS, EMPATHY]),
      usage: { prompt_tokens: 300, completion_tokens: 50 },
    });
    const given = input(endpointOf(server));
    const { usage } = await writeReply(line(), given);
    const written = given.seen.flatMap((progress) => (progress.step === 'writing' ? [progress.text] : []));
    expect(written.at(-1)).toBe(THANKS.text + EMPATHY.text);
    expect(written.length).toBeGreaterThan(1);
    expect(usage).toEqual({ input: 300, output: 50 });
  });

  it('has five sentences at most, and none twice', async () => {
    server.script(reply(THANKS, THANKS, EMPATHY, IMPROVE, { purpose: 'closing', text: '再次謝謝您的意見。' }));
    const { text } = await write();
    expect(text.split('。').filter(Boolean).length).toBeLessThanOrEqual(5);
    expect(text.split(THANKS.text)).toHaveLength(2);
  });

  it('is never made where no reply is the right answer', async () => {
    const of = occasion();
    const silent: Occasion = { ...of, draft: { ...of.draft, text: null, noReply: { reason: 'x', next: 'y' } } };
    expect(await failing(write({ occasion: silent }))).toBe('no-reply');
    expect(server.received).toEqual([]);
  });

  it('for a model elsewhere is written without the review', async () => {
    server.script(reply(THANKS, EMPATHY));
    await writeReply(line(), input(cloudOf(server)));
    expect(server.asked()[0]?.raw).not.toContain('三個小時');
    expect(server.asked()[0]?.raw).not.toContain('"review\\"');
  });

  it('has its own clinic’s words in English', async () => {
    server.script({
      do: 'say',
      content: replyJson([{ purpose: 'thanks', text: 'Hello, thank you for leaving a comment.' }], 'en'),
    });
    const text = 'The front desk was rude and nobody answered the phone for hours, very bad experience.';
    const { text: written } = await write({ occasion: occasion(text, { language: 'en' }) });
    expect(written).toMatch(/^Hello, thank you for leaving a comment\. [A-Z]/);
  });
});

describe('a sentence that may not stand', () => {
  it('is written anew once, with the reason, and only that one', async () => {
    server.script(reply(THANKS, LEAK), reply(EMPATHY));
    const given = input(endpointOf(server));
    const { text, replaced, guard: result } = await writeReply(line(), given);
    expect(server.asked()).toHaveLength(2);
    const [, , answer, again] = server.asked()[1]?.body.messages ?? [];
    expect(answer).toMatchObject({ role: 'assistant', content: replyJson([THANKS, LEAK]) });
    const { rewrite } = JSON.parse(again?.content ?? '{}') as {
      rewrite: { purpose: string; text: string; why: string }[];
    };
    expect(rewrite).toMatchObject([{ purpose: 'empathy', text: LEAK.text }]);
    expect(rewrite[0]?.why.length).toBeGreaterThan(5);
    expect(text).toContain(EMPATHY.text);
    expect(text).not.toContain('就診紀錄');
    expect(replaced).toMatchObject([{ was: LEAK.text, by: 'model' }]);
    expect(result.verdict).toBe('safe');
    expect(given.seen).toContainEqual({ step: 'rewriting', count: 1 });
  });

  it.each([
    ['is wrong again', reply(LEAK)],
    ['cannot be read', { do: 'say', content: '好的！' } as Behaviour],
    ['does not come', { do: 'error', status: 400, body: { error: { message: 'no' } } } as Behaviour],
  ])('gives way to the bank when the second one %s', async (_, second) => {
    server.script(reply(THANKS, LEAK), second);
    const { text, replaced, guard: result } = await write();
    const bank = occasion().draft.sentences.find(({ purpose }) => purpose === 'empathy');
    expect(text).toContain(bank?.text);
    expect(text).not.toContain('就診紀錄');
    expect(replaced).toMatchObject([{ was: LEAK.text, by: 'bank' }]);
    expect(result.verdict).toBe('safe');
    expect(server.asked()).toHaveLength(2);
  });

  it('that nobody knows is left for a named person', async () => {
    server.script(reply(THANKS, NOVEL));
    const { text, guard: result, unknown } = await write();
    expect(unknown).toEqual([NOVEL.text]);
    expect(result.verdict).toBe('warn');
    expect(result.unsure.map(([start, end]) => text.slice(start, end))).toContain(NOVEL.text);
  });

  it('with all of them wrong leaves the bank’s whole draft or its sentences', async () => {
    server.script(reply(LEAK, LEAK, LEAK));
    const { text, guard: result } = await write();
    expect(result.verdict).not.toBe('block');
    expect(text).not.toContain('就診');
  });
});

describe('an answer that cannot be used', () => {
  it.each([
    ['malformed', { do: 'say', content: '謝謝您的意見，我們會改進。' }],
    ['empty', { do: 'say', content: '' }],
    ['empty', { do: 'reply', sentences: [] }],
    ['wrong-language', reply({ purpose: 'thanks', text: 'Thank you very much for your comment.' })],
    ['wrong-language', reply({ purpose: 'thanks', text: '您好，谢谢您留下宝贵的意见，我们会认真对待。' })],
    ['wrong-language', reply({ purpose: 'thanks', text: 'ご意見ありがとうございます。' })],
  ] as [string, Behaviour][])('is %s after it was asked twice', async (failure, behaviour) => {
    server.script(behaviour);
    expect(await failing(write())).toBe(failure);
    expect(server.asked()).toHaveLength(2);
  });

  it('may be better the second time', async () => {
    server.script({ do: 'say', content: '好的' }, reply(THANKS));
    expect((await write()).text).toContain(THANKS.text);
  });

  it.each([
    ['in the protocol', { do: 'refuse', words: '抱歉，我無法協助這個請求。' }],
    ['in words', { do: 'say', content: '抱歉，我無法協助這個請求。' }],
    ['in the shape', reply({ purpose: 'thanks', text: '抱歉，我無法協助。' })],
    ['in English', { do: 'say', content: "I'm sorry, but I can't assist with that." }],
  ] as [string, Behaviour][])('a refusal %s is one, asked once', async (_, behaviour) => {
    server.script(behaviour);
    expect(await failing(write())).toBe('refused');
    expect(server.asked()).toHaveLength(1);
  });
});

it('two replies at once do not mix', async () => {
  const second = await startModelServer();
  try {
    server.script({ do: 'slow', content: replyJson([THANKS, EMPATHY]) });
    second.script(reply(THANKS, IMPROVE));
    const one = writeReply(line(), input(endpointOf(server)));
    await server.waiting();
    const two = await writeReply(line(), input(endpointOf(second), { occasion: occasion('停車很難，等候區很擠。') }));
    server.release();
    expect((await one).text).toContain(EMPATHY.text);
    expect(two.text).toContain(IMPROVE.text);
    expect(two.text).not.toContain(EMPATHY.text);
  } finally {
    await second.close();
  }
});

it('an unusual profile or review does no harm', async () => {
  server.script(reply(THANKS, EMPATHY));
  const strange = [
    occasion('ร้านนี้แย่มาก พนักงานไม่สุภาพ'),
    occasion('😡😡😡'),
    { ...occasion(REVIEW), clinic: null },
    {
      ...occasion(REVIEW),
      clinic: { ...CLINIC, name: '就診紀錄診所', hours: 'x\n'.repeat(2_500), aliases: ['您上次'] },
    },
  ];
  for (const of of strange) {
    if (of.draft.text === null || of.draft.language !== 'zh-TW') continue;
    const { text } = await write({ occasion: of });
    expect(guard(text, { review: of.review.text, clinic: of.clinic }).verdict).not.toBe('block');
  }
});
