import type { Sentiment } from '../contract/triage.ts';
import { Sought } from './needs.ts';
import { fearsForMoney } from './purse.ts';
import type { Reading } from './reading.ts';
import { praisesRival } from './rival.ts';
import type { Outside } from './sentiment.ts';

/*
 * What a text says of its own mood in so many words. The heads weigh words and stars, and lose the turn that undoes them all:
 * 「之前誤會你們多收錢，是我自己看錯單子，對不起」 holds nothing but complaint.
 */

const SORRY = '(?:對不起|抱歉|道歉|致歉|不好意思|失禮了)';
/** Who asks another to say sorry takes nothing back. */
const OWN = '[^。要叫逼求該]{0,24}';
/** A reproach is taken back; not 「他們說是我自己看錯」. */
const TAKEN_BACK = new Sought(
  new RegExp(
    [
      `(?:誤會|錯怪|冤枉)(?:了)?(?:你們|貴院|診所|醫[師生]|院方|櫃[台檯]|他們|人家)${OWN}${SORRY}`,
      `(?<![說講怪嗆罵推]是?|說)我(?:自己|後來才發現)?(?:看錯|弄錯|搞錯|記錯|算錯|誤會)${OWN}${SORRY}`,
      `(?:我)?(?:之前|先前|上次|當初|[前上]個月)(?:我)?(?:留|給|打)(?:了|過)?(?:一|1)(?:顆)?星[^。]{0,60}(?:是我|我自己|跟診所[^。，,]{0,4}關係都?沒有|更正|補[五5]|改[成回為][五5])`,
      `留了?(?:一|1)(?:顆)?星[^]{0,160}(?:我自己要改|補[五5]星|改[成回為][五5]星)[^]{0,12}${SORRY}`,
      `(?:^|[，。！!\\s])(?:特此|在此)?更正[:：][^。]{0,48}(?:誤會|跟診所無關|是我|弄錯|搞錯)`,
    ].join('|'),
  ),
);

/** Nothing good and nothing bad. */
const NEITHER = new Sought(
  /沒(?:有|什麼|啥|甚麼|特別|太|多){1,3}(?:好|讚|厲害|出色|優)[^。，,]{0,3}[，,\s]?(?:但|可是)?也?沒(?:有|什麼|啥|甚麼|特別|太|多){1,3}(?:不好|差|壞|糟|爛|雷|缺點)/,
);
/** In a longer one something else is told too. */
const BRIEF = 40;

/** 「不推薦喔 加油💪」; not 「不推不行」「怎麼能不推」. */
const NOT_RECOMMENDED = new Sought(
  /(?:^|[\s，,。！!～~])(?:真的|完全|超|很|大|千萬|絕對|強烈|真心|→\s?)?不(?:會)?推(?:薦)?(?![^。，,\s]{0,3}(?:不行|都難|太難|可惜|怎麼|[嗎?？])|銷|拿|不)/,
);

/** 「別罵啦 人家又不是騙錢」: whoever speaks up for a place likes it. */
const DEFENDED = new Sought(
  /(?:別|不要|不用)(?:再|一直|隨便|亂){0,2}(?:罵|黑|酸|噴|抹黑|叫人家)[^。]{0,30}(?:人家|他們|這[間家]|我)[^。，,]{0,12}(?:不是|不會|沒|清楚|兩年|三年|多年)|這[間家](?:才|真的|明明|根本)?不(?:爛|雷|黑)(?:啊|吧|好嗎)?(?![誰誒哪])|(?:^|[.!] ?)not a (?:scam|rip.?off),? (?:despite|whatever|no matter|as some)/i,
);

/** Said with a smile or with thanks, and never kindly. */
const NEVER_KIND = new Sought(
  /(?<!說[^。]{0,8})把(?:人|我們?|你|病人|病患|客人|大家|患者)(?:家)?當(?:成|作)?(?:盤子|肥羊|凱子|提款機|白痴|白癡|智障|白老鼠)|祝(?:你|妳|您|貴)們?(?:院|診所)?(?:們)?全家(?!.{0,6}(?:平安|健康|幸福|快樂|安康))/,
);
/** The same of waste of time, where it is called praise. */
const WASTED = new Sought(
  /等(?:了)?[^。，,]{0,4}(?:小時|鐘頭|點鐘)[^。，,]{0,4}(?:換|看)(?:了|到|診)?(?:不到)?[一二三四五1-5兩幾](?:分鐘|十?秒)|(?<![怕免不會得][^。，,]{0,3})白跑(?:了)?一趟/,
);

/** 「代刷五星，一條50」 is said of no place. */
const ADVERTISED = new Sought(/代[刷洗衝冲][^。]{0,16}(?:一[條条則则]|\d)/);
/** A push without a word. */
const PUSHED = /^\s*推\s*$/;

/** The mood that is said outright, given the one that the heads would take; null: theirs stands. */
export function saidOutright(reading: Reading, taken: Sentiment, surely: boolean, outside: Outside): Sentiment | null {
  const { folded, codes } = reading.text;
  const { stars, recommends } = outside;
  const said = folded.text;
  const bare = stars === null && recommends === null;
  const liked = bare || recommends === true || (stars ?? 0) >= 4;
  if (taken !== 'positive' && liked && TAKEN_BACK.in(said)) return 'positive';
  if (taken !== 'negative' && NEVER_KIND.in(said)) return 'negative';
  if (taken === 'positive' && WASTED.in(said)) return 'negative';
  if (taken === 'neutral' && fearsForMoney(reading)) return 'negative';
  if (taken !== 'negative' && praisesRival(reading)) return 'negative';
  if (bare && taken !== 'neutral' && ADVERTISED.in(said)) return 'neutral';
  if (bare && taken === 'neutral' && PUSHED.test(said)) return 'positive';
  if (taken !== 'positive' && bare && DEFENDED.in(said)) return 'positive';
  if (taken === 'negative' && (bare || stars === 3) && codes.length <= BRIEF && NEITHER.in(said)) return 'neutral';
  if (taken !== 'positive' || !bare || (surely && codes.length > BRIEF)) return null;
  return NOT_RECOMMENDED.in(said) ? 'negative' : null;
}
