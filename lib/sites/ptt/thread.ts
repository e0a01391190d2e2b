import type { PostedAt } from '../../contract/index.ts';
import { nextTime, type PushDate, type YearClock, yearClock } from './dates.ts';
import { columns, fingerprint } from './text.ts';

/**
 * The pushes of one article, read in order. A push holds about 25 Chinese characters, so people spread what they
 * say over several; the site lets the second and later ones be `→` only. This puts them together again, numbers
 * the floors, works out the years and collects the author's words between pushes. Lines come one at a time, so
 * that pushes which arrive later cost no second pass.
 */
export interface Thread {
  readonly postId: string;
  readonly clock: YearClock;
  groups: Group[];
  /** The author's words below the article's footer, before any push. */
  opening: Reply;
  /** Of the last push; null once a part of the file is missing (over 150 KB): PTT prints no numbers. */
  floor: number | null;
  totals: { push: number; boo: number; neutral: number };
  /** Whether the next push may still belong to the last group. */
  open: boolean;
  /** How often an id was given; a person may write the same word twice in a minute. */
  ids: Map<string, number>;
}

export interface Reply {
  lines: string[];
  photos: number;
}

export type Tag = 'push' | 'boo' | 'neutral';

export interface Push {
  tag: Tag;
  user: string;
  /** Without the leading colon. */
  text: string;
  date: PushDate | null;
  /** Boards with aligned ids pad them to 12 columns, which leaves less room. */
  aligned: boolean;
}

/** Consecutive pushes of one person: one comment. */
export interface Group {
  id: string;
  user: string;
  text: string;
  /** Of the first push; all later ones are →. */
  tag: Tag;
  postedAt: PostedAt;
  ip: string | null;
  /** One for each push; empty where they cannot be known. */
  floors: number[];
  photos: number;
  /** The author's words after it, once there are any. */
  reply: Reply | null;
  last: Push;
  lastAt: PostedAt;
}

/** Longest pause between two pieces of one comment. */
const PAUSE = 3 * 6e4;
/** Terminals break a line up to five columns before its end (seen in captures of 2005–2020). */
const SLACK = 5;
const ROOM = 62;

export function startThread(postId: string, articleTime: number, now: number): Thread {
  return {
    postId,
    clock: yearClock(articleTime, now),
    groups: [],
    opening: { lines: [], photos: 0 },
    floor: 0,
    totals: { push: 0, boo: 0, neutral: 0 },
    open: false,
    ids: new Map(),
  };
}

export function addPush(thread: Thread, push: Push): void {
  thread.totals[push.tag]++;
  if (thread.floor !== null) thread.floor++;
  const postedAt = nextTime(thread.clock, push.date);
  const before = thread.groups.at(-1);
  if (thread.open && before && continues(before, push, postedAt)) {
    before.text += (fillsLine(before.last) ? '' : '\n') + push.text;
    if (thread.floor !== null) before.floors.push(thread.floor);
    before.last = push;
    before.lastAt = postedAt;
    return;
  }
  thread.open = true;
  thread.groups.push({
    id: nameOf(thread, push),
    user: push.user,
    text: push.text,
    tag: push.tag,
    postedAt,
    ip: push.date?.ip ?? null,
    floors: thread.floor === null ? [] : [thread.floor],
    photos: 0,
    reply: null,
    last: push,
    lastAt: postedAt,
  });
}

/** A line that is no push: the author's words, once it holds any. */
export function addWords(thread: Thread, line: string): void {
  const group = thread.groups.at(-1);
  const reply = group ? group.reply : thread.opening;
  if (line.trim() === '') {
    if (reply && reply.lines.length > 0) reply.lines.push('');
    return;
  }
  thread.open = false;
  if (reply) reply.lines.push(line.trimEnd());
  else if (group) group.reply = { lines: [line.trimEnd()], photos: 0 };
}

/** A preview below a push belongs to it, below the author's words to them. */
export function addPhotos(thread: Thread, photos: number): void {
  const last = thread.groups.at(-1);
  if (last && !last.reply) last.photos += photos;
  else (last?.reply ?? thread.opening).photos += photos;
}

/** A line of the site's own: ends a group. A removed push still counts as a floor. */
export function addSiteLine(thread: Thread, removedPush: boolean): void {
  thread.open = false;
  if (removedPush && thread.floor !== null) thread.floor++;
}

/** A part of the file is missing here: from now on no floor is known. */
export function addCut(thread: Thread): void {
  thread.open = false;
  thread.floor = null;
}

export const replyText = (reply: Reply): string => reply.lines.join('\n').trim();

function continues({ last, lastAt }: Group, next: Push, at: PostedAt): boolean {
  if (next.user !== last.user || next.tag !== 'neutral') return false;
  if (lastAt.precision === 'minute' && at.precision === 'minute' && lastAt.iso && at.iso)
    return Math.abs(Date.parse(at.iso) - Date.parse(lastAt.iso)) <= PAUSE;
  // Old pushes show a date only: then a full line is the only sign that more follows.
  return at.shown !== '' && at.shown === lastAt.shown && fillsLine(last);
}

/** The piece reaches its line's end, so the sentence goes on in the next without a break. */
function fillsLine(push: Push): boolean {
  const id = push.aligned ? 12 : push.user.length;
  return columns(push.text.trimEnd()) >= ROOM - id - (push.date?.ip ? 15 : 0) - SLACK;
}

/** Never from the floor: a removed push would shift it. */
function nameOf(thread: Thread, push: Push): string {
  const shown = push.date?.shown ?? '';
  const when =
    shown.length === 11
      ? shown.slice(0, 2) + shown.slice(3, 5) + shown.slice(6, 8) + shown.slice(9)
      : shown.replace(/\D+/g, '');
  const id = `${thread.postId}#${push.user}.${when}.${fingerprint(push.text)}`;
  const seen = thread.ids.get(id) ?? 0;
  thread.ids.set(id, seen + 1);
  return seen === 0 ? id : `${id}.${seen + 1}`;
}
