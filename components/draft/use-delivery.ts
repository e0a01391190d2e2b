import type { RefObject } from 'react';
import type { Person } from '../../lib/contract/clinic.ts';
import type { GuardResult } from '../../lib/contract/draft.ts';
import type { Failure } from '../../lib/contract/result.ts';
import type { ReviewView, SettingsView } from '../../lib/contract/views.ts';
import { useWords } from '../language.tsx';
import type { Notice } from '../result-line.tsx';
import type { DraftActions } from '../review/actions.ts';
import { looksLikeClinic, permitOf } from './permit.ts';

/** Failures after which the text had better go by hand. */
const BY_HAND: ReadonlySet<Failure> = new Set([
  'no-reply-box',
  'wrong-reply-box',
  'box-not-empty',
  'page-broken',
  'not-on-page',
]);

export type Goal = 'copy' | 'insert';

/** Somebody has consent what the guard asks about: whoever is on duty, or a manager or doctor picked for it. */
export interface Consent {
  by: Person | null;
}

/** What has to be asked before a text goes out. */
export type Question =
  | { what: 'confirm'; goal: Goal; guard: GuardResult }
  | { what: 'identity'; postsAs: string; consent: Consent | undefined };

interface DeliveryInput {
  view: ReviewView;
  settings: SettingsView;
  actions: DraftActions;
  text: string;
  /** The guard of the text as it stands; null: it could not be asked. */
  checkNow: () => Promise<GuardResult | null>;
  field: RefObject<HTMLTextAreaElement | null>;
  bar: RefObject<HTMLDivElement | null>;
  /** One deed at a time. */
  alone: (deed: () => Promise<void>) => Promise<void>;
  onAsk: (question: Question) => void;
  onNotice: (notice: Notice | null) => void;
  /** Marks the review as handled; absent where it is. */
  onHandled?: (() => void) | undefined;
}

/** The way of a text to the clipboard or into the site's box, and what is asked and said on it. */
export function useDelivery(input: DeliveryInput) {
  const { t } = useWords();
  const { view, settings, actions, text, field, bar, alone, onNotice, onHandled } = input;
  /** What mostly comes next, once the reply was sent. */
  const next = onHandled && { label: t('review.mark.handled'), go: onHandled };
  const done = (words: string): void => onNotice({ kind: 'done', text: words, ...(next && { next }) });
  const failed = (failure: Failure, instead?: () => void): void =>
    onNotice({ kind: 'failed', failure, ...(instead && { instead: { label: t('review.draft.copy'), go: instead } }) });
  const byHand = (failure: Failure, consent: Consent | undefined): (() => void) | undefined =>
    BY_HAND.has(failure) ? () => void alone(() => copy(consent)) : undefined;

  function leave(goal: Goal, consent?: Consent): Promise<void> {
    return alone(async () => {
      // Asked anew: what was shown may be some keystrokes old.
      const result = await input.checkNow();
      if (!result) return;
      const now = permitOf(text, result, view.decisions);
      if (now.kind === 'blocked') failed('guard-blocks');
      else if (now.kind === 'confirm' && !consent) input.onAsk({ what: 'confirm', goal, guard: result });
      else if (goal === 'copy') await copy(consent);
      else await checkWhoPosts(consent);
    });
  }

  async function copy(consent: Consent | undefined, because?: Failure): Promise<void> {
    const noted = await actions.copied(text, consent);
    if (!noted.ok) return failed(noted.failure);
    if (await actions.toClipboard(text)) {
      done(
        because ? t('review.draft.insertFallback', { what: t(`failures.${because}.what`) }) : t('review.draft.copied'),
      );
    } else {
      field.current?.select();
      onNotice({ kind: 'careful', text: t('review.draft.clipboardRefused') });
    }
  }

  async function checkWhoPosts(consent: Consent | undefined): Promise<void> {
    const { page } = actions;
    if (!page) return;
    if (bar.current && !(await page.seen(bar.current))) return failed('covered');
    const identity = await page.identity();
    if (!identity.ok) return failed(identity.failure, byHand(identity.failure, consent));
    const { postsAs, reviewId } = identity.value;
    if (reviewId !== null && reviewId !== view.review.id && !view.review.aliases?.includes(reviewId)) {
      return failed('wrong-reply-box', byHand('wrong-reply-box', consent));
    }
    if (postsAs !== null && settings.clinic && !looksLikeClinic(postsAs, settings.clinic)) {
      input.onAsk({ what: 'identity', postsAs, consent });
    } else await insert(consent);
  }

  async function insert(consent: Consent | undefined): Promise<void> {
    const inserted = await actions.page?.insert(text, consent);
    if (!inserted) return;
    if (inserted.ok) {
      const name = inserted.value.postsAs;
      done(
        name === null
          ? `${t('review.draft.inserted')}${t('review.identity.unknown')}`
          : t('review.draft.insertedAs', { name }),
      );
    } else if (inserted.failure === 'insert-failed') await copy(consent, inserted.failure);
    else failed(inserted.failure, byHand(inserted.failure, consent));
  }

  return { leave, insert, failed };
}
