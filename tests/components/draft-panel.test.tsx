import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DraftPanel } from '../../components/draft/draft-panel.tsx';
import type { Person } from '../../lib/contract/clinic.ts';
import { fail, ok } from '../../lib/contract/result.ts';
import type { ReviewView } from '../../lib/contract/views.ts';
import { actions, composed, SAFE, SAFE_TEXT } from './actions.ts';
import { problems } from './axe.ts';
import { clinic, DESK, MANAGER, reviewView, settings, show } from './samples.tsx';

afterEach(cleanup);

const BLOCKED = '您好。我們查過您的就診紀錄，沒有這回事。';

function draft(does = actions(), view: ReviewView = reviewView(), onDuty: Person | null = null) {
  const calls = { onReview: vi.fn(), onNotice: vi.fn() };
  const ui = (now: ReviewView, duty = onDuty) => (
    <DraftPanel view={now} settings={settings({ onDuty: duty })} actions={does} writable {...calls} />
  );
  const shown = show(ui(view));
  return { ...calls, does, ...shown, with: (now: ReviewView, duty?: Person) => shown.again(ui(now, duty)) };
}

const field = () => screen.getByRole('textbox', { name: '回覆內容' });
const copy = () => screen.getByRole('button', { name: '複製' });
const insert = () => screen.getByRole('button', { name: '放入回覆框' });
const write = (text: string) => fireEvent.change(field(), { target: { value: text } });
const composedNow = () => waitFor(() => expect(field()).toHaveValue(SAFE_TEXT));
const said = (calls: { onNotice: ReturnType<typeof vi.fn> }) => calls.onNotice.mock.lastCall?.[0];

describe('a draft', () => {
  it('is composed, safe and copied after it was noted', async () => {
    const calls = draft();
    await composedNow();
    expect(screen.getByText('可以使用')).toBeInTheDocument();
    expect(await problems()).toEqual([]);
    await userEvent.click(copy());
    expect(calls.does.copied).toHaveBeenCalledExactlyOnceWith(SAFE_TEXT, undefined);
    expect(calls.does.toClipboard).toHaveBeenCalledExactlyOnceWith(SAFE_TEXT);
    expect(said(calls)).toEqual({ kind: 'done', text: '已複製。請到網站貼上，確認後自己按送出。' });
  });

  it('that the browser does not let be copied is selected, with no tick of success', async () => {
    const calls = draft(actions({ toClipboard: async () => false }));
    await composedNow();
    await userEvent.click(copy());
    await waitFor(() =>
      expect(said(calls)).toMatchObject({ kind: 'careful', text: expect.stringContaining('Ctrl+C') }),
    );
    const { selectionStart, selectionEnd } = field() as HTMLTextAreaElement;
    expect([selectionStart, selectionEnd]).toEqual([0, SAFE_TEXT.length]);
  });

  it('is not called ready under a note that asks to look first', async () => {
    const compose = vi.fn(actions().compose);
    compose.mockImplementation(async (tone, seed) => {
      const view = await actions().compose(tone, seed);
      return view.ok ? ok({ ...view.value, draft: { ...view.value.draft, note: '建議先確認。' } }) : view;
    });
    draft(actions({ compose }));
    await composedNow();
    expect(screen.getByText(/是否回覆，先看上面的提醒/)).toBeInTheDocument();
    expect(screen.queryByText('可以使用')).toBeNull();
  });

  it('takes back what was said of the text before once it is changed', async () => {
    const calls = draft();
    await composedNow();
    await userEvent.click(copy());
    write(`${SAFE_TEXT}謝謝。`);
    expect(said(calls)).toBeNull();
  });

  it('is not copied when it could not be noted', async () => {
    const calls = draft(actions({ copied: async () => fail('storage-full') }));
    await composedNow();
    await userEvent.click(copy());
    expect(calls.does.toClipboard).not.toHaveBeenCalled();
    expect(said(calls)).toEqual({ kind: 'failed', failure: 'storage-full' });
  });

  it('comes in another tone and another version, with another seed each', async () => {
    const { does } = draft();
    await composedNow();
    await userEvent.click(screen.getByRole('button', { name: '簡短' }));
    await userEvent.click(screen.getByRole('button', { name: '換一個版本' }));
    await waitFor(() => expect(does.compose).toHaveBeenCalledTimes(3));
    expect(does.compose.mock.calls.map(([tone]) => tone)).toEqual(['warm', 'brief', 'brief']);
    expect(new Set(does.compose.mock.calls.map(([, seed]) => seed)).size).toBe(3);
  });

  it('keeps what was typed while the first draft was on its way', async () => {
    const does = actions();
    const answers: ((text: string) => void)[] = [];
    does.compose.mockImplementation(
      (tone, seed) =>
        new Promise((resolve) => {
          answers.push((text) => resolve(ok({ draft: composed(text, { tone }), guard: SAFE, seed })));
        }),
    );
    draft(does, reviewView({ typed: '上次打的字' }));
    expect(field()).toHaveValue('上次打的字');
    answers[0]?.(SAFE_TEXT);
    expect(await screen.findByText('這是您上次打的內容。')).toBeInTheDocument();
    expect(field()).toHaveValue('上次打的字');
  });

  it('is as long as people say it of its language, and as the site’s own box counts it', async () => {
    draft();
    await composedNow();
    expect(screen.getByText(`${SAFE_TEXT.length} / 4000 字`)).toBeInTheDocument();
    write('Thank you for telling us.');
    expect(screen.getByText('英文 5 個單字（25 / 4000 字元）')).toBeInTheDocument();
    // An emoji is two to the box: maxlength counts UTF-16.
    const full = `謝謝${'😀'.repeat(1999)}`;
    write(full);
    expect(screen.getByText('4000 / 4000 字')).not.toHaveClass('text-urgent');
    write(`${full}。`);
    expect(screen.getByText('4001 / 4000 字')).toHaveClass('text-urgent');
    expect(insert()).toBeDisabled();
  });

  it('is kept after a pause in typing, and at once when the review is left', async () => {
    const { does, unmount } = draft();
    await composedNow();
    write('第一版');
    await waitFor(() => expect(does.typed).toHaveBeenCalledExactlyOnceWith('第一版', null));
    write('第二版');
    unmount();
    expect(does.typed).toHaveBeenLastCalledWith('第二版', '第一版');
  });

  it('says when no reply is the right answer, and lets the person write one anyway', async () => {
    const does = actions({
      compose: async (tone, seed) =>
        ok({
          draft: composed(null, { tone, noReply: { reason: '提到要對人員不利。', next: '先報警。' } }),
          guard: SAFE,
          seed,
        }),
    });
    draft(does);
    expect(await screen.findByText('提到要對人員不利。')).toBeInTheDocument();
    expect(screen.queryByRole('textbox', { name: '回覆內容' })).toBeNull();
    expect(await problems()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '仍要自己寫' }));
    expect(field()).toHaveValue('');
    expect(copy()).toBeDisabled();
  });

  it('shows first why to wait, and the draft when asked for', async () => {
    const wait = { reason: '內容公開他人的個人資料。', next: '先存證並檢舉。' };
    const does = actions({
      compose: async (tone, seed) => ok({ draft: composed(SAFE_TEXT, { tone, wait }), guard: SAFE, seed }),
    });
    draft(does);
    expect(await screen.findByText(wait.reason)).toBeInTheDocument();
    expect(screen.getByText(wait.next)).toBeInTheDocument();
    expect(screen.queryByRole('textbox', { name: '回覆內容' })).toBeNull();
    expect(await problems()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '看中性草稿' }));
    expect(field()).toHaveValue(SAFE_TEXT);
    expect(copy()).toBeEnabled();
    expect(screen.getByText(wait.reason)).toBeInTheDocument();
    expect(screen.getByText(wait.next)).toBeInTheDocument();
  });
});

describe('the guard', () => {
  it('stops copy and insert while a block stands, and takes its suggestion', async () => {
    draft();
    await composedNow();
    write(BLOCKED);
    expect(await screen.findByText('有不能公開的內容')).toBeInTheDocument();
    expect(copy()).toBeDisabled();
    expect(insert()).toBeDisabled();
    expect(await screen.findByText('標題 R02')).toBeInTheDocument();
    expect(await problems()).toEqual([]);
    for (let left = 5; left > 0 && copy().hasAttribute('disabled'); left--) {
      await userEvent.click(
        (await screen.findAllByRole('button', { name: /^整句改成：|^刪掉這一句/ }))[0] as HTMLElement,
      );
      await screen.findByText(/可以使用|需要有人確認|有不能公開的內容/);
      await waitFor(() => expect(screen.queryByText('檢查中…')).toBeNull());
    }
    expect(field()).not.toHaveValue(BLOCKED);
    expect((field() as HTMLTextAreaElement).value).not.toContain('就診紀錄');
    expect(copy()).toBeEnabled();
  });

  it('stops everything when it cannot be asked', async () => {
    const does = actions();
    draft(does);
    await composedNow();
    does.check.mockRejectedValue(new Error('no code'));
    write('隨便一句');
    expect(await screen.findByText(/檢查功能暫時無法使用/)).toBeInTheDocument();
    expect(copy()).toBeDisabled();
  });

  it('lets a block through for a manager with a reason only, for this very text', async () => {
    const calls = draft();
    await composedNow();
    write(BLOCKED);
    await userEvent.click(await screen.findByRole('button', { name: '由主管或醫師放行' }));
    expect(await screen.findByRole('dialog', { name: '放行這份草稿' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '放行並記錄' })).toBeNull();
    // The desk is not on the list: it may not let anything through.
    expect(screen.queryByRole('option', { name: '阿櫃（櫃檯）' })).toBeNull();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '由誰放行' }), '阿主管');
    expect(screen.getByRole('dialog')).toHaveTextContent('本程式不會查證操作的人是誰');
    await userEvent.click(screen.getByRole('button', { name: '放行並記錄' }));
    expect(screen.getByText('請寫下理由。')).toBeInTheDocument();
    expect(calls.does.override).not.toHaveBeenCalled();
    expect(await problems(screen.getByRole('dialog'))).toEqual([]);
    const rules = (await calls.does.check(BLOCKED)).violations.filter((v) => v.severity === 'block').map((v) => v.rule);
    const view = reviewView({
      decisions: [{ id: 'o', at: '2026-03-02T00:00:00Z', by: MANAGER, what: 'override', text: BLOCKED, rules }],
    });
    calls.does.override.mockResolvedValue(ok(view));
    // The record cannot be changed: no number of a person in it.
    const reason = screen.getByRole('textbox', { name: '理由' });
    calls.does.personal.mockResolvedValue([{ type: 'NATIONAL_ID', start: 2, end: 12, score: 1 }]);
    await userEvent.type(reason, '本人A123456789同意');
    await userEvent.click(screen.getByRole('button', { name: '放行並記錄' }));
    expect(await screen.findByText(/不能寫身分證字號/)).toBeInTheDocument();
    expect(await screen.findByText(/請改寫成不含個資的說明/)).toBeInTheDocument();
    expect(calls.does.override).not.toHaveBeenCalled();
    calls.does.personal.mockResolvedValue([]);
    await userEvent.clear(reason);
    await userEvent.type(reason, '醫師看過');
    await userEvent.click(screen.getByRole('button', { name: '放行並記錄' }));
    await waitFor(() => expect(calls.onReview).toHaveBeenCalledWith(view));
    expect(calls.does.override).toHaveBeenCalledExactlyOnceWith(BLOCKED, [...new Set(rules)], '醫師看過', MANAGER);
    // Named for this once: who sits here has not changed.
    expect(calls.does.duty).not.toHaveBeenCalled();
    calls.with(view, MANAGER);
    expect(await screen.findByText(/已由 阿主管 放行/)).toBeInTheDocument();
    expect(screen.getByText('已放行')).toBeInTheDocument();
    expect(screen.queryByText('有不能公開的內容')).toBeNull();
    expect(copy()).toBeEnabled();
    write(`${BLOCKED}！`);
    expect(await screen.findByRole('button', { name: '由主管或醫師放行' })).toBeInTheDocument();
    expect(copy()).toBeDisabled();
  });

  it('does not let anything through from under a covering page', async () => {
    const does = actions();
    does.page.seen.mockResolvedValue(false);
    const calls = draft(does, reviewView(), MANAGER);
    await composedNow();
    write(BLOCKED);
    await userEvent.click(await screen.findByRole('button', { name: '由主管或醫師放行' }));
    await userEvent.type(screen.getByRole('textbox', { name: '理由' }), '急');
    await userEvent.click(screen.getByRole('button', { name: '放行並記錄' }));
    await waitFor(() => expect(said(calls)).toEqual({ kind: 'failed', failure: 'covered' }));
    expect(does.override).not.toHaveBeenCalled();
  });

  it('has a warning confirmed by a named person', async () => {
    const does = actions({
      check: async (text) => ({ verdict: 'warn', violations: [], unsure: [[0, text.length]] }),
    });
    const calls = draft(does);
    await composedNow();
    write('這一句沒有人認得。');
    await userEvent.click(await screen.findByRole('button', { name: '複製' }));
    expect(await screen.findByRole('dialog', { name: '請再確認一次' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '確認並複製' })).toBeDisabled();
    expect(does.copied).not.toHaveBeenCalled();
    calls.with(reviewView(), DESK);
    expect(screen.getByText('由 阿櫃（櫃檯）確認，會記錄下來。')).toBeInTheDocument();
    expect(await problems(screen.getByRole('dialog'))).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '確認並複製' }));
    await waitFor(() => expect(does.copied).toHaveBeenCalledExactlyOnceWith('這一句沒有人認得。', { by: null }));
  });

  const BINDING = '您好。我們法院見。這一句沒有人認得。';
  const binding = () =>
    actions({
      check: async () => ({
        verdict: 'warn',
        violations: [{ rule: 'R11', start: 3, end: 8, why: '不要公開揚言提告。', suggestion: '', severity: 'warn' }],
        unsure: [[9, BINDING.length]],
      }),
    });

  it('has what binds the clinic confirmed by manager or doctor, named for it while the desk stays on duty', async () => {
    const does = binding();
    draft(does, reviewView(), DESK);
    await composedNow();
    write(BINDING);
    await userEvent.click(await screen.findByRole('button', { name: '複製' }));
    const dialog = await screen.findByRole('dialog', { name: '請再確認一次' });
    // Says what was found and why, and never that nothing was.
    await waitFor(() => expect(dialog).toHaveTextContent('檢查指出：標題 R11。'));
    expect(dialog).toHaveTextContent('「我們法院見。」標題 R11理由 R11');
    expect(dialog).toHaveTextContent('「這一句沒有人認得。」');
    expect(dialog.textContent).not.toMatch(/沒有發現|沒有規則/);
    expect(dialog).toHaveTextContent('本程式不會查證操作的人是誰');
    expect(dialog).not.toHaveTextContent('由 阿櫃（櫃檯）確認');
    const go = screen.getByRole('button', { name: '確認並複製' });
    expect(go).toBeDisabled();
    expect(screen.queryByRole('option', { name: '阿櫃（櫃檯）' })).toBeNull();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '由誰確認' }), MANAGER.name);
    expect(dialog).toHaveTextContent('由 阿主管（主管）確認，會記錄下來。');
    expect(await problems(dialog)).toEqual([]);
    await userEvent.click(go);
    await waitFor(() => expect(does.copied).toHaveBeenCalledExactlyOnceWith(BINDING, { by: MANAGER }));
    expect(does.duty).not.toHaveBeenCalled();
  });

  it('has it confirmed by who is on duty where that is the manager', async () => {
    const does = binding();
    draft(does, reviewView(), MANAGER);
    await composedNow();
    write(BINDING);
    await userEvent.click(await screen.findByRole('button', { name: '複製' }));
    await screen.findByRole('dialog', { name: '請再確認一次' });
    expect(screen.queryByRole('combobox', { name: '由誰確認' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '確認並複製' }));
    await waitFor(() => expect(does.copied).toHaveBeenCalledExactlyOnceWith(BINDING, { by: null }));
  });
});

describe('putting it into the site’s box', () => {
  it('says under whose name, and never that it was sent', async () => {
    const does = actions();
    does.page.identity.mockResolvedValue(ok({ postsAs: '安心診所', reviewId: 'r1' }));
    does.page.insert.mockResolvedValue(ok({ postsAs: '安心診所', watched: true }));
    const calls = draft(does);
    await composedNow();
    await userEvent.click(insert());
    await waitFor(() => expect(does.page.insert).toHaveBeenCalledExactlyOnceWith(SAFE_TEXT, undefined));
    await waitFor(() => expect(said(calls)?.text).toContain('以「安心診所」的身分發布，還沒有送出'));
  });

  it('warns before it would be posted by a person', async () => {
    const does = actions();
    does.page.identity.mockResolvedValue(ok({ postsAs: '路人甲', reviewId: null }));
    draft(does);
    await composedNow();
    await userEvent.click(insert());
    expect(await screen.findByRole('dialog', { name: '會用個人身分發布' })).toHaveTextContent('路人甲');
    expect(does.page.insert).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: '我知道，仍要放入' }));
    await waitFor(() => expect(does.page.insert).toHaveBeenCalledOnce());
  });

  it('refuses a box that belongs to another review', async () => {
    const does = actions();
    does.page.identity.mockResolvedValue(ok({ postsAs: null, reviewId: 'someone-else' }));
    const calls = draft(does);
    await composedNow();
    await userEvent.click(insert());
    await waitFor(() => expect(said(calls)).toMatchObject({ kind: 'failed', failure: 'wrong-reply-box' }));
    expect(does.page.insert).not.toHaveBeenCalled();
  });

  it('refuses while our frame is covered', async () => {
    const does = actions();
    does.page.seen.mockResolvedValue(false);
    const calls = draft(does);
    await composedNow();
    await userEvent.click(insert());
    await waitFor(() => expect(said(calls)).toEqual({ kind: 'failed', failure: 'covered' }));
    expect(does.page.identity).not.toHaveBeenCalled();
  });

  it('falls back to the clipboard with a sentence', async () => {
    const does = actions();
    does.page.insert.mockResolvedValue(fail('insert-failed'));
    const calls = draft(does);
    await composedNow();
    await userEvent.click(insert());
    await waitFor(() => expect(does.toClipboard).toHaveBeenCalledWith(SAFE_TEXT));
    await waitFor(() => expect(said(calls)?.text).toContain('草稿已改為複製到剪貼簿'));
  });

  it('offers to copy instead when the box is not open', async () => {
    const does = actions();
    does.page.identity.mockResolvedValue(fail('no-reply-box'));
    const calls = draft(does);
    await composedNow();
    await userEvent.click(insert());
    await waitFor(() => expect(said(calls)).toMatchObject({ failure: 'no-reply-box', instead: { label: '複製' } }));
    expect(does.toClipboard).not.toHaveBeenCalled();
  });

  it.each([
    ['on PTT', reviewView({ review: { site: 'ptt' } }), true],
    ['when it is not on the page', reviewView({ onPage: false }), true],
    ['where there is no page', reviewView(), false],
  ])('is not offered %s', async (_, view, withPage) => {
    draft(actions(withPage ? {} : { page: undefined }) as ReturnType<typeof actions>, view);
    await composedNow();
    expect(screen.queryByRole('button', { name: '放入回覆框' })).toBeNull();
    expect(copy()).toBeEnabled();
  });
});

describe('who it would be posted as', () => {
  it('is the clinic by name, nickname or page, whatever the width of the letters', async () => {
    const { looksLikeClinic } = await import('../../components/draft/permit.ts');
    const ours = { ...clinic({ aliases: ['ABC Dental'] }), own: { ...clinic().own, facebookPages: ['安心粉專'] } };
    for (const name of ['安心診所', '安心診所 官方', 'ＡＢＣ dental', '安心粉專'])
      expect(looksLikeClinic(name, ours)).toBe(true);
    for (const name of ['路人甲', '', '安心']) expect(looksLikeClinic(name, ours)).toBe(false);
  });
});
