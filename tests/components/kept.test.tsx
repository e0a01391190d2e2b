import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftPanel } from '../../components/draft/draft-panel.tsx';
import { fail, ok, type Result } from '../../lib/contract/result.ts';
import { actions, SAFE_TEXT } from './actions.ts';
import { reviewView, settings, show } from './samples.tsx';

/** Nothing that a person typed is ever lost: what is kept, when, and what gives way. */
beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function open(does = actions(), typed: string | null = null) {
  const shown = show(
    <DraftPanel
      view={reviewView({ typed })}
      settings={settings()}
      actions={does}
      writable
      onReview={vi.fn()}
      onNotice={vi.fn()}
    />,
  );
  return { does, ...shown };
}
const field = () => screen.getByRole('textbox', { name: '回覆內容' });
const write = (text: string) => fireEvent.change(field(), { target: { value: text } });
const composed = () => waitFor(() => expect(field()).toHaveValue(SAFE_TEXT));

describe('what is typed', () => {
  it('is kept with the first stroke, and the latest text while the first is on its way', async () => {
    const does = actions();
    const answers: ((answer: Result<null>) => void)[] = [];
    does.typed.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    open(does);
    await composed();
    write('您');
    expect(does.typed).toHaveBeenCalledExactlyOnceWith('您', null);
    write('您好');
    write('您好，謝謝');
    expect(does.typed).toHaveBeenCalledOnce();
    answers[0]?.(ok(null));
    await waitFor(() => expect(does.typed).toHaveBeenLastCalledWith('您好，謝謝', '您'));
    expect(does.typed).toHaveBeenCalledTimes(2);
  });

  it('is kept for somebody who never pauses', async () => {
    const { does } = open();
    await composed();
    for (let stroke = 1; stroke <= 20; stroke++) {
      write('字'.repeat(stroke));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(does.typed.mock.calls.length).toBeGreaterThan(4);
    expect(does.typed.mock.lastCall?.[0]?.length).toBeGreaterThan(16);
  });

  it('is tried again until it is kept, and what is wrong is said so long', async () => {
    const does = actions();
    does.typed.mockResolvedValueOnce(fail('unexpected')).mockResolvedValueOnce(fail('storage-full'));
    open(does);
    await composed();
    write('這句要留著。');
    expect(await screen.findByText(/發生沒有預料到的狀況|儲存空間不足/)).toBeInTheDocument();
    await waitFor(() => expect(does.typed).toHaveBeenCalledTimes(3));
    expect(does.typed).toHaveBeenLastCalledWith('這句要留著。', null);
    await waitFor(() => expect(screen.queryByText(/儲存空間不足/)).toBeNull());
  });

  it('goes at once when the page goes, also while another message is on its way', async () => {
    const does = actions();
    does.typed.mockImplementation(() => new Promise(() => undefined));
    open(does);
    await composed();
    write('第一');
    write('第一第二');
    dispatchEvent(new Event('pagehide'));
    expect(does.typed).toHaveBeenLastCalledWith('第一第二', '第一');
  });

  it('is not written over by a draft that was asked for before', async () => {
    const does = actions();
    const answers: (() => void)[] = [];
    const compose = does.compose.getMockImplementation();
    does.compose.mockImplementation(
      (tone, seed) => new Promise((resolve) => answers.push(() => resolve(compose?.(tone, seed) as never))),
    );
    open(does);
    write('慢慢來也不會不見');
    // Kept long before the draft comes.
    await vi.advanceTimersByTimeAsync(2_000);
    answers[0]?.();
    await vi.advanceTimersByTimeAsync(100);
    expect(field()).toHaveValue('慢慢來也不會不見');
  });

  it('is set aside for another version, and can be had back', async () => {
    const does = actions();
    open(does, '上次打的');
    does.earlier.mockResolvedValue(ok([{ text: '上次打的', at: '2026-03-01T02:00:00Z' }]));
    await userEvent.click(screen.getByRole('button', { name: '換一個版本' }));
    await composed();
    expect(does.typed).toHaveBeenCalledExactlyOnceWith(null, '上次打的', true);
    await userEvent.click(await screen.findByText('先前打過的內容（1）'));
    await userEvent.click(screen.getByRole('button', { name: '放回' }));
    expect(field()).toHaveValue('上次打的');
    await waitFor(() => expect(does.typed).toHaveBeenLastCalledWith('上次打的', null));
  });
});
