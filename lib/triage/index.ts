import type { Clinic } from '../contract/clinic.ts';
import type { PostedAt, ReviewKind, Site } from '../contract/review.ts';
import { isFound, isStalking, type Sentiment, type Triage } from '../contract/triage.ts';
import { findPersonal, findPersonalIn } from '../privacy/index.ts';
import { type Accusation, gatherClaims, judgeAccusation, unlessMeant } from './accusation.ts';
import { judgeAspects } from './aspects.ts';
import { isBlank } from './blank.ts';
import { opening } from './context.ts';
import { facts, tally } from './features.ts';
import { findRisks } from './findings.ts';
import { judgeInsult, NO_INSULT } from './insult.ts';
import { isUnread } from './language.ts';
import { type Hears, Opinion, type Suspicion } from './model/judge.ts';
import { activeModel } from './model/state.ts';
import { once } from './once.ts';
import { rank } from './priority.ts';
import { ownWords } from './quotes.ts';
import { type Reading, read } from './reading.ts';
import { isAboutAnimal } from './rules/animals.ts';
import { tellsHarm, tellsMishap } from './rules/conduct.ts';
import { toldQuietly } from './rules/quiet.ts';
import { EN } from './sentences-en.ts';
import { ZH } from './sentences-zh.ts';
import { balance, hostility, judgeSentiment, pushMark } from './sentiment.ts';
import { gatherSignals, type Signal } from './signals.ts';
import { silenceOf } from './silence.ts';
import { heeded } from './threat/heard.ts';
import { isStory } from './threat/play.ts';
import { judgeThreat } from './threat.ts';
import { isHarm } from './urgency.ts';

export interface TriageInput {
  readonly text: string;
  readonly stars?: number | null;
  readonly recommends?: boolean | null;
  readonly site?: Site | null;
  readonly kind?: ReviewKind | null;
  readonly clinic?: Clinic | null;
  /** The page holds back part of the text: the result is `partial`. */
  readonly collapsed?: boolean;
  readonly answered?: boolean;
  /** Written by the clinic itself: read, but nothing to do about (priority 0). */
  readonly ownVoice?: boolean;
  readonly postedAt?: PostedAt | null;
  /** ISO time at which we saw it first. */
  readonly firstSeen?: string | null;
  /** Language of the sentences (why, action, reasons, next, deadlines); zh-TW when left out. */
  readonly language?: 'zh-TW' | 'en';
}

/** Reads one text and says all that the desk needs of it. Pure; never throws; linear in the length of the text. */
export function triage(input: TriageInput): Triage {
  const turns = inTurns(input);
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
  }
}

/** So many texts are in hand at once: of more, the collector of garbage would have too much to keep. */
const AT_ONCE = 32;

/**
 * The same of many texts, sooner than one by one: each part of the work is done for all texts in hand before the next begins, so
 * that its tables and its code need not be fetched anew for every text (decision 025).
 */
export function triageAll(inputs: readonly TriageInput[]): Triage[] {
  const read: Triage[] = [];
  for (let from = 0; from < inputs.length; from += AT_ONCE) {
    const texts = inputs.slice(from, from + AT_ONCE).map(inTurns);
    for (let turns = texts.map((text) => text.next()); ; turns = texts.map((text) => text.next())) {
      const ended = turns.flatMap((turn) => (turn.done ? [turn.value] : []));
      read.push(...ended);
      if (ended.length > 0) break;
    }
  }
  return read;
}

/** Where it yields, other texts have their turn: every text in as many turns. */
function* inTurns(input: TriageInput): Generator<undefined, Triage> {
  const sentences = input.language === 'en' ? EN : ZH;
  // What is quoted is another's; its personal data has to be masked all the same.
  const own = ownWords(input.text);
  const reading = read(own);
  yield;
  const sum = balance(reading);
  const stars = input.stars ?? null;
  const recommends = input.recommends ?? null;
  const signals = gatherSignals(reading);
  const tallies = tally(reading);
  // Floors, names and laughter under a post; where there are stars, they speak.
  const blank = stars === null && recommends === null && isBlank(input.text);
  const wordless = blank || input.text.trim() === '';
  const hostile = hostility(signals);
  const outside = { stars, recommends, mark: pushMark(input.text) };
  const fact = facts(reading);
  const claims = gatherClaims(reading, signals);
  const personal = findPersonalIn(reading.text.folded, input.clinic ?? null);
  const toMask = own === input.text ? personal : findPersonal(input.text, input.clinic ?? null);
  yield;
  const unread = !blank && isUnread(input.text, reading.text.codes);
  // Heads that learnt other languages would only guess; exact words and numbers still tell.
  const model = unread || blank ? null : activeModel();
  const opinion = model
    ? new Opinion({ reading, signals, sum, hostile, outside, tallies, facts: fact, claims }, model)
    : null;
  yield;
  // Who has stars to give has been there; a post may be about a game.
  const story = stars === null && isStory(opening(reading));
  const quiet = once(() => toldQuietly(reading, signals));
  const told = {
    grave: () => !story && (isHarm(claims.gravity) || tellsHarm(reading, signals)),
    mishap: () => !story && tellsMishap(reading, signals, quiet),
  };
  const byWords = judgeSentiment(reading, sum, hostile, outside, opinion, told);
  const judged = {
    ...byWords,
    ...(unread && UNKNOWN),
    ...(blank && NOTHING_SAID),
    ...((wordless || unread) && starsAlone(stars, recommends)),
  };
  const { sentiment, confidence } = judged;
  const insult = story ? NO_INSULT : (opinion?.insult(judged.chances) ?? judgeInsult(signals, sentiment, reading));
  const { aspects, evidence } =
    unread || blank
      ? { aspects: {}, evidence: {} }
      : judgeAspects(reading, sum, judged, tallies, fact, opinion, insult, stars !== null);
  // Praise accuses nobody: the heads are asked of complaints only.
  const complains = sentiment === 'negative' || sentiment === 'mixed';
  const trained = complains && opinion ? opinion.claims(judged.chances) : null;
  const accused = judgeAccusation(
    claims,
    reading,
    story ? 'neutral' : sentiment,
    judged.chances,
    tallies,
    trained,
    stars !== null,
  );
  const harmless = story || sentiment === 'positive';
  const suspicions = harmless ? [] : heeded(opinion?.suspicions() ?? [], stars !== null, reading, signals);
  const hears = opinion?.hears ?? EVERYTHING;
  const liked = (stars ?? 0) >= 4 || recommends === true;
  const announced = judgeThreat(reading, signals, sentiment, hears, liked);
  const threat = { ...announced, level: threatLevel(announced.level, suspicions) };
  const accusation = unlessMeant(accused, reading, threat.level === 'violence', threat.violence, liked);
  const heard = sentiment === 'positive' ? [] : (signals.get('hear') ?? []).filter((s) => isToldByOthers(reading, s));
  const hearsay = heard.length > 0;
  const hedged = reading.words.some((w) => w.tag === 'hedge');
  yield;
  const found = findRisks({
    reading,
    signals,
    sentiment,
    insult,
    accusation,
    threat,
    suspicions,
    hears,
    personal,
    heard,
    hedged,
    animal: () => isAboutAnimal(reading.text.folded.text, input.clinic),
    quiet,
    unread: unread || blank,
    sentences,
  });
  const insulted = found.spoken ? 'none' : insult.level;
  const level = found.accuses && accusation.level === 'none' ? 'specific' : accusation.level;
  const crisis = isFound(found.risks, 'self-harm');
  const person = found.sexual || found.dead || found.emergency || isStalking(found.risks) || crisis;
  const urgent = isUrgent(sentiment, accusation, threat.level === 'violence', person);
  const partial = input.collapsed === true || unread;
  const order = rank(
    {
      triage: {
        sentiment,
        insult: insulted,
        accusation: level,
        threat: threat.level,
        risks: found.risks,
        personal,
        hearsay,
        urgent,
        partial,
        ...(unread && { unread }),
      },
      stars,
      recommends,
      answered: input.answered ?? null,
      sexual: found.sexual,
      emergency: found.emergency,
      silence: silenceOf({ sentiment, risks: found.risks, threat: threat.level, urgent, personal, unread }, input.text),
      spread: (signals.get('spread')?.length ?? 0) > 0,
      question: sum.question,
      wordless,
      postedAt: input.postedAt ?? null,
      firstSeen: input.firstSeen ?? null,
    },
    sentences,
  );
  const ours = input.ownVoice === true;
  return {
    sentiment,
    sentimentConfidence: Math.round(confidence * 1000) / 1000,
    aspects,
    evidence,
    insult: insulted,
    accusation: level,
    threat: threat.level,
    risks: ours ? [] : found.risks,
    personal: toMask,
    forms: ours ? [] : found.forms,
    hearsay,
    sarcasm: sum.sarcasm && sentiment === 'negative' && sum.positive > 0,
    urgent: urgent && !ours,
    priority: ours ? 0 : order.priority,
    reasons: ours ? [sentences.reasons['own-voice']] : order.reasons,
    next: ours ? [] : order.next,
    deadlines: ours ? [] : order.deadlines,
    partial,
    ...(unread && { unread }),
  };
}

/** What is felt in a language that nobody here reads. */
const UNKNOWN: { sentiment: Sentiment; confidence: number } = { sentiment: 'neutral', confidence: 0.3 };

/** No word of meaning: there is nothing to do. */
const NOTHING_SAID: typeof UNKNOWN = { sentiment: 'neutral', confidence: 0.7 };

/** Without the model every turn of phrase is looked for. */
const EVERYTHING: Hears = () => true;

/** The rules' level, or what the model is sure of where they are silent. */
function threatLevel(byRule: Triage['threat'], suspicions: readonly Suspicion[]): Triage['threat'] {
  const sure = (kind: Suspicion['kind']): boolean => suspicions.some((s) => s.sure && s.kind === kind);
  if (byRule === 'violence' || sure('threat-violence')) return 'violence';
  return byRule === 'legal' || sure('threat-legal') ? 'legal' : 'none';
}

/** A review without words says what its stars say; null where there are none. */
function starsAlone(
  stars: number | null,
  recommends: boolean | null,
): { sentiment: Sentiment; confidence: number } | null {
  if (stars === null && recommends === null) return null;
  const negative = stars === null ? recommends === false : stars <= 2;
  const positive = stars === null ? recommends === true : stars >= 4;
  return { sentiment: negative ? 'negative' : positive ? 'positive' : 'neutral', confidence: 0.7 };
}

/** 「沒有人說」 tells that nobody spoke, 「有人說明」 that somebody explained: neither is hearsay. */
function isToldByOthers(reading: Reading, { word, negated }: Signal): boolean {
  const { text } = reading.text.folded;
  return !negated && !text.startsWith('沒', word.start - 1) && !text.startsWith('說明', word.end - 1);
}

/** RUBRIC.md: death or serious injury, danger now, suicide risk, violence, sexual harassment. */
function isUrgent(sentiment: Sentiment, accusation: Accusation, violent: boolean, person: boolean): boolean {
  if (violent || person) return true;
  if (sentiment === 'positive') return false;
  if (sentiment === 'neutral') return false;
  return accusation.serious;
}
