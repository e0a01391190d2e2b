import type { Reading } from './capture.ts';

/** Larger than an icon or a face. */
const PICTURE = 80;

/** The pictures of a post as the page refers to them: not icons and faces, unless they have not arrived yet. */
export function picturesOf(card: Element | null): Reading['pictures'] {
  const seen = new Map<string, Reading['pictures'][number]>();
  for (const image of card?.querySelectorAll('img') ?? []) {
    const url = image.currentSrc || image.src;
    const { width, height } = image.getBoundingClientRect();
    const small = Math.max(width, height, image.naturalWidth, image.naturalHeight) < PICTURE;
    if (!/^https?:/.test(url) || (small && image.complete)) continue;
    seen.set(url, { url, alt: image.alt, loaded: image.complete && image.naturalWidth > 0 });
  }
  return [...seen.values()].slice(0, 200);
}
