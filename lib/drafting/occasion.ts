import { ASPECTS, type Aspect, type Polarity, type Triage } from '../contract/triage.ts';
import { guessed, type Topic, topicOf, unlisted } from './bank/topics.ts';
import { namesCondition, namesTreatment } from './medical.ts';

/** What a reply is about, decided once per review. */
export interface Occasion {
  kind:
    | 'praise'
    | 'mixed'
    | 'negative'
    | 'neutral'
    | 'question'
    | 'wordless-low'
    | 'wordless-praise'
    | 'grave'
    | 'legal';
  main: Aspect;
  second: Aspect | null;
  third: Aspect | null;
  /** What is good in a mixed review. */
  good: Aspect | null;
  /** The main aspect as the review narrows it. */
  topic: Topic;
  /** Health or an accusation is touched: the privacy sentence belongs in. */
  health: boolean;
  /** Asks about health: no advice by comment. */
  askingHealth: boolean;
  /** A death or a grave illness is spoken of: nothing cheerful. */
  solemn: boolean;
  /** Praise prevails, a complaint stands beside it. */
  soft: boolean;
  /** Four or five stars without words. */
  stars: 4 | 5 | null;
}

/** Aspects of the given polarities, the one with most evidence first. */
function ranked(triage: Triage, wanted: readonly Polarity[]): Aspect[] {
  return ASPECTS.filter((aspect) => {
    const polarity = triage.aspects[aspect];
    return polarity !== undefined && wanted.includes(polarity);
  })
    .map((aspect) => ({ aspect, weight: triage.evidence[aspect]?.length ?? 0, last: aspect === 'other' ? 1 : 0 }))
    .sort((a, b) => a.last - b.last || b.weight - a.weight || ASPECTS.indexOf(a.aspect) - ASPECTS.indexOf(b.aspect))
    .map(({ aspect }) => aspect);
}

const QUESTION =
  /[?？]|請問|想問|嗎(?:[\s，,。!！]|$)|正常嗎|怎麼辦|會不會|怎麼預約|幾點|\b(?:does|do you|is there|are you open|how (?:do|can|much))\b|ですか|ますか/i;

const GRAVE_ILLNESS =
  /往生|過世|去世|離世|辭世|病逝|走了|安詳|臨終|安寧|末期|病危|加護|癌|瘤|化療|放療|急救|昏迷|中風|心肌梗塞|敗血|流產|器捐|大體|\b(?:icu|passed away|died|death|cancer|hospice|palliative|chemo\w*|stroke|intensive care|late (?:father|mother|husband|wife))\b|亡くな|癌|がん|看取/i;

/** The words an aspect rests on with a little around them; the whole text where it is short or nothing is known. */
function around(triage: Triage, aspect: Aspect, text: string): string {
  const spans = triage.evidence[aspect] ?? [];
  if (spans.length === 0 || text.length <= 60) return text;
  return spans.map(([start, end]) => text.slice(Math.max(0, start - 14), end + 14)).join('\n');
}

const ASKING = /^\s*(?:請問|想問|請教|is there|are there|do you|does |can i|how (?:much|do|can))/i;

/** Stars stand for words where there are none; `recommends` is Facebook's two-valued star. */
export interface Rated {
  stars: number | null;
  recommends?: boolean | null | undefined;
}

export function occasionOf(triage: Triage, text: string, rated: Rated): Occasion {
  const sample = text.slice(0, 20_000);
  const bad = ranked(triage, ['neg', 'mixed']);
  const good = ranked(triage, ['pos', 'mixed']);
  const has = (kind: Triage['risks'][number]['kind']) => triage.risks.some((risk) => risk.kind === kind);
  const health =
    bad.includes('medical') || has('own-health') || has('serious-injury') || triage.accusation === 'specific';
  const stars = rated.stars ?? (rated.recommends === true ? 5 : rated.recommends === false ? 1 : null);
  // Emoji only: what they say is in the stars, or in what triage made of them.
  const words = /[\p{L}\p{N}]/u.test(sample);
  const about = (kind: Occasion['kind'], aspects: Aspect[]): Occasion => {
    const said = aspects[0] ?? 'other';
    // No aspect but "other": a plain word of the review is better than none.
    const guess = said === 'other' && words ? guessed(sample) : null;
    // What is praised is nothing to be sorry for.
    const main = guess && (kind === 'praise' || triage.aspects[guess] !== 'pos') ? guess : said;
    return {
      kind,
      main,
      second: aspects[1] ?? null,
      third: aspects[2] && aspects[2] !== 'other' ? aspects[2] : null,
      good:
        good.find((aspect) => aspect !== main && triage.aspects[aspect] === 'pos') ??
        good.find((aspect) => aspect !== main) ??
        (triage.sentiment === 'positive' && kind === 'mixed' && main !== 'other' ? 'other' : null),
      topic: topicOf(main, around(triage, main, sample), kind === 'praise'),
      health,
      askingHealth: kind === 'question' && (has('own-health') || namesCondition(sample) || namesTreatment(sample)),
      solemn: GRAVE_ILLNESS.test(sample),
      soft: triage.sentiment === 'positive',
      stars: rated.stars === 4 || rated.stars === 5 ? rated.stars : null,
    };
  };
  if (has('serious-injury')) return about('grave', bad);
  if (!words && stars !== null) {
    if (stars >= 4) return about('wordless-praise', []);
    return about('wordless-low', []);
  }
  if (triage.threat === 'legal') return about('legal', bad);
  if (triage.sentiment === 'positive') return bad.length > 0 ? about('mixed', bad) : about('praise', good);
  if (triage.sentiment === 'mixed') {
    if (bad.length > 0) return about('mixed', bad);
    return good.length > 0 && stars !== null && stars >= 4 ? about('praise', good) : about('mixed', ['other', ...good]);
  }
  // A plain question is no complaint, whatever triage made of it.
  if (stars === null && ASKING.test(sample) && bad.every((aspect) => aspect === 'other')) return about('question', []);
  if (triage.sentiment === 'negative' || bad.length > 0) {
    const named = bad.filter((aspect) => aspect !== 'other');
    return about(
      'negative',
      named.length === 0 ? bad : [...named, ...unlisted(sample, Object.keys(triage.aspects) as Aspect[])],
    );
  }
  if (good.length > 0) return about('praise', good);
  // A language nobody here reads still has stars.
  if (stars !== null && stars >= 4) return about('praise', []);
  if (stars !== null && stars <= 2) return about('negative', []);
  return about(QUESTION.test(sample) ? 'question' : 'neutral', []);
}
