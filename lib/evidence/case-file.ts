import * as z from 'zod/mini';
import { type Clinic, Decision, Finding, Mark, Note, Person, Review, Revision } from '../contract/index.ts';
import { canonicalJson } from './canonical.ts';
import { Manifest, Moment, momentOf } from './contract.ts';
import { OUTCOME_WORDS } from './log-words.ts';
import { maskOf } from './mask.ts';
import { CASE, INDEX } from './names.ts';
import { type Bundle, type Exporting, packUnits, type Unit, unitOf } from './package.ts';
import { casePage } from './pages/case-page.ts';
import { DECISION_WORDS, whoOf } from './words.ts';

/** A finding as it goes to the lawyer: with the words it rests on, which stay right when the text is masked. */
export const CaseFinding = z.extend(z.omit(Finding, { start: true, end: true }), { quote: z.string() });
export type CaseFinding = z.infer<typeof CaseFinding>;

export const CaseReview = z.object({
  key: z.string(),
  review: Review,
  firstSeen: z.string(),
  mark: Mark,
  findings: z.array(CaseFinding),
  revisions: z.array(Revision),
  decisions: z.array(Decision),
  notes: z.array(Note),
  drafts: z.array(z.object({ text: z.string(), at: z.string(), state: z.enum(['typed', 'used', 'set-aside']) })),
  /** From lib/desk/deadlines: what, from when, until when, by which statute, and what the count does not know. */
  deadlines: z.array(
    z.object({ what: z.string(), from: z.string(), due: z.string(), statute: z.string(), note: z.string() }),
  ),
});
export type CaseReview = z.infer<typeof CaseReview>;

/** What is handed over to be packed. */
export interface CaseInput {
  id: string;
  name: string;
  clinic: Clinic | null;
  reviews: readonly CaseReview[];
}

export const TimelineEntry = z.object({ at: z.string(), key: z.nullable(z.string()), text: z.string() });
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** case.json */
export const CaseFile = z.object({
  format: z.literal('replywell-case'),
  version: z.literal(1),
  id: z.string(),
  name: z.string(),
  clinic: z.string(),
  redacted: z.boolean(),
  madeAt: Moment,
  by: z.nullable(Person),
  reviews: z.array(CaseReview),
  captures: z.array(z.object({ path: z.string(), id: z.string(), key: z.string(), capturedAt: Moment })),
  timeline: z.array(TimelineEntry),
});
export type CaseFile = z.infer<typeof CaseFile>;

/** The finding with its words. */
export const caseFinding = (text: string, { start, end, ...finding }: Finding): CaseFinding => ({
  ...finding,
  quote: text.slice(start, end),
});

/**
 * The package of a case for the lawyer: captures (or only redacted copies of them, then everything else is masked
 * too), reviews, decisions, drafts, timeline, deadlines.
 */
export async function* packCase(
  input: CaseInput,
  bundles: readonly Bundle[],
  redacted: boolean,
  exporting: Exporting,
): AsyncGenerator<Uint8Array> {
  const units: Unit[] = [];
  const inOrder = bundles
    .map((bundle) => ({ bundle, at: takenAt(bundle) }))
    .sort((a, b) => Number(a.at > b.at) - Number(a.at < b.at));
  for (const [index, { bundle }] of inOrder.entries())
    units.push(await unitOf(bundle, `captures/${String(index + 1).padStart(2, '0')}/`));
  const wrong = units.find(({ manifest }) => (manifest.kind === 'redaction') !== redacted);
  if (wrong !== undefined) throw new Error(`${wrong.manifest.id} is ${redacted ? 'not redacted' : 'redacted'}`);
  const file = caseFile(redacted ? maskedCase(input) : input, units, redacted, exporting);
  const more = [
    { name: CASE, text: canonicalJson(file) },
    { name: INDEX, text: await casePage(file) },
  ];
  yield* packUnits(units, more, redacted ? 'redacted-case' : 'case', exporting);
}

/** Captures are numbered as they were taken; what was added to one comes right after it. */
function takenAt({ written }: Bundle): string {
  const { capturedAt, finishedAt } = Manifest.parse(JSON.parse(written));
  return `${capturedAt.utc} ${finishedAt.utc}`;
}

function caseFile(input: CaseInput, units: readonly Unit[], redacted: boolean, { at, by }: Exporting): CaseFile {
  return {
    format: 'replywell-case',
    version: 1,
    id: input.id,
    name: input.name,
    clinic: input.clinic?.name ?? '',
    redacted,
    madeAt: momentOf(at),
    by,
    reviews: [...input.reviews],
    captures: units.map(({ manifest: { id, key, capturedAt }, outer: { path } }) => ({ path, id, key, capturedAt })),
    timeline: timelineOf(
      input.reviews,
      units.map(({ manifest }) => manifest),
    ),
  };
}

function maskedCase(input: CaseInput): CaseInput {
  const { text, review } = maskOf(
    input.reviews.map((row) => row.review),
    [],
    input.clinic,
  );
  return {
    ...input,
    name: text(input.name),
    reviews: input.reviews.map((row) => ({
      ...row,
      review: review(row.review),
      findings: row.findings.map((finding) => ({ ...finding, quote: text(finding.quote), why: text(finding.why) })),
      revisions: row.revisions.map((revision) => ({ ...revision, text: text(revision.text) })),
      decisions: row.decisions.map((decision) => ({
        ...decision,
        ...(decision.text !== undefined && { text: text(decision.text) }),
        ...(decision.reason !== undefined && { reason: text(decision.reason) }),
      })),
      notes: row.notes.map((note) => ({ ...note, text: text(note.text) })),
      drafts: row.drafts.map((draft) => ({ ...draft, text: text(draft.text) })),
    })),
  };
}

/** What happened when, oldest first. A posting time that is known to the month only is no moment. */
export function timelineOf(reviews: readonly CaseReview[], captures: readonly Manifest[]): TimelineEntry[] {
  const entries = reviews.flatMap(
    ({ key, review, firstSeen, decisions, notes, drafts, revisions }): TimelineEntry[] => {
      const { postedAt, author } = review;
      const dated = postedAt.iso !== null && (postedAt.precision === 'minute' || postedAt.precision === 'day');
      return [
        ...(dated && postedAt.iso !== null
          ? [{ at: postedAt.iso, key, text: `${author.name} 發表（畫面顯示「${postedAt.shown}」）` }]
          : []),
        { at: firstSeen, key, text: '首次看到' },
        ...revisions.map(({ until }) => ({ at: until, key, text: '發現內容已修改' })),
        ...decisions.map(({ at, what, by, reason }) => ({
          at,
          key,
          text: `${DECISION_WORDS[what]}：${whoOf(by)['zh-TW']}${reason === undefined ? '' : `，理由：${reason}`}`,
        })),
        ...notes.map(({ at, by }) => ({ at, key, text: `備註${by === null ? '' : `：${by}`}` })),
        ...drafts.filter(({ state }) => state === 'used').map(({ at }) => ({ at, key, text: '使用回覆文字' })),
      ];
    },
  );
  const made = captures.map((capture) => ({
    at: madeAt(capture),
    key: capture.key,
    text: `${kindWord(capture)} ${capture.id}：${whoOf(capture.by)['zh-TW']}`,
  }));
  return [...entries, ...made]
    .map((entry) => ({ ...entry, at: momentOf(entry.at).utc }))
    .sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** What was added later carries the time of the capture that it belongs to besides its own. */
const madeAt = ({ kind, capturedAt, finishedAt, recording }: Manifest): string =>
  recording ? recording.from.utc : kind === 'annotation' ? finishedAt.utc : capturedAt.utc;

const kindWord = ({ kind, recheck, recording }: Manifest): string => {
  if (kind === 'annotation') return recording ? '螢幕錄影' : '加入畫面';
  return recheck === null ? '存證' : `重新檢查（${OUTCOME_WORDS[recheck.outcome]['zh-TW']}）`;
};
