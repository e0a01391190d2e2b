import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import ReviewPanel from '../../components/review/review-panel.tsx';
import { fail, ok } from '../../lib/contract/result.ts';
import type { ReviewView } from '../../lib/contract/views.ts';
import { actions } from './actions.ts';
import { problems } from './axe.ts';
import { finding, reviewView, settings, show, triage } from './samples.tsx';

afterEach(cleanup);

function panel(view: ReviewView, does = actions(), part: Partial<Parameters<typeof ReviewPanel>[0]> = {}) {
  const calls = { onReview: vi.fn(), onBack: vi.fn(), onStep: vi.fn() };
  const shown = show(
    <ReviewPanel
      view={view}
      settings={settings()}
      actions={does}
      writable
      position={{ index: 0, total: 2 }}
      {...calls}
      {...part}
    />,
  );
  return { ...calls, does, ...shown };
}

const TEXT = '櫃檯很兇，王八醫師給我小心一點，明天去找你。';

describe('the open review', () => {
  it('marks each finding and leads to why', async () => {
    const risks = [
      finding(TEXT, '王八醫師給我小心一點'),
      finding(TEXT, '給我小心一點，明天去找你', { kind: 'threat-violence', statutes: ['刑法305'], confidence: 0.6 }),
    ];
    panel(reviewView({ review: { text: TEXT }, triage: triage({ risks }) }));
    const text = screen.getByRole('region', { name: '評論全文' });
    const marks = [...text.querySelectorAll('mark')];
    expect(marks.map((mark) => mark.textContent)).toEqual([
      '王八醫師侮辱性言詞：看說明',
      '給我小心一點侮辱性言詞／暴力威脅：看說明',
      '，明天去找你',
    ]);
    expect(screen.getByText('可能涉及刑法第305條，建議由律師判斷')).toBeInTheDocument();
    expect(screen.getByText('把握中等（約 60%）')).toBeInTheDocument();
    expect(screen.getByText(/2024-10-11/)).toBeInTheDocument();
    await userEvent.click(marks[2] as HTMLElement);
    await waitFor(() => expect(document.activeElement).toHaveTextContent('暴力威脅'));
    expect(document.activeElement).toHaveAttribute('aria-expanded', 'true');
    expect(await problems()).toEqual([]);
  });

  it('says once what several places have in common', async () => {
    const threat = { kind: 'threat-violence' as const, statutes: ['刑法305'], why: '提到傷害人身', action: '先存證' };
    const risks = [
      finding(TEXT, '給我小心一點', { ...threat, severity: 'medium' }),
      finding(TEXT, '櫃檯很兇', { kind: 'opinion', statutes: ['刑法311', '民195'], why: '多屬意見' }),
      finding(TEXT, '明天去找你', { ...threat, severity: 'medium', confidence: 0.9 }),
    ];
    panel(reviewView({ review: { text: TEXT }, triage: triage({ risks }) }));
    expect(screen.getByText('「給我小心一點」').closest('span')).toHaveTextContent('「給我小心一點」「明天去找你」');
    const cards = screen.getAllByText(/^(暴力威脅|個人意見)$/).map((name) => name.closest('li'));
    expect(cards.map((card) => card?.textContent)).toEqual([
      expect.stringMatching(/^暴力威脅要留意把握高（約 90%）.*可能涉及刑法第305條/),
      // Protects the author: never "may touch".
      expect.stringMatching(/^個人意見.*相關條文：刑法第311條、民法第195條/),
    ]);
    const last = [...document.querySelectorAll('mark')].at(-1) as HTMLElement;
    await userEvent.click(last);
    await waitFor(() => expect(document.activeElement?.closest('li')).toBe(cards[0]));
  });

  it('does not call a sentence mere opinion beside a threat', () => {
    const risks = [
      finding(TEXT, '給我小心一點', { kind: 'threat-violence', severity: 'high' }),
      finding(TEXT, '櫃檯很兇', { kind: 'opinion' }),
    ];
    panel(reviewView({ review: { text: TEXT }, triage: triage({ risks }) }));
    expect(screen.queryByText('個人意見')).not.toBeInTheDocument();
    expect(document.querySelectorAll('mark')).toHaveLength(1);
  });

  it('shows HTML as text and names what hides in it', () => {
    const text = '<script>alert(1)</script>好\u200b棒\u202e！';
    const { container } = panel(reviewView({ review: { text } }));
    expect(container.querySelector('script')).toBeNull();
    const whole = screen.getByRole('region', { name: '評論全文' });
    expect(whole.textContent).toBe('<script>alert(1)</script>好棒！');
    expect(
      within(whole)
        .getAllByRole('img')
        .map((mark) => mark.getAttribute('aria-label')),
    ).toEqual(['隱形字元 U+200B', '隱形字元 U+202E']);
  });

  it('shows a million characters bit by bit', async () => {
    panel(reviewView({ review: { text: '長'.repeat(1_000_000) } }));
    const whole = screen.getByRole('region', { name: '評論全文' });
    expect(whole.textContent?.length).toBeLessThan(5_000);
    await userEvent.click(screen.getByRole('button', { name: /全文共 1000000 字/ }));
    expect(whole.textContent?.length).toBeGreaterThan(20_000);
  });

  it('never says "no risk" of a collapsed text, and expands it', async () => {
    const { does } = panel(reviewView({ review: { collapsed: true }, triage: triage({ partial: true }) }));
    expect(screen.queryByText(/沒有讀到可能涉及法律風險/)).toBeNull();
    expect(screen.getByText(/不代表沒有風險/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '展開全文' }));
    expect(does.expand).toHaveBeenCalledOnce();
    expect(await screen.findByText('已請網站展開全文。')).toBeInTheDocument();
  });

  it('says in three sentences when the review is not on the page', async () => {
    panel(reviewView(), actions({ locate: async () => fail('not-on-page') }));
    await userEvent.click(screen.getByRole('button', { name: '在頁面上看' }));
    const status = await screen.findByText('這則評論目前不在頁面上。');
    expect(status.parentElement).toHaveTextContent('已讀到的內容還在這裡。請在網站上捲動或打開它，再試一次。');
  });

  it('does not say that it can be seen where the sidebar lies over it', async () => {
    panel(reviewView(), actions({ locate: async () => ok({ covered: true }) }));
    await userEvent.click(screen.getByRole('button', { name: '在頁面上看' }));
    expect(await screen.findByText(/被側欄蓋住了/)).toBeInTheDocument();
    expect(screen.queryByText('已捲到頁面上的這一則並加框。')).toBeNull();
  });

  it('leads to the original only at a web address', () => {
    const view = { onPage: false } as const;
    const { unmount } = panel(reviewView({ ...view, review: { url: 'javascript:alert(1)' } }));
    expect(screen.queryByRole('link', { name: '開啟原文' })).toBeNull();
    unmount();
    panel(reviewView({ ...view, review: { url: 'https://example.com/r1' } }));
    expect(screen.getByRole('link', { name: '開啟原文' })).toHaveAttribute('rel', 'noreferrer');
  });
});

describe('marks, notes and history', () => {
  it('marks, and takes it back', async () => {
    const { does, onReview } = panel(reviewView());
    await userEvent.click(screen.getByRole('button', { name: '標為已處理' }));
    expect(does.mark).toHaveBeenCalledExactlyOnceWith('handled');
    expect(onReview).toHaveBeenCalledWith(expect.objectContaining({ mark: 'handled' }));
    await userEvent.click(await screen.findByRole('button', { name: '復原' }));
    expect(does.mark).toHaveBeenLastCalledWith('open');
  });

  it('leads on to the next one after the deed, or back to the list after the last', async () => {
    const { onStep } = panel(reviewView());
    await userEvent.click(screen.getByRole('button', { name: '標為已處理' }));
    const status = (await screen.findByText(/^已改為「已處理」。/)).closest('[role=status]') as HTMLElement;
    await userEvent.click(within(status).getByRole('button', { name: '下一則' }));
    expect(onStep).toHaveBeenCalledExactlyOnceWith(1);
    cleanup();
    const { onBack } = panel(reviewView(), actions(), { position: { index: 1, total: 2 } });
    await userEvent.click(screen.getByRole('button', { name: '略過' }));
    const last = (await screen.findByText(/^已改為「略過」。/)).closest('[role=status]') as HTMLElement;
    await userEvent.click(within(last).getByRole('button', { name: '回到列表' }));
    expect(onBack).toHaveBeenCalledOnce();
    cleanup();
    // The list stands beside it: there is no way back to offer.
    panel(reviewView(), actions(), { position: null, beside: true });
    expect(screen.getByRole('button', { name: '回到列表' })).toHaveClass('lg:hidden');
    await userEvent.click(screen.getByRole('button', { name: '略過' }));
    await screen.findByText(/^已改為「略過」。/);
    expect(screen.getAllByRole('button', { name: '回到列表' })).toHaveLength(1);
  });

  it('offers to settle a review whose reply was copied', async () => {
    const { does } = panel(reviewView());
    await waitFor(() => expect(screen.getByRole('button', { name: '複製' })).toBeEnabled());
    await userEvent.click(screen.getByRole('button', { name: '複製' }));
    const status = (await screen.findByText(/^已複製。/)).closest('[role=status]') as HTMLElement;
    await userEvent.click(within(status).getByRole('button', { name: '標為已處理' }));
    expect(does.mark).toHaveBeenCalledExactlyOnceWith('handled');
    cleanup();
    panel(reviewView({ mark: 'handled' }));
    await waitFor(() => expect(screen.getByRole('button', { name: '複製' })).toBeEnabled());
    await userEvent.click(screen.getByRole('button', { name: '複製' }));
    const again = (await screen.findByText(/^已複製。/)).closest('[role=status]') as HTMLElement;
    expect(within(again).queryByRole('button', { name: '標為已處理' })).toBeNull();
  });

  it('keeps a note, and what was typed when it cannot be kept', async () => {
    const does = actions();
    does.addNote.mockResolvedValueOnce(fail('storage-full')).mockResolvedValueOnce(ok(reviewView()));
    panel(reviewView(), does);
    const field = screen.getByRole('textbox', { name: '新增筆記' });
    await userEvent.type(field, '已致電');
    await userEvent.click(screen.getByRole('button', { name: '存下筆記' }));
    expect(await screen.findByText('這台電腦的儲存空間不足。')).toBeInTheDocument();
    expect(field).toHaveValue('已致電');
    await userEvent.click(screen.getByRole('button', { name: '存下筆記' }));
    await waitFor(() => expect(field).toHaveValue(''));
  });

  it('deletes a note only where the person really sees us', async () => {
    const notes = [{ id: 'n1', text: '已致電', at: '2026-03-01T00:00:00Z', by: null }];
    const does = actions();
    does.page.seen.mockResolvedValueOnce(false);
    panel(reviewView({ notes }), does);
    await userEvent.click(screen.getByRole('button', { name: '刪除這則筆記' }));
    expect(await screen.findByText('側欄似乎被網頁上的東西遮住了。')).toBeInTheDocument();
    expect(does.removeNote).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: '刪除這則筆記' }));
    await waitFor(() => expect(does.removeNote).toHaveBeenCalledExactlyOnceWith('n1'));
  });

  it('warns of personal data in a note while it is typed', async () => {
    panel(reviewView(), actions({ personal: async () => [{ type: 'PHONE', start: 0, end: 10, score: 1 }] }));
    await userEvent.type(screen.getByRole('textbox', { name: '新增筆記' }), '0900000000');
    expect(await screen.findByText(/看起來有個資（電話）/)).toBeInTheDocument();
  });

  it('tells who did what', () => {
    panel(
      reviewView({
        decisions: [
          { id: 'a', at: '2026-03-01T00:00:00Z', by: null, what: 'marked', mark: 'handled' },
          {
            id: 'b',
            at: '2026-03-01T01:00:00Z',
            by: { name: '阿主管', role: 'manager' },
            what: 'override',
            rules: ['R02'],
            reason: '已問過醫師',
            text: '當時的話',
          },
        ],
        revisions: [{ text: '原本寫的', until: '2026-03-01T00:00:00Z' }],
      }),
    );
    expect(screen.getByText('放行（R02）')).toBeInTheDocument();
    expect(screen.getByText('理由：已問過醫師')).toBeInTheDocument();
    expect(screen.getByText('阿主管（主管）・2026/3/1 09:00')).toBeInTheDocument();
    expect(screen.getByText('改為「已處理」')).toBeInTheDocument();
    expect(screen.getByText('原本寫的')).toBeInTheDocument();
  });

  it('warns of what was changed in the site’s own box', async () => {
    panel(reviewView(), actions(), { composer: '王小明先生您好，我們查過您的就診紀錄。' });
    expect(await screen.findByText('您在網站上改過的文字有不適合公開的內容，請先不要送出。')).toBeInTheDocument();
    // One sentence, told once with all that is the matter with it.
    expect(screen.getAllByText(/^「王小明先生您好，我們查過您的就診紀錄。」/)).toHaveLength(1);
  });
});
