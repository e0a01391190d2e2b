import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { DraftPanel } from '../../components/draft/draft-panel.tsx';
import { readingOf } from '../../components/draft/reading-of.ts';
import { ok } from '../../lib/contract/result.ts';
import type { ReviewView } from '../../lib/contract/views.ts';
import { actions, composed, SAFE, SAFE_TEXT } from './actions.ts';
import { reviewView, settings, show, triage } from './samples.tsx';

afterEach(cleanup);

function draft(does: ReturnType<typeof actions>) {
  const ui = (view: ReviewView) => (
    <DraftPanel view={view} settings={settings()} actions={does} writable onReview={() => {}} onNotice={() => {}} />
  );
  const { again } = show(ui(reviewView()));
  return { with: (view: ReviewView) => again(ui(view)) };
}
const field = () => screen.getByRole('textbox', { name: '回覆內容' });
const composedNow = () => waitFor(() => expect(field()).toHaveValue(SAFE_TEXT));

it('is another reading with other words or findings, not with another place in the queue', () => {
  const of = (part = {}, text = '等很久') => readingOf({ ...reviewView({ review: { text } }), triage: triage(part) });
  expect(of({ priority: 3, reasons: ['x'], next: ['y'] })).toBe(of());
  for (const other of [of({ threat: 'violence' }), of({ aspects: {} }), of({}, '等很久，全文')])
    expect(other).not.toBe(of());
});

describe('a draft', () => {
  it('is composed anew when staff read the review otherwise, and held back where that says so', async () => {
    const does = actions();
    const calls = draft(does);
    await composedNow();
    const seed = does.compose.mock.lastCall?.[1] as number;
    // An answer on the page changes the order in the queue, not the draft.
    calls.with(reviewView({ triage: triage({ priority: 12, reasons: ['店家已回覆'] }) }));
    expect(does.compose).toHaveBeenCalledOnce();
    const noReply = { reason: '提到要對人員不利。', next: '先報警。' };
    does.compose.mockResolvedValueOnce(ok({ draft: composed(null, { noReply }), guard: SAFE, seed }));
    calls.with(reviewView({ triage: triage({ threat: 'violence' }) }));
    expect(await screen.findByText('提到要對人員不利。')).toBeInTheDocument();
    expect(does.compose).toHaveBeenLastCalledWith('warm', seed);
    // Whoever writes in spite of it does so of this reading only.
    await userEvent.click(screen.getByRole('button', { name: '仍要自己寫' }));
    expect(field()).toBeInTheDocument();
    does.compose.mockResolvedValueOnce(ok({ draft: composed(null, { noReply }), guard: SAFE, seed }));
    calls.with(reviewView({ triage: triage({ threat: 'violence', urgent: true }) }));
    expect(await screen.findByText('提到要對人員不利。')).toBeInTheDocument();
    calls.with(reviewView());
    await composedNow();
  });

  it('keeps what was typed when the review is read otherwise', async () => {
    const does = actions();
    const calls = draft(does);
    await composedNow();
    fireEvent.change(field(), { target: { value: '我們自己寫的。' } });
    calls.with(reviewView({ triage: triage({ accusation: 'general' }) }));
    await waitFor(() => expect(does.compose).toHaveBeenCalledTimes(2));
    await waitFor(() => expect(field()).toHaveValue('我們自己寫的。'));
  });
});
