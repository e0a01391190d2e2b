import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CaptureActions, RecordingActions } from '../../components/capture/actions.ts';
import { CaptureSection } from '../../components/capture/capture-section.tsx';
import { RecordingPart } from '../../components/capture/recording-part.tsx';
import { Recording } from '../../components/evidence/recording.tsx';
import { fail, ok } from '../../lib/contract/result.ts';
import type { CaptureView } from '../../lib/evidence/capture-progress.ts';
import { momentOf, RECORDING_ENDS } from '../../lib/evidence/contract.ts';
import type { Recordable, RecordingView } from '../../lib/evidence/recording.ts';
import { problems } from './axe.ts';
import { show } from './samples.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const KEY = 'ptt:a';
const FROM = '2026-03-02T04:00:00.000Z';
const recording = (part: Partial<RecordingView> = {}): RecordingView => ({
  id: 'r1',
  key: KEY,
  here: true,
  phase: 'recording',
  from: FROM,
  to: '2026-03-02T04:00:12.000Z',
  ended: null,
  failure: null,
  ...part,
});

function part(view: RecordingView | null, more: { recordable?: Recordable; does?: Partial<RecordingActions> } = {}) {
  const does = {
    allow: vi.fn(async () => true),
    start: vi.fn<RecordingActions['start']>(async () => ok({ id: 'r1' })),
    stop: vi.fn(async () => ok(null)),
    reopen: vi.fn(async () => ok(null)),
    ...more.does,
  };
  const open = vi.fn();
  const ui = (next: RecordingView | null) => (
    <RecordingPart
      reviewKey={KEY}
      view={next}
      recordable={more.recordable ?? { to: 'c1' }}
      actions={does}
      onOpen={open}
    />
  );
  const { again } = show(ui(view));
  return { does, open, now: (next: RecordingView | null) => again(ui(next)) };
}

describe('recording the screen', () => {
  it('asks the browser, begins, runs with its seconds, stops, and leads to what was sealed', async () => {
    const { does, open, now } = part(null);
    await userEvent.click(screen.getByRole('button', { name: '錄製畫面' }));
    expect(does.allow).toHaveBeenCalledTimes(1);
    expect(does.start).toHaveBeenCalledTimes(1);
    now(recording({ phase: 'starting', from: null }));
    expect(screen.getByText('正在開始錄製…')).toBeInTheDocument();
    expect(screen.queryByRole('timer')).toBeNull();
    now(recording({ from: new Date(Date.now() - 12_400).toISOString() }));
    expect(screen.getByRole('status')).toHaveTextContent('錄製中');
    expect(screen.getByRole('timer')).toHaveTextContent('0:12，最長 3:00');
    expect(await problems()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '停止錄製' }));
    expect(does.stop).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('button', { name: '停止錄製' })).toBeDisabled();
    now(recording({ phase: 'sealing', ended: 'stopped' }));
    expect(screen.getByText('正在封存錄影…')).toBeInTheDocument();
    now(recording({ phase: 'done', ended: 'stopped' }));
    expect(screen.getByText('錄影已封存，長度 0:12。')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '查看錄影' }));
    expect(open).toHaveBeenCalledWith('r1');
    expect(await problems()).toEqual([]);
  });

  it('the seconds go on by themselves and stop at the limit', () => {
    vi.useFakeTimers({ now: Date.parse(FROM) });
    part(recording());
    expect(screen.getByRole('timer')).toHaveTextContent('0:00');
    act(() => vi.advanceTimersByTime(65_000));
    expect(screen.getByRole('timer')).toHaveTextContent('1:05');
    act(() => vi.advanceTimersByTime(400_000));
    expect(screen.getByRole('timer')).toHaveTextContent('3:00，最長 3:00');
  });

  it('refused: nothing is begun, with a sentence and the next step', async () => {
    const { does } = part(null, { does: { allow: vi.fn(async () => false) } });
    await userEvent.click(screen.getByRole('button', { name: '錄製畫面' }));
    expect(does.start).not.toHaveBeenCalled();
    expect(screen.getByText('瀏覽器沒有允許錄製分頁畫面。')).toBeInTheDocument();
    expect(screen.getByText(/請再按一次「錄製畫面」/)).toBeInTheDocument();
    expect(await problems()).toEqual([]);
  });

  it('where the icon was not pressed it says so; where it was pressed too early it offers a new tab', async () => {
    const start = vi.fn<RecordingActions['start']>(async () => fail('needs-click'));
    const { does } = part(null, { does: { start } });
    await userEvent.click(screen.getByRole('button', { name: '錄製畫面' }));
    expect(screen.getByText('請先按一下工具列的覆評圖示')).toBeInTheDocument();
    start.mockImplementation(async () => fail('needs-new-tab'));
    await userEvent.click(screen.getByRole('button', { name: '錄製畫面' }));
    await userEvent.click(screen.getByRole('button', { name: '在新分頁打開這一頁' }));
    expect(does.reopen).toHaveBeenCalledTimes(1);
    expect(await problems()).toEqual([]);
  });

  it.each(RECORDING_ENDS.filter((ended) => ended !== 'stopped'))('ended as %s it says why', async (ended) => {
    part(recording({ phase: 'done', ended }));
    const said = screen.getByText(/自動停止|到此為止|不完整/);
    expect(said).toBeInTheDocument();
    expect(await problems()).toEqual([]);
  });

  it('of another tab it says so and can be stopped; what came of it is no news here', () => {
    const { now } = part(recording({ key: 'ptt:b', here: false }));
    expect(screen.getByText('另一個分頁正在錄製')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '停止錄製' })).toBeEnabled();
    now(recording({ key: 'ptt:b', here: false, phase: 'done', ended: 'stopped' }));
    expect(screen.queryByText(/錄影已封存/)).toBeNull();
    // The page of this tab went elsewhere, and the review with it: that is told whichever is open now.
    now(recording({ key: 'ptt:b', phase: 'done', ended: 'page-gone' }));
    expect(screen.getByText(/離開後的畫面沒有保留/)).toBeInTheDocument();
  });

  it('where nothing could be kept, or not yet sealed, it says which', () => {
    const { now } = part(recording({ phase: 'failed', failure: 'unexpected' }));
    expect(screen.getByText('沒有留下錄影。存證不受影響，可以再錄一次。')).toBeInTheDocument();
    now(recording({ phase: 'failed', failure: 'storage-full' }));
    expect(screen.getByText(/錄到的畫面都還在/)).toBeInTheDocument();
  });

  it('without a capture it is not offered; where pictures are withheld it says why', () => {
    part(null, { recordable: { to: null, why: 'no-capture' } });
    expect(screen.queryByRole('button')).toBeNull();
    cleanup();
    part(null, { recordable: { to: null, why: 'withheld' } });
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText('這一則依規則不保存畫面，所以不能錄製。')).toBeInTheDocument();
  });

  it('stands in the section beside the capture; what was added is not compared with', async () => {
    const view: CaptureView = {
      now: null,
      held: [
        { id: 'r1', at: '2026-03-02T00:00:00Z', complete: true, copy: true },
        { id: 'c1', at: '2026-03-01T00:00:00Z', complete: true, copy: false },
      ],
      outside: null,
      recording: null,
      recordable: { to: 'c1' },
    };
    const start = vi.fn<NonNullable<CaptureActions['start']>>(async () => ok({ ask: null, id: 'c2' }));
    const actions: CaptureActions = {
      view: async () => ok(view),
      onChanged: () => () => undefined,
      start,
      cancel: async () => ok(null),
      discard: async () => ok(null),
      open: vi.fn(),
      recording: {
        allow: async () => true,
        start: async () => ok({ id: 'r2' }),
        stop: async () => ok(null),
        reopen: async () => ok(null),
      },
    };
    show(<CaptureSection reviewKey={KEY} actions={actions} servable />);
    expect(await screen.findByRole('button', { name: '錄製畫面' })).toBeInTheDocument();
    expect(await problems()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '再存證一次' }));
    expect(start).toHaveBeenCalledWith({ recheck: 'c1' });
  });
});

describe('a recording on the evidence page', () => {
  const file = {
    name: 'annotated/recording.webm',
    kind: 'recording' as const,
    type: 'video/webm',
    place: null,
    view: null,
    blob: new Blob(['webm'], { type: 'video/webm' }),
  };
  const facts = {
    from: momentOf(FROM),
    to: momentOf('2026-03-02T04:01:05.000Z'),
    ended: 'page-gone' as const,
    width: 1360,
    height: 900,
    type: 'video/webm;codecs=vp9',
  };

  it('plays, says when, that no address bar is in it and how it ended, and can be handed over as a file', async () => {
    show(<Recording file={file} facts={facts} name="replywell-r1.webm" />);
    expect(screen.getByLabelText('螢幕錄影')).toHaveAttribute('src', expect.stringMatching(/^blob:/));
    expect(screen.getByText('2026-03-02T04:00:00.000Z')).toBeInTheDocument();
    expect(screen.getByText('2026-03-02T04:01:05.000Z')).toBeInTheDocument();
    expect(screen.getByText('1:05')).toBeInTheDocument();
    expect(screen.getByText(/不含網址列與聲音/)).toBeInTheDocument();
    expect(screen.getByText(/離開後的畫面沒有保留/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '下載錄影（WebM）' })).toHaveAttribute('download', 'replywell-r1.webm');
    expect(await problems()).toEqual([]);
  });

  it('where it cannot be played it says with what it can', () => {
    show(<Recording file={file} facts={facts} name="r.webm" />);
    act(() => {
      screen.getByLabelText('螢幕錄影').dispatchEvent(new Event('error'));
    });
    expect(screen.getByText(/用 Chrome、Edge、Firefox 或 VLC 開啟/)).toBeInTheDocument();
  });
});
