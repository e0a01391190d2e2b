import type { EditorState } from 'draft-js';
import { Component, createRef } from 'react';
import { createRoot } from 'react-dom/client';
import type { MountEditor } from './editor.ts';
import { rendered } from './rendered.ts';

// Draft expects Node's name of the global object, and so comes after it is there.
Object.assign(globalThis, { global: globalThis });
const draft = await import('draft-js');

class Shell extends Component<{ text: string; submit(): void }, { editor: EditorState }> {
  override state = {
    editor: this.props.text
      ? draft.EditorState.createWithContent(draft.ContentState.createFromText(this.props.text))
      : draft.EditorState.createEmpty(),
  };
  override render() {
    return (
      <draft.Editor
        editorState={this.state.editor}
        handleReturn={(event) => {
          if (event.shiftKey) return 'not-handled';
          this.props.submit();
          return 'handled';
        }}
        onChange={(editor) => this.setState({ editor })}
      />
    );
  }
}

export const draftJs: MountEditor = async (root, text, submit) => {
  const app = createRoot(root);
  const shell = createRef<Shell>();
  app.render(<Shell ref={shell} text={text} submit={submit} />);
  const box = await rendered(root, '.public-DraftEditor-content');
  const mounted = shell.current as Shell;
  return {
    box,
    model: () => mounted.state.editor.getCurrentContent().getPlainText('\n'),
    undo: () => mounted.setState(({ editor }) => ({ editor: draft.EditorState.undo(editor) })),
    destroy: () => app.unmount(),
  };
};
