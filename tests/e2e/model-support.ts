import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import type { ModelSettings } from '../../lib/contract/model.ts';
import { ask, BUILD, type Extension } from '../../scripts/browser.ts';
import { saveClinic, whenRead } from '../../scripts/read-page.ts';
import { sampleClinic, samples } from '../../scripts/samples.ts';
import { type ModelServer, startModelServer } from '../fixtures/model-server.ts';
import { test as base, expect } from './harness.ts';

export { expect };

interface Fixtures {
  server: ModelServer;
  /** The build as it is once a person has allowed this machine: the browser's own question cannot be pressed. */
  allowed: string;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first argument
  server: async ({}, use) => {
    const server = await startModelServer();
    await use(server);
    await server.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first argument
  allowed: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'replywell-build-'));
    cpSync(BUILD, folder, { recursive: true });
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

const [MAPS] = samples();
if (!MAPS) throw new Error('no sample');
export const PLACE = MAPS;

export const originOf = (server: ModelServer): string => new URL(server.url).origin;

/** Puts the choice of a model into extension storage, as the settings page does. */
export async function choose(extension: Extension, part: Partial<ModelSettings>): Promise<void> {
  const page = await extension.open(`chrome-extension://${extension.id}/dashboard.html#data`);
  await page.evaluate((model) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(value: unknown): Promise<void> } } };
    };
    return chrome.storage.local.set({ model });
  }, part);
  await page.close();
}

export interface Review {
  page: Page;
  sidebar: Frame;
  key: string;
}

/** A page of the sample with its sidebar, and a negative review open in it. */
export async function openReview(extension: Extension, pick = 0): Promise<Review> {
  await saveClinic(extension, sampleClinic());
  const page = await extension.open(PLACE.url);
  await extension.pressIcon(page);
  return beside(extension, page, pick);
}

/** On a page whose sidebar stands open, or opens by itself because it stood open last. */
export async function beside(extension: Extension, page: Page, pick = 0): Promise<Review> {
  const sidebar = await extension.sidebar(page);
  const { items } = await whenRead(sidebar);
  const keys: string[] = [];
  for (const { key } of items.sort((a, b) => a.order - b.order)) {
    const { draft } = await ask<{ draft: { text: string | null } }>(sidebar, 'draft.compose', {
      key,
      tone: 'warm',
      seed: 1,
    });
    if (draft.text !== null) keys.push(key);
  }
  const key = keys[pick];
  if (!key) throw new Error('no review that can be answered');
  await openByKey(sidebar, key);
  return { page, sidebar, key };
}

export async function openByKey(sidebar: Frame, key: string): Promise<void> {
  await ask(sidebar, 'review.select', { key });
  await expect(box(sidebar)).not.toHaveValue('');
}

export const box = (sidebar: Frame) => sidebar.locator('textarea[aria-label="回覆內容"]');
