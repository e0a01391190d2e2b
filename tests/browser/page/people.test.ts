import { afterEach, expect, test } from 'vitest';
import { peopleInView } from '../../../lib/page/capture-people.ts';

afterEach(() => {
  document.body.replaceChildren();
  document.body.removeAttribute('style');
});

function put(html: string): HTMLElement {
  const page = document.createElement('main');
  page.innerHTML = html;
  document.body.style.margin = '0';
  document.body.append(page);
  return page;
}

const rects = (elements: Iterable<Element>): number[][] =>
  [...elements].map((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { x, y, width, height } = range.getBoundingClientRect();
    return [x, y, width, height];
  });
const spots = (page: Element, names: string[], own: Element | null = null): number[][] =>
  peopleInView(page, new Set(names), own).map(({ x, y, width, height }) => [x, y, width, height]);

test('words that are a name and nothing else, wherever they stand', () => {
  const page = put(`<p><b> 林大華 </b>說：林大華很好</p><p><a>阿明</a><i>路人</i></p>`);
  expect(spots(page, ['林大華', '阿明'])).toEqual(rects(page.querySelectorAll('b, a')));
  expect(spots(page, [])).toEqual([]);
});

test('small square pictures outside the review’s own part', () => {
  const box = (width: number, height: number): string =>
    `<img alt="" style="display:block;width:${width}px;height:${height}px" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`;
  const page = put(`<div class="own">${box(40, 40)}</div>${box(40, 40)}${box(16, 16)}${box(90, 40)}${box(300, 300)}`);
  expect(spots(page, [], page.querySelector('.own'))).toEqual([[0, 40, 40, 40]]);
});

test('only what is in view, cut at its edges; never more than a person would look through', () => {
  const page = put(`<p style="position:fixed;left:-20px;top:10px;margin:0">林大華</p>
    <p style="margin-top:5000px">林大華</p>`);
  const [first, ...others] = peopleInView(page, new Set(['林大華']), null);
  expect(others).toEqual([]);
  expect(first?.x).toBe(0);
  expect(first?.width).toBeGreaterThan(5);
  page.innerHTML = '<span style="position:fixed;top:0;left:0">林大華</span>'.repeat(1_000);
  expect(peopleInView(page, new Set(['林大華']), null)).toHaveLength(400);
});
