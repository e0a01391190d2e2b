export * from './captures.ts';
export * from './casework.ts';
export { addCorrections, correctionLines, type NewCorrection, takeBackCorrection } from './corrections.ts';
export { DATABASE_NAME, openStore, type Store } from './database.ts';
export { earlierTexts, noteUsedText, type Over, recentTexts, saveTyped, typedText } from './drafts.ts';
export * from './evidence.ts';
export * from './evidence-names.ts';
export * from './housekeeping.ts';
export * from './recordings.ts';
export * from './retention.ts';
export * from './retriage.ts';
export {
  getReview,
  type Listing,
  listReviews,
  marksOf,
  type Reading,
  type StoredReview,
  type TriageEdition,
  type Upserted,
  upsertReviews,
} from './reviews.ts';
export type {
  CaptureRow,
  CustodyRow,
  DraftRow,
  FileRow,
  RecordingState,
  ReviewRow,
  SessionRow,
  TimestampRow,
} from './rows.ts';
export * from './transfer.ts';
