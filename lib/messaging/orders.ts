import * as z from 'zod/mini';
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
} as const;

export type Commands = typeof COMMANDS;
export type CommandName = keyof Commands;
