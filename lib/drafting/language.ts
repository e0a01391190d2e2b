import type { DraftLanguage } from './bank/index.ts';

/** The language to answer in: English for a review in Latin letters only, else Traditional Chinese. */
export function languageOf(text: string): DraftLanguage {
  const sample = text.slice(0, 5_000);
  if (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/.test(sample)) {
    const han = sample.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/g)?.length ?? 0;
    const latin = sample.match(/[a-z]{2,}/gi)?.length ?? 0;
    return latin >= 12 && latin > han * 2 ? 'en' : 'zh-TW';
  }
  return /[a-z]{2,}/i.test(sample) && (sample.match(/[a-z]{2,}/gi)?.length ?? 0) >= 2 ? 'en' : 'zh-TW';
}
