import { describe, expect, it } from 'vitest';
import { emptyClinic } from '../../../lib/contract/clinic.ts';
import { RULES, type Rule } from '../../../lib/contract/draft.ts';
import { guard, RULE_INFO } from '../../../lib/drafting/index.ts';
import { parse } from './support.ts';

/** For each rule: a text that breaks it with the words that do, in Chinese and English; and one that only looks so. */
const CASES: Record<Rule, { zh: [string, string]; en: [string, string]; fine: string[] }> = {
  R01: {
    zh: ['您好，謝謝您前來就診，我們會檢討。', '謝謝您前來就診'],
    en: ['Thank you for visiting us last spring.', 'Thank you for visiting'],
    fine: ['謝謝您的意見，我們會檢討。', '若您曾在本診所就醫，歡迎與我們聯繫。', 'Thank you for your feedback.'],
  },
  R02: {
    zh: ['我們翻了當天的班表。', '翻了當天的班表'],
    en: ['Our records show nothing of the kind.', 'records show'],
    fine: ['相關意見已轉請專責人員了解。', '個資的查詢可向櫃台申請。'],
  },
  R03: {
    zh: ['我們查無您的掛號紀錄。', '查無您的掛號紀錄'],
    en: ['You were never our patient.', 'never our patient'],
    fine: ['本診所無法在公開平台確認任何人是否曾就醫。', 'We cannot confirm whether anyone has been a patient here.'],
  },
  R04: {
    zh: ['您上週三晚上也在場。', '您上週三晚上也在場'],
    en: ['On Monday 3 March? That morning was very busy.', 'That morning'],
    fine: ['門診時間為週一至週五。', '現場一般依報到順序看診。'],
  },
  R05: {
    zh: ['您的體質比較敏感。', '您的體質比較敏感'],
    en: ['Your condition is not simple.', 'Your condition'],
    fine: ['醫療結果因人而異，請與醫師當面討論。'],
  },
  R06: {
    zh: ['我們是為您注射了保濕針。', '為您注射'],
    en: ['Your crown is a temporary one.', 'Your crown'],
    fine: ['醫療決定需由醫師當面評估，恕無法在網路上提供個別診療建議。'],
  },
  R07: {
    zh: ['您的尾款仍未繳清。', '您的尾款仍未繳清'],
    en: ['You still owe us for it.', 'You still owe'],
    fine: [
      '收費項目與金額均依公告的收費標準，歡迎查閱。',
      'Our fees are posted at the front desk and itemised on request.',
    ],
  },
  R08: {
    zh: ['游小姐您好，謝謝留言。', '游小姐您好'],
    en: ['Dear Kelvin, thank you for your comment.', 'Dear Kelvin'],
    fine: ['您好，謝謝您的留言。', 'Hello, and thank you for your comment.'],
  },
  R09: {
    zh: ['請在下方留下您的電話。', '請在下方留下您的電話'],
    en: ['Please reply with your full name.', 'reply with your full name'],
    fine: ['請勿在公開留言中留下姓名。', 'Please avoid posting personal or medical details in public comments.'],
  },
  R10: {
    zh: ['遇到奧客真無奈。', '奧客'],
    en: ['People like you ruin it for everyone.', 'People like you'],
    fine: ['我們尊重每個人表達意見的權利。'],
  },
  R11: {
    zh: ['本診所將提告。', '提告'],
    en: ['Our lawyers will be in touch.', 'lawyers'],
    fine: ['我們不會因為一則評價就提告。'],
  },
  R12: {
    zh: ['改成五星就送您贈品。', '改成五星就送您贈品'],
    en: ['We offer a refund if the review is gone.', 'refund if the review'],
    fine: ['無論內容好壞，我們都尊重每一則意見。', 'We never offer gifts for reviews.'],
  },
  R13: {
    zh: ['懇請您將這則留言撤下。', '懇請您將這則留言撤下'],
    en: ['Please remove this review.', 'remove this review'],
    fine: ['我們已收到這份意見，會檢討相關流程。'],
  },
  R14: {
    zh: ['這確實是我們的疏失。', '確實是我們的疏失'],
    en: ['It was our mistake.', 'our mistake'],
    fine: ['看到這樣的感受，我們感到遺憾，會由專人了解。', '保護隱私是我們的責任。'],
  },
  R15: {
    zh: ['我們是全市第一的團隊。', '全市第一'],
    en: ['We guarantee painless care.', 'guarantee'],
    fine: ['這是對團隊最大的鼓勵。', 'We wish you all the best.'],
  },
  R16: {
    zh: ['本月療程有優惠。', '優惠'],
    en: ['This month there is 20% off.', '20% off'],
    fine: ['收費標準張貼於明顯處，並提供明細供查詢。'],
  },
  R17: {
    zh: ['請冰敷幾天再看看。', '請冰敷'],
    en: ['Swelling is completely normal.', 'is completely normal'],
    fine: ['我們無法在網路上提供個別診療建議，如有不適請儘速就醫。'],
  },
  R18: {
    zh: ['當時醫師已經說明風險。', '當時醫師已經說明'],
    en: ['You were informed of the price.', 'You were informed'],
    fine: ['一般而言，醫師會先說明處置的目的與可能的限制，再由本人決定。'],
  },
  R19: {
    zh: ['很多客人都很滿意。', '很多客人都很滿意'],
    en: ['Most of our patients love us.', 'Most of our patients love'],
    fine: ['感謝大家的意見。'],
  },
  R20: {
    zh: ['您的母親住得很習慣。', '您的母親'],
    en: ['Your mother was well looked after.', 'Your mother'],
    fine: ['祝您和家人平安。', 'We wish you and your family all the best.'],
  },
  R21: {
    zh: ['該護理師已離職。', '護理師已離職'],
    en: ['The nurse has been dismissed.', 'nurse has been dismissed'],
    fine: ['人員訓練會持續加強。', '我們會加強同仁的訓練。'],
  },
  R22: {
    zh: ['憂鬱症的人比較敏感。', '憂鬱症'],
    en: ['It comes with depression.', 'depression'],
    fine: ['醫療資訊涉及隱私，我們無法在這裡討論任何個案。'],
  },
};

describe.each(RULES)('%s', (rule) => {
  const { zh, en, fine } = CASES[rule];

  it.each([zh, en])('finds 「%s」 where it stands', (text, words) => {
    const found = guard(text).violations.filter((violation) => violation.rule === rule);
    expect(found.map(({ start, end }) => text.slice(start, end))).toContain(words);
    for (const violation of found) expect(violation.severity).toBe(RULE_INFO[rule].severity);
  });

  it.each(fine)('leaves 「%s」 alone', (text) => {
    expect(guard(text).violations).toEqual([]);
  });

  it('explains itself with the law, and offers a safe sentence in both languages', () => {
    const info = RULE_INFO[rule];
    expect(info.statutes.length).toBeGreaterThan(0);
    expect(info.why.zh + info.why.en).not.toMatch(/構成|違法/);
    expect(guard(info.suggestion.zh).verdict).toBe('safe');
    expect(guard(info.suggestion.en).verdict).toBe('safe');
    expect(info.overrideRole).toBe(info.severity === 'block' ? 'manager' : 'any');
  });
});

describe('R02: records held up as proof', () => {
  it.each([
    '我們有病歷可以證明。',
    '病歷都有記載，可以證明。',
    '我們有監視器畫面可以證明。',
    '您好，我們有您的病歷可以證明。',
    '本診所手上有完整的就診紀錄。',
    '我們有證據。',
  ])('%s', (text) => {
    expect(guard(text).violations.map(({ rule }) => rule)).toContain('R02');
  });

  it.each(['病歷影本可向櫃台申請。', '本院有病歷室，歡迎洽詢。', '若您需要病歷或診斷證明，可至櫃台申請。'])(
    'leaves 「%s」 alone',
    (text) => {
      expect(guard(text).violations).toEqual([]);
    },
  );
});

describe('what belongs to the clinic', () => {
  const clinic = parse({
    name: '第一優惠牙醫診所',
    phones: ['0912-345-678'],
    emails: ['desk@example.com'],
    hours: '週一至週六 09:00-21:00',
    addresses: ['花蓮縣測試市保證路100號'],
  });

  it('meets no rule, even when it looks like one', () => {
    const text = '第一優惠牙醫診所感謝您的意見。歡迎於週一至週六 09:00-21:00來電 0912-345-678。';
    expect(guard(text, { clinic }).verdict).toBe('safe');
    expect(guard(text).verdict).toBe('block');
  });

  it('hides no rule of its own', () => {
    expect(guard('感謝您來第一優惠牙醫診所看診。', { clinic }).verdict).toBe('block');
    expect(guard('您是我們的病人。', { clinic: { ...emptyClinic('您'), aliases: ['病人'] } }).verdict).toBe('block');
  });
});

describe('the review said back', () => {
  const review = '3月5日帶牙齒矯正的小孩去，收了28000元，邱醫師說是咬合不正，氣到發抖的我在門口哭。';

  it.each([
    ['R04', '3月5日門診很滿。', '3月5日'],
    ['R06', '矯正本來就要時間。', '矯正'],
    ['R07', '收28000元。', '28000'],
  ] as const)('%s: 「%s」', (rule, text, words) => {
    const found = guard(text, { review }).violations.filter((violation) => violation.rule === rule);
    expect(found.map(({ start, end }) => text.slice(start, end))).toContain(words);
  });

  it('needs a person for its names and its wording', () => {
    expect(guard('感謝您對邱醫師的意見。', { review }).verdict).not.toBe('safe');
    expect(guard('氣到發抖的我在門口哭，我們理解。', { review }).verdict).not.toBe('safe');
  });

  it('does not mind the topic in approved words', () => {
    expect(guard('收費的原則是事先說明、公開透明。', { review: '收費的原則是事先說明嗎？' }).verdict).toBe('safe');
  });
});

describe('sentences that nobody knows', () => {
  const unknown = '窗台的風鈴下雨會唱歌。';

  it('are unsure, with their place', () => {
    const text = `謝謝您的意見。${unknown}`;
    expect(guard(text)).toEqual({ verdict: 'warn', violations: [], unsure: [[7, 7 + unknown.length]] });
  });

  it('are known once approved, or when the judge says so', () => {
    expect(guard(unknown, { approved: [unknown] }).verdict).toBe('safe');
    const asked: string[] = [];
    const judge = (sentence: string) => {
      asked.push(sentence);
      return 'safe' as const;
    };
    expect(guard(`謝謝您的意見。${unknown}`, { judge }).verdict).toBe('safe');
    expect(asked).toEqual([unknown]);
    expect(guard(unknown, { judge: () => 'unsafe' }).verdict).toBe('warn');
  });

  it('stay broken whatever the judge says', () => {
    expect(guard('感謝您來診。', { judge: () => 'safe' }).verdict).toBe('block');
  });

  it.each(['ご意見ありがとうございます。', 'ขอบคุณค่ะ', '감사합니다'])('in another language are unsure: %s', (text) => {
    expect(guard(text).verdict).toBe('warn');
  });
});

describe('what is underlined', () => {
  it.each([
    ['您來做根管治療時，情緒很不穩定。', 'R06', /根管治療$/],
    ['您 3 月 5 日來做根管治療時情緒很不穩定。', 'R04', /不穩定$/],
  ] as const)('ends with a word: %s', (text, rule, end) => {
    const found = guard(text).violations.filter((violation) => violation.rule === rule);
    expect(found.map(({ start, end: to }) => text.slice(start, to)).join()).toMatch(end);
  });
});
