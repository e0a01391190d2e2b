import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { i18n } from '#i18n';
import { command } from '../lib/messaging/commands.ts';
import { serve } from '../lib/messaging/server.ts';
import { Desk, handlersFor } from '../lib/services/index.ts';
import { forgetTab, isProved } from '../lib/services/sidebars.ts';
import { restrictStorage } from '../lib/settings/index.ts';

/** Wires the verbs to messages, the toolbar icon, the shortcut and the context menu. No rules here. */
export default defineBackground(() => {
  const desk = new Desk();
  serve(handlersFor(desk), isProved);
  void restrictStorage();

  browser.action.onClicked.addListener((tab) => void toggle(tab.id));
  browser.commands.onCommand.addListener((name, tab) => {
    if (name === 'toggle-sidebar') void toggle(tab?.id);
  });
  browser.contextMenus.onClicked.addListener((_, tab) => void toggle(tab?.id, 'open'));
  browser.tabs.onRemoved.addListener((tabId) => {
    desk.pages.forget(tabId);
    void forgetTab(tabId);
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    browser.contextMenus
      .removeAll()
      .then(() =>
        browser.contextMenus.create({ id: 'open', title: i18n.t('menu_open'), contexts: ['page', 'selection'] }),
      );
    void navigator.storage?.persist?.();
    if (reason === 'install') void openDashboard('welcome');
  });
});

/** The sidebar of the tab; where there is none (another site, a page from before an update) the dashboard. */
async function toggle(tabId: number | undefined, what: 'toggle' | 'open' = 'toggle'): Promise<void> {
  if (tabId === undefined) return;
  const done = await command('content.sidebar', { do: what }, { tabId, frameId: 0 });
  if (!done.ok) await openDashboard('no-page');
}

const openDashboard = (section: string) =>
  browser.tabs.create({ url: `${browser.runtime.getURL('/dashboard.html')}#${section}` });
