import { fileURLToPath } from 'node:url';
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
    // The whole page as a file; a recording of the tab, and the page without a window that makes it: asked for when
    // they are first wanted.
    optional_permissions: ['pageCapture', 'tabCapture', 'offscreen'],
    // Asked for one host at a time, with the reason, when a model or a service is first used; http on this machine only.
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*', 'http://[::1]/*'],
    action: { default_title: '__MSG_action__' },
    commands: {
      'toggle-sidebar': {
        suggested_key: { default: 'Alt+Shift+R' },
        description: '__MSG_command_toggle__',
      },
      capture: {
        suggested_key: { default: 'Alt+Shift+E' },
        description: '__MSG_command_capture__',
      },
    },
    // Hashes of whole files are counted in WebAssembly that comes with the package.
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
    web_accessible_resources: [{ resources: ['sidebar.html'], matches: [...new Set(MATCHES.map(originOf))] }],
  }),
  hooks: {
    'build:publicAssets': (_, files) => {
      const file = fileURLToPath(new URL('assets/models/triage.bin', import.meta.url));
      files.push({ absoluteSrc: file, relativeDest: 'models/triage.bin' });
    },
  },
  vite: () => ({
    plugins: [tailwindcss()],
    build: { target: 'chrome125' },
  }),
});

function originOf(pattern: string): string {
  const [scheme, rest] = pattern.split('://') as [string, string];
  return `${scheme}://${rest.split('/')[0]}/*`;
}
