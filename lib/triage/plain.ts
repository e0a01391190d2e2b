import type { Sentiment } from '../contract/triage.ts';
import { Sought } from './needs.ts';
import type { Reading } from './reading.ts';
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
      `(?:^|[，。！\\s])(?:特此|在此)?更正[:：][^。]{0,40}(?:誤會|跟診所無關|是我|弄錯|搞錯)`,
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

/** The mood that is said outright, given the one that the heads would take; null: theirs stands. */
export function saidOutright(reading: Reading, taken: Sentiment, surely: boolean, outside: Outside): Sentiment | null {
  const { folded, codes } = reading.text;
  const { stars, recommends } = outside;
  const said = folded.text;
  const bare = stars === null && recommends === null;
  const liked = bare || recommends === true || (stars ?? 0) >= 4;
  if (taken !== 'positive' && liked && TAKEN_BACK.in(said)) return 'positive';
  if (taken === 'negative' && (bare || stars === 3) && codes.length <= BRIEF && NEITHER.in(said)) return 'neutral';
  if (taken !== 'positive' || !bare || (surely && codes.length > BRIEF)) return null;
  return NOT_RECOMMENDED.in(said) ? 'negative' : null;
}
