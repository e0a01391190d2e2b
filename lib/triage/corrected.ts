import { type Change, type Correction, type Quote, SET_BY_STAFF } from '../contract/correction.ts';
import type { Review } from '../contract/review.ts';
import {
  type Finding,
  type FindingKind,
  HUNCH,
  isFound,
  isStalking,
  type Triage,
  type Urgency,
  urgencyOf,
} from '../contract/triage.ts';
import { rank } from './priority.ts';
import { FACTS, KINDS } from './rules/kinds.ts';
import type { Sentences } from './sentences.ts';
import { EN } from './sentences-en.ts';
import { ZH } from './sentences-zh.ts';
import { silenceOf } from './silence.ts';

/** What the order of a review is decided from, beside what was read in its text. */
export interface Around {
  review: Pick<Review, 'text' | 'rating' | 'recommends' | 'ownerReply' | 'postedAt'>;
  firstSeen: string | null;
  /** Language of the sentences, as of the triage. */
  language: string;
}

/**
 * A triage with staff's corrections applied, oldest first, each upon what the ones before it left. Pure, and the same
 * again after the rules changed: a correction names kinds and words, not the findings of one edition. Words that are
 * no longer in the text leave their correction without effect.
 */
export function corrected(original: Triage, corrections: readonly Correction[], around: Around): Triage {
  const live = standing(corrections);
  if (live.length === 0) return original;
  const sentences = around.language === 'en' ? EN : ZH;
  const changes = live.map(({ change }) => change);
  let result: Triage = { ...original, aspects: { ...original.aspects }, evidence: { ...original.evidence } };
  for (const change of changes) apply(result, change, around.review.text, sentences);
  const reread = changes.some(({ what }) => what !== 'aspect' && what !== 'urgency');
  if (reread) result = reordered(original, result, around, sentences);
  const urgency = changes.findLast((change) => change.what === 'urgency');
  if (urgency) {
    result.priority = into(urgency.to, result.priority);
    result.reasons = [sentences.reasons['set-by-staff'], ...result.reasons];
  } else if (reread) result.reasons = [...result.reasons, sentences.reasons['corrected-by-staff']];
  return result;
}

/** Those that were not taken back, oldest first. */
export const standing = (corrections: readonly Correction[]): Correction[] =>
  corrections.filter(({ takenBack }) => takenBack === null).sort((a, b) => a.at.localeCompare(b.at));

function apply(triage: Triage, change: Change, text: string, sentences: Sentences): void {
  switch (change.what) {
    case 'not-this':
      triage.risks = without(triage.risks, change, anchored(change.places, text));
      return;
    case 'other-kind': {
      const at = anchored(change.places, text);
      triage.risks = withKind(without(triage.risks, change, at), change.to, at, sentences);
      return;
    }
    case 'missing':
      triage.risks = withKind(triage.risks, change.to, anchored(change.places, text), sentences);
      return;
    case 'aspect':
      if (change.to === null) {
        delete triage.aspects[change.aspect];
        delete triage.evidence[change.aspect];
      } else triage.aspects[change.aspect] = change.to;
      return;
    case 'sentiment':
      triage.sentiment = change.to;
      triage.sentimentConfidence = SET_BY_STAFF;
      return;
    case 'urgency':
      return;
  }
}

type At = readonly [start: number, end: number];

/** Where the quoted words stand now: at their old place, else where they stand nearest to it. */
function anchored(quotes: readonly Quote[], text: string): At[] {
  return quotes.flatMap(({ start, quote }) => {
    const at = text.startsWith(quote, start) ? start : nearest(text, quote, start);
    return at < 0 ? [] : [[at, at + quote.length] as const];
  });
}

function nearest(text: string, quote: string, to: number): number {
  const before = text.lastIndexOf(quote, to);
  const after = text.indexOf(quote, Math.max(0, to));
  if (before < 0 || after < 0) return Math.max(before, after);
  return to - before <= after - to ? before : after;
}

const meets = ({ start, end }: Finding, at: readonly At[]): boolean =>
  at.some(([from, to]) => start < to && from < end);

/** Of a dismissed hunch nothing goes that is more by now. */
const without = (
  risks: readonly Finding[],
  { kind, hunch = false }: { kind: FindingKind; hunch?: boolean | undefined },
  at: readonly At[],
): Finding[] => risks.filter((risk) => risk.kind !== kind || !meets(risk, at) || (hunch && risk.confidence > HUNCH));

function withKind(risks: readonly Finding[], kind: FindingKind, at: readonly At[], sentences: Sentences): Finding[] {
  const added = at
    .filter((place) => !risks.some((risk) => risk.kind === kind && meets(risk, [place])))
    .map(
      ([start, end]): Finding => ({
        kind,
        start,
        end,
        severity: KINDS[kind].severity,
        confidence: SET_BY_STAFF,
        statutes: [...KINDS[kind].statutes],
        why: sentences.why[kind],
        action: sentences.action[kind],
      }),
    );
  const weight = { high: 2, medium: 1, low: 0 };
  return [...added, ...risks].sort((a, b) => weight[b.severity] - weight[a.severity]);
}

const ABUSE: readonly FindingKind[] = ['insult', 'harassment', 'threat-violence'];

/** Levels, forms and order anew from the findings that are left or were added. */
function reordered(original: Triage, read: Triage, around: Around, sentences: Sentences): Triage {
  const has = (...kinds: FindingKind[]): boolean => read.risks.some(({ kind }) => kinds.includes(kind));
  const had = (...kinds: FindingKind[]): boolean => original.risks.some(({ kind }) => kinds.includes(kind));
  const lost = (...kinds: FindingKind[]): boolean => had(...kinds) && !has(...kinds);
  const won = (...kinds: FindingKind[]): boolean => has(...kinds) && !had(...kinds);
  const triage: Triage = { ...read };
  if (lost('insult')) triage.insult = 'none';
  else if (won('insult') && triage.insult === 'none') triage.insult = 'mild';
  if (lost(...FACTS)) triage.accusation = 'none';
  else if (won(...FACTS) && triage.accusation === 'none') triage.accusation = 'specific';
  if (isFound(read.risks, 'threat-violence')) triage.threat = 'violence';
  else if (lost('threat-violence') || lost('threat-legal')) triage.threat = has('threat-legal') ? 'legal' : 'none';
  else if (won('threat-legal')) triage.threat = 'legal';
  const stalking = isStalking(read.risks);
  const grave = has('threat-violence', 'self-harm', 'serious-injury') || stalking;
  const wasGrave = had('threat-violence', 'self-harm', 'serious-injury') || isStalking(original.risks);
  if (grave) triage.urgent = original.urgent || won('threat-violence', 'self-harm', 'serious-injury');
  else if (wasGrave) triage.urgent = false;
  triage.forms = original.forms.filter(
    (form) =>
      !(form === '網路謾罵' && lost(...ABUSE)) &&
      !((form === '個資洩漏' || form === '肉搜起底') && !has('personal-data')) &&
      !(form === '不實爆料' && triage.accusation === 'none'),
  );
  // The clinic's own words stay without an order whatever is said of them.
  if (original.priority === 0) return triage;
  const { review, firstSeen } = around;
  const said = (reason: keyof Sentences['reasons']): boolean => original.reasons.includes(sentences.reasons[reason]);
  const order = rank(
    {
      triage,
      stars: review.rating,
      recommends: review.recommends,
      answered: review.ownerReply !== null,
      sexual: said('sexual') && has('accusation', 'crime-claim', 'harassment'),
      emergency: said('emergency') && has('serious-injury'),
      silence: silenceOf(triage, review.text),
      spread: said('spread'),
      question: said('question'),
      wordless: review.text.trim() === '',
      postedAt: review.postedAt,
      firstSeen,
    },
    sentences,
  );
  return { ...triage, ...order };
}

/** Bounds of what each urgency means (urgencyOf). Below 5 nothing: 0 is the clinic's own voice. */
const BANDS: Record<Urgency, readonly [number, number]> = {
  today: [80, 100],
  soon: [50, 79],
  normal: [20, 49],
  calm: [5, 19],
};

/** The priority nearest to this one that has the urgency. */
function into(urgency: Urgency, priority: number): number {
  if (urgencyOf(priority) === urgency) return priority;
  const [low, high] = BANDS[urgency];
  return Math.min(high, Math.max(low, priority));
}
