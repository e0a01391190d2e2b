import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import { registerRichText } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  COMMAND_PRIORITY_HIGH,
  createEditor,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  UNDO_COMMAND,
} from 'lexical';
import type { MountEditor } from './editor.ts';

/** Facebook's comment box is Lexical with an Enter handler that posts. */
const mount =
  (register: (editor: LexicalEditor) => () => void): MountEditor =>
  async (root, draft, submit) => {
    const box = document.createElement('div');
    box.contentEditable = 'true';
    box.setAttribute('role', 'textbox');
    root.append(box);
    const editor = createEditor({
      namespace: 'test',
      onError(error) {
        throw error;
      },
    });
    editor.setRootElement(box);
    const undo = [
      register(editor),
      registerHistory(editor, createEmptyHistoryState(), 0),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (event?.shiftKey) return false;
          submit();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    ];
    await new Promise<void>((resolve) => {
      editor.update(
        () => {
          const paragraph = $createParagraphNode();
          if (draft) paragraph.append($createTextNode(draft));
          $getRoot().clear().append(paragraph);
        },
        { onUpdate: resolve },
      );
    });
    return {
      box,
      model: () => editor.read(() => $getRoot().getTextContent()).replaceAll('\n\n', '\n'),
      undo: () => void editor.dispatchCommand(UNDO_COMMAND, undefined),
      destroy() {
        for (const end of undo) end();
        editor.setRootElement(null);
      },
    };
  };

export const lexicalRich = mount(registerRichText);
export const lexicalPlain = mount(registerPlainText);
