import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { i18n } from '#i18n';
import { command } from '../lib/messaging/commands.ts';
import { serve } from '../lib/messaging/server.ts';
import { Desk, handlersFor } from '../lib/services/index.ts';
import { refreshStored } from '../lib/services/retriage.ts';
import { forgetTab, isProved } from '../lib/services/sidebars.ts';
import { restrictStorage } from '../lib/settings/index.ts';

/** Wires the verbs to messages, the toolbar icon, the shortcut and the context menu. No rules here. */
export default defineBackground(() => {
  const desk = new Desk();
  serve(handlersFor(desk), isProved);
  void restrictStorage();
  void refreshStored(desk);

  browser.action.onClicked.addListener((tab) => void toggle(desk, tab));
  browser.commands.onCommand.addListener((name, tab) => {
    if (name === 'toggle-sidebar') void toggle(desk, tab);
  });
  browser.contextMenus.onClicked.addListener((_, tab) => void toggle(desk, tab, 'open'));
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

/**
 * The sidebar of the tab. A page that is still loading opens it when it is there; where there is none (another
 * site, a page from before an update) the dashboard says why.
 */
async function toggle(desk: Desk, tab: Tab | undefined, what: 'toggle' | 'open' = 'toggle'): Promise<void> {
  if (tab?.id === undefined) return;
  const done = await command('content.sidebar', { do: what }, { tabId: tab.id, frameId: 0 });
  if (done.ok) return;
  if (tab.status === 'loading') desk.pressed.add(tab.id);
  else await openDashboard('no-page');
}

type Tab = { id?: number | undefined; status?: string | undefined };

const openDashboard = (section: string) =>
  browser.tabs.create({ url: `${browser.runtime.getURL('/dashboard.html')}#${section}` });
