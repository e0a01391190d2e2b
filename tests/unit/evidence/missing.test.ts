import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MISSING_WHY, type Missing } from '../../../lib/evidence/contract.ts';
import { detailWords, isLoss } from '../../../lib/evidence/missing.ts';
import { adapterWords, claimOf, missingSentence } from '../../../lib/evidence/words.ts';
import { dcard } from '../../../lib/sites/dcard.ts';
import { facebook } from '../../../lib/sites/facebook.ts';
import { googleMaps } from '../../../lib/sites/google-maps.ts';
import { ptt } from '../../../lib/sites/ptt.ts';

const missing = (what: Missing['what'], why: Missing['why'], detail = ''): Missing => ({ what, why, detail });

describe('what was lost and what was left out', () => {
  test.each([
    missing('pictures', 'cancelled'),
    missing('crop', 'interrupted'),
    missing('second-shot', 'failed'),
    missing('clock', 'cancelled'),
    missing('text', 'storage-full'),
  ])('lost: $what $why', (one) => expect(isLoss(one)).toBe(true));
  test.each([
    missing('address-bar', 'not-asked'),
    missing('pictures', 'withheld'),
    missing('tile', 'redacted'),
    missing('fields', 'not-there'),
    missing('clock', 'failed'),
    missing('served', 'failed'),
    missing('mhtml', 'too-large'),
  ])('no loss: $what $why', (one) => expect(isLoss(one)).toBe(false));
});

describe('technical details in words', () => {
  test.each([
    ['rows 800–5000 of 5000', '全長 5000 像素，缺第 800 到 5000 像素'],
    ['rows 0–90 of 200, rows 150–200 of 200', '全長 200 像素，缺第 0 到 90 像素；全長 200 像素，缺第 150 到 200 像素'],
    ['2 of 5 overlaps differ', '相鄰畫面 5 處重疊，其中 2 處不一致'],
    ['3 images had not arrived', '3 張圖片'],
    ['4 frames', '4 個'],
    ['1 of 7 files', '共 7 張，1 張沒有放入'],
    ['209715201 bytes', '200 MB'],
    ['', ''],
    ['something new', 'something new'],
  ])('%s', (detail, words) => expect(detailWords(detail, 'zh-TW')).toBe(words));

  test('every detail that the services write is known here', () => {
    const sources = ['capture-shots', 'capture', 'capture-extras'].map((name) =>
      readFileSync(new URL(`../../../lib/services/${name}.ts`, import.meta.url), 'utf8'),
    );
    const templates = sources
      .flatMap((source) => [...source.matchAll(/detail: `([^`]+)`/g)].map(([, template]) => template ?? ''))
      // What a log says of another capture is no detail of what is missing.
      .filter((template) => !template.includes('outcome'));
    expect(templates.length).toBeGreaterThan(2);
    for (const template of templates) {
      const detail = template.replace(/\$\{[^}]+\}/g, '3');
      expect(detailWords(detail, 'zh-TW')).not.toBe(detail);
    }
  });

  test('no sentence of what is missing holds a machine’s word', () => {
    for (const why of MISSING_WHY)
      for (const what of ['tile', 'address-bar', 'clock', 'served', 'mhtml'] as const)
        expect(missingSentence(missing(what, why)).replace('MHTML', '')).not.toMatch(/[A-Za-z]/);
  });
});

test('how an adapter was checked is said in words, for every page of every site', () => {
  for (const adapter of [dcard, facebook, googleMaps, ptt]) {
    for (const note of [...Object.values(adapter.verified), 'unverified']) {
      const words = adapterWords(note)['zh-TW'];
      expect(words).not.toMatch(/[A-Za-z]/);
      expect(/還沒有/.test(words)).toBe(/^unverified/.test(note));
    }
  }
  expect(adapterWords('en 2025-10 (capture); zh-TW, hotel and split layout unverified')['zh-TW']).toBe(
    '以 2025-10 的實際網頁核對過；部分版面尚未核對',
  );
  expect(adapterWords('captures of 2005–2020, templates v2.20–v2.27').en).toBe('compared with real pages of 2005–2020');
});

test('the claim names the second, in the time that people read', () => {
  const claim = claimOf({
    kind: 'capture',
    by: null,
    build: '0.1.0',
    url: 'https://example.com',
    taipei: '2026-03-10T12:00:00.123+08:00',
  });
  expect(claim['zh-TW']).toContain('2026-03-10 12:00:00（臺北時間');
  expect(claim['zh-TW']).not.toContain('.123');
});
