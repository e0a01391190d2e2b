import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { OfficialPanel } from '../../components/review/official-panel.tsx';
import type { OfficialText } from '../../lib/drafting/official/shape.ts';
import { show } from './samples.tsx';

afterEach(cleanup);

const STATEMENT: OfficialText = {
  kind: 'statement',
  id: 'statement',
  title: '澄清聲明',
  text: '這是聲明。',
  why: null,
  check: ['只寫已查證的一般事實。'],
  lawyer: true,
};
const NONE: OfficialText = {
  ...STATEMENT,
  kind: 'report',
  id: 'report',
  title: '向平台檢舉',
  text: null,
  why: '沒有符合的類別。',
  check: [],
  lawyer: false,
};

/** The small DOM does not toggle `details` by itself. */
async function open(title: string): Promise<void> {
  const details = screen.getByText(title).closest('details');
  if (!details) throw new Error(title);
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await waitFor(() => expect(details.open).toBe(true));
}

it('prepares the texts only when it is opened, and copies the one that was pressed', async () => {
  const texts = vi.fn(async () => [STATEMENT, NONE]);
  const toClipboard = vi.fn(async () => true);
  const onNotice = vi.fn();
  show(<OfficialPanel reading="" texts={texts} toClipboard={toClipboard} onNotice={onNotice} />);
  expect(texts).not.toHaveBeenCalled();
  await open('正式文件與檢舉');
  const field = await screen.findByRole('textbox', { name: '澄清聲明', hidden: true });
  expect((field as HTMLTextAreaElement).readOnly).toBe(true);
  expect(screen.getByText('只寫已查證的一般事實。')).toBeTruthy();
  expect(screen.getByText('請律師先看')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '複製', hidden: true }));
  expect(toClipboard).toHaveBeenCalledExactlyOnceWith('這是聲明。');
  expect(onNotice).toHaveBeenCalledWith({ kind: 'done', text: '已複製「澄清聲明」。' });
});

it('prepares the texts anew while they are shown and the review is read otherwise', async () => {
  const texts = vi.fn(async () => [STATEMENT]);
  const ui = (reading: string) => (
    <OfficialPanel reading={reading} texts={texts} toClipboard={async () => true} onNotice={() => undefined} />
  );
  const { again } = show(ui('a'));
  again(ui('b'));
  expect(texts).not.toHaveBeenCalled();
  await open('正式文件與檢舉');
  await screen.findByText('澄清聲明');
  const before = texts.mock.calls.length;
  again(ui('c'));
  await waitFor(() => expect(texts).toHaveBeenCalledTimes(before + 1));
});

it('shows what was asked for last, whichever answer comes last', async () => {
  const answers: ((texts: OfficialText[]) => void)[] = [];
  const texts = () => new Promise<OfficialText[]>((resolve) => answers.push(resolve));
  const ui = (reading: string) => (
    <OfficialPanel reading={reading} texts={texts} toClipboard={async () => true} onNotice={() => undefined} />
  );
  const { again } = show(ui('a'));
  await open('正式文件與檢舉');
  await waitFor(() => expect(answers.length).toBeGreaterThan(0));
  const before = answers.length;
  again(ui('b'));
  expect(answers.length).toBe(before + 1);
  answers.at(-1)?.([NONE]);
  expect(await screen.findByText('沒有符合的類別。')).toBeTruthy();
  await act(async () => {
    for (const late of answers.slice(0, before)) late([STATEMENT]);
  });
  expect(screen.queryByText('澄清聲明')).toBeNull();
});

it('has the text selected where the browser does not let it be copied', async () => {
  const onNotice = vi.fn();
  show(
    <OfficialPanel reading="" texts={async () => [STATEMENT]} toClipboard={async () => false} onNotice={onNotice} />,
  );
  await open('正式文件與檢舉');
  const field = (await screen.findByRole('textbox', { name: '澄清聲明', hidden: true })) as HTMLTextAreaElement;
  await userEvent.click(screen.getByRole('button', { name: '複製', hidden: true }));
  await waitFor(() => expect(onNotice).toHaveBeenCalled());
  // No tick of success before it.
  expect(onNotice).toHaveBeenLastCalledWith({ kind: 'careful', text: expect.stringContaining('文字已選取') });
  expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('這是聲明。');
});

it('says why there is no text, and offers nothing to copy there', async () => {
  show(
    <OfficialPanel reading="" texts={async () => [NONE]} toClipboard={async () => true} onNotice={() => undefined} />,
  );
  await open('正式文件與檢舉');
  expect(await screen.findByText('沒有符合的類別。')).toBeTruthy();
  expect(screen.getByText('這一項不建議使用')).toBeTruthy();
  expect(screen.queryByRole('button', { hidden: true })).toBeNull();
});

it('says so when they cannot be prepared', async () => {
  show(
    <OfficialPanel
      reading=""
      texts={() => Promise.reject(new Error())}
      toClipboard={async () => true}
      onNotice={() => undefined}
    />,
  );
  await open('正式文件與檢舉');
  expect(await screen.findByRole('alert', { hidden: true })).toBeTruthy();
});
