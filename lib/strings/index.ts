import type { UiLanguage } from '../contract/clinic.ts';
import { en } from './en.ts';
import { zhTW } from './zh-TW.ts';

export * from './brief.ts';

/** Everything the interface says. zh-TW is the original; en has exactly its keys (the compiler sees to it). */
export type Catalogue = typeof zhTW;

export const catalogues: Record<UiLanguage, Catalogue> = { 'zh-TW': zhTW, en };

/** Plain access without i18next; `{{name}}` places are left to the caller. */
export const words = (language: UiLanguage): Catalogue => catalogues[language];
