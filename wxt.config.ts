import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'wxt';
import { MATCHES } from './lib/sites/matches.ts';

/**
 * No `<all_urls>`, `tabs`, `debugger` or host permissions: the content script is declared for the four
 * sites only, and a picture of the tab needs the person's click (activeTab). See docs/decisions/001.
 */
export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  i18n: { localesDir: 'assets/locales' },
  autoIcons: { baseIconPath: 'assets/icon.svg' },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'zh_TW',
    // A fixed key gives a fixed id, so that stored data survives re-installing from a folder.
    ...(browser === 'chrome' && { minimum_chrome_version: '125' }),
    permissions: ['storage', 'unlimitedStorage', 'activeTab', 'contextMenus'],
    action: { default_title: '__MSG_action__' },
    commands: {
      'toggle-sidebar': {
        suggested_key: { default: 'Alt+Shift+R' },
        description: '__MSG_command_toggle__',
      },
    },
    web_accessible_resources: [{ resources: ['sidebar.html'], matches: [...new Set(MATCHES.map(originOf))] }],
  }),
  vite: () => ({
    plugins: [tailwindcss()],
    build: { target: 'chrome125' },
  }),
});

function originOf(pattern: string): string {
  const [scheme, rest] = pattern.split('://') as [string, string];
  return `${scheme}://${rest.split('/')[0]}/*`;
}
