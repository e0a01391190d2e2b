import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';
import { takeModel, takeWeights } from '../../../lib/triage/model/state.ts';
import { addRows, COMMON, DANGERS, makeReady, NO_ROW, WIDTH } from '../../../lib/triage/model/table.ts';
import { parseModel, type TriageModel } from '../../../lib/triage/model/weights.ts';
import { ZH } from '../../../lib/triage/sentences-zh.ts';

const file = new Uint8Array(readFileSync(new URL('../../../assets/models/triage.bin', import.meta.url)));
const model = parseModel(file) as TriageModel;
const [NEVER, ALWAYS] = [1e9, -1e9].map((odds) => DANGERS.map(() => odds)) as [number[], number[]];
const hear = ({
  look = NEVER,
  maybe = NEVER,
  sure = NEVER,
}: Partial<Record<'look' | 'maybe' | 'sure', number[]>>): void => {
  const alarms = { maybe, sure };
  takeModel({
    ...model,
    dangers: { ...model.dangers, look, ask: ALWAYS, starred: alarms, bare: alarms, foreign: alarms },
  });
};

afterEach(() => {
  takeWeights(file);
});

const COMPLAINT = { text: '櫃檯小姐收錢愛理不理，找個錢還翻白眼。', stars: 1 };
const PHRASE = { text: '下次別讓我在停車場遇到你', stars: 1 };

test('what only sounds so is a call to look: low confidence, no threat, the reason told', () => {
  hear({ maybe: ALWAYS });
  const { risks, threat, urgent, priority } = triage(COMPLAINT);
  for (const kind of DANGERS) {
    const finding = risks.find((r) => r.kind === kind);
    expect(finding?.confidence).toBe(0.3);
    expect(finding?.severity).not.toBe('high');
    expect(finding?.why).toContain(ZH.extra.sounds);
    expect(COMPLAINT.text.slice(finding?.start, finding?.end)).toMatch(/^[^，。]+$/);
  }
  expect(threat).toBe('none');
  expect(urgent).toBe(false);
  expect(priority).toBeGreaterThan(triage({ ...COMPLAINT, text: '' }).priority);
});

test('a hunch asks a person to look, and forbids no reply', () => {
  hear({ maybe: DANGERS.map((kind) => (kind === 'self-harm' ? -1e9 : 1e9)) });
  const maybe = triage(COMPLAINT);
  expect(maybe.reasons[0]).toBe(ZH.reasons['maybe-self-harm']);
  expect(maybe.next).toContain(ZH.next.look);
  expect(maybe.next).not.toContain(ZH.next['no-reply']);
  expect(maybe.priority).toBeLessThan(80);
  const said = triage({ text: '真的不想活了', stars: 1 });
  expect(said.next).toContain(ZH.next['no-reply']);
  expect(said.next).not.toContain(ZH.next.look);
});

test('what the model is sure of raises the level of the threat', () => {
  hear({ maybe: ALWAYS, sure: ALWAYS });
  expect(triage(COMPLAINT)).toMatchObject({ threat: 'violence', urgent: true });
});

test('what it does not hear changes nothing, and praise is not asked', () => {
  hear({});
  const { risks } = triage(COMPLAINT);
  expect(risks.filter((r) => DANGERS.some((kind) => kind === r.kind))).toEqual([]);
  hear({ maybe: ALWAYS, sure: ALWAYS });
  expect(triage({ text: '醫師很親切，推薦', stars: 5 })).toMatchObject({ threat: 'none', urgent: false });
});

test('turns of phrase are looked for where the model points, exact words everywhere', () => {
  hear({});
  expect(triage(PHRASE).threat).toBe('none');
  expect(triage({ text: '我明天就去砸店，你們等著', stars: 1 }).threat).toBe('violence');
  hear({ look: ALWAYS });
  expect(triage(PHRASE).threat).toBe('violence');
  takeWeights(null);
  expect(triage(PHRASE).threat).toBe('violence');
});

test('a finding of the rules stands, and none is laid over it', () => {
  hear({ maybe: ALWAYS, look: ALWAYS });
  const found = triage(PHRASE).risks.filter((r) => r.kind === 'threat-violence');
  expect(found).toHaveLength(1);
  expect(found[0]?.confidence).toBeGreaterThan(0.45);
});

test('reviews and posts have alarms of their own', () => {
  const quiet = { maybe: NEVER, sure: NEVER };
  const dangers = { ...model.dangers, ask: ALWAYS, starred: quiet, bare: { maybe: ALWAYS, sure: NEVER } };
  takeModel({ ...model, dangers });
  const heard = (stars: number | null): boolean =>
    triage({ ...COMPLAINT, stars }).risks.some(({ kind }) => kind === 'self-harm');
  expect([heard(1), heard(null)]).toEqual([false, true]);
});

test('columns of dangers add up to the plain sums of their weights', () => {
  const bytes = Uint8Array.from({ length: 3 * WIDTH }, (_, i) => 68 + ((i * 37) % 120));
  const ready = makeReady({ keys: Int32Array.of(1, 2, 3), parents: Uint16Array.of(NO_ROW, 0, NO_ROW), bytes });
  const totals = new Int32Array(WIDTH);
  addRows(ready, Int32Array.of(1, 2, 2), 3, totals);
  const at = (row: number, k: number): number => (bytes[row * WIDTH + COMMON + k] as number) - 128;
  expect([...totals.subarray(COMMON)]).toEqual(DANGERS.map((_, k) => at(1, k) + at(0, k) + 2 * at(2, k)));
});
