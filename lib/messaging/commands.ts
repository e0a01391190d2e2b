import { fail } from '../contract/result.ts';
import type { Changed } from './changes.ts';
import type { ReplyOf } from './define.ts';
import { COMMANDS, type CommandName, type Commands, type OrderOf } from './orders.ts';
import { wire } from './transport.ts';

/** What the content script does when told; only the background can reach it (tabs.sendMessage). */
export type CommandHandlers = {
  [Name in CommandName]: (data: OrderOf<Name>) => Promise<ReplyOf<Commands[Name]>> | ReplyOf<Commands[Name]>;
};

/** Content script: listens to the background. Returns the way to stop. */
export function obey(handlers: CommandHandlers): () => void {
  const stops = (Object.keys(COMMANDS) as CommandName[]).map((name) =>
    wire.onMessage(name as 'content.resync', async ({ data, sender }) => {
      // A tab's message comes from a content script or page of ours, never from the background.
      if (sender.tab) return fail('not-allowed', name);
      if (!COMMANDS[name].data(data)) return fail('bad-request', name);
      try {
        return (await handlers[name](data as never)) as ReplyOf<Commands['content.resync']>;
      } catch (error) {
        return fail('unexpected', `${name}: ${error instanceof Error ? error.name : 'error'}`);
      }
    }),
  );
  return () => {
    for (const stop of stops) stop();
  };
}

/** Background: tells the content script of one frame; a tab or frame that is gone is `page-gone`. */
export async function command<Name extends CommandName>(
  name: Name,
  data: OrderOf<Name>,
  to: { tabId: number; frameId?: number },
): Promise<ReplyOf<Commands[Name]>> {
  try {
    const answer = (await wire.sendMessage(name as never, data as never, to)) as ReplyOf<Commands[Name]> | undefined;
    return answer ?? (fail('page-gone') as ReplyOf<Commands[Name]>);
  } catch {
    return fail('page-gone') as ReplyOf<Commands[Name]>;
  }
}

/** Background: tells all our pages that something changed. Nobody listening is no error. */
export function announce(change: Changed): void {
  wire.sendMessage('changed', change).catch(() => undefined);
}
