import { type RefObject, useEffect, useState } from 'react';
import type { Span } from '../../lib/contract/triage.ts';

/**
 * What a person has selected in the shown text, as offsets into the review's text. The pieces of the text carry their
 * offsets (`data-at`, `data-to`); a hidden character is one picture there, and `data-skip` is for screen readers only.
 */
export function selectedSpan(region: Element, range: Range): Span | null {
  const pieces = [...region.querySelectorAll('[data-at]')].filter((piece) => range.intersectsNode(piece));
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (range.collapsed || first === undefined || last === undefined) return null;
  const start = first.contains(range.startContainer)
    ? at(first) + unitsBefore(first, range.startContainer, range.startOffset)
    : at(first);
  const end = last.contains(range.endContainer)
    ? at(last) + unitsBefore(last, range.endContainer, range.endOffset)
    : Number(last.getAttribute('data-to'));
  return end > start ? [start, end] : null;
}

const at = (piece: Element): number => Number(piece.getAttribute('data-at'));

/** UTF-16 units of the review's text in a piece before a place in it. */
function unitsBefore(piece: Element, node: Node, offset: number): number {
  const before = piece.ownerDocument.createRange();
  before.setStart(piece, 0);
  before.setEnd(node, offset);
  const copy = before.cloneContents();
  for (const spoken of copy.querySelectorAll('[data-skip]')) spoken.remove();
  return (copy.textContent?.length ?? 0) + copy.querySelectorAll('[role=img]').length;
}

/** The span without white space at its ends; null where nothing is left. */
export function trimmed(text: string, [start, end]: Span): Span | null {
  const said = text.slice(start, end);
  const from = start + said.length - said.trimStart().length;
  const to = start + said.trimEnd().length;
  return to > from ? [from, to] : null;
}

/** The present selection within the region, as the person makes it. */
export function useSelectedSpan(region: RefObject<Element | null>, text: string): Span | null {
  const [span, setSpan] = useState<Span | null>(null);
  useEffect(() => {
    function look(): void {
      const selection = document.getSelection();
      const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
      const found = region.current && range ? selectedSpan(region.current, range) : null;
      const next = found && trimmed(text, found);
      setSpan((before) => (before?.[0] === next?.[0] && before?.[1] === next?.[1] ? before : next));
    }
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [region, text]);
  return span;
}
