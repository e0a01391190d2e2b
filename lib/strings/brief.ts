import type { UiLanguage } from '../contract/clinic.ts';
import type { Failure } from '../contract/result.ts';
import type { Mark } from '../contract/views.ts';
import type { Status } from '../desk/status.ts';
import { failures as failuresEn } from './en/failures.ts';
import { terms as termsEn } from './en/terms.ts';
import { failures as failuresZh } from './zh-TW/failures.ts';
import { terms as termsZh } from './zh-TW/terms.ts';

/** The few words the background needs: no React, no i18next, none of the long catalogues. */
const terms = (language: UiLanguage) => (language === 'en' ? termsEn : termsZh);

/** The word on a chip on the page: urgency only, never a legal word. */
export const chipWord = (status: Status, language: UiLanguage): string => {
  const { urgency, status: others } = terms(language);
  return { ...urgency, ...others }[status];
};

export const markWord = (mark: Mark, language: UiLanguage): string => terms(language).mark[mark];

/** What the menu of a chip offers. */
export const chipMenuWords = (language: UiLanguage): { open: string; capture: string } => terms(language).chipMenu;

/** What the content script draws around the frame. */
export const frameWords = (
  language: UiLanguage,
): { open: string; close: string; resize: string; frame: string; gone: string } => terms(language).frame;

/** What happened, what is safe, what to do next: one sentence each. */
export interface FailureSentence {
  what: string;
  safe: string;
  next: string;
}

export const failureSentence = (failure: Failure, language: UiLanguage): FailureSentence =>
  (language === 'en' ? failuresEn : failuresZh)[failure];
