import type { Site } from '../contract/review.ts';

/**
 * Where each site's content script is injected: whole origins where a site is one app (paths are tested at run
 * time), else the paths of the apps that we read. One script a site, so that a page carries one adapter.
 */
export const MATCHES_OF: Readonly<Record<Site, readonly string[]>> = {
  'google-maps': [
    'https://www.google.com/maps*',
    'https://www.google.com/search*',
    'https://www.google.com/local/business/*',
    'https://www.google.com.tw/maps*',
    'https://www.google.com.tw/search*',
    'https://www.google.com.tw/local/business/*',
    'https://maps.google.com/*',
    'https://business.google.com/*',
  ],
  facebook: ['https://www.facebook.com/*', 'https://web.facebook.com/*'],
  ptt: ['https://www.ptt.cc/*'],
  dcard: ['https://www.dcard.tw/*'],
};

export const MATCHES: readonly string[] = Object.values(MATCHES_OF).flat();

/** The site whose pages include `url`, or null. Patterns are a prefix and `*`. */
export function siteOf(url: URL): Site | null {
  for (const [site, patterns] of Object.entries(MATCHES_OF) as [Site, readonly string[]][]) {
    if (patterns.some((pattern) => url.href.startsWith(pattern.slice(0, -1)))) return site;
  }
  return null;
}
