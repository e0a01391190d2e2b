import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { findChromium } from './scripts/chromium.mjs';

/** A machine under load is slow, not wrong: ms. */
const SLOW = 30_000;

/** Three kinds of test: rooms in Node, components in a small DOM, whatever reads or changes a page in real Chromium. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rooms',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          setupFiles: ['tests/seed.ts'],
          testTimeout: SLOW,
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'extension',
          environment: 'happy-dom',
          include: ['tests/extension/**/*.test.ts', 'tests/components/**/*.test.tsx'],
          setupFiles: ['tests/seed.ts', 'tests/components/setup.ts'],
          testTimeout: SLOW,
        },
      },
      {
        // ../shared may be a link to anywhere.
        server: { fs: { strict: false } },
        // Found late, one of them would reload the page in the middle of a run.
        optimizeDeps: {
          include: [
            'lexical',
            '@lexical/history',
            '@lexical/plain-text',
            '@lexical/rich-text',
            'draft-js',
            'quill',
            'prosemirror-commands',
            'prosemirror-keymap',
            'prosemirror-model',
            'prosemirror-schema-basic',
            'prosemirror-state',
            'prosemirror-view',
            'slate',
            'slate-react',
            'react',
            'react-dom',
            'react-dom/client',
            'react/jsx-dev-runtime',
            'fast-check',
            'dexie',
            'zod/mini',
            'fflate',
            'fix-webm-duration',
            'hash-wasm',
            'canonicalize',
            'asn1js',
            'pkijs',
          ],
        },
        test: {
          name: 'browser',
          setupFiles: ['tests/seed.ts'],
          testTimeout: SLOW,
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: findChromium() ?? undefined,
                args: [
                  '--no-sandbox',
                  '--disable-gpu',
                  '--disable-quic',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
