import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
const kinds = (text: string, stars: number | null) => review(text, stars).risks.map(({ kind }) => kind);

/** Where the gravest things are told in the fewest words. */
describe('grave, and told without its word', () => {
  beforeAll(() => {
    expect(loadWeights()).toBe('full');
  });
  afterAll(() => takeModel(null));

  test.each([
    '我爸在這裡住了四天就走了，沒有人告訴我們為什麼',
    '我姊開完盲腸刀隔天就沒醒來，到現在沒有人打電話來',
    '阿公在那邊插管插到沒了',
    '我們的兒子只活了三個小時，檢討報告呢',
    '說是小手術，下午叫我們去簽DNR',
    '誤診兩次，最後一次已經是末期，一個月就離開了',
    '我太太九月三號凌晨走的，36歲',
  ])('a death: %s', (text) => {
    for (const stars of [1, 5, null]) {
      const { sentiment, urgent, next } = review(text, stars);
      expect([stars, sentiment, urgent]).toEqual([stars, 'negative', true]);
      expect(kinds(text, stars)).toContain('serious-injury');
      expect(next.join()).not.toContain('感謝');
    }
  });

  test.each([
    '從我外婆還在世就在這裡看，外婆過世後換我帶小孩來，醫師仁心仁術',
    '我爸過世前都在這邊拿藥，現在換我，醫師還記得他',
    '謝謝安寧病房，阿嬤住了兩週，走得很安詳',
    '我只看了三分鐘護理師就走了，不過處理得很好',
  ])('a life that is over, and no loss: %s', (text) => {
    const { sentiment, urgent } = review(text, 5);
    expect([sentiment, urgent]).toEqual(['positive', false]);
  });

  test.each([
    '環境很棒護理師親切，唯一就是打完玻尿酸鼻尖發黑，別的醫師說要清創',
    '護理師很親切，打點滴打到整隻手臂壞死，希望快好',
    '復健老師都很用心，我爸上週從治療床摔下來，其他都好',
    '診所很乾淨，藥劑量開成大人的還好我有發現，其他都很棒',
    '醫師人很好，只是紗布忘在肚子裡，又開了一次刀',
  ])('a mishap among kind words is no mere praise: %s', (text) => {
    const { sentiment, accusation, next } = review(text, 5);
    expect(sentiment).toBe('mixed');
    expect(accusation).toBe('specific');
    expect(next.join()).not.toContain('感謝留言');
  });

  test.each([
    '在別間打到神經受損，這裡復健半年可以自己走了，謝謝',
    '開完刀有點感染，醫師天天來換藥，很負責',
    '手斷掉很痛，王醫師三兩下就接好，神醫',
    '護理師一直提醒阿嬤小心不要從床上摔下來，很細心',
  ])('what was mended here, or guarded against, is praise: %s', (text) => {
    const { sentiment, urgent } = review(text, 5);
    expect([sentiment, urgent]).toEqual(['positive', false]);
  });

  test.each([
    ['現在人在你們急診，我媽胸痛冒冷汗，叫了兩次都沒人理', 1],
    ['剛出院的阿公現在血氧剩80，衛教單上的電話打不通', null],
    ['吃了你們開的藥，現在喉嚨很緊呼吸有點困難，這正常嗎', 2],
    ['我太太在你們復健室倒下去，現在沒人理，快點叫人來', 1],
    ['請問誤吞血壓藥的小孩要去哪裡，現在叫不太醒', null],
  ])('somebody is in danger at this hour: %s', (text, stars) => {
    const { urgent, next, priority } = review(text, stars);
    expect(urgent).toBe(true);
    expect(next[0]).toContain('119');
    expect(priority).toBeGreaterThanOrEqual(95);
  });

  test.each([
    ['上次我爸在門口昏倒，櫃檯第一個衝出來，謝謝', 5],
    ['那天喘不過氣來掛急診，後來好了', 3],
    ['排隊排到快昏倒，建議多開一個櫃檯', 2],
    ['醫師是我的救命恩人，當時胸痛他馬上處理', 5],
  ])('a danger that is over or no danger: %s', (text, stars) => {
    expect(review(text, stars).next.join()).not.toContain('119');
  });

  test.each([
    '明天我帶幾個兄弟過去「掛號」，請準備好',
    '希望你們全家都得一樣的病',
    '我身上只剩一桶汽油，你們看著辦',
    '推 蓋布袋',
  ])('violence vowed or wished: %s', (text) => {
    expect(review(text, null).threat).toBe('violence');
  });
  test.each(['我帶兩個朋友過去掛號，都說讚', '希望你們全家平安健康', '祝醫師的孩子也考上醫學系'])(
    'no vow of violence: %s',
    (text) => {
      expect(review(text, null).threat).toBe('none');
    },
  );

  test.each([
    '美容師一直問我有沒有男友，還解開我的內衣',
    '做完無痛胃鏡醒來發現褲子的釦子是開的',
    '推拿師叫我脫內衣，然後從後面抱住我',
    '婦科內診沒有護理師在場，還問我一個禮拜幾次',
  ])('hands and questions where they do not belong: %s', (text) => {
    const { urgent, next } = review(text, 1);
    expect(urgent).toBe(true);
    expect(next.join()).not.toContain('騷擾或人身攻擊');
  });

  test.each(['指名粉紅制服那位，趴下來的時候風景無敵，推薦', '妝那麼濃是來上班還是來接客'])(
    'staff leered at: %s',
    (text) => {
      expect(kinds(text, 5)).toContain('harassment');
    },
  );

  test.each([
    '院長身上都是酒味，還幫我媽縫傷口',
    '護理師自己推的麻藥，我弟沒有再醒來',
    '做完舒眠醒來，我的上衣是反的',
    '主任在診間親了我妹妹',
    '診所把她麻醉的影片放上網',
    'My father walked in and never came out',
    'They gave my baby the wrong medication',
  ])('not to be thanked for, at five stars either: %s', (text) => {
    for (const stars of [5, null]) {
      const { next, sentiment } = review(text, stars);
      expect(sentiment).not.toBe('positive');
      expect(next.join()).not.toContain('感謝留言');
    }
  });

  test.each([
    '處方籤的章放在櫃台，助理自己蓋',
    '醫師教我把美容寫成車禍，保險會給，他抽兩成',
    '洗完牙耳機不見了，定位顯示還在你們診所',
    '打完才看到瓶子上寫2022年到期',
  ])('told as a plain fact: %s', (text) => {
    expect(review(text, 1).accusation).toBe('specific');
  });
});
