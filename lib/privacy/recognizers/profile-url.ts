import { type Candidate, matches, type Recognizer } from '../recognizer.ts';

/** Pages that are a person: profiles, not articles. */
const PROFILE =
  /(?:https?:\/\/)?(?:(?:www|m|zh-tw|mobile)\.)?(?:(?:facebook\.com|fb\.com|fb\.me|instagram\.com|threads\.(?:net|com)|bsky\.app\/profile|t\.me|matters\.(?:town|news)\/@|google\.com(?:\.tw)?\/maps\/contrib|space\.bilibili\.com|douyin\.com\/user|ask\.fm|tumblr\.com|tiktok\.com|youtube\.com|twitter\.com|x\.com|linktr\.ee|portaly\.cc|vocus\.cc|lit\.link|medium\.com|plurk\.com|line\.me|lin\.ee|xiaohongshu\.com|weibo\.com|linkedin\.com|github\.com|about\.me|pixnet\.net|dcard\.tw\/@)\/?[@A-Za-z0-9._%/?=&~+-]{2,100}|[A-Za-z0-9-]{3,30}\.(?:pixnet\.net|blogspot\.com|wordpress\.com|tumblr\.com|portaly\.cc)(?:\/[A-Za-z0-9._%/-]{0,60})?)/gi;
const ARTICLE =
  /\/(?:posts?|photos?|videos?|groups|watch|reel|reels|p|tv|permalink|story\.php|events|hashtag|share|sharer|f|bbs|status|shorts|search|explore)(?:[/?.]|$)/i;

/** 「line.me/ti/p/aBc123」 adds a friend; with @ it is an official account. */
const FRIEND_LINK = /line\.me\/(?:R\/)?ti\/p\/(?!@|%40)/i;

export const profileUrl: Recognizer = {
  types: ['URL_PROFILE'],
  applies: (g) => g.latin >= 8 && (g.text.includes('/') || g.text.includes('.')),
  find({ text }) {
    const found: Candidate[] = [];
    for (const m of matches(text, PROFILE)) {
      const start = m.index;
      const previous = text.charCodeAt(start - 1) | 32;
      if ((previous >= 97 && previous <= 122) || previous === 46 || previous === 64) continue;
      const value = m[0].replace(/[.,?&=/]+$/, (tail) => (tail.startsWith('/') && tail.length === 1 ? '/' : ''));
      if (
        (ARTICLE.test(value) && !FRIEND_LINK.test(value)) ||
        !/\/.|pixnet|blogspot|wordpress|tumblr|portaly/i.test(value.replace(/^https?:\/\//i, ''))
      )
        continue;
      found.push({ type: 'URL_PROFILE', start, end: start + value.length, score: 0.9 });
    }
    return found;
  },
};
