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

type Sort = 'text' | 'block' | 'skip' | 'break' | 'time' | 'image' | 'button' | 'heading' | 'link';
const sorts = (sort: Sort, tags: string): [string, Sort][] => tags.split(' ').map((tag) => [tag, sort]);
/** What nodes are by their names; all others run along in their line. `svg` is of a namespace with small letters. */
const SORTS = new Map<string, Sort>([
  ...sorts('block', 'DIV P LI UL OL SECTION ARTICLE HEADER FOOTER BLOCKQUOTE PRE MAIN H4 H5 H6 TABLE TR FIGURE'),
  ...sorts('skip', '#comment #cdata-section SCRIPT STYLE NOSCRIPT TEMPLATE svg FORM TEXTAREA INPUT NAV ASIDE IFRAME'),
  ...sorts('heading', 'H1 H2 H3'),
  ['#text', 'text'],
  ['BR', 'break'],
  ['TIME', 'time'],
  ['IMG', 'image'],
  ['BUTTON', 'button'],
  ['A', 'link'],
]);
const HOME = 'https://www.dcard.tw';

export function tokensOf(card: Element): Token[] {
  const first: Walker = { tokens: [], breaks: 0, timed: false, titles: false };
  walk(card, first);
  if (first.timed) return first.tokens;
  // Until 2022 the time was a span with the date in its title: looked for only where there is no other.
  const second: Walker = { tokens: [], breaks: 0, timed: false, titles: true };
  walk(card, second);
  return second.tokens;
}

interface Walker {
  tokens: Token[];
  breaks: number;
  /** A time was met. */
  timed: boolean;
  /** Whether a span with a date in its title counts as one. */
  titles: boolean;
}

function add(to: Walker, kind: Token['kind'], raw: string, element: Element): void {
  to.tokens.push({ kind, text: raw.trim(), raw, breaks: to.breaks, element });
  to.breaks = 0;
  if (kind === 'time') to.timed = true;
}

function walk(parent: Element, to: Walker): void {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    const sort = SORTS.get(node.nodeName);
    if (sort === 'text') {
      addText(to, node.nodeValue ?? '', parent);
      continue;
    }
    if (sort === 'skip') continue;
    const element = node as Element;
    if (sort === 'break') to.breaks++;
    else if (sort === 'image') add(to, 'image', '', element);
    else if (sort === 'time' || sort === 'button' || sort === 'heading')
      add(to, sort, element.textContent ?? '', element);
    else if (sort === 'block') {
      if (element.hasAttribute('data-key') || element.hasAttribute('contenteditable')) continue;
      if (element.getAttribute('role') === 'button') {
        add(to, 'button', element.textContent ?? '', element);
        continue;
      }
      if (to.breaks === 0) to.breaks = 1;
      enter(element, to);
      if (to.breaks === 0) to.breaks = 1;
    } else {
      const kind = sort === 'link' ? linkKind(element) : inlineKind(element, to.titles);
      if (kind) add(to, kind, element.textContent ?? '', element);
      else enter(element, to);
    }
  }
}

/** Most elements hold one piece of text: taking it at once spares the step to its node. */
function enter(element: Element, to: Walker): void {
  if (element.firstElementChild === null) addText(to, element.textContent ?? '', element);
  else walk(element, to);
}

function addText(to: Walker, shown: string, element: Element): void {
  const raw = shown.includes('\n') ? shown.replace(/^\s*\n\s+|\s*\n\s+$/g, '') : shown;
  if (raw !== '') add(to, 'text', raw, element);
}

function linkKind(element: Element): Token['kind'] | null {
  if (element.getAttribute('role') === 'button') return 'button';
  const href = pathOf(element.getAttribute('href'));
  if (href.startsWith('/@')) return 'persona';
  if (href.startsWith('/topics/')) return 'topic';
  return /^\/f\/[^/]+$/.test(href) ? 'forum' : null;
}

function inlineKind(element: Element, titles: boolean): Token['kind'] | null {
  if (element.getAttribute('role') === 'button') return 'button';
  return titles && /\d{4}\s*[-/年]\s*\d/.test(element.getAttribute('title') ?? '') ? 'time' : null;
}

/** A link's path, without the site's own address, query and anchor. */
export function pathOf(href: string | null): string {
  const path = href?.startsWith(HOME) ? href.slice(HOME.length) : (href ?? '');
  return path.replace(/[?#].*$/, '').replace(/(.)\/$/, '$1');
}

/** Tokens as running text. */
export function join(tokens: readonly Token[]): string {
  if (tokens.length <= 1) return tokens[0]?.text ?? '';
  let text = '';
  for (const { raw, breaks } of tokens) {
    if (breaks > 0 && text !== '') text = text.trimEnd() + (breaks > 1 ? '\n\n' : '\n');
    text += raw;
  }
  return text.trim();
}

/** The site's own words, of which most texts are none: so length, first sign or a set before any pattern. */
const words = (list: string): ReadonlySet<string> => new Set(list.split('|'));
const BADGES = words(
  '原 PO|原PO|可疑帳號|版主|官方帳號|官方|OP|Original poster|Original Poster|Suspicious account|Moderator',
);
const CONTROLS = words(
  '回覆|檢舉|分享|追蹤|追蹤中|收藏|讚|愛心|留言|更多|複製連結|Reply|Report|Share|Follow|Following|Save|Like|Comment|More',
);
const EDITED = words('已編輯|（已編輯）|(已編輯)|Edited|(Edited)|edited|(edited)');
const SEPARATORS = words('|・|·|•|｜|-|—');
const FLOOR = /^B(\d+)(?:-(\d+))?(?=$|\s*[・·•])/;
const COMMENT_COUNT = /^(?:共\s*([\d,]+)\s*則留言|(?:All\s+)?([\d,]+)\s+comments?)$/i;
const DELETED =
  /^(?:這則(?:回應|留言)已被(?:刪除|本人刪除|隱藏).*|已經刪除的內容就像 ?Dcard ?一樣.*|This (?:comment|reply) (?:has been|was) (?:deleted|removed).*)$/is;
const MORE_TEXT =
  /^(?:\.\.\.|…)?\s*(?:查看更多|顯示更多|看更多|閱讀更多|展開|展開全文|更多內容|See more|Read more|Show more)$/i;

export const isSeparator = (text: string): boolean => SEPARATORS.has(text);
export const isBadge = (text: string): boolean => BADGES.has(text);
export const isControl = (text: string): boolean => CONTROLS.has(text);
export const isEdited = (text: string): boolean => EDITED.has(text);
export const isNumber = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return first >= 48 && first <= 57 && text.length <= 12 && /^\d[\d,.]*\s*(?:萬|[KkMm])?$/.test(text);
};
export const isDeletion = (text: string): boolean =>
  (text.startsWith('這') || text.startsWith('已') || text.startsWith('This')) &&
  text.length <= 80 &&
  DELETED.test(text);

/** 「B12」, of a reply 「B12-3」. */
export function floorIn(text: string): { floor: number; sub: number | null } | null {
  if (!text.startsWith('B')) return null;
  const match = FLOOR.exec(text);
  return match ? { floor: Number(match[1]), sub: match[2] ? Number(match[2]) : null } : null;
}

/** 「共 14 則留言」. */
export function commentCountIn(text: string): number | null {
  if (text.length > 24) return null;
  const match = COMMENT_COUNT.exec(text);
  const shown = match?.[1] ?? match?.[2];
  return shown ? Number(shown.replaceAll(',', '')) : null;
}

/** The button that shows the rest of a text (「查看其他 N 則留言」 is not one: it loads other comments). */
export const isMoreOfText = (token: Token): boolean =>
  token.kind === 'button' && token.text.length <= 16 && MORE_TEXT.test(token.text);
