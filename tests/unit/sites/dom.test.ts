import fc from 'fast-check';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { allWithin, countOf, firstMatch, textOf } from '../../../lib/sites/dom.ts';

const root = (html: string): Element => {
  const { document } = new Window();
  document.body.innerHTML = `<div id="root">${html}</div>`;
  return document.querySelector('#root') as unknown as Element;
};

describe('textOf', () => {
  test.each([
    ['plain', 'plain'],
    ['a<br>b', 'a\nb'],
    ['<div>a</div><div>b</div>', 'a\nb'],
    ['<p>a</p><p>b</p>c', 'a\nb\nc'],
    ['讚<img alt="👍">的', '讚👍的'],
    ['<img>無', '無'],
    ['a<span aria-hidden="true">X</span>b', 'ab'],
    ['a<script>X</script><style>Y</style>b', 'ab'],
    ['&lt;b&gt;x', '<b>x'],
    ['a<!-- no -->b', 'ab'],
    ['<span>a</span> <span>b</span>', 'a b'],
  ])('%s', (html, text) => {
    expect(textOf(root(html))).toBe(text);
  });

  test('leaves out what it is told to', () => {
    expect(textOf(root('a<button>More</button>b'), (element) => element.tagName === 'BUTTON')).toBe('ab');
  });

  test('plain text comes back as it is, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const element = root('');
        element.textContent = text;
        expect(textOf(element)).toBe(text);
      }),
    );
  });
});

test.each([
  ['3 likes', 3],
  ['Like', null],
  ['1,234 則', 1234],
  ['1.2K', 1200],
  ['1.2萬', 12000],
  ['2 億', 2e8],
  ['3M', 3e6],
  ['5 Messages', 5],
  ['讚', null],
])('countOf %s', (shown, count) => {
  expect(countOf(shown)).toBe(count);
});

test('firstMatch says which candidate hit', () => {
  const element = root('<i class="b"></i>');
  expect(firstMatch(element, ['.a', '.b'])?.candidate).toBe(1);
  expect(firstMatch(element, ['.b'])?.candidate).toBe(0);
  expect(firstMatch(element, ['.c'])).toBeNull();
});

test('allWithin counts the root itself', () => {
  const element = root('<i></i>');
  expect(allWithin(element, 'i')).toHaveLength(1);
  expect(allWithin(element, '#root')).toEqual([element]);
});
