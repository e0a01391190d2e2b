import { pushDate } from './dates.ts';
import { PUSH_LINE, shownText } from './text.ts';
import type { Push, Tag } from './thread.ts';

export interface PushReading {
  push: Push;
  /** As `wordsOf` has it. */
  words: string | null;
  /** Classes that were not there. What they hold is then read from the line's text. */
  missing: readonly string[];
}

/** What the person wrote as it stands in the page: to notice that a line was rewritten. Null in an odd push. */
export const wordsOf = (element: Element): string | null =>
  element.firstElementChild?.nextElementSibling?.nextElementSibling?.textContent ?? null;

const PARTS = ['push-tag', 'push-userid', 'push-content', 'push-ipdatetime'] as const;
const NONE: readonly string[] = [];

/** One push. What it is (推, 噓, →) is told by the sign and never by its colour, which people change. */
export function pushOf(element: Element): PushReading {
  const tag = element.firstElementChild;
  const user = tag?.nextElementSibling;
  const content = user?.nextElementSibling;
  const when = content?.nextElementSibling;
  // Four spans in this order are the rule, and 5,000 of them the reason not to look any further.
  if (
    tag?.className.endsWith('push-tag') &&
    user?.className.endsWith('push-userid') &&
    content?.className.endsWith('push-content') &&
    when?.className.endsWith('push-ipdatetime')
  )
    return usualPush(tag, user, content, when);
  return oddPush(element);
}

/** Parts in another order, with something between them, or not all there. */
function oddPush(element: Element): PushReading {
  const [tag, user, content, when] = PARTS.map((name) => element.querySelector(`.${name}`));
  if (tag && user && content && when) return { ...usualPush(tag, user, content, when), words: wordsOf(element) };
  const push = pushFrom(shownText(element)) ?? {
    tag: tagOf(tag?.textContent ?? ''),
    user: (user?.textContent ?? '').trim(),
    aligned: false,
    text: withoutColon(content ? shownText(content) : shownText(element)),
    date: pushDate(when?.textContent ?? ''),
  };
  return { push, words: wordsOf(element), missing: PARTS.filter((name) => !element.querySelector(`.${name}`)) };
}

function usualPush(tag: Element, user: Element, content: Element, when: Element): PushReading {
  const id = user.textContent ?? '';
  const trimmed = id.trim();
  const words = content.textContent ?? '';
  const push: Push = {
    tag: tagOf(tag.textContent ?? ''),
    user: trimmed,
    aligned: id.length > trimmed.length && id.endsWith(' '),
    text: withoutColon(shownText(content, words)),
    date: pushDate(when.textContent ?? ''),
  };
  return { push, words, missing: NONE };
}

/** A push from the text of its line; null when the line is no push. */
export function pushFrom(line: string): Push | null {
  const match = PUSH_LINE.exec(line);
  if (!match) return null;
  const [, tag = '', user = '', text = '', when = ''] = match;
  return { tag: tagOf(tag), user, aligned: false, text: text.replace(/^\s/, '').trimEnd(), date: pushDate(when) };
}

function tagOf(sign: string): Tag {
  if (sign.includes('推')) return 'push';
  return sign.includes('噓') ? 'boo' : 'neutral';
}

/** `: text`, in old articles `:text`. */
function withoutColon(text: string): string {
  if (text.startsWith(': ')) return text.slice(2).trimEnd();
  return text.replace(/^\s*:\s?/, '').trimEnd();
}
