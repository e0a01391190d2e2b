import * as z from 'zod/mini';
import type { Result } from '../contract/result.ts';
import type { Urgency } from '../contract/triage.ts';
import type { Mark } from '../contract/views.ts';

/**
 * Every message, its shape and who may send it. Site, tab and URL come from the sender, never from the payload.
 *
 * - `content`: our content script in a tab of one of the four sites (it can report and ask for chips, no more:
 *   it cannot read lists, settings or exports, nor delete).
 * - `sidebar`: our page in a frame that proved itself with the nonce of `sidebar.ticket`.
 * - `dashboard`: our own page in a tab of its own.
 * - `recorder`: our page without a window that records a tab (offscreen document).
 * - `background`: to the content script of a tab.
 */
export type Sender = 'content' | 'sidebar' | 'dashboard' | 'recorder' | 'background';

/** A line of the protocol's table: who may send it, the shape of its data, the type of a good answer. */
export function define<S extends z.ZodMiniType, R>(from: readonly Sender[], data: S, _reply?: R) {
  return { from, data, reply: undefined as R };
}
/** A type in the place of a value: answers come from ourselves and are not checked at run time. */
export const reply = <R>(): R => undefined as R;

export const nothing = z.object({});

export type DataOf<D extends { data: z.ZodMiniType }> = z.input<D['data']>;
export type ReplyOf<D extends { reply: unknown }> = Result<D['reply']>;

/** What the chip on the page shows: urgency only, no legal word and no review text. */
export interface Chip {
  id: string;
  urgency: Urgency;
  /** The word beside the icon, in the UI language. */
  word: string;
  /** What a screen reader says. */
  label: string;
  mark: Mark;
}

/** The few words drawn by the content script around the frame, in the UI language. */
export interface FrameWords {
  open: string;
  close: string;
  resize: string;
  frame: string;
  /** The extension was updated or removed under the page. */
  gone: string;
}
