/**
 * The anchors of Google Maps as data, best first. A later candidate that hits is reported as drift.
 * Ranks (reference captures 2025-10 and 2026-04): data-review-id; the number at the front of `jslog`; the verb
 * in `jsaction`; roles, `lang`, `data-href`; structure; classes last, for they are renamed at will.
 */

export const REVIEW_ID = 'data-review-id';

/**
 * Buttons of a card: `jslog` number and `jsaction` verb say the same thing independent of the UI language.
 * `data-photo-index` and a contributor's address in `data-href` are as sure and stand first where they exist.
 */
export const CONTROLS = {
  reviewer: { jslog: '95010', verb: 'reviewerLink' },
  menu: { jslog: '14326', verb: 'actionMenu' },
  more: { jslog: '63707', verb: 'expandReview' },
  original: { jslog: '170842', verb: 'showReviewInOriginal' },
  like: { jslog: '25807', verb: 'toggleThumbsUp' },
  share: { jslog: '32949', verb: 'share' },
  ownerMore: { jslog: '200289', verb: 'expandOwnerResponse' },
  ownerOriginal: { jslog: '170844', verb: 'showOwnerResponseInOriginal' },
  photo: { jslog: null, verb: 'openPhoto' },
  morePhotos: { jslog: null, verb: 'showMorePhotos' },
} as const;
export type Control = keyof typeof CONTROLS;

/** Every element of a card that some field is read from, in one query. */
export const PARTS = 'button,[role="button"],[role="img"],[role="switch"],[lang],[data-href]';

export const CARD_JSLOG = '21866';
export const NEW_JSLOG = '125092';
/** Service, price per person …: answers to the site's own questions, not the person's words. */
export const ATTRIBUTES_JSLOG = '127691';
/** Tabs of a place; their order differs from place to place. */
export const TABS = { reviews: '145620', others: ['145618', '206006', '145621'] } as const;

/**
 * Last resort, by class; one class a query, for a descendant selector costs a hundred times as much in a long list.
 * `jftiEf`, `wiI7pd`, `rsqaWe`, `kvMYJc` have stood since 2022-06.
 */
export const CLASSES = {
  name: '.d4r55',
  stats: '.RfnDt',
  filledStar: '.kvMYJc > .elGi1d',
  date: '.rsqaWe, .xRkPPb',
  reply: '.CDe7pd',
  replyDate: '.DZSIDd',
  words: '.wiI7pd',
} as const;

/** Exact words of the "more" button, for a page without jslog and jsaction. Never by substring: 「更多」 is in others. */
export const MORE_WORDS: ReadonlySet<string> = new Set(['See more', 'More', '顯示更多', '全文', '更多']);

/** Google Search's reviews dialog (capture 2024-04). */
export const DIALOG = {
  cards: ['[jsname="ShBeI"][data-id]', '.bwb7ce[data-id]', '[data-id][jsdata]', '[data-review-id]'],
  profile: 'a[href*="/maps/contrib/"]',
  name: '.Vpc5Fe',
  stats: '.GSM50',
  date: '.y3Ibjb',
  text: '.OA1nbd',
  more: '.OA1nbd a[role="button"], .OA1nbd .MtCSLb',
  photos: '.Se89we',
  reply: '.PdaDLc',
  replyText: '.KmCjbd',
} as const;

/** The owner's manager and reply page (public code 2024-09 … 2026-02, no capture). */
export const OWNER = {
  cards: ['article'],
  profile: 'a[href*="/maps/contrib/"]',
  name: ['a[href*="/maps/contrib/"]:not(:empty)', '.PskQHd', '.N0c6q a', '.N0c6q'],
  stats: '.PROnRd',
  date: '.KEfuhb',
  text: ['[jsname="PBWx0c"]', '.gyKkFe', '[lang]'],
  box: ['textarea[jsname="YPqjbf"]', 'textarea[maxlength="4000"]', 'textarea'],
} as const;

/** The longest reply that Google's box takes, in UTF-16 units. */
export const REPLY_MAX = 4000;
