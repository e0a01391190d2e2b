import type { Reading, Sight, Surroundings } from '../page/capture.ts';
import type { Veiled } from '../page/veil.ts';
import type { Chip } from './define.ts';
import { has, isEither, isFlag, isListOf, isNumber, isOneOf, isText, type Shape, type ShapeOf } from './shapes.ts';

/** A line of the table: the shape of its data, the type of a good answer (which comes from ourselves: not checked). */
const order = <S extends Shape<unknown>, R>(data: S, _reply?: R) => ({ data, reply: undefined as R });
const reply = <R>(): R => undefined as R;
const nothing = has({});
const isChip = has({ id: isText, word: isText, label: isText }) as Shape<unknown> as Shape<Chip>;

/**
 * To the content script of a tab, from the background. Apart from the requests, and checked without zod, so that the
 * content script carries no more than it needs (limit 40 KB gzip).
 */
export const COMMANDS = {
  'content.resync': order(nothing, reply<null>()),
  /** `all`: every chip not named here is taken away. */
  'content.chips': order(has({ chips: isListOf(isChip), all: isFlag }), reply<null>()),
  /** `covered`: it lies under our own sidebar. */
  'content.locate': order(has({ id: isText }), reply<{ covered: boolean }>()),
  'content.expand': order(has({ id: isText }), reply<null>()),
  'content.identity': order(has({ id: isText }), reply<{ postsAs: string | null; reviewId: string | null }>()),
  'content.insert': order(has({ id: isText, text: isText }), reply<{ postsAs: string | null; watched: boolean }>()),
  /** The person moved the sidebar to the other side, or chose a width, in its own menu. */
  'content.place': order(has({ side: isOneOf('left', 'right'), width: isNumber }), reply<null>()),
  'content.sidebar': order(has({ do: isOneOf('open', 'close', 'toggle') }), reply<{ open: boolean }>()),
  'content.structure': order(nothing, reply<{ report: string }>()),

  // capture: one step after another, each answered with what the page looks like then
  'content.camera': order(
    isEither(
      has({ do: isOneOf('begin'), id: isText, root: isText, all: isFlag }),
      has({ do: isOneOf('move'), to: isNumber, clear: isFlag }),
      has({ do: isOneOf('look') }),
      /** Only our marks, in the frames that hold no part of the post. */
      has({ do: isOneOf('hide') }),
      has({ do: isOneOf('end') }),
    ),
    reply<Sight | null>(),
  ),
  // a recording: our own parts out of sight while it goes on; null: this document is not the one that is recorded
  'content.veil': order(has({ do: isOneOf('draw', 'look', 'lift') }), reply<Veiled | null>()),
  'content.copy': order(nothing, reply<Reading & { around: Surroundings }>()),
  /** `clock`: only the headers of a small file of this origin, without cookies; `served`: this very page, once. */
  'content.fetch': order(
    has({ what: isOneOf('clock', 'served') }),
    reply<{
      url: string;
      status: number;
      date: string | null;
      sentAt: number;
      receivedAt: number;
      body: string | null;
    }>(),
  ),
} as const;

export type Commands = typeof COMMANDS;
export type CommandName = keyof Commands;
export type OrderOf<Name extends CommandName> = ShapeOf<Commands[Name]['data']>;
