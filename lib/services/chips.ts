import { isGone, type UiLanguage, urgencyOf } from '../contract/index.ts';
import { isOurs, statusOfReview } from '../desk/status.ts';
import { command } from '../messaging/commands.ts';
import type { Chip } from '../messaging/protocol.ts';
import { chipWord, markWord } from '../strings/brief.ts';
import type { Desk } from './desk.ts';
import type { Row } from './pages.ts';

/** The chip of a row: urgency and what was decided, no more. None for what does not concern the clinic. */
export function chipOf(row: Row, language: UiLanguage): Chip | null {
  const { triage, relevance, review, mark } = row;
  if (relevance === 'other' || isOurs(triage) || isGone(review)) return null;
  const status = statusOfReview(row);
  // A heart is for thanks only.
  const urgency = status === 'answered' || status === 'rest' ? 'normal' : urgencyOf(triage.priority);
  const word = mark === 'open' ? chipWord(status, language) : markWord(mark, language);
  return { id: review.id, urgency, word, label: `ReplyWell: ${word}`, mark };
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
