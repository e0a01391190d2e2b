export * from './clinic.ts';
export * from './correction.ts';
export * from './draft.ts';
export * from './result.ts';
export * from './review.ts';
export * from './sentences.ts';
export * from './triage.ts';
export * from './views.ts';
