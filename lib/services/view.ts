import { fail, ok, type PageView, type Result, type ReviewView } from '../contract/index.ts';
import { command } from '../messaging/commands.ts';
import type { From } from '../messaging/senders.ts';
import { getReview, typedText } from '../store/index.ts';
import { corrected } from '../triage/corrected.ts';
import { assess } from './assess.ts';
import type { Desk } from './desk.ts';
import type { Row } from './pages.ts';

/** The page of the sidebar's tab. A worker that restarted asks the page to say everything again and answers "reading". */
export async function pageView(desk: Desk, since: number, from: From): Promise<Result<PageView>> {
  // To every frame of the tab; a page that is gone will be told by its own absence.
  if (desk.pages.mustAsk(from.tabId)) void command('content.resync', {}, { tabId: from.tabId });
  return ok(desk.pages.view(from.tabId, since, await boundTo(desk, from.tabId)));
}

/** Whether the page is the clinic's own: what 「這是我的診所」 bound, by the ids and names of the profile. */
async function boundTo(desk: Desk, tabId: number): Promise<PageView['bound']> {
  const { clinic } = await desk.settings();
  if (!clinic) return 'no-profile';
  const place = desk.pages.main(tabId)?.page.place;
  const own = [...clinic.own.googlePlaces, ...clinic.own.facebookPages];
  return place && own.some((known) => known === place.id || known === place.name) ? 'own' : 'not-bound';
}

/** The row as it stands open, in this tab first (sidebar) or in any (dashboard). */
export function openRow(desk: Desk, key: string, from: From): { tabId: number; frameId: number; row: Row } | null {
  const here = from.kind === 'sidebar' ? desk.pages.find(from.tabId, key) : null;
  return here ? { tabId: from.tabId, ...here } : (desk.pages.everywhere(key)[0] ?? null);
}

/** All that is known of a review: what stands on the page wins over what was stored of it. */
export async function reviewView(desk: Desk, key: string, from: From): Promise<Result<ReviewView>> {
  const stored = await getReview(desk.store, key);
  const open = openRow(desk, key, from);
  if (!stored.ok && stored.failure !== 'not-found' && !open) return stored;
  const kept = stored.ok ? stored.value : null;
  const review = open?.row.review ?? kept?.row.review;
  if (!review) return fail('not-found');
  const settings = await desk.settings();
  const firstSeen = kept?.row.firstSeen ?? open?.row.firstSeen ?? null;
  const original = open?.row.original ?? assess(review, settings, firstSeen ?? new Date().toISOString());
  const corrections = kept?.corrections ?? [];
  const { language } = settings.preferences;
  const triage = corrected(original, corrections, { review, firstSeen, language });
  return ok({
    key,
    review,
    triage,
    original: triage === original ? null : original,
    corrections,
    relevance: open ? open.row.relevance : (kept?.row.relevance ?? null),
    mark: kept?.row.mark ?? open?.row.mark ?? 'open',
    onPage: open !== null && (from.kind === 'dashboard' || open.tabId === from.tabId),
    stored: kept !== null,
    firstSeen,
    notes: kept?.notes ?? [],
    decisions: kept?.decisions ?? [],
    revisions: kept?.revisions ?? [],
    typed: kept ? kept.typed : await typedOf(desk, key),
  });
}

async function typedOf(desk: Desk, key: string): Promise<string | null> {
  const typed = await typedText(desk.store, key);
  return typed.ok ? typed.value : null;
}
