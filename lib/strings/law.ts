import type { UiLanguage } from '../contract/clinic.ts';
import { review as reviewEn } from './en/review.ts';
import { terms as termsEn } from './en/terms.ts';
import { review as reviewZh } from './zh-TW/review.ts';
import { terms as termsZh } from './zh-TW/terms.ts';

/** 「刑法310-1」 in words; anything finer than an article stays as it is written. */
export function statuteText(code: string, language: UiLanguage): string {
  const [, law, article, part] = /^(\D+?)(\d+)(?:-(\d+))?$/.exec(code.trim()) ?? [];
  if (law === undefined || article === undefined) return code;
  const { findings } = language === 'en' ? reviewEn : reviewZh;
  const laws: Record<string, string> = language === 'en' ? termsEn.law : termsZh.law;
  const pattern = part === undefined ? findings.article : findings.articlePart;
  return pattern
    .replace('{{law}}', Object.hasOwn(laws, law) ? (laws[law] ?? law) : law)
    .replace('{{article}}', article)
    .replace('{{part}}', part ?? '');
}
