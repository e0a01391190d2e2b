import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { fail, type Health, ok, type PageInfo, type Result } from '../lib/contract/index.ts';
import { request } from '../lib/messaging/client.ts';
import { obey } from '../lib/messaging/commands.ts';
import { createReporter } from '../lib/messaging/reporter.ts';
import {
  createChips,
  createFrame,
  expand,
  insertReply,
  mayAct,
  showReview,
  structureReport,
  watchBox,
  watchPage,
} from '../lib/page/index.ts';
import { MATCHES } from '../lib/sites/matches.ts';
import { adapterFor } from '../lib/sites/registry.ts';

/**
 * Beside every page of the four sites: reads it, draws chips, hosts the sidebar's frame, and does what the
 * background says. Reading, drawing and inserting are lib/page; this file only joins them to messages.
 *
 * WXT's own context is not used to decide when to stop: a page can imitate the event by which it retires older
 * scripts. The script stops when its extension is gone (`runtime.id`), which no page can forge.
 */
export default defineContentScript({
  matches: MATCHES,
  allFrames: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main() {
    const adapter = adapterFor(new URL(location.href));
    if (!adapter || !mayAct(window, MATCHES)) return;
    const life = lifetime();
    const { signal } = life;
    const top = window === window.top;

    const reporter = createReporter({
      send: (data) => request('page.report', data),
      onChips: (list) => chips.set(list),
    });
    const page = watchPage({
      document,
      adapter,
      signal,
      now: () => Date.now(),
      onPage: (info: PageInfo) => reporter.page(info),
      onReviews: (readings, { reset }) =>
        reporter.reviews(
          readings.map((reading) => reading.review),
          reset,
        ),
      onHealth: (health: Health, reading: boolean) => reporter.health(health, reading),
    });
    const chips = createChips({
      document,
      adapter,
      page,
      signal,
      onOpen: (id) => {
        void request('review.opened', { id });
        if (top) void frame?.open();
      },
    });
    const frame = top ? sidebarFrame(signal) : null;

    const stop = obey({
      'content.resync': () => {
        reporter.resend();
        return ok(null);
      },
      'content.chips': ({ chips: list }) => {
        chips.set(list);
        return ok(null);
      },
      'content.locate': async ({ id }) => {
        const card = page.locate(id);
        if (!card) return fail('not-on-page');
        await showReview(adapter.outline(card, id, page.context()), { document, signal });
        return ok(null);
      },
      'content.expand': async ({ id }) => {
        const card = page.locate(id);
        if (!card) return fail('not-on-page');
        return (await expand(adapter, card, page.context(), signal)) ? ok(null) : fail('not-on-page', 'no more button');
      },
      'content.identity': ({ id }) => {
        const box = adapter.replyBox?.(document, page.locate(id), id, page.context());
        return box ? ok({ postsAs: box.postsAs, reviewId: box.reviewId }) : fail('no-reply-box');
      },
      'content.insert': async ({ id, text }): Promise<Result<{ postsAs: string | null; watched: boolean }>> => {
        const box = adapter.replyBox?.(document, page.locate(id), id, page.context());
        if (!box) return fail('no-reply-box');
        if (box.reviewId !== null && box.reviewId !== id) return fail('wrong-reply-box');
        const done = await insertReply(box, text, { document, signal });
        if (!done.ok) return done;
        watchBox(box, (now) => void request('composer.typed', { id, text: now }), signal);
        return ok({ postsAs: box.postsAs, watched: true });
      },
      'content.sidebar': async ({ do: what }) => {
        if (!frame) return fail('not-supported-page');
        await frame[what]();
        return ok({ open: frame.isOpen() });
      },
      'content.structure': () => ok({ report: structureReport(document, adapter, page.context(), page.health()) }),
    });
    signal.addEventListener('abort', stop, { once: true });
    window.addEventListener('pagehide', () => void request('page.closed', { session: reporter.session }), { signal });

    if (!top) return;
    void request('content.hello', {}).then((answer) => {
      if (!answer.ok || !frame) return;
      frame.configure(answer.value);
      if (answer.value.open) void frame.open();
    });
    life.onEnd(() => frame?.retire());
  },
});

function sidebarFrame(signal: AbortSignal) {
  return createFrame({
    document,
    signal,
    url: async () => {
      const ticket = await request('sidebar.ticket', {});
      if (!ticket.ok) throw new Error(ticket.failure);
      return ticket.value.url;
    },
    onPlaced: (placed) => void request('sidebar.placed', placed),
  });
}

/** Ends when the extension behind this script is gone (updated, removed); checked once a second. */
function lifetime(): { signal: AbortSignal; onEnd(callback: () => void): void } {
  const end = new AbortController();
  const ended: (() => void)[] = [];
  const timer = setInterval(() => {
    if (browser.runtime?.id) return;
    clearInterval(timer);
    for (const callback of ended) callback();
    end.abort();
  }, 1000);
  return { signal: end.signal, onEnd: (callback) => ended.push(callback) };
}
