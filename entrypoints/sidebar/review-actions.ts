import type { ReviewActions } from '../../components/review/actions.ts';
import type { Person } from '../../lib/contract/clinic.ts';
import type { Result } from '../../lib/contract/result.ts';
import type { ReviewView, SettingsView } from '../../lib/contract/views.ts';
import { toClipboard } from './clipboard.ts';
import { checkDraft, findPersonalData, wordsOfRule } from './rooms.ts';
import type { Wire } from './state.ts';

interface Around {
  seen(element: Element): Promise<boolean>;
  duty(person: Person | null): Promise<Result<SettingsView>>;
  /** The settings and the review as they now stand, for the guard. */
  now(): { settings: SettingsView | null; review: ReviewView | null };
  took(review: ReviewView): void;
  setup(): void;
}

/** Everything the open review may ask for, as messages. */
export function reviewActions(request: Wire['request'], key: string, around: Around): ReviewActions {
  /** A reply that carries the review as it now stands is shown at once. */
  async function taken(answer: Promise<Result<ReviewView>>): Promise<Result<ReviewView>> {
    const result = await answer;
    if (result.ok) around.took(result.value);
    return result;
  }
  return {
    compose: (tone, seed) => request('draft.compose', { key, tone, seed }),
    typed: (text) => request('draft.typed', { key, text }),
    check(text) {
      const { settings, review } = around.now();
      return checkDraft(text, review?.review.text ?? '', settings?.clinic ?? null);
    },
    ruleWords: (rule) => wordsOfRule(rule, around.now().settings?.preferences.language ?? 'zh-TW'),
    confirm: () => taken(request('review.confirm', { key })),
    override: (text, rules, reason) => taken(request('draft.override', { key, text, rules, reason })),
    copied: (text, confirmed) => request('draft.copied', { key, text, confirmed }),
    toClipboard,
    page: {
      identity: () => request('draft.identity', { key }),
      insert: (text, confirmed) => request('draft.insert', { key, text, confirmed }),
      seen: around.seen,
    },
    personal: (text) => findPersonalData(text, around.now().settings?.clinic ?? null),
    duty: around.duty,
    setup: around.setup,
    mark: (mark) => taken(request('review.mark', { key, mark })),
    keep: () => taken(request('review.keep', { key })),
    addNote: (text) => taken(request('note.add', { key, text })),
    removeNote: (note) => taken(request('note.remove', { key, note })),
    locate: () => request('review.locate', { key }),
    expand: () => request('review.expand', { key }),
  };
}
