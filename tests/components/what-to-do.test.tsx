import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CaptureActions } from '../../components/capture/actions.ts';
import ReviewPanel from '../../components/review/review-panel.tsx';
import { WhatToDo } from '../../components/review/what-to-do.tsx';
import { ok } from '../../lib/contract/result.ts';
import type { ReviewView } from '../../lib/contract/views.ts';
import { EN } from '../../lib/triage/sentences-en.ts';
import { ZH } from '../../lib/triage/sentences-zh.ts';
import { stepOf } from '../../lib/triage/step-of.ts';
import { actions } from './actions.ts';
import { problems } from './axe.ts';
import { reviewView, settings, show, triage } from './samples.tsx';

afterEach(cleanup);

const capture = (held: boolean): CaptureActions => ({
  view: async () =>
    ok({
      now: null,
      held: held ? [{ id: 'c1', at: '2026-03-01T00:00:00Z', complete: true, copy: false }] : [],
      outside: null,
      recording: null,
      recordable: null,
    }),
  onChanged: () => () => undefined,
  start: async () => ok({ ask: null }) as never,
  cancel: async () => ok(null),
  discard: async () => ok(null),
  open: () => undefined,
});

function panel(view: ReviewView, held = false) {
  const does = actions({ official: async () => [], capture: capture(held) });
  show(<ReviewPanel view={view} settings={settings()} actions={does} writable position={null} onStep={vi.fn()} />);
}

const NEXT = [ZH.next.police, ZH.next.capture, ZH.next['report-abuse'], ZH.next['reply-neutral']];
const before = (first: Element, second: Element): boolean =>
  Boolean(first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING);
const title = (name: string) => screen.getByRole('heading', { name });

describe('what to do', () => {
  it.each([90, 60, 40, 10])('with priority %i stands before the reasons', async (priority) => {
    panel(reviewView({ triage: triage({ priority, next: NEXT }) }));
    expect(before(title('接下來'), title('需要留意的地方'))).toBe(true);
    expect(await problems()).toEqual([]);
  });

  it('leads to where each step is done', async () => {
    panel(reviewView({ triage: triage({ priority: 90, next: NEXT }) }));
    const steps = within(title('接下來').closest('section') as HTMLElement);
    expect(steps.queryByRole('button', { name: ZH.next.police })).toBeNull();
    // Of two lines, it stands by its first beside the number.
    expect(steps.getByRole('button', { name: ZH.next.capture })).toHaveClass('align-top');
    await userEvent.click(steps.getByRole('button', { name: ZH.next.capture }));
    expect(screen.getByRole('button', { name: /^存證/ })).toHaveFocus();
    await userEvent.click(steps.getByRole('button', { name: ZH.next['report-abuse'] }));
    expect(screen.getByText('正式文件與檢舉').closest('details')).toHaveAttribute('open');
    await userEvent.click(steps.getByRole('button', { name: ZH.next['reply-neutral'] }));
    expect(screen.getByRole('textbox', { name: '回覆內容' })).toHaveFocus();
  });

  it('ticks the capture once evidence is held', async () => {
    panel(reviewView({ triage: triage({ priority: 90, next: NEXT }) }), true);
    await waitFor(() => expect(screen.getByText('已存證：')).toBeInTheDocument());
    expect(screen.queryByRole('button', { name: ZH.next.capture })).toBeNull();
  });

  it('knows its steps in both languages', () => {
    for (const { next } of [ZH, EN])
      for (const [step, sentence] of Object.entries(next)) expect(stepOf(sentence)).toBe(step);
    expect(stepOf('別的話')).toBeNull();
  });
});

describe('deadlines', () => {
  const seen = '2026-03-02T00:00:00.000Z';
  const due = (from: string, postedAt: ReviewView['review']['postedAt']) => {
    show(
      <WhatToDo
        triage={{ next: [], deadlines: [{ what: '24小時內回覆', from, due: '2026-03-03T00:00:00.000Z' }] }}
        postedAt={postedAt}
        firstSeen={seen}
        captured={false}
        places={[]}
        onGo={() => undefined}
      />,
    );
    return screen.getByText('24小時內回覆').textContent?.replace(/\s/g, ' ');
  };
  const posted = (precision: 'minute' | 'day') => ({ shown: '', iso: '2026-03-01T16:30:00.000Z', precision });

  it('say from when they count', () => {
    expect(due(seen, posted('day'))).toContain('2026/3/3 08:00（剩 20 小時）自首次看到（2026/3/2 08:00）起算');
  });

  it('to the minute where the page tells it, else by the day', () => {
    expect(due('2026-03-01T16:30:00.000Z', posted('minute'))).toContain('）自 2026/3/2 00:30 起算');
    cleanup();
    expect(due('2026-03-01T16:30:00.000Z', posted('day'))).toContain('2026/3/3（剩 20 小時）自 2026/3/2 起算');
  });
});
