import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CoverEditor } from '../../components/evidence/cover-editor.tsx';
import { Redaction } from '../../components/evidence/redaction.tsx';
import type { CaptureFile, CoveredPicture } from '../../components/evidence/shapes.ts';
import { makePng } from '../unit/evidence/pictures.ts';
import { problems } from './axe.ts';
import { show } from './samples.tsx';

beforeEach(() => {
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:picture');
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue(undefined);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** 200 × 100 pixels; the second shows the lower half of the first, and 50 rows more. */
const tile = (name: string, scroll: number, people?: { x: number; y: number; width: number; height: number }[]) => {
  const { png } = makePng({ width: 200, height: 100, colour: 2, seed: 1, filters: [0], split: 9999, flat: true });
  const view = {
    width: 200,
    height: 100,
    scale: 1,
    scroll,
    most: 50,
    origin: 0,
    clear: { from: 0, to: 100 },
    target: { from: 0, to: 150 },
    across: { from: 0, to: 200 },
    ...(people && { people }),
  };
  const file: CaptureFile = {
    name,
    kind: 'tile',
    type: 'image/png',
    place: { x: 0, y: scroll, width: 200, height: 100, scale: 1 },
    blob: new Blob([png], { type: 'image/png' }),
    view,
  };
  return file;
};

async function editor(
  before: CoveredPicture[] = [],
  people?: { x: number; y: number; width: number; height: number }[],
) {
  const does = { onClose: vi.fn(), onSeal: vi.fn(async (_: CoveredPicture[]) => true) };
  const files = [tile('tiles/001.png', 0, people), tile('tiles/002.png', 50, people && [])];
  show(<CoverEditor files={files} before={before} {...does} />);
  await screen.findByRole('heading', { name: '遮蔽畫面' });
  return does;
}

const covers = (): HTMLElement[] => screen.queryAllByRole('button', { name: /^遮蔽框 / });
const sealed = ({ onSeal }: { onSeal: { mock: { calls: CoveredPicture[][][] } } }) => onSeal.mock.calls[0]?.[0];
const picture = (name: RegExp): HTMLElement => within(screen.getByRole('navigation')).getByRole('button', { name });

describe('covering', () => {
  it('nothing goes in that nobody has looked at', async () => {
    const does = await editor();
    expect(screen.getByRole('button', { name: '封存遮蔽版' })).toBeDisabled();
    expect(picture(/畫面 1／2/)).toHaveTextContent('不放入');
    await userEvent.click(screen.getByRole('button', { name: '看過了，下一張' }));
    expect(screen.getByText('放入 1 張（共 2 張），遮蔽 0 處')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '封存遮蔽版' }));
    await waitFor(() => expect(sealed(does)).toEqual([{ parent: 'tiles/001.png', covers: [] }]));
    expect(await problems()).toEqual([]);
  });

  it('drawn by the mouse: covered on this picture and, where it is seen again, on the next', async () => {
    const does = await editor();
    const frame = document.querySelector('[data-cover-frame]') as HTMLElement;
    vi.spyOn(frame, 'getBoundingClientRect').mockReturnValue({ left: 10, top: 20, width: 400 } as DOMRect);
    Object.assign(frame, { setPointerCapture: () => undefined });
    // 400 px of the screen for 200 of the picture.
    fireEvent.pointerDown(frame, { button: 0, clientX: 50, clientY: 140, pointerId: 1 });
    fireEvent.pointerMove(frame, { clientX: 90, clientY: 160, pointerId: 1 });
    fireEvent.pointerUp(frame, { clientX: 90, clientY: 160, pointerId: 1 });
    expect(covers().map((cover) => cover.getAttribute('aria-label'))).toEqual([
      '遮蔽框 1：距左 20、距上 60、寬 20、高 10 像素',
    ]);
    // A press that goes nowhere draws nothing.
    fireEvent.pointerDown(frame, { button: 0, clientX: 50, clientY: 30, pointerId: 1 });
    fireEvent.pointerUp(frame, { clientX: 51, clientY: 31, pointerId: 1 });
    expect(covers()).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: '看過了，下一張' }));
    expect(covers().map((cover) => cover.getAttribute('aria-label'))).toEqual([
      '遮蔽框 1：距左 20、距上 10、寬 20、高 10 像素',
    ]);
    await userEvent.click(screen.getByRole('button', { name: '看過了' }));
    await userEvent.click(screen.getByRole('button', { name: '封存遮蔽版' }));
    await waitFor(() =>
      expect(sealed(does)).toEqual([
        { parent: 'tiles/001.png', covers: [{ x: 20, y: 60, width: 20, height: 10 }] },
        { parent: 'tiles/002.png', covers: [{ x: 20, y: 10, width: 20, height: 10 }] },
      ]),
    );
  });

  it('by keys alone: made, moved, made larger, taken away', async () => {
    await editor();
    screen.getByRole('button', { name: '新增遮蔽框' }).focus();
    await userEvent.keyboard('{Enter}');
    const [made] = covers();
    expect(made).toHaveFocus();
    const label = (): string => covers()[0]?.getAttribute('aria-label') ?? '';
    const start = label();
    await userEvent.keyboard('{ArrowLeft}');
    expect(label()).not.toBe(start);
    await userEvent.keyboard('{ArrowRight}');
    expect(label()).toBe(start);
    await userEvent.keyboard('{Control>}{ArrowDown}{/Control}');
    const numbers = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);
    expect(numbers(label())[2]).toBe((numbers(start)[2] ?? 0) + 1);
    await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}');
    expect(numbers(label())[4]).toBeLessThan(numbers(start)[4] ?? 0);
    expect(await problems()).toEqual([]);
    await userEvent.keyboard('{Delete}');
    expect(covers()).toHaveLength(0);
    expect(screen.getByRole('button', { name: '新增遮蔽框' })).toHaveFocus();
  });

  it('takes over what the page had noted, once; says so where it had noted nothing', async () => {
    await editor([], [{ x: 30, y: 20, width: 40, height: 12 }]);
    await userEvent.click(screen.getByRole('button', { name: '帶入建議（1 處）' }));
    expect(covers()[0]?.getAttribute('aria-label')).toBe('遮蔽框 1：距左 28、距上 18、寬 44、高 16 像素');
    expect(screen.queryByRole('button', { name: /帶入建議/ })).toBeNull();
    // Proposed is not looked at.
    expect(screen.getByRole('button', { name: '封存遮蔽版' })).toBeDisabled();
    cleanup();
    await editor();
    expect(screen.getByText('這份存證沒有記下其他人姓名的位置，請自行框選。')).toBeInTheDocument();
  });

  it('goes on from what was covered last, each place once', async () => {
    const does = await editor([
      { parent: 'tiles/001.png', covers: [{ x: 20, y: 60, width: 20, height: 10 }] },
      { parent: 'tiles/002.png', covers: [{ x: 20, y: 10, width: 20, height: 10 }] },
    ]);
    expect(covers()).toHaveLength(1);
    covers()[0]?.focus();
    await userEvent.keyboard('{Delete}');
    expect(picture(/畫面 2／2/)).toHaveTextContent('0 處');
    await userEvent.click(screen.getByRole('button', { name: '封存遮蔽版' }));
    await waitFor(() => expect(sealed(does)?.map(({ covers: left }) => left)).toEqual([[], []]));
  });

  it('asks before it throws away what was drawn', async () => {
    const { onClose } = await editor();
    await userEvent.click(screen.getByRole('button', { name: '回到存證' }));
    expect(onClose).toHaveBeenCalledTimes(1);
    await userEvent.click(screen.getByRole('button', { name: '新增遮蔽框' }));
    await userEvent.click(screen.getByRole('button', { name: '回到存證' }));
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(await problems(screen.getByRole('dialog'))).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '離開' }));
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  it('without a picture that can be read it says so', async () => {
    const broken = { ...tile('tiles/001.png', 0), blob: new Blob(['no picture']) };
    show(<CoverEditor files={[broken]} before={[]} onClose={vi.fn()} onSeal={vi.fn(async () => true)} />);
    expect(await screen.findByText('這份存證沒有可以遮蔽的畫面。')).toBeInTheDocument();
  });
});

it('an original says what its redacted copy holds', async () => {
  const onShow = vi.fn();
  const pictures = [{ parent: 'tiles/001.png', covers: [{ x: 0, y: 0, width: 9, height: 9 }] }];
  const { again } = show(<Redaction redaction={null} onCover={vi.fn()} onShow={onShow} />);
  expect(screen.getByText(/還沒有遮蔽過的畫面/)).toBeInTheDocument();
  again(<Redaction redaction={{ id: 'c2', at: '2026-03-01T00:00:00Z', pictures }} onCover={vi.fn()} onShow={onShow} />);
  expect(screen.getByText(/放入 1 張畫面，共遮蔽 1 處/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '打開遮蔽版' }));
  expect(onShow).toHaveBeenCalledWith('c2');
  expect(await problems()).toEqual([]);
});
