/**
 * What stands in a Dcard card, in the order a person reads it. Dcard's class names change with every release, so
 * parts are told by tag, role, address and wording alone. One walk gives all fields.
 */
export interface Token {
  kind: 'text' | 'button' | 'persona' | 'forum' | 'topic' | 'time' | 'heading' | 'image';
  /** Trimmed; empty for images. */
  text: string;
  /** As it stands, to put sentences together again. */
  raw: string;
  /** Line breaks before it. */
  breaks: number;
  element: Element;
}

const BLOCK = /^(?:DIV|P|LI|UL|OL|SECTION|ARTICLE|HEADER|FOOTER|BLOCKQUOTE|PRE|MAIN|H\d|TABLE|TR|FIGURE)$/;
/** `svg` stays lower-case: tag names of other namespaces keep their case. */
const SKIP = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|svg|FORM|TEXTAREA|INPUT|NAV|ASIDE|IFRAME)$/;
const HOME = 'https://www.dcard.tw';

export function tokensOf(card: Element): Token[] {
  const tokens: Token[] = [];
  let breaks = 0;
  const push = (kind: Token['kind'], raw: string, element: Element): void => {
    tokens.push({ kind, text: raw.trim(), raw, breaks, element });
    breaks = 0;
  };
  const walk = (parent: Element): void => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) {
        const raw = (node.nodeValue ?? '').replace(/^\s*\n\s+|\s*\n\s+$/g, '');
        if (raw !== '') push('text', raw, parent);
        continue;
      }
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      const tag = element.tagName;
      if (tag === 'BR') {
        breaks++;
        continue;
      }
      if (SKIP.test(tag) || element.hasAttribute('data-key') || element.hasAttribute('contenteditable')) continue;
      const kind = kindOf(element, tag);
      if (kind) {
        push(kind, kind === 'image' ? '' : (element.textContent ?? ''), element);
        continue;
      }
      const block = BLOCK.test(tag);
      if (block) breaks = Math.max(breaks, 1);
      walk(element);
      if (block) breaks = Math.max(breaks, 1);
    }
  };
  walk(card);
  return tokens;
}

function kindOf(element: Element, tag: string): Token['kind'] | null {
  if (tag === 'TIME') return 'time';
  if (tag === 'IMG') return 'image';
  if (tag === 'BUTTON' || element.getAttribute('role') === 'button') return 'button';
  if (tag === 'H1' || tag === 'H2' || tag === 'H3') return 'heading';
  if (tag === 'A') {
    const href = pathOf(element.getAttribute('href'));
    if (href.startsWith('/@')) return 'persona';
    if (href.startsWith('/topics/')) return 'topic';
    return /^\/f\/[^/]+$/.test(href) ? 'forum' : null;
  }
  // Until 2022 the time was a span with the date in its title.
  return tag === 'SPAN' && /\d{4}\s*[-/年]\s*\d/.test(element.getAttribute('title') ?? '') ? 'time' : null;
}

/** A link's path, without the site's own address, query and anchor. */
export function pathOf(href: string | null): string {
  const path = href?.startsWith(HOME) ? href.slice(HOME.length) : (href ?? '');
  return path.replace(/[?#].*$/, '').replace(/(.)\/$/, '$1');
}

/** Tokens as running text. */
export function join(tokens: readonly Token[]): string {
  let text = '';
  for (const { raw, breaks } of tokens) text += (text === '' ? '' : '\n'.repeat(Math.min(breaks, 2))) + raw;
  return text.replace(/[ \t]+\n/g, '\n').trim();
}

export const SEPARATOR = /^[・·•|｜\s]+$/;
export const FLOOR = /^B(\d+)(?:-(\d+))?(?=$|\s*[・·•])/;
export const NUMBER = /^\d[\d,.]*\s*(?:萬|[KkMm])?$/;
export const BADGE = /^(?:原\s?PO|可疑帳號|版主|官方帳號|官方|OP|Original poster|Suspicious account|Moderator)$/i;
export const EDITED = /^[（(]?(?:已編輯|Edited)[)）]?$/i;
export const DELETED =
  /^(?:這則(?:回應|留言)已被(?:刪除|本人刪除|隱藏).*|已經刪除的內容就像 ?Dcard ?一樣.*|This (?:comment|reply) (?:has been|was) (?:deleted|removed).*)$/is;
export const CONTROL =
  /^(?:回覆|檢舉|分享|追蹤|收藏|讚|愛心|留言|更多|複製連結|Reply|Report|Share|Follow|Following|追蹤中|Save|Like|Comment|More)$/i;
export const COMMENT_COUNT = /^(?:共\s*([\d,]+)\s*則留言|(?:All\s+)?([\d,]+)\s+comments?)$/i;
const MORE_TEXT =
  /^(?:\.\.\.|…)?\s*(?:查看更多|顯示更多|看更多|閱讀更多|展開|展開全文|更多內容|See more|Read more|Show more)$/i;

/** The button that shows the rest of a text (「查看其他 N 則留言」 is not one: it loads other comments). */
export const isMoreOfText = (token: Token): boolean => token.kind === 'button' && MORE_TEXT.test(token.text);
