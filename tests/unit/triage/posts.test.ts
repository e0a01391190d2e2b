import { describe, expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';
import { cpuMs } from '../cpu.ts';

/** What posts and pushes say in a few letters, and what sounds alike and is harmless. */
const post = (text: string) => triage({ text, stars: null, site: 'ptt', kind: 'comment' });

describe('violence in so many words, whatever the mood of the push', () => {
  test.each([
    '推 賞他兩拳看他還笑不笑得出來',
    '真想一拳把院長的牙打斷',
    '恨不得把那個護理師的臉打腫',
    '有種別跑，林北就在巷口等你',
    '大家各帶一桶餿水過去',
    '再刪我評論，我就去你們店裡掀桌',
    '院長那台賓士停在後面，順手幫他刮個兩道',
    '門面裝潢那麼新，可惜不耐燒',
    '你全家的照片我都留著',
    '奉勸院長先把遺囑寫好',
    '我一定共伊的手骨拍斷',
    '摃予伊袂振動',
  ])('%s', (text) => {
    expect(post(text).threat).toBe('violence');
    expect(post(text).urgent).toBe(true);
  });

  test.each([
    '醫師說給他一刀就好，粉瘤十分鐘就拿掉了',
    '我媽說再熬夜就打斷我的腿，所以乖乖來看診',
    '跌倒把牙齒撞斷，醫師補得看不出來',
    '在電視上看到有人說要去店裡掀桌，拜託不要這樣',
    '我的車停在診所後面被刮花，櫃檯幫忙調監視器',
    '老公下班在門口等我，一起去領藥',
    '防火門有標示，逃生動線清楚',
    '預立醫囑跟遺囑怎麼寫，社工講得很清楚',
    '打球把鼻樑撞歪，這位醫師喬得很漂亮',
    '哈哈真想把他的零食一拳打爛，太愛吃了',
  ])('none: %s', (text) => {
    expect(post(text).threat).toBe('none');
  });
});

describe('abuse that is hidden or alluded to', () => {
  test.each([
    '那間的主任就是個王X蛋',
    '他Ｘ的是在兇什麼',
    '櫃檯就ㄐㄅ人一個',
    'NC護士 只會翻白眼',
    '掛號那位智ㄓㄤˋ',
    '一條老狗 佔著位子不退休',
    '🐶也會開藥喔 長見識了',
    '披著白袍的流氓',
    '根本從豬圈放出來的',
    '這個醫生有夠阿里不達',
    '榕醫 不解釋',
  ])('%s', (text) => {
    expect(post(text).insult).not.toBe('none');
  });

  test.each([
    '我真的智障，健保卡放在家裡還跑來',
    '有詐騙集團冒充診所打電話，請大家小心',
    '我家養了一條老狗，鄰居推薦這間獸醫',
    '照X光的小姐很親切，X的那台機器很新',
    '公園那棵大榕樹旁邊就是診所',
    '狗狗看到醫師就汪汪叫 超可愛',
    '辣雞便當店樓上那間牙醫',
    '他x光照了兩張就說好了',
  ])('none: %s', (text) => {
    expect(post(text).insult).toBe('none');
  });
});

test('a look for blows takes no longer the longer the text', () => {
  const time = (n: number): number => cpuMs(() => post('有種別跑真想賞他一拳打歪，'.repeat(n)));
  time(50);
  expect(time(4000)).toBeLessThan(400 + 40 * time(200));
});
