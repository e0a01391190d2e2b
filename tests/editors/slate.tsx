import { createRoot } from 'react-dom/client';
import { createEditor, type Descendant, Editor, Node } from 'slate';
import { Editable, Slate, withReact } from 'slate-react';
import type { MountEditor } from './editor.ts';
import { rendered } from './rendered.ts';

export const slate: MountEditor = async (root, draft, submit) => {
  const editor = withReact(createEditor());
  const value = [{ type: 'paragraph', children: [{ text: draft }] }] as unknown as Descendant[];
  const app = createRoot(root);
  app.render(
    <Slate editor={editor} initialValue={value}>
      <Editable
        placeholder="寫下回覆"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          submit();
        }}
      />
    </Slate>,
  );
  return {
    box: await rendered(root, '[data-slate-editor]'),
    model: () =>
      Editor.string(editor, []) === ''
        ? ''
        : editor.children.map((block) => Node.string(block as unknown as Node)).join('\n'),
    destroy: () => app.unmount(),
  };
};
