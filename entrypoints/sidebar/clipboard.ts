/**
 * Puts text on the clipboard; false when the browser refuses. The frame may lack the clipboard permission
 * (the page decides over its frames), where the old command still works on a click.
 */
export async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

/** The old command copies a selection only, so the text stands in the page for a moment. */
function copyByCommand(text: string): boolean {
  const holder = document.createElement('span');
  holder.textContent = text;
  holder.style.cssText = 'position:fixed;top:0;white-space:pre;clip-path:inset(50%)';
  document.body.append(holder);
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopPropagation();
  };
  holder.addEventListener('copy', onCopy);
  const selection = getSelection();
  selection?.selectAllChildren(holder);
  try {
    return document.execCommand('copy');
  } finally {
    selection?.removeAllRanges();
    holder.remove();
  }
}
