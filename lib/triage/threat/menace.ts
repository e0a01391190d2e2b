import { around } from '../context.ts';
import type { Reading } from '../reading.ts';
import type { Signal, Signals } from '../signals.ts';
import { cuesOf, type Frame, framed } from './frames.ts';
import { BLOWS_TOLD, BODY, CURSE, GOODS, LATIN_MENACE, OWN } from './menace-how.ts';
import { MEET } from './menace-meet.ts';
import { GANG, WHERE } from './menace-who.ts';

/** A kind of cue and the frames it calls for: no text pays for a kind it holds no word of. */
const KINDS: readonly (readonly [tag: string, frames: readonly Frame[]])[] = [
  ['harm-where', WHERE],
  ['harm-gang', GANG],
  ['harm-curse', CURSE],
  ['harm-means', GOODS],
  ['harm-body', BODY],
  ['harm-own', OWN],
  ['harm-blow', BLOWS_TOLD],
  ['harm-latin', LATIN_MENACE],
];
export const MENACE_TAGS: readonly string[] = [...KINDS.map(([tag]) => tag), 'harm-meet'];

/** Right before it: somebody else says so, to the writer or to anyone. */
const SAID_BY_THEM =
  /(?:醫[師生]|護理[師長]|護士|櫃[台檯]|院長|主任|師傅|診所的?人?|對方|主管|老闆|小姐|人員|客服|警衛|保全|先生|病患|病人|客人)(?!我)[^。，,我]{0,6}(?:說|講|回|嗆|罵|吼|叫|喊|打來)[^。我]{0,8}$/;
const BY_MINE = /(?:我|阮)[^。，,]{0,2}(?:先生|老公|男友|哥|弟|爸|朋友|同學)[^。]{0,10}$/;
const ELSEWHERE =
  /揚言|嗆聲|恐嚇我|威脅我|恐嚇我們|被恐嚇|被威脅|報警有用|保護令|新聞|報導|影集|電影|連續劇|小說|漫畫|夢到|夢見|幻聽|思覺失調|聽到有人要/;

/** Frames of every kind whose cues are there. Who tells of others is read here, by the words around the whole phrase. */
export function menaced(reading: Reading, signals: Signals): Signal[] {
  for (const [tag, frames] of KINDS) {
    const found = meant(reading, openly(signals, [tag]), frames);
    if (found.length > 0) return found;
  }
  return meant(reading, openly(signals, MENACE_TAGS), MEET);
}

/** Told and quoted ones too: threats are often put in the mouth of a brother, and 「關心」 in quotes. */
const openly = (signals: Signals, tags: readonly string[]): Signal[] =>
  cuesOf(signals, tags).map((cue) => ({ ...cue, told: false, quoted: false }));

const meant = (reading: Reading, cues: readonly Signal[], frames: readonly Frame[]): Signal[] =>
  framed(reading, cues, frames).filter((s) => {
    const { before, sentence } = around(reading, s.word.start, s.word.end);
    return !ELSEWHERE.test(sentence) && (!SAID_BY_THEM.test(before) || BY_MINE.test(before));
  });
