import { ASPECTS } from '../../lib/contract/triage.ts';
import { SENTIMENTS } from '../../lib/triage/features.ts';
import { judgeInsult } from '../../lib/triage/insult.ts';
import { aspectRowsOf, claimRowOf, insultRowOf, mostLikely, sentimentRowOf } from '../../lib/triage/model/judge.ts';
import { chanceOf, type Summaries, summarise } from '../../lib/triage/model/rows.ts';
import { type Scores, scoreText } from '../../lib/triage/model/score.ts';
import { WIDTH } from '../../lib/triage/model/table.ts';
import type { Judges, TriageModel } from '../../lib/triage/model/weights.ts';
import { learnDangers } from './alarms.ts';
import { headsWithout } from './crossed.ts';
import { tellsDangers } from './dangers.ts';
import type { Sample } from './data.ts';
import { bestThreshold, learnHead, recallThreshold } from './heads.ts';
import { learnTable, type Prefixes, prefixesOf, type Table } from './table.ts';

/** Tables learnt without some folds, made once each. */
export class Tables {
  private readonly made = new Map<string, Table>();
  private readonly all: readonly Sample[];
  private readonly prefixes: Prefixes;

  constructor(all: readonly Sample[]) {
    this.all = all;
    this.prefixes = prefixesOf(all);
  }

  without(...folds: readonly number[]): Table {
    const left = [...new Set(folds)].sort();
    const key = left.join();
    let table = this.made.get(key);
    if (!table) {
      table = learnTable(
        this.all.filter((s) => !left.includes(s.fold)),
        this.prefixes,
      );
      this.made.set(key, table);
    }
    return table;
  }
}

const POLARITIES = ['pos', 'neg', 'mixed'] as const;
/** Violence announced, self-harm and doxxing are rules of their own: the urgent head learns what is alleged. */
const BY_RULE = new Set(['T10', 'T13', 'T22']);

/**
 * A missed danger costs more than a false alarm: of urgent reviews so many are to be found, of posts F with this beta is
 * to be best. Few reviews are urgent: a head that may lean on any of its columns would learn them by heart.
 */
interface UrgentBy {
  readonly pull: number;
  readonly threshold: (chances: readonly number[], truth: readonly boolean[]) => number;
}
const STARRED_URGENT: UrgentBy = { pull: 0.1, threshold: (chances, truth) => recallThreshold(chances, truth, 0.845) };
const BARE_URGENT: UrgentBy = { pull: 0.006, threshold: (chances, truth) => bestThreshold(chances, truth, 2) };

const isBare = (s: Sample): boolean => s.row.stars == null;
/**
 * Texts marked clause by clause say what is spoken of, better than how the whole leans or how grave it is; but for the
 * file that was written for the latter.
 */
const isWhole = (s: Sample): boolean => s.origin !== 'marked' || s.row.id.startsWith('marked-forum-sentiment');
const isReal = (s: Sample): boolean => s.origin === 'real';

/** Marked files that hold posts and comments, not only reviews. */
const holdsPosts = ({ row }: Sample): boolean => tellsDangers(row) || row.id.startsWith('marked-forum');

/** Whose heads are learnt from which texts. */
interface Readers {
  /** How much a text counts; 0 leaves it out. */
  readonly weigh: (s: Sample) => number;
  /** Whose sentiment and gravity are learnt from too. */
  readonly teachesStance: (s: Sample) => boolean;
  /** On which thresholds are set; they should be as the texts that will be read are. */
  readonly decides: (s: Sample) => boolean;
  readonly urgentBy: UrgentBy;
}

/** Texts of which only the table learns: how they are spread is not how reviews of clinics are. */
const fillsTable = (s: Sample): boolean => s.origin === 'marked' || s.origin === 'restaurant';

/** Reviews with stars; posts stand beside them with half the say, texts marked clause by clause only fill the table. */
const STARRED: Readers = {
  weigh: (s) => (fillsTable(s) ? 0 : isBare(s) ? 0.5 : 1),
  teachesStance: isWhole,
  decides: (s) => !isBare(s) && isReal(s),
  urgentBy: STARRED_URGENT,
};
/** Posts and comments, the marked ones too; reviews stand in where posts are few. */
const BARE: Readers = {
  weigh(s) {
    if (fillsTable(s)) return isBare(s) && holdsPosts(s) ? 1 : 0;
    return isBare(s) ? 1 : 0.3;
  },
  teachesStance: isWhole,
  decides: (s) => isBare(s) && isWhole(s),
  urgentBy: BARE_URGENT,
};
/** Real ones in other languages are a handful: those written for this project have to do. */
const FOREIGN: Readers = {
  weigh: (s) => (s.foreign && s.origin !== 'restaurant' ? 1 : 0),
  teachesStance: () => true,
  decides: () => true,
  urgentBy: BARE_URGENT,
};

/**
 * The model without the texts of fold `out` (null: with all). Heads learn from scores that each text got from a table
 * which had not seen its fold, so they know how far to trust it.
 */
export function learnModel(all: readonly Sample[], tables: Tables, out: number | null): TriageModel {
  const train = out === null ? all : all.filter((s) => s.fold !== out);
  const scored = train.map((s) => {
    const model = tables.without(s.fold, out ?? s.fold);
    return { s, model, scores: scoreText(s.reading, model) };
  });
  return {
    version: 5,
    width: WIDTH,
    ...(out === null ? tables.without() : tables.without(out)),
    dangers: learnDangers(scored),
    starred: learnJudges(scored, STARRED),
    bare: learnJudges(scored, BARE),
    foreign: learnJudges(scored, FOREIGN),
  };
}

function learnJudges(
  scored: readonly { readonly s: Sample; readonly scores: Scores }[],
  { weigh, teachesStance, decides, urgentBy }: Readers,
): Judges {
  const used = scored.filter(({ s }) => weigh(s) > 0);
  const train = used.map(({ s }) => s);
  const scores = used.map((u) => u.scores);
  const sums = scores.map(summarise);
  const importance = train.map(weigh);
  const thresholdOf = (chances: readonly number[], truth: readonly boolean[], by = bestThreshold): number =>
    by(
      chances.filter((_, i) => decides(train[i] as Sample)),
      truth.filter((_, i) => decides(train[i] as Sample)),
    );

  // Reviews also stand in for posts, which have no stars.
  const bare = train.map((s) => ({ ...s.counted, outside: { ...s.counted.outside, stars: null } }));
  const sentimentRows = train.map((s, i) => sentimentRowOf(s.counted, scores[i] as Scores));
  const bareRows = bare.map((c, i) => sentimentRowOf(c, scores[i] as Scores));
  const sentiment = SENTIMENTS.map((name) => {
    const truth = train.map((s) => s.row.sentiment === name);
    return learnHead([...sentimentRows, ...bareRows], [...truth, ...truth], {
      pull: 0.0015,
      steps: 300,
      importance: [
        ...train.map((s) => (teachesStance(s) ? 1 : 0)),
        ...train.map((s) => (teachesStance(s) ? (isBare(s) ? 3 : 0.2) : 0)),
      ],
    });
  });
  const chances = sentimentRows.map((row) => {
    const each = sentiment.map((head) => chanceOf(head, row));
    const total = each.reduce((a, b) => a + b, 0);
    return each.map((c) => c / total);
  });

  const aspectRows = train.map((s, i) =>
    aspectRowsOf(s.counted, sums[i] as Summaries, scores[i] as Scores, chances[i] as number[]),
  );
  const aspects: number[][] = [];
  const polarity: number[][][] = [];
  const aspectThresholds: number[] = [];
  ASPECTS.forEach((aspect, a) => {
    const rows = aspectRows.map((r) => r[a] as number[]);
    const truth = train.map((s) => s.row.aspects[aspect] !== undefined);
    const head = learnHead(rows, truth, { pull: 0.01, steps: 350, importance });
    aspects.push(head);
    aspectThresholds.push(
      thresholdOf(
        rows.map((row) => chanceOf(head, row)),
        truth,
      ),
    );
    const spoken = train.map((_, i) => i).filter((i) => truth[i]);
    polarity.push(
      POLARITIES.map((p) =>
        learnHead(
          spoken.map((i) => rows[i] as number[]),
          spoken.map((i) => train[i]?.row.aspects[aspect] === p),
          { pull: 0.01, steps: 250, importance: spoken.map((i) => importance[i] as number) },
        ),
      ),
    );
  });

  const graves = train.map((s, i) => (teachesStance(s) ? (importance[i] as number) : 0));
  const claimRows = train.map((s, i) =>
    claimRowOf(s.counted, sums[i] as Summaries, scores[i] as Scores, chances[i] as number[]),
  );
  const accuses = train.map((s) => s.row.accusation !== 'none');
  const accusation = learnHead(claimRows, accuses, { pull: 0.006, steps: 350, importance: graves });
  const accusing = train.map((_, i) => i).filter((i) => accuses[i]);
  const specific = learnHead(
    accusing.map((i) => claimRows[i] as number[]),
    accusing.map((i) => train[i]?.row.accusation === 'specific'),
    { pull: 0.01, steps: 300, importance: accusing.map((i) => graves[i] as number) },
  );
  const urgents = train.map((s) => s.row.urgent && !(s.row.risks ?? []).some((r) => BY_RULE.has(r)));
  const urgentFit = { pull: urgentBy.pull, steps: 350, importance: graves };
  const urgent = learnHead(claimRows, urgents, urgentFit);
  const urgency = headsWithout(
    train.map((s) => s.fold),
    claimRows,
    urgents,
    urgentFit,
  ).map((head, i) => chanceOf(head, claimRows[i] as number[]));
  const insultRows = train.map((s, i) => {
    const said = judgeInsult(s.counted.signals, mostLikely(chances[i] as number[]), s.reading);
    return insultRowOf(s.counted, said, sums[i] as Summaries, scores[i] as Scores, chances[i] as number[]);
  });
  const insults = train.map((s) => s.row.insult !== 'none');
  const insult = learnHead(insultRows, insults, { pull: 0.006, steps: 350, importance: graves });
  const said = (head: readonly number[]): number[] => claimRows.map((row) => chanceOf(head, row));
  return {
    heads: { sentiment, aspects, polarity, accusation, specific, urgent, insult },
    thresholds: {
      aspects: aspectThresholds,
      accusation: thresholdOf(said(accusation), accuses),
      insult: thresholdOf(
        insultRows.map((row) => chanceOf(insult, row)),
        insults,
      ),
      urgent: thresholdOf(urgency, urgents, urgentBy.threshold),
    },
  };
}
