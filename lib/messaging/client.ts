import { fail } from '../contract/result.ts';
import type { DataOf, ReplyOf, RequestName, Requests } from './protocol.ts';
import { wire } from './transport.ts';

/** Requests that must not be sent twice when an answer got lost with a dying worker. */
const ONCE: ReadonlySet<RequestName> = new Set([
  'note.add',
  'correction.add',
  'draft.insert',
  'draft.copied',
  'draft.override',
  'capture.start',
  'recording.start',
  'recording.reopen',
  'revisit.record',
  'revisit.open',
  'evidence.delete',
  'evidence.redact',
  'evidence.window',
  'data.import',
  'data.purge',
  'data.clear',
]);

/**
 * Asks the background; never throws. A worker that died while answering is asked once more (except for ONCE);
 * an extension that was updated under this page answers `reload-page`.
 */
export async function request<Name extends RequestName>(
  name: Name,
  data: DataOf<Requests[Name]>,
): Promise<ReplyOf<Requests[Name]>> {
  for (let attempt = 0; ; attempt++) {
    try {
      // The map's conditional types do not resolve for a generic name; name and data were tied above.
      const answer = (await wire.sendMessage(name as never, data as never)) as ReplyOf<Requests[Name]> | undefined;
      if (answer) return answer;
    } catch (error) {
      if (contextGone(error)) return fail('reload-page') as ReplyOf<Requests[Name]>;
      if (attempt > 0 || ONCE.has(name)) return fail('unexpected', messageOf(error)) as ReplyOf<Requests[Name]>;
      continue;
    }
    if (attempt > 0 || ONCE.has(name)) return fail('unexpected', 'no answer') as ReplyOf<Requests[Name]>;
  }
}

function contextGone(error: unknown): boolean {
  return /context invalidated|Cannot read properties of undefined \(reading 'sendMessage'\)/i.test(messageOf(error));
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
