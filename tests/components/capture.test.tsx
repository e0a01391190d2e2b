import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackupDue } from '../../components/backup.tsx';
import type { CaptureActions } from '../../components/capture/actions.ts';
import { CaptureSection } from '../../components/capture/capture-section.tsx';
import { CaptureList } from '../../components/evidence/capture-list.tsx';
import { CustodyLog } from '../../components/evidence/custody-log.tsx';
import { RemoveDialog } from '../../components/evidence/remove-dialog.tsx';
import type { Person } from '../../lib/contract/clinic.ts';
import { fail, ok, type Result } from '../../lib/contract/result.ts';
import type { CaptureProgress, CaptureView } from '../../lib/evidence/capture-progress.ts';
import type { CustodyEntry, CustodyFacts } from '../../lib/evidence/contract.ts';
import { findPersonal } from '../../lib/privacy/index.ts';
import { problems } from './axe.ts';
import { DESK, layOut, MANAGER, NOW, show } from './samples.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const KEY = 'ptt:a';
const progress = (part: Partial<CaptureProgress> = {}): CaptureProgress => ({
  id: 'c1',
  key: KEY,
  tabId: 1,
  phase: 'done',
  shots: 7,
  expected: 7,
  failure: null,
  complete: true,
  missing: [],
  recheck: null,
  ...part,
});

function section(view: Partial<CaptureView> = {}, part: Partial<CaptureActions> = {}) {
  let told = (): void => undefined;
  const held: CaptureView = { now: null, held: [], outside: null, recording: null, recordable: null, ...view };
  const does = {
    view: vi.fn(async () => ok(held)),
    onChanged: (callback: () => void) => {
      told = callback;
      return () => undefined;
    },
    start: vi.fn<NonNullable<CaptureActions['start']>>(async () => ok({ ask: null, id: 'c1' })),
    cancel: vi.fn(async () => ok(null)),
    discard: vi.fn<CaptureActions['discard']>(async () => ok(null)),
    open: vi.fn(),
    ...part,
  };
  show(<CaptureSection reviewKey={KEY} actions={does} servable />);
  const change = (next: Partial<CaptureView>): void => {
    Object.assign(held, next);
    told();
  };
  return { does, change };
}

describe('capturing the open review', () => {
  it('goes from the button through progress to what came of it', async () => {
    const { does, change } = section();
    await userEvent.click(await screen.findByRole('button', { name: '存證這一則' }));
    expect(does.start).toHaveBeenCalledWith({ recheck: null });
    change({ now: progress({ phase: 'shooting', shots: 3 }) });
    expect(await screen.findByText('拍攝中 3 / 7')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '停止' }));
    expect(does.cancel).toHaveBeenCalled();
    change({ now: progress() });
    expect(await screen.findByText('已存證：7 張畫面、內文與欄位都已封存。')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '查看存證' }));
    expect(does.open).toHaveBeenCalledWith('c1');
    expect(await problems()).toEqual([]);
  });

  it('an incomplete one says what is missing and can be taken back', async () => {
    const missing = [
      { what: 'pictures' as const, why: 'interrupted' as const, detail: 'rows 800–5000 of 5000' },
      { what: 'address-bar' as const, why: 'not-asked' as const, detail: '' },
    ];
    const { does } = section({ now: progress({ complete: false, missing }) });
    expect(await screen.findByText('這份存證不完整')).toBeInTheDocument();
    expect(screen.getByText('畫面：過程中斷（全長 5000 像素，缺第 800 到 5000 像素）')).toBeInTheDocument();
    // What nobody asked for is no news right after a capture.
    expect(screen.queryByText(/網址列/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '不保留這一份' }));
    expect(does.discard).toHaveBeenCalledWith('c1', expect.stringContaining('移除'));
    expect(await screen.findByText('已移除。保管紀錄會留下這次移除。')).toBeInTheDocument();
  });

  it.each([
    ['page-moving', '頁面一直在捲動或變動，拍不到穩定的畫面。', /停下影片/],
    ['page-left', '拍攝途中，這個分頁換到了別的頁面。', /回到有這則評論的頁面/],
    ['tab-hidden', '要存證的頁面不在最前面，拍到的會是別的畫面。', /切回這一頁/],
  ] as const)('%s: says what happened and what to do about it, and can be tried again', async (failure, what, next) => {
    const { does } = section({}, { start: vi.fn(async () => fail(failure)) });
    await userEvent.click(await screen.findByRole('button', { name: '存證這一則' }));
    expect(await screen.findByText(what)).toBeInTheDocument();
    expect(screen.getByText(next)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '存證這一則' }));
    expect(does.start).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['page-gone', /讓這一頁留在最前面/],
    ['page-changed', /不要捲動或縮放/],
    ['interrupted', /可以再存證一次/],
  ] as const)('of an incomplete one (%s) it says what to do otherwise', async (why, hint) => {
    section({ now: progress({ complete: false, missing: [{ what: 'pictures', why, detail: '' }] }) });
    expect(await screen.findByText(hint)).toBeInTheDocument();
  });

  describe('with nobody on duty', () => {
    const who = (onDuty: Person | null, answer = ok(null) as Result<unknown>) => ({
      now: () => ({ people: [DESK, MANAGER], onDuty }),
      pick: vi.fn(async () => answer),
    });
    const press = async () => userEvent.click(await screen.findByRole('button', { name: '存證這一則' }));

    it('asks who captures, before anything is written', async () => {
      const asked = who(null);
      const { does } = section({}, { who: asked });
      await press();
      const dialog = screen.getByRole('dialog', { name: '由誰存證？' });
      expect(screen.getByRole('button', { name: '開始存證' })).toBeDisabled();
      expect(await problems(dialog)).toEqual([]);
      expect(does.start).not.toHaveBeenCalled();
      await userEvent.selectOptions(screen.getByRole('combobox', { name: '值班' }), DESK.name);
      await userEvent.click(screen.getByRole('button', { name: '開始存證' }));
      expect(asked.pick).toHaveBeenCalledWith(DESK);
      await waitFor(() => expect(does.start).toHaveBeenCalledWith({ recheck: null }));
      expect(screen.queryByRole('dialog')).toBeNull();
    });

    it('goes on without a name where the person says so', async () => {
      const asked = who(null);
      const { does } = section({}, { who: asked });
      await press();
      await userEvent.click(screen.getByRole('button', { name: '先不具名' }));
      await waitFor(() => expect(does.start).toHaveBeenCalledWith({ recheck: null }));
      expect(asked.pick).not.toHaveBeenCalled();
    });

    it('does not begin where the name could not be kept', async () => {
      const { does } = section({}, { who: who(null, fail('storage-failed')) });
      await press();
      await userEvent.selectOptions(screen.getByRole('combobox', { name: '值班' }), DESK.name);
      await userEvent.click(screen.getByRole('button', { name: '開始存證' }));
      expect(await screen.findByText('資料沒有成功存進這台電腦。')).toBeInTheDocument();
      expect(does.start).not.toHaveBeenCalled();
    });

    it('asked for from outside the sidebar, it asks all the same', async () => {
      const { does } = section({ outside: ok({ ask: 'who' }) }, { who: who(null) });
      await userEvent.click(await screen.findByRole('button', { name: '先不具名' }));
      await waitFor(() => expect(does.start).toHaveBeenCalledWith({ recheck: null }));
    });

    it('with somebody on duty it asks nothing', async () => {
      const { does } = section({}, { who: who(DESK) });
      await press();
      expect(does.start).toHaveBeenCalledWith({ recheck: null });
    });
  });

  it('what must not be pictured is asked about before anything is written', async () => {
    const { does } = section({}, { start: vi.fn(async () => ok({ ask: 'sensitive' as const })) });
    await userEvent.click(await screen.findByRole('button', { name: '存證這一則' }));
    expect(await screen.findByRole('dialog', { name: '這次不拍畫面' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '只記錄文字' }));
    await waitFor(() => expect(does.start).toHaveBeenLastCalledWith({ recheck: null, pictures: false }));
  });

  it('without the browser’s permission it says to press the icon', async () => {
    section({}, { start: vi.fn(async () => fail('needs-click')) });
    await userEvent.click(await screen.findByRole('button', { name: '存證這一則' }));
    expect(await screen.findByText('請先按一下工具列的覆評圖示')).toBeInTheDocument();
  });

  it('a second one is compared with the first, and the difference is shown', async () => {
    const diff = [
      { op: '-' as const, text: '很差' },
      { op: '+' as const, text: '還好' },
    ];
    const recheck = { of: 'c0', manifestHash: '0'.repeat(64), outcome: 'changed' as const, diff };
    const held = [{ id: 'c0', at: '2026-03-01T00:00:00Z', complete: true }];
    const { does, change } = section({ held });
    await userEvent.click(await screen.findByRole('button', { name: '再存證一次' }));
    expect(does.start).toHaveBeenCalledWith({ recheck: 'c0' });
    change({ now: progress({ recheck }) });
    expect(await screen.findByText('內容有變動')).toBeInTheDocument();
    expect(screen.getByText('很差').tagName).toBe('DEL');
    expect(screen.getByText('還好').tagName).toBe('INS');
  });

  it('options are handed over', async () => {
    const { does } = section();
    await userEvent.click(await screen.findByText('選項'));
    await userEvent.click(screen.getByRole('checkbox', { name: '先重新載入頁面再拍' }));
    await userEvent.click(screen.getByRole('checkbox', { name: '不拍畫面，只記錄網址、時間與文字' }));
    await userEvent.type(screen.getByRole('textbox', { name: '案件名稱' }), '三月');
    await userEvent.click(screen.getByRole('button', { name: '存證這一則' }));
    expect(does.start).toHaveBeenCalledWith({ reload: true, pictures: false, caseName: '三月', recheck: null });
    expect(await problems()).toEqual([]);
  });
});

describe('the list of captures', () => {
  beforeEach(layOut);

  it('with a thousand puts in the page, and fetches, no more than with ten', async () => {
    const rows = (total: number): { rows: number; wanted: number } => {
      const wanted = new Set<number>();
      show(
        <CaptureList
          total={total}
          lineAt={() => undefined}
          onWanted={(from, to) => {
            for (let at = from; at < to; at++) wanted.add(at);
          }}
          current={null}
          onOpen={vi.fn()}
          picked={new Set()}
          onPick={vi.fn()}
        />,
      );
      const found = { rows: screen.getAllByRole('listitem').length, wanted: wanted.size };
      cleanup();
      return found;
    };
    const [few, many] = [rows(10), rows(1_000)];
    expect(few.rows).toBe(10);
    expect(many.rows).toBeLessThan(25);
    expect(many.wanted).toBeLessThan(25);
  });
});

describe('deleting a capture', () => {
  const people = [DESK, MANAGER];
  const today = { by: DESK, at: new Date().toISOString() };
  const dialog = (onDuty: Person, taken = today) => {
    const onRemove = vi.fn(async () => undefined);
    show(
      <RemoveDialog
        desk={{ people, onDuty }}
        taken={taken}
        personal={async (text) => findPersonal(text)}
        onClose={vi.fn()}
        onRemove={onRemove}
      />,
    );
    return { onRemove };
  };

  it('needs a manager or doctor, who can be chosen here', async () => {
    const { onRemove } = dialog(DESK, { by: DESK, at: '2026-01-01T00:00:00.000Z' });
    await userEvent.type(screen.getByRole('textbox', { name: '刪除的理由' }), '拍錯頁面');
    await userEvent.click(screen.getByRole('checkbox'));
    expect(screen.getByRole('button', { name: '刪除' })).toBeDisabled();
    expect(await problems(screen.getByRole('dialog'))).toEqual([]);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '由誰刪除' }), MANAGER.name);
    expect(screen.getByRole('dialog')).toHaveTextContent('本程式不會查證操作的人是誰');
    await userEvent.click(screen.getByRole('button', { name: '刪除' }));
    await waitFor(() => expect(onRemove).toHaveBeenCalledExactlyOnceWith('拍錯頁面', true, MANAGER));
  });

  it('a manager’s asks why', async () => {
    const { onRemove } = dialog(MANAGER);
    expect(screen.getByRole('button', { name: '刪除' })).toBeDisabled();
    await userEvent.type(screen.getByRole('textbox', { name: '刪除的理由' }), '結案');
    await userEvent.click(screen.getByRole('button', { name: '刪除' }));
    await waitFor(() => expect(onRemove).toHaveBeenCalledWith('結案', false, null));
  });

  it('takes no number of a person into the log', async () => {
    const { onRemove } = dialog(MANAGER);
    const reason = screen.getByRole('textbox', { name: '刪除的理由' });
    await userEvent.type(reason, '病人 A123456789 要求');
    expect(await screen.findByText(/這裡看起來有個資/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '刪除' }));
    expect(await screen.findByText(/請先刪掉號碼/)).toBeInTheDocument();
    expect(onRemove).not.toHaveBeenCalled();
    expect(await problems(screen.getByRole('dialog'))).toEqual([]);
    await userEvent.clear(reason);
    await userEvent.type(reason, '病人要求');
    await userEvent.click(screen.getByRole('button', { name: '刪除' }));
    await waitFor(() => expect(onRemove).toHaveBeenCalledExactlyOnceWith('病人要求', false, null));
  });

  it('of today and one’s own: taken away as a slip', async () => {
    const { onRemove } = dialog(DESK);
    expect(screen.getByRole('combobox', { name: '由誰刪除' })).toBeInTheDocument();
    await userEvent.type(screen.getByRole('textbox', { name: '刪除的理由' }), '拍錯頁面');
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(screen.getByRole('button', { name: '刪除' }));
    await waitFor(() => expect(onRemove).toHaveBeenCalledWith('拍錯頁面', true, null));
  });
});

describe('the custody log', () => {
  const entry = (seq: number, facts: Partial<CustodyFacts> | null): CustodyEntry => ({
    chain: 'x',
    seq,
    previous: null,
    hash: `hash-${seq}`,
    capture: facts?.capture ?? '',
    facts: facts && {
      at: `2026-03-0${seq + 1}T04:00:00.000Z`,
      action: 'captured',
      by: DESK,
      capture: null,
      manifestHash: null,
      reason: null,
      ...facts,
    },
  });
  const log = [
    entry(0, null),
    entry(1, { capture: 'aaaaaaaa-1' }),
    entry(2, { capture: 'bbbbbbbb-2', by: null }),
    entry(3, { capture: 'aaaaaaaa-1', action: 'deleted', by: MANAGER, reason: '結案' }),
    entry(4, { action: 'purged', by: MANAGER, detail: '12 reviews' }),
  ];

  it('tells also of what is deleted: who, when and why, newest first', async () => {
    const onShow = vi.fn();
    show(<CustodyLog load={async () => ok(log)} captured={0} onShow={onShow} />);
    const lines = await screen.findAllByRole('listitem');
    expect(lines.map((line) => line.textContent)).toEqual([
      expect.stringContaining('刪除到期的評論 12 則・阿主管（主管）'),
      expect.stringMatching(/^刪除・阿主管（主管）・2026-03-04 12:00:00結案存證 aaaaaaaa（已刪除）$/),
      expect.stringContaining('擷取並封存・未選值班'),
      expect.stringContaining('存證 aaaaaaaa（已刪除）'),
    ]);
    expect(screen.getByText(/另有 1 筆/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '查看存證 bbbbbbbb' }));
    expect(onShow).toHaveBeenCalledWith('bbbbbbbb-2');
    await userEvent.click(screen.getByRole('checkbox', { name: '只看刪除' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(await problems()).toEqual([]);
  });
});

describe('evidence that lies nowhere else', () => {
  const days = (count: number) => new Date(NOW - count * 86_400_000).toISOString();

  it.each([
    [null, true],
    [days(31), true],
    [days(2), false],
  ] as const)('last backup %s: reminded is %s', async (last, due) => {
    const { container } = show(<BackupDue last={last} />);
    expect(container.querySelector('[data-backup-due]') !== null).toBe(due);
    expect(await problems()).toEqual([]);
  });
});
