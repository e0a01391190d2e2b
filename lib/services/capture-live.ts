import { browser } from 'wxt/browser';
import { ok, type Result } from '../contract/index.ts';
import type { CaptureProgress } from '../evidence/capture-progress.ts';
import type { Missing, MissingWhy } from '../evidence/contract.ts';
import { command } from '../messaging/commands.ts';
import { addFile, type SessionRow } from '../store/index.ts';
import type { Target } from './capture-camera.ts';
import type { CaptureOptions } from './capture-record.ts';
import type { Desk } from './desk.ts';

/** The capture that goes on. In memory only what may be lost: the rest stands in its session. */
export interface Live {
  desk: Desk;
  session: SessionRow;
  target: Target;
  options: CaptureOptions;
  progress: CaptureProgress;
  /** The person stopped it. */
  stopped: boolean;
}

export const isOver = ({ phase }: CaptureProgress): boolean => phase === 'done' || phase === 'failed';

export function isRunning(desk: Desk, tabId: number): boolean {
  const live = desk.capture;
  return live !== null && live.target.tabId === tabId && !isOver(live.progress);
}

export function progressOf(desk: Desk, tabId: number | null): CaptureProgress | null {
  const live = desk.capture;
  return live && (tabId === null || live.target.tabId === tabId) ? live.progress : null;
}

/** What a failed step means for what could not be done. */
export function whyOf(result: Result<unknown>): MissingWhy {
  if (result.ok) return 'failed';
  switch (result.failure) {
    case 'storage-full':
      return 'storage-full';
    case 'page-gone':
    case 'page-left':
    case 'tab-hidden':
    case 'not-on-page':
      return 'page-gone';
    case 'needs-click':
      return 'not-permitted';
    case 'page-moving':
      return 'page-changed';
    default:
      return 'failed';
  }
}

/** Says how it stands: on the icon, and to whoever looks. */
export function tell({ desk, progress }: Live): void {
  const busy = !isOver(progress);
  const badge = busy ? (progress.phase === 'shooting' ? `${progress.shots}/${progress.expected}` : '…') : '';
  void browser.action.setBadgeText({ text: badge, tabId: progress.tabId }).catch(() => undefined);
  desk.changed({ tabId: progress.tabId, topic: 'capture', key: progress.key });
}

/** Stops the capture of this tab; what was taken is sealed as incomplete. */
export function cancelCapture(desk: Desk, tabId: number | null): Result<null> {
  const live = desk.capture;
  if (!live || isOver(live.progress) || (tabId !== null && live.target.tabId !== tabId)) return ok(null);
  live.stopped = true;
  return ok(null);
}

/** Writes a file down together with the session as it then stands: it is no longer to be done. */
export async function keep(
  live: Pick<Live, 'desk' | 'session'>,
  file: Pick<Parameters<typeof addFile>[2], 'name' | 'kind' | 'type' | 'blob'> &
    Partial<Pick<Parameters<typeof addFile>[2], 'place' | 'parent' | 'view' | 'at'>>,
): Promise<Result<unknown>> {
  const { session } = live;
  settle(session, file.kind);
  return addFile(live.desk.store, session, {
    capture: session.id,
    at: new Date().toISOString(),
    place: null,
    parent: null,
    ...file,
  });
}

/** Takes a thing off the list of what is still to be done. */
export function settle(session: SessionRow, what: Missing['what']): void {
  session.todo = session.todo.filter((task) => task.what !== what);
}

/** The page as it was before: scrolled as it was, our own parts in sight. */
export async function restore({ tabId, frameId }: Target): Promise<void> {
  await command('content.camera', { do: 'end' }, { tabId, frameId });
  if (frameId !== 0) await command('content.camera', { do: 'end' }, { tabId, frameId: 0 });
}
