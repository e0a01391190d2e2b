import { afterEach, expect, test } from 'vitest';
import { facebook } from '../../../lib/sites/facebook.ts';
import composers from '../../fixtures/facebook/composers.html?raw';
import postEn from '../../fixtures/facebook/post.en.html?raw';
import postZh from '../../fixtures/facebook/post.zh-TW.html?raw';
import { closeFrames, frameOf, type Opened, read } from './facebook-pages.ts';

const POST = 'https://www.facebook.com/weiguang.dental/posts/pfbid0DialogFixture';
const boxOf = ({ page, cards }: Opened, index: number, id: string) =>
  facebook.replyBox!(page.document, cards[index]!, id, page);

afterEach(closeFrames);

test.each([
  ['zh-TW', postZh, '微光牙醫診所'],
  ['en', postEn, 'Weiguang Dental Clinic 微光牙醫診所'],
])('%s: the post’s box says who would be posting; the feed’s box behind the dialog is not taken', (_, html, clinic) => {
  const opened = read(frameOf(html), POST);
  const box = boxOf(opened, 0, '1025000000000001')!;
  expect(box.element.closest('[role="dialog"]')).not.toBeNull();
  expect([box.postsAs, box.reviewId, box.maxLength]).toEqual([clinic, '1025000000000001', null]);
});

test('a reply box belongs to the comment whose thread it stands in', () => {
  const opened = read(frameOf(postZh), POST);
  const first = boxOf(opened, 3, '880000000000012')!;
  // The label names 蔡明軒: the nearest of his words before the box.
  expect([first.reviewId, first.postsAs]).toEqual(['880000000000012', null]);
  expect(boxOf(opened, 4, '880000000000002')).toBeNull();
});

test('a focused box of another review is returned with that review’s id', () => {
  const opened = read(frameOf(postZh), POST);
  const box = boxOf(opened, 0, '1025000000000001')!;
  box.element.focus();
  expect(boxOf(opened, 4, '880000000000002')?.reviewId).toBe('1025000000000001');
});

test('Messenger’s box and the new-post box are no reply boxes', () => {
  const opened = read(frameOf(composers), 'https://www.facebook.com/');
  expect(facebook.replyBox!(opened.page.document, null, 'x', opened.page)).toBeNull();
});
