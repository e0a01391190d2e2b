import { Fragment, type ReactNode } from 'react';

/**
 * Characters that show nothing or turn the direction of what follows. A joiner inside an emoji (U+200D) and
 * variation selectors stay: they are part of what the author sees.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** One line of foreign text without what hides in it; for names and excerpts. */
export const visibleText = (text: string): string => text.replace(HIDDEN, '');

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Foreign text as text, never as HTML, with every hidden character shown as a small mark that names it, so
 * that none can hide words from whoever reads or turn them around.
 */
export function PlainText({ text, hiddenLabel }: { text: string; hiddenLabel: (code: string) => string }): ReactNode {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    parts.push(<Fragment key={`t${from}`}>{text.slice(from, match.index)}</Fragment>);
    const label = hiddenLabel(codeOf(match[0]));
    parts.push(
      <span
        key={`h${match.index}`}
        role="img"
        aria-label={label}
        title={label}
        className="mx-px inline-block size-1.5 rounded-full border border-edge align-middle"
      />,
    );
    from = match.index + match[0].length;
  }
  parts.push(<Fragment key={`t${from}`}>{text.slice(from)}</Fragment>);
  return parts;
}
