export * from './captures.ts';
export * from './casework.ts';
export { DATABASE_NAME, openStore, type Store } from './database.ts';
export { noteUsedText, recentTexts, saveTyped, typedText } from './drafts.ts';
export * from './housekeeping.ts';
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
export type { CaptureRow, CustodyRow, DraftRow, ReviewRow } from './rows.ts';
export * from './transfer.ts';
