import { browser } from 'wxt/browser';

/**
 * Takes extension storage away from content scripts: by default `storage.local` can be read from the page's
 * side of the extension. Called at every start of the background. Answers which areas are closed; browsers
 * without the call (it came to `local` late) leave theirs open.
 */
export async function restrictStorage(): Promise<{ local: boolean; session: boolean }> {
  return { local: await close('local'), session: await close('session') };
}

async function close(area: 'local' | 'session'): Promise<boolean> {
  const storage: { setAccessLevel?: (level: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void> } | undefined =
    browser.storage[area];
  if (typeof storage?.setAccessLevel !== 'function') return false;
  try {
    await storage.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
    return true;
  } catch {
    return false;
  }
}
