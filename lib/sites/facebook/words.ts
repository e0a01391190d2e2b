/**
 * The site's own words, per language; everything that hangs on a language stands here. zh-TW wordings marked
 * * are unverified (no capture or note shows them).
 */

/** The button that opens a post's menu: a second anchor of posts. Selectors, for they are asked of whole pages. */
export const ACTIONS = [
  '[aria-label^="Actions for this post"]',
  '[aria-label$="的這則貼文採取的動作"]',
  '[aria-label="可對此貼文採取的動作"]',
].join(',');
const ACTIONS_AUTHOR = [/^Actions for this post by (.+)$/, /^對(.+)的這則貼文採取的動作$/];

/** Buttons of the action row, exact labels. zh-TW * */
export const FOOTER = [
  '[aria-label="Leave a comment"]',
  '[aria-label="Send this to friends or post it on your profile."]',
  '[aria-label="留言"][role="button"]',
  '[aria-label="傳送給朋友或發佈到你的個人檔案。"]',
].join(',');

/** Labels of comments and replies. `Reply by` has no zh-TW witness: 「…回覆了…的留言」 and 「…的回覆」 are *. */
export const COMMENT_LABEL = [
  '[aria-label^="Comment by "]',
  '[aria-label^="Reply by "]',
  '[aria-label*="的留言"]',
  '[aria-label*="的回覆"]',
].join(',');
const COMMENT_NAMES = [
  /^Comment by (.+?)(?: (?:\d+|an?) \w+ ago| just now| yesterday)?$/,
  /^Reply by (.+?) to .+$/,
  /^(.+?)的留言(?:.+前|剛剛|昨天)?$/,
  /^(.+?)回覆(?:了)?.+的留言(?:.+前|剛剛|昨天)?$/,
  /^(.+?)(?:對.+的留言)?的回覆(?:.+前|剛剛|昨天)?$/,
];
const REPLY_LABEL = /^Reply by |回覆.*的留言|的回覆/;

const SEE_MORE = new Set(['See more', '查看更多', '顯示更多', '……更多', '… 更多', '… See more']);
const SEE_ORIGINAL = new Set(['See original', 'See Original', '查看原文', '顯示原文', 'Hide original', '隱藏原文']);
/** Lines in a unit's head that mark it as no post of the page itself. */
const PROMOTED = new Set(['Sponsored', '贊助', 'Suggested for you', '為你推薦', '為您推薦']);
const NOT_BADGES = new Set(['Follow', '追蹤', 'Join', '加入', '·']);
const EDITED = new Set(['Edited', '已編輯']);

/** Stands in every word of `SEE_ORIGINAL` and `EDITED`: a text without it holds none of them. */
export const RARE = /riginal|原文|dited|已編輯/;

export const isSeeMore = (text: string): boolean => SEE_MORE.has(text.trim());
export const isSeeOriginal = (text: string): boolean => SEE_ORIGINAL.has(text.trim());
export const isPromotion = (text: string): boolean => text.length > 1 && PROMOTED.has(text.trim());
export const isBadge = (text: string): boolean => text !== '' && text.length <= 20 && !NOT_BADGES.has(text);
export const isEditedMark = (text: string): boolean => EDITED.has(text.trim());
export const isReplyLabel = (label: string): boolean => REPLY_LABEL.test(label);

export const nameInActions = (label: string): string | null => firstGroup(ACTIONS_AUTHOR, label);
export const nameInComment = (label: string): string | null => firstGroup(COMMENT_NAMES, label);

/** `782 comments`, `56則留言`, `114 shares`, `3次分享` → which count the words speak of. */
export function countWord(shown: string): 'comments' | 'shares' | null {
  if (/^[\d,.]+\s*[KM萬]?\s*(?:comments?|則留言)$/i.test(shown)) return 'comments';
  return /^[\d,.]+\s*[KM萬]?\s*(?:shares?|次分享)$/i.test(shown) ? 'shares' : null;
}

/**
 * Whether the header of a unit (without the names in it) says that its author recommends the page: true, false,
 * or null when it says neither. Never decided from the text. 推薦 alone is no mark (「為你推薦」, 「尋求推薦」), so
 * in Chinese it must open the sentence. zh-TW wording *.
 */
export function recommendsIn(header: string): boolean | null {
  if (!/recommend|推薦/i.test(header)) return null;
  const said = header.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (/\b(?:does\s?n['’]t|does not) recommend\b/i.test(said)) return false;
  if (/\brecommends\b/i.test(said)) return true;
  if (/^[:,、·\s]*(?:已|並|目前)?不(?:太|再)?\s?推薦/.test(said)) return false;
  return /^[:,、·\s]*(?:已|非常|大力)?\s?推薦(?!給[你您])/.test(said) ? true : null;
}

/** 「X的貼文」「X's post」, the heading of a post's dialog → X. */
export const nameInHeading = (heading: string): string | null =>
  firstGroup([/^(.+)['’]s [Pp]ost$/, /^(.+?)\s?的貼文$/], heading.trim());

const ACTING_AS = [/^以\s*(.+?)\s*的身分(?:留言|回覆|回答)/, /^(?:Comment|Reply|Answer) as (.+?)[.…]*$/];
const REPLY_TO = [/^Reply to (.+?)[.…]*$/, /^回覆\s*(.+?)[.…]*$/];
const COMMENT_BOX = /^(?:Comment as|Reply|Answer as|Write a|以.+的身分|回覆|留言|撰寫)/;
/** The box of a new post and Messenger's: text boxes that are not for a reply. */
const OTHER_BOX = /在想些什麼|What's on your mind|建立(?:公開)?貼文|Create a|^(?:Message|訊息|Aa)$|Messenger/;

/** The name that would stand over what is sent from a box with this label. */
export const actingName = (label: string): string | null => firstGroup(ACTING_AS, label.trim());
/** Whom a reply box answers, when its label says so. */
export const repliedName = (label: string): string | null =>
  /的身分/.test(label) || / as /.test(label) ? null : firstGroup(REPLY_TO, label.trim());
export const isReplyBox = (label: string): boolean => /^Reply|回覆/.test(label.trim());
export const isCommentBox = (label: string): boolean => !OTHER_BOX.test(label) && COMMENT_BOX.test(label.trim());

function firstGroup(patterns: readonly RegExp[], text: string): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1]?.trim();
    if (found) return found;
  }
  return null;
}
