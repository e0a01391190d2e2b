import type { Result, SettingsView } from '../contract/index.ts';
import type { Started } from '../evidence/capture-progress.ts';
import { announce } from '../messaging/commands.ts';
import type { Changed } from '../messaging/protocol.ts';
import { loadSettings } from '../settings/index.ts';
import { openStore, type Store } from '../store/index.ts';
import type { Live } from './capture-live.ts';
import type { CaptureOptions } from './capture-record.ts';
import { Pages } from './pages.ts';
import type { LiveRecording } from './recording.ts';

/** What every verb of the background works with. Made once a worker life; holds nothing that cannot be asked again. */
export class Desk {
  readonly pages = new Pages();
  readonly store: Store = openStore();
  /** Tabs whose icon was pressed before their content script was there; it opens the sidebar when it says hello. */
  readonly pressed = new Set<number>();
  /** The capture that goes on, or the last one. */
  capture: Live | null = null;
  /** Asked for while the picture was not permitted: the next press of the icon begins it. */
  readonly awaited = new Map<number, { key: string; options: Partial<CaptureOptions>; at: number }>();
  /** The screen recording that goes on, or the last one. */
  recording: LiveRecording | null = null;
  /** Recordings asked for before the browser allowed them in that tab. */
  readonly awaitedRecordings = new Map<number, { key: string; at: number }>();
  /** What came of captures asked for from the menu or by the shortcut, until the sidebar of the tab has said it. */
  readonly asked = new Map<number, { key: string; outcome: Result<Started> }>();
  #settings: Promise<SettingsView> | null = null;

  settings(): Promise<SettingsView> {
    this.#settings ??= loadSettings();
    return this.#settings;
  }

  settingsChanged(): void {
    this.#settings = null;
  }

  changed(change: Changed): void {
    announce(change);
  }
}
