import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { MountEditor } from './editor.ts';
import { rendered } from './rendered.ts';

const onEnter = (submit: () => void) => (event: { key: string; shiftKey: boolean; preventDefault(): void }) => {
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  submit();
};

export const textarea: MountEditor = (root, draft, submit) => {
  const box = document.createElement('textarea');
  box.maxLength = 4_000;
  box.value = draft;
  box.addEventListener('keydown', onEnter(submit));
  root.append(box);
  return {
    box,
    model: () => box.value,
    undo: () => void document.execCommand('undo'),
    destroy: () => box.remove(),
  };
};

function Field({ draft, tell, submit }: { draft: string; tell(text: string): void; submit(): void }) {
  const [text, setText] = useState(draft);
  tell(text);
  return <textarea value={text} onChange={(event) => setText(event.target.value)} onKeyDown={onEnter(submit)} />;
}

/** A textarea whose value React owns: what does not reach its state is gone at the next render. */
export const reactTextarea: MountEditor = async (root, draft, submit) => {
  let value = draft;
  const tell = (text: string): void => {
    value = text;
  };
  const app = createRoot(root);
  app.render(<Field draft={draft} tell={tell} submit={submit} />);
  return {
    box: await rendered(root, 'textarea'),
    model: () => value,
    undo: () => void document.execCommand('undo'),
    destroy: () => app.unmount(),
  };
};

const editable =
  (mode: 'true' | 'plaintext-only'): MountEditor =>
  (root, draft, submit) => {
    const box = document.createElement('div');
    box.contentEditable = mode;
    box.style.whiteSpace = 'pre-wrap';
    box.textContent = draft;
    box.addEventListener('keydown', onEnter(submit));
    root.append(box);
    return {
      box,
      // biome-ignore lint/performance/useDomNodeTextContent: a plain contenteditable has no model but what is seen.
      model: () => box.innerText.replace(/\n$/, ''),
      undo: () => void document.execCommand('undo'),
      destroy: () => box.remove(),
    };
  };
export const plainEditable = editable('true');
export const plaintextOnly = editable('plaintext-only');
