import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** The command as others run it: its answers' shapes, line by line (CONTRACTS.md, Commands). */
const engine = (verb: string, input: string) =>
  spawnSync(process.execPath, ['scripts/engine.ts', verb], { input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
const lines = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('one line out per line in, in order, bad ones too', () => {
  const input = ['{"id":"a","text":"等很久"}', 'not json', '', '{"id":7,"text":5}', '{"id":"行\u2028列","text":"x"}'];
  const { status, stdout } = engine('triage', input.join('\n'));
  expect(status).toBe(0);
  const out = lines(stdout);
  expect(out.map(({ id }) => id)).toEqual(['a', null, null, 7, '行\u2028列']);
  expect(out.map(({ error }) => typeof error)).toEqual(['undefined', 'string', 'string', 'string', 'undefined']);
  expect(out[0]).toMatchObject({
    sentiment: expect.any(String),
    risks: expect.any(Array),
    priority: expect.any(Number),
  });
});

test('pii, draft and guard answer in their shapes', () => {
  expect(lines(engine('pii', '{"id":1,"text":"電話 0912345678"}').stdout)).toMatchObject([
    { id: 1, spans: [{ type: 'PHONE' }], redacted: '電話 〔PHONE_1〕' },
  ]);
  expect(lines(engine('draft', '{"id":1,"text":"等很久","stars":2}').stdout)).toMatchObject([
    { id: 1, text: expect.any(String), noReply: null, tone: 'warm', sentences: expect.any(Array) },
  ]);
  expect(lines(engine('guard', '{"id":1,"reply":"您上次看診遲到"}').stdout)).toMatchObject([
    { id: 1, verdict: 'block', violations: [{ rule: 'R04' }], unsure: [] },
  ]);
});

test('an unknown verb is a sentence and exit 2', () => {
  for (const verb of ['foo', 'toString']) {
    const { status, stdout, stderr } = engine(verb, '');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage');
  }
});
