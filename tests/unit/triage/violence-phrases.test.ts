import { describe, expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';
import { cpuMs } from '../cpu.ts';

/** Menace by turns of phrase, kind by kind, and what sounds alike and is none. */
const violent = (text: string) => triage({ text, stars: 1 }).threat === 'violence';

const CASES: Record<string, readonly string[]> = {
  plain: [
    '下次別讓我在停車場遇到你',
    '有沒有人要一起去堵他',
    '這種人就該蓋布袋',
    '叫那個藥師出來單挑',
    '大家排隊一人一拳',
    '我知道你幾點下班',
    'I know where you park',
    '我要你跪著爬出診所',
    '我真的會衝進診間把他揍一頓',
    '看一次打一次',
  ],
  where: [
    '護理師住的社區我問到了，她家門口我去過',
    '妳換電話也沒用，妳家那條巷子我閉著眼睛都會走',
    '院長的車停哪我都清楚',
    '半夜我會去他家樓下按電鈴',
    '你跑不掉的，躲到哪裡我都找到你',
    '今晚十點後門見',
  ],
  company: [
    '我表哥混堂口的，明天會去找你們院長泡茶',
    '找人讓你再也笑不出來',
    '我們會去幫你「裝潢」一下診所',
    '揪一車人去他老家鬧',
    '要不要請你吃慶記',
  ],
  curse: ['祝你全家不得好死', '這款醫生出門會予雷公摃死', '希望院長的小孩也躺進加護病房', '詛咒你一輩子'],
  goods: [
    '棺材我幫你訂好了，尺寸照院長的',
    '刀子我都準備好了',
    '想讓他也毀容一次，刀我已經買好放在包包了',
    '怎麼還沒有人去放火',
    '把大廳那疊單子點了算了，打火機我有帶',
    '你們的鐵門撐不撐得過今晚',
    '恁爸ㄉㄠ子準備好了',
  ],
  body: ['改天讓你也躺半年', '醫師你的右手我要了', '我要讓他永遠閉嘴', '手這麼巧，斷了多可惜', '把他丟到河裡算了'],
  own: [
    '我不會告你，我用我自己的方式',
    '反正我爛命一條，不怕關',
    '下次就不是罵而已，就不只是拍桌',
    '信不信我找人堵你',
    '我開砂石車的，心情不好方向盤會滑，經過你家要小心',
    '我不是在威脅你，只是提醒你晚上回家小心',
  ],
  dialect: [
    '莫予我拄著，拄著一擺摃一擺',
    '恁爸等著去拆恁店',
    'ただじゃおかないから',
    'someone should break your fingers',
  ],
};

const HARMLESS: readonly string[] = [
  '停車場遇到醫師，他還跟我打招呼',
  '請問護理師幾點下班，想送她一盒點心',
  '等醫師下班才輪到我，等超久',
  '醫師說你女兒的過敏要小心',
  '單挑智齒大魔王成功',
  '一人一顆蛋塔，護理師很貼心',
  '價格被砍掉重練，殺價失敗',
  '有病患揚言要來砸店，請問怎麼報案',
  '上次有人拿刀進急診，大家要保護醫護',
  '助理把我弄得好痛，手一直發抖',
  '護理師打了我爸一巴掌，太誇張',
  '氣到想翻桌，但還是默默付錢',
  '昨天那部電影主角被砍死好可憐',
  '我家住在診所對面，走路就到',
  '下班時間人很多，停車場都停滿',
  '希望醫師下次解釋清楚一點',
  '麻醉退了以後臉歪一邊，打電話去沒人接',
  '冰箱裡放牛肉麵，一刀下去很軟嫩',
  '先禮後兵，打了三次客服都沒人理',
  '自砸招牌，以前很用心的',
  '燒肉很好吃，瓦斯爐火力夠',
  '我女兒也在這裡看牙，醫師很親切',
  '輪到你就進去，叫號很清楚',
  '院長開的車擋住出口，請移一下',
];

describe.each(Object.entries(CASES))('%s', (_, texts) => {
  test.each(texts)('%s', (text) => {
    expect(violent(text)).toBe(true);
  });
});

test.each(HARMLESS)('none: %s', (text) => {
  expect(violent(text)).toBe(false);
});

test('hostile length stays cheap', () => {
  for (const part of ['我會找你', '你家樓下', '我知道你', '🔪', '我要讓他再也', 'i will ']) {
    const text = part.repeat(4000);
    expect(cpuMs(() => violent(text))).toBeLessThan(2500);
  }
});
