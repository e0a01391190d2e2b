import type { SettingsView } from '../contract/index.ts';
import { announce } from '../messaging/commands.ts';
import type { Changed } from '../messaging/protocol.ts';
import { loadSettings } from '../settings/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { Pages } from './pages.ts';

/** What every verb of the background works with. Made once a worker life; holds nothing that cannot be asked again. */
export class Desk {
  readonly pages = new Pages();
  readonly store: Store = openStore();
  /** Tabs whose icon was pressed before their content script was there; it opens the sidebar when it says hello. */
  readonly pressed = new Set<number>();
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
