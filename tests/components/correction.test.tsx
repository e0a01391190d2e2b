import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ReaderLine } from '../../components/reader-line.tsx';
import type { Correction } from '../../lib/contract/correction.ts';
import { fail, ok } from '../../lib/contract/result.ts';
import type { ReviewView, SettingsView } from '../../lib/contract/views.ts';
import { actions } from './actions.ts';
import { problems } from './axe.ts';
import { reviewPanel } from './panel.tsx';
import { clinic, DESK, finding, MANAGER, reviewView, settings, show, triage } from './samples.tsx';

afterEach(cleanup);

const TEXT = '等了三小時，櫃檯是智障。';
const INSULT = finding(TEXT, '智障');
const PLACE = { start: INSULT.start, end: INSULT.end, quote: '智障' };
const judged = triage({ risks: [INSULT], aspects: { attitude: 'neg' } });
const view = (part: Partial<ReviewView> = {}) => reviewView({ triage: judged, ...part, review: { text: TEXT } });

function panel(shown: ReviewView, does = actions(), set: Partial<SettingsView> = { onDuty: DESK }) {
  show(reviewPanel({ view: shown, actions: does, settings: settings(set) }));
  return does;
}
const wrong = async () => {
  await userEvent.click(screen.getByRole('button', { name: '這個判斷不對' }));
  return screen.findByRole('dialog');
};
const submit = () => userEvent.click(screen.getByRole('button', { name: '存下更正' }));

describe('「這個判斷不對」', () => {
  it('says that a finding is none', async () => {
    const does = panel(view());
    const dialog = await wrong();
    expect(dialog).toHaveTextContent('由 阿櫃（櫃檯）更正，會記錄下來。');
    // Not on the cross: Enter would close what was just opened.
    await waitFor(() => expect(screen.getByRole('radio', { name: '這裡沒有問題' })).toHaveFocus());
    await submit();
    expect(screen.getByText('還沒有改任何一項。')).toBeInTheDocument();
    expect(does.correct).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('radio', { name: '這裡沒有問題' }));
    await userEvent.type(screen.getByRole('textbox', { name: '說明（可不填）' }), '是綽號');
    expect(await problems(dialog)).toEqual([]);
    await submit();
    expect(does.correct).toHaveBeenCalledExactlyOnceWith(
      [{ what: 'not-this', kind: 'insult', places: [PLACE] }],
      '是綽號',
      null,
    );
    expect(await screen.findByText(/已存下更正/)).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('lets anybody on duty dismiss what only sounds so', async () => {
    const does = panel(view({ triage: triage({ risks: [{ ...INSULT, kind: 'crime-claim', confidence: 0.3 }] }) }));
    await wrong();
    await userEvent.click(screen.getByRole('radio', { name: '這裡沒有問題' }));
    await submit();
    expect(does.correct).toHaveBeenCalledExactlyOnceWith(
      [{ what: 'not-this', kind: 'crime-claim', places: [PLACE], hunch: true }],
      '',
      null,
    );
  });

  it('says that it is another kind', async () => {
    const does = panel(view());
    await wrong();
    await userEvent.click(screen.getByRole('radio', { name: '其實是' }));
    await submit();
    expect(screen.getByText('請選擇這幾個字是什麼。')).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '其實是' }), 'opinion');
    await submit();
    expect(does.correct).toHaveBeenCalledWith(
      [{ what: 'other-kind', kind: 'insult', to: 'opinion', places: [PLACE] }],
      '',
      null,
    );
  });

  it('says it of some places of a finding, the others stay', async () => {
    const text = '庸醫，腦殘，騙子。';
    const risks = ['庸醫', '腦殘', '騙子'].map((words) => finding(text, words));
    const does = panel(reviewView({ review: { text }, triage: triage({ risks }) }));
    const dialog = await wrong();
    const tick = (name: string) => userEvent.click(screen.getByRole('checkbox', { name }));
    for (const box of within(dialog).getAllByRole('checkbox')) expect(box).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: '這裡沒有問題' }));
    for (const quote of ['「庸醫」', '「腦殘」', '「騙子」']) await tick(quote);
    await submit();
    expect(screen.getByText('請至少勾選一處。')).toBeInTheDocument();
    expect(does.correct).not.toHaveBeenCalled();
    await tick('「腦殘」');
    expect(await problems(dialog)).toEqual([]);
    await submit();
    const places = [{ start: 3, end: 5, quote: '腦殘' }];
    expect(does.correct).toHaveBeenCalledExactlyOnceWith([{ what: 'not-this', kind: 'insult', places }], '', null);
  });

  it('keeps the keyboard near when the finding that led there is gone', async () => {
    const does = actions();
    const open = (shown: ReviewView) =>
      reviewPanel({ view: shown, actions: does, settings: settings({ onDuty: DESK }) });
    const { again } = show(open(view()));
    does.correct.mockImplementation(async () => {
      const corrected = view({ triage: triage({ risks: [] }) });
      again(open(corrected));
      return ok(corrected);
    });
    await wrong();
    await userEvent.click(screen.getByRole('radio', { name: '這裡沒有問題' }));
    await submit();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: '需要留意的地方' })));
  });

  it('asks for a named person, and for a manager or doctor where something grave is played down', async () => {
    const does = panel(view({ triage: triage({ risks: [{ ...INSULT, kind: 'threat-violence' }] }) }));
    await wrong();
    await userEvent.click(screen.getByRole('radio', { name: '這裡沒有問題' }));
    expect(screen.getByText(/把嚴重的標示改輕，需要主管或醫師具名/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '存下更正' })).toBeDisabled();
    const who = screen.getByRole('combobox', { name: '由誰更正' });
    expect(within(who).getAllByRole('option')).toHaveLength(2);
    await userEvent.selectOptions(who, MANAGER.name);
    expect(who).toHaveValue(MANAGER.name);
    expect(screen.getByText(/不會查證操作的人是誰/)).toBeInTheDocument();
    await submit();
    expect(does.correct.mock.lastCall?.[2]).toEqual(MANAGER);
    // Named for this alone: who sits here is still on duty.
    expect(does.duty).not.toHaveBeenCalled();
    cleanup();
    const nobody = panel(view(), actions(), { onDuty: null });
    await wrong();
    expect(screen.getByText(/更正要有人具名。選好後，這位就是值班人員/)).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '由誰更正' }), MANAGER.name);
    expect(nobody.duty).toHaveBeenCalledExactlyOnceWith(MANAGER);
    cleanup();
    const setup = panel(view(), actions(), { onDuty: null, clinic: clinic({ people: [] }) });
    const dialog = await wrong();
    await userEvent.click(within(dialog).getByRole('button', { name: '建立人員' }));
    expect(setup.setup).toHaveBeenCalledOnce();
  });

  it('marks words that were read past, if they are in the text', async () => {
    const does = panel(view());
    await userEvent.click(screen.getByRole('button', { name: '標出漏掉的字句' }));
    const field = await screen.findByRole('textbox', { name: '原文中的字句' });
    await submit();
    expect(screen.getByText('請先填原文中的字句。')).toBeInTheDocument();
    await userEvent.type(field, '沒有這句');
    expect(screen.getByText('全文裡找不到這幾個字。')).toBeInTheDocument();
    await userEvent.clear(field);
    await userEvent.type(field, ' 三小時 ');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '這裡是' }), 'accusation');
    await submit();
    const places = [{ start: 2, end: 5, quote: '三小時' }];
    expect(does.correct).toHaveBeenCalledExactlyOnceWith([{ what: 'missing', to: 'accusation', places }], '', null);
  });

  it('corrects sentiment, urgency and aspects: one change for each that is now otherwise', async () => {
    const does = panel(view());
    await userEvent.click(screen.getByRole('button', { name: '更正判讀' }));
    const dialog = await screen.findByRole('dialog');
    const choose = (name: string, to: string) =>
      userEvent.selectOptions(within(dialog).getByRole('combobox', { name }), to);
    await choose('整體評價', 'mixed');
    await choose('急迫程度', 'calm');
    await choose('服務態度', 'none');
    await choose('價格收費', 'pos');
    await choose('價格收費', 'none');
    expect(await problems(dialog)).toEqual([]);
    await submit();
    expect(does.correct).toHaveBeenCalledExactlyOnceWith(
      [
        { what: 'sentiment', from: 'negative', to: 'mixed' },
        { what: 'urgency', from: 'soon', to: 'calm' },
        { what: 'aspect', aspect: 'attitude', from: 'neg', to: null },
      ],
      '',
      null,
    );
  });

  it('keeps what was filled in when it fails, and does nothing while our frame is covered', async () => {
    const does = actions();
    does.page.seen.mockResolvedValueOnce(false);
    does.correct.mockResolvedValueOnce(fail('storage-full'));
    panel(view(), does);
    await wrong();
    await userEvent.click(screen.getByRole('radio', { name: '這裡沒有問題' }));
    await submit();
    expect(await screen.findByText('側欄似乎被網頁上的東西遮住了。')).toBeInTheDocument();
    expect(does.correct).not.toHaveBeenCalled();
    await submit();
    expect(await screen.findByText('這台電腦的儲存空間不足。')).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: '這裡沒有問題' })).toBeChecked();
  });
});

describe('what was corrected', () => {
  const made: Correction = {
    id: 'c1',
    at: '2026-03-01T00:00:00Z',
    by: MANAGER,
    change: { what: 'not-this', kind: 'insult', places: [PLACE] },
    note: '是綽號',
    takenBack: null,
  };
  const back: Correction = {
    ...made,
    id: 'c0',
    change: { what: 'missing', to: 'threat-legal', places: [{ start: 0, end: 2, quote: '已刪去' }] },
    takenBack: { at: '2026-03-01T01:00:00Z', by: DESK },
  };
  const correctedView = view({
    triage: triage({ risks: [], aspects: {} }),
    original: judged,
    corrections: [back, made],
  });

  it('is told with who and when; the first reading can be looked at', async () => {
    panel(correctedView);
    const section = screen.getByRole('region', { name: '更正紀錄' });
    const [newest, older] = within(section).getAllByRole('listitem');
    expect(newest).toHaveTextContent('「智障」不是侮辱性言詞說明：是綽號阿主管（主管）・2026/3/1 08:00');
    expect(older).toHaveTextContent('「已刪去」標為法律通知');
    expect(older).toHaveTextContent('已收回：阿櫃');
    expect(screen.queryByText('侮辱性言詞')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '看原本的判讀' }));
    expect(screen.getByText('這是更正前的判讀。')).toBeInTheDocument();
    expect(screen.getByText('侮辱性言詞')).toBeInTheDocument();
    const back = screen.getByRole('button', { name: '看更正後的' });
    await waitFor(() => expect(back).toHaveFocus());
    // The first reading is for looking at only.
    expect(screen.queryByRole('button', { name: '這個判斷不對' })).toBeNull();
    expect(await problems()).toEqual([]);
    await userEvent.click(back);
    expect(screen.queryByText('這是更正前的判讀。')).toBeNull();
    await waitFor(() => expect(section).toHaveFocus());
  });

  it('can be taken back', async () => {
    const does = panel(correctedView);
    await userEvent.click(screen.getByRole('button', { name: '收回這個更正' }));
    await waitFor(() => expect(does.takeBack).toHaveBeenCalledExactlyOnceWith('c1'));
    expect(await screen.findByText('已收回更正。')).toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole('region', { name: '更正紀錄' })).toHaveFocus());
  });
});

it('says in one line when only the rules read, and nothing else', () => {
  const { again } = show(<ReaderLine reader="full" />);
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
  again(<ReaderLine reader="rules-only" />);
  expect(screen.getByRole('status')).toHaveTextContent('先只用規則判讀');
});
