import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createFrame, type Frame, type FrameOptions } from '../../../lib/page/index.ts';
import { lifetime, pageStyle } from './fake-site.ts';

const soon = { timeout: 8_000, interval: 10 };
const words = { open: '開啟覆評', close: '收合覆評', resize: '調整寬度', frame: '覆評側欄' };

const roots = new WeakMap<Element, ShadowRoot>();
beforeEach(() => {
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

let asked = 0;
function make(more: Partial<FrameOptions> = {}): { frame: Frame; placed: object[]; life: AbortController } {
  const life = lifetime();
  const placed: object[] = [];
  asked = 0;
  const frame = createFrame({
    document,
    url: async () => `about:blank?${++asked}`,
    words,
    width: 360,
    side: 'right',
    open: false,
    onPlaced: (change) => placed.push(change),
    signal: life.signal,
    ...more,
  });
  return { frame, placed, life };
}
const inside = <E extends Element>(frame: Frame, selector: string): E =>
  roots.get(frame.element)!.querySelector<E>(selector) as E;
const iframe = (frame: Frame): HTMLIFrameElement | null => inside(frame, 'iframe');
const box = (frame: Frame): DOMRect => frame.element.getBoundingClientRect();
/** A press at the middle of one of our parts, by the browser's own mouse. */
async function press(part: Element): Promise<void> {
  const { x, y, width, height } = part.getBoundingClientRect();
  await userEvent.click(document.documentElement, { position: { x: x + width / 2, y: y + height / 2 } });
}

test('closed it is a small tab at the side; the page is laid out as before', () => {
  document.body.innerHTML = '<p style="width: 50px">.</p>';
  const before = [document.documentElement.scrollWidth, document.documentElement.scrollHeight];
  const { frame } = make();
  const { width, height, right } = box(frame);
  expect([width, height]).toEqual([36, 56]);
  // Clear of a scroll bar at the edge.
  expect(right).toBe(document.documentElement.clientWidth - 16);
  expect(document.elementFromPoint(5, 5)?.localName).not.toBe('replywell-frame');
  expect([document.documentElement.scrollWidth, document.documentElement.scrollHeight]).toEqual(before);
  expect(iframe(frame)).toBeNull();
  expect(asked).toBe(0);
  expect(inside(frame, 'button').getAttribute('aria-label')).toBe(words.open);
  expect(frame.element.shadowRoot).toBeNull();
});

test('the frame is made at the first opening, and kept when closed', async () => {
  const { frame } = make();
  expect(await frame.open()).toBe(true);
  const first = iframe(frame)!;
  expect(first.src).toBe('about:blank?1');
  expect([first.allow, first.title]).toEqual(['clipboard-write', words.frame]);
  expect(box(frame).width).toBe(Math.min(360, document.documentElement.clientWidth - 48));
  expect(box(frame).right).toBe(document.documentElement.clientWidth);
  frame.close();
  expect(frame.isOpen()).toBe(false);
  expect(box(frame).width).toBe(36);
  await frame.toggle();
  expect(iframe(frame)).toBe(first);
  expect(asked).toBe(1);
});

test('the tab opens and closes it, by mouse and by key, and tells', async () => {
  const { frame, placed } = make();
  const tab = inside<HTMLButtonElement>(frame, 'button');
  await press(tab);
  await vi.waitFor(() => expect(frame.isOpen()).toBe(true), soon);
  expect(tab.getAttribute('aria-label')).toBe(words.close);
  // Against the panel, whole, and above the handle that widens it.
  const { right, left, top, width } = tab.getBoundingClientRect();
  expect([right, width]).toEqual([box(frame).left, 24]);
  expect((tab.getRootNode() as ShadowRoot).elementFromPoint(left + 22, top + 20)?.closest('button')).toBe(tab);
  tab.focus();
  await userEvent.keyboard('{Enter}');
  expect(frame.isOpen()).toBe(false);
  expect(placed).toEqual([{ open: true }, { open: false }]);
  // A page's script cannot press it; Escape does not close it.
  tab.click();
  await frame.open();
  await userEvent.keyboard('{Escape}');
  expect(frame.isOpen()).toBe(true);
});

test('no address, no frame', async () => {
  const { frame } = make({ url: () => Promise.reject(new Error('Extension context invalidated.')) });
  expect(await frame.open()).toBe(false);
  expect(frame.isOpen()).toBe(false);
});

test('stands open from the start when it did before', async () => {
  const { frame, placed } = make({ open: true });
  await vi.waitFor(() => expect(frame.isOpen()).toBe(true), soon);
  expect(placed).toEqual([{ open: true }]);
});

test('opened by itself, a press in the same moment leaves it open; later, and a second one, close it', async () => {
  let clock = 0;
  const { frame } = make({ now: () => clock });
  await frame.reopen();
  await frame.toggle();
  expect(frame.isOpen()).toBe(true);
  await frame.toggle();
  expect(frame.isOpen()).toBe(false);
  const later = make({ now: () => clock }).frame;
  await later.reopen();
  clock = 1_500;
  await later.toggle();
  expect(later.isOpen()).toBe(false);
});

test('does not open by itself once somebody has pressed', async () => {
  const { frame } = make();
  await frame.toggle();
  await frame.toggle();
  await frame.reopen();
  expect(frame.isOpen()).toBe(false);
});

test('resized by keys and by dragging, within its bounds', async () => {
  const { frame, placed } = make();
  await frame.open();
  const handle = inside<HTMLElement>(frame, '[role=separator]');
  handle.focus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(placed.at(-1)).toEqual({ width: 376 });
  await userEvent.keyboard('{End}');
  expect(placed.at(-1)).toEqual({ width: 520 });
  await userEvent.keyboard('{ArrowLeft}{Home}');
  expect(placed.at(-1)).toEqual({ width: 320 });
  expect(handle.getAttribute('aria-valuenow')).toBe('320');
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
  expect(placed.at(-1)).toEqual({ side: 'left' });
  expect(box(frame).left).toBe(0);
  frame.place({ side: 'right', width: 9_999 });
  expect(handle.getAttribute('aria-valuenow')).toBe('520');
  // A drag: the pointer is ours until it is let go, also over the frame.
  vi.spyOn(handle, 'setPointerCapture').mockReturnValue();
  const right = document.documentElement.clientWidth;
  handle.dispatchEvent(new PointerEvent('pointerdown', { button: 0, pointerId: 1 }));
  expect(getComputedStyle(iframe(frame)!).pointerEvents).toBe('none');
  handle.dispatchEvent(new PointerEvent('pointermove', { clientX: right - 340, pointerId: 1 }));
  handle.dispatchEvent(new PointerEvent('lostpointercapture', { pointerId: 1 }));
  expect(placed.at(-1)).toEqual({ width: 340 });
  expect(getComputedStyle(iframe(frame)!).pointerEvents).toBe('auto');
});

test('a page’s styles and attributes do not reach it', async () => {
  pageStyle(`* { all: unset !important } html { font-size: 10px !important }
    replywell-frame { display: none !important; opacity: 0 !important; transform: translateX(9999px) !important; width: 0 !important }`);
  const { frame } = make();
  const { element } = frame;
  for (const [name, value] of [
    ['hidden', ''],
    ['inert', ''],
    ['style', 'display: none !important; opacity: 0'],
    ['class', 'x'],
    ['aria-hidden', 'true'],
  ]) {
    element.setAttribute(name!, value!);
  }
  expect([box(frame).width, box(frame).height]).toEqual([36, 56]);
  await vi.waitFor(() => expect(element.getAttributeNames()).toEqual(['popover']), soon);
  expect(getComputedStyle(element).opacity).toBe('1');
});

test('put back when taken away, with a new address; a page that insists wins after five', async () => {
  const { frame } = make({ now: () => 1 });
  await frame.open();
  frame.element.remove();
  await vi.waitFor(() => expect(frame.element.isConnected).toBe(true), soon);
  await vi.waitFor(() => expect(iframe(frame)?.src).toBe('about:blank?2'), soon);
  expect(frame.element.matches(':popover-open')).toBe(true);
  let taken = 0;
  const hostile = new MutationObserver(() => {
    if (!frame.element.isConnected) return;
    frame.element.remove();
    taken++;
  });
  hostile.observe(document.documentElement, { childList: true });
  frame.element.remove();
  await vi.waitFor(() => expect(taken).toBe(4), soon);
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(taken).toBe(4);
  hostile.disconnect();
});

test('comes back to the top when the page lays something over it', async () => {
  const { frame } = make();
  const cover = document.createElement('div');
  cover.popover = 'manual';
  cover.style.cssText = 'inset: 0; width: 100vw; height: 100vh; z-index: 2147483647';
  document.body.append(cover);
  cover.showPopover();
  await vi.waitFor(() => {
    const { left, top, width, height } = box(frame);
    expect(document.elementFromPoint(left + width / 2, top + height / 2)).toBe(frame.element);
  }, soon);
});

test('stands inside a modal dialog while it is open, with what was loaded', async () => {
  const { frame } = make();
  await frame.open();
  const loaded = iframe(frame)!.contentWindow;
  const dialog = document.createElement('dialog');
  dialog.textContent = '網站的對話框';
  document.body.append(dialog);
  dialog.showModal();
  await vi.waitFor(() => expect(frame.element.parentElement).toBe(dialog), soon);
  expect(frame.element.matches(':popover-open')).toBe(true);
  const { left, top, height } = box(frame);
  expect(document.elementFromPoint(left + 100, top + height / 2)).toBe(frame.element);
  dialog.close();
  await vi.waitFor(() => expect(frame.element.parentElement).toBe(document.documentElement), soon);
  expect(iframe(frame)!.contentWindow).toBe(loaded);
  expect(asked).toBe(1);
});

test('out of sight for a picture, and back', async () => {
  const { frame } = make();
  const back = frame.hide();
  expect(box(frame).width).toBe(0);
  back();
  expect(box(frame).width).toBe(36);
});

test('one of an older life goes; ours goes at the end', () => {
  const old = document.createElement('replywell-frame');
  document.documentElement.append(old);
  const { frame, life } = make();
  expect(old.isConnected).toBe(false);
  life.abort();
  expect(frame.element.isConnected).toBe(false);
  expect(document.querySelector('replywell-frame')).toBeNull();
});

test('tells what it leaves of the window, and when that changes', async () => {
  let told = 0;
  const { frame } = make({ onRoom: () => told++ });
  const { clientWidth } = document.documentElement;
  expect(frame.room()).toEqual({ left: 0, right: clientWidth });
  const changes = async (change: () => unknown): Promise<void> => {
    const before = told;
    await change();
    expect(told).toBeGreaterThan(before);
  };
  await changes(() => frame.open());
  // What stands at its edge is pressed to close it: nothing lies under that either.
  const edges = (): number[] => [box(frame), inside(frame, '.tab').getBoundingClientRect()].map(({ left }) => left);
  expect(frame.room()).toEqual({ left: 0, right: Math.min(...edges()) });
  await changes(() => frame.place({ width: 340, side: 'left' }));
  const { right } = inside(frame, '.tab').getBoundingClientRect();
  expect(frame.room()).toEqual({ left: right, right: clientWidth });
  // Out of sight for a picture it will be back where it was.
  const show = frame.hide();
  expect(frame.room()).toEqual({ left: right, right: clientWidth });
  show();
  await changes(() => frame.close());
  expect(frame.room()).toEqual({ left: 0, right: clientWidth });
});
