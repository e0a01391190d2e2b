import type { Aspect, Polarity, Sentiment, Triage } from '../contract/triage.ts';
import { ASPECTS } from '../contract/triage.ts';
import type { Reading } from './reading.ts';
import { unfold } from '../privacy/fold.ts';

interface Tally {
  positive: number;
  negative: number;
  spans: [number, number][];
}

/** Evidence spans kept per aspect: enough to show, few enough to store. */
const MAX_SPANS = 12;

export function judgeAspects(
  reading: Reading,
  sentiment: Sentiment,
): { aspects: Triage['aspects']; evidence: Triage['evidence'] } {
  const tallies = new Map<Aspect, Tally>();
  for (const stance of reading.stances) {
    if (stance.aspect === null) continue;
    let tally = tallies.get(stance.aspect);
    if (!tally) {
      tally = { positive: 0, negative: 0, spans: [] };
      tallies.set(stance.aspect, tally);
    }
    // A word that names the aspect says more than a general one beside it.
    const weight = stance.weight * (stance.direct ? 1 : 0.6);
    if (stance.sign > 0) tally.positive += weight;
    else tally.negative += weight;
    if (tally.spans.length < MAX_SPANS) tally.spans.push(unfold(reading.text.folded, stance.start, stance.end));
  }
  const aspects: Triage['aspects'] = {};
  const evidence: Triage['evidence'] = {};
  let found = 0;
  for (const aspect of ASPECTS) {
    if (aspect === 'other') continue;
    const tally = tallies.get(aspect);
    if (!tally) continue;
    const polarity = polarityOf(tally, sentiment);
    if (!polarity) continue;
    aspects[aspect] = polarity;
    evidence[aspect] = tally.spans;
    found++;
  }
  if (found === 0 && sentiment !== 'neutral') {
    aspects.other = sentiment === 'mixed' ? 'mixed' : sentiment === 'positive' ? 'pos' : 'neg';
    const spans = reading.stances.slice(0, MAX_SPANS).map((s) => unfold(reading.text.folded, s.start, s.end));
    if (spans.length > 0) evidence.other = spans;
  }
  return { aspects, evidence };
}

/** The whole review's stance colours faint evidence: one kind word in an angry review is no praise. */
function polarityOf(tally: Tally, sentiment: Sentiment): Polarity | null {
  let { positive, negative } = tally;
  if (sentiment === 'negative') positive *= 0.35;
  if (sentiment === 'positive') negative *= 0.4;
  const most = Math.max(positive, negative);
  if (most < 0.6) return null;
  if (Math.min(positive, negative) >= 1 && Math.min(positive, negative) / (positive + negative) > 0.3) return 'mixed';
  return positive > negative ? 'pos' : 'neg';
}
