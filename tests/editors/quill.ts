import Quill from 'quill';
import type { MountEditor } from './editor.ts';

export const quill: MountEditor = (root, draft, submit) => {
  const container = document.createElement('div');
  root.append(container);
  const editor = new Quill(container, {
    modules: {
      history: { delay: 0 },
      keyboard: {
        bindings: {
          submit: {
            key: 'Enter',
            handler: () => {
              submit();
              return false;
            },
          },
        },
      },
    },
  });
  if (draft) editor.setText(draft);
  return {
    box: editor.root,
    model: () => editor.getText().replace(/\n$/, ''),
    undo: () => editor.history.undo(),
    destroy: () => container.remove(),
  };
};
