import * as z from 'zod/mini';
import type { Reading, Sight, Surroundings } from '../page/capture.ts';
import { type Chip, define, nothing, reply } from './define.ts';

/**
 * To the content script of a tab, from the background. Apart from the requests, so that the content script carries
 * no more schemas than it needs (limit 40 KB gzip).
 */
export const COMMANDS = {
  'content.resync': define(['background'], nothing, reply<null>()),
  /** `all`: every chip not named here is taken away. */
  'content.chips': define(
    ['background'],
    z.object({
      chips: z.array(
        z.custom<Chip>((value) => typeof value === 'object' && value !== null && 'id' in value && 'word' in value),
      ),
      all: z.boolean(),
    }),
    reply<null>(),
  ),
  'content.locate': define(['background'], z.object({ id: z.string() }), reply<null>()),
  'content.expand': define(['background'], z.object({ id: z.string() }), reply<null>()),
  'content.identity': define(
    ['background'],
    z.object({ id: z.string() }),
    reply<{ postsAs: string | null; reviewId: string | null }>(),
  ),
  'content.insert': define(
    ['background'],
    z.object({ id: z.string(), text: z.string() }),
    reply<{ postsAs: string | null; watched: boolean }>(),
  ),
  /** The person moved the sidebar to the other side, or chose a width, in its own menu. */
  'content.place': define(
    ['background'],
    z.object({ side: z.enum(['left', 'right']), width: z.number() }),
    reply<null>(),
  ),
  'content.sidebar': define(
    ['background'],
    z.object({ do: z.enum(['open', 'close', 'toggle']) }),
    reply<{ open: boolean }>(),
  ),
  'content.structure': define(['background'], nothing, reply<{ report: string }>()),

  // capture: one step after another, each answered with what the page looks like then
  'content.camera': define(
    ['background'],
    z.discriminatedUnion('do', [
      z.object({ do: z.literal('begin'), id: z.string(), root: z.string(), all: z.boolean() }),
      z.object({ do: z.literal('move'), to: z.number(), clear: z.boolean() }),
      z.object({ do: z.literal('look') }),
      /** Only our marks, in the frames that hold no part of the post. */
      z.object({ do: z.literal('hide') }),
      z.object({ do: z.literal('end') }),
    ]),
    reply<Sight | null>(),
  ),
  'content.copy': define(['background'], nothing, reply<Reading & { around: Surroundings }>()),
  /** `clock`: only the headers of a small file of this origin, without cookies; `served`: this very page, once. */
  'content.fetch': define(
    ['background'],
    z.object({ what: z.enum(['clock', 'served']) }),
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
