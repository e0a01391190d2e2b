import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { insertReply, watchBox } from '../../../lib/page/index.ts';
import type { ReplyBox } from '../../../lib/sites/contract.ts';
import { draftJs } from '../../editors/draft.tsx';
import type { MountEditor, TestEditor } from '../../editors/editor.ts';
import { plainEditable, plaintextOnly, reactTextarea, textarea } from '../../editors/fields.tsx';
import { lexicalPlain, lexicalRich } from '../../editors/lexical.ts';
import { prosemirror } from '../../editors/prosemirror.ts';
import { quill } from '../../editors/quill.ts';
import { slate } from '../../editors/slate.tsx';
import { lifetime } from './fake-site.ts';

const EDITORS: Record<string, MountEditor> = {
  'Lexical, rich text': lexicalRich,
  'Lexical, plain text': lexicalPlain,
  ProseMirror: prosemirror,
  'Quill 2': quill,
  Slate: slate,
  'Draft.js': draftJs,
  'React textarea': reactTextarea,
  textarea,
  contenteditable: plainEditable,
  'contenteditable plaintext-only': plaintextOnly,
};
const ONE = '謝謝您的提醒，我們會改進候診動線。😊';
const LINES = '您好，謝謝您告訴我們。\n我們很重視每一個意見 🙏🏻\n\n歡迎直接與我們聯絡：<b>不是標記</b> & 祝 平安';
const DRAFT = '先前打了一半的字';

let mounted: TestEditor | null = null;
afterEach(() => {
  mounted?.destroy();
  mounted = null;
});

async function mount(make: MountEditor, draft = '') {
  const submit = vi.fn();
  const root = document.createElement('div');
  document.body.append(root);
  mounted = await make(root, draft, submit);
  return { editor: mounted, submit };
}

const boxOf = (element: HTMLElement, more: Partial<ReplyBox> = {}): ReplyBox => ({
  element,
  postsAs: null,
  maxLength: null,
  reviewId: null,
  ...more,
});

/** Blank lines are kept in a way of each editor's own. */
const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

describe.each(Object.entries(EDITORS))('%s', (_, make) => {
  test.each([
    ['one line', ONE, ''],
    ['lines', LINES, ''],
    ['one line over a draft', ONE, DRAFT],
    ['lines over a draft', LINES, DRAFT],
  ])('%s', async (_name, text, draft) => {
    const { editor, submit } = await mount(make, draft);
    const { signal } = lifetime();
    expect(await insertReply(boxOf(editor.box), text, { document, signal, replace: draft !== '' })).toEqual({
      ok: true,
    });
    expect(lines(editor.model())).toEqual(lines(text));
    // Twice is once.
    expect(await insertReply(boxOf(editor.box), text, { document, signal })).toEqual({ ok: true });
    expect(lines(editor.model())).toEqual(lines(text));
    // The person goes on typing where the text ends.
    await userEvent.keyboard('xy');
    await vi.waitFor(() => expect(lines(editor.model())).toEqual(lines(`${text}xy`)), { timeout: 5_000 });
    expect(submit).not.toHaveBeenCalled();
  });

  test('a draft of the person’s is not replaced unasked', async () => {
    const { editor } = await mount(make, DRAFT);
    const { signal } = lifetime();
    expect(await insertReply(boxOf(editor.box), ONE, { document, signal })).toEqual({
      ok: false,
      failure: 'box-not-empty',
    });
    expect(editor.model()).toBe(DRAFT);
  });
});

/** Where the set-up has a history (ProseMirror's and Slate's are packages of their own). */
const WITH_UNDO = Object.entries(EDITORS).filter(([name]) => name !== 'ProseMirror' && name !== 'Slate');
test.each(WITH_UNDO)('%s: undo takes it back', async (_, make) => {
  const { editor } = await mount(make, DRAFT);
  const { signal } = lifetime();
  await insertReply(boxOf(editor.box), LINES, { document, signal, replace: true });
  editor.undo?.();
  await vi.waitFor(() => expect(editor.model()).toBe(DRAFT), { timeout: 5_000 });
});

describe('refusals', () => {
  const put = async (element: HTMLElement, text = ONE, more: Partial<ReplyBox> = {}) =>
    insertReply(boxOf(element, more), text, { document, signal: lifetime().signal });
  const field = (change: (box: HTMLTextAreaElement) => void): HTMLTextAreaElement => {
    const box = document.createElement('textarea');
    document.body.append(box);
    change(box);
    return box;
  };

  test.each<[string, (box: HTMLTextAreaElement) => void]>([
    ['disabled', (box) => box.setAttribute('disabled', '')],
    [
      'in a disabled fieldset',
      (box) => {
        const set = document.createElement('fieldset');
        set.disabled = true;
        box.replaceWith(set);
        set.append(box);
      },
    ],
    ['read-only', (box) => box.setAttribute('readonly', '')],
    ['aria-readonly', (box) => box.setAttribute('aria-readonly', 'true')],
    ['hidden', (box) => box.setAttribute('hidden', '')],
    ['invisible', (box) => box.setAttribute('style', 'visibility: hidden')],
    ['inert', (box) => box.setAttribute('inert', '')],
    ['gone', (box) => box.remove()],
  ])('a box that is %s', async (_, change) => {
    const box = field(change);
    expect(await put(box)).toEqual({ ok: false, failure: 'no-reply-box' });
    expect(box.value).toBe('');
  });

  test('a password field, an element that is no box', async () => {
    const password = document.createElement('input');
    password.type = 'password';
    const plain = document.createElement('div');
    document.body.append(password, plain);
    plain.textContent = '.';
    expect(await put(password)).toEqual({ ok: false, failure: 'no-reply-box' });
    expect(await put(plain)).toEqual({ ok: false, failure: 'no-reply-box' });
  });

  test('a text that is too long is refused, not cut', async () => {
    const box = field((one) => {
      one.maxLength = 10;
    });
    expect(await put(box, '一二三四五六七八九十壹')).toEqual({ ok: false, failure: 'too-long' });
    expect(box.value).toBe('');
    expect(await put(box, '一二三四五六七八九十')).toEqual({ ok: true });
    const free = field(() => {});
    expect(await put(free, ONE, { maxLength: 5 })).toEqual({ ok: false, failure: 'too-long' });
  });

  test('lines into a one-line field', async () => {
    const box = document.createElement('input');
    document.body.append(box);
    expect(await put(box, LINES)).toEqual({ ok: false, failure: 'insert-failed' });
    expect(box.value).toBe('');
    expect(await put(box, ONE)).toEqual({ ok: true });
  });

  test('a box that takes everything back', async () => {
    const box = field((one) =>
      one.addEventListener('input', () => {
        one.value = '';
      }),
    );
    expect(await put(box)).toEqual({ ok: false, failure: 'insert-failed' });
  });

  test('a box that puts the text in twice', async () => {
    const box = document.createElement('div');
    box.contentEditable = 'true';
    box.addEventListener('paste', (event) => {
      event.preventDefault();
      const text = event.clipboardData?.getData('text/plain') ?? '';
      box.textContent = text;
      queueMicrotask(() => box.append(text));
    });
    document.body.append(box);
    expect(await put(box)).toEqual({ ok: false, failure: 'insert-failed' });
  });

  test('an editor that commits late gets the text once', async () => {
    const box = document.createElement('div');
    box.contentEditable = 'true';
    const pasted = vi.fn();
    box.addEventListener('paste', (event) => {
      event.preventDefault();
      pasted();
      const text = event.clipboardData?.getData('text/plain') ?? '';
      setTimeout(() => box.append(text), 300);
    });
    document.body.append(box);
    expect(await put(box)).toEqual({ ok: true });
    expect(box.textContent).toBe(ONE);
    expect(pasted).toHaveBeenCalledTimes(1);
  });

  test('a field where the first way does nothing', async () => {
    const box = field(() => {});
    const first = vi.spyOn(document, 'execCommand').mockReturnValue(false);
    const heard: string[] = [];
    for (const name of ['input', 'change'])
      document.body.addEventListener(name, () => heard.push(name), { once: true });
    expect(await put(box)).toEqual({ ok: true });
    expect(box.value).toBe(ONE);
    expect(heard).toEqual(['input', 'change']);
    expect(first).toHaveBeenCalledTimes(1);
    first.mockRestore();
  });

  test('lost line breaks are no success', async () => {
    const box = document.createElement('div');
    box.contentEditable = 'true';
    box.addEventListener('paste', (event) => {
      event.preventDefault();
      box.textContent = (event.clipboardData?.getData('text/plain') ?? '').replaceAll('\n', '');
    });
    document.body.append(box);
    expect(await put(box, LINES)).toEqual({ ok: false, failure: 'insert-failed' });
  });

  test('an editor in an open shadow root', async () => {
    const host = document.createElement('div');
    const box = document.createElement('div');
    box.contentEditable = 'true';
    host.attachShadow({ mode: 'open' }).append(box);
    document.body.append(host);
    expect(await put(box)).toEqual({ ok: true });
    expect(box.textContent).toBe(ONE);
  });
});

describe('watching a box', () => {
  test.each([
    ['textarea', textarea],
    ['React textarea', reactTextarea],
    ['Lexical', lexicalPlain],
  ] as const)('%s: what is typed, and that it is gone', async (_, make) => {
    const { editor } = await mount(make);
    const { signal } = lifetime();
    await insertReply(boxOf(editor.box), ONE, { document, signal });
    const told: (string | null)[] = [];
    watchBox(boxOf(editor.box), (text) => told.push(text), signal);
    expect(told).toEqual([ONE]);
    await userEvent.keyboard('xyz');
    await vi.waitFor(() => expect(told.at(-1)).toBe(`${ONE}xyz`), { timeout: 5_000 });
    editor.box.closest('body > div')?.remove();
    await vi.waitFor(() => expect(told.at(-1)).toBeNull(), { timeout: 5_000 });
    expect(told.filter((text) => text === null)).toHaveLength(1);
  });

  test('a second watch of the same box takes the place of the first', async () => {
    const { editor } = await mount(textarea);
    const { signal } = lifetime();
    const [first, second] = [vi.fn(), vi.fn()];
    watchBox(boxOf(editor.box), first, signal);
    watchBox(boxOf(editor.box), second, signal);
    editor.box.focus();
    await userEvent.keyboard('xyz');
    await vi.waitFor(() => expect(second).toHaveBeenLastCalledWith('xyz'), { timeout: 5_000 });
    expect(first.mock.calls).toEqual([['']]);
  });
});
