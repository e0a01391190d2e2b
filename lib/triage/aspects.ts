import type { Aspect, Polarity, Sentiment, Triage } from '../contract/triage.ts';
import { ASPECTS } from '../contract/triage.ts';
import { unfold } from '../privacy/fold.ts';
import { aspectFeatures, type Facts, type Tallies, type Tally } from './features.ts';
import type { Insult } from './insult.ts';
import { waitsForBuilding } from './lifts.ts';
import { sigmoid } from './linear.ts';
import { blamedFor, praisedFor } from './lone.ts';
import type { Opinion } from './model/judge.ts';
import { fearsForMoney, speaksOfMoney } from './purse.ts';
import { NO_ASPECT, OTHER, type Reading } from './reading.ts';
import { praisesRival } from './rival.ts';
import type { Balance, Judged } from './sentiment.ts';
import { ASPECT_THRESHOLDS, ASPECT_WEIGHTS } from './weights.ts';

/** Evidence spans kept per aspect: enough to show, few enough to store. */
const MAX_SPANS = 12;
/** From this confidence on a text is taken to be neutral indeed. */
const SURELY = 0.5;

type Aspects = Triage['aspects'];

export function judgeAspects(
  reading: Reading,
  sum: Balance,
  judged: Judged,
  tallies: Tallies,
  fact: Facts,
  opinion: Opinion | null,
  insult: Insult,
  starred: boolean,
): { aspects: Aspects; evidence: Triage['evidence'] } {
  // A question or a fact takes no stance on anything (RUBRIC.md); where it is doubtful whether it is one, the heads are heard.
  if (judged.sentiment === 'neutral' && judged.confidence >= SURELY) return { aspects: {}, evidence: {} };
  const heard = opinion?.aspects(judged.chances) ?? aspectsByRule(reading, sum, judged, tallies, fact);
  const polarity = POLARITY_OF[judged.sentiment];
  let aspects = settled(heard, reading, judged.sentiment, starred);
  if (Object.keys(aspects).length === 0 && polarity) aspects = { [namedMost(tallies) ?? 'other']: polarity };
  const [only, ...more] = Object.keys(aspects);
  if (only === 'other' && more.length === 0) {
    // Nothing but a general remark has the mood of the whole.
    if (polarity === 'neg') aspects = { [blamedFor(reading, insult) ?? 'other']: polarity };
    if (polarity === 'pos') aspects = { [praisedFor(reading) ?? 'other']: polarity };
  }
  return { aspects, evidence: evidenceOf(reading, aspects, opinion) };
}

const POLARITY_OF = { positive: 'pos', negative: 'neg', mixed: 'mixed', neutral: null } as const;

/** Somebody explains: of posts that is good information, of reviews with stars good care (RUBRIC.md, FORUM_RUBRIC.md). */
const EXPLAINED =
  /(?:講|說|寫)得?(?:都)?(?:很|蠻|超|非常)?(?:清楚|詳細|明白|仔細)|解釋|解說|講解|說明|解惑|告知|有問我?有沒有|explain|explanation|説明/i;

/** What the heads heard, less what cannot be meant. */
function settled(heard: Aspects, reading: Reading, sentiment: Sentiment, starred: boolean): Aspects {
  if (sentiment === 'negative' && praisesRival(reading)) return { other: 'neg' };
  const aspects = { ...heard };
  if (aspects.price && !speaksOfMoney(reading)) delete aspects.price;
  if (aspects.price && fearsForMoney(reading)) delete aspects.other;
  if (aspects.booking_wait && waitsForBuilding(reading)) {
    delete aspects.booking_wait;
    aspects.environment ??= 'neg';
  }
  if (sentiment === 'positive' && EXPLAINED.test(reading.text.folded.text)) {
    if (!starred) aspects.information ??= 'pos';
    else if (aspects.information === 'pos' && Object.keys(aspects).length > 1) delete aspects.information;
  }
  return aspects;
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

function aspectsByRule(reading: Reading, sum: Balance, judged: Judged, tallies: Tallies, fact: Facts): Aspects {
  const letters = reading.text.codes.length;
  const aspects: Aspects = {};
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

function evidenceOf(reading: Reading, aspects: Aspects, opinion: Opinion | null): Triage['evidence'] {
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
