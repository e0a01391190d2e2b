import { fail, ok, type Result } from '../contract/result.ts';

export interface Fetched {
  url: string;
  status: number;
  /** The server's Date header. */
  date: string | null;
  sentAt: number;
  receivedAt: number;
  body: string | null;
}

const PATIENCE = 8_000;
const MOST = 20_000_000;

/**
 * `clock`: the headers of a small public file of the page's own origin, without cookies, for its Date. `served`: this
 * page as the server sends it, once, as a reload would ask for it. Both only for a capture that the person started.
 */
export async function fetchFor(what: 'clock' | 'served', href: string): Promise<Result<Fetched>> {
  const url = what === 'clock' ? new URL('/robots.txt', href) : new URL(href);
  url.hash = '';
  const sentAt = Date.now();
  try {
    const answer = await fetch(url, {
      method: what === 'clock' ? 'HEAD' : 'GET',
      credentials: what === 'clock' ? 'omit' : 'same-origin',
      cache: 'no-store',
      redirect: 'follow',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const receivedAt = Date.now();
    const body = what === 'served' ? (await answer.text()).slice(0, MOST) : null;
    return ok({ url: url.href, status: answer.status, date: answer.headers.get('date'), sentAt, receivedAt, body });
  } catch (error) {
    return fail('unexpected', error instanceof Error ? error.name : 'fetch');
  }
}
