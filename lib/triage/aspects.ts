import type { Aspect, Polarity, Sentiment, Triage } from '../contract/triage.ts';
import { ASPECTS } from '../contract/triage.ts';
import { unfold } from '../privacy/fold.ts';
import { aspectFeatures, type Facts, type Tallies, type Tally } from './features.ts';
import { sigmoid } from './linear.ts';
import type { Opinion } from './model/judge.ts';
import { NO_ASPECT, OTHER, type Reading } from './reading.ts';
import type { Balance, Judged } from './sentiment.ts';
import { ASPECT_THRESHOLDS, ASPECT_WEIGHTS } from './weights.ts';

/** Evidence spans kept per aspect: enough to show, few enough to store. */
const MAX_SPANS = 12;

export function judgeAspects(
  reading: Reading,
  sum: Balance,
  judged: Judged,
  tallies: Tallies,
  fact: Facts,
  opinion: Opinion | null,
): { aspects: Triage['aspects']; evidence: Triage['evidence'] } {
  const aspects: Triage['aspects'] =
    opinion?.aspects(judged.chances) ?? aspectsByRule(reading, sum, judged, tallies, fact);
  if (Object.keys(aspects).length === 0 && judged.sentiment !== 'neutral') {
    const polarity = judged.sentiment === 'mixed' ? 'mixed' : judged.sentiment === 'positive' ? 'pos' : 'neg';
    aspects[namedMost(tallies) ?? 'other'] = polarity;
  }
  // Nothing but a general remark has the mood of the whole.
  const [only, ...more] = Object.keys(aspects);
  if (only === 'other' && more.length === 0) {
    if (judged.sentiment === 'negative') aspects.other = 'neg';
    if (judged.sentiment === 'positive') aspects.other = 'pos';
  }
  return { aspects, evidence: evidenceOf(reading, aspects, opinion) };
}

/** The aspect that words of stance name most; null: a stance without any is about the place as such (RUBRIC.md). */
function namedMost(tallies: Tallies): Aspect | null {
  let most = 0;
  let named: Aspect | null = null;
  for (const [place, aspect] of ASPECTS.entries()) {
    const { directPositive, directNegative } = tallies[place] as Tally;
    if (directPositive + directNegative <= most) continue;
    most = directPositive + directNegative;
    named = aspect;
  }
  return named;
}

function aspectsByRule(
  reading: Reading,
  sum: Balance,
  judged: Judged,
  tallies: Tallies,
  fact: Facts,
): Triage['aspects'] {
  const letters = reading.text.codes.length;
  const aspects: Triage['aspects'] = {};
  let found = 0;
  for (const [place, aspect] of ASPECTS.entries()) {
    const row = aspectFeatures(place, tallies, fact, judged.chances, sum, letters);
    if (sigmoid(ASPECT_WEIGHTS[aspect], row) < ASPECT_THRESHOLDS[aspect]) continue;
    if (aspect === 'other' && judged.sentiment === 'neutral' && found === 0) continue;
    aspects[aspect] = polarityOf(tallies[place] as Tally, judged.sentiment);
    found++;
  }
  return aspects;
}

function evidenceOf(reading: Reading, aspects: Triage['aspects'], opinion: Opinion | null): Triage['evidence'] {
  const evidence: Triage['evidence'] = {};
  const spans: [number, number][][] = [];
  for (const stance of reading.stances) {
    const place = stance.aspect === NO_ASPECT ? OTHER : stance.aspect;
    let of = spans[place];
    if (!of) {
      if (!aspects[ASPECTS[place] as Aspect]) continue;
      of = [];
      spans[place] = of;
      evidence[ASPECTS[place] as Aspect] = of;
    }
    if (of.length < MAX_SPANS) of.push(unfold(reading.text.folded, stance.start, stance.end));
  }
  // Where no curated word names the aspect, the clause that speaks most clearly of it.
  for (const aspect of Object.keys(aspects) as Aspect[]) {
    if (evidence[aspect]) continue;
    const clause = reading.clauses[opinion?.clauseFor(aspect) ?? -1];
    if (clause) evidence[aspect] = [unfold(reading.text.folded, clause.start, clause.end)];
  }
  return evidence;
}

/** The whole review's stance colours faint evidence: one kind word in an angry review is no praise. */
function polarityOf(found: Tally, sentiment: Sentiment): Polarity {
  let { positive, negative } = found;
  if (sentiment === 'negative') positive *= 0.35;
  if (sentiment === 'positive') negative *= 0.4;
  if (Math.min(positive, negative) >= 1 && Math.min(positive, negative) / (positive + negative) > 0.3) return 'mixed';
  if (positive === negative) return sentiment === 'positive' ? 'pos' : 'neg';
  return positive > negative ? 'pos' : 'neg';
}
