import { expect, test } from 'vitest';
import type { Finding, FindingKind } from '../../../lib/contract/triage.ts';
import { hasRiskFlag, isHarmless, type Judged, measureRisks, type RiskRow } from '../../../scripts/eval/risks.ts';

const row = (id: string, more: Partial<RiskRow> = {}): RiskRow => ({
  id,
  text: '',
  insult: 'none',
  accusation: 'none',
  threat: 'none',
  urgent: false,
  ...more,
});
const judged = (more: Partial<Judged> = {}): Judged => ({
  sentiment: 'negative',
  insult: 'none',
  accusation: 'none',
  threat: 'none',
  urgent: false,
  hearsay: false,
  forms: [],
  risks: [],
  ...more,
});
const finding = (kind: FindingKind): Finding => ({
  kind,
  start: 0,
  end: 1,
  severity: 'low',
  confidence: 0.5,
  statutes: [],
  why: '',
  action: '',
});

test('harmless: no label of risk, no data of others; staff may be named', () => {
  expect(isHarmless(row('a', { personal: [['staff_name', '林醫師']] }))).toBe(true);
  expect(isHarmless(row('b', { personal: [['contact', 'x']] }))).toBe(false);
  expect(isHarmless(row('c', { insult: 'mild' }))).toBe(false);
  expect(isHarmless(row('d', { risks: ['T01', 'T06'] }))).toBe(false);
  expect(hasRiskFlag(judged({ risks: [finding('opinion'), finding('praise')] }))).toBe(false);
  expect(hasRiskFlag(judged({ risks: [finding('demand')] }))).toBe(true);
});

test('counts, rates and the ids of what went wrong', () => {
  const rows = [
    row('hit', { threat: 'legal', risks: ['T23'] }),
    row('miss', { threat: 'violence', risks: ['T10'] }),
    row('alarm', { risks: ['T01'] }),
    row('calm', { risks: ['T24'] }),
  ];
  const said: Record<string, Judged> = {
    hit: judged({ threat: 'legal', risks: [finding('threat-legal')] }),
    miss: judged(),
    alarm: judged({ threat: 'legal', risks: [finding('threat-legal')] }),
    calm: judged({ sentiment: 'positive', risks: [finding('praise')] }),
  };
  const figures = measureRisks(rows, (r) => said[r.id] as Judged);
  const { threat } = figures.labels;
  expect(threat?.score).toEqual({ tp: 1, fp: 1, fn: 1 });
  expect(threat?.misses).toEqual(['miss']);
  expect(threat?.alarms).toEqual(['alarm']);
  expect(threat?.recall.value).toBe(0.5);
  expect(threat?.recall.low).toBeLessThan(0.5);
  expect(threat?.recall.high).toBeGreaterThan(0.5);
  expect(figures.rules.T23?.score).toEqual({ tp: 1, fp: 1, fn: 0 });
  expect(figures.rules.T24?.f1.value).toBe(1);
  expect(figures.falseFlags).toMatchObject({ count: 1, n: 2, ids: ['alarm'] });
});

test('the same rows give the same intervals', () => {
  const rows = [row('a', { insult: 'mild' }), row('b'), row('c', { insult: 'severe' })];
  const judge = (r: RiskRow): Judged => judged({ insult: r.id === 'a' ? 'mild' : 'none' });
  expect(measureRisks(rows, judge)).toEqual(measureRisks(rows, judge));
});
