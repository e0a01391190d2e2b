import { dashboard } from './zh-TW/dashboard.ts';
import { evidence } from './zh-TW/evidence.ts';
import { failures } from './zh-TW/failures.ts';
import { reading } from './zh-TW/reading.ts';
import { review } from './zh-TW/review.ts';
import { sentences } from './zh-TW/sentences.ts';
import { sidebar } from './zh-TW/sidebar.ts';
import { terms } from './zh-TW/terms.ts';

/** The default catalogue: its keys are the keys. */
export const zhTW = { terms, failures, sidebar, review, reading, dashboard, evidence, sentences };
