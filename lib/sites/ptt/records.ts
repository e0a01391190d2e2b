import type { Review } from '../../contract/index.ts';
import type { Miss, Reading } from '../contract.ts';
import { fileTime, headerTime } from './dates.ts';
import type { Model } from './model.ts';
import { type Reply, replyText } from './thread.ts';

/** How many records a full reading gives: the post, each group, each time the author spoke between. */
export function recordsOf({ thread }: Model): number {
  let count = 1 + thread.groups.length + (thread.opening.lines.length > 0 ? 1 : 0);
  for (const { reply } of thread.groups) if (reply) count++;
  return count;
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

export function readPost(model: Model, fallback: Miss[]): Reading[] {
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

export function readGroup(model: Model, index: number, fallback: Miss[]): Reading[] {
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

const REPLY = '/re';
/** The id of an author's words between pushes, not of a push. */
export const isReplyId = (id: string): boolean => id.endsWith(REPLY);

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
    id: `${after}${REPLY}`,
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
