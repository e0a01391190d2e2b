/** Hands a text to the person as a file, without the downloads permission. */
export function download(text: string, name: string): void {
  saveBlob(new Blob([text], { type: 'application/json' }), name);
}

/** The same for what need not be in memory. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the data once it began.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
