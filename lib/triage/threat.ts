import type { Sentiment, Triage } from '../contract/triage.ts';
import { across, around, type Context, opening } from './context.ts';
import type { Hears } from './model/judge.ts';
import type { Reading } from './reading.ts';
import { onlySounds } from './sayings.ts';
import type { Signal, Signals } from './signals.ts';
import { isAside } from './threat/aside.ts';
import { BARGAIN } from './threat/bargain.ts';
import { CALLS } from './threat/calls.ts';
import { isAskedByStaff, isPressing } from './threat/demand.ts';
import { findRansom, findVeiled, findWarned } from './threat/exact.ts';
import { cuesOf, framed } from './threat/frames.ts';
import { goesTo, isAnnounced, isBombing, isOurs, isPublished, isSarcastic } from './threat/legal.ts';
import { MENACE_TAGS } from './threat/menace.ts';
import { IRONY, NOTICE } from './threat/notice.ts';
import { findPlain } from './threat/plain.ts';
import { isOpen, isPlayful, isTakenBack } from './threat/play.ts';
import { SPREAD } from './threat/spread.ts';
import { STEPS } from './threat/steps.ts';
import { findViolence } from './threat/violence.ts';

export interface Threat {
  readonly level: Triage['threat'];
  /** T10: harm to people or property, also veiled, wished or egged on. */
  readonly violence: readonly Signal[];
  /** T23: steps at law, authorities, the press, publicity announced. */
  readonly legal: readonly Signal[];
  /** T11: what is wanted, or else. */
  readonly demand: readonly Signal[];
  /** Stars as a weapon, own or called for (T16). */
  readonly bombing: readonly Signal[];
}

/**
 * A word of harm or law is a threat only when someone announces it: each is judged by the sentence it stands in.
 * `liked`: by its stars; then law and publicity are part of the praise (「這麼好的醫生一定要昭告天下」).
 * News, play, other people's words and what staff did to a patient are none (RUBRIC.md, FORUM_RUBRIC.md).
 */
export function judgeThreat(
  reading: Reading,
  signals: Signals,
  sentiment: Sentiment,
  hears: Hears,
  liked = false,
): Threat {
  const none: Threat = { level: 'none', violence: [], legal: [], demand: [], bombing: [] };
  if (!TAGS.some((tag) => signals.has(tag))) return none;
  // Praise by word, not by a smile alone (「輪胎自己顧好喔😊」).
  const friendly = sentiment === 'positive' && reading.stances.some((stance) => stance.sign > 0 && stance.weight > 1);
  const worded = findViolence(
    reading,
    signals,
    friendly ? 'positive' : sentiment === 'positive' ? 'neutral' : sentiment,
    hears('threat-violence'),
  );
  // No kind word takes away what is so exact.
  const plain = worded.length > 0 ? worded : findPlain(reading, signals);
  const meant = (kind: 'threat-violence' | 'threat-legal', s: Signal): boolean => !onlySounds(kind, reading, s, 20);
  const violence = (plain.length > 0 ? plain : findVeiled(reading, signals)).filter((s) => meant('threat-violence', s));
  const ransom = findRansom(reading, signals);
  if (friendly)
    return {
      ...none,
      level: violence.length > 0 ? 'violence' : ransom.length > 0 ? 'legal' : 'none',
      violence,
      demand: ransom,
    };
  const said = (tag: string): readonly Signal[] => signals.get(tag) ?? [];
  const praised = liked && sentiment === 'positive';
  const lawful = (tag: string): readonly Signal[] => (praised ? [] : said(tag));
  const at = (s: Signal, reach = 40): Context => around(reading, s.word.start, s.word.end, reach);
  const words = [
    ...lawful('legal:act').filter((s) => isOpen(s) && isOurs(at(s, 24), s)),
    ...lawful('legal:channel').filter((s) => (isOpen(s) || isWritten(at(s, 12), s)) && goesTo(at(s), s)),
    ...lawful('legal:deed').filter((s) => isOpen(s) && isAnnounced(at(s), s)),
    // Quotation marks make it the more sarcastic.
    ...lawful('legal:praise').filter((s) => !s.told && isSarcastic(at(s, 20))),
  ];
  const cues = (tags: readonly string[]): Signal[] => cuesOf(signals, tags).filter((s) => !s.asked);
  // 「這篇寫得很清楚 分享出去給媽媽看」: praise passed on.
  const spread = (): Signal[] =>
    framed(reading, cues(SPREAD_CUES), SPREAD).filter((s) => sentiment !== 'positive' || YOURS.test(at(s).sentence));
  // A phrase is looked for where the words alone were silent.
  const wordless = praised || reading.text.codes.length < FEWEST || !hears('threat-legal');
  const noticed = wordless || words.length > 0 ? [] : framed(reading, cues(LEGAL_CUES), NOTICE);
  const phrases =
    wordless || words.length + noticed.length > 0 ? noticed : [...framed(reading, cues(STEP_CUES), STEPS), ...spread()];
  const irony =
    sentiment === 'positive' || !hears('threat-legal')
      ? []
      : framed(reading, [...said('legal:praise'), ...said('legal:publish')], IRONY);
  const told = words.length + phrases.length > 0 && isAside(opening(reading));
  const warned = words.length + phrases.length > 0 || sentiment === 'positive' ? [] : findWarned(reading, signals);
  const legal = [
    ...(told ? [] : [...words, ...phrases, ...warned]),
    ...irony.filter((s) => !words.some((w) => overlap(w, s))),
  ].filter((s) => meant('threat-legal', s));
  const published = lawful('legal:publish').filter((s) => isOpen(s) && isPublished(at(s), s));
  const called = said('legal:bomb').filter((s) => isOpen(s) && isBombing(at(s, 24)));
  const bombs =
    called.length > 0 || !(hears('threat-legal') || hears('fake-engagement'))
      ? called
      : framed(reading, cuesOf(signals, ['legal:bomb', 'bomb:cue']), CALLS);
  const pressed = said('demand').filter(
    (s) => !s.told && !s.quoted && isPressing(across(reading, s.word.start, s.word.end, 70)),
  );
  const demands =
    pressed.length > 0 || !hears('demand')
      ? pressed
      : framed(reading, cues(DEMAND_CUES), BARGAIN).filter((s) => !isAskedByStaff(at(s).sentence));
  const isJest = sentiment !== 'negative' ? isPlayful : liked ? isTakenBack : null;
  const playful = bombs.length + demands.length > 0 && isJest?.(opening(reading)) === true;
  const bombing = playful ? [] : bombs;
  const demand = playful ? [] : demands.length > 0 ? demands : ransom;
  const level =
    violence.length > 0
      ? 'violence'
      : legal.length + published.length + bombing.length + demand.length > 0
        ? 'legal'
        : 'none';
  // Publicity as the stick behind a demand is the demand itself (T11).
  const notice = [...legal, ...(demand.length > 0 ? [] : published)];
  return { level, violence, legal: notice.sort((a, b) => a.word.start - b.word.start), demand, bombing };
}

const TAGS = [
  'violence:act',
  'violence:veiled',
  'violence:mark',
  'violence:cue',
  'legal:act',
  'legal:channel',
  'legal:deed',
  'legal:publish',
  'legal:praise',
  'legal:bomb',
  'legal:cue',
  'bomb:cue',
  'demand',
  'notice-cue',
  'spread-cue',
  'demand-cue',
  'veil-cue',
  'sold-cue',
  'sued-cue',
  'blow-cue',
  'vow-cue',
  ...MENACE_TAGS,
];

/** 「已檢舉」, 「分享出去」: of so few letters nobody knows who or what is meant. */
const FEWEST = 6;

const YOURS = /你們?|貴[院診]|診所|院長|老闆/;

const LEGAL_CUES = ['legal:act', 'legal:channel', 'legal:deed', 'legal:cue'];
const STEP_CUES = [...LEGAL_CUES, 'notice-cue'];
const SPREAD_CUES = ['legal:publish', 'legal:praise', 'recording', 'spread-cue'];
const DEMAND_CUES = ['demand', 'demand-cue'];

/** 「寫信給市長」: the word for writing is elsewhere one of telling. */
const isWritten = (c: Context, s: Signal): boolean =>
  !s.negated && !s.quoted && /我們?[^。，,]{0,4}寫(?:信|了|好)?[^。，,]{0,4}$/.test(c.before);

const overlap = (a: Signal, b: Signal): boolean => a.word.start < b.word.end && b.word.start < a.word.end;
