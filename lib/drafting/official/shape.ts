import type { Clinic } from '../../contract/clinic.ts';
import type { Review } from '../../contract/review.ts';
import type { Triage } from '../../contract/triage.ts';
import type { Decision } from '../../contract/views.ts';

export const OFFICIAL_KINDS = ['statement', 'report', 'message', 'lawyer'] as const;
export type OfficialKind = (typeof OFFICIAL_KINDS)[number];

export interface OfficialInput {
  review: Review;
  triage: Triage;
  clinic: Clinic | null;
  decisions: readonly Pick<Decision, 'at' | 'by' | 'what' | 'mark' | 'reason'>[];
  /** ISO; when this computer saw the review first. */
  firstSeen: string | null;
  /** Staff corrected what was read. */
  corrected: boolean;
  /** A manager or doctor looked at a claim of serious injury. */
  doctorReviewed: boolean;
  /** Of the texts, which others read. */
  language: 'zh-TW' | 'en';
  /** Of what is said to staff about them: titles, reasons, what to look at. */
  screen: 'zh-TW' | 'en';
  seed: number;
}

/** A text to copy, or why there had better be none. No court paper is ever drafted. */
export interface OfficialText {
  kind: OfficialKind;
  /** Which of several (a platform's category); else the kind. */
  id: string;
  title: string;
  text: string | null;
  /** Why there is no text. */
  why: string | null;
  /** What to look at before it is used, most important first. */
  check: string[];
  /** A lawyer should look first. */
  lawyer: boolean;
}

export type Words = { zh: string; en: string };
export const words =
  (language: OfficialInput['language']) =>
  ({ zh, en }: Words): string =>
    language === 'en' ? en : zh;
