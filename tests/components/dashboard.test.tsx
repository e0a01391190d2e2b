import { resolveObjectURL } from 'node:buffer';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../entrypoints/dashboard/app.tsx';
import { createDashboard } from '../../entrypoints/dashboard/state.ts';
import { fail, ok } from '../../lib/contract/result.ts';
import { problems } from './axe.ts';
import { item, layOut, settings } from './samples.tsx';
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

  it('begins with the guide while there is no profile, and goes on without it', async () => {
    await open({ 'settings.get': () => ok(settings({ clinic: null })) });
    expect(screen.getByRole('heading', { name: '三步就好，之後隨時能改' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '以後再填' }));
    expect(screen.getByRole('heading', { name: '共存下 1 則' })).toBeInTheDocument();
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
    expect(await screen.findByText('已匯入 4 則，略過 1 則。')).toBeInTheDocument();
    expect(read).toEqual(['other', 'ours']);
  });

  it('deletes only with the inventory shown, a reason and the words typed', async () => {
    const { background } = await open();
    await goTo('data');
    await userEvent.click(screen.getByRole('button', { name: '刪除全部資料…' }));
    const dialog = await screen.findByRole('dialog', { name: '刪除全部資料' });
    expect(dialog).toHaveTextContent('評論3');
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
    await waitFor(() => expect(background.asked('data.clear')).toEqual([{ reason: '換電腦' }]));
    expect(await screen.findByText('已刪除全部資料。')).toBeInTheDocument();
  });
});
