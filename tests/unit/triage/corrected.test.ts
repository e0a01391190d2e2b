import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change, Correction } from '../../../lib/contract/correction.ts';
import { ASPECTS, FINDING_KINDS, HUNCH, type Triage, URGENCIES, urgencyOf } from '../../../lib/contract/triage.ts';
import { type Around, corrected } from '../../../lib/triage/corrected.ts';
import { plainArticle, speaksAgainst } from '../../../lib/triage/explain.ts';
import { triage } from '../../../lib/triage/index.ts';
import { KINDS } from '../../../lib/triage/rules/kinds.ts';
import { ZH } from '../../../lib/triage/sentences-zh.ts';
import { review } from '../store/samples.ts';

const BY = { name: '張經理', role: 'manager' } as const;
let count = 0;
const made = (change: Change, over: Partial<Correction> = {}): Correction => ({
  id: String(++count),
  at: new Date(Date.UTC(2026, 2, 1, 0, 0, count)).toISOString(),
  by: BY,
  change,
  takenBack: null,
  ...over,
});
const quote = (text: string, words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  quote: words,
});
const around = (text: string): Around => ({
  review: review({ text, rating: 1, ownerReply: null }),
  firstSeen: '2026-03-01T00:00:00.000Z',
  language: 'zh-TW',
});
const read = (text: string): Triage =>
  triage({ text, stars: 1, answered: false, firstSeen: '2026-03-01T00:00:00.000Z' });

const THREAT = '再不退費我就帶人去砸店，你們給我小心一點。';
const WAIT = '等了三個小時才看到醫生，櫃檯態度很差。';

describe('staff’s corrections of a reading', () => {
  test('none, or all taken back, leave the very same reading', () => {
    const original = read(WAIT);
    expect(corrected(original, [], around(WAIT))).toBe(original);
    const back = made(
      { what: 'sentiment', from: 'negative', to: 'positive' },
      { takenBack: { at: '2026-03-02T00:00:00.000Z', by: BY } },
    );
    expect(corrected(original, [back], around(WAIT))).toBe(original);
  });

  test('a threat that is none goes, and what was ordered by it falls', () => {
    const original = read(THREAT);
    const threats = original.risks.filter(({ kind }) => kind === 'threat-violence');
    expect(threats.length).toBeGreaterThan(0);
    expect(urgencyOf(original.priority)).toBe('today');
    const places = threats.map(({ start, end }) => ({ start, end, quote: THREAT.slice(start, end) }));
    const now = corrected(original, [made({ what: 'not-this', kind: 'threat-violence', places })], around(THREAT));
    expect(now.risks.some(({ kind }) => kind === 'threat-violence')).toBe(false);
    expect(now).toMatchObject({ urgent: false });
    expect(now.threat).not.toBe('violence');
    expect(now.priority).toBeLessThan(80);
    expect(now.reasons).toContain('判讀經同仁更正');
    expect(now.next).not.toEqual(original.next);
  });

  test('another correction makes no threat and no doxxing out of a hunch', () => {
    const threat = read(THREAT).risks.find(({ kind }) => kind === 'threat-violence') as Triage['risks'][number];
    const correctedWith = (kind: 'threat-violence' | 'personal-data', confidence: number): Triage => {
      const original = { ...read(WAIT), risks: [{ ...threat, kind, start: 0, end: 4, confidence }] };
      return corrected(original, [made({ what: 'sentiment', from: 'negative', to: 'mixed' })], around(WAIT));
    };
    expect(correctedWith('threat-violence', HUNCH)).toMatchObject({ threat: 'none', urgent: false });
    const hunted = correctedWith('personal-data', HUNCH);
    expect(hunted.reasons).not.toContain(ZH.reasons.doxxing);
    expect(correctedWith('personal-data', 0.7).reasons).toContain(ZH.reasons.doxxing);
  });

  test('a dismissed hunch stays away, and what is more than one by now stands', () => {
    const threat = read(THREAT).risks.find(({ kind }) => kind === 'threat-violence') as Triage['risks'][number];
    const places = [{ start: 0, end: 4, quote: WAIT.slice(0, 4) }];
    const dismissed = made({ what: 'not-this', kind: 'threat-violence', places, hunch: true });
    const left = (confidence: number): number =>
      corrected({ ...read(WAIT), risks: [{ ...threat, start: 0, end: 4, confidence }] }, [dismissed], around(WAIT))
        .risks.length;
    expect(left(HUNCH)).toBe(0);
    expect(left(0.45)).toBe(1);
  });

  test('words that were read past become a finding with its articles, and are ordered by it', () => {
    const original = read(WAIT);
    const now = corrected(
      original,
      [made({ what: 'missing', to: 'threat-violence', places: [quote(WAIT, '櫃檯態度')] })],
      around(WAIT),
    );
    const set = now.risks.find(({ kind }) => kind === 'threat-violence');
    expect(WAIT.slice(set?.start, set?.end)).toBe('櫃檯態度');
    expect(set).toMatchObject({ severity: 'high', confidence: 1, statutes: ['刑法305', '醫療法24', '醫療法106'] });
    expect(set?.why).not.toBe('');
    expect(now).toMatchObject({ threat: 'violence', urgent: true });
    expect(urgencyOf(now.priority)).toBe('today');
  });

  test('one kind becomes another; a correction may be corrected', () => {
    const original = read('那個助理根本是智障。');
    const text = '那個助理根本是智障。';
    const places = [quote(text, '智障')];
    const first = made({ what: 'other-kind', kind: 'insult', to: 'discrimination', places });
    const now = corrected(original, [first], around(text));
    expect(now.risks.map(({ kind }) => kind)).toContain('discrimination');
    expect(now.risks.map(({ kind }) => kind)).not.toContain('insult');
    const second = made({ what: 'not-this', kind: 'discrimination', places });
    // Whatever order they are stored in, the later one is applied last.
    const then = corrected(original, [second, first], around(text));
    expect(then.risks.filter(({ start, end }) => text.slice(start, end) === '智障')).toEqual([]);
    expect(then.insult).toBe('none');
  });

  test('aspects, sentiment and urgency are what staff say; the rest of the priority’s band is kept', () => {
    const original = read(WAIT);
    const now = corrected(
      original,
      [
        made({ what: 'aspect', aspect: 'attitude', from: 'neg', to: null }),
        made({ what: 'aspect', aspect: 'price', from: null, to: 'neg' }),
        made({ what: 'sentiment', from: 'negative', to: 'mixed' }),
        made({ what: 'urgency', from: 'normal', to: 'soon' }),
      ],
      around(WAIT),
    );
    expect(now.aspects.attitude).toBeUndefined();
    expect(now.evidence.attitude).toBeUndefined();
    expect(now.aspects.price).toBe('neg');
    expect(now).toMatchObject({ sentiment: 'mixed', sentimentConfidence: 1 });
    expect(urgencyOf(now.priority)).toBe('soon');
    expect(now.reasons[0]).toBe('急迫程度由同仁改定');
    expect(original.aspects.attitude).toBe('neg');
  });

  test('finds its words again where the text grew, and does nothing where they are gone', () => {
    const change = made({ what: 'missing', to: 'insult', places: [quote(WAIT, '態度很差')] });
    const grown = `補充一下：${WAIT}再也不來。`;
    const found = corrected(read(grown), [change], around(grown)).risks.find(({ confidence }) => confidence === 1);
    expect(grown.slice(found?.start, found?.end)).toBe('態度很差');
    const edited = '其實還可以。';
    expect(corrected(read(edited), [change], around(edited)).risks).toEqual(read(edited).risks);
  });

  test('of equal words the ones that were meant', () => {
    const text = '爛。醫師很好。爛。';
    const place = { start: 7, end: 8, quote: '爛' };
    const now = corrected(read(text), [made({ what: 'missing', to: 'insult', places: [place] })], around(text));
    expect(now.risks.find(({ confidence }) => confidence === 1)).toMatchObject({ start: 7, end: 8 });
  });

  test('the clinic’s own words keep no order', () => {
    const original = triage({ text: WAIT, ownVoice: true });
    const now = corrected(original, [made({ what: 'sentiment', from: 'negative', to: 'neutral' })], around(WAIT));
    expect(now.priority).toBe(0);
  });

  test('whatever is corrected: offsets lie in the text, the urgency is the one asked for, the original is untouched', () => {
    const kinds = fc.constantFrom(...FINDING_KINDS);
    const texts = fc.constantFrom(THREAT, WAIT, '醫師技術很好，但是等很久。', '這種垃圾也能當醫師？', '');
    const change = (text: string): fc.Arbitrary<Change> => {
      const at = fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        return { start, end, quote: text.slice(start, end) || '不在裡面' };
      });
      const places = fc.array(at, { minLength: 1, maxLength: 3 });
      return fc.oneof(
        fc.record({ what: fc.constant('not-this' as const), kind: kinds, places }),
        fc.record({ what: fc.constant('other-kind' as const), kind: kinds, to: kinds, places }),
        fc.record({ what: fc.constant('missing' as const), to: kinds, places }),
        fc.record({
          what: fc.constant('aspect' as const),
          aspect: fc.constantFrom(...ASPECTS),
          from: fc.constant(null),
          to: fc.constantFrom('neg' as const, 'pos' as const, null),
        }),
        fc.record({
          what: fc.constant('urgency' as const),
          from: fc.constantFrom(...URGENCIES),
          to: fc.constantFrom(...URGENCIES),
        }),
      );
    };
    const cases = texts.chain((text) => fc.tuple(fc.constant(text), fc.array(change(text), { maxLength: 6 })));
    fc.assert(
      fc.property(cases, ([text, changes]) => {
        const original = read(text);
        const before = structuredClone(original);
        const corrections = changes.map((one) => made(one));
        const now = corrected(original, corrections, around(text));
        expect(original).toEqual(before);
        for (const { start, end } of now.risks) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        const asked = changes.findLast(({ what }) => what === 'urgency');
        if (asked?.what === 'urgency') expect(urgencyOf(now.priority)).toBe(asked.to);
        expect(corrected(original, corrections, around(text))).toEqual(now);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a finding in plain words', () => {
  test('every article that a kind names has its sentence, in both languages', () => {
    for (const kind of FINDING_KINDS) {
      expect(KINDS[kind].severity).toBeDefined();
      for (const code of KINDS[kind].statutes) {
        expect(plainArticle(code, 'zh-TW'), code).toMatch(/[\u4e00-\u9fff]/);
        expect(plainArticle(code, 'en'), code).toMatch(/^[ -~’]+$/);
      }
    }
    expect(plainArticle('民999', 'en')).toBeNull();
  });

  test('something speaks against every finding that may be held against the author', () => {
    const calm = { hearsay: false, sarcasm: false, sentiment: 'negative' } as const;
    for (const kind of FINDING_KINDS.filter((one) => KINDS[one].statutes.length > 0)) {
      const against = speaksAgainst(kind, calm, 'zh-TW');
      if (kind === 'opinion' || kind === 'own-health') continue;
      expect(against.length, kind).toBeGreaterThan(0);
      expect(against.join('')).not.toMatch(/構成|違法/);
      expect(speaksAgainst(kind, calm, 'en')).toHaveLength(against.length);
    }
    const fact = speaksAgainst('accusation', calm, 'zh-TW');
    expect(fact.join('')).toMatch(/509/);
    expect(speaksAgainst('accusation', { ...calm, hearsay: true }, 'zh-TW')).toHaveLength(fact.length + 1);
    expect(speaksAgainst('praise', calm, 'zh-TW')).toEqual([]);
  });
});
