import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { SentencesPanel } from '../../components/sentences/sentences-panel.tsx';
import type { OwnSentence } from '../../lib/contract/sentences.ts';
import { problems } from './axe.ts';
import { DESK, MANAGER, show } from './samples.tsx';

afterEach(cleanup);

const WAITING: OwnSentence = {
  id: 'a',
  text: '院長信箱每天都有人看。',
  language: 'zh-TW',
  purpose: 'channel',
  aspect: null,
  tone: null,
  by: null,
  at: null,
};
const APPROVED: OwnSentence = { ...WAITING, id: 'b', text: '已核准的一句。', by: MANAGER, at: '2026-03-01T00:00:00Z' };

function panel(part: Partial<Parameters<typeof SentencesPanel>[0]> = {}) {
  const props = {
    sentences: [WAITING, APPROVED],
    onDuty: MANAGER,
    objection: vi.fn(async () => null as string | null),
    onSave: vi.fn(async () => true),
    onApprove: vi.fn(),
    onRemove: vi.fn(),
    onExport: vi.fn(),
    onImport: vi.fn(),
    ...part,
  };
  const view = show(<SentencesPanel {...props} />);
  return { props, view };
}

it('shows who approved what and when, and lets a manager approve what waits', async () => {
  const { props, view } = panel();
  expect(screen.getByText('阿主管（主管）核准於 2026/3/1')).toBeTruthy();
  expect(screen.getByText('等待核准')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '核准' }));
  expect(props.onApprove).toHaveBeenCalledExactlyOnceWith('a');
  expect(await problems(view.container)).toEqual([]);
});

it('offers no approval to the desk and says who may', () => {
  panel({ onDuty: DESK });
  expect(screen.queryByRole('button', { name: '核准' })).toBeNull();
  expect(screen.getByText(/核准需要主管或醫師值班/)).toBeTruthy();
});

it('keeps a new sentence, and not one that the guard objects to', async () => {
  const objection = vi.fn(async (text: string) => (text.includes('病歷') ? '公開說查過病歷。' : null));
  const { props } = panel({ sentences: [], objection });
  await userEvent.click(screen.getByRole('button', { name: '新增句子' }));
  const field = screen.getByRole('textbox', { name: '句子' });
  await userEvent.type(field, '我們查過病歷。');
  await userEvent.click(screen.getByRole('button', { name: '存下' }));
  expect(await screen.findByText(/公開說查過病歷/)).toBeTruthy();
  expect(props.onSave).not.toHaveBeenCalled();
  await userEvent.clear(field);
  await userEvent.type(field, '歡迎私下聯絡我們。');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '用在哪裡' }), 'closing');
  await userEvent.click(screen.getByRole('button', { name: '存下' }));
  expect(props.onSave).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ text: '歡迎私下聯絡我們。', purpose: 'closing', aspect: null, tone: null }),
  );
});
