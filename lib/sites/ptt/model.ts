import type { Review } from '../../contract/index.ts';
import type { Miss, PageContext } from '../contract.ts';
import { type Article, articleAt, articleUrl } from './address.ts';
import { type Body, bodyOf, type Frame, frameOf, originOf } from './body.ts';
import { headerTime } from './dates.ts';
import { type Header, headerOf } from './header.ts';
import { isBarePush, isRemovedPush, type Line, linesFrom } from './lines.ts';
import { pushFrom, pushOf, wordsOf } from './push.ts';
import { EDITED, isSiteLine, PUSH_LINE } from './text.ts';
import { addCut, addPhotos, addPush, addSiteLine, addWords, startThread, type Thread } from './thread.ts';

/**
 * What was worked out of one article. Floors, years and merging need all pushes in order, so the whole thread is
 * read once and kept with its element; pushes that arrive later are read from where the last reading ended.
 */
export interface Model {
  main: Element;
  article: Article | null;
  postId: string;
  url: string | null;
  place: Review['place'];
  header: Header;
  frame: Frame;
  body: Body;
  origin: { ip: string | null; country: string | null };
  thread: Thread;
  edited: boolean;
  cut: boolean;
  /** First push of each group, which is the group's card. */
  heads: Element[];
  /** The words of each group's first push when it was read: a change means that the page was rewritten. */
  raw: (string | null)[];
  groupOf: Map<Element, number>;
  /** Missing classes by group. */
  missing: Map<number, Miss[]>;
  /** Groups that a container of the auto-update added to. */
  touched: WeakMap<Element, Set<number>>;
  /** Pushes recognised by text only, and lines that look like pushes but hold no element. */
  renamed: number;
  lookAlikes: number;
  pushes: number;
  /** Where the reading ended: the last node, how much it held, and how many children there were. */
  readUpTo: Node | null;
  tail: number;
  children: number;
  /** Read while the page was still loading: the footer may not have been there yet. */
  early: boolean;
}

const models = new WeakMap<Element, Model>();

/** Where the article stands: the address, for short ones the page's own canonical link. */
export function articleOf(document: Document, url: URL): Article | null {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  return (
    articleAt(url.pathname) ?? (canonical.startsWith('https://www.ptt.cc/') ? articleAt(canonical.slice(18)) : null)
  );
}

/** What is known of the article now: from before, continued with what was appended, or read afresh. */
export function modelOf(main: Element, page: PageContext): Model {
  const known = models.get(main);
  const count = main.childNodes.length;
  if (known && !known.early && known.readUpTo?.parentNode === main && lengthOf(known.readUpTo) === known.tail) {
    if (known.children === count && known.readUpTo === main.lastChild) return known;
    let added = 0;
    for (let node = known.readUpTo.nextSibling; node; node = node.nextSibling) added++;
    if (known.children + added === count && endsLine(known.readUpTo)) {
      extend(known, linesFrom(known.readUpTo.nextSibling), 0);
      return settle(known);
    }
  }
  const fresh = build(main, page);
  models.set(main, fresh);
  return settle(fresh);
}

function settle(model: Model): Model {
  model.readUpTo = model.main.lastChild;
  model.tail = lengthOf(model.readUpTo);
  model.children = model.main.childNodes.length;
  return model;
}

/** Nothing that comes after can belong to the last line read. */
const endsLine = (node: Node): boolean => node.nodeName === 'DIV' || (node.textContent ?? '').endsWith('\n');

const lengthOf = (node: Node | null): number => node?.textContent?.length ?? 0;

function build(main: Element, page: PageContext): Model {
  const article = articleOf(page.document, page.url);
  const lines = linesFrom(main.firstChild);
  const frame = frameOf(lines, article?.file ?? null);
  const header = headerOf(lines, page.document);
  const body = bodyOf(lines, frame, header.lines === 0);
  const postId = article ? `${article.board}/${article.file}` : page.url.pathname;
  const seconds = article?.seconds ?? Date.parse(headerTime(header.time ?? '')?.iso ?? '') / 1000;
  const model: Model = {
    main,
    article,
    postId,
    url: article ? articleUrl(article) : null,
    place: placeOf(article, header, body),
    header,
    frame,
    body,
    origin: originOf(lines, frame.footer),
    thread: startThread(postId, Number.isFinite(seconds) ? seconds * 1000 : page.now, page.now),
    edited: false,
    cut: false,
    heads: [],
    raw: [],
    groupOf: new Map(),
    missing: new Map(),
    touched: new WeakMap(),
    renamed: 0,
    lookAlikes: 0,
    pushes: 0,
    readUpTo: null,
    tail: 0,
    children: 0,
    early: page.document.readyState === 'loading',
  };
  const cutBefore = lines.slice(0, frame.thread).some((line) => line.kind === 'cut');
  if (cutBefore) model.cut = true;
  extend(model, lines, frame.thread);
  return model;
}

/** Takes further lines into the thread. */
function extend(model: Model, lines: readonly Line[], from: number): void {
  const { thread, frame } = model;
  const isFirst = model.readUpTo === null;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (isFirst && frame.footer === null && i >= frame.from && i < frame.to) continue;
    if (line.kind === 'push') takePush(model, line.element, line.renamed);
    else if (line.kind === 'preview') {
      addPhotos(thread, line.photos);
      if (thread.groups.length > 0) model.groupOf.set(line.element, thread.groups.length - 1);
    } else if (line.kind === 'cut') {
      model.cut = true;
      addCut(thread);
    } else if (line.kind === 'text') {
      if (isBarePush(line)) takePush(model, line.first, false, line.text);
      else if (isSiteLine(line.text) || isRemovedPush(line.text)) {
        if (EDITED.test(line.text)) model.edited = true;
        addSiteLine(thread, isRemovedPush(line.text));
      } else {
        if (PUSH_LINE.test(line.text)) model.lookAlikes++;
        addWords(thread, line.text);
      }
    }
    if (line.box && thread.groups.length > 0) {
      const touched = model.touched.get(line.box) ?? new Set();
      touched.add(thread.groups.length - 1);
      model.touched.set(line.box, touched);
    }
  }
}

function takePush(model: Model, element: Element, renamed: boolean, bareLine?: string): void {
  const { thread } = model;
  const bare = bareLine === undefined ? null : pushFrom(bareLine);
  const { push, words, missing } = bare ? { push: bare, words: wordsOf(element), missing: [] } : pushOf(element);
  const before = thread.groups.length;
  addPush(thread, push);
  const group = thread.groups.length - 1;
  if (group === before) {
    model.heads.push(element);
    model.raw.push(words);
  }
  model.groupOf.set(element, group);
  model.pushes++;
  if (missing.length > 0 || renamed) {
    const misses = [...(renamed ? ['push'] : []), ...missing].map((name) => ({ field: 'push', selector: `.${name}` }));
    model.renamed++;
    model.missing.set(group, [...(model.missing.get(group) ?? []), ...misses]);
  }
}

/** Forgets what was worked out: the page was rewritten. */
export const forget = (main: Element): boolean => models.delete(main);

function placeOf(article: Article | null, header: Header, body: Body): Review['place'] {
  const board = article?.board ?? header.board ?? body.bare.board;
  return board ? { id: board, name: header.board ?? board } : null;
}
