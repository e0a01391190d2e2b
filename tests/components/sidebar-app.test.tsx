import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../entrypoints/sidebar/app.tsx';
import { createSidebar } from '../../entrypoints/sidebar/state.ts';
import { ok } from '../../lib/contract/result.ts';
import { problems } from './axe.ts';
import { item, layOut, reviewView, settings } from './samples.tsx';
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

  it('counts what is overdue and shows it above the work of the day, below the urgent', async () => {
    const in_ = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
    const late = item({ key: 'google-maps:r4', author: '久候的人', priority: 30, order: 3, due: in_(-60) });
    await open({ 'page.view': () => ok(pageView([...ITEMS].reverse().concat(late))) });
    expect(await screen.findByText('3 則評論，1 則需今天處理，1 則已逾期。')).toBeInTheDocument();
    expect(authors()).toEqual(['松鼠先生', '久候的人', '水豚小姐']);
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

  it('keeps the keyboard where it belongs: on the author, in the row it came from, before the help', async () => {
    await open();
    await screen.findByRole('heading', { name: '安心診所' });
    await userEvent.keyboard('jjo');
    const author = await screen.findByRole('heading', { level: 2, name: '松鼠先生' });
    await waitFor(() => expect(author).toHaveFocus());
    await userEvent.keyboard('?');
    await screen.findByRole('dialog', { name: '鍵盤操作' });
    expect(author).not.toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(author).toHaveFocus());
    await userEvent.click(screen.getByRole('button', { name: '回到列表' }));
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-key', 'google-maps:r2'));
  });

  it('leaves the keyboard on the arrow that is pressed again', async () => {
    const more = [...ITEMS.slice(0, 2), item({ key: 'google-maps:r4', author: '企鵝', priority: 40, order: 3 })];
    await open({ 'page.view': () => ok(pageView(more)) });
    await userEvent.click(await screen.findByRole('button', { name: /松鼠先生.*等了三個小時/ }));
    const next = () => screen.findByRole('button', { name: '下一則' });
    for (const place of ['第 2 則，共 3 則', '第 3 則，共 3 則']) {
      await userEvent.click(await next());
      expect(await screen.findByText(place)).toBeInTheDocument();
      // The last has no next one: then it is the author again.
      const wanted = place.startsWith('第 2')
        ? await next()
        : screen.getByRole('heading', { level: 2, name: '松鼠先生' });
      await waitFor(() => expect(wanted).toHaveFocus());
    }
  });

  it('goes on at the top of the list after a review was settled', async () => {
    const done = item({ key: 'google-maps:r2', author: '水豚小姐', priority: 50, order: 1, mark: 'handled' });
    let items = [...ITEMS.slice(0, 2), item({ key: 'google-maps:r4', author: '企鵝', priority: 40, order: 3 })];
    let mark: 'open' | 'handled' = 'open';
    const { background } = await open({
      'page.view': () => ok(pageView(items)),
      'review.get': ({ key }: { key: string }) => ok(reviewView({ key, mark })),
      'review.mark': ({ key }: { key: string }) => {
        mark = 'handled';
        items = [items[0], items[2], done] as typeof items;
        return ok(reviewView({ key, mark }));
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: /水豚小姐/ }));
    await userEvent.click(await screen.findByRole('button', { name: '標為已處理' }));
    act(() => background.say({ topic: 'review', tabId: 7, key: 'google-maps:r2' }));
    expect(await screen.findByText('已改為「已處理」。')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '回到列表' }));
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-key', 'google-maps:r1'));
  });

  it('comes back to a review that was settled before, where it stands', async () => {
    const done = item({ key: 'google-maps:r2', author: '水豚小姐', priority: 50, order: 1, mark: 'handled' });
    await open({
      'page.view': () => ok(pageView([ITEMS[0] as (typeof ITEMS)[0], done])),
      'review.get': ({ key }: { key: string }) => ok(reviewView({ key, mark: 'handled' })),
    });
    await userEvent.click(await screen.findByRole('button', { name: /水豚小姐/ }));
    await userEvent.click(await screen.findByRole('button', { name: '回到列表' }));
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-key', 'google-maps:r2'));
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

  it('binds a second branch where nothing on the page names the clinic', async () => {
    const bound = settings();
    bound.clinic?.own.googlePlaces.push('another');
    const others = ITEMS.map((one) => ({ ...one, relevance: 'other' as const }));
    const { background } = await open({
      'sidebar.hello': () => ok({ tabId: 7, settings: bound }),
      'page.view': () => ok(pageView(others, { bound: 'not-bound', others: 3 })),
      'place.bind': () => ok(bound),
    });
    expect(await screen.findByText(/另一個據點/)).toBeInTheDocument();
    expect(await problems()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '這是我的診所' }));
    expect(background.asked('place.bind')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: '顯示本頁全部' }));
    expect(authors()).toHaveLength(3);
    // Shown, and still not counted as the clinic's.
    expect(screen.queryByText(/3 則評論/)).toBeNull();
    expect(screen.getAllByText('與診所無關')).toHaveLength(3);
  });

  it('on a forum leads to the aliases instead', async () => {
    const page = { site: 'ptt', kind: 'article', title: null, place: { name: 'facelift' }, language: null } as const;
    const { background } = await open({ 'page.view': () => ok(pageView([], { page, bound: 'not-bound', others: 9 })) });
    expect(await screen.findByText(/別稱/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '這是我的診所' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '開啟診所資料' }));
    expect(background.asked('dashboard.open')).toEqual([{ section: 'profile' }]);
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
    const { background } = await open({ 'page.view': () => ok(pageView(ITEMS, { trouble: 'storage-full' })) });
    const alert = await screen.findByText('這台電腦的儲存空間不足。');
    expect(alert.parentElement?.textContent).toMatch(/之前存的資料都在.*清出這台電腦的磁碟空間.*匯出備份/);
    expect(authors()).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: '開啟資料' }));
    expect(background.asked('dashboard.open')).toEqual([{ section: 'data' }]);
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
