import { describe, expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';

const threat = (text: string, stars: number | null = null) => triage({ text, stars }).threat;

describe('violence', () => {
  test.each([
    '信不信我叫兄弟去把你們診所砸了',
    '再敢對我媽大小聲一次，我保證你走不出這個門',
    '明天等開門我就去潑漆，反正我爛命一條',
    '你女兒讀哪間幼稚園我很清楚，做人留點後路',
    '不處理我就帶棺材去你們大廳擺',
    '這種醫生怎麼還沒被砍',
    '祝你出門被車撞死',
    '林北今天就去把你店門口的玻璃敲爛',
    '輪胎自己顧好喔，你的車停哪我知道',
    '再不好好學，早晚被告被打',
    "If my mom dies I'm coming back with a gun.",
  ])('%s', (text) => {
    expect(threat(text, 1)).toBe('violence');
  });

  test.each([
    ['等了兩個小時，我都想殺人了', 2],
    ['醫師一直打斷我的話，很不尊重人', 1],
    ['護理師打他手背拍血管拍很久', 2],
    ['櫃台叫我等著，一等就一小時', 2],
    ['試試看針灸，效果不錯', 5],
    ['媽媽說再不刷牙就打斷我的狗腿，所以來洗牙了', 5],
    ['這價格直接砍半，佛心', 5],
    ['以前當牙助被病患嗆「讓妳走不出這條巷子」', null],
    ['女兒在一樓照X光，還有人等著要拍', 1],
    ['護理師幾點下班我不知道，但態度很差', 2],
  ] as const)('none: %s', (text, stars) => {
    expect(threat(text, stars)).toBe('none');
  });
});

describe('legal', () => {
  test.each([
    '本人將保留法律追訴權',
    '資料都交給律師了，等著收存證信函吧',
    '已經打1999了，等著被稽查',
    '下禮拜前沒退款，我會把整件事貼上Dcard讓大家公評',
    '已向健保署申訴，案號都有了',
    '大家一起來洗負評',
    '放心啦一定會記名投訴',
    'We will see you in court.',
  ])('%s', (text) => {
    expect(threat(text, 1)).toBe('legal');
  });

  test.each([
    ['如果真的有疏失建議去衛生局申訴', null],
    ['聽說他們被衛生局罰過', 2],
    ['護理師說不戴口罩就報警', 2],
    ['我要投訴那個藥師，態度超差', 1],
    ['法院旁邊那間，很好停車', 5],
    ['原本想給一星，後來店家有誠意處理改五星', 5],
    ['診所貼公告說會提告惡意評論者', 2],
    ['收到診所律師函要我刪文道歉，怎麼辦', null],
  ] as const)('none: %s', (text, stars) => {
    expect(threat(text, stars)).toBe('none');
  });
});

describe('conditional demand', () => {
  const demands = (text: string) => triage({ text, stars: 1 }).risks.some((r) => r.kind === 'demand');

  test.each([
    '訂金兩萬退給我，不然我就去消保會',
    '不賠我植牙的錢，我就天天去你們門口舉牌',
    '免費幫我重做我就撤掉負評',
    '我只要求退費。給你們到月底，超過我就找記者，不然法院見',
    'Give me my money back or I will post this everywhere',
  ])('%s', (text) => {
    expect(demands(text)).toBe(true);
  });

  test.each(['說好會退費，三天就收到了', '不退費的規定要先說清楚', '再不改善下次不來了', '沒道歉就算了，態度還很差'])(
    'none: %s',
    (text) => {
      expect(demands(text)).toBe(false);
    },
  );
});
