import { baseKeymap } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { MountEditor } from './editor.ts';

export const prosemirror: MountEditor = (root, draft, submit) => {
  const post = (): boolean => {
    submit();
    return true;
  };
  const paragraph = schema.node('paragraph', null, draft ? [schema.text(draft)] : []);
  const view = new EditorView(root, {
    state: EditorState.create({
      doc: schema.node('doc', null, [paragraph]),
      plugins: [keymap({ Enter: post }), keymap(baseKeymap)],
    }),
  });
  return {
    box: view.dom,
    model: () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n', '\n'),
    destroy: () => view.destroy(),
  };
};
