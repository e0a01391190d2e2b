import type { Aspect } from '../contract/triage.ts';
import type { Insult } from './insult.ts';
import { fearsForMoney } from './purse.ts';
import type { Reading } from './reading.ts';

/*
 * What a remark is about where the heads find nothing in particular. Some name a thing, a queue or a person all the same, and the
 * labels go by it (decision 028).
 */

/** Abuse that denies the craft. */
const QUACK = /[庸用雍傭佣榕慵永擁勇]醫|庸[醫逸依一ex]|ㄩㄥ|蒙古|郎中|赤腳仙|密醫|獸醫|ヤブ|藪醫|qu[4a]ck/;
/** Whoever meets patients without treating them: what is resented is how. */
const STAFF =
  /櫃[台檯]|護[士理](?!之家)|諮詢師|助理|藥師|藥劑師|批價|掛號小姐|客服|總機|保全|警衛|志工|受付|看護師|前[台臺]|receptionist|front ?desk|nurse|assistant/;
const SERVICE = /服務(?![處台臺中費業])/;
const QUEUE = /叫號|報到(?![室處])|[重從]新掛號|滿載|醫[師生]請假|停診|代診|候診(?![區室廳椅])|休息離開/;
/** What a place is made of, and the way to it. */
const THINGS =
  /停車|停機車|機車(?:停|格|位|族|不|進|能)|車位|塞車|會塞|電梯|廁所|病服|病床|床位|冷氣|繳費機|機台|插座|廣場|花園|公車|接駁|捷運站|出口|路線|動線/;

/** Of a complaint; null: it is about the place as such. */
export function blamedFor(reading: Reading, insult: Insult): Aspect | null {
  const said = reading.text.letters;
  if (fearsForMoney(reading)) return 'price';
  if (insult.signals.some(({ word }) => QUACK.test(said.slice(word.start, word.end)))) return 'medical';
  const abused = insult.level === 'none' ? '' : abusedIn(reading, insult);
  if (STAFF.test(abused) || SERVICE.test(said)) return 'attitude';
  if (QUEUE.test(said)) return 'booking_wait';
  return THINGS.test(said) && !said.includes('外送') ? 'environment' : null;
}

/** The clauses that abuse somebody, without the blanks that may hide a word; all of a text in which only the head hears it. */
function abusedIn({ text, clauses }: Reading, { signals }: Insult): string {
  const said =
    signals.length === 0
      ? text.letters
      : signals
          .map(({ word }) => {
            const clause = clauses[word.clause];
            return clause ? text.letters.slice(clause.start, clause.end) : '';
          })
          .join('\n');
  return said.replace(/[ \u3000]/g, '');
}

const PRAISED = /護理(?!之家)|護士|人員|員工|志工|義工|保全|司機|解說|講解|待遇|諮詢/;
const PLEASANT = /廣場|氛圍|方便|便利|出口|路線|很有秩序|很大的醫院/;

/** Of praise, likewise. A doctor who is only thanked by name is praised in general. */
export function praisedFor({ text: { letters } }: Reading): Aspect | null {
  if (PRAISED.test(letters)) return 'attitude';
  return PLEASANT.test(letters) ? 'environment' : null;
}
