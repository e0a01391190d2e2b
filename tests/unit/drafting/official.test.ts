import { describe, expect, it } from 'vitest';
import type { Review } from '../../../lib/contract/review.ts';
import { ASPECTS, type Finding, HUNCH } from '../../../lib/contract/triage.ts';
import { guard, type OfficialInput, type OfficialText, officialTexts } from '../../../lib/drafting/index.ts';
import { triage as judged } from '../../../lib/triage/index.ts';
import { parse, risk, triage } from './support.ts';

const review = (part: Partial<Review> = {}): Review => ({
  site: 'google-maps',
  kind: 'review',
  id: 'r1',
  parent: null,
  url: 'https://maps.example.com/r1',
  place: null,
  title: null,
  author: { id: 'u9', name: '松鼠先生', url: null, badges: [] },
  text: '態度很差，等了兩小時，3月2日看診還被兇。',
  language: null,
  translated: false,
  collapsed: false,
  rating: 1,
  recommends: null,
  postedAt: { shown: '2 天前', iso: null, precision: 'unknown' },
  edited: null,
  counts: { likes: 3 },
  floor: null,
  ip: null,
  country: null,
  photos: null,
  ownerReply: null,
  relevance: 'own',
  ...part,
});
const clinic = parse({ name: '晨光牙醫診所', phones: ['02-2345-6789'], hours: '週一至週五 9:00–18:00' });
const input = (part: Partial<OfficialInput> = {}): OfficialInput => ({
  review: review(),
  triage: triage({ aspects: { attitude: 'neg', booking_wait: 'neg' } }),
  clinic,
  decisions: [],
  firstSeen: '2026-03-02T00:00:00Z',
  doctorReviewed: false,
  corrected: false,
  language: 'zh-TW',
  screen: 'zh-TW',
  seed: 1,
  ...part,
});
const one = (part: Partial<OfficialInput>, id: string): OfficialText => {
  const found = officialTexts(input(part)).find((text) => text.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('texts for others to read', () => {
  it.each(['zh-TW', 'en'] as const)(
    'pass the guard whatever the topic, the profile and the seed (%s)',
    (language) => {
      const profiles = [
        clinic,
        null,
        parse({ name: '告訴您診所' }),
        parse({ name: '保證根治優惠診所', emails: ['desk@example.org'] }),
        parse({ name: '好好\n診所', hours: '全'.repeat(5_000), phones: ['02-2345-6789'] }),
      ];
      for (const aspect of ASPECTS) {
        for (const profile of profiles) {
          for (let seed = 0; seed < 3; seed += 1) {
            const found = triage({ aspects: { [aspect]: 'neg' } });
            for (const id of ['statement', 'message']) {
              const { text } = one({ triage: found, clinic: profile, language, seed }, id);
              const verdict = guard(text ?? '', { review: review().text, clinic: profile });
              expect(verdict, text ?? '').toEqual({ verdict: 'safe', violations: [], unsure: [] });
              expect(text?.length).toBeGreaterThan(60);
              expect(text).not.toMatch(/[{}]|松鼠|3月2日/);
            }
          }
        }
      }
    },
    60_000,
  );

  it('say what to look at before use', () => {
    for (const { text, check } of officialTexts(input())) {
      if (text !== null) expect(check.length).toBeGreaterThanOrEqual(3);
    }
  });

  it('are not written where silence is right; then they say why', () => {
    const violent = triage({ threat: 'violence', risks: [risk('threat-violence')] });
    for (const id of ['statement', 'message']) {
      expect(one({ triage: violent }, id)).toMatchObject({ text: null, lawyer: true });
      expect(one({ triage: violent }, id).why).toMatch(/110/);
    }
    const exposed = triage({ risks: [risk('personal-data')] });
    expect(one({ triage: exposed }, 'message')).toMatchObject({ text: null });
    expect(one({ triage: exposed }, 'message').why).toMatch(/存證/);
    expect(one({ triage: exposed }, 'statement').check[0]).toMatch(/存證/);
    const demand = one({ triage: triage({ risks: [risk('demand')] }) }, 'message');
    expect(demand).toMatchObject({ text: null, lawyer: true });
  });
});

describe('what nobody complains of', () => {
  it('needs neither statement nor message', () => {
    const praise = triage({ sentiment: 'positive', aspects: { attitude: 'pos' } });
    const liked = { triage: praise, review: review({ text: '醫師很有耐心，推薦！', rating: 5 }) };
    const burger = { triage: triage({ risks: [risk('wrong-place')] }), review: review({ text: '牛肉麵很難吃。' }) };
    for (const part of [liked, burger]) {
      for (const id of ['statement', 'message']) {
        expect(one(part, id)).toMatchObject({ text: null, lawyer: false });
        expect(one(part, id).why).toMatch(/不需要|沒有要/);
      }
    }
  });
});

describe('the language of the screen', () => {
  it('is that of titles, reasons and advice; the texts keep the clinic’s', () => {
    const found = triage({ threat: 'violence', risks: [risk('personal-data')] });
    for (const text of officialTexts(input({ triage: found, screen: 'en' }))) {
      expect([text.title, text.why, ...text.check].join(' ')).not.toMatch(/\p{Script=Han}/u);
      expect(text.text ?? '檢舉').toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('a report to the platform', () => {
  it('is not made of a hunch, nor of what the clinic is said to have done', () => {
    const of = (part: Partial<Finding>) =>
      one({ triage: triage({ risks: [{ ...risk('fake-engagement'), ...part }] }) }, 'report');
    expect(of({ confidence: HUNCH })).toMatchObject({ text: null });
    expect(of({ statutes: ['公平法21', '公平法25'] })).toMatchObject({ text: null });
  });

  it('is not made of a bad review alone', () => {
    expect(one({}, 'report')).toMatchObject({ text: null });
    expect(one({}, 'report').why).toMatch(/不要檢舉/);
    expect(one({ triage: triage({ risks: [risk('insult')], insult: 'mild' }) }, 'report').text).toBeNull();
  });

  it('names the category, quotes no personal data, and attaches nothing', () => {
    const text = '王大明住安和路一段，電話 0912-345-678，庸醫！';
    const leak = triage({
      insult: 'severe',
      risks: [
        { ...risk('personal-data'), start: 0, end: 26 },
        { ...risk('insult'), start: text.indexOf('庸醫'), end: text.length },
      ],
      personal: [{ type: 'PHONE', start: 12, end: 24, score: 1 }],
    });
    const texts = officialTexts(input({ triage: leak, review: review({ text }) }));
    const personal = texts.find(({ id }) => id === 'report-personal');
    expect(personal?.text).toMatch(/個人資訊/);
    expect(personal?.text).not.toMatch(/王大明|0912|安和路/);
    const attack = texts.find(({ id }) => id === 'report-attack');
    expect(attack?.text).toContain('「庸醫！」');
    for (const report of [personal, attack]) {
      expect(report?.text).toContain('https://maps.example.com/r1');
      expect(report?.text).toMatch(/未附任何病歷/);
      expect(report?.text).not.toMatch(/構成|違法|查無/);
      expect(report?.check.join()).toMatch(/先存證/);
    }
  });

  it('reports no insult that is marked as light', () => {
    const of = (text: string, words: string, part: Partial<Finding> = {}) => {
      const start = text.indexOf(words);
      const found = { ...risk('insult'), start, end: start + words.length, ...part };
      return officialTexts(
        input({ triage: triage({ insult: 'severe', risks: [found] }), review: review({ text }) }),
      )[0];
    };
    expect(of('幹你娘等了三小時。', '幹你娘', { severity: 'low', confidence: 0.4 })?.text).toBeNull();
    const aimed = of('櫃檯那個根本是智障。', '智障', { severity: 'medium' });
    expect(aimed?.text).toContain('「智障」');
    expect(aimed?.text).not.toMatch(/與服務意見無關/);
  });

  it('says of the aimed word what was read by the whole triage, not the oath beside it', () => {
    const text = '幹你娘，等三小時。櫃檯那個根本是智障。';
    const found = judged({ text, stars: 1, site: 'google-maps', clinic, language: 'zh-TW' });
    const report = one({ triage: found, review: review({ text }) }, 'report-attack');
    expect(report.text).toContain('「智障」');
    expect(report.text).not.toContain('幹');
    for (const light of ['幹你娘等了三小時，停車也沒位子。', '根本是詐騙診所，沒蛀牙硬說有蛀牙。']) {
      const alone = judged({ text: light, stars: 1, site: 'google-maps', clinic, language: 'zh-TW' });
      expect(alone.insult).not.toBe('none');
      expect(one({ triage: alone, review: review({ text: light }) }, 'report').text).toBeNull();
      // What to do says the same.
      expect(alone.next.join()).not.toContain('檢舉');
    }
  });

  it('asks for no picture of what nobody should see, and claims nothing of what the clinic kept', () => {
    const report = one({ triage: triage({ risks: [risk('recording')] }) }, 'report-image');
    expect(report.check[0]).toMatch(/不拍畫面/);
    expect(report.check.join()).toMatch(/110/);
    expect(report.text).not.toMatch(/未保存/);
  });

  it('knows what PTT asks for', () => {
    const faked = triage({ risks: [risk('fake-engagement')] });
    const report = one({ triage: faked, review: review({ site: 'ptt' }) }, 'report-fake');
    expect(report.text).not.toContain('重覆發表');
    expect(report.check.join()).toMatch(/AID/);
  });

  it('offers only categories the platform has', () => {
    const wrong = triage({ risks: [risk('wrong-place')] });
    expect(one({ triage: wrong }, 'report-off-topic').text).toMatch(/離題/);
    expect(one({ triage: wrong, review: review({ site: 'facebook' }) }, 'report').text).toBeNull();
  });

  it('sends to the police and a lawyer where somebody is in danger', () => {
    const report = one({ triage: triage({ threat: 'violence' }) }, 'report-threat');
    expect(report.lawyer).toBe(true);
    expect(report.check.join()).toMatch(/110/);
  });
});

describe('the briefing for the lawyer', () => {
  it('holds the source, the public text, findings as questions, deadlines and what was done', () => {
    const found = triage({
      risks: [{ ...risk('accusation'), start: 0, end: 4, statutes: ['刑法310'], why: '具體的指控。' }],
      deadlines: [{ what: '告訴期間', from: '2026-03-02', due: '2026-09-02T00:00:00Z' }],
    });
    const decisions = [{ at: AT, by: { name: '阿主管', role: 'manager' as const }, what: 'captured' as const }];
    const answered = review({ ownerReply: { text: '我們的公開回覆', shown: '昨天' } });
    const { text, check, lawyer } = one({ triage: found, decisions, review: answered }, 'lawyer');
    expect(lawyer).toBe(false);
    for (const part of [
      '機密',
      'https://maps.example.com/r1',
      '松鼠先生',
      '態度很差',
      '可能涉及刑法第310條',
      '2026-09-02',
      '阿主管・主管',
      '平台：Google 地圖',
      '按讚 3',
      '2026-03-02 08:00',
      '2026-03-02 12:00 存證',
      '我們的公開回覆',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/構成|違法/);
    expect(check.join()).toMatch(/病歷/);
  });

  it('counts no aim of the desk among the periods of law, and says that staff corrected', () => {
    const aim = { what: '24小時內回覆', from: '2026-03-02T00:00:00Z', due: '2026-03-03T00:00:00Z' };
    const { text } = one({ triage: triage({ deadlines: [aim] }), corrected: true }, 'lawyer');
    expect(text).not.toContain('24小時內回覆');
    expect(text).toContain('已由同仁更正過');
    expect(one({}, 'lawyer').text).not.toContain('更正');
  });

  it('says which mark, why something was let through, and holds nothing against who tells of their own health', () => {
    const by = { name: '阿主管', role: 'manager' as const };
    const decisions = [
      { at: AT, by, what: 'marked' as const, mark: 'needs-lawyer' as const },
      { at: AT, by: null, what: 'override' as const, reason: '一般說明' },
    ];
    const own = { ...risk('own-health'), statutes: ['醫療法72'] };
    const { text } = one({ triage: triage({ risks: [own] }), decisions }, 'lawyer');
    expect(text).toContain('改為「需律師確認」（阿主管・主管）');
    expect(text).toContain('放行一份文字（未選值班）；理由：一般說明');
    expect(text).toContain('相關條文：醫療法第72條');
    expect(text).not.toContain('可能涉及醫療法');
  });

  it('stands with an empty review and a very long one', () => {
    expect(one({ review: review({ text: '' }) }, 'lawyer').text).toContain('（沒有文字）');
    expect(one({ review: review({ text: '長'.repeat(50_000) }) }, 'lawyer').text?.length).toBeLessThan(9_000);
  });
});
const AT = '2026-03-02T04:00:00.000Z';
