import { CARD_JSLOG, REVIEW_ID } from './selectors.ts';

/**
 * Cards of the Maps pages. `data-review-id` stands on about ten nodes a review (the card, an inner div, buttons,
 * photos): the card is the outermost one of an id. In the split layout (public code of 2026-07, no capture) a
 * review is two sibling fragments, header and body, with the id on the fragments or only on buttons inside them;
 * then the first fragment stands for the card and `fragmentsOf` gives all of them.
 */
export function cards(root: Element | Document): Element[] {
  if (root.nodeType === 1) {
    const around = outermost(root as Element);
    if (around) return [around];
  }
  const found: Element[] = [];
  const seen = new Set<string>();
  let lastId: string | null = null;
  const all = root.querySelectorAll(`div[${REVIEW_ID}]`);
  for (let i = 0, n = all.length; i < n; i++) {
    const element = all[i] as Element;
    const id = element.getAttribute(REVIEW_ID);
    // In document order the card comes first, then what is inside it, then its further fragments.
    if (!id || id === lastId) continue;
    lastId = id;
    if (seen.has(id)) continue;
    seen.add(id);
    found.push(element);
  }
  if (found.length > 0) return found;
  // No container carries an id: fragments known only by the buttons inside them.
  let last: Element | null = null;
  for (const element of root.querySelectorAll(`[${REVIEW_ID}]`)) {
    const id = element.getAttribute(REVIEW_ID);
    if (!id || seen.has(id) || last?.contains(element)) continue;
    last = firstFragment(fragmentAround(element), id);
    seen.add(id);
    found.push(last);
  }
  return found;
}

/** The card that `node` is part of. */
export function cardOf(node: Element): Element | null {
  const card = outermost(node);
  if (card) return firstFragment(card, idOf(card));
  // A part of a fragment that carries no id itself: climb to what holds one review's buttons and no more.
  for (let part: Element | null = node, depth = 0; part && depth < 12; part = part.parentElement, depth++) {
    const inner = part.querySelector(`[${REVIEW_ID}]`);
    if (!inner) continue;
    if (inner.tagName === 'DIV') return null; // cards of the usual make, and the node is in none of them
    const fragment = fragmentAround(inner);
    return fragment.contains(node) ? firstFragment(fragment, idOf(fragment)) : null;
  }
  return null;
}

/** All parts of a card: itself, or header and body of the split layout (a body without buttons carries no id). */
export function fragmentsOf(card: Element): Element[] {
  const id = idOf(card);
  const all = [card];
  if (!id || card.matches(`[jslog^="${CARD_JSLOG}"]`)) return all;
  for (let next = card.nextElementSibling; next; next = next.nextElementSibling) {
    const nextId = idOf(next);
    const nameless = nextId === null && all.length === 1 && next.querySelector('[role="img"][aria-label]') !== null;
    if (nextId !== id && !nameless) break;
    all.push(next);
  }
  return all;
}

/** The id on the element, or of the first button inside. */
export function idOf(element: Element): string | null {
  return element.getAttribute(REVIEW_ID) ?? element.querySelector(`[${REVIEW_ID}]`)?.getAttribute(REVIEW_ID) ?? null;
}

function outermost(node: Element): Element | null {
  let card = node.closest(`[${REVIEW_ID}]`);
  for (;;) {
    const above: Element | null | undefined = card?.parentElement?.closest(`[${REVIEW_ID}]`);
    if (!above) break;
    card = above;
  }
  return card && card.tagName !== 'DIV' ? fragmentAround(card) : card;
}

/** The largest element around a lone button that holds no other review and none of the panel's own controls. */
function fragmentAround(element: Element): Element {
  const id = element.getAttribute(REVIEW_ID) ?? '';
  const foreign = `[${REVIEW_ID}]:not([${REVIEW_ID}="${id.replace(/["\\]/g, '\\$&')}"]), [role="main"], [role="radiogroup"], [role="tab"]`;
  let fragment = element;
  for (let above = element.parentElement; above; above = above.parentElement) {
    if (above.matches('[role="main"], [tabindex="-1"][jslog], body') || above.querySelector(foreign)) break;
    fragment = above;
  }
  return fragment;
}

function firstFragment(card: Element, id: string | null): Element {
  let first = card;
  for (
    let before = card.previousElementSibling;
    before && id && idOf(before) === id;
    before = before.previousElementSibling
  ) {
    first = before;
  }
  return first;
}
