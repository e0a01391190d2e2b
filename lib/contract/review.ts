import * as z from 'zod/mini';

/** The four sites that are read. */
export const SITES = ['google-maps', 'facebook', 'ptt', 'dcard'] as const;
export const Site = z.enum(SITES);
export type Site = z.infer<typeof Site>;

/** `review` has stars or recommends; `comment` is also a push or a reply; `item` is a list line that leads to a post. */
export const ReviewKind = z.enum(['review', 'post', 'comment', 'item']);
export type ReviewKind = z.infer<typeof ReviewKind>;

/** What the review has to do with the clinic. `other` is never stored (個資法 §5). */
export const Relevance = z.enum(['own', 'mention', 'thread', 'other']);
export type Relevance = z.infer<typeof Relevance>;

export const Precision = z.enum(['minute', 'day', 'month', 'year', 'unknown']);
export type Precision = z.infer<typeof Precision>;

/** A time as the page shows it; `iso` only where it can be known, to `precision`, else null. */
export const PostedAt = z.object({
  shown: z.string(),
  iso: z.nullable(z.string()),
  precision: Precision,
});
export type PostedAt = z.infer<typeof PostedAt>;

export const Author = z.object({
  id: z.nullable(z.string()),
  name: z.string(),
  url: z.nullable(z.string()),
  /** Local-guide line, school, 原 PO, identity badge … as shown. */
  badges: z.array(z.string()),
});
export type Author = z.infer<typeof Author>;

export const Counts = z.object({
  likes: z.optional(z.number()),
  comments: z.optional(z.number()),
  shares: z.optional(z.number()),
  views: z.optional(z.number()),
  push: z.optional(z.number()),
  boo: z.optional(z.number()),
  neutral: z.optional(z.number()),
});
export type Counts = z.infer<typeof Counts>;

/**
 * One review, post, comment or push as an adapter reads it: plain data, no nodes. Null means the page does
 * not show it or it could not be read; nothing is guessed. `id` is unique within the site and stable across
 * visits (CONTRACTS.md says from what); offsets elsewhere are UTF-16 indices into `text`.
 */
export const Review = z.object({
  site: Site,
  kind: ReviewKind,
  id: z.string(),
  /** Other ids under which the site shows the same thing (Facebook's pfbid…). */
  aliases: z.optional(z.array(z.string())),
  parent: z.nullable(z.string()),
  url: z.nullable(z.string()),
  place: z.nullable(z.object({ id: z.optional(z.string()), name: z.optional(z.string()) })),
  title: z.nullable(z.string()),
  author: Author,
  text: z.string(),
  /** Language shown (BCP 47), where the page says it. */
  language: z.nullable(z.string()),
  translated: z.boolean(),
  /** The page holds back part of the text behind its "more" button. */
  collapsed: z.boolean(),
  rating: z.nullable(z.number().check(z.gte(1), z.lte(5))),
  recommends: z.nullable(z.boolean()),
  postedAt: PostedAt,
  edited: z.nullable(z.boolean()),
  counts: Counts,
  floor: z.nullable(z.number()),
  /** All floors of merged pushes; the first is `floor`. */
  floors: z.optional(z.array(z.number())),
  ip: z.nullable(z.string()),
  country: z.nullable(z.string()),
  photos: z.nullable(z.number()),
  ownerReply: z.nullable(z.object({ text: z.string(), shown: z.string() })),
  relevance: z.nullable(Relevance),
});
export type Review = z.infer<typeof Review>;

/** An adapter's badge for what the site keeps a place of, without author and words. */
export const DELETED = '已刪除';

/** The author or the site took it down: only its place is left. */
export const isGone = ({ author, text }: Pick<Review, 'author' | 'text'>): boolean =>
  text === '' && author.badges.includes(DELETED);

/** What kind of page stands open. `leave-alone`: recognised and not ours to read (over-18, 404, home). */
export const PageKind = z.enum([
  'place', // Google Maps place, reviews tab
  'place-overview', // Google Maps place, other tab with a preview
  'search-dialog', // Google Search's reviews dialog
  'manager', // owner's review manager (list)
  'reply-frame', // owner's reply page or iframe
  'timeline', // Facebook page or profile timeline, home feed
  'post', // one post with its comments
  'group',
  'reviews', // Facebook /reviews
  'article', // PTT article
  'list', // PTT index or search, Dcard forum list
  'leave-alone',
  'unknown',
]);
export type PageKind = z.infer<typeof PageKind>;

/** The page as recognised, before anything on it is read. */
export const PageInfo = z.object({
  site: Site,
  kind: PageKind,
  title: z.nullable(z.string()),
  place: z.nullable(z.object({ id: z.optional(z.string()), name: z.optional(z.string()) })),
  /** The language of the site's own words on this page, where known. */
  language: z.nullable(z.string()),
});
export type PageInfo = z.infer<typeof PageInfo>;

/**
 * How well a page is read. `broken`: a page of a known kind whose anchors are gone (reading goes on, writing
 * is off). `degraded`: some field came from a later candidate or is missing too often. `not-applicable`:
 * nothing to read on a page of this kind.
 */
export const Health = z.object({
  status: z.enum(['ok', 'degraded', 'broken', 'not-applicable']),
  problems: z.array(z.object({ field: z.string(), selector: z.string(), count: z.number() })),
});
export type Health = z.infer<typeof Health>;
