import { dashboard } from './zh-TW/dashboard.ts';
import { failures } from './zh-TW/failures.ts';
import { review } from './zh-TW/review.ts';
import { sidebar } from './zh-TW/sidebar.ts';
import { terms } from './zh-TW/terms.ts';

/** The default catalogue: its keys are the keys. */
export const zhTW = { terms, failures, sidebar, review, dashboard };
