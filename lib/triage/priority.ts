import type { PostedAt } from '../contract/review.ts';
import { type Deadline, type FindingKind, isFound, isIntimate, isStalking, type Triage } from '../contract/triage.ts';
import { deadlines } from './clocks.ts';
import { FACTS, isHarmless, isUnthanked } from './rules/kinds.ts';
import type { Reason, Sentences } from './sentences.ts';
import type { Silence } from './silence.ts';
import { contradicts, nextSteps } from './steps.ts';

export interface Standing {
  readonly triage: Pick<
    Triage,
    | 'sentiment'
    | 'insult'
    | 'accusation'
    | 'threat'
    | 'risks'
    | 'personal'
    | 'hearsay'
    | 'urgent'
    | 'partial'
    | 'unread'
  >;
  readonly stars: number | null;
  readonly recommends: boolean | null;
  readonly answered: boolean | null;
  /** Sexual assault or harassment is told. */
  readonly sexual: boolean;
  /** Somebody may be in danger at this hour. */
  readonly emergency: boolean;
  readonly silence: Silence | null;
  readonly spread: boolean;
  readonly question: boolean;
  /** No text at all. */
  readonly wordless: boolean;
  readonly postedAt: PostedAt | null;
  readonly firstSeen: string | null;
}

export interface Order {
  readonly priority: number;
  readonly reasons: string[];
  readonly next: string[];
  readonly deadlines: Deadline[];
}

/** Priority from here on is "today" (contract: urgencyOf). */
const TODAY = 80;

/** What a claim or a risk weighs in the queue, and how it is told. Threats, crises and injuries are weighed apart. */
const WEIGHTS: readonly (readonly [FindingKind, Reason, number])[] = [
  ['public-danger', 'public-danger', 78],
  ['crime-claim', 'crime-claim', 66],
  ['demand', 'demand', 64],
  ['recording', 'recording', 60],
  ['hygiene-claim', 'hygiene-claim', 60],
  ['credit', 'credit', 58],
  ['discrimination', 'discrimination', 52],
  ['private-life', 'private-life', 52],
  ['fake-engagement', 'fake', 46],
];
/** A hunch that somebody's data stands there. */
const MAYBE_EXPOSED = 60;

/** Ranks a review for the queue: the gravest reason sets the floor, lesser ones add a little. */
export function rank(s: Standing, sentences: Sentences): Order {
  const reasons = reasonsOf(s).sort((a, b) => b[1] - a[1]);
  const top = (reasons[0] as [Reason, number])[1];
  let more = 0;
  for (let i = 1; i < 5 && i < reasons.length; i++) {
    const [, points] = reasons[i] as [Reason, number];
    more += points >= 40 ? 3 : points >= 24 ? 1 : 0;
  }
  let priority = Math.min(top >= TODAY ? 100 : TODAY - 1, top + more);
  // A complaint stays one when it is answered: nothing to give thanks for.
  if (s.answered && priority < TODAY) priority = Math.max(s.triage.sentiment === 'positive' ? 5 : 20, priority - 15);
  if (s.answered) reasons.push(['answered', 0]);
  else if (s.answered === false && s.triage.sentiment !== 'positive') reasons.push(['unanswered', 0]);
  const next = nextSteps(s);
  return {
    priority: Math.round(priority),
    reasons: reasons.map(([reason]) => sentences.reasons[reason]),
    next: next.map((step) => sentences.next[step]),
    deadlines: deadlines(s, next, sentences),
  };
}

const never = (): boolean => false;

function reasonsOf(s: Standing): [Reason, number][] {
  const t = s.triage;
  // Most texts hold nothing that is asked for below.
  const plain = t.risks.every((risk) => isHarmless(risk.kind));
  const has = plain ? never : (kind: FindingKind): boolean => t.risks.some((risk) => risk.kind === kind);
  const found = plain ? never : (kind: FindingKind): boolean => isFound(t.risks, kind);
  const reasons: [Reason, number][] = [];
  const why = (reason: Reason, points: number): void => {
    reasons.push([reason, points]);
  };
  const stalking = isStalking(t.risks);
  const positive = t.sentiment === 'positive';
  if (found('self-harm')) why('self-harm', 97);
  else if (has('self-harm')) why('maybe-self-harm', 77);
  if (s.emergency) why('emergency', 96);
  if (t.threat === 'violence') why('violence', 95);
  if (s.sexual && t.urgent) why('sexual', 90);
  if (has('serious-injury') && t.urgent) why('serious-injury', 88);
  if (isIntimate(t.risks) && found('recording')) why('recording', 87);
  if (stalking) why('harassment', 86);
  if (found('personal-data')) why('doxxing', 84);
  if (t.urgent && !reasons.some(([, points]) => points >= TODAY)) why('maybe-grave', 82);
  const today = reasons.length > 0;
  if (has('threat-violence') && t.threat !== 'violence') why('maybe-violence', 76);
  // What only sounds so weighs as much, and is not said to be so.
  let maybe = has('personal-data') && !found('personal-data') ? MAYBE_EXPOSED : 0;
  for (const [kind, reason, points] of plain ? [] : WEIGHTS) {
    // 「跡象」 claims no more than a hunch anyway.
    if (reasons.some(([known]) => known === reason)) continue;
    if (found(kind) || (reason === 'fake' && has(kind))) why(reason, points);
    else if (has(kind)) maybe = Math.max(maybe, points);
  }
  if (t.threat === 'legal') {
    if (found('threat-legal')) why('legal', 64);
    else if (!has('demand')) why('bombing', 62);
  }
  // The level alone, without words to show for it, is a hunch too.
  const shown = FACTS.some(has);
  if (!shown && t.accusation !== 'none') maybe = Math.max(maybe, t.accusation === 'specific' ? 58 : 50);
  // Whoever reads all of it today for a graver reason will see.
  if (maybe > 0 && !today) why('maybe', maybe);
  if (s.silence === 'legal') why('pending', 60);
  if (s.silence === 'minor' && !found('personal-data')) why('minor', 70);
  if (t.accusation === 'specific' && shown) why('accusation-specific', 58);
  if (has('harassment') && !stalking) why('harassment', 56);
  if (t.insult === 'severe') why('insult-severe', 54);
  if (t.accusation === 'general' && shown) why('accusation-general', 50);
  if (t.insult === 'mild') why('insult-mild', 42);
  if (s.spread && t.sentiment === 'negative') why('spread', 44);
  if (t.sentiment === 'negative') why(s.stars === 1 ? 'one-star' : 'negative', s.stars === 1 ? 36 : 32);
  if (t.sentiment === 'mixed') why('mixed', 27);
  if (contradicts(s)) why('contradiction', 26);
  if (t.sentiment === 'neutral' && s.question) why('question', 21);
  if (t.unread) why('unread', positive ? 25 : 48);
  else if (t.partial) why('partial', positive ? 20 : 25);
  if (t.personal.some((p) => p.type !== 'CLINIC_CONTACT' && p.type !== 'PERSON')) why('personal', 22);
  if (found('wrong-place')) why('elsewhere', 22);
  if (t.hearsay) why('hearsay', 24);
  if (s.silence === 'sensitive') why('sensitive', positive ? 21 : 34);
  // Thanks are not enough where something else comes first.
  else if (positive && !today && !contradicts(s) && !isUnthanked(t.risks)) why('positive', 8);
  if (s.wordless && (s.stars !== null || s.recommends !== null)) why('stars-only', 10);
  if (reasons.length === 0) why('nothing', s.wordless ? 15 : 20);
  return reasons;
}
