import { type UiLanguage, urgencyOf } from '../contract/index.ts';
import { command } from '../messaging/commands.ts';
import type { Chip } from '../messaging/protocol.ts';
import { chipWord, markWord } from '../strings/brief.ts';
import type { Desk } from './desk.ts';
import type { Row } from './pages.ts';

/** The chip of a row: urgency and what was decided, no more. None for what does not concern the clinic. */
export function chipOf(row: Row, language: UiLanguage): Chip | null {
  // Priority 0: the clinic's own words.
  if (row.relevance === 'other' || row.triage.priority === 0) return null;
  const urgency = urgencyOf(row.triage.priority);
  const word = row.mark === 'open' ? chipWord(urgency, language) : markWord(row.mark, language);
  return { id: row.review.id, urgency, word, label: `ReplyWell: ${word}`, mark: row.mark };
}

/** Redraws chips wherever the review stands open, after a decision. */
export async function redraw(desk: Desk, key: string): Promise<void> {
  const { preferences } = await desk.settings();
  for (const { tabId, frameId, row } of desk.pages.everywhere(key)) {
    row.rev = desk.pages.touch(tabId);
    desk.changed({ tabId, topic: 'page', key });
    const chip = chipOf(row, preferences.language);
    if (chip) await command('content.chips', { chips: [chip], all: false }, { tabId, frameId });
  }
}
