import { vi } from 'vitest';
import type { Wire } from '../../entrypoints/sidebar/state.ts';
import { fail, ok } from '../../lib/contract/result.ts';
import type { PageView, QueueItem } from '../../lib/contract/views.ts';
import type { Changed, RequestName } from '../../lib/messaging/protocol.ts';
import { composed, SAFE, SAFE_TEXT } from './actions.ts';
import { reviewView, settings } from './samples.tsx';

export const pageView = (items: QueueItem[], part: Partial<PageView> = {}): PageView => ({
  rev: 1,
  reset: true,
  page: { site: 'google-maps', kind: 'place', title: null, place: { id: 'p', name: '安心診所' }, language: 'zh-TW' },
  url: 'https://example.com',
  health: { status: 'ok', problems: [] },
  reading: false,
  bound: 'own',
  others: 0,
  items,
  selected: null,
  trouble: null,
  reader: 'full',
  ...part,
});

type Answer = (data: never) => unknown;

/** A background that answers from a table; `say` is its "something changed". */
export function wire(answers: Partial<Record<RequestName, Answer>> = {}) {
  const defaults: Partial<Record<RequestName, Answer>> = {
    'sidebar.hello': () => ok({ tabId: 7, settings: settings() }),
    'page.view': () => ok(pageView([])),
    'review.get': ({ key }: { key: string }) => ok(reviewView({ key })),
    'draft.compose': ({ tone, seed }: { tone: 'warm'; seed: number }) =>
      ok({ draft: composed(SAFE_TEXT, { tone }), guard: SAFE, seed }),
    'draft.earlier': () => ok([]),
    'settings.get': () => ok(settings()),
    'settings.duty': ({ person }: { person: null }) => ok(settings({ onDuty: person })),
    'store.list': () => ok({ items: [], total: 0 }),
    'page.structure': () => ok({ report: 'div' }),
    'capture.view': () => ok({ now: null, held: [], outside: null, recording: null, recordable: null }),
    'revisit.view': () => ok([]),
    'data.due': () => ok({ due: [], total: 0, held: [], heldTotal: 0 }),
    'data.inventory': () =>
      ok({
        reviews: 3,
        notes: 1,
        decisions: 2,
        corrections: 4,
        drafts: 1,
        sentences: 5,
        captures: 1,
        evidence: [{ id: 'c1', at: '2026-03-10T04:00:00.000Z', site: 'ptt', author: '阿明' }],
      }),
  };
  let listener: ((change: Changed) => void) | null = null;
  const request = vi.fn(async (name: RequestName, data: unknown) => {
    const answer = answers[name] ?? defaults[name];
    return answer ? answer(data as never) : ok(null);
  });
  const ours: Wire = {
    request: request as unknown as Wire['request'],
    onChanged(callback) {
      listener = callback;
      return () => {
        listener = null;
      };
    },
  };
  return {
    ...ours,
    asked: (name: RequestName) => request.mock.calls.filter(([asked]) => asked === name).map(([, data]) => data),
    names: () => request.mock.calls.map(([name]) => name),
    say: (change: Changed) => listener?.(change),
    listening: () => listener !== null,
  };
}

export const refused = () => fail('not-allowed');
