/** Looked for when first asked, and known from then on: of most texts nobody asks. */
export function once<T extends object | number>(look: () => T): () => T {
  let known: T | null = null;
  return () => {
    known ??= look();
    return known;
  };
}
