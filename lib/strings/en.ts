import { dashboard } from './en/dashboard.ts';
import { evidence } from './en/evidence.ts';
import { failures } from './en/failures.ts';
import { reading } from './en/reading.ts';
import { review } from './en/review.ts';
import { sentences } from './en/sentences.ts';
import { sidebar } from './en/sidebar.ts';
import { terms } from './en/terms.ts';
import type { zhTW } from './zh-TW.ts';

export const en: typeof zhTW = { terms, failures, sidebar, review, reading, dashboard, evidence, sentences };
