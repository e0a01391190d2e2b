import type { PostedAt } from '../contract/review.ts';
import { type Deadline, isFound, type Triage } from '../contract/triage.ts';
import { dayOf, endOf, monthsAfter, workingDaysAfter } from '../desk/calendar.ts';
import type { DeadlineKind, Next, Reason, Sentences } from './sentences.ts';

export interface Standing {
  readonly triage: Pick<
    Triage,
    'sentiment' | 'insult' | 'accusation' | 'threat' | 'risks' | 'personal' | 'hearsay' | 'urgent' | 'partial'
  >;
  readonly stars: number | null;
  readonly recommends: boolean | null;
  readonly answered: boolean | null;
  readonly doxxing: boolean;
  readonly sexual: boolean;
  readonly stalking: boolean;
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

/** Ranks a review for the queue: the gravest reason sets the floor, lesser ones add a little. */
export function rank(s: Standing, sentences: Sentences): Order {
  const t = s.triage;
  const has = (kind: string): boolean => t.risks.some((risk) => risk.kind === kind);
  const reasons: [Reason, number][] = [];
  const why = (reason: Reason, points: number): void => {
    reasons.push([reason, points]);
  };
  if (isFound(t.risks, 'self-harm')) why('self-harm', 97);
  else if (has('self-harm')) why('maybe-self-harm', 77);
  if (t.threat === 'violence') why('violence', 95);
  if (s.sexual && t.urgent) why('sexual', 90);
  if (has('serious-injury') && t.urgent) why('serious-injury', 88);
  if (s.stalking) why('harassment', 86);
  if (s.doxxing) why('doxxing', 84);
  if (t.urgent && reasons.length === 0) why('serious-injury', 82);
  if (has('public-danger')) why('public-danger', 78);
  if (has('threat-violence') && t.threat !== 'violence') why('maybe-violence', 76);
  if (has('crime-claim')) why('crime-claim', 66);
  if (t.threat === 'legal') why('legal', 64);
  if (has('demand')) why('demand', 62);
  if (has('recording')) why('recording', 60);
  if (has('hygiene-claim')) why('hygiene-claim', 60);
  if (has('credit')) why('credit', 58);
  if (t.accusation === 'specific') why('accusation-specific', 58);
  if (has('harassment') && !s.stalking) why('harassment', 56);
  if (t.insult === 'severe') why('insult-severe', 54);
  if (has('discrimination')) why('discrimination', 52);
  if (has('private-life')) why('private-life', 52);
  if (t.accusation === 'general') why('accusation-general', 50);
  if (has('fake-engagement')) why('fake', 46);
  if (t.insult === 'mild') why('insult-mild', 42);
  if (s.spread && t.sentiment === 'negative') why('spread', 44);
  if (t.sentiment === 'negative') why(s.stars === 1 ? 'one-star' : 'negative', s.stars === 1 ? 36 : 32);
  if (t.sentiment === 'mixed') why('mixed', 27);
  if (contradicts(s)) why('contradiction', 26);
  if (t.sentiment === 'neutral' && s.question) why('question', 21);
  if (t.partial) why('partial', t.sentiment === 'positive' ? 20 : 25);
  if (t.personal.some((p) => p.type !== 'CLINIC_CONTACT' && p.type !== 'PERSON')) why('personal', 22);
  if (t.hearsay) why('hearsay', 24);
  if (t.sentiment === 'positive') why('positive', 8);
  if (s.wordless && (s.stars !== null || s.recommends !== null)) why('stars-only', 10);
  if (reasons.length === 0) why('nothing', 20);
  reasons.sort((a, b) => b[1] - a[1]);

  const top = (reasons[0] as [Reason, number])[1];
  const more = reasons.slice(1, 5).reduce((sum, [, points]) => sum + (points >= 40 ? 3 : points >= 24 ? 1 : 0), 0);
  let priority = Math.min(top >= TODAY ? 100 : TODAY - 1, top + more);
  if (s.answered && priority < TODAY) priority = Math.max(5, priority - 15);
  if (s.answered) reasons.push(['answered', 0]);
  else if (s.answered === false && t.sentiment !== 'positive') reasons.push(['unanswered', 0]);

  const next = nextSteps(s, has);
  return {
    priority: Math.round(priority),
    reasons: reasons.map(([reason]) => sentences.reasons[reason]),
    next: next.map((step) => sentences.next[step]),
    deadlines: deadlines(s, has, !next.includes('leave') && !isUnanswerable(s), sentences),
  };
}

function contradicts(s: Standing): boolean {
  const { sentiment } = s.triage;
  if (s.stars !== null) return (s.stars >= 4 && sentiment === 'negative') || (s.stars <= 2 && sentiment === 'positive');
  return s.recommends === true ? sentiment === 'negative' : s.recommends === false && sentiment === 'positive';
}

function nextSteps(s: Standing, has: (kind: string) => boolean): Next[] {
  const t = s.triage;
  const steps: Next[] = [];
  const go = (...more: Next[]): void => {
    for (const step of more) if (!steps.includes(step)) steps.push(step);
  };
  if (t.partial) go('expand');
  const crisis = isFound(t.risks, 'self-harm');
  if ((has('self-harm') && !crisis) || (has('threat-violence') && t.threat !== 'violence')) go('look');
  if (crisis) go('helpline', 'no-reply', 'doctor');
  if (t.threat === 'violence') go('police', 'capture', 'no-reply');
  // An answer would only lead more readers to the data, or feed who follows staff: have it taken down first.
  if (s.doxxing) go('capture', 'report-privacy', 'lawyer', 'no-reply');
  if (s.stalking || has('harassment')) go('capture', 'report-abuse');
  if (s.stalking) go('no-reply');
  if (t.urgent && t.threat !== 'violence' && !crisis) go('doctor', 'capture', 'no-reply');
  if (has('crime-claim') || has('hygiene-claim') || has('public-danger')) go('capture', 'check', 'lawyer');
  if (has('credit') || has('private-life') || has('demand')) go('capture', 'lawyer');
  if (t.threat === 'legal') go('lawyer', ...(steps.includes('no-reply') ? [] : (['reply-neutral'] as const)));
  if (t.accusation !== 'none' && !steps.includes('no-reply')) go('capture', 'doctor', 'reply-neutral');
  if (has('insult')) go('capture', 'report-abuse');
  if (has('fake-engagement')) go('capture', 'report-fake');
  if (has('wrong-place')) go('report-off-topic');
  if (has('ex-employee')) go('hr');
  if (!steps.includes('no-reply') && !steps.includes('reply-neutral')) {
    if (t.sentiment === 'positive') go('thank');
    else if (t.sentiment === 'neutral') go(s.question ? 'reply-neutral' : 'leave');
    else if (!s.answered) go('reply');
  }
  if (t.personal.some((p) => p.type !== 'CLINIC_CONTACT')) go('mask');
  return steps;
}

/**
 * Nothing is to be said in public, so no clock drives anybody to it (law reference 2.5, 3.5). An allegation of serious
 * injury is not among them: the doctor looks the same day, and a neutral answer follows.
 */
const isUnanswerable = (s: Standing): boolean =>
  isFound(s.triage.risks, 'self-harm') || s.triage.threat === 'violence' || s.doxxing || s.stalking;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Hours run to the minute; periods of days and months end with their last day in Taipei (lib/desk/calendar.ts). */
function deadlines(s: Standing, has: (kind: string) => boolean, answerable: boolean, sentences: Sentences): Deadline[] {
  const list: Deadline[] = [];
  const posted =
    s.postedAt && (s.postedAt.precision === 'minute' || s.postedAt.precision === 'day') ? parsed(s.postedAt.iso) : null;
  const seen = parsed(s.firstSeen);
  const put = (kind: DeadlineKind, from: number, due: string): void => {
    list.push({ what: sentences.deadlines[kind], from: new Date(from).toISOString(), due });
  };
  const start = posted ?? seen;
  if (start !== null && s.answered !== true && answerable) put('reply', start, new Date(start + DAY).toISOString());
  if (seen !== null && has('serious-injury')) put('care', seen, endOf(workingDaysAfter(dayOf(seen), 5)));
  const criminal =
    has('insult') ||
    has('credit') ||
    has('private-life') ||
    has('crime-claim') ||
    has('hygiene-claim') ||
    has('accusation');
  if (seen !== null && criminal) put('complaint', seen, endOf(monthsAfter(dayOf(seen), 6)));
  return list;
}

function parsed(iso: string | null | undefined): number | null {
  if (!iso) return null;
  const ms = Date.parse(iso);
  return Number.isFinite(ms) && Math.abs(ms) < 8e15 ? ms : null;
}
