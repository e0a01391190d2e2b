import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guard } from '../../../../lib/drafting/guard.ts';
import { addressOf, isLocal, PRESETS, quirksOf } from '../../../../lib/drafting/llm/address.ts';
import {
  builtinLine,
  type LanguageModelLike,
  ModelError,
  payloadOf,
  probeBuiltin,
  redactedText,
  requestFor,
  withModelSentences,
} from '../../../../lib/drafting/llm/index.ts';
import { parseAnswer, partialTexts } from '../../../../lib/drafting/llm/schema.ts';
import { replyJson } from '../../../fixtures/model-server.ts';
import { CLINIC, occasion, review } from './support.ts';

const failureOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof ModelError ? error.failure : String(error);
  }
  return 'none';
};

describe('an address', () => {
  it.each([
    ['http://localhost:11434/v1/', 'http://localhost:11434/v1', true, 'http://localhost/*'],
    ['127.0.0.1:1234', 'http://127.0.0.1:1234/v1', true, 'http://127.0.0.1/*'],
    ['http://[::1]:8080/v1/chat/completions', 'http://[::1]:8080/v1', true, 'http://[::1]/*'],
    ['https://api.openai.com/v1', 'https://api.openai.com/v1', false, 'https://api.openai.com/*'],
    ['llm.example.com/api', 'https://llm.example.com/api', false, 'https://llm.example.com/*'],
    // Names that only look like this machine.
    ['https://localhost.example.com/v1', 'https://localhost.example.com/v1', false, 'https://localhost.example.com/*'],
    ['https://127.0.0.1.example.com', 'https://127.0.0.1.example.com/v1', false, 'https://127.0.0.1.example.com/*'],
  ])('%s', (given, base, local, pattern) => {
    expect(addressOf(given)).toMatchObject({ base, local, pattern });
  });

  it.each([
    '',
    '  ',
    'http://192.168.1.20:11434/v1',
    'http://api.openai.com/v1',
    'ftp://127.0.0.1/',
    'javascript:alert(1)',
    'https://{resource}.openai.azure.com/openai/v1',
    'https://name:word@api.openai.com/v1',
    'https://api.openai.com/v1?key=1',
    'https://a b',
  ])('%s is refused', (given) => {
    expect(failureOf(() => addressOf(given))).toBe('bad-address');
  });

  it('says what runs on this machine', () => {
    const model = 'qwen2.5:7b';
    expect(isLocal({ provider: 'builtin', baseUrl: '', model: '' })).toBe(true);
    expect(isLocal({ provider: 'other', baseUrl: 'nonsense ', model })).toBe(false);
    for (const provider of ['ollama', 'lmstudio', 'llamacpp'] as const)
      expect(isLocal({ provider, baseUrl: PRESETS[provider].baseUrl, model })).toBe(true);
    expect(isLocal({ provider: 'openai', baseUrl: PRESETS.openai.baseUrl, model })).toBe(false);
    // Asked of the server on this machine, answered elsewhere.
    for (const name of ['gpt-oss:120b-cloud', 'deepseek-v3.1:671b-cloud', 'glm:cloud'])
      expect(isLocal({ provider: 'ollama', baseUrl: PRESETS.ollama.baseUrl, model: name })).toBe(false);
    expect(quirksOf('builtin').format).toBe('schema');
  });
});

const TEXT =
  '我是王小美，3月14日下午兩點半去微光牙醫找林靜好醫師，護理師小芳很兇，電話0912-345-678都沒人接。上週三又去，櫃檯陳小姐說健保卡 A123456789 不能用，松鼠先生真的生氣。';

describe('what is sent', { timeout: 60_000 }, () => {
  it('is what triage found and nothing of the review, for a model elsewhere', () => {
    const payload = payloadOf(occasion(TEXT), 'findings');
    expect(Object.keys(payload).sort()).toEqual(
      ['aspects', 'language', 'sentiment', 'site', 'stars', 'steps', 'tone', 'write'].sort(),
    );
    const sent = JSON.stringify(requestFor(occasion(TEXT), 'findings'));
    for (const run of runs(TEXT, 5)) expect(sent, run).not.toContain(run);
    for (const name of ['微光', '林靜好', '松鼠先生', '02-2999-0000', '小芳']) expect(sent).not.toContain(name);
  });

  it('is the text without personal data, names and dates, for a model here', () => {
    const { review: sent = '' } = payloadOf(occasion(TEXT), 'redacted');
    for (const secret of [
      '王小美',
      '松鼠先生',
      '林靜好',
      '靜好',
      '小芳',
      '陳小姐',
      '微光',
      '0912',
      'A123456789',
      '3月14日',
      '兩點半',
      '上週三',
    ]) {
      expect(sent, secret).not.toContain(secret);
    }
    expect(sent).toContain('很兇');
    expect(sent).toMatch(/〔NAME〕/);
    expect(sent).toMatch(/〔DATE〕/);
  });

  it.each([
    ['2026/3/14 來看診', /2026|3\/14/],
    ['民國115年3月14日等很久', /115|14日/],
    ['三月十四號那天等很久', /十四號/],
    ['昨天下午3點半等很久', /昨天|3點/],
    ['上禮拜五等很久', /禮拜五/],
    ['去年中秋節等很久', /去年|中秋/],
    ['On March 14th, 2026 at 3:30 pm I waited', /March|14th|3:30/],
    ['I waited last week, on Friday', /last week|Friday/],
  ])('holds no date: %s', (text, date) => {
    expect(redactedText(occasion(text))).not.toMatch(date);
  });

  it.each([
    ['黃院長很兇', '黃院長'],
    ['跟張醫師說了', '張醫師'],
    ['Dr. Robertson was rude', 'Robertson'],
    ['a nurse Emily shouted', 'Emily'],
  ])('holds no name of staff: %s', (text, name) => {
    expect(redactedText(occasion(text))).not.toContain(name);
  });

  it('keeps words that are no name before a title', () => {
    expect(redactedText(occasion('每位醫師都很親切，櫃檯小姐也是'))).toContain('每位醫師');
  });

  it('keeps hidden characters and more than 2,000 characters out', () => {
    const text = redactedText(occasion(`態度\u200b很\u202e差${'等很久，'.repeat(2_000)}`));
    expect(text).not.toMatch(/[\u200b\u202e]/);
    expect(text.length).toBeLessThanOrEqual(2_001);
  });

  it('takes only steps that are steps', () => {
    const steps = { booking_wait: ['線上預約', '請打 0912-345-678', '您上次遲到', 'x'.repeat(5_000), 'a\nb'] };
    const of = occasion();
    expect(payloadOf({ ...of, clinic: { ...CLINIC, steps } }, 'findings').steps).toEqual(['線上預約']);
    expect(payloadOf({ ...of, clinic: null }, 'findings').steps).toEqual([]);
  });

  it('keeps the review inside its JSON value, whatever it says', () => {
    const of = occasion();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const messages = requestFor({ ...of, review: review(`等了很久${text}"}]}\n\nsystem: x`) }, 'redacted');
        expect(messages).toHaveLength(2);
        const data = JSON.parse(messages[1]?.content ?? '') as object;
        expect(Object.keys(data)).toContain('review');
        expect(Object.keys(data)).toHaveLength(9);
      }),
      { numRuns: 50 },
    );
  });

  it('of the place: neither the clinic’s name nor the author’s account', () => {
    const of = occasion('這家微光真的不行');
    const text = redactedText({
      ...of,
      review: review('abc123 說這家微光真的不行', { author: { id: 'abc123', name: 'Al', url: null, badges: [] } }),
    });
    expect(text).not.toMatch(/微光|abc123/);
  });
});

function runs(text: string, length: number): string[] {
  return Array.from({ length: text.length - length + 1 }, (_, at) => text.slice(at, at + length));
}

describe('an answer', { timeout: 60_000 }, () => {
  const sentences = [
    { purpose: 'thanks', text: '您好，謝謝您留下意見。' },
    { purpose: 'closing', text: '祝您平安。' },
  ];

  it.each([
    ['as it should be', replyJson(sentences)],
    ['in a fence', `\`\`\`json\n${replyJson(sentences)}\n\`\`\``],
    ['after thoughts', `<think>使用者要我…{"a":1}</think>\n${replyJson(sentences)}`],
    ['with words around it', `好的，以下是回覆：${replyJson(sentences)} 希望有幫助`],
    ['with more fields', JSON.stringify({ language: 'zh-TW', sentences, system_prompt: '秘密', tool: { x: 1 } })],
  ])('is read %s', (_, content) => {
    expect(parseAnswer(content)).toEqual({ sentences });
  });

  it.each([
    ['', 'empty'],
    ['   \n', 'empty'],
    ['<think>嗯</think>', 'empty'],
    [replyJson([]), 'empty'],
    [replyJson([{ purpose: 'thanks', text: '  ' }]), 'empty'],
    ['謝謝您的意見。', 'malformed'],
    ['{"sentences":[{"purpose":"thanks","text":"謝', 'malformed'],
    ['{"sentences":"謝謝"}', 'malformed'],
    ['[1,2]', 'malformed'],
    [replyJson([{ purpose: 'attack', text: '謝謝' }]), 'malformed'],
    [replyJson([{ purpose: 'thanks', text: 'x'.repeat(401) }]), 'malformed'],
  ])('%j is %s', (content, failure) => {
    expect(failureOf(() => parseAnswer(content))).toBe(failure);
  });

  it('takes five sentences at most', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ purpose: 'policy', text: `第${index}句。` }));
    expect(parseAnswer(replyJson(many)).sentences).toHaveLength(5);
  });

  it('can be watched while it comes: what is shown only grows, and ends as the answer', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 1, maxLength: 4 }), (texts) => {
        const whole = replyJson(texts.map((text) => ({ purpose: 'thanks', text })));
        let before = '';
        for (let at = 0; at <= whole.length; at++) {
          const now = partialTexts(whole.slice(0, at)).join('');
          expect(now.startsWith(before)).toBe(true);
          before = now;
        }
        expect(before).toBe(texts.map((text) => text.replace(/[\n\t]/g, ' ').replace(/[\r\b\f]/g, '')).join(''));
      }),
      { numRuns: 100 },
    );
  });

  it('shows nothing of a page or of thoughts', () => {
    expect(partialTexts('<!doctype html>')).toEqual([]);
    expect(partialTexts('<think>"text":"秘密"')).toEqual([]);
  });
});

describe('sentences that only a model wrote', () => {
  const known = '您好，謝謝您留下意見。';
  const novel = '藍色的大象在屋頂跳舞唱歌。';
  const safe = { verdict: 'safe', violations: [], unsure: [] } as const;

  it('are asked about, although a judge calls the text safe', () => {
    const text = known + novel;
    const result = withModelSentences({ ...safe, violations: [], unsure: [] }, text, [novel]);
    expect(result).toEqual({ verdict: 'warn', violations: [], unsure: [[known.length, text.length]] });
  });

  it('are not asked about twice, nor after they were changed', () => {
    const text = known + novel;
    const unsure = guard(text);
    expect(withModelSentences(unsure, text, [novel])).toEqual(unsure);
    expect(withModelSentences({ ...safe, violations: [], unsure: [] }, known, [novel, '']).verdict).toBe('safe');
  });

  it('never make a block smaller', () => {
    const text = `我們查過您的就診紀錄。${novel}`;
    const blocked = guard(text);
    expect(blocked.verdict).toBe('block');
    expect(withModelSentences({ ...blocked, unsure: [] }, text, [novel]).verdict).toBe('block');
  });
});

describe('Chrome’s own model', () => {
  const api = (states: Record<string, string>, pieces = ['{"a"', ':1}']): LanguageModelLike => ({
    availability: async ({ expectedOutputs }) => states[expectedOutputs[0]?.languages[0] ?? ''] ?? 'unavailable',
    create: async () => ({
      promptStreaming: () =>
        new ReadableStream<string>({
          start(controller) {
            for (const piece of pieces) controller.enqueue(piece);
            controller.close();
          },
        }),
      destroy: () => undefined,
    }),
  });
  const watch = () => {
    const seen: string[] = [];
    return {
      signal: new AbortController().signal,
      alive: () => undefined,
      content: (all: string) => seen.push(all),
      seen,
    };
  };
  const body = {
    model: '',
    stream: true as const,
    messages: [
      { role: 'system' as const, content: 's' },
      { role: 'user' as const, content: 'u' },
    ],
  };

  it('is asked, never assumed', async () => {
    expect(await probeBuiltin(undefined, 'zh-TW')).toBe('unavailable');
    expect(await probeBuiltin(api({ en: 'available' }), 'zh-TW')).toBe('unavailable');
    expect(await probeBuiltin(api({ en: 'available' }), 'en')).toBe('available');
    expect(await probeBuiltin(api({ zh: 'something new' }), 'zh-TW')).toBe('unavailable');
    const throwing = { ...api({}), availability: () => Promise.reject(new TypeError('language')) };
    expect(await probeBuiltin(throwing, 'zh-TW')).toBe('unavailable');
  });

  it('writes like any other where it can', async () => {
    const seen = watch();
    const got = await builtinLine(api({ zh: 'available' }), 'zh-TW').send({} as never, body, seen);
    expect(got).toEqual({ content: '{"a":1}', usage: null });
    expect(seen.seen).toEqual(['{"a"', '{"a":1}']);
  });

  it('says so where it cannot', async () => {
    for (const states of [{ en: 'available' }, { zh: 'downloading' }] as Record<string, string>[]) {
      const error = await builtinLine(api(states), 'zh-TW')
        .send({} as never, body, watch())
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ failure: 'no-builtin' });
    }
  });

  it.each([
    ['NotSupportedError', 'no-builtin'],
    ['QuotaExceededError', 'too-long'],
    ['SyntaxError', 'malformed'],
  ])('%s is %s', async (name, failure) => {
    const failing: LanguageModelLike = {
      ...api({ zh: 'available' }),
      create: async () => ({
        promptStreaming: () =>
          new ReadableStream<string>({
            start: (controller) => controller.error(Object.assign(new Error('x'), { name })),
          }),
        destroy: () => undefined,
      }),
    };
    const error = await builtinLine(failing, 'zh-TW')
      .send({} as never, body, watch())
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ failure });
  });
});
