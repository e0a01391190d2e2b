import { fail, ok, type Result } from '../../lib/contract/result.ts';
import type { SettingsView } from '../../lib/contract/views.ts';
import { civilDeadline, civilLimit, complaintDeadline, orderDeadline } from '../../lib/desk/deadlines.ts';
import {
  type Bundle,
  blobSource,
  bytesSource,
  type CaseReview,
  caseFinding,
  type Exporting,
  packCase,
  redactCapture,
} from '../../lib/evidence/index.ts';
import { custodyLog, getReview, heldCapture, type Store } from '../../lib/store/index.ts';

/** The stored capture as packages want it; `written` and `seal` as they were sealed. */
export async function bundleOf(store: Store, id: string): Promise<Result<Bundle & { key: string }>> {
  const held = await heldCapture(store, id);
  if (!held.ok) return held;
  const { head, files, timestamps } = held.value;
  if (!head.seal) return fail('not-found', 'seal');
  const log = await custodyLog(store);
  if (!log.ok) return log;
  const blobs = new Map(files.map(({ name, blob }) => [name, blob]));
  return ok({
    key: head.key,
    written: head.manifest,
    seal: head.seal,
    bytesOf: (name) => {
      const blob = blobs.get(name);
      return blob ? blobSource(blob) : bytesSource(new Uint8Array());
    },
    custody: log.value,
    timestamps,
  });
}

/** Several captures with their reviews, decisions, drafts and deadlines, as one stream for the lawyer. */
export async function caseStream(
  store: Store,
  ids: readonly string[],
  settings: SettingsView,
  exporting: Exporting,
  redacted: boolean,
): Promise<Result<AsyncGenerator<Uint8Array>>> {
  const bundles: (Bundle & { key: string })[] = [];
  for (const id of ids) {
    const bundle = await bundleOf(store, id);
    if (!bundle.ok) return bundle;
    bundles.push(bundle.value);
  }
  const reviews: CaseReview[] = [];
  for (const key of new Set(bundles.map((bundle) => bundle.key))) {
    const review = await caseReview(store, key, settings.preferences.language);
    if (review.ok) reviews.push(review.value);
    else if (review.failure !== 'not-found') return review;
  }
  const given = redacted
    ? await Promise.all(bundles.map((bundle) => masked(bundle, reviews, settings, exporting)))
    : bundles;
  const name = settings.clinic?.name ?? '';
  return ok(packCase({ id: crypto.randomUUID(), name, clinic: settings.clinic, reviews }, given, redacted, exporting));
}

/** A copy with third persons masked. Pictures nobody has covered by hand, so there are none in it. */
async function masked(
  bundle: Bundle,
  reviews: readonly CaseReview[],
  { clinic }: SettingsView,
  { at, by, build, key }: Exporting,
): Promise<Bundle> {
  const sealed = await redactCapture(bundle, {
    id: crypto.randomUUID(),
    at,
    by,
    build,
    key,
    pictures: [],
    previous: null,
    clinic,
    parties: reviews.map(({ review }) => review),
  });
  const made = new Map(sealed.made.map(({ name, bytes }) => [name, bytes]));
  return {
    written: sealed.written,
    seal: sealed.seal,
    bytesOf: (name) => bytesSource(made.get(name) ?? new Uint8Array()),
    custody: bundle.custody,
    timestamps: [],
  };
}

async function caseReview(store: Store, key: string, language: 'zh-TW' | 'en'): Promise<Result<CaseReview>> {
  const stored = await getReview(store, key);
  if (!stored.ok) return stored;
  const { row, notes, decisions, revisions } = stored.value;
  const drafts = await store.db.drafts.where('key').equals(row.key).sortBy('at');
  const deadlines = [
    orderDeadline(row.review.postedAt, row.firstSeen, language),
    complaintDeadline(row.firstSeen, language),
    civilDeadline(row.firstSeen, language),
    civilLimit(row.review.postedAt, row.firstSeen, language),
  ];
  return ok({
    key,
    review: row.review,
    firstSeen: row.firstSeen,
    mark: row.mark,
    findings: row.triage.risks.map((finding) => caseFinding(row.review.text, finding)),
    revisions,
    decisions,
    notes,
    drafts: drafts.map(({ text, at, state }) => ({ text, at, state })),
    deadlines: deadlines.map(({ what, from, due, statute, note }) => ({ what, from, due, statute, note })),
  });
}
