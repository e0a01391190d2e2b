import { describe, expect, it } from 'vitest';
import { type ComposeInput, compose } from '../../../lib/drafting/index.ts';
import { complaint, parse, triage } from './support.ts';

const clinic = parse({
  name: '安禾診所',
  phones: ['02-2712-3456'],
  emails: ['care@anhe.example'],
  hours: '週一至週五 9:00–18:00',
});

const input = (parts: Partial<ComposeInput> = {}): ComposeInput => complaint({ clinic, ...parts });

/** The drafts of some seeds, each with its alternatives. */
const drafts = (parts: Partial<ComposeInput>, seeds = 30): string[][] =>
  Array.from({ length: seeds }, (_, seed) => compose(input({ seed, ...parts }))).map(({ text, alternatives }) => [
    text ?? '',
    ...alternatives,
  ]);
const every = (parts: Partial<ComposeInput>, seeds = 30): string[] => drafts(parts, seeds).flat();

const happy = triage({ sentiment: 'positive', aspects: { medical: 'pos' } });

describe('a draft fits what it answers', () => {
  it('answers the bereaved who complain with sorrow, not with notices', () => {
    const bereaved = triage({ aspects: { information: 'neg' } });
    for (const text of every({ triage: bereaved, text: '我爸上個月在這裡走了，沒有人跟我們說明發生什麼事。' })) {
      expect(text).toMatch(/沉重|不捨|沉痛|傷痛|遺憾|難過/);
      expect(text).not.toMatch(/公告|平台的資訊|訓練/);
    }
  });

  it('takes neither a slip nor scorn at its word: few stars above praise', () => {
    const text = '真是佛心，好牙也一起磨掉，感恩讚嘆';
    expect(compose(input({ triage: happy, text, stars: 1 })).note).toContain('反話');
    for (const one of every({ triage: happy, text, stars: 1 })) {
      expect(one).not.toMatch(/肯定|鼓勵|信任|開心|抱歉|遺憾/);
      expect(one).toContain('謝');
    }
    expect(compose(input({ triage: happy, text, stars: 5 })).note).toBeUndefined();
  });

  it.each(['快能自己走了，謝謝團隊', '等十分鐘就看完走了，超快', '我媽等到生氣就走了'])(
    'takes nobody for dead who only left: %s',
    (text) => {
      for (const one of every({ triage: happy, text, stars: 5 })) expect(one).not.toMatch(/保重|祝福。|此時/);
      const bad = triage({ aspects: { booking_wait: 'neg' } });
      for (const one of every({ triage: bad, text })) expect(one).not.toMatch(/沉重|沉痛|傷痛/);
    },
  );

  it('thanks who came through a grave illness warmly, yet without jubilation', () => {
    for (const one of every({ triage: happy, text: '乳癌開刀到現在五年了，醫師是我的救命恩人', stars: 5 })) {
      expect(one).not.toMatch(/保重|此時|嘴角|好心情|好開心|打氣|暖暖|^(?:嗨|哈囉)/);
    }
  });

  it('greets nobody breezily who complains', () => {
    for (const tone of ['warm', 'brief'] as const) {
      for (const one of every({ tone })) expect(one).not.toMatch(/^(?:嗨|哈囉)/);
    }
  });

  it('says no sentence twice among a draft and its alternatives', () => {
    let twice = 0;
    for (const all of drafts({ triage: triage({ aspects: { attitude: 'neg' } }), text: '態度很差，口氣很兇' }, 60)) {
      const said = all.flatMap((text) => text.split(/(?<=。)/)).filter((text) => text !== '');
      if (new Set(said).size < said.length) twice += 1;
    }
    expect(twice).toBe(0);
  });

  it('does not claim to have read every word of one word', () => {
    const words = /逐字|一字一句|每個字|文字|這些話|這段話|字裡行間|仔細/;
    for (const one of every({ text: '爛', triage: triage() })) expect(one).not.toMatch(words);
    for (const one of every({ text: '讚', stars: 5, triage: happy })) expect(one).not.toMatch(words);
  });

  it('asks nobody to call who could not get through', () => {
    for (const one of every({ text: '電話永遠打不通，打了二十通都沒人接' })) expect(one).not.toContain('02-2712-3456');
  });

  it('takes words without a stance for no praise, whatever the stars', () => {
    const neutral = triage({ sentiment: 'neutral', aspects: { booking_wait: 'pos' } });
    for (const one of every({ text: '人很多，要提早來抽號碼牌', stars: 4, triage: neutral })) {
      expect(one).not.toMatch(/等候|預約/);
    }
  });

  it('names a thing praised once', () => {
    const praise = triage({ sentiment: 'positive', aspects: { attitude: 'pos' } });
    for (const one of every({ text: '櫃檯很親切，態度很好', stars: 5, triage: praise })) {
      expect(one.match(/服務態度/g)?.length ?? 0).toBeLessThanOrEqual(1);
    }
  });

  it('knows an appointment from an app', () => {
    for (const one of every({ text: 'I could not get an appointment for weeks, very disappointed' })) {
      expect(one).not.toMatch(/online booking/);
    }
  });
});
