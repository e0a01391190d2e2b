import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QueueList } from '../../components/queue/queue-list.tsx';
import { QueueTools } from '../../components/queue/queue-tools.tsx';
import { Summary } from '../../components/summary.tsx';
import { problems } from './axe.ts';
import { item, layOut, NOW, show } from './samples.tsx';

beforeEach(layOut);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the queue', () => {
  it('says of each review what it is, in words', async () => {
    const due = '2026-03-02T06:30:00Z';
    show(
      <QueueList
        items={[item({ priority: 92, risks: ['threat-violence', 'opinion'], due, collapsed: true, answered: false })]}
        current={null}
        onOpen={() => undefined}
      />,
    );
    const row = screen.getByRole('button');
    for (const words of [
      '急件',
      '松鼠先生',
      '2 天前',
      '等了三個小時',
      '暴力威脅',
      '預約等候',
      '剩 2 小時',
      '內文未展開',
    ]) {
      expect(row).toHaveTextContent(words);
    }
    expect(row).not.toHaveTextContent('個人意見');
    expect(within(row).getByRole('img', { name: '1 顆星' })).toBeInTheDocument();
    expect(await problems()).toEqual([]);
  });

  it('counts down only where a counter says something', () => {
    const in_ = (days: number): string => new Date(NOW + days * 86_400_000).toISOString();
    const rows = [
      item({ key: 'ptt:1', priority: 60, due: in_(-3) }),
      item({ key: 'ptt:2', priority: 60, due: in_(-3090) }),
      item({ key: 'ptt:3', priority: 60, due: in_(180) }),
      item({ key: 'ptt:4', priority: 5, due: in_(1) }),
      item({ key: 'ptt:5', priority: 60, due: in_(1), answered: true }),
    ];
    show(<QueueList items={rows} current={null} onOpen={() => undefined} />);
    const [late, ...others] = screen.getAllByRole('button');
    expect(late).toHaveTextContent('逾 3 天');
    expect(others).toHaveLength(4);
    for (const row of others) expect(row.textContent).not.toMatch(/剩|逾/);
    expect(others[3]).toHaveTextContent('已回覆');
  });

  it('has no sign of being stored that reads as evidence held', () => {
    show(<QueueList items={[item({ stored: true })]} current={null} onOpen={() => undefined} />);
    expect(screen.getByRole('button')).not.toHaveTextContent('存證');
  });

  it('says that evidence is held, in words', async () => {
    show(<QueueList items={[item({ captured: true })]} current={null} onOpen={() => undefined} />);
    expect(screen.getByRole('button')).toHaveTextContent('已存證');
    expect(await problems()).toEqual([]);
  });

  it('opens the one that was pressed', async () => {
    const onOpen = vi.fn();
    show(<QueueList items={[item(), item({ key: 'ptt:2', author: '水豚' })]} current={null} onOpen={onOpen} />);
    await userEvent.click(screen.getByRole('button', { name: /水豚/ }));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('ptt:2');
  });

  it('holds 5,000 reviews with only those in view in the page', () => {
    const many = Array.from({ length: 5_000 }, (_, order) => item({ key: `ptt:${order}`, order }));
    show(<QueueList items={many} current={null} onOpen={() => undefined} />);
    const rows = screen.getAllByRole('listitem');
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.length).toBeLessThan(60);
    expect(rows[0]).toHaveAttribute('aria-setsize', '5000');
  });

  it('hides what turns text around or hides in it', () => {
    show(<QueueList items={[item({ author: 'a\u202eb\u200bc' })]} current={null} onOpen={() => undefined} />);
    expect(screen.getByRole('button').textContent).toContain('abc');
  });

  it('shows text that looks like HTML as text', () => {
    show(
      <QueueList items={[item({ excerpt: '<img src=x onerror=alert(1)>' })]} current={null} onOpen={() => undefined} />,
    );
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeInTheDocument();
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('search and filters', () => {
  const tools = (part: Partial<Parameters<typeof QueueTools>[0]> = {}) => {
    const calls = { onQuery: vi.fn(), onFilter: vi.fn(), onScope: vi.fn(), onOthers: vi.fn() };
    show(<QueueTools query="" filter="all" scope="page" others={3} showOthers={false} {...calls} {...part} />);
    return calls;
  };

  it('are named, and tell which is on', async () => {
    tools({ filter: 'urgent' });
    expect(screen.getByRole('textbox', { name: '搜尋評論' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '急件' })).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('button', { name: '負面' })).toHaveAttribute('aria-pressed', 'false');
    expect(await problems()).toEqual([]);
  });

  it('turn a filter on, and off again when pressed twice', async () => {
    const { onFilter } = tools({ filter: 'risk' });
    await userEvent.click(screen.getByRole('button', { name: '未回覆' }));
    await userEvent.click(screen.getByRole('button', { name: '有風險' }));
    expect(onFilter.mock.calls).toEqual([['unanswered'], ['all']]);
  });

  it('show the rest of the page only when asked', async () => {
    const { onOthers } = tools();
    await userEvent.click(screen.getByRole('button', { name: /另有 3 則與診所無關/ }));
    expect(onOthers).toHaveBeenCalledWith(true);
  });
});

describe('the one sentence', () => {
  const counted = { soon: 0, unanswered: 0 };

  it('says what matters here', () => {
    show(<Summary counted={{ total: 12, today: 2, overdue: 1, capture: 1, ...counted }} />);
    expect(screen.getByText('12 則評論，2 則需今天處理，1 則已逾期，1 則建議先存證。')).toBeInTheDocument();
  });

  it('says when nothing is urgent', () => {
    show(<Summary counted={{ total: 1, today: 0, overdue: 0, capture: 0, ...counted }} />, 'en');
    expect(screen.getByText('1 review, nothing urgent.')).toBeInTheDocument();
  });

  it('calls nothing calm that is overdue', () => {
    show(<Summary counted={{ total: 3, today: 0, overdue: 1, capture: 0, ...counted }} />, 'en');
    expect(screen.getByText('3 reviews, 1 overdue.')).toBeInTheDocument();
  });
});
