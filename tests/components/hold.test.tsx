import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { QueueRow } from '../../components/queue/queue-row.tsx';
import ReviewPanel from '../../components/review/review-panel.tsx';
import type { ReviewView } from '../../lib/contract/views.ts';
import { actions, SAFE_TEXT } from './actions.ts';
import { problems } from './axe.ts';
import { item, NOW, reviewView, settings, show, triage } from './samples.tsx';

afterEach(cleanup);

function panel(view: ReviewView) {
  const does = actions({ official: async () => [] });
  const ui = (now: ReviewView) => (
    <ReviewPanel view={now} settings={settings()} actions={does} writable position={null} onStep={vi.fn()} />
  );
  const shown = show(ui(view));
  return { does, with: (now: ReviewView) => shown.again(ui(now)) };
}

const field = () => screen.queryByRole('textbox', { name: '回覆內容' });
const REPLIED = { ownerReply: { text: '謝謝您的意見。', shown: '11 個月前' } };

describe('no draft without being asked', () => {
  it('for the clinic’s own words there is none at all', async () => {
    const { does } = panel(
      reviewView({ triage: triage({ priority: 0, sentiment: 'positive', reasons: ['診所自己的發言'], next: [] }) }),
    );
    expect(screen.getByText('這是診所自己的發言，不需要回覆。')).toBeInTheDocument();
    expect(screen.getAllByText('診所發言')).not.toHaveLength(0);
    expect(screen.queryByText('可致謝')).toBeNull();
    for (const heading of ['需要留意的地方', '為什麼排在這裡', '處理狀態'])
      expect(screen.queryByRole('heading', { name: heading })).toBeNull();
    expect(field()).toBeNull();
    expect(screen.queryByRole('button', { name: /擬/ })).toBeNull();
    expect(screen.queryByText('正式文件與檢舉')).toBeNull();
    expect(does.compose).not.toHaveBeenCalled();
    expect(await problems()).toEqual([]);
  });

  it('for what was taken down there is none', () => {
    panel(reviewView({ review: { text: '', author: { id: null, name: '', url: null, badges: ['已刪除'] } } }));
    expect(screen.getByText('這一則已被刪除，不需要回覆。')).toBeInTheDocument();
    expect(field()).toBeNull();
    expect(screen.queryByText('接下來')).toBeNull();
  });

  it('for what does not concern the clinic only when wanted, and no steps before', async () => {
    const { does } = panel(reviewView({ relevance: 'other', stored: false }));
    expect(screen.getByText(/^這一則與診所無關，不需要回覆。/)).toBeInTheDocument();
    expect(screen.queryByText('接下來')).toBeNull();
    expect(field()).toBeNull();
    expect(does.compose).not.toHaveBeenCalled();
    expect(await problems()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '仍要擬稿' }));
    await waitFor(() => expect(field()).toHaveValue(SAFE_TEXT));
    expect(screen.getByText('接下來')).toBeInTheDocument();
  });

  it('and at once when a person says that it does concern the clinic', async () => {
    const shown = panel(reviewView({ relevance: 'other', stored: false }));
    shown.with(reviewView({ relevance: 'mention' }));
    await waitFor(() => expect(field()).toHaveValue(SAFE_TEXT));
  });

  it('for what is answered only when wanted', async () => {
    const { does } = panel(reviewView({ review: REPLIED }));
    expect(screen.getByText('店家已回覆。要改寫時，請先在網站上編輯原本的回覆。')).toBeInTheDocument();
    expect(field()).toBeNull();
    expect(does.compose).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: '擬一份新的' }));
    await waitFor(() => expect(field()).toHaveValue(SAFE_TEXT));
  });

  it('but what was begun is shown again, unless it is what was posted', () => {
    panel(reviewView({ review: REPLIED, typed: '寫到一半' }));
    expect(field()).toHaveValue('寫到一半');
    cleanup();
    panel(reviewView({ review: REPLIED, typed: '謝謝您的意見。 ' }));
    expect(field()).toBeNull();
  });

  it('and a reply that appears while one writes takes nothing away', async () => {
    const shown = panel(reviewView());
    await waitFor(() => expect(field()).toHaveValue(SAFE_TEXT));
    shown.with(reviewView({ review: REPLIED }));
    expect(field()).toHaveValue(SAFE_TEXT);
  });
});

it('does not list the clinic’s own contacts as data to keep secret', () => {
  const text = '打 02-2345-6789 預約，王小姐接的';
  const personal = [
    { type: 'CLINIC_CONTACT', start: 2, end: 14, score: 1 },
    { type: 'PERSON', start: 18, end: 21, score: 1 },
  ] as const;
  panel(reviewView({ review: { text }, triage: triage({ personal: [personal[0]] }) }));
  expect(screen.queryByText('文中出現的個資')).toBeNull();
  cleanup();
  panel(reviewView({ review: { text }, triage: triage({ personal: [...personal] }) }));
  expect(screen.getByRole('button', { name: '人名 王小姐' })).toBeInTheDocument();
  expect(screen.queryByText('診所聯絡方式')).toBeNull();
});

describe('a line of the list', () => {
  const row = (part: Parameters<typeof item>[0]) => {
    show(<QueueRow item={item(part)} now={NOW} current={false} onOpen={() => undefined} />);
    return screen.getByRole('button');
  };

  it('says of a complaint that was answered just that, once', () => {
    const line = row({ priority: 20, sentiment: 'negative', answered: true });
    expect(line.textContent).not.toMatch(/可致謝|待處理/);
    expect(line.textContent?.match(/已回覆/g)).toHaveLength(1);
  });

  it('says of an urgent one both', () => {
    expect(row({ priority: 85, answered: true }).textContent).toMatch(/急件.*已回覆/);
  });

  it('says of what was taken down only that', () => {
    const line = row({ priority: 20, gone: true, author: '', excerpt: '', aspects: {} });
    expect(line.textContent).toBe('已刪除2 天前');
  });

  it('marks the clinic’s own words and asks nothing of them', () => {
    const line = row({ priority: 0, sentiment: 'positive', answered: true, aspects: { attitude: 'pos' } });
    expect(line).toHaveTextContent('診所發言');
    expect(line.textContent).not.toMatch(/可致謝|已回覆|服務態度/);
  });
});
