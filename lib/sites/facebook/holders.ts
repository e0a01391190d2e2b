import { allWithin } from '../dom.ts';
import { AT } from './selectors.ts';

/** Questions that are asked of thousands of elements in document order: what each stands in. */

/** `allWithin` without the copy that an array would be: pages hold thousands. */
export function within(root: Element | Document, selector: string): ArrayLike<Element> {
  const isOne = root.nodeType === 1 && (root as Element).matches(selector);
  return isOne ? allWithin(root, selector) : root.querySelectorAll(selector);
}

function holderOf(element: Element, cards: ReadonlySet<Element>): Element | null {
  for (let at: Element | null = element; at; at = at.parentElement) if (cards.has(at)) return at;
  return null;
}

/**
 * The card that holds an element, of elements asked in document order: mostly the same one as before, or the next;
 * else it is climbed for. Where cards stand inside one another, one of those that hold it.
 */
export function holderIn(cards: ReadonlySet<Element>): (element: Element) => Element | null {
  const all = [...cards];
  let places: Map<Element, number> | null = null;
  let at = 0;
  return (element) => {
    if (all[at]?.contains(element)) return all[at] as Element;
    if (all[at + 1]?.contains(element)) return all[++at] as Element;
    const holder = holderOf(element, cards);
    if (!holder) return null;
    places ??= new Map(all.map((card, place) => [card, place]));
    at = places.get(holder) ?? 0;
    return holder;
  };
}

export function readable(element: Element): boolean {
  return element.closest(AT.unread) === null;
}

/** The same for many elements: what thousands of cards stand in is asked once. */
export function reader(): (element: Element) => boolean {
  const asked = new Map<Element, boolean>();
  const ask = (element: Element | null): boolean => {
    if (element === null) return true;
    const known = asked.get(element);
    if (known !== undefined) return known;
    const answer = !element.matches(AT.unread) && ask(element.parentElement);
    asked.set(element, answer);
    return answer;
  };
  return (element) => !element.matches(AT.unread) && ask(element.parentElement);
}
