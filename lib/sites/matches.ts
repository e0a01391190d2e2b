/** Where the content script is injected: whole origins where a site is one app, paths are tested at run time. */
export const MATCHES = [
  'https://www.google.com/maps/*',
  'https://www.google.com/search*',
  'https://www.google.com/local/business/*',
  'https://www.google.com.tw/maps/*',
  'https://www.google.com.tw/search*',
  'https://www.google.com.tw/local/business/*',
  'https://maps.google.com/*',
  'https://business.google.com/*',
  'https://www.facebook.com/*',
  'https://web.facebook.com/*',
  'https://www.ptt.cc/*',
  'https://www.dcard.tw/*',
];
