import { briefing } from './lawyer.ts';
import { message, statement } from './public.ts';
import { reports } from './report.ts';
import type { OfficialInput, OfficialText } from './shape.ts';

export { OFFICIAL_KINDS, type OfficialInput, type OfficialKind, type OfficialText } from './shape.ts';

/** Every official text for a review, in the order in which they are usually wanted. Pure; nothing is sent. */
export const officialTexts = (input: OfficialInput): OfficialText[] => [
  ...reports(input),
  statement(input),
  message(input),
  briefing(input),
];
