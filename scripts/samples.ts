import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { Clinic, type Site } from '../lib/contract/index.ts';
import { ROOT } from './browser.ts';

const FIXTURES = join(ROOT, 'tests', 'fixtures');

/** A built-in page with invented people and words, served offline at an address of the real site. */
export interface Sample {
  site: Site;
  label: string;
  url: string;
  html: string;
}

const sample = (site: Site, label: string, file: string, url: string): Sample => ({
  site,
  label,
  url,
  html: readFileSync(join(FIXTURES, file), 'utf8'),
});

/** The four pages of the tour, in the order in which a clinic meets them. */
export const samples = (): Sample[] => [
  sample(
    'google-maps',
    'Google 地圖',
    'google-maps/place.zh-TW.html',
    'https://www.google.com/maps/place/%E5%BE%AE%E5%85%89%E7%89%99%E9%86%AB%E8%A8%BA%E6%89%80/@25.05,121.53,17z/data=!4m8!3m7!1s0x3442abcd00000001:0x5e5e5e5e5e5e5e5e!8m2!3d25.05!4d121.53!9m1!1b1',
  ),
  sample('facebook', 'Facebook', 'facebook/reviews.zh-TW.html', 'https://www.facebook.com/weiguang.dental/reviews'),
  sample('ptt', 'PTT', 'ptt/article.html', 'https://www.ptt.cc/bbs/facelift/M.1790000000.A.1AB.html'),
  sample('dcard', 'Dcard', 'dcard/post.html', 'https://www.dcard.tw/f/makeup/p/260000001'),
];

/** The fictional clinic of all samples and fixtures. */
export const sampleClinic = (): Clinic =>
  z.parse(Clinic, JSON.parse(readFileSync(join(FIXTURES, 'clinic.json'), 'utf8')));
