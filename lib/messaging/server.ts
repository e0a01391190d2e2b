import { browser } from 'wxt/browser';
import type * as z from 'zod/mini';
import { fail } from '../contract/result.ts';
import { REQUESTS, type ReplyOf, type RequestName, type Requests } from './protocol.ts';
import { type From, senderOf } from './senders.ts';
import { wire } from './transport.ts';

/** What answers a request: parsed data and a sender that may ask it. */
export type Handlers = {
  [Name in RequestName]: (
    data: z.output<Requests[Name]['data']>,
    from: From,
  ) => Promise<ReplyOf<Requests[Name]>> | ReplyOf<Requests[Name]>;
};

/**
 * Serves all requests. Refuses senders that the protocol's table does not name and sidebars that have not proved
 * themselves (`proved`); data of another shape is `bad-request`; a handler that throws answers `unexpected`.
 * Nothing is answered before `ready` settles, however it does.
 */
export function serve(
  handlers: Handlers,
  proved: (from: From) => Promise<boolean>,
  ready: Promise<unknown> = Promise.resolve(),
): void {
  const extension = { id: browser.runtime.id, origin: browser.runtime.getURL('/').replace(/\/$/, '') };
  for (const name of Object.keys(REQUESTS) as RequestName[]) {
    const { from: allowed, data: schema } = REQUESTS[name];
    wire.onMessage(name as 'settings.get', async ({ data, sender }) => {
      const from = senderOf(sender, extension);
      if (!from || !(allowed as readonly string[]).includes(from.kind)) return fail('not-allowed', name);
      if (from.kind === 'sidebar' && name !== 'sidebar.hello' && !(await proved(from)))
        return fail('not-allowed', name);
      const parsed = (schema as z.ZodMiniType).safeParse(data);
      if (!parsed.success) return fail('bad-request', `${name}: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
      await ready.catch(() => undefined);
      try {
        return (await handlers[name](parsed.data as never, from)) as ReplyOf<Requests['settings.get']>;
      } catch (error) {
        return fail('unexpected', `${name}: ${error instanceof Error ? error.name : 'error'}`);
      }
    });
  }
}
