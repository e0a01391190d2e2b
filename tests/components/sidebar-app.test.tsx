import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../entrypoints/sidebar/app.tsx';
import { createSidebar } from '../../entrypoints/sidebar/state.ts';
import { ok } from '../../lib/contract/result.ts';
import { problems } from './axe.ts';
import { item, layOut, settings } from './samples.tsx';
import { pageView, refused, wire } from './wire.ts';

beforeEach(layOut);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const ITEMS = [
  item({ key: 'google-maps:r1', author: '松鼠先生', priority: 90, order: 0 }),
  item({ key: 'google-maps:r2', author: '水豚小姐', priority: 50, order: 1, excerpt: '收費太貴' }),
  item({ key: 'google-maps:r3', author: '路人貓', priority: 5, order: 2, relevance: 'other' }),
];

async function open(answers: Parameters<typeof wire>[0] = {}) {
  const background = wire({ 'page.view': () => ok(pageView(ITEMS, { others: 1 })), ...answers });
  const sidebar = createSidebar(background);
  render(<App sidebar={sidebar} request={background.request} />);
  expect(screen.getByRole('status')).toHaveTextContent('連線中…');
  await act(() => sidebar.start('nonce'));
  return { background, sidebar };
}

const authors = () => screen.getAllByRole('listitem').map((row) => row.querySelector('bdi')?.textContent);

describe('the sidebar', () => {
  it('shows a neutral line and nothing else to a page that may not have us', async () => {
    await open({ 'sidebar.hello': refused });
    expect(document.body.textContent).toBe('無法連線。請關閉側欄，再從工具列圖示打開。');
  });

  it('shows page, health, what matters and the queue, without what does not concern the clinic', async () => {
    await open();
    expect(await screen.findByRole('heading', { name: '安心診所' })).toBeInTheDocument();
    expect(screen.getByText('讀取正常')).toBeInTheDocument();
    expect(screen.getByText('2 則評論，1 則需今天處理。')).toBeInTheDocument();
    expect(authors()).toEqual(['松鼠先生', '水豚小姐']);
    expect(await problems()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: /另有 1 則與診所無關/ }));
    expect(authors()).toEqual(['松鼠先生', '水豚小姐', '路人貓']);
  });

  it('finds by a word, and says when nothing fits', async () => {
    await open();
    await userEvent.type(await screen.findByRole('textbox', { name: '搜尋評論' }), '太貴');
    expect(authors()).toEqual(['水豚小姐']);
    await userEvent.type(screen.getByRole('textbox', { name: '搜尋評論' }), '沒有這種事');
    expect(screen.getByText('沒有符合條件的評論')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '清除篩選' }));
    expect(authors()).toHaveLength(2);
  });

  it('is worked by keys, but not while typing', async () => {
    const { background } = await open();
    await screen.findByRole('heading', { name: '安心診所' });
    await userEvent.keyboard('jjo');
    await waitFor(() => expect(background.asked('review.get')).toEqual([{ key: 'google-maps:r2' }]));
    expect(await screen.findByRole('button', { name: '回到列表' })).toBeInTheDocument();
    await userEvent.type(await screen.findByRole('textbox', { name: '新增筆記' }), 'jk{Escape}');
    expect(screen.getByRole('textbox', { name: '新增筆記' })).toHaveValue('jk');
    await userEvent.keyboard('k');
    await waitFor(() => expect(background.asked('review.get')).toHaveLength(2));
    await userEvent.keyboard('{Escape}');
    expect(await screen.findByRole('list', { name: '評論列表' })).toBeInTheDocument();
    await userEvent.keyboard('?');
    expect(await screen.findByRole('dialog', { name: '鍵盤操作' })).toBeInTheDocument();
    expect(screen.getByText('存證打開的評論')).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.keyboard('/');
    await waitFor(() => expect(screen.getByRole('textbox', { name: '搜尋評論' })).toHaveFocus());
  });

  it('chooses who is on duty', async () => {
    const { background } = await open();
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: '值班' }), '阿主管');
    expect(background.asked('settings.duty')).toEqual([{ person: { name: '阿主管', role: 'manager' } }]);
    await waitFor(() => expect(screen.getByRole('combobox', { name: '值班' })).toHaveValue('阿主管'));
  });

  it('with no profile shows everything, and binds the page', async () => {
    const none = settings({ clinic: null });
    const { background } = await open({
      'sidebar.hello': () => ok({ tabId: 7, settings: none }),
      'page.view': () => ok(pageView(ITEMS, { bound: 'no-profile', others: 3 })),
      'place.bind': () => ok(settings()),
    });
    await screen.findByText(/還沒有設定診所資料/);
    expect(authors()).toHaveLength(3);
    expect(screen.getByRole('button', { name: '建立人員' })).toBeInTheDocument();
    expect(await problems()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '這是我的診所' }));
    expect(background.asked('place.bind')).toHaveLength(1);
    expect(await screen.findByText('已綁定為我的診所。')).toBeInTheDocument();
  });

  it('asks to bind until one page of the site is bound; the menu still can', async () => {
    const bound = settings();
    bound.clinic?.own.googlePlaces.push('another');
    const { background } = await open({
      'sidebar.hello': () => ok({ tabId: 7, settings: bound }),
      'page.view': () => ok(pageView(ITEMS, { bound: 'not-bound' })),
    });
    await screen.findByRole('heading', { name: '安心診所' });
    expect(screen.queryByRole('button', { name: '這是我的診所' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '選單' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: '這是我的診所' }));
    expect(background.asked('place.bind')).toHaveLength(1);
  });

  it('chooses language and looks in the menu', async () => {
    const { background } = await open();
    await screen.findByRole('heading', { name: '安心診所' });
    await userEvent.click(screen.getByRole('button', { name: '選單' }));
    const dark = await screen.findByRole('menuitemradio', { name: '深色' });
    expect(await problems(screen.getByRole('menu'))).toEqual([]);
    await userEvent.click(dark);
    expect(background.asked('settings.preferences')).toEqual([{ theme: 'dark' }]);
  });

  it('on a broken page says which part, offers its structure, and only copies', async () => {
    const health = { status: 'broken' as const, problems: [{ field: 'author', selector: 'x', count: 4 }] };
    await open({ 'page.view': () => ok(pageView(ITEMS, { health })) });
    expect(await screen.findByText('讀取有問題：「作者」讀不到，已停用放入回覆框')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '複製頁面結構' })).toBeInTheDocument();
    expect(await problems()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: /松鼠先生/ }));
    await screen.findByRole('textbox', { name: '回覆內容' });
    expect(screen.queryByRole('button', { name: '放入回覆框' })).toBeNull();
    expect(screen.getByText(/這一頁讀取有問題，暫時只能複製。/)).toBeInTheDocument();
  });

  it.each([
    ['an empty page', pageView([]), '這一頁還沒有評論'],
    [
      'a page that is not known',
      pageView([], { page: { site: 'ptt', kind: 'unknown', title: null, place: null, language: null } }),
      '還不認得這個頁面',
    ],
    [
      'a page that is left alone',
      pageView([], { page: { site: 'ptt', kind: 'leave-alone', title: null, place: null, language: null } }),
      '這種頁面不需要讀取',
    ],
    [
      'a broken page with nothing read',
      pageView([], { health: { status: 'broken', problems: [{ field: 'container', selector: 'x', count: 1 }] } }),
      '這一頁的評論目前讀不出來',
    ],
    ['a page of others', pageView([], { others: 9 }), '這一頁沒有提到診所的內容'],
  ])('has a state of its own for %s', async (_, view, words) => {
    await open({ 'page.view': () => ok(view) });
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(await problems()).toEqual([]);
  });

  it('is headed by the article on a board, by the place elsewhere', async () => {
    const page = {
      site: 'ptt',
      kind: 'article',
      title: '[心得] 植牙',
      place: { name: 'facelift' },
      language: null,
    } as const;
    await open({ 'page.view': () => ok(pageView(ITEMS, { page })) });
    expect(await screen.findByRole('heading', { name: '[心得] 植牙' })).toBeInTheDocument();
    expect(screen.getByText(/PTT · 文章/)).toHaveTextContent('PTT · 文章 · facelift');
  });

  it('says that something could not be stored, what is safe and what to do', async () => {
    await open({ 'page.view': () => ok(pageView(ITEMS, { trouble: 'storage-full' })) });
    const alert = await screen.findByText('這台電腦的儲存空間不足。');
    expect(alert.parentElement?.textContent).toMatch(/之前存的資料都在.*匯出備份/);
    expect(authors()).toHaveLength(2);
  });

  it('tells how far reading is', async () => {
    await open({ 'page.view': () => ok(pageView(ITEMS, { reading: true })) });
    expect(await screen.findByText('讀取中，已讀到 3 則')).toBeInTheDocument();
  });

  it('speaks English when that was chosen', async () => {
    const english = settings();
    english.preferences.language = 'en';
    await open({ 'sidebar.hello': () => ok({ tabId: 7, settings: english }) });
    expect(await screen.findByText('2 reviews, 1 to handle today.')).toBeInTheDocument();
    expect(document.documentElement.lang).toBe('en');
  });
});
