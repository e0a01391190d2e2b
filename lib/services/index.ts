import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '../contract/index.ts';
import { command } from '../messaging/commands.ts';
import type { Handlers } from '../messaging/server.ts';
import { siteOf } from '../sites/matches.ts';
import { earlierTexts, listReviews } from '../store/index.ts';
import { chipMenuWords, frameWords } from '../strings/brief.ts';
import { modelState } from '../triage/model/state.ts';
import { startCapture } from './capture.ts';
import { addWindow } from './capture-add.ts';
import { captureFromOutside } from './capture-asked.ts';
import { openRevisit, recordGone, revisitView } from './capture-gone.ts';
import { cancelCapture } from './capture-live.ts';
import { correct, exportCorrections, takeBack } from './corrections.ts';
import { clearData, exportData, importData, takeInventory } from './data.ts';
import { confirmReviewed, keepReview, mark, note, unnote } from './decide.ts';
import { Desk } from './desk.ts';
import { composeDraft, identity, insert, keepTyped, noteCopied, override } from './drafts.ts';
import { captureView, keepTimestamp, noteCapture, redactStored, removeCapture } from './evidence.ts';
import { ingest } from './ingest.ts';
import { orderOf, reopenForRecording, startRecording, stopRecording, takePiece } from './recording.ts';
import { dueData, purgeData } from './retention.ts';
import { approveSentence, importSentences, listSentences, putSentence, removeSentence } from './sentences.ts';
import { bindPlace, changeClinic, changeDuty, changePreferences, currentSettings } from './settings.ts';
import { issueTicket, redeemTicket } from './sidebars.ts';
import { openRow, pageView, reviewView } from './view.ts';

export { Desk };

/** Every request and who does it: glue, no rules. Who may ask is in the protocol's table, checked before. */
export function handlersFor(desk: Desk): Handlers {
  /** Tells the content script that shows the review. */
  const onPage = async <R>(
    key: string,
    from: Parameters<typeof openRow>[2],
    tell: (id: string, target: { tabId: number; frameId: number }) => Promise<Result<R>>,
  ): Promise<Result<R>> => {
    const open = openRow(desk, key, from);
    return open ? tell(open.row.review.id, { tabId: open.tabId, frameId: open.frameId }) : fail('not-on-page');
  };
  const select = (tabId: number, key: string | null) => {
    desk.pages.tab(tabId).selected = key;
    desk.changed({ tabId, topic: 'selected', ...(key !== null && { key }) });
    return ok(null);
  };

  return {
    'content.hello': async (_, from) => {
      const { preferences } = await desk.settings();
      const { width, side, open: remembered } = preferences.sidebar;
      const open = desk.pressed.delete(from.tabId);
      return ok({ width, side, open, remembered, words: frameWords(preferences.language) });
    },
    'page.report': (data, from) => ingest(desk, data, from),
    'page.closed': ({ session }, from) => {
      closePage(desk, session, from);
      return ok(null);
    },
    'sidebar.ticket': async (_, from) =>
      ok({ url: `${browser.runtime.getURL('/sidebar.html')}#${await issueTicket(from.tabId)}` }),
    'sidebar.placed': async (placed) => {
      const { preferences } = await desk.settings();
      const width = Math.round(Math.min(520, Math.max(320, placed.width ?? preferences.sidebar.width)));
      const saved = await changePreferences(desk, { sidebar: { ...preferences.sidebar, ...placed, width } });
      return saved.ok ? ok(null) : saved;
    },
    'review.opened': ({ id }, from) => {
      const site = siteOf(from.url);
      if (!site) return fail('not-found');
      const key = `${site}:${id}`;
      if (desk.pages.find(from.tabId, key)) return select(from.tabId, key);
      // A chip of a page that an earlier life of the worker was told of: the page says everything again.
      desk.pages.tab(from.tabId).wanted = key;
      if (desk.pages.mustAsk(from.tabId)) void command('content.resync', {}, { tabId: from.tabId });
      return ok(null);
    },
    'chip.menu': async () => ok(chipMenuWords((await desk.settings()).preferences.language)),
    'review.capture': async ({ id }, from) => {
      const site = siteOf(from.url);
      if (!site) return fail('not-found');
      await command('content.sidebar', { do: 'open' }, { tabId: from.tabId, frameId: 0 });
      await captureFromOutside(desk, from.tabId, `${site}:${id}`);
      return ok(null);
    },
    'composer.typed': ({ id, text }, from) => {
      const site = siteOf(from.url);
      if (!site) return fail('not-found');
      desk.pages.tab(from.tabId).composer = text === null ? null : { key: `${site}:${id}`, text };
      desk.changed({ tabId: from.tabId, topic: 'composer' });
      return ok(null);
    },

    'sidebar.hello': async ({ nonce }, from) =>
      (await redeemTicket(nonce, from))
        ? ok({ tabId: from.tabId, settings: await desk.settings() })
        : fail('not-allowed', 'ticket'),
    'page.view': ({ since }, from) => pageView(desk, since, from),
    'review.select': ({ key }, from) => select(from.tabId, key),
    'review.locate': ({ key }, from) => onPage(key, from, (id, target) => command('content.locate', { id }, target)),
    'review.expand': ({ key }, from) => onPage(key, from, (id, target) => command('content.expand', { id }, target)),
    'place.bind': (_, from) => bindPlace(desk, from),
    'page.structure': (_, from) =>
      command('content.structure', {}, { tabId: from.tabId, frameId: desk.pages.mainId(from.tabId) }),
    'composer.view': (_, from) => ok(desk.pages.tab(from.tabId).composer),
    'sidebar.close': async (_, from) => {
      const closed = await command('content.sidebar', { do: 'close' }, { tabId: from.tabId, frameId: 0 });
      return closed.ok ? ok(null) : closed;
    },
    'dashboard.open': async ({ section }) => {
      await browser.tabs.create({ url: `${browser.runtime.getURL('/dashboard.html')}#${section}` });
      return ok(null);
    },
    'draft.insert': ({ key, text, ...consent }, from) => insert(desk, key, text, consent, from),
    'draft.identity': ({ key }, from) => identity(desk, key, from),

    'review.get': ({ key }, from) => reviewView(desk, key, from),
    'review.mark': ({ key, mark: next }, from) => mark(desk, key, next, from),
    'review.confirm': ({ key }, from) => confirmReviewed(desk, key, from),
    'review.keep': ({ key }, from) => keepReview(desk, key, from),
    'note.add': ({ key, text }, from) => note(desk, key, text, from),
    'note.remove': ({ key, note: id }, from) => unnote(desk, key, id, from),
    'draft.compose': ({ key, tone, seed }, from) => composeDraft(desk, key, tone, seed, from),
    'draft.typed': ({ key, text, over, aside }) => keepTyped(desk, key, text, { over, aside }),
    'draft.earlier': ({ key }) => earlierTexts(desk.store, key),
    'draft.override': ({ key, text, rules, reason, by }, from) => override(desk, key, text, rules, reason, by, from),
    'draft.copied': ({ key, text, ...consent }, from) => noteCopied(desk, key, text, consent, from),
    'correction.add': (made, from) => correct(desk, made, from),
    'correction.back': ({ key, correction }, from) => takeBack(desk, key, correction, from),
    'reader.get': () => ok({ reader: modelState() }),
    'store.list': (data) => listReviews(desk.store, data),
    'settings.get': () => currentSettings(desk),
    'settings.preferences': (part) => changePreferences(desk, part),
    'sentences.list': () => listSentences(),
    'sentences.put': ({ sentence }) => putSentence(desk, sentence),
    'sentences.approve': ({ id }) => approveSentence(desk, id),
    'sentences.remove': ({ id }) => removeSentence(desk, id),
    'sentences.import': ({ file }) => importSentences(desk, file),
    'settings.duty': ({ person }) => changeDuty(desk, person),

    'capture.start': ({ key, options }, from) => startCapture(desk, key, from.tabId, defined(options)),
    'capture.cancel': (_, from) => cancelCapture(desk, from.kind === 'dashboard' ? null : from.tabId),
    'recording.start': ({ key }, from) => startRecording(desk, key, from.tabId),
    'recording.stop': (_, from) => stopRecording(desk, from.kind === 'content' ? from.tabId : null),
    'recording.reopen': ({ key }, from) => reopenForRecording(desk, key, from.tabId),
    'recording.order': () => orderOf(desk),
    'recording.piece': (piece) => takePiece(desk, piece),
    'capture.view': ({ key }, from) => captureView(desk, key, from),
    'revisit.view': (_, from) => revisitView(desk, from.tabId),
    'revisit.record': ({ id }, from) => recordGone(desk, id, from.tabId),
    'revisit.open': ({ id }) => openRevisit(desk, id),
    'evidence.delete': (data) => removeCapture(desk, data),
    'evidence.noted': (data) => noteCapture(desk, data),
    'evidence.redact': ({ id, beside, pictures }) => redactStored(desk, id, beside, pictures),
    'evidence.window': ({ id, file }) => addWindow(desk, id, file),
    'evidence.stamped': ({ id, stamp }) => keepTimestamp(desk, id, stamp),

    'settings.clinic': (clinic) => changeClinic(desk, clinic),
    'data.export': () => exportData(desk),
    'data.corrections': () => exportCorrections(desk),
    'data.import': ({ file }) => importData(desk, file),
    'data.inventory': () => takeInventory(desk),
    'data.due': () => dueData(desk),
    'data.purge': ({ keys, by }) => purgeData(desk, keys, by),
    'data.clear': ({ reason, by }) => clearData(desk, reason, by),
  };
}

/** A page, or a frame of one, is no more. */
export function closePage(desk: Desk, session: string, { tabId, frameId }: { tabId: number; frameId: number }): void {
  if (desk.pages.close(tabId, frameId, session)) desk.changed({ tabId, topic: 'gone' });
}

/** Without what was left open. */
function defined<T extends object>(options: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
}
