import { isBarePush, type Line } from './lines.ts';
import { ADDRESS, EDITED, FORWARDER, FROM, isSiteLine, STATION } from './text.ts';

/** Where the author's article ends and the pushes of this page begin, as indices of lines. */
export interface Frame {
  /** Lines `[from, to)` are the article's. */
  from: number;
  to: number;
  /** Lines from here on are the thread's (pushes and the author's later words), but for the article's own. */
  thread: number;
  /** The footer's line, from which IP and country come; null where there is none. */
  footer: number | null;
}

/**
 * A forwarded article carries the old one with its footer and its pushes, and people paste footers for fun. So the
 * footer that counts is a pair of lines, best the one that names this very page, else the last. Without any, all
 * pushes are taken as this page's, and the article is the first text there is (2 of 19 captures).
 */
export function frameOf(lines: readonly Line[], file: string | null): Frame {
  let last: number | null = null;
  let lone: number | null = null;
  let own: number | null = null;
  for (let i = 0; i < lines.length; i++) {
    if (!STATION.test(textAt(lines, i))) continue;
    const next = textAt(lines, i + 1);
    if (ADDRESS.test(next) || FROM.test(next) || FORWARDER.test(next)) last = i;
    else lone = i;
    if (file && ADDRESS.test(next) && next.includes(`/${file}.html`)) own = i;
  }
  const footer = own ?? last ?? lone;
  if (footer !== null) return { from: 0, to: footer, thread: footer + 1, footer };
  let from = 0;
  while (from < lines.length && !isWords(lines[from])) from++;
  let to = from;
  while (to < lines.length && !isPush(lines[to]) && !EDITED.test(textAt(lines, to))) to++;
  return { from, to, thread: 0, footer: null };
}

export interface Body {
  text: string;
  photos: number;
  /** A part of the article itself is missing (file over 150 KB). */
  cut: boolean;
  /** From a header that stands as plain text, where the real one is broken or missing. */
  bare: { author: string | null; nick: string | null; board: string | null; title: string | null; time: string | null };
}

const BARE_AUTHOR = /^\s*作者[:：]?\s+([A-Za-z][A-Za-z0-9]{1,11})\s*(?:\((.*?)\))?\s+(?:看板|站內)[:：]?\s+(\S+)\s*$/;
/** pttbbs signs with at most six lines; blank ones come on top. */
const SIGNATURE_LINES = 9;

/**
 * The author's words: without header, footer, signature and the site's own lines, with quotations. `headless`: no
 * header lines stand on the page, so one written as text is the article's own (else it is that of a forwarded one).
 */
export function bodyOf(lines: readonly Line[], frame: Frame, headless: boolean): Body {
  const body: Body = {
    text: '',
    photos: 0,
    cut: false,
    bare: { author: null, nick: null, board: null, title: null, time: null },
  };
  const kept: string[] = [];
  /** Lines before this are surely not the signature: the site's own or a push stands below them. */
  let floor = 0;
  for (let i = frame.from; i < frame.to; i++) {
    const line = lines[i];
    if (line?.kind === 'preview') body.photos += line.photos;
    else if (line?.kind === 'cut') body.cut = true;
    // Pushes that a forwarded article brought along are part of what the forwarder posted.
    else if (line?.kind === 'push') floor = kept.push((line.element.textContent ?? '').trim());
    else if (line?.kind === 'text' && isSiteLine(line.text)) floor = kept.length;
    else if (line?.kind === 'text' && !(headless && takeBareHeader(line.text, body.bare)))
      kept.push(line.text.trimEnd());
  }
  body.text = withoutSignature(kept, floor).join('\n').trim();
  return body;
}

/** True for a line of a header written as text (edited articles), whose values it notes. Only the first counts. */
function takeBareHeader(line: string, bare: Body['bare']): boolean {
  const author = bare.author === null ? BARE_AUTHOR.exec(line) : null;
  if (author) {
    bare.author = author[1] ?? null;
    bare.nick = author[2]?.trim() || null;
    bare.board = author[3] ?? null;
    return true;
  }
  if (bare.author === null) return false;
  const other = /^\s*(標題|時間)[:：]?\s+(.+?)\s*$/.exec(line);
  if (other?.[1] === '標題' && bare.title === null) bare.title = other[2] ?? null;
  else if (other?.[1] === '時間' && bare.time === null) bare.time = other[2] ?? null;
  else return bare.time !== null && /^\s*─{10,}\s*$/.test(line);
  return true;
}

/** `--`, signature, `--`: only what stands between two such lines at the very end; one alone is just the end. */
function withoutSignature(lines: readonly string[], floor: number): string[] {
  let end = lines.length;
  while (end > 0 && lines[end - 1] === '') end--;
  if (lines[end - 1] !== '--') return lines.slice(0, end);
  end--;
  for (let i = end - 1; i >= Math.max(floor, end - SIGNATURE_LINES); i--)
    if (lines[i] === '--') return lines.slice(0, i);
  return lines.slice(0, end);
}

/** `來自: 1.2.3.4 (臺灣)`, `◆ From: 1.2.3.4`, `※ 轉錄者: id (1.2.3.4 臺灣), …`. */
export function originOf(lines: readonly Line[], footer: number | null): { ip: string | null; country: string | null } {
  if (footer === null) return { ip: null, country: null };
  const two = [textAt(lines, footer), textAt(lines, footer + 1)].join('\n');
  const ip = '([0-9a-fA-F]*[.:][0-9a-fA-F.:]{5,})';
  const match =
    new RegExp(`來自[:：]\\s*${ip}(?: \\((.+?)\\))?`).exec(two) ??
    new RegExp(`轉錄者[:：]\\s*\\S+ \\(${ip}(?: (.+?))?\\)`).exec(two) ??
    new RegExp(`◆ From[:：]\\s*${ip}(?: \\((.+?)\\))?`).exec(two);
  return { ip: match?.[1] ?? null, country: match?.[2] ?? null };
}

const textAt = (lines: readonly Line[], i: number): string => {
  const line = lines[i];
  return line?.kind === 'text' ? line.text : '';
};
const isPush = (line: Line | undefined): boolean => line !== undefined && (line.kind === 'push' || isBarePush(line));
const isWords = (line: Line | undefined): boolean =>
  line?.kind === 'text' && line.text.trim() !== '' && !isSiteLine(line.text) && !isBarePush(line);
