import { describe, expect, test } from 'vitest';
import type { FindingKind } from '../../../lib/contract/triage.ts';
import { triage } from '../../../lib/triage/index.ts';

const of = (text: string, stars: number | null = null) => triage({ text, stars });
const kinds = (text: string, stars: number | null = null): FindingKind[] => of(text, stars).risks.map((r) => r.kind);
/** Kinds that ask somebody to look into something. */
const flags = (text: string, stars: number | null = null): FindingKind[] =>
  kinds(text, stars).filter((kind) => !['opinion', 'praise', 'own-health'].includes(kind));

describe('T04: crimes told as a fact', () => {
  test.each([
    '助理幫我打針，醫師根本不在場',
    '根本沒做超音波，病歷上寫有做，這是偽造病歷',
    '收現金不開收據，問了還生氣，逃漏稅吧',
    '護理師打我阿嬤手背還把她綁在輪椅上',
    '治療師的手一直往內側摸，這是性騷擾',
    '健保卡被刷了兩次，我只看一次診，詐領健保',
    '院長酒後開刀，身上都是酒味',
    '同意書被代簽，簽名不是我的',
  ])('%s', (text) => {
    expect(kinds(text, 1)).toContain('crime-claim');
  });

  test.each([
    ['[新聞] 南部密醫落網', null],
    ['請問哪裡可以檢舉密醫？', null],
    ['櫃檯主動開收據，很清楚', 5],
    ['防詐騙宣導做得不錯', 4],
  ] as const)('none: %s', (text, stars) => {
    expect(kinds(text, stars)).not.toContain('crime-claim');
  });
});

describe('T05: hygiene', () => {
  test.each(['鑽頭沒消毒就放進我嘴裡', '打的疫苗是過期的', '肉毒沒打完混給下一個客人', '換藥室地上有沾血的棉球'])(
    '%s',
    (text) => {
      expect(kinds(text, 1)).toContain('hygiene-claim');
    },
  );

  test('a smelly toilet is an opinion', () => {
    expect(flags('廁所很臭，地板很髒', 2)).toEqual([]);
  });
});

describe('T09, T12: private life and credit', () => {
  test.each<[string, FindingKind]>([
    ['聽說院長在外面養小三，護理師都知道', 'private-life'],
    ['那個醫師家暴前妻，還敢教人帶小孩', 'private-life'],
    ['快倒了吧，聽說薪水發不出來', 'credit'],
    ['欠廠商貨款跳票，要跑路了', 'credit'],
  ])('%s', (text, kind) => {
    expect(kinds(text, 1)).toContain(kind);
  });

  test.each(['態度差得好像我欠她錢一樣', '我前夫介紹的，看診很快'])('none: %s', (text) => {
    expect(flags(text, 2)).not.toContain('credit');
    expect(flags(text, 2)).not.toContain('private-life');
  });
});

describe('T13–T15: privacy, recordings, harassment', () => {
  test.each<[string, FindingKind]>([
    ['有人知道那個短髮櫃檯的本名嗎，求全名', 'personal-data'],
    ['前面那位陳小姐來看梅毒，櫃檯念超大聲', 'personal-data'],
    ['把她罵我的錄音貼在社團了，大家去聽', 'recording'],
    ['櫃檯妹妹身材好辣，下次約喔', 'harassment'],
    ['這是我第五次留言了，為什麼不回我訊息', 'harassment'],
  ])('%s', (text, kind) => {
    expect(kinds(text)).toContain(kind);
  });

  test.each([
    ['做乳房檢查，護理師很溫柔，胸部壓得有點痛', 4],
    ['我只是想確認一下時間，櫃檯口氣很差', 2],
    ['我的電話是0912-345-678，請回電', 2],
  ] as const)('none: %s', (text, stars) => {
    expect(flags(text, stars)).toEqual([]);
  });
});

describe('T16–T18, T20, T22', () => {
  test.each<[string, FindingKind]>([
    ['沒去過，幫朋友來洗的', 'fake-engagement'],
    ['大家一起來洗負評，讓他們上不了首頁', 'fake-engagement'],
    ['千萬別去，推薦旁邊的星川診所', 'fake-engagement'],
    ['服務態度極差、環境髒亂、醫師不專業，強烈不推薦！', 'fake-engagement'],
    ['評錯地方了，我說的是隔壁那間飲料店', 'wrong-place'],
    ['日領三千，免經驗，意者加LINE', 'wrong-place'],
    ['前員工路過，面試說的跟領到的薪水差很多', 'ex-employee'],
    ['爆發諾羅群聚，院方壓著不通報，大家快逃', 'public-danger'],
    ['活著好累，昨晚把安眠藥全吞了', 'self-harm'],
  ])('%s', (text, kind) => {
    expect(kinds(text)).toContain(kind);
  });

  test.each([
    ['等到想死，排了三小時', 2],
    ['沒來過這麼乾淨的診所', 5],
    ['醫師離職了好可惜', 4],
    ['美食街的牛肉麵不錯，醫院也乾淨', 4],
  ] as const)('none: %s', (text, stars) => {
    expect(flags(text, stars)).toEqual([]);
  });

  test('an essay of stock phrases is a weak signal, never more', () => {
    const essay = '首先，服務態度不佳。其次，收費不透明。此外，等候時間過長。總而言之，不推薦。';
    const result = of(essay, 1);
    expect(result.forms).toContain('AI 生成');
    const signal = result.risks.find((r) => r.kind === 'fake-engagement');
    expect(signal?.severity).toBe('low');
    expect(signal?.confidence).toBeLessThanOrEqual(0.3);
  });
});

describe('modifiers', () => {
  const confidence = (text: string, kind: FindingKind) =>
    of(text, 1).risks.find((r) => r.kind === kind)?.confidence ?? 0;

  test('hearsay raises a claim of fact, hedging lowers it', () => {
    const plain = confidence('這間是密醫，還亂收費', 'crime-claim');
    expect(confidence('聽說這間是密醫，還亂收費', 'crime-claim')).toBeGreaterThan(plain);
    expect(confidence('我覺得這間好像是密醫，還亂收費', 'crime-claim')).toBeLessThan(plain);
  });

  test('the note says where it comes from', () => {
    const [risk] = of('聽說這間是密醫，還亂收費', 1).risks.filter((r) => r.kind === 'crime-claim');
    expect(risk?.why).toContain('聽聞');
  });
});

describe('the form 「不實爆料」', () => {
  test.each([
    '聽說這間是密醫，大家小心',
    '聽說那個推拿師摸過好幾個女生，最後都私下和解',
    '院長在外面養小三啦，老婆還不知道',
    '據說這間快倒了，房租都付不出來',
    '聽說他們害人流產，還不認帳',
  ])('what others are said to have told, or talk: %s', (text) => {
    expect(of(text, 1).forms).toContain('不實爆料');
  });

  test.each([
    // The writer's own health, and nothing else claimed.
    '我有憂鬱症，聽說這裡的醫師很有耐心才來，結果等了三個小時',
    '我去年流產過，朋友說這間不錯，可是櫃檯態度很差',
    '朋友說這間不錯，我去年流產過，櫃檯還一直問',
    // What happened to the writer; that others said something has nothing to do with it.
    '朋友說這間不錯。結果8月3日我媽媽開刀，醫師剪錯邊，後來病歷還被改過',
    // Only sounds so.
    '他們是不是被健保停約了，我看門口貼一張公告寫暫停健保',
    // Own employment, and where somebody lives: other kinds.
    '離職員工，薪水常常晚發',
    '他小孩念光澄國小三年二班，每天四點半阿嬤騎機車去接，敢做就不要怕人家知道',
  ])('not: %s', (text) => {
    expect(of(text, 1).forms).not.toContain('不實爆料');
  });
});
