import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MATCHES } from '../../lib/sites/matches.ts';
import { BUILD } from '../../scripts/browser.ts';
import { expect, test } from './harness.ts';

const manifest = JSON.parse(readFileSync(join(BUILD, 'manifest.json'), 'utf8'));

test('the permissions are these and no more', () => {
  expect(manifest.permissions.toSorted()).toEqual(['activeTab', 'contextMenus', 'storage', 'unlimitedStorage']);
  expect(manifest.host_permissions).toBeUndefined();
  // Asked for when first wanted: the whole page as a file, a recording of the tab and the page that makes it.
  expect(manifest.optional_permissions.toSorted()).toEqual(['offscreen', 'pageCapture', 'tabCapture']);
  // Nothing of this is granted at installation; plain http reaches this machine only.
  for (const pattern of manifest.optional_host_permissions) {
    expect(pattern).toMatch(/^https:\/\/\*\/\*$|^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])\/\*$/);
  }
  expect(manifest.content_scripts).toHaveLength(4);
  expect(manifest.content_scripts.flatMap(({ matches }: { matches: string[] }) => matches).toSorted()).toEqual(
    [...MATCHES].toSorted(),
  );
  expect(manifest.web_accessible_resources.flatMap((entry: { resources: string[] }) => entry.resources)).toEqual([
    'sidebar.html',
  ]);
  for (const entry of manifest.web_accessible_resources) {
    for (const match of entry.matches) expect(match).toMatch(/^https:\/\/[a-z.]+\/\*$/);
  }
});

test('no code from elsewhere, no key and no CSS that a host page could scale', () => {
  const files = readdirSync(BUILD, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(js|css|html)$/.test(file),
  );
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    const text = readFileSync(join(BUILD, file), 'utf8');
    expect(text, file).not.toMatch(/\bsk-[A-Za-z0-9]{20,}/);
    expect(text, file).not.toMatch(/<script[^>]+src=["']https?:/);
    if (file.startsWith('content-scripts')) expect(text, file).not.toMatch(/react-dom|createRoot/);
  }
});
