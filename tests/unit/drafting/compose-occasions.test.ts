import { describe, expect, it } from 'vitest';
import { BANKS, type ComposeInput, compose } from '../../../lib/drafting/index.ts';
import { complaint, parse, risk, triage } from './support.ts';

const clinic = parse({
  name: '安禾診所',
  phones: ['02-2712-3456'],
  hours: '週一至週六 9:00–18:00',
  steps: { attitude: ['每季的同仁溝通訓練'] },
});

const input = (parts: Partial<ComposeInput> = {}): ComposeInput =>
  complaint({
    triage: triage({ aspects: { attitude: 'neg' } }),
    text: '櫃檯講話很兇，問什麼都不耐煩。',
    clinic,
    ...parts,
  });
const made = (parts: Partial<ComposeInput>, seeds = 20) =>
  Array.from({ length: seeds }, (_, seed) => compose(input({ seed, ...parts })));
const every = (parts: Partial<ComposeInput>, seeds = 20): string[] =>
  made(parts, seeds).flatMap(({ text, alternatives }) => [text ?? '', ...alternatives]);
const first = (parts: Partial<ComposeInput>, seeds = 20): string[] => made(parts, seeds).map(({ text }) => text ?? '');
const sentences = (text: string): string[] => text.split(/(?<=。)/).filter((one) => one !== '');

const SORRY = /遺憾|抱歉|歉|過意不去|不捨|難過/;
const neutral = triage({ sentiment: 'neutral' });

describe('a reply that says little, where little is to be said', () => {
  it('tells staff that a death is spoken of, and not that somebody looked at it', () => {
    const draft = compose(input({ text: '我媽去年在這裡過世，沒有人跟我們說明。' }));
    expect(draft.note).toMatch(/離世/);
    expect(draft.note).not.toMatch(/已由/);
    expect(draft.text).not.toMatch(/訓練|服務態度/);
  });

  it('regrets nothing where no word speaks of care, whatever else is complained of', () => {
    const noodles = triage({ aspects: { attitude: 'neg', booking_wait: 'neg' }, risks: [risk('wrong-place')] });
    for (const one of every({ triage: noodles, text: '湯太鹹，等了半小時才上菜，服務生臉很臭' }))
      expect(one).not.toMatch(SORRY);
  });

  it('comforts nobody who despises others', () => {
    const hate = triage({ aspects: { environment: 'neg' }, risks: [risk('discrimination')] });
    for (const one of every({ triage: hate, text: '一堆印尼仔來看牙，候診室臭死了' })) expect(one).not.toMatch(SORRY);
  });

  it('regrets nothing where another place is meant, or nobody’s experience', () => {
    const beef = triage({ aspects: { environment: 'neg' }, risks: [risk('wrong-place')] });
    for (const one of every({ triage: beef, text: '牛肉麵很難吃，湯是冷的' })) {
      expect(one).not.toMatch(SORRY);
      expect(one).not.toMatch(/歡迎/);
    }
    const bought = triage({ aspects: { other: 'neg' }, risks: [risk('fake-engagement')], threat: 'legal' });
    expect(compose(input({ triage: bought, text: '今晚準時開洗，截圖抽飲料' })).note).toMatch(/檢舉/);
    const glad = triage({ sentiment: 'positive', aspects: { attitude: 'pos' }, risks: [risk('fake-engagement')] });
    expect(compose(input({ triage: glad, text: '之前誤會了，其實很親切', stars: 5 })).note).toBeUndefined();
  });

  it('takes a remark for no complaint, and says that it needs no answer', () => {
    for (const one of every({ triage: neutral, text: '晚餐吃什麼', stars: null, site: 'dcard' })) {
      expect(one).not.toMatch(/檢討|檢視|抱歉|02-2712/);
    }
    expect(compose(input({ triage: neutral, text: '晚餐吃什麼', stars: null, site: 'dcard' })).note).toMatch(
      /不必回覆/,
    );
    expect(compose(input({ triage: neutral, text: '路過', stars: null })).note).toBeUndefined();
  });

  it('is sorry for nothing where nothing is felt', () => {
    const said = triage({ sentiment: 'neutral', aspects: { other: 'neg' } });
    for (const one of every({ triage: said, text: '已私訊，謝謝小編', stars: null })) expect(one).not.toMatch(SORRY);
    expect(first({ triage: said, text: '已私訊', stars: 1 }).join()).toMatch(SORRY);
  });

  it('takes three stars and 普通 for what they are', () => {
    const low = triage({ aspects: { other: 'neg' } });
    for (const one of every({ triage: low, text: '普普通通', stars: 3 })) expect(one).not.toMatch(SORRY);
    expect(first({ triage: low, text: '普普通通', stars: 1 }).join()).toMatch(SORRY);
    expect(compose(input({ triage: low, text: '普通', stars: null, site: 'facebook' })).note).toBeUndefined();
  });

  it('thanks for the stars alone where the words praise nothing', () => {
    for (const draft of made({ triage: neutral, text: '急症轉診，直接急診內科留觀', stars: 5 })) {
      expect(draft.sentences.map(({ purpose }) => purpose)).toEqual(['thanks', 'closing']);
      expect(draft.text).not.toMatch(/好開心|暖暖|打氣/);
    }
  });

  it('answers a word or two with a few sentences', () => {
    const draft = compose(input({ triage: triage({ aspects: { other: 'neg' } }), text: '爛' }));
    expect(draft.sentences.map(({ purpose }) => purpose)).toEqual(['thanks', 'empathy', 'channel']);
  });
});

describe('words to the staff', () => {
  it('are in the language of the screen, whatever the clinic drafts in', () => {
    const threat = triage({ threat: 'violence' });
    const suit = triage({ threat: 'legal' });
    for (const language of ['zh-TW', 'en'] as const) {
      const own = { clinic: parse({ name: 'x', language }) };
      expect(compose(input({ ...own, triage: threat, screen: 'en' })).noReply?.reason).toMatch(/^The text/);
      expect(compose(input({ ...own, triage: threat })).noReply?.reason).toMatch(/內容/);
      expect(compose(input({ ...own, triage: suit, screen: 'en' })).note).toMatch(/^The text/);
      expect(compose(input({ ...own, triage: suit })).note).toMatch(/^內容/);
      expect(compose(input({ ...own, triage: suit, screen: 'en' })).text).toMatch(/您/);
    }
  });
});

describe('animals', () => {
  const vet = parse({ name: '好伴動物醫院', phones: ['02-2712-3456'] });
  const bad = triage({ aspects: { attitude: 'neg', medical: 'neg' }, accusation: 'specific' });

  it('keeps no secrets of a person where a beast was treated', () => {
    for (const tone of ['warm', 'formal', 'brief'] as const) {
      for (const one of every({ triage: bad, text: '洗牙完一直流血', clinic: vet, tone }))
        expect(one).not.toMatch(/保密|隱私/);
      for (const one of every({ triage: bad, text: '我家柴犬洗牙完一直流血', tone }))
        expect(one).not.toMatch(/保密|隱私/);
    }
    for (const text of ['櫃檯把人當狗罵，藥也開錯', '被狗咬去打針，傷口化膿']) {
      expect(every({ triage: bad, text }).join(), text).toMatch(/保密|隱私/);
    }
  });

  it('answers the loss of a pet with care, and not with a training', () => {
    for (const text of ['柴犬結紮麻醉後就沒醒來，已經火化了', '貓咪住院三天就走了，一句對不起都沒有']) {
      for (const draft of made({ triage: bad, text, clinic: vet })) {
        expect(draft.text).toMatch(/沉重|不捨|遺憾|傷痛|沉痛|難過/);
        expect(draft.text).not.toMatch(/服務|訓練|檢討|隱私|保密/);
        expect(draft.note).toMatch(/寵物/);
      }
    }
    const thanks = triage({ sentiment: 'positive', aspects: { attitude: 'pos' } });
    for (const one of every({ triage: thanks, text: '貓咪最後還是走了，謝謝醫師', stars: 5, clinic: vet })) {
      expect(one).not.toMatch(/開心|嗨|暖暖|加油/);
    }
    const left = triage({ aspects: { attitude: 'neg' } });
    expect(first({ triage: left, text: '櫃檯很兇，抱著貓看完就走了', clinic: vet }).join()).toMatch(/服務/);
  });
});

describe('threats and scorn', () => {
  const suit = triage({ aspects: { price: 'neg' }, threat: 'legal' });

  it('names no subject, praises nothing and promises nothing to who threatens', () => {
    for (const one of every({ triage: suit, text: '拿十萬出來和解，不然法院見' })) {
      expect(one).not.toMatch(/收費|費用|配合|寶貴|真誠|感謝您直言/);
      expect(sentences(one).length).toBeLessThanOrEqual(3);
    }
  });

  it('neither admits nor improves where somebody is said to have been molested', () => {
    const drafts = made({ triage: triage({ aspects: { other: 'neg' } }), text: '聽說那個醫師會摸女病人' });
    for (const { text, note } of drafts) {
      expect(text).not.toMatch(/流程|檢討|改善/);
      expect(note).toMatch(/律師/);
    }
  });

  it('answers no claim of a bribe with a price list, and no claim of an assault with a training', () => {
    const bribe = triage({
      aspects: { price: 'neg', attitude: 'neg' },
      accusation: 'specific',
      risks: [risk('crime-claim')],
    });
    for (const one of every({ triage: bribe, text: '手術前一天私下要紅包，還把我阿公綁在輪椅上' })) {
      expect(one).not.toMatch(/訓練|價目表|收費|改善|抱歉/);
    }
    const ours = { ...bribe, aspects: { attitude: 'neg' } } as const;
    for (const text of ['自己是虐待狂嗎', '手機被偷走了']) {
      expect(first({ triage: ours, text }).join(), text).toMatch(/態度/);
    }
    const cheated = triage({ aspects: { price: 'neg' }, accusation: 'general', risks: [risk('crime-claim')] });
    expect(first({ triage: cheated, text: '一開始說十萬，後來加五萬，感覺被騙' }).join()).toMatch(/收費|費用/);
  });

  it('is sorry for nothing and betters nothing where a crime, debts, dirt or danger is claimed', () => {
    const claims = [
      ['crime-claim', '健保卡還會拿來多刷'],
      ['credit', '聽說這間快倒了，薪水發不出來'],
      ['hygiene-claim', '探針沒消毒就換下一個人'],
      ['public-danger', '確診的護理師還在上班，大家不要去'],
    ] as const;
    for (const [kind, text] of claims) {
      const found = triage({
        aspects: { medical: 'neg', price: 'neg' },
        accusation: 'specific',
        risks: [{ ...risk(kind), end: text.length }],
      });
      for (const tone of ['warm', 'formal', 'brief'] as const) {
        for (const draft of made({ triage: found, text, tone }, 10)) {
          for (const one of [draft.text ?? '', ...draft.alternatives]) {
            expect(one, kind).not.toMatch(SORRY);
            expect(one, kind).not.toMatch(/檢討|檢視|改善|調整|收費|費用|醫療品質|訓練|感謝|謝謝/);
            expect(sentences(one).length).toBeLessThanOrEqual(4);
          }
          expect(draft.note).toMatch(/不承認也不否認/);
        }
      }
    }
  });

  it('takes what is only a hunch, a feeling or a street thief for the complaint it is', () => {
    const hunch = { ...risk('crime-claim'), confidence: 0.3 };
    const rude = triage({ aspects: { attitude: 'neg' }, risks: [hunch] });
    expect(first({ triage: rude, text: '櫃檯態度很差' }).join()).toMatch(/服務/);
    const dirty = triage({ aspects: { environment: 'neg' }, risks: [risk('hygiene-claim')], accusation: 'general' });
    expect(first({ triage: dirty, text: '廁所很髒' }).join()).toMatch(/環境/);
  });

  it('answers what is urgent without a word of who is right, and a loss with care', () => {
    const urgent = triage({ aspects: { medical: 'neg', attitude: 'neg' }, urgent: true });
    for (const draft of made({ triage: urgent, text: '護理師把人推倒在地上' })) {
      expect(draft.text).not.toMatch(/檢討|檢視|改善|訓練|抱歉/);
      expect(draft.note).toMatch(/不承認也不否認/);
    }
    for (const draft of made({ triage: urgent, text: '麻醉之後人就沒有再醒來' })) {
      expect(draft.text).toMatch(/沉重|不捨|遺憾|傷痛|沉痛|難過/);
      expect(draft.text).not.toMatch(/檢討|檢視|改善|訓練/);
    }
  });

  it('guesses at no colleague who tells of the pay', () => {
    const left = triage({ aspects: { other: 'neg' }, accusation: 'specific', risks: [risk('ex-employee')] });
    for (const { text, note } of made({ triage: left, text: '加班費沒有、勞保低報，離職了才敢說' })) {
      expect(text).not.toMatch(/服務|抱歉|遺憾|保密/);
      expect(note).toMatch(/不要猜測/);
    }
  });

  it('thanks for no remark on anybody’s looks, and regrets no gossip', () => {
    const leer = triage({ sentiment: 'positive', aspects: { attitude: 'pos' }, risks: [risk('harassment')] });
    const remark = { ...risk('harassment'), severity: 'low' as const };
    for (const { text, note } of made({ triage: { ...leer, risks: [remark] }, text: '女醫師腿超讚', stars: null })) {
      expect(text).not.toMatch(/肯定|鼓勵|稱讚|好評/);
      expect(note).toMatch(/不回覆/);
    }
    const gossip = triage({ aspects: { other: 'neg' }, risks: [risk('private-life')] });
    for (const one of every({ triage: gossip, text: '院長離了三次婚', stars: null })) {
      expect(one).not.toMatch(SORRY);
      expect(one).not.toMatch(/謝|歡迎/);
    }
  });

  it('finds no praise in stars given for scorn', () => {
    const scorn = triage({ sentiment: 'positive', aspects: { booking_wait: 'neg' } });
    for (const one of every({ triage: scorn, text: '等了三小時，真是超值的體驗', stars: 5 })) {
      expect(one).not.toMatch(/肯定|鼓勵|珍惜/);
    }
    const mocked = triage({ sentiment: 'negative', sarcasm: true, aspects: { attitude: 'pos', price: 'neg' } });
    for (const one of every({ triage: mocked, text: '服務真是親切，很會把人當盤子' })) {
      expect(one).not.toMatch(/肯定|鼓勵/);
    }
  });
});

describe('no two replies alike', () => {
  it('says again no sentence of the last five replies', () => {
    const recent: string[] = [];
    for (let seed = 0; seed < 5; seed += 1) recent.unshift(compose(input({ seed, recent, clinic: null })).text ?? '');
    const { text } = compose(input({ seed: 99, recent, clinic: null }));
    // The oldest of the five counts as the newest does.
    for (const used of recent) {
      const again = sentences(text ?? '').filter((one) => used.includes(one));
      expect(again).toEqual([]);
    }
  });

  it('tells the one step of a profile in two drafts of four at most', () => {
    for (const { text, alternatives } of made({})) {
      const told = [text ?? '', ...alternatives].filter((one) => one.includes('溝通訓練'));
      expect(told.length).toBeLessThanOrEqual(2);
    }
  });

  it('speaks otherwise in another tone', () => {
    let same = 0;
    for (let seed = 0; seed < 20; seed += 1) {
      const warm = sentences(compose(input({ seed, clinic: null })).text ?? '');
      const formal = compose(input({ seed, clinic: null, tone: 'formal' })).text ?? '';
      same += warm.filter((one) => formal.includes(one)).length;
      expect(warm.join('')).not.toMatch(/謹|電洽|專責窗口|審慎/);
      expect(formal).not.toMatch(/聊|多談一些|聽您說/);
    }
    expect(same).toBeLessThanOrEqual(8);
  });

  it('is brief when it is to be brief', () => {
    const brief = first({ tone: 'brief' }, 40);
    for (const one of brief) expect(sentences(one).length).toBeLessThanOrEqual(3);
    const length = brief.reduce((sum, one) => sum + one.length, 0) / brief.length;
    expect(length).toBeLessThan(70);
    for (const one of brief) expect(one).toMatch(/遺憾|歉|過意不去|理解|不捨|難過/);
  });
});

describe('what is answered is what was said', () => {
  it('speaks of calls and booking, not of the waiting room, to who cannot get through', () => {
    const lost = triage({ aspects: { booking_wait: 'neg' } });
    for (const one of every({ triage: lost, text: '電話永遠打不通，打了二十通都沒人接' })) {
      expect(one).not.toMatch(/等候|尖峰/);
      expect(one).toMatch(/電話|預約/);
    }
    for (const one of every({ triage: lost, text: '預約三點，等了一個小時才看到' })) expect(one).toMatch(/等候/);
  });

  it('tells how copies of charts are had', () => {
    for (const aspects of [{ information: 'neg' }, { medical: 'neg' }] as const) {
      for (const tone of ['warm', 'formal', 'brief'] as const) {
        for (const one of first({ triage: triage({ aspects }), tone, text: '申請病歷影本拖了一個月都不給' })) {
          expect(one).toMatch(/病歷複製本/);
        }
      }
    }
    expect(first({ triage: triage({ aspects: { medical: 'neg' } }), text: '病歷拿錯，差點吃錯藥' }).join()).not.toMatch(
      /病歷複製本/,
    );
  });

  it('does not answer an alleged error with better explanations', () => {
    const error = triage({ aspects: { medical: 'neg' } });
    for (const one of every({ triage: error, text: '傷口根本沒縫好，血還在流' }))
      expect(one).not.toMatch(/說明的方式|溝通/);
    expect(every({ triage: error, text: '醫師都不解釋，問了也不說明' }, 40).join()).toMatch(/說明的方式|溝通/);
  });

  it('puts a deed where a deed belongs and a thing where a thing does', () => {
    const steps = { attitude: ['增加尖峰時段的人力'], price: ['自費項目價目表'] };
    const own = parse({ steps });
    for (const one of every({ clinic: own })) expect(one).not.toMatch(/有增加|備有|提供增加/);
    for (const one of every({ clinic: own, triage: triage({ aspects: { price: 'neg' } }), text: '太貴' })) {
      expect(one).not.toMatch(/(?:做法|安排)是自費項目價目表/);
    }
  });

  it('tells no step that is beside the point', () => {
    const own = parse({ steps: { price: ['自費項目價目表'], booking_wait: ['線上預約', '看診進度查詢'] } });
    const fee = { clinic: own, triage: triage({ aspects: { price: 'neg' } }) };
    for (const one of every({ ...fee, text: '停車費一小時一百，太貴' })) expect(one).not.toMatch(/價目表/);
    expect(every({ ...fee, text: '自費項目太貴' }).join()).toMatch(/價目表/);
    const lost = { clinic: own, triage: triage({ aspects: { booking_wait: 'neg' } }) };
    for (const one of every({ ...lost, text: '網路掛號一直當機' }))
      expect(one).not.toMatch(/我們.{0,6}有線上預約|進度查詢/);
  });

  it('names privacy, parking and smoke as they are called', () => {
    const place = triage({ aspects: { environment: 'neg' } });
    const named = (text: string): string => every({ triage: place, text }, 30).join();
    expect(named('診間的話外面都聽得到，完全沒有隱私')).toMatch(/隱私維護/);
    expect(named('門口一堆人抽菸')).toMatch(/禁菸/);
    expect(named('輪椅根本進不去')).toMatch(/無障礙環境/);
    expect(every({ triage: triage({ aspects: { other: 'neg' } }), text: '叫全名，完全沒有隱私' }, 30).join()).toMatch(
      /隱私/,
    );
  });

  it('praises no wait', () => {
    const praise = triage({ sentiment: 'positive', aspects: { attitude: 'pos', booking_wait: 'pos' } });
    for (const one of every({ triage: praise, text: '櫃檯親切，預約也方便', stars: 5 }))
      expect(one).not.toMatch(/等候/);
  });

  it('thanks for what is praised in a complaint, and not for what triage only thinks is', () => {
    const both = triage({ aspects: { environment: 'neg', attitude: 'pos' }, evidence: { attitude: [[6, 8]] } });
    expect(every({ triage: both, text: '動線很差，護理師都很親切，但是停車場一位難求' }).join()).toMatch(/服務態度/);
    const fees = triage({ aspects: { environment: 'neg', price: 'pos' } });
    for (const one of every({ triage: fees, text: '停車場很難停，繳費機還一直叫人投錢，謝謝' })) {
      expect(one).not.toMatch(/收費/);
    }
  });

  it('keeps the privacy of patients, not of applicants or of creditors', () => {
    const job = triage({ aspects: { other: 'neg' }, accusation: 'specific', risks: [risk('ex-employee')] });
    const money = triage({ aspects: { price: 'neg' }, accusation: 'specific', risks: [risk('credit')] });
    for (const one of every({ triage: money, text: '聽說快倒了，錢趕快去要回來' }))
      expect(one).not.toMatch(/保密|醫療/);
    for (const one of every({ triage: job, text: '去面試助理，院長問我什麼時候要生小孩' })) {
      expect(one).not.toMatch(/保密|隱私|醫療/);
    }
  });

  it('gives thanks and regret in one push line', () => {
    const fair = triage({ sentiment: 'mixed', aspects: { attitude: 'neg', medical: 'pos' } });
    for (const one of every({ triage: fair, text: '醫師專業，櫃檯很兇', stars: null, site: 'ptt', tone: 'brief' })) {
      expect(one).toMatch(/鼓勵|肯定/);
      expect(one).toMatch(/抱歉/);
    }
  });

  it('announces no explanation on a board, for none follows', () => {
    for (const text of [...BANKS['zh-TW'].statement, ...BANKS['zh-TW'].statementNamed]) {
      expect(text).not.toMatch(/如下|以下|回覆。/);
    }
  });
});

describe('a question', () => {
  const asked = (text: string, parts: Partial<ComposeInput> = {}) =>
    first({ triage: neutral, text, stars: null, ...parts });

  it('about hours is answered from the profile', () => {
    for (const one of asked('請問你們禮拜六有看診嗎？')) expect(one).toContain('週一至週六 9:00–18:00');
    for (const one of asked('营业时间到几点', { clinic: null })) expect(one).toMatch(/公告|櫃台|詢問|聯絡/);
  });

  it('about a price is no question of health', () => {
    for (const one of asked('請問自費流感疫苗一劑多少錢？')) expect(one).not.toMatch(/因人而異|就醫|醫師當面/);
  });

  it('is told where to ask, once, and is not promised to be listened to', () => {
    for (const one of asked('請問可以刷卡嗎？')) {
      expect(one).not.toMatch(/聆聽|聽您說|多談/);
      expect(one).toContain('02-2712-3456');
    }
    for (const one of asked('請問可以刷卡嗎？', { clinic: null })) expect(sentences(one).length).toBe(2);
  });
});

describe('notes that fit the steps', () => {
  const fake = (statutes: string[]) =>
    triage({ sentiment: 'negative', risks: [{ ...risk('fake-engagement'), statutes }] });

  it('does not send anybody to the platform who says that the clinic buys its stars', () => {
    const text = '這些五星都是員工刷的';
    expect(compose(input({ triage: fake(['公平法21', '公平法25']), text, stars: 1 })).note).toMatch(
      /先內部確認.*不要檢舉/,
    );
    expect(compose(input({ triage: fake([]), text: '一人一星，大家一起來', stars: 1 })).note).toMatch(/向平台檢舉/);
  });
});
