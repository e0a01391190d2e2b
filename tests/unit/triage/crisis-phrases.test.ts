import { describe, expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';

/** T22: the writer's own life at risk, told plainly or veiled. A missed one may cost a life. */
const AT_RISK = [
  '我每天睡前都希望明天不要醒過來',
  '上次拿的藥我一顆都沒吃，全部留著',
  '臉毀成這樣，我活著還有什麼用',
  '我不知道自己還能撐幾天',
  '寫給以後的人看：如果我先走，請把這篇留著當證據',
  '孩子們都長大了，我也可以放心離開了',
  '我真的好累好累，好想一直睡下去',
  '你們說我沒病，那我死給你們看',
  '我想從這個世界登出',
  '這個月底以前我會處理掉我自己',
  '跟我媽說對不起，我沒有力氣活了',
  '謝謝你們這段時間的照顧，以後不用再幫我掛號了',
  '覺得自己是家裡的負擔，不如早點走',
  '如果不是怕我媽難過，我早就不在了',
  '為什麼要把我救回來',
  '下禮拜的號請留給別人，我用不到了',
  '我站在醫院頂樓打這些字',
  '我媽已經走了，我想去天上找她',
  '攏遮爾久矣，我毋想欲活矣',
  'i wish i was dead, nobody here listens',
];

/** The same words, and no danger to the writer. */
const HARMLESS = [
  '痛到想死，還好醫師有幫忙止痛',
  '冷氣壞了，坐兩小時快撐不下去',
  '終於可以跟牙套說再見了',
  '新聞說那位藝人輕生，願他安息',
  '初診量表會問有沒有自殺念頭，照實勾就好',
  '這間店快撐不下去了吧，沒有客人',
  '我以前也活不下去，謝謝醫師拉了我一把，現在好多了',
  '不想活在別人的眼光裡所以來割雙眼皮',
  '可以走了護理師才說還沒批價',
  '等到天荒地老，下次不會再來了，再見',
  '停車場在頂樓，電梯要等很久',
  '不用等我，你先去批價',
  '那位病人說他想死，護理師一直陪他',
];

const atRisk = (text: string): boolean =>
  triage({ text, stars: null, site: null, kind: null }).risks.some((risk) => risk.kind === 'self-harm');

describe('T22 by turns of phrase', () => {
  test.each(AT_RISK)('%s', (text) => expect(atRisk(text)).toBe(true));
  test.each(HARMLESS)('harmless: %s', (text) => expect(atRisk(text)).toBe(false));
});
