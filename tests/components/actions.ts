import { vi } from 'vitest';
import type { ReviewActions } from '../../components/review/actions.ts';
import type { Draft, GuardResult } from '../../lib/contract/draft.ts';
import { ok } from '../../lib/contract/result.ts';
import { guard } from '../../lib/drafting/guard.ts';
import { clinic, reviewView, settings } from './samples.tsx';

export const SAFE_TEXT = '您好，謝謝您留下意見。我們重視每一則建議，相關流程會持續檢討改善。';

export const composed = (text: string | null, part: Partial<Draft> = {}): Draft => ({
  text,
  noReply: null,
  language: 'zh-TW',
  tone: 'warm',
  sentences: [],
  alternatives: [],
  ...part,
});

export const SAFE: GuardResult = { verdict: 'safe', violations: [], unsure: [] };

/** Actions that all work, with the real guard; a test replaces what it is about. */
export function actions(part: Partial<ReviewActions> = {}) {
  const all = {
    compose: vi.fn<ReviewActions['compose']>(async (tone, seed) =>
      ok({ draft: composed(`${SAFE_TEXT}`, { tone }), guard: SAFE, seed }),
    ),
    typed: vi.fn<ReviewActions['typed']>(async () => ok(null)),
    earlier: vi.fn<ReviewActions['earlier']>(async () => ok([])),
    check: vi.fn<ReviewActions['check']>(async (text) => guard(text, { review: '', clinic: clinic() })),
    ruleWords: vi.fn<ReviewActions['ruleWords']>(async (rule) => ({ title: `標題 ${rule}`, why: `理由 ${rule}` })),
    override: vi.fn<ReviewActions['override']>(async () => ok(reviewView())),
    confirm: vi.fn<ReviewActions['confirm']>(async () => ok(reviewView())),
    copied: vi.fn<ReviewActions['copied']>(async () => ok(null)),
    toClipboard: vi.fn<ReviewActions['toClipboard']>(async () => true),
    page: {
      identity: vi.fn<NonNullable<ReviewActions['page']>['identity']>(async () =>
        ok({ postsAs: null, reviewId: null }),
      ),
      insert: vi.fn<NonNullable<ReviewActions['page']>['insert']>(async () => ok({ postsAs: null, watched: true })),
      seen: vi.fn<NonNullable<ReviewActions['page']>['seen']>(async () => true),
    },
    personal: vi.fn<ReviewActions['personal']>(async () => []),
    duty: vi.fn<ReviewActions['duty']>(async () => ok(settings())),
    setup: vi.fn<ReviewActions['setup']>(),
    mark: vi.fn<ReviewActions['mark']>(async (mark) => ok(reviewView({ mark }))),
    correct: vi.fn<ReviewActions['correct']>(async () => ok(reviewView())),
    takeBack: vi.fn<ReviewActions['takeBack']>(async () => ok(reviewView())),
    keep: vi.fn<ReviewActions['keep']>(async () => ok(reviewView())),
    addNote: vi.fn<ReviewActions['addNote']>(async () => ok(reviewView())),
    removeNote: vi.fn<ReviewActions['removeNote']>(async () => ok(reviewView())),
    locate: vi.fn<NonNullable<ReviewActions['locate']>>(async () => ok({ covered: false })),
    expand: vi.fn<NonNullable<ReviewActions['expand']>>(async () => ok(null)),
  };
  return Object.assign(all, part) as typeof all;
}
