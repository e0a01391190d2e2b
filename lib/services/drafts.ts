import {
  type Decision,
  type DraftView,
  fail,
  type GuardResult,
  type Named,
  ok,
  type Person,
  type Result,
  type ReviewView,
  type Rule,
  type Tone,
} from '../contract/index.ts';
import { isApprover, mayReply, override as overrideRule } from '../desk/case.ts';
import { deskOf, mayConfirm, namedAt } from '../desk/naming.ts';
import { approvedTexts, compose, guard } from '../drafting/index.ts';
import { command } from '../messaging/commands.ts';
import type { From } from '../messaging/senders.ts';
import { loadSentences } from '../settings/sentences.ts';
import { noteUsedText, type Over, recentTexts, saveTyped } from '../store/index.ts';
import { record } from './decide.ts';
import type { Desk } from './desk.ts';
import { reasonOf } from './reason.ts';
import { openRow, reviewView } from './view.ts';

/** So many of the clinic's last replies no draft may repeat. */
const RECENT = 50;

/** Manager or doctor has looked at the claim. */
const isConfirmed = (decisions: readonly Decision[]): boolean =>
  decisions.some(({ what, by }) => what === 'confirmed' && isApprover(by));

/**
 * A draft for a review with the guard's word on it. Same `seed`, same text, as long as the clinic's last replies and own
 * sentences are the same; `draft.text` is null where no reply is the right answer.
 */
export async function composeDraft(
  desk: Desk,
  key: string,
  tone: Tone,
  seed: number,
  from: From,
): Promise<Result<DraftView>> {
  const view = await reviewView(desk, key, from);
  if (!view.ok) return view;
  const { clinic, preferences } = await desk.settings();
  const { review, triage, decisions } = view.value;
  const recent = await recentTexts(desk.store, RECENT);
  const own = await loadSentences();
  const draft = compose({
    triage,
    text: review.text,
    stars: review.rating,
    recommends: review.recommends,
    site: review.site,
    clinic,
    own,
    tone,
    seed,
    screen: preferences.language,
    recent: recent.ok ? recent.value : [],
    doctorReviewed: isConfirmed(decisions),
  });
  const approved = approvedTexts(own);
  return ok({ draft, guard: guard(draft.text ?? '', { review: review.text, clinic, approved }), seed });
}

/** What the person typed, kept although the review may not be stored: no crash or update loses it. */
export const keepTyped = (desk: Desk, key: string, text: string | null, over: Over): Promise<Result<null>> =>
  saveTyped(desk.store, key, text, new Date().toISOString(), over);

/**
 * A named person with the role lets a blocked text through; who, when, which rules, why and the text are kept. A reason
 * with a person's numbers in it is refused.
 */
export async function override(
  desk: Desk,
  key: string,
  text: string,
  rules: readonly Rule[],
  reason: string,
  picked: Person | undefined,
  from: From,
): Promise<Result<ReviewView>> {
  const settings = await desk.settings();
  const named = namedAt(deskOf(settings), picked);
  if (!named.ok) return named;
  const allowed = overrideRule(named.value.by, 'block', reason);
  if (!allowed.ok) return allowed;
  const said = reasonOf(allowed.value.reason, settings.clinic);
  if (!said.ok) return said;
  return record(desk, key, { what: 'override', text, rules: [...rules], reason: said.value, ...named.value }, from);
}

/** That somebody has read what the guard asks about. `by`: a manager or doctor picked for it, who is not on duty. */
export interface Consent {
  confirmed: boolean;
  by?: Person | undefined;
}

interface Leaving {
  result: GuardResult;
  named: Named;
}

/**
 * Whether this very text may leave, and under whose name: the guard is asked again here, whatever the sidebar showed.
 * A block needs a recorded override of the same text; a warning a named person's confirmation, and a manager's or
 * doctor's where it binds the clinic.
 */
async function mayLeave(desk: Desk, view: ReviewView, text: string, consent: Consent): Promise<Result<Leaving>> {
  const settings = await desk.settings();
  const { clinic } = settings;
  const here = deskOf(settings);
  const named = namedAt(here, consent.by);
  if (!named.ok) return named;
  const onDuty = named.value.by;
  const may = mayReply(onDuty, view.triage.risks);
  if (!may.ok && !isConfirmed(view.decisions)) return may;
  const approved = approvedTexts(await loadSentences());
  const result = guard(text, { review: view.review.text, clinic, approved });
  const blocked = result.violations.filter(({ severity }) => severity === 'block').map(({ rule }) => rule);
  const overridden = view.decisions.some(
    ({ what, text: passed, rules = [] }) =>
      what === 'override' && passed === text && blocked.every((rule) => rules.includes(rule)),
  );
  if (result.verdict === 'block' && !overridden) return fail('guard-blocks');
  if (result.verdict === 'warn' && !overridden) {
    const person = mayConfirm(
      { ...here, onDuty },
      result.violations.map(({ rule }) => rule),
    );
    if (!person.ok) return person;
    if (!consent.confirmed) return fail('guard-blocks');
  }
  return ok({ result, named: named.value });
}

export async function noteCopied(
  desk: Desk,
  key: string,
  text: string,
  consent: Consent,
  from: From,
): Promise<Result<null>> {
  const view = await reviewView(desk, key, from);
  if (!view.ok) return view;
  const may = await mayLeave(desk, view.value, text, consent);
  if (!may.ok) return may;
  return used(desk, key, 'copied', text, may.value, from);
}

/** Which of the tab's frames holds the site's reply box: on Google it is another one than the review's. */
function boxFrames(desk: Desk, tabId: number, frameId: number): number[] {
  const frames = [...desk.pages.tab(tabId).frames];
  const replies = frames
    .filter(([, { page }]) => page.kind === 'reply-frame' || page.kind === 'manager')
    .map(([id]) => id);
  return [...new Set([...replies, frameId])];
}

export async function identity(desk: Desk, key: string, from: From) {
  const open = openRow(desk, key, from);
  if (!open) return fail('not-on-page');
  let answer: Result<{ postsAs: string | null; reviewId: string | null }> = fail('no-reply-box');
  for (const frameId of boxFrames(desk, open.tabId, open.frameId)) {
    answer = await command('content.identity', { id: open.row.review.id }, { tabId: open.tabId, frameId });
    if (answer.ok) return answer;
  }
  return answer;
}

export async function insert(desk: Desk, key: string, text: string, consent: Consent, from: From) {
  const view = await reviewView(desk, key, from);
  if (!view.ok) return view;
  const open = openRow(desk, key, from);
  if (!open || !view.value.onPage) return fail('not-on-page');
  if (desk.pages.find(open.tabId, key)?.frame.health.status === 'broken') return fail('page-broken');
  const may = await mayLeave(desk, view.value, text, consent);
  if (!may.ok) return may;
  let answer: Result<{ postsAs: string | null; watched: boolean }> = fail('no-reply-box');
  for (const frameId of boxFrames(desk, open.tabId, open.frameId)) {
    answer = await command('content.insert', { id: open.row.review.id, text }, { tabId: open.tabId, frameId });
    // Another frame may hold the box; any other failure has touched one and must not be tried elsewhere.
    if (answer.ok || answer.failure !== 'no-reply-box') break;
  }
  if (!answer.ok) return answer;
  const noted = await used(desk, key, 'inserted', text, may.value, from);
  return noted.ok ? answer : noted;
}

async function used(
  desk: Desk,
  key: string,
  what: 'copied' | 'inserted',
  text: string,
  { result, named }: Leaving,
  from: From,
): Promise<Result<null>> {
  const rules = [...new Set(result.violations.map((violation) => violation.rule))];
  const noted = await record(desk, key, { what, text, ...(rules.length > 0 && { rules }), ...named }, from);
  if (!noted.ok) return noted;
  return noteUsedText(desk.store, key, text, new Date().toISOString());
}
