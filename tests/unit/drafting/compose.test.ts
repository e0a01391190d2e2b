import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SITES } from '../../../lib/contract/review.ts';
import { ASPECTS, FINDING_KINDS, HUNCH, type Triage } from '../../../lib/contract/triage.ts';
import { BANKS, type ComposeInput, compose, guard } from '../../../lib/drafting/index.ts';
import { columnsOf } from '../../../lib/drafting/push.ts';
import { languageOf } from '../../../lib/triage/language.ts';
import { complaint, parse, risk, triage } from './support.ts';

const clinic = parse({
  name: '晨光牙醫診所',
  phones: ['02-1234-5678'],
  hours: '週一至週五 9:00–18:00',
  steps: { booking_wait: ['線上預約', '候診號查詢'], price: ['優惠方案查詢'] },
});

const input = (parts: Partial<ComposeInput> = {}): ComposeInput => complaint({ clinic, ...parts });

describe('a draft', () => {
  it('is the same for the same seed and another for another', () => {
    expect(compose(input())).toEqual(compose(input()));
    expect(compose(input()).text).not.toBe(compose(input({ seed: 2 })).text);
  });

  it('names the topic, a step the clinic has, and its own channel', () => {
    const { text, sentences } = compose(input());
    expect(text).toMatch(/等候|等待|預約/);
    expect(text).toMatch(/線上預約|候診號查詢/);
    expect(text).toContain('02-1234-5678');
    expect(sentences.length).toBeLessThanOrEqual(5);
    expect(sentences.map(({ text: sentence }) => sentence).join('')).toBe(text);
  });

  it('leaves out a step that would break a rule, and lives without a profile', () => {
    const price = triage({ aspects: { price: 'neg' } });
    expect(compose(input({ triage: price, text: '太貴' })).text).not.toContain('優惠');
    const alone = compose(input({ clinic: null }));
    expect(alone.text).not.toMatch(/[{}]|\d/);
    expect(guard(alone.text ?? '').verdict).toBe('safe');
  });

  it('repeats nothing of a clinic profile that is no contact data', () => {
    const odd = parse({ phones: ['打給我\n病歷號 123'], hours: '保證'.repeat(500), website: '您是我們的病人' });
    const draft = compose(input({ clinic: odd }));
    expect(guard(draft.text ?? '', { clinic: odd }).verdict).toBe('safe');
    expect(draft.text).not.toMatch(/病歷|保證|病人/);
  });

  it('answers in the language of the review', () => {
    expect(compose(input({ text: 'The wait was far too long.' }))).toMatchObject({ language: 'en' });
    expect(compose(input({ text: 'The wait was far too long.' })).text).not.toMatch(/[\u4e00-\u9fff]/);
    expect(compose(input({ text: 'The wait was far too long.', language: 'zh-TW' })).text).toMatch(/[\u4e00-\u9fff]/);
    const read: [string, string][] = [
      ['醫師 very nice', 'zh-TW'],
      ['', 'zh-TW'],
      ['👍👍', 'zh-TW'],
      ['健康の家 很讚 (ﾟ∀ﾟ)', 'zh-TW'],
      ['医生很专业', 'zh-TW'],
      ['QQ XD', 'zh-TW'],
      ['Good', 'en'],
      ['Doctor is difficult to talk to.', 'en'],
      ['受付の対応が冷たかったです', 'ja'],
      ['スタッフ最高', 'ja'],
      ['รอนานมาก', 'other'],
      ['너무 불친절해요', 'other'],
      ['Bác sĩ rất tốt, cảm ơn', 'other'],
      ['El doctor es muy amable, gracias por todo', 'other'],
    ];
    for (const [text, language] of read) expect(languageOf(text), text).toBe(language);
  });

  it('says the privacy sentence where health is touched', () => {
    const draft = compose(input({ triage: triage({ aspects: { medical: 'neg' } }), text: '拔牙之後更痛。' }));
    expect(draft.sentences.map(({ purpose }) => purpose)).toContain('privacy');
    expect(draft.text).not.toMatch(/拔牙|痛/);
  });

  it('thanks for praise and for stars without words', () => {
    const praise = compose(
      input({ triage: triage({ sentiment: 'positive', aspects: { attitude: 'pos' } }), text: '櫃檯很親切', stars: 5 }),
    );
    expect(praise.sentences.map(({ purpose }) => purpose)).not.toContain('channel');
    const stars = compose(input({ triage: triage({ sentiment: 'neutral' }), text: '', stars: 5 }));
    expect(stars.text).toMatch(/評分|評價|星/);
  });

  it('fits one push line on PTT when brief, and is a statement otherwise', () => {
    for (const text of ['等太久', 'The wait was awful here']) {
      const draft = compose(input({ site: 'ptt', tone: 'brief', text }));
      for (const line of [draft.text ?? '', ...draft.alternatives]) expect(columnsOf(line)).toBeLessThanOrEqual(54);
    }
    expect(compose(input({ site: 'ptt', tone: 'formal' })).text).toMatch(/^(各位|大家)/);
  });
});

describe('what a manager would not send', () => {
  it('nothing cheerful where somebody died, though the review praises', () => {
    const praise = triage({ sentiment: 'positive', aspects: { medical: 'pos' } });
    for (let seed = 0; seed < 40; seed += 1) {
      const { text } = compose(input({ triage: praise, text: '父親上個月離世，謝謝團隊最後的照顧。', stars: 5, seed }));
      expect(text).not.toMatch(/開心|好心情|嘴角|動力|離世|父親|愉快/);
      expect(text).toMatch(/醫療/);
    }
  });

  it('no outright regret where praise prevails, and still both named', () => {
    const soft = triage({ sentiment: 'positive', aspects: { attitude: 'pos', environment: 'neg' } });
    for (let seed = 0; seed < 20; seed += 1) {
      const { text } = compose(input({ triage: soft, text: '櫃檯很親切，就是停車麻煩', stars: 5, seed }));
      expect(text).toMatch(/服務態度/);
      expect(text).toMatch(/環境/);
      expect(text).toMatch(/若|如果/);
    }
  });

  it('is sorry wherever something went wrong, also in one push line', () => {
    for (const aspect of ASPECTS) {
      for (const tone of ['warm', 'formal', 'brief'] as const) {
        for (const site of SITES) {
          const bad = triage({ aspects: { [aspect]: 'neg' } });
          const { text, alternatives } = compose(input({ triage: bad, text: '很失望', tone, site }));
          for (const one of [text ?? '', ...alternatives]) {
            expect(one).toMatch(/遺憾|抱歉|歉|過意不去|不捨|難過|理解|懂|不好受|沉重/);
          }
        }
      }
    }
  });

  it('announces no suit back: neutral, with the reason shown', () => {
    const draft = compose(input({ triage: triage({ threat: 'legal' }), text: '我要去申訴，等著上新聞' }));
    expect(draft.note).toMatch(/中性/);
    expect(draft.text).toMatch(/尊重|審慎|程序/);
    expect(draft.text).not.toMatch(/提告|新聞|律師/);
  });

  it('says why to wait where somebody’s data stands in public', () => {
    const draft = compose(
      input({ triage: triage({ risks: [risk('personal-data')] }), text: '那個醫師住哪裡我都知道' }),
    );
    expect(draft.text).not.toBeNull();
    expect(draft.wait?.next).toMatch(/存證.*檢舉/);
  });

  it.each([
    ['櫃檯服務很親切，但就只有這點好，其他都不行', 'zh-TW'],
    ['The staff was nice, that is all I can say for this place', 'en'],
  ])('is not sorry for what is praised: %s', (text) => {
    const read = triage({ sentiment: 'negative', aspects: { attitude: 'pos' } });
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const draft = compose(input({ triage: read, text, stars: 2, seed }));
      expect([draft.text, ...draft.alternatives].join()).not.toMatch(/態度|attitude|way we speak/i);
    }
  });

  it('says why to wait where somebody is followed', () => {
    const stalked = [risk('harassment')];
    const draft = compose(input({ triage: triage({ risks: stalked }), text: '妳每天幾點下班我都在對面看' }));
    expect(draft.text).toBeNull();
    expect(draft.noReply?.next).toMatch(/存證.*檢舉/);
    const remark = [{ ...risk('harassment'), severity: 'medium' as const }];
    const spoken = compose(input({ triage: triage({ risks: remark }), text: '護理師好正' }));
    expect(spoken.note ?? '').not.toMatch(/跟蹤/);
  });

  it('answers in Chinese and English, and says so, where the bank has no language of the review', () => {
    const draft = compose(input({ triage: triage({ aspects: {} }), text: 'รอนานมาก พนักงานพูดจาไม่ดี' }));
    expect(draft.text).toMatch(/[\u4e00-\u9fff]/);
    expect(draft.text).toMatch(/[a-z]{4}/);
    expect(draft.sentences.length).toBeLessThanOrEqual(5);
    expect(draft.note).toMatch(/英文/);
  });

  it('takes stars for words where there are only signs', () => {
    const none = triage({ sentiment: 'neutral' });
    expect(compose(input({ triage: none, text: '👍👍', stars: 5 })).text).toMatch(/謝/);
    expect(compose(input({ triage: none, text: '😡', stars: 1 })).text).toMatch(/遺憾|抱歉|過意不去/);
    expect(compose(input({ triage: none, text: '', stars: null, recommends: false })).text).toMatch(
      /遺憾|抱歉|過意不去/,
    );
  });
});

describe('alternatives', () => {
  it.each(SITES.flatMap((site) => (['warm', 'formal', 'brief'] as const).map((tone) => ({ site, tone }))))(
    'are three, all different, none of the last fifty ($site, $tone)',
    ({ site, tone }) => {
      const recent: string[] = [];
      for (let seed = 0; seed < 70; seed += 1) {
        const draft = compose(input({ site, tone, seed, recent }));
        const all = [draft.text ?? '', ...draft.alternatives];
        expect(draft.alternatives.length).toBe(3);
        expect(new Set(all).size).toBe(4);
        for (const text of all) expect(recent.slice(-50)).not.toContain(text);
        recent.push(draft.text ?? '');
      }
    },
  );
});

describe('no reply', () => {
  it('forbids none where danger is a hunch only', () => {
    const hunches = (['self-harm', 'threat-violence'] as const).map((kind) => ({ ...risk(kind), confidence: HUNCH }));
    expect(compose(input({ triage: triage({ risks: hunches }) })).noReply).toBeNull();
  });
  it.each<[string, Partial<ComposeInput>]>([
    ['a threat of violence', { triage: triage({ threat: 'violence' }) }],
    ['self-harm', { triage: triage({ risks: [risk('self-harm')] }) }],
    ['recordings', { triage: triage({ risks: [risk('recording')] }) }],
    ['a minor’s data', { triage: triage({ risks: [risk('personal-data')] }), text: '院長的小孩讀某某國小' }],
    ['a pending suit', { triage: triage({ threat: 'legal' }), text: '我已經提告，調解庭見。' }],
    ['a mental-health disclosure', { triage: triage({ risks: [risk('own-health')] }), text: '我有憂鬱症，他們笑我。' }],
    ['a serious injury that no doctor has looked at', { triage: triage({ risks: [risk('serious-injury')] }) }],
    ['a suit with a lawyer under way', { triage: triage(), text: '本案已進入訴訟，律師已發函' }],
  ])('for %s, with why and what to do', (_, parts) => {
    const draft = compose(input(parts));
    expect(draft).toMatchObject({ text: null, sentences: [], alternatives: [] });
    expect(draft.noReply?.reason).not.toBe('');
    expect(draft.noReply?.next).not.toBe('');
    expect(JSON.stringify(draft.noReply)).not.toMatch(/構成|違法/);
  });

  it.each(['吃慢性病的藥十年了，我覺得服務不好', '護理站的人應該去掛身心科吧，態度差', '我要去衛生局投訴'])(
    'is not the answer to 「%s」',
    (text) => {
      expect(compose(input({ text, triage: triage({ aspects: { attitude: 'neg' } }) })).noReply).toBeNull();
    },
  );

  it('but a neutral one for a serious injury once the doctor has looked', () => {
    const draft = compose(input({ triage: triage({ risks: [risk('serious-injury')] }), doctorReviewed: true }));
    expect(draft.sentences.map(({ purpose }) => purpose)).toEqual(['thanks', 'empathy', 'privacy', 'channel']);
  });
});

describe('over everything', () => {
  const found: fc.Arbitrary<Triage> = fc
    .record({
      sentiment: fc.constantFrom('negative', 'positive', 'mixed', 'neutral'),
      aspects: fc.dictionary(fc.constantFrom(...ASPECTS), fc.constantFrom('neg', 'pos', 'mixed')),
      kinds: fc.subarray([...FINDING_KINDS], { maxLength: 2 }),
      threat: fc.constantFrom('none', 'none', 'none', 'legal'),
    })
    .map(({ sentiment, aspects, kinds, threat }) =>
      triage({ sentiment, aspects, threat, risks: kinds.map((kind) => risk(kind)) } as Partial<Triage>),
    );
  const texts = fc.constantFrom(
    '',
    '等了兩小時，醫師看三十秒，收了三千元，櫃檯很兇。',
    '手術後更痛，陳醫師都不理，資訊也亂寫。',
    '環境很好，謝謝大家的意見和服務態度',
    'Waiting was awful and the fee was unclear',
    '👍👍👍',
    '乾淨舒適的環境是大家共同的期待',
    '受付の対応がとても冷たくて残念でした',
    'รอนานมาก พนักงานพูดจาไม่ดี',
  );
  const profiles = fc.constantFrom(
    null,
    clinic,
    parse({ name: '保證根治優惠診所', emails: ['a.b@example.org'], hours: '24小時' }),
    parse({ website: 'www.example.tw', steps: { attitude: ['意見信箱', '您來就診'], medical: ['衛教影片'] } }),
    parse({ name: 'x', phones: ['0912-345-678'], hours: 'Mon-Fri 9-5', language: 'en' }),
    parse({ name: '告訴您診所', phones: ['04-2222-3333'] }),
    parse({
      name: '好好\n診所',
      lineIds: ['@hao'],
      hours: '全'.repeat(5_000),
      steps: { attitude: ['a'.repeat(5_000)] },
    }),
    parse({ phones: ['call me'], hours: '\n\n', emails: [' '], website: '首頁' }),
  );

  it('20,000 drafts: the guard calls every one safe, at most five sentences, in the right language', () => {
    fc.assert(
      fc.property(
        found,
        texts,
        profiles,
        fc.constantFrom(...SITES, null),
        fc.constantFrom('warm', 'formal', 'brief'),
        fc.option(fc.constantFrom('zh-TW', 'en', 'ja'), { nil: undefined }),
        fc.nat(),
        fc.constantFrom(null, 1, 2, 3, 4, 5),
        (seen, text, profile, site, tone, language, seed, stars) => {
          const draft = compose({
            triage: seen,
            text,
            clinic: profile,
            site,
            tone,
            language,
            seed,
            stars,
            doctorReviewed: true,
          });
          if (draft.text === null) {
            expect(draft.noReply).not.toBeNull();
            return;
          }
          expect(draft.sentences.length).toBeLessThanOrEqual(5);
          expect(draft.alternatives.length).toBe(3);
          for (const reply of [draft.text, draft.alternatives[seed % 3] ?? '']) {
            const verdict = guard(reply, { review: text, clinic: profile });
            expect(verdict, reply).toEqual({ verdict: 'safe', violations: [], unsure: [] });
          }
          const own = language ?? languageOf(text);
          expect(draft.language).toBe(own === 'other' ? (profile?.language ?? 'zh-TW') : own);
        },
      ),
      { numRuns: 20_000, seed: 21 },
    );
  }, 120_000);

  it('2,000 drafts of one kind: nearly all distinct, no opening too often, the topic named', () => {
    const openings = new Map<string, number>();
    const texts = new Set<string>();
    let named = 0;
    for (let seed = 0; seed < 2_000; seed += 1) {
      const draft = compose(input({ seed, tone: seed % 2 === 0 ? 'warm' : 'formal' }));
      texts.add(draft.text ?? '');
      const first = draft.sentences[0]?.text ?? '';
      openings.set(first, (openings.get(first) ?? 0) + 1);
      if (/等候|等待|預約/.test(draft.text ?? '')) named += 1;
    }
    expect(texts.size).toBeGreaterThan(1_900);
    expect(Math.max(...openings.values())).toBeLessThan(100);
    expect(named).toBe(2_000);
    expect(Object.keys(BANKS)).toEqual(['zh-TW', 'en', 'ja']);
  });
});
