import { expect, test } from 'vitest';
import { senderOf } from '../../../lib/messaging/senders.ts';

const extension = { id: 'abc', origin: 'chrome-extension://abc' };
const inTab = { id: 'abc', tab: { id: 7 }, frameId: 0, documentId: 'd1' };

test.each([
  ['https://www.google.com/maps/place/x', 'content'],
  ['https://www.google.com.tw/search?q=x', 'content'],
  ['https://www.facebook.com/p/posts/1', 'content'],
  ['https://www.ptt.cc/bbs/x/M.1.A.html', 'content'],
  ['https://www.dcard.tw/f', 'content'],
  ['https://www.google.com/accounts', null],
  ['https://www.google.com.evil.example/maps/', null],
  ['https://evil.example/?https://www.ptt.cc/bbs', null],
  ['http://www.ptt.cc/bbs/x', null],
])('a content script on %s is %s', (url, kind) => {
  expect(senderOf({ ...inTab, url }, extension)?.kind ?? null).toBe(kind);
});

test('our sidebar is one only in a frame, our dashboard only as the top page', () => {
  const sidebar = 'chrome-extension://abc/sidebar.html#n';
  const dashboard = 'chrome-extension://abc/dashboard.html';
  expect(senderOf({ ...inTab, frameId: 3, url: sidebar }, extension)?.kind).toBe('sidebar');
  expect(senderOf({ ...inTab, url: sidebar }, extension)).toBeNull();
  expect(senderOf({ ...inTab, url: dashboard }, extension)?.kind).toBe('dashboard');
  expect(senderOf({ ...inTab, frameId: 3, url: dashboard }, extension)).toBeNull();
});

test('another extension, or a sender without a tab, is nobody', () => {
  expect(senderOf({ ...inTab, id: 'other', url: 'https://www.ptt.cc/bbs/x' }, extension)).toBeNull();
  expect(senderOf({ id: 'abc', frameId: 0, url: 'https://www.ptt.cc/bbs/x' }, extension)).toBeNull();
  expect(senderOf({ ...inTab, url: 'chrome-extension://other/sidebar.html', frameId: 2 }, extension)).toBeNull();
});

test('our recorder is one only in no tab, and no other page of ours is anybody there', () => {
  const recorder = 'chrome-extension://abc/recorder.html';
  expect(senderOf({ id: 'abc', url: recorder }, extension)?.kind).toBe('recorder');
  // Opened in a tab, framed by a page, of another extension, or another page without a tab.
  expect(senderOf({ ...inTab, url: recorder }, extension)).toBeNull();
  expect(senderOf({ ...inTab, frameId: 3, url: recorder }, extension)).toBeNull();
  expect(senderOf({ id: 'other', url: recorder }, extension)).toBeNull();
  expect(senderOf({ id: 'abc', url: 'chrome-extension://other/recorder.html' }, extension)).toBeNull();
  expect(senderOf({ id: 'abc', url: 'chrome-extension://abc/dashboard.html' }, extension)).toBeNull();
});
