import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';
import { takeModel } from '../../../lib/triage/model/state.ts';
import { loadWeights } from '../../../scripts/weights.ts';

const comment = (text: string) => triage({ text, stars: null, site: 'dcard', kind: 'comment' });
const review = (text: string, stars: number) => triage({ text, stars, site: 'google-maps', kind: 'review' });

/** Under a post most people speak with each other, not of the clinic. */
describe('chatter', () => {
  beforeAll(() => {
    expect(loadWeights()).toBe('full');
  });
  afterAll(() => takeModel(null));

  test.each([
    '三樓在鬼扯什麼啦',
    '可憐 連原PO都不知道自己在問什麼',
    'B7 根本我本人',
    '噓 標題跟內文對不起來',
    '這篇好長 有人可以濃縮一下嗎',
    '鄉民又開始吵架了',
    '先看保單有沒有包含再說吧',
    '健保費又要漲 薪水都不漲',
    '衛福部每次開完會都沒下文',
    '台灣人感冒真的太愛跑急診',
    '護理系的學妹說大夜班上到懷疑人生',
    '我下輩子想當牙醫 收錢收到手軟',
    '喝酒的時候不要配頭孢 會出事',
    '我也好想割雙眼皮嗚嗚',
    '有沒有推薦的耳鼻喉科 最好醫生有耐心 先感謝大家',
  ])('is neither praise nor complaint: %s', (text) => {
    expect(comment(text).sentiment).toBe('neutral');
  });

  test.each([
    '同三樓 這間櫃檯真的很兇',
    '推這篇 我媽也被這樣對待',
    '噓 內文都是真的 我就是苦主 態度有夠差',
    '健保給付的項目還要跟我收三千 太扯',
    '急診不是服務業 但也不用對病人大小聲',
    '台灣人就是好騙 才被這間賺這麼多 爛診所',
    '拔牙的時候不要選這間 技術很差',
    '2樓的抽血櫃台只開一個，效率真的可笑',
    '單子印錯害我從3樓又跑去樓下，時間很多嗎',
  ])('… where the clinic is meant it is a complaint: %s', (text) => {
    expect(comment(text).sentiment).toBe('negative');
  });

  test.each([
    '9樓的護理人員很細心，謝謝你們',
    '台灣人真的比較信任這種大醫院，服務好',
    '樓上說得沒錯 這間醫師真的很仔細',
    '有沒有人跟我一樣大推這間 醫師超仔細',
    '這家真的沒得嫌 快去約',
  ])('… or praise: %s', (text) => {
    expect(comment(text).sentiment).toBe('positive');
  });

  test('whom a threat is meant for is no matter', () => {
    expect(comment('樓上去死 我知道你住哪').threat).toBe('violence');
    expect(comment('原po把那個護理師的本名跟地址貼出來').risks.map(({ kind }) => kind)).toContain('personal-data');
  });

  test('who pressed the wrong stars is believed by his words', () => {
    expect(review('星星按錯了改不回來，醫師很細心', 1).sentiment).toBe('positive');
    expect(review('星星按錯了，應該給零顆，態度惡劣', 5).sentiment).toBe('negative');
    expect(review('很細心', 1).sentiment).not.toBe('neutral');
  });
});
