import { expect, test } from 'vitest';
import { withoutOwnParts } from '../../../lib/evidence/mhtml.ts';

const OWN = 'chrome-extension://abcdefgh';
const part = (location: string, body: string): string =>
  `\r\n--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: ${location}\r\n\r\n${body}\r\n`;
const file = (...parts: string[]): string =>
  `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="B"\r\n\r\n${parts.join('')}\r\n--B--\r\n`;
const PAGE = part('https://www.ptt.cc/bbs/x.html', '<p>hello chrome-extension://abcdefgh in words</p>');
const STYLE = part('cid:css-1@mhtml.blink', 'p{}');

test('parts of our own are taken out, the others stay byte for byte', () => {
  const whole = file(PAGE, part(`${OWN}/sidebar.html#n`, 'notes of staff'), STYLE, part(`${OWN}/a.css`, 'x'));
  expect(withoutOwnParts(whole, OWN)).toBe(file(PAGE, STYLE));
  expect(withoutOwnParts(file(PAGE, STYLE), OWN)).toBe(file(PAGE, STYLE));
});

test('another extension is none of ours; what has no such form is refused', () => {
  const other = file(PAGE, part('chrome-extension://abcdefghi/x.html', 'x'));
  expect(withoutOwnParts(other, OWN)).toBe(other);
  expect(withoutOwnParts('<html>', OWN)).toBeNull();
  expect(withoutOwnParts(file(part(`${OWN}/x`, 'x')), OWN)).toBeNull();
});
