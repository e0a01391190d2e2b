import type { Review } from '../../contract/index.ts';
import type { Miss, PageContext, Reading, Sign } from '../contract.ts';
import { allWithin } from '../dom.ts';
import { type Article, articleAt, articleUrl } from './address.ts';
import { type Body, bodyOf, type Frame, frameOf, originOf } from './body.ts';
import { fileTime, headerTime } from './dates.ts';
import { type Header, headerOf } from './header.ts';
import { isBarePush, isRemovedPush, type Line, linesFrom } from './lines.ts';
import { pushFrom, pushOf, wordsOf } from './push.ts';
import { EDITED, isSiteLine, PUSH_LINE } from './text.ts';
import {
  addCut,
  addPhotos,
  addPush,
  addSiteLine,
  addWords,
  type Reply,
  replyText,
  startThread,
  type Thread,
} from './thread.ts';

/** The article's element, newest template first. */
const MAIN = ['#main-content', '#main-container .bbs-screen.bbs-content', '.bbs-screen.bbs-content'] as const;

/**
 * What was worked out of one article. Floors, years and merging need all pushes in order, so the whole thread is
 * read once and kept with its element; pushes that arrive later are read from where the last reading ended.
 */
interface Model {
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

export function mainOf(document: Document): { element: Element; candidate: number } | null {
  for (let candidate = 0; candidate < MAIN.length; candidate++) {
    const element = document.querySelector(MAIN[candidate] as string);
    if (element) return { element, candidate };
  }
  return null;
}

/** Where the article stands: the address, for short ones the page's own canonical link. */
export function articleOf(document: Document, url: URL): Article | null {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  return (
    articleAt(url.pathname) ?? (canonical.startsWith('https://www.ptt.cc/') ? articleAt(canonical.slice(18)) : null)
  );
}

export function articleCards(root: Element | Document, page: PageContext): Element[] {
  const main = mainOf(page.document)?.element;
  if (!main) return [];
  if (root === main || root.contains(main)) return [main, ...modelOf(main, page).heads];
  if (!main.contains(root)) return [];
  const model = modelOf(main, page);
  // What was added may go on with the group before it, so that one is named too.
  const groups = new Set(model.touched.get(root as Element));
  for (const element of allWithin(root, '*')) {
    const group = model.groupOf.get(element);
    if (group !== undefined) groups.add(group);
  }
  return [...groups].sort((a, b) => a - b).flatMap((group) => model.heads[group] ?? []);
}

export function articleCardOf(node: Element, page: PageContext): Element | null {
  const main = mainOf(page.document)?.element;
  if (!main?.contains(node)) return null;
  const model = modelOf(main, page);
  for (let element: Element | null = node; element && element !== main; element = element.parentElement) {
    const group = model.groupOf.get(element);
    if (group !== undefined) return model.heads[group] ?? null;
    // A container of pushes holds cards, it is part of none.
    if (model.touched.has(element)) return null;
  }
  return main;
}

export function readArticleCard(card: Element, page: PageContext): Reading[] {
  const found = mainOf(page.document);
  if (!found) return [];
  let model = modelOf(found.element, page);
  const fallback = found.candidate > 0 ? [{ field: 'article', selector: MAIN[0] }] : [];
  if (card === found.element) return readPost(model, fallback);
  let group = model.groupOf.get(card);
  if (group !== undefined && model.raw[group] !== wordsOf(card)) {
    models.delete(found.element);
    model = modelOf(found.element, page);
    group = model.groupOf.get(card);
  }
  return group === undefined || model.heads[group] !== card ? [] : readGroup(model, group, fallback);
}

/**
 * Signs by text, not by class: a page title that only articles have, and lines that read like pushes but are not
 * anchored as pushes. A few of them are read by their text and only noted; a fifth or more means a new template.
 */
export function articleSigns(document: Document, page: PageContext): Sign[] {
  const isArticle = / - 看板 \S+ - 批踢踢實業坊\s*$/.test(document.title);
  const signs: Sign[] = [
    { field: 'article', selector: 'title', count: isArticle || page.kind === 'article' ? 1 : 0, exact: false },
  ];
  const found = mainOf(document);
  if (!found) {
    const lines = (document.body?.textContent ?? '').split('\n').filter((line) => PUSH_LINE.test(line)).length;
    return [...signs, { field: 'push', selector: '.push', count: lines, exact: false }];
  }
  const model = modelOf(found.element, page);
  const cards = recordsOf(model);
  const beyond = (field: string, selector: string, count: number): void => {
    if (count > 0) signs.push({ field, selector, count: cards + count, exact: true });
  };
  if (found.candidate > 0) beyond('article', MAIN[0], 1);
  if (model.renamed * 5 >= model.pushes)
    beyond('push', '.push .push-tag .push-userid .push-content .push-ipdatetime', model.renamed);
  if (model.pushes === 0) beyond('push', '.push', model.lookAlikes);
  beyond('header', '.article-metaline .article-meta-tag', model.header.renamed);
  // The server calls an article 「閱讀文章」 exactly when it could read no header.
  if (isArticle && model.header.lines === 0 && !document.title.startsWith('閱讀文章 '))
    beyond('header', '.article-metaline', 1);
  return signs;
}

/** How many records a full reading gives: the post, each group, each time the author spoke between. */
function recordsOf({ thread }: Model): number {
  let count = 1 + thread.groups.length + (thread.opening.lines.length > 0 ? 1 : 0);
  for (const { reply } of thread.groups) if (reply) count++;
  return count;
}

/** The element whose line shows the title: where the post's chip goes. */
export function titleLine(document: Document): Element | null {
  for (const line of document.querySelectorAll('.article-metaline'))
    if (line.firstElementChild?.textContent?.trim() === '標題') return line;
  return null;
}

function modelOf(main: Element, page: PageContext): Model {
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
  const { push, missing } = bare ? { push: bare, missing: [] } : pushOf(element);
  const before = thread.groups.length;
  addPush(thread, push);
  const group = thread.groups.length - 1;
  if (group === before) {
    model.heads.push(element);
    model.raw.push(wordsOf(element));
  }
  model.groupOf.set(element, group);
  model.pushes++;
  if (missing.length > 0 || renamed) {
    const misses = [...(renamed ? ['push'] : []), ...missing].map((name) => ({ field: 'push', selector: `.${name}` }));
    model.renamed++;
    model.missing.set(group, [...(model.missing.get(group) ?? []), ...misses]);
  }
}

const NOTHING = {
  site: 'ptt',
  language: null,
  translated: false,
  rating: null,
  recommends: null,
  ownerReply: null,
  relevance: null,
} as const;

function readPost(model: Model, fallback: Miss[]): Reading[] {
  const { header, body, article, thread } = model;
  const missing: Miss[] = [];
  // `og:title` first: a title with a % once came out as 「%s」 in its header line (capture of 2020).
  const title = header.shared ?? header.title ?? body.bare.title ?? header.pageTitle;
  const author = postAuthor(model);
  if (!author.id && header.lines > 0) missing.push({ field: 'author', selector: '.article-meta-value' });
  const postedAt =
    headerTime(header.time ?? '') ?? headerTime(body.bare.time ?? '') ?? (article ? fileTime(article.seconds) : null);
  const review: Review = {
    ...NOTHING,
    kind: 'post',
    id: model.postId,
    parent: null,
    url: model.url,
    place: model.place,
    title,
    author,
    text: body.text,
    collapsed: body.cut || (model.cut && model.frame.footer === null),
    postedAt: postedAt ?? { shown: header.time ?? '', iso: null, precision: 'unknown' },
    // The site itself notes every edit; where a part of the file is missing, the note may be too.
    edited: model.edited || (model.cut ? null : false),
    counts: { ...thread.totals, comments: model.pushes },
    floor: null,
    ip: model.origin.ip,
    country: model.origin.country,
    photos: body.photos,
  };
  return [{ review, missing, fallback }, ...readReply(model, thread.opening, model.postId, fallback)];
}

function readGroup(model: Model, index: number, fallback: Miss[]): Reading[] {
  const group = model.thread.groups[index];
  if (!group) return [];
  const missing = model.missing.get(index)?.slice() ?? [];
  if (!group.user) missing.push({ field: 'author', selector: '.push-userid' });
  // Written out, not spread: this is made once for each of 5,000 pushes.
  const review: Review = {
    site: 'ptt',
    kind: 'comment',
    id: group.id,
    parent: model.postId,
    url: model.url,
    place: model.place,
    title: null,
    author: { id: group.user || null, name: group.user, url: null, badges: [] },
    text: group.text.trim(),
    language: null,
    translated: false,
    collapsed: false,
    rating: null,
    recommends: null,
    postedAt: group.postedAt,
    edited: false,
    counts: { [group.tag]: 1 },
    floor: group.floors[0] ?? null,
    ip: group.ip,
    country: null,
    photos: group.photos,
    ownerReply: null,
    relevance: null,
  };
  // A copy: the group may grow after the record was handed out.
  if (group.floors.length > 0) review.floors = group.floors.slice();
  const records = [{ review, missing, fallback }];
  return group.reply ? [...records, ...readReply(model, group.reply, group.id, fallback)] : records;
}

/**
 * The author's words after a push. Named by the push they follow and not by what they say, so that the author's
 * next edit is an edit and no new comment.
 */
function readReply(model: Model, reply: Reply, after: string, fallback: Miss[]): Reading[] {
  const text = replyText(reply);
  if (text === '') return [];
  const review: Review = {
    ...NOTHING,
    kind: 'comment',
    id: `${after}/re`,
    parent: model.postId,
    url: model.url,
    place: model.place,
    title: null,
    author: postAuthor(model),
    text,
    collapsed: false,
    // PTT shows no time for them.
    postedAt: { shown: '', iso: null, precision: 'unknown' },
    edited: null,
    counts: {},
    floor: null,
    ip: null,
    country: null,
    photos: reply.photos,
  };
  return [{ review, missing: [], fallback }];
}

function postAuthor({ header, body }: Model): Review['author'] {
  const id = header.author ?? body.bare.author;
  const nick = header.author ? header.nick : body.bare.nick;
  return { id, name: nick ?? id ?? '', url: null, badges: [] };
}

function placeOf(article: Article | null, header: Header, body: Body): Review['place'] {
  const board = article?.board ?? header.board ?? body.bare.board;
  return board ? { id: board, name: header.board ?? board } : null;
}
