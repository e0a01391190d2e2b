import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compose } from '../../../lib/drafting/compose.ts';
import { triage } from '../../../lib/triage/index.ts';
import { takeModel } from '../../../lib/triage/model/state.ts';
import { loadWeights } from '../../../scripts/weights.ts';

const review = (text: string, stars: number | null) =>
  triage({
    text,
    stars,
    site: stars === null ? 'facebook' : 'google-maps',
    kind: stars === null ? 'comment' : 'review',
  });

beforeAll(() => {
  expect(loadWeights()).toBe('full');
});
afterAll(() => takeModel(null));

/** Mishaps told in passing: kind words and stars do not take them away. */
describe('told among kind words', () => {
  const told = (text: string): void => {
    for (const stars of [5, null]) {
      const { accusation, next, sentiment } = review(text, stars);
      expect([stars, accusation]).toEqual([stars, 'specific']);
      expect(sentiment).not.toBe('positive');
      expect(next.join()).not.toContain('感謝留言');
    }
  };

  test.each([
    '藥師都笑咪咪的，藥袋上貼的是別人的名字，吃了一天才發現',
    '護理師很熱心，把隔壁床的藥發給我外婆吃，後來有說對不起',
    '技術很好不會痛，我說是右邊喔，醫師啊一聲才換邊',
    '打完才想到我痛的是另一腳，醫師說順便保養，人很好',
    '動作快，病歷寫過敏，代班醫師沒看就開，臉腫了兩天，櫃台很客氣',
    '左肩痛他打右肩，醫師親切沒話說',
  ])('the wrong side, drug or person: %s', told);

  test.each([
    '醫師細心，回診換藥才夾出一塊紗布，謝謝他',
    '抽血不痛，只是止血帶忘了拆，手紫了才看到，小姐很可愛',
    '做完很舒服，燈都關了我還躺在裡面，他們以為沒人了',
    '醫師溫柔，療程中一個小零件掉到喉嚨我吞下去了，說會自己出來',
  ])('something, or somebody, left behind: %s', told);

  test.each([
    '老師很用心，熱敷敷到睡著，起來腰上一排水泡，冰一冰就繼續做',
    '環境漂亮，外公從治療床下來沒人扶跌了一跤，大家都有來關心',
    '拔完智齒半年下巴還是麻的，醫師都不收掛號費，人超好',
    '整完脊很療癒，隔天脖子轉不過去，別的醫院說椎間盤跑出來要開刀',
    '師傅很有力，喀一聲肋骨就裂了，哈哈',
  ])('hurt by care: %s', told);

  test.each([
    '櫃台螢幕沒關，我看到前面那位小姐的病歷，小姐人很好',
    '看完隔天就接到保險業務打來，連我動什麼手術都知道，環境不錯',
    '服務親切，紙袋背面印著其他病人的就診單，超環保',
    '報告直接寄到公司給人資，還是拆開的，抽血的姊姊很溫柔',
    '系統很方便，把網址後面號碼改一下就看到下一個人的報告',
  ])('data of a patient shown or passed on: %s', told);

  test.each([
    '醫師很專業，漱口杯底有口紅印，小建議可以洗乾淨一點',
    '藥膏有效，回家看日期是去年三月，擦完才看到',
    '治療椅上還有上一位的血，助理擦掉請我躺，補得很好',
    '漂亮小姐直接在諮詢室幫我打玻尿酸，不用等醫師',
    '醫師很幽默，早上就聞得到一點酒味，縫得很漂亮',
  ])('dirt, dates and hands that may not: %s', told);

  test.each([
    '謝謝醫師，都說是胃發炎要我放輕鬆，上個月別科切片出來第四期',
    '監測器一直叫他們說是夾子鬆了，等人來孩子已經沒有了，護理師陪我們哭',
    '打完下巴左眼現在只看得到光，醫師天天傳訊息關心',
  ])('too late, or for good: somebody is told today: %s', (text) => {
    for (const stars of [5, null]) {
      const { urgent, risks } = review(text, stars);
      expect([stars, urgent]).toEqual([stars, true]);
      expect(risks.map(({ kind }) => kind)).toContain('serious-injury');
    }
  });

  test('nothing to be glad of is answered gladly', () => {
    const text = '醫師很年輕很細心，療程中有個小零件掉到喉嚨裡我吞下去了';
    const draft = compose({
      triage: review(text, 4),
      text,
      stars: 4,
      site: 'google-maps',
      clinic: null,
      tone: 'warm',
      seed: 1,
    });
    expect(draft.text).not.toMatch(/鼓勵|開心|感動|肯定/);
  });
});

/** What sounds like it and is none: routine, feared, guarded against, mended here. */
describe('left alone', () => {
  test.each([
    '打完雷射紅紅的三天就退了，事前都有講',
    '護理師抽血前核對名字兩次，怕打錯人，很細心',
    '在別間留了斷針在裡面，這裡的醫師用顯微鏡夾出來，大推',
    '阿嬤下診療椅腳軟，助理一把扶住沒跌倒',
    '器械都當面拆封，手套每個人都換',
    '櫃台叫號不叫全名，病歷也蓋起來，很注重隱私',
    '別家說是痔瘡，這裡醫師堅持做大腸鏡，早期發現切乾淨了',
    '護理師拔完針還會數一次，確認沒有漏',
    '拔完牙臉腫得像饅頭，醫師說正常，第四天就消了',
    '新生兒黃疸照護講得很清楚，安心',
  ])('%s', (text) => {
    const { accusation, urgent } = review(text, 5);
    expect([accusation, urgent]).toEqual(['none', false]);
  });

  test('who speaks for the place accuses nobody', () => {
    expect(review('沒有吧 我洗牙三次都沒感染 同行來黑的', null).accusation).toBe('none');
    expect(review('哪有護理師打錯針還回說很正常的，我爸整條手腫起來', null).accusation).toBe('specific');
  });

  test.each(['護理師貼錯膠布馬上重貼，很溫柔', '藥師發現大醫院的藥跟這裡開的會衝到，打電話請醫師換'])(
    'no other place is meant: %s',
    (text) => {
      expect(review(text, 5).risks.map(({ kind }) => kind)).not.toContain('wrong-place');
    },
  );
});

describe('in danger at this hour', () => {
  test.each(['我爸還在你們二樓流血不止，鐵門拉下來是怎樣，快點開門', '寶寶剛打完針回家高燒41度一直抽，拜託有人回一下'])(
    '%s',
    (text) => {
      expect(review(text, null).next[0]).toContain('119');
    },
  );
});
