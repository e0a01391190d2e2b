import 'fake-indexeddb/auto';
import { resolveObjectURL } from 'node:buffer';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../entrypoints/dashboard/app.tsx';
import { createDashboard } from '../../entrypoints/dashboard/state.ts';
import type { Clinic, Person } from '../../lib/contract/clinic.ts';
import { fail, ok } from '../../lib/contract/result.ts';
import { problems } from './axe.ts';
import { DESK, item, layOut, MANAGER, settings } from './samples.tsx';
import { wire } from './wire.ts';

beforeEach(() => {
  layOut();
  location.hash = '';
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function open(answers: Parameters<typeof wire>[0] = {}) {
  const background = wire({ 'store.list': () => ok({ items: [item()], total: 1 }), ...answers });
  const dashboard = createDashboard(background);
  render(<App dashboard={dashboard} request={background.request} />);
  await act(() => dashboard.start());
  return { background, dashboard };
}

async function goTo(section: string): Promise<void> {
  await act(async () => {
    location.hash = section;
    dispatchEvent(new HashChangeEvent('hashchange'));
  });
}

describe('the desk in a tab of its own', () => {
  it('lists what is stored and opens it, to copy only', async () => {
    const { background } = await open();
    expect(screen.getByRole('heading', { name: '共存下 1 則' })).toBeInTheDocument();
    expect(await problems()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: /松鼠先生/ }));
    expect(await screen.findByRole('textbox', { name: '回覆內容' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '放入回覆框' })).toBeNull();
    expect(screen.queryByRole('button', { name: '在頁面上看' })).toBeNull();
    expect(background.asked('review.get')).toEqual([{ key: 'google-maps:r1' }]);
    expect(await problems()).toEqual([]);
  });

  it('says what is overdue, and puts it first', async () => {
    const in_ = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
    const lines = [
      item({ key: 'ptt:1', author: '甲', priority: 60, due: in_(23), order: 0 }),
      item({ key: 'ptt:2', author: '乙', priority: 30, due: in_(-60), order: 1 }),
    ];
    await open({ 'store.list': () => ok({ items: lines, total: 2 }) });
    expect(screen.getByRole('heading', { name: '共存下 2 則，1 則已逾期' })).toBeInTheDocument();
    const [first, second] = within(screen.getByRole('list', { name: '評論列表' })).getAllByRole('button');
    expect(first?.textContent).toMatch(/乙.*逾 2 天/);
    expect(second?.textContent).toMatch(/甲.*剩 2[23] 小時/);
  });

  it('begins with the guide while there is no profile, and goes on without it', async () => {
    await open({ 'settings.get': () => ok(settings({ clinic: null })) });
    expect(screen.getByRole('heading', { name: '三步就好，之後隨時能改' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '以後再填' }));
    expect(screen.getByRole('heading', { name: '共存下 1 則' })).toBeInTheDocument();
  });

  it('ends the guide with what to do next, until the person goes on', async () => {
    const { background } = await open({
      'settings.get': () => ok(settings({ clinic: null })),
      'settings.clinic': (made: Clinic) => ok(settings({ clinic: made })),
      'store.list': () => ok({ items: [], total: 0 }),
    });
    await userEvent.type(screen.getByRole('textbox', { name: '診所名稱' }), '安心診所');
    await userEvent.click(screen.getByRole('button', { name: '下一步' }));
    await screen.findByText('第 2 步，共 3 步');
    await userEvent.click(screen.getByRole('button', { name: '下一步' }));
    await userEvent.click(await screen.findByRole('button', { name: '完成' }));
    expect(await screen.findByRole('heading', { name: '設定好了，接下來' })).toHaveFocus();
    expect(background.asked('settings.clinic')).toHaveLength(1);
    const steps = screen.getAllByRole('listitem').map((step) => step.textContent);
    expect(steps).toEqual([
      expect.stringContaining('Google 地圖評論頁'),
      expect.stringContaining('拼圖圖示'),
      expect.stringContaining('這是我的診所'),
      expect.stringContaining('值班'),
    ]);
    expect(await problems()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '知道了' }));
    // Nothing is stored yet: the same steps, and no line that asks to choose from an empty list.
    expect(screen.getByRole('heading', { name: '怎麼開始' })).toBeInTheDocument();
    expect(screen.queryByText('從左邊選一則評論。')).toBeNull();
  });

  it('says what happened where it happened, and no more in the next section', async () => {
    await open({ 'settings.clinic': () => fail('storage-failed') });
    await goTo('profile');
    await userEvent.click(screen.getByRole('button', { name: '儲存' }));
    expect(await screen.findByText('資料沒有成功存進這台電腦。')).toBeInTheDocument();
    await goTo('settings');
    expect(screen.queryByText('資料沒有成功存進這台電腦。')).toBeNull();
  });

  it('asks to choose only where there is something', async () => {
    await open();
    expect(screen.getByText('從左邊選一則評論。')).toBeInTheDocument();
    await goTo('evidence');
    expect(await screen.findByText('還沒有存證')).toBeInTheDocument();
    expect(screen.queryByText('從左邊選一份存證。')).toBeNull();
  });

  it('names the section that is open', async () => {
    await open();
    await goTo('settings');
    expect(screen.getByRole('link', { name: '設定' })).toHaveAttribute('aria-current', 'page');
    expect(screen.getByRole('heading', { name: '設定' })).toBeInTheDocument();
    expect(await problems()).toEqual([]);
  });

  it('stores each preference at once', async () => {
    const { background } = await open();
    await goTo('settings');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '外觀' }), '深色');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /保留多久/ }), '365 天');
    expect(background.asked('settings.preferences')).toEqual([{ theme: 'dark' }, { retentionDays: 365 }]);
  });

  it('shows what went wrong and what to do', async () => {
    const { background } = await open({ 'settings.clinic': () => fail('storage-failed') });
    await goTo('profile');
    await userEvent.click(screen.getByRole('button', { name: '儲存' }));
    expect(await screen.findByText('資料沒有成功存進這台電腦。')).toBeInTheDocument();
    expect(background.asked('settings.clinic')).toHaveLength(1);
  });
});

describe('a full disk', () => {
  it('leads to the data page, wherever it is told; there it need not', async () => {
    await open({ 'settings.clinic': () => fail('storage-full'), 'data.due': () => fail('storage-full') });
    await goTo('profile');
    expect(screen.queryByRole('button', { name: '開啟資料' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '儲存' }));
    await userEvent.click(await screen.findByRole('button', { name: '開啟資料' }));
    expect(location.hash).toBe('#data');
    await goTo('data');
    expect(await screen.findByText('這台電腦的儲存空間不足。')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '開啟資料' })).toBeNull();
  });
});

describe('data', () => {
  it('reminds of the backup', async () => {
    await open();
    await goTo('data');
    expect(screen.getByText('還沒有備份過。建議現在匯出一份。')).toBeInTheDocument();
    expect(await problems()).toEqual([]);
  });

  it('takes a file in, and says when it is not ours', async () => {
    // A file does not fit in a message: its address goes, for as long as it is asked.
    const read: string[] = [];
    await open({
      'data.import': async ({ file }: { file: string }) => {
        read.push((await resolveObjectURL(file)?.text()) ?? 'gone');
        return read.at(-1) === 'ours' ? ok({ reviews: 4, skipped: 1 }) : fail('bad-file');
      },
    });
    await goTo('data');
    const input = screen.getByLabelText('匯入備份', { selector: 'input' });
    await userEvent.upload(input, new File(['other'], 'a.json', { type: 'application/json' }));
    expect(await screen.findByText('這個檔案不是覆評的備份，或已經損壞。')).toBeInTheDocument();
    await userEvent.upload(input, new File(['ours'], 'b.json', { type: 'application/json' }));
    expect(
      await screen.findByText('已匯入 4 則評論，連同檔案裡的其他資料。另有 1 則這台電腦已經有了，沒有更動。'),
    ).toBeInTheDocument();
    expect(read).toEqual(['other', 'ours']);
  });

  it('deletes only with the inventory shown, a reason and the words typed', async () => {
    const { background } = await open();
    await goTo('data');
    await userEvent.click(screen.getByRole('button', { name: '刪除全部資料…' }));
    const dialog = await screen.findByRole('dialog', { name: '刪除全部資料' });
    // Not the front desk alone.
    expect(within(dialog).getByRole('button', { name: '刪除全部' })).toBeDisabled();
    await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: '由誰刪除' }), MANAGER.name);
    expect(dialog).toHaveTextContent('本程式不會查證操作的人是誰');
    expect(dialog).toHaveTextContent('評論3');
    expect(dialog).toHaveTextContent('更正紀錄4');
    expect(dialog).toHaveTextContent('自己的句子5');
    expect(dialog).toHaveTextContent('其中有 1 份存證');
    expect(within(dialog).getByRole('list', { name: '存證' })).toHaveTextContent('PTT・阿明・');
    expect(await problems(dialog)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '刪除全部' }));
    expect(screen.getByText('請寫下理由。')).toBeInTheDocument();
    await userEvent.type(screen.getByRole('textbox', { name: '刪除的理由' }), '換電腦');
    await userEvent.type(screen.getByRole('textbox', { name: '請輸入「全部刪除」確認' }), '刪');
    await userEvent.click(screen.getByRole('button', { name: '刪除全部' }));
    expect(screen.getByText('輸入的字不一樣。')).toBeInTheDocument();
    expect(background.asked('data.clear')).toEqual([]);
    await userEvent.clear(screen.getByRole('textbox', { name: '請輸入「全部刪除」確認' }));
    await userEvent.type(screen.getByRole('textbox', { name: '請輸入「全部刪除」確認' }), '全部刪除');
    await userEvent.click(screen.getByRole('button', { name: '刪除全部' }));
    await waitFor(() => expect(background.asked('data.clear')).toEqual([{ reason: '換電腦', by: MANAGER }]));
    // Picked for this alone.
    expect(background.asked('settings.duty')).toEqual([]);
    expect(await screen.findByText('已刪除全部資料。')).toBeInTheDocument();
  });
});

describe('what is due', () => {
  const line = (id: string, author: string) => ({
    key: `ptt:${id}`,
    site: 'ptt' as const,
    author,
    excerpt: '等了兩個小時',
    mark: 'handled' as const,
    markedAt: '2025-03-10T04:00:00.000Z',
  });
  const due = { due: [line('a', '松鼠'), line('b', '阿明')], total: 2, held: [line('c', '小華')], heldTotal: 1 };
  const kept = (onDuty: Person) => settings({ onDuty, preferences: { ...settings().preferences, retentionDays: 365 } });

  it('is listed, and goes only when a manager or doctor says so', async () => {
    const { background } = await open({
      'settings.get': () => ok(kept(DESK)),
      'settings.duty': ({ person }: { person: Person }) => ok(kept(person)),
      'data.due': () => ok(background.asked('data.purge').length > 0 ? { ...due, due: [], total: 0 } : due),
      'data.purge': ({ keys }: { keys: string[] }) => ok({ deleted: keys.length }),
    });
    await goTo('data');
    const list = await screen.findByRole('list', { name: '到期的評論' });
    expect(list).toHaveTextContent('PTT・松鼠・已處理');
    expect(screen.getByText('另有 1 則也滿期了，因為有存證而保留')).toBeInTheDocument();
    expect(await problems()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '刪除這 2 則…' }));
    const dialog = screen.getByRole('dialog', { name: '刪除這 2 則到期的評論？' });
    expect(within(dialog).getByRole('button', { name: '刪除這些' })).toBeDisabled();
    expect(await problems(dialog)).toEqual([]);
    // Looked at is not deleted.
    expect(background.asked('data.purge')).toEqual([]);
    await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: '由誰刪除' }), MANAGER.name);
    await userEvent.click(within(dialog).getByRole('button', { name: '刪除這些' }));
    expect(background.asked('data.purge')).toEqual([{ keys: ['ptt:a', 'ptt:b'], by: MANAGER }]);
    expect(await screen.findByText('已刪除 2 則到期的評論。')).toBeInTheDocument();
    expect(await screen.findByText('目前沒有到期的評論。')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is nothing while everything is kept', async () => {
    await open();
    await goTo('data');
    expect(screen.getByText('目前設定為「一直保留」，沒有評論會到期。')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '到「設定」改保留多久' })).toHaveAttribute('href', '#settings');
  });
});
