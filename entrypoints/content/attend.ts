import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '../../lib/contract/result.ts';
import type { Health } from '../../lib/contract/review.ts';
import { request } from '../../lib/messaging/client.ts';
import { obey } from '../../lib/messaging/commands.ts';
import { holdLine } from '../../lib/messaging/presence.ts';
import { createReporter } from '../../lib/messaging/reporter.ts';
import {
  createCapturer,
  createChips,
  createFrame,
  createVeil,
  expand,
  type Frame,
  fetchFor,
  insertReply,
  mayAct,
  mostlyUnder,
  type PageWatch,
  showNotice,
  showReview,
  structureReport,
  watchBox,
  watchPage,
} from '../../lib/page/index.ts';
import type { Adapter } from '../../lib/sites/contract.ts';
import { MATCHES } from '../../lib/sites/matches.ts';

/**
 * Beside a page of one of the four sites: reads it, draws chips, hosts the sidebar's frame, and does what the
 * background says. Reading, drawing and inserting are lib/page; this file only joins them to messages.
 *
 * WXT's own context is not used to decide when to stop: a page can imitate the event by which it retires older
 * scripts (docs/decisions/004).
 */
export function attend(adapter: Adapter): void {
  if (!mayAct(window, MATCHES)) return;
  const life = lifetime();
  const { signal } = life;
  const [whenReadable, readable] = once();
  const frame =
    window === window.top ? sidebarFrame(signal, whenReadable, () => chips.settle()) : Promise.resolve(null);
  let sidebar: Frame | null = null;
  void frame.then((made) => {
    sidebar = made;
  });
  let health: Health = { status: 'not-applicable', problems: [] };

  const reporter = createReporter({
    send: (data) => {
      present?.();
      return request('page.report', data);
    },
    onChips: (list) => chips.set(list),
    url: () => location.href,
  });
  // The top frame says itself that it goes, and its tab is known to be closed.
  const present = window === window.top ? null : holdLine(reporter.session);
  const chips = createChips({
    document,
    adapter,
    context: () => page.context(),
    room: () => sidebar?.room() ?? null,
    signal,
    onOpen: (id) => {
      void request('review.opened', { id });
      void frame.then((sidebar) => sidebar?.open());
    },
    onCapture: (id) => void request('review.capture', { id }),
    menu: async () => {
      const words = await request('chip.menu', {});
      return words.ok ? words.value : null;
    },
  });
  const page: PageWatch = watchPage({
    document,
    adapter,
    signal,
    onPage: (info) => {
      reporter.page(info);
      readable(info.kind !== 'leave-alone' && info.kind !== 'unknown');
    },
    onReviews: (readings, { reset }) => {
      if (reset) chips.clear();
      reporter.reviews(
        readings.map((reading) => reading.review),
        reset,
      );
    },
    onHealth: (next, reading) => {
      health = next;
      reporter.health(next, reading);
    },
    onCards: (cards) => chips.refresh(cards),
  });

  /** The site's box for a review, with the checks that every use of it needs. */
  const boxFor = (id: string) => {
    const box = adapter.replyBox?.(document, page.locate(id), id, page.context());
    if (!box) return fail('no-reply-box');
    return box.reviewId !== null && box.reviewId !== id ? fail('wrong-reply-box') : ok(box);
  };

  /** Our own marks out of sight, for a picture of the page; the result puts them back. */
  const hide = (): (() => void) => {
    const back = [chips.hide(), sidebar?.hide()];
    return () => {
      for (const show of back) show?.();
    };
  };
  const capturer = createCapturer({
    document,
    adapter,
    context: () => page.context(),
    locate: (id) => page.locate(id),
    mark: () => sidebar?.mark() ?? null,
    hide,
    authors: reporter.authors,
    onStop: () => void request('capture.cancel', {}),
    signal,
  });

  const veil = createVeil(window, { hide, onStop: () => void request('recording.stop', {}), signal });

  const stop = obey({
    'content.resync': () => {
      reporter.resend();
      return ok(null);
    },
    'content.chips': ({ chips: list, all }) => {
      if (all) {
        const named = new Set(list.map(({ id }) => id));
        chips.remove(reporter.ids().filter((id) => !named.has(id)));
      }
      chips.set(list);
      return ok(null);
    },
    'content.locate': async ({ id }) => {
      const card = page.locate(id);
      if (!card) return fail('not-on-page');
      const outline = adapter.outline(card, id, page.context());
      await showReview(outline, { document, signal });
      const room = sidebar?.room();
      return ok({ covered: room !== undefined && mostlyUnder(outline.getBoundingClientRect(), room) });
    },
    'content.expand': async ({ id }) => {
      const card = page.locate(id);
      if (!card) return fail('not-on-page');
      return (await expand(adapter, card, page.context(), signal, () => page.locate(id)))
        ? ok(null)
        : fail('not-on-page', 'no more button');
    },
    'content.identity': ({ id }) => {
      const box = boxFor(id);
      return box.ok ? ok({ postsAs: box.value.postsAs, reviewId: box.value.reviewId }) : box;
    },
    'content.insert': async ({ id, text }): Promise<Result<{ postsAs: string | null; watched: boolean }>> => {
      const box = boxFor(id);
      if (!box.ok) return box;
      const done = await insertReply(box.value, text, { document, signal });
      if (!done.ok) return done;
      watchBox(box.value, (now) => void request('composer.typed', { id, text: now }), signal);
      return ok({ postsAs: box.value.postsAs, watched: true });
    },
    'content.place': async (placed) => {
      (await frame)?.place(placed);
      return ok(null);
    },
    'content.sidebar': async ({ do: what }) => {
      const sidebar = await frame;
      if (!sidebar) return fail('not-supported-page');
      await sidebar[what]();
      return ok({ open: sidebar.isOpen() });
    },
    'content.camera': async (step) => {
      switch (step.do) {
        case 'begin':
          return ok(await capturer.begin(step));
        case 'move':
          return ok(await capturer.move(step.to, step.clear));
        case 'look':
          return ok(capturer.look());
        case 'hide':
          capturer.hide();
          return ok(null);
        case 'end':
          capturer.end();
          return ok(null);
      }
    },
    'content.veil': ({ do: what }) => {
      if (what !== 'lift') return ok(veil[what]());
      veil.lift();
      return ok(null);
    },
    'content.copy': () => ok({ ...capturer.read(), around: capturer.surroundings() }),
    'content.fetch': ({ what }) => fetchFor(what, location.href),
    'content.structure': () => ok({ report: structureReport(document, adapter, page.context(), health) }),
  });
  signal.addEventListener('abort', stop, { once: true });
  window.addEventListener('pagehide', () => void request('page.closed', { session: reporter.session }), { signal });
  // Back from the back-forward cache: the background has forgotten this page.
  window.addEventListener('pageshow', ({ persisted }) => persisted && reporter.resend(), { signal });
}

/** The sidebar's place on the page, as it stood last. Null when the extension behind this script is gone. */
async function sidebarFrame(
  signal: AbortSignal,
  whenReadable: Promise<void>,
  onRoom: () => void,
): Promise<Frame | null> {
  const placed = await request('content.hello', {});
  if (!placed.ok) return null;
  const { remembered, ...rest } = placed.value;
  signal.addEventListener('abort', () => showNotice(document, rest.words.gone, rest.words.close), { once: true });
  const frame = createFrame({
    document,
    signal,
    ...rest,
    url: async () => {
      const ticket = await request('sidebar.ticket', {});
      if (!ticket.ok) throw new Error(ticket.failure);
      return ticket.value.url;
    },
    onPlaced: (change) => void request('sidebar.placed', change),
    onRoom,
  });
  // Where it stood open last it opens again, but only beside a page that has something to read.
  if (remembered) void whenReadable.then(() => frame.reopen());
  return frame;
}

/** A promise and the way to fulfil it, the first time it is called with true. */
function once(): [Promise<void>, (now: boolean) => void] {
  let fulfil: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    fulfil = resolve;
  });
  return [promise, (now) => now && fulfil()];
}

/** Ends when the extension behind this script is gone (updated, removed); checked once a second. */
function lifetime(): { signal: AbortSignal } {
  const end = new AbortController();
  const timer = setInterval(() => {
    if (browser.runtime?.id) return;
    clearInterval(timer);
    end.abort();
  }, 1000);
  return { signal: end.signal };
}
