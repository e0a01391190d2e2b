import { ok, type Result } from '../../lib/contract/result.ts';
import type { Review } from '../../lib/contract/review.ts';
import type { SettingsView } from '../../lib/contract/views.ts';
import { civilDeadline, civilLimit, complaintDeadline, orderDeadline } from '../../lib/desk/deadlines.ts';
import {
  type Bundle,
  type CaseReview,
  caseFinding,
  type Exporting,
  Manifest,
  packCase,
} from '../../lib/evidence/index.ts';
import { bundleOf, getReview, type Store } from '../../lib/store/index.ts';

/**
 * Several captures with their reviews, decisions, drafts and deadlines, as one stream for the lawyer. `redacted`: the
 * captures are redacted copies, and everything else is masked too.
 */
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
    else {
      // Never stored, or purged since: what was captured is what there is.
      const [first] = bundles.filter((bundle) => bundle.key === key);
      const manifest = first && Manifest.safeParse(JSON.parse(first.written)).data;
      if (manifest) reviews.push(capturedReview(key, manifest, settings.preferences.language));
    }
  }
  const name = settings.clinic?.name ?? '';
  return ok(
    packCase({ id: crypto.randomUUID(), name, clinic: settings.clinic, reviews }, bundles, redacted, exporting),
  );
}

async function caseReview(store: Store, key: string, language: 'zh-TW' | 'en'): Promise<Result<CaseReview>> {
  const stored = await getReview(store, key);
  if (!stored.ok) return stored;
  const { row, notes, decisions, revisions } = stored.value;
  const drafts = await store.db.drafts.where('key').equals(row.key).sortBy('at');
  return ok({
    key,
    review: row.review,
    firstSeen: row.firstSeen,
    mark: row.mark,
    // What staff corrected is what stands.
    findings: (row.corrected ?? row.triage).risks.map((finding) => caseFinding(row.review.text, finding)),
    revisions,
    decisions,
    notes,
    drafts: drafts.map(({ text, at, state }) => ({ text, at, state })),
    deadlines: deadlinesOf(row.review, row.firstSeen, language),
  });
}

function capturedReview(
  key: string,
  { review, firstSeen, capturedAt }: Manifest,
  language: 'zh-TW' | 'en',
): CaseReview {
  const seen = (firstSeen?.at ?? capturedAt).utc;
  const nothing = { findings: [], revisions: [], decisions: [], notes: [], drafts: [] };
  return { ...nothing, key, review, firstSeen: seen, mark: 'open', deadlines: deadlinesOf(review, seen, language) };
}

const deadlinesOf = ({ postedAt }: Review, firstSeen: string, language: 'zh-TW' | 'en'): CaseReview['deadlines'] =>
  [
    orderDeadline(postedAt, firstSeen, language),
    complaintDeadline(firstSeen, language),
    civilDeadline(firstSeen, language),
    civilLimit(postedAt, firstSeen, language),
  ].map(({ what, from, due, statute, note }) => ({ what, from, due, statute, note }));
