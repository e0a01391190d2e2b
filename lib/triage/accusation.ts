import type { Sentiment, Triage } from '../contract/triage.ts';
import { CJK, classes } from './normalise.ts';
import type { Reading } from './reading.ts';
import type { Signal, Signals } from './signals.ts';

export type ClaimTopic =
  | 'malpractice'
  | 'refusal'
  | 'death'
  | 'abuse'
  | 'money'
  | 'privacy'
  | 'licence'
  | 'hygiene'
  | 'credit'
  | 'private'
  | 'public';

export interface Accusation {
  readonly level: Triage['accusation'];
  readonly score: number;
  readonly concrete: number;
  /** The claims that count, by topic, strongest first. */
  readonly claims: ReadonlyMap<ClaimTopic, readonly Signal[]>;
  /** Words of death or serious injury that stand in a complaint. */
  readonly harm: readonly Signal[];
}

const TOPICS: readonly ClaimTopic[] = [
  'malpractice',
  'refusal',
  'death',
  'abuse',
  'money',
  'privacy',
  'licence',
  'hygiene',
  'credit',
  'private',
  'public',
];

/** Topics that are rumour or private life: rules T09 and T12, no accusation by themselves (FORUM_RUBRIC.md). */
const NOT_BY_ITSELF = new Set<ClaimTopic>(['credit', 'private']);
/** … but these words of theirs are concrete facts. */
const HARD_FACT = /欠薪|薪水|薪資|積欠|捲款|跳票|欠租|貨款|家暴|打老婆|喝到掛|地下錢莊/;

/** From this sum of weights on, a text is said to accuse. */
const THRESHOLD = 1;

export function judgeAccusation(reading: Reading, signals: Signals, sentiment: Sentiment): Accusation {
  const claims = new Map<ClaimTopic, readonly Signal[]>();
  let score = 0;
  const folded = reading.text.folded.text;
  const hostile = sentiment === 'negative' || sentiment === 'mixed';
  for (const topic of TOPICS) {
    const list = (signals.get(`claim:${topic}`) ?? []).filter((s) => counts(s, topic));
    if (list.length === 0) continue;
    claims.set(topic, list);
    const seen = new Set<string>();
    let sum = 0;
    for (const signal of list) {
      const said = folded.slice(signal.word.start, signal.word.end);
      if (seen.has(said)) continue;
      seen.add(said);
      if (NOT_BY_ITSELF.has(topic) && !HARD_FACT.test(said)) continue;
      sum += signal.word.weight * (signal.asked ? 0.5 : 1) * (signal.conditional ? 0.3 : 1);
    }
    score += Math.min(sum, 2.2);
  }
  const harm = (signals.get('harm') ?? []).filter((s) => !s.negated && !s.conditional);
  const concrete = concreteness(reading);
  if (score > 0 && harm.length > 0) score += 0.35;
  if (score > 0) score += Math.min(0.5, concrete * 0.12);
  const accuses = hostile && score >= THRESHOLD;
  const level = !accuses ? 'none' : concrete >= 2 || letterCount(reading) > 60 ? 'specific' : 'general';
  return { level, score, concrete, claims, harm };
}

function counts(signal: Signal, topic: ClaimTopic): boolean {
  if (signal.negated && topic !== 'refusal') return false;
  if (signal.self) return false;
  return !(signal.told && signal.conditional);
}

/** How much of who, when, how many the text tells: dates, numbers, relatives, named units. */
export function concreteness(reading: Reading): number {
  const text = reading.text.folded.text;
  let points = 0;
  if (/\d{1,4}[/.年月-]\d{1,2}|\d+\s*(?:點|小時|分鐘|天|元|次|號|週|個月|歲|萬|樓)/.test(text)) points++;
  if (/[我他她]?(?:媽|爸|阿公|阿嬤|奶奶|爺爺|外婆|母親|父親|家人|老婆|老公|太太|先生|兒子|女兒|小孩|弟|妹|姊|姐|哥|朋友|長輩|孩子|寶寶)/.test(text)) points++;
  if (/結果|後來|當時|竟然|居然|隔天|當天|那天|最後|才發現|之後/.test(text)) points++;
  if (/診斷書|收據|病歷|錄音|錄影|證據|照片|存證/.test(text)) points++;
  return points;
}

/** Letters of the text without blanks and signs. */
export function letterCount(reading: Reading): number {
  let n = 0;
  for (const code of reading.text.codes) if (classes[code] === CJK) n++;
  return n;
}
