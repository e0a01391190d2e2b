import type { Adapter } from '../../lib/sites/contract.ts';
import { dcard } from '../../lib/sites/dcard.ts';
import { facebook } from '../../lib/sites/facebook.ts';
import { googleMaps } from '../../lib/sites/google-maps.ts';
import { ptt } from '../../lib/sites/ptt.ts';

/**
 * Pages of many cards of every site, made in the page itself from the site's own fixture. Runs in the page.
 */
export interface SitePage {
  adapter: Adapter;
  /** Address of the page. */
  url: string;
  /** Its fixture, under tests/fixtures. */
  fixture: string;
  /** Cards as a bare reader would find them. */
  cards: string;
  /**
   * One query a field, as the bare loop of the issue: what a reader without any thought would do for each card.
   * None with a combinator or a place among siblings: those cost more the longer the page is.
   */
  fields: readonly string[];
  /** What is repeated in its place, one card each. */
  units: string;
  /** The HTML of the `n`th copy, with numbers of its own. */
  renumber(html: string, n: number): string;
}

const FACEBOOK_POST = [
  'a[href]',
  '[data-ad-rendering-role="profile_name"]',
  'h2,h3',
  'a[href*="/posts/"]',
  'a[href*="story_fbid="]',
  '[data-ad-rendering-role="story_message"]',
  '[data-ad-preview="message"]',
  'div[dir="auto"]',
  '[lang]',
  'blockquote',
  '[role="toolbar"]',
  '[data-ad-rendering-role="like_button"]',
  '[data-ad-rendering-role="comment_button"]',
  '[data-ad-rendering-role="share_button"]',
  'a[href*="/photo"]',
  'img[height]',
  '[role="button"][tabindex]',
  '[role="article"]',
];

const FACEBOOK_COMMENT = [
  'a[href]',
  'a[aria-hidden="false"]',
  'a[href*="comment_id="]',
  'a[href*="reply_comment_id="]',
  'a[aria-label]',
  '[dir="auto"]',
  'span[dir="auto"][lang]',
  'div[dir="auto"]',
  '[lang]',
  'li',
  'ul',
  '[role="button"]',
  '[role="button"][aria-label]',
  'img[alt]',
  'img[height]',
  'video',
  'h3',
  '[role="article"]',
];

/** Every number of five digits and more in it, plain or in base 64, made that of the `n`th copy. */
function newNumbers(html: string, n: number): string {
  const moved = (text: string): string =>
    text.replace(/\d{12,}/g, (digits) => (BigInt(digits) + BigInt(n) * 100000n).toString());
  return moved(html).replace(/(comment_id=)(Y29t[\w%=]+)/g, (_, name: string, value: string) => {
    const [post, comment] = atob(decodeURIComponent(value)).split('_');
    return `${name}${encodeURIComponent(btoa(`${post}_${moved(comment ?? '')}`))}`;
  });
}

export const SITE_PAGES = {
  'google-maps': {
    adapter: googleMaps,
    url: 'https://www.google.com/maps/place/x/@25,121,17z/data=!4m8!3m7!1s0x1:0x1!8m2!3d25!4d121!9m1!1b1',
    fixture: 'google-maps/place.zh-TW.html',
    cards: '[data-review-id][jslog^="21866"]',
    units: '[data-review-id][jslog^="21866"]',
    fields: [
      '[data-review-id]',
      'button[data-href]',
      'button[jslog]',
      'button[jsaction]',
      '[role="img"][aria-label]',
      'span[aria-label]',
      '[id]',
      'span[lang]',
      'button[aria-expanded]',
      '[lang]',
      '[role="switch"]',
      'button[data-photo-index]',
      '[jsaction*="toggleThumbsUp"]',
      'button[aria-haspopup]',
      'button[aria-pressed]',
      '[tabindex][lang]',
      '[jslog="127691"]',
      '[jslog^="14326"]',
    ],
    renumber: (html, n) => html.replaceAll(/data-review-id="[^"]*"/g, `data-review-id="bench${n}"`),
  },
  'facebook-comments': {
    adapter: facebook,
    url: 'https://www.facebook.com/weiguang.dental/posts/pfbid0DialogFixture',
    fixture: 'facebook/post.zh-TW.html',
    cards: '[role="article"][aria-label]',
    units: '[role="dialog"] [role="article"][aria-label]',
    fields: FACEBOOK_COMMENT,
    renumber: newNumbers,
  },
  'facebook-reviews': {
    adapter: facebook,
    url: 'https://www.facebook.com/weiguang.dental/reviews',
    fixture: 'facebook/reviews.zh-TW.html',
    cards: '.x1yztbdb',
    units: '.x1yztbdb:not(:has([role="article"]))',
    fields: FACEBOOK_POST,
    renumber: newNumbers,
  },
  'facebook-timeline': {
    adapter: facebook,
    url: 'https://www.facebook.com/weiguang.dental',
    fixture: 'facebook/timeline.zh-TW.html',
    cards: '.x1yztbdb',
    units: '.x1yztbdb:has([data-ad-rendering-role="like_button"])',
    fields: FACEBOOK_POST,
    renumber: newNumbers,
  },
  'facebook-group': {
    adapter: facebook,
    url: 'https://www.facebook.com/groups/226000000000001/',
    fixture: 'facebook/group.zh-TW.html',
    cards: '[role="feed"] > .x1yztbdb',
    units: '[role="feed"] > .x1yztbdb:not(:has([role="article"][aria-label]))',
    fields: FACEBOOK_POST,
    renumber: newNumbers,
  },
  'dcard-post': {
    adapter: dcard,
    url: 'https://www.dcard.tw/f/makeup/p/260000001',
    fixture: 'dcard/post.html',
    cards: '[data-key^="comment-"]',
    units: 'section > [data-key^="comment-"]:not(:has([data-key]))',
    fields: [
      'span',
      'a[href]',
      'a[href^="/@"]',
      'a[href^="/f/"]',
      'time',
      'time[datetime]',
      '[title]',
      'img',
      'img[alt]',
      'div',
      'p',
      'section',
      'button',
      'button[aria-label]',
      'button[type]',
      'br',
      '[data-key]',
      '[role="button"]',
    ],
    renumber: (html, n) =>
      html.replace(/comment-[\w-]+/, `comment-bench${n}`).replace(/<span>B\d+<\/span>/, `<span>B${n + 1}</span>`),
  },
  'dcard-list': {
    adapter: dcard,
    url: 'https://www.dcard.tw/f/makeup',
    fixture: 'dcard/list.html',
    cards: '[data-key]',
    units: '[data-key]:not([data-key^="ad-"])',
    fields: [
      'h2',
      'h3',
      'a[href*="/p/"]',
      'a[href^="/f/"]',
      'a[href^="/@"]',
      'time',
      'time[datetime]',
      '[title]',
      'article',
      '[role="article"]',
      'img',
      'span',
      'b',
      'p',
      'button',
      'button[aria-label]',
      'button[type]',
      '[role="button"]',
    ],
    renumber: (html, n) =>
      html.replace(/data-key="\d+"/, `data-key="${300000000 + n}"`).replace(/\/p\/\d+/g, `/p/${300000000 + n}`),
  },
  'ptt-article': {
    adapter: ptt,
    url: 'https://www.ptt.cc/bbs/facelift/M.1790000000.A.1AB.html',
    fixture: 'ptt/article.html',
    cards: '.push',
    units: '#main-content > .push',
    fields: [
      '.push-tag',
      '.push-userid',
      '.push-content',
      '.push-ipdatetime',
      'span',
      'i',
      'b',
      'p',
      'a[href]',
      'a[data-cfemail]',
      'img',
      'img[src]',
      '[title]',
      'br',
      'b',
      'div',
      '[lang]',
      '[data-id]',
    ],
    // No two in a row by one person, so that each is a comment of its own.
    renumber: (html, n) => html.replace(/userid">[^<]*</, `userid">user${n % 997}<`),
  },
  'ptt-list': {
    adapter: ptt,
    url: 'https://www.ptt.cc/bbs/facelift/index.html',
    fixture: 'ptt/index.html',
    cards: '.r-ent',
    units: '.r-ent',
    fields: [
      '.title',
      'a',
      '.meta',
      '.author',
      '.date',
      '.mark',
      '.nrec',
      'span',
      'a[href]',
      'a[href*="/M."]',
      'a[href*="search"]',
      '.article-menu',
      '.dropdown',
      '.item',
      'img',
      'time',
      '[title]',
      '[data-id]',
    ],
    renumber: (html, n) => html.replace(/M\.\d+/, `M.${1790000000 + n}`),
  },
} as const satisfies Record<string, SitePage>;

export type SitePageName = keyof typeof SITE_PAGES;

/** Puts `count` copies of the fixture's units where its own stand. */
export function multiply(name: SitePageName, count: number): void {
  const { units, renumber }: SitePage = SITE_PAGES[name];
  const own = [...document.querySelectorAll(units)];
  const parent = own[0]?.parentElement;
  if (!parent) throw new Error('the fixture has no cards');
  const html = own.map((unit) => unit.outerHTML);
  for (const unit of own) unit.remove();
  const many: string[] = [];
  for (let n = 0; n < count; n++) many.push(renumber(html[n % html.length] as string, n));
  parent.insertAdjacentHTML('beforeend', many.join('\n'));
}
