import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { i18n } from '#i18n';
import { command } from '../lib/messaging/commands.ts';
import { onGone } from '../lib/messaging/presence.ts';
import { serve } from '../lib/messaging/server.ts';
import { recoverCaptures } from '../lib/services/capture.ts';
import { captureFromOutside, startAwaited } from '../lib/services/capture-asked.ts';
import { cancelCapture, isRunning } from '../lib/services/capture-live.ts';
import { closePage, Desk, handlersFor } from '../lib/services/index.ts';
import { adopt, isRecordingTab, startAwaitedRecording, stopRecording } from '../lib/services/recording.ts';
import { refreshStored } from '../lib/services/retriage.ts';
import { forgetTab, isProved } from '../lib/services/sidebars.ts';
import { loadWeights } from '../lib/services/weights.ts';
import { restrictStorage } from '../lib/settings/index.ts';
import { MATCHES } from '../lib/sites/matches.ts';

/** Wires the verbs to messages, the toolbar icon, the shortcut and the context menu. No rules here. */
export default defineBackground(() => {
  const desk = new Desk();
  const weights = loadWeights();
  serve(handlersFor(desk), isProved, weights);
  onGone((session, from) => closePage(desk, session, from));
  void restrictStorage();
  void weights.then(() => refreshStored(desk));
  void recoverCaptures(desk);
  void adopt(desk);

  browser.action.onClicked.addListener((tab) => void pressed(desk, tab));
  browser.commands.onCommand.addListener((name, tab) => {
    if (name === 'toggle-sidebar') void shown(desk, tab, 'toggle');
    if (name === 'capture') void capture(desk, tab);
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === 'capture') void capture(desk, tab);
    else void shown(desk, tab, 'open');
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    desk.pages.forget(tabId);
    void forgetTab(tabId);
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    browser.contextMenus.removeAll().then(() => {
      // Two items of one extension stand in a menu of its own; only on the four sites' pages.
      const create = (id: 'open' | 'capture', more: { documentUrlPatterns?: string[] } = {}) =>
        browser.contextMenus.create({
          id,
          title: i18n.t(id === 'open' ? 'menu_open' : 'menu_capture'),
          contexts: ['page', 'selection'],
          ...more,
        });
      create('open');
      create('capture', { documentUrlPatterns: [...MATCHES] });
    });
    void navigator.storage?.persist?.();
    if (reason === 'install') void openDashboard('welcome');
  });
});

/** The icon: stops a capture or a recording that goes on, begins one that waited for this press, else opens or closes the sidebar. */
async function pressed(desk: Desk, tab: Tab): Promise<void> {
  if (tab.id !== undefined) {
    if (desk.capture && isRunning(desk, tab.id)) {
      cancelCapture(desk, tab.id);
      return;
    }
    if (await stopsRecording(desk, tab)) return;
    if (await startAwaited(desk, tab.id)) return;
    if (await startAwaitedRecording(desk, tab.id)) return;
  }
  await toggle(desk, tab);
}

/** The sidebar is out of sight while its tab is recorded: whoever wants it back wants the recording to end. */
async function shown(desk: Desk, tab: Tab | undefined, what: 'toggle' | 'open'): Promise<void> {
  if (!(await stopsRecording(desk, tab))) await toggle(desk, tab, what);
}

async function stopsRecording(desk: Desk, tab: Tab | undefined): Promise<boolean> {
  await adopt(desk);
  if (tab?.id === undefined || !isRecordingTab(desk, tab.id)) return false;
  await stopRecording(desk, tab.id);
  return true;
}

/** From the menu or the shortcut: the review that is open in the sidebar, else the page's first. */
async function capture(desk: Desk, tab: Tab | undefined): Promise<void> {
  if (tab?.id === undefined) return;
  await toggle(desk, tab, 'open');
  await captureFromOutside(desk, tab.id);
}

/** A page that has just loaded runs our script a moment later. */
const HELLO_MS = 1_000;

/**
 * The sidebar of the tab. A page that is still loading, or has just loaded, opens it when it is there; where there is
 * none (another site, a page from before an update) the dashboard says why.
 */
async function toggle(desk: Desk, tab: Tab | undefined, what: 'toggle' | 'open' = 'toggle'): Promise<void> {
  if (tab?.id === undefined) return;
  const done = await command('content.sidebar', { do: what }, { tabId: tab.id, frameId: 0 });
  if (done.ok) return;
  desk.pressed.add(tab.id);
  if (tab.status === 'loading') return;
  await new Promise((resolve) => setTimeout(resolve, HELLO_MS));
  if (desk.pressed.delete(tab.id)) await openDashboard('no-page');
}

type Tab = { id?: number | undefined; status?: string | undefined };

const openDashboard = (section: string) =>
  browser.tabs.create({ url: `${browser.runtime.getURL('/dashboard.html')}#${section}` });
