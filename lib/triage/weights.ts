import type { Aspect } from '../contract/triage.ts';
export const SENTIMENT_WEIGHTS: readonly (readonly number[])[] = [];
export const ASPECT_WEIGHTS = {} as Record<Aspect, readonly number[]>;
export const ASPECT_THRESHOLDS = {} as Record<Aspect, number>;
