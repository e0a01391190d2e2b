import { dashboard } from './en/dashboard.ts';
import { failures } from './en/failures.ts';
import { review } from './en/review.ts';
import { sidebar } from './en/sidebar.ts';
import { terms } from './en/terms.ts';
import type { zhTW } from './zh-TW.ts';

export const en: typeof zhTW = { terms, failures, sidebar, review, dashboard };
