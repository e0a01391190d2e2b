/** A real editor, mounted for a test. Its model is asked, not only its DOM. */
export interface TestEditor {
  /** What an adapter would give as the reply box. */
  box: HTMLElement;
  /** The text as the editor's own model has it, lines by "\n". */
  model(): string;
  undo?(): void;
  destroy(): void;
}

/** Mounts an editor in `root` with `draft` standing in it already; `submit` runs on bare Enter, as in comment boxes. */
export type MountEditor = (root: HTMLElement, draft: string, submit: () => void) => Promise<TestEditor> | TestEditor;
