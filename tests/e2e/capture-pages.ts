import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import type { CaptureProgress, CaptureView } from '../../lib/evidence/capture-progress.ts';
import type { Manifest } from '../../lib/evidence/contract.ts';
import { ask, BUILD, type Extension } from '../../scripts/browser.ts';
import { exportCapture, whenCaptured } from '../../scripts/capture-page.ts';
import { saveClinic, whenRead } from '../../scripts/read-page.ts';
import { sampleClinic } from '../../scripts/samples.ts';
import { expect, fixture } from './harness.ts';

export const ARTICLE = 'https://www.ptt.cc/bbs/facelift/M.1790000000.A.1AB.html';

/** The PTT sample with `lines` more lines, each of another colour and word, and whatever else the page does. */
export function longArticle(lines: number, more: { head?: string; body?: string } = {}): string {
  const text = Array.from(
    { length: lines },
    (_, n) =>
      `<span style="color:hsl(${(n * 47) % 360} 80% 70%);background:hsl(${(n * 91) % 360} 60% ${12 + (n % 5) * 4}%)">第 ${n} 行：等候 ${n * 7919} 號，${'候診看診收費'.repeat(1 + (n % 4))}</span>`,
  ).join('\n');
  return fixture('ptt/article.html')
    .replace('想請問板上有一樣經驗的人，後來都怎麼處理？', (last) => `${text}\n${last}`)
    .replace('</head>', `${more.head ?? ''}</head>`)
    .replace('<body>', `<body>${more.body ?? ''}`);
}

/** The build as it is once a person has said yes to these. */
export function granted(folder: string, permissions: string[], hosts: string[] = []): string {
  const build = join(folder, 'build');
  cpSync(BUILD, build, { recursive: true });
  const path = join(build, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  manifest.permissions.push(...permissions);
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: hosts }));
  return build;
}

/** An open page with its sidebar, and the key of its first review. */
export interface Scene {
  extension: Extension;
  page: Page;
  sidebar: Frame;
  key: string;
}

export async function scene(extension: Extension, url = ARTICLE): Promise<Scene> {
  const clinic = sampleClinic();
  await saveClinic(extension, clinic);
  const page = await extension.open(url);
  await extension.pressIcon(page);
  const sidebar = await extension.sidebar(page);
  // The manager: may also delete what is captured.
  await ask(sidebar, 'settings.duty', { person: clinic.people[1] });
  const { items } = await whenRead(sidebar);
  const [first] = items.sort((a, b) => a.order - b.order);
  if (!first) throw new Error('nothing to capture');
  return { extension, page, sidebar, key: first.key };
}

export const begin = (
  { sidebar, key }: Scene,
  options: Record<string, unknown> = {},
): Promise<{ ask: string | null; id?: string }> => ask(sidebar, 'capture.start', { key, options });

export const finished = ({ sidebar, key }: Scene): Promise<CaptureProgress> => whenCaptured(sidebar, key);

export const viewed = ({ sidebar, key }: Scene): Promise<CaptureView> => ask(sidebar, 'capture.view', { key });

export { exportCapture };

/** What the database holds of captures, as plain data. */
export interface Held {
  captures: { id: string; complete: boolean; manifestHash: string; manifest: Manifest }[];
  sessions: { id: string; shots: number }[];
  files: { capture: string; name: string; sha256: string }[];
  custody: { capture: string; facts: { action: string; reason: string | null } | null }[];
}

/** Looks into the database from a page of the extension, and hashes every file anew. */
export async function held(extension: Extension): Promise<Held> {
  const page = await lookingPage(extension);
  const found = await page.evaluate(async () => {
    const opening = indexedDB.open('replywell');
    const db = await new Promise<IDBDatabase>((done, fail) => {
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => fail(opening.error);
    });
    // All four as they stand at one moment: a capture may be sealed while the hashes are made.
    const tables = ['files', 'captures', 'sessions', 'custody'] as const;
    const moment = db.transaction(tables);
    const [rows, sealed, sessions, custody] = await Promise.all(
      tables.map(
        (table) =>
          new Promise<Record<string, unknown>[]>((done, fail) => {
            const asked = moment.objectStore(table).getAll();
            asked.onsuccess = () => done(asked.result);
            asked.onerror = () => fail(asked.error);
          }),
      ),
    );
    const files = [];
    for (const { capture, name, blob } of rows as unknown as { capture: string; name: string; blob: Blob }[]) {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
      files.push({ capture, name, sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') });
    }
    const captures = sealed?.map((row) => ({ ...row, manifest: JSON.parse(row.manifest as string) }));
    const held = { captures, files, sessions, custody };
    db.close();
    return held;
  });
  return found as unknown as Held;
}

const looking = new WeakMap<Extension, Page>();

/** One page of the extension to look from, kept open: opening it wakes the worker. */
async function lookingPage(extension: Extension): Promise<Page> {
  let page = looking.get(extension);
  if (!page) {
    page = await extension.context.newPage();
    await page.goto(`chrome-extension://${extension.id}/dashboard.html#data`);
    looking.set(extension, page);
  }
  // Whoever looks asks the background something, so that a worker that was stopped starts again.
  await ask(page, 'data.inventory');
  return page;
}

/**
 * Whatever happened: no session is left, every capture's files are those of its manifest, and one that is called
 * complete holds everything while an incomplete one says what is missing.
 */
export async function expectSound(extension: Extension): Promise<Held> {
  let found = await held(extension);
  await expect
    .poll(async () => {
      found = await held(extension);
      return found.sessions.length;
    })
    .toBe(0);
  for (const { id, complete, manifest } of found.captures) {
    const files = found.files.filter(({ capture }) => capture === id);
    expect(Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256]))).toEqual(
      Object.fromEntries(manifest.files.map(({ name, sha256 }) => [name, sha256])),
    );
    expect(manifest.complete).toBe(complete);
    const kinds = new Set(manifest.files.map(({ kind }) => kind));
    if (complete)
      for (const kind of ['text', 'thread', 'tile', 'dom', 'crop', 'second-shot'] as const)
        expect(kinds).toContain(kind);
    else expect(manifest.missing.filter(({ why }) => why !== 'not-asked').length).toBeGreaterThan(0);
  }
  // No file without its capture.
  for (const { capture } of found.files) expect(found.captures.map(({ id }) => id)).toContain(capture);
  return found;
}
