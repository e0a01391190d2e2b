/** An article's place in PTT: what its id is made of. */
export interface Article {
  board: string;
  /** `M.1790000000.A.1AB`, unique within its board; the number is the posting time (Unix seconds). */
  file: string;
  seconds: number;
}

const BOARD = '([0-9A-Za-z][0-9A-Za-z_.-]+)';
const FILE = '([MG]\\.(\\d+)\\.A(?:\\.[0-9A-F]+)?)';
const ARTICLE = new RegExp(`^/bbs/${BOARD}/${FILE}\\.html$`);
const SHORT = new RegExp(`^/b/${BOARD}/([0-9A-Za-z_-]{8})$`);
const LIST = new RegExp(`^/bbs/${BOARD}/(?:index\\d*\\.html|search|)$`);
/** Kinds of page that hold nothing to read: hot boards, classes, digest, feeds, polling, the age question, the site's own. */
const LEAVE_ALONE =
  /^\/(?:$|index\.html$|bbs\/?$|bbs\/(?:index|hotboards)\.html$|(?:cls|man|atom|poll|ask|v1|about|contact)(?:[/.]|$))/;

export function articleAt(path: string): Article | null {
  const match = ARTICLE.exec(path);
  if (match?.[1] && match[2]) return { board: match[1], file: match[2], seconds: Number(match[3]) };
  const short = SHORT.exec(path);
  return short?.[1] && short[2] ? fromAid(short[1], short[2]) : null;
}

/** The board of an index or search page. */
export function listAt(path: string): string | null {
  const board = LIST.exec(path)?.[1] ?? null;
  return board === 'index.html' || board === 'hotboards.html' ? null : board;
}

export const isLeftAlone = (path: string): boolean => LEAVE_ALONE.test(path);

export const articleUrl = ({ board, file }: Article): string => `https://www.ptt.cc/bbs/${board}/${file}.html`;

const AID = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** An article code (`/b/board/AID`) is the file name in base 64: 4 bits M or G, 32 of time, 12 of the ending. */
function fromAid(board: string, aid: string): Article | null {
  let value = 0n;
  for (const char of aid) value = value * 64n + BigInt(AID.indexOf(char));
  const type = value >> 44n;
  if (type > 1n) return null;
  const seconds = Number((value >> 12n) & 0xffffffffn);
  const ending = (value & 0xfffn).toString(16).toUpperCase().padStart(3, '0');
  return { board, file: `${type === 0n ? 'M' : 'G'}.${seconds}.A.${ending}`, seconds };
}
