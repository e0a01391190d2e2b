import { browser } from 'wxt/browser';
import type { Consent } from '../../components/draft/use-delivery.ts';
import type { ReviewActions } from '../../components/review/actions.ts';
import type { Person } from '../../lib/contract/clinic.ts';
import type { Result } from '../../lib/contract/result.ts';
import type { ReviewView, SettingsView } from '../../lib/contract/views.ts';
import { deskOf } from '../../lib/desk/naming.ts';
import { toClipboard } from './clipboard.ts';
import { lazyModel } from './lazy-model.ts';
import { checkDraft, findPersonalData, officialFor, wordsOfRule } from './rooms.ts';
import type { Wire } from './state.ts';

interface Around {
  seen(element: Element): Promise<boolean>;
  duty(person: Person | null): Promise<Result<SettingsView>>;
  /** The settings and the review as they now stand, for the guard. */
  now(): { settings: SettingsView | null; review: ReviewView | null };
  took(review: ReviewView): void;
  setup(): void;
  /** Calls back when something about captures changed. */
  onCapture?(callback: () => void): () => void;
  /** Shows a section of the dashboard. */
  show?(section: string): void;
}

/** As the message has it. */
const agreed = (consent: Consent | undefined): { confirmed: boolean; by?: Person } => ({
  confirmed: consent !== undefined,
  ...(consent?.by && { by: consent.by }),
});

/** Everything the open review may ask for, as messages. */
export function reviewActions(request: Wire['request'], key: string, around: Around): ReviewActions {
  /** A reply that carries the review as it now stands is shown at once. */
  async function taken(answer: Promise<Result<ReviewView>>): Promise<Result<ReviewView>> {
    const result = await answer;
    if (result.ok) around.took(result.value);
    return result;
  }
  /** What the clinic itself approved, asked once for the open review. */
  let own: Promise<string[]> | null = null;
  const approved = (): Promise<string[]> => {
    own ??= request('sentences.list', {}).then((answer) =>
      answer.ok ? answer.value.filter(({ by }) => by !== null).map(({ text }) => text) : [],
    );
    return own;
  };
  const model = lazyModel(key, { now: around.now, approved, setup: () => around.show?.('model') });
  return {
    compose: (tone, seed) => request('draft.compose', { key, tone, seed }),
    typed: (text, over, aside) => request('draft.typed', { key, text, over, ...(aside && { aside }) }),
    earlier: () => request('draft.earlier', { key }),
    check(text) {
      const { settings, review } = around.now();
      const checked = approved().then((own) =>
        checkDraft(text, review?.review.text ?? '', settings?.clinic ?? null, own),
      );
      return model.marked(text, checked);
    },
    ruleWords: (rule) => wordsOfRule(rule, around.now().settings?.preferences.language ?? 'zh-TW'),
    confirm: () => taken(request('review.confirm', { key })),
    override: (text, rules, reason, by) =>
      taken(request('draft.override', { key, text, rules, reason, ...(by && { by }) })),
    copied: (text, consent) => request('draft.copied', { key, text, ...agreed(consent) }),
    toClipboard,
    page: {
      identity: () => request('draft.identity', { key }),
      insert: (text, consent) => request('draft.insert', { key, text, ...agreed(consent) }),
      seen: around.seen,
    },
    personal: (text) => findPersonalData(text, around.now().settings?.clinic ?? null),
    model: model.actions,
    duty: around.duty,
    setup: around.setup,
    correct: (changes, note, by) => taken(request('correction.add', { key, changes, note, ...(by && { by }) })),
    takeBack: (correction) => taken(request('correction.back', { key, correction })),
    mark: (mark) => taken(request('review.mark', { key, mark })),
    keep: () => taken(request('review.keep', { key })),
    addNote: (text) => taken(request('note.add', { key, text })),
    removeNote: (note) => taken(request('note.remove', { key, note })),
    official() {
      const { settings, review } = around.now();
      return settings && review ? officialFor(review, settings) : Promise.resolve([]);
    },
    locate: () => request('review.locate', { key }),
    expand: () => request('review.expand', { key }),
    capture: {
      view: () => request('capture.view', { key }),
      onChanged: (callback) => around.onCapture?.(callback) ?? (() => undefined),
      start: (options) => request('capture.start', { key, options }),
      // The browser asks: it must come straight from the press.
      allowMhtml: () => browser.permissions.request({ permissions: ['pageCapture'] }).catch(() => false),
      recording: {
        allow: () => browser.permissions.request({ permissions: ['tabCapture', 'offscreen'] }).catch(() => false),
        start: () => request('recording.start', { key }),
        stop: () => request('recording.stop', {}),
        reopen: () => request('recording.reopen', { key }),
      },
      who: {
        now: () => deskOf(around.now().settings ?? { clinic: null, onDuty: null }),
        pick: around.duty,
      },
      cancel: () => request('capture.cancel', {}),
      discard: (id, reason) => request('evidence.delete', { id, reason, wrong: true }),
      open: (id) => around.show?.(`evidence/${id}`),
    },
  };
}
