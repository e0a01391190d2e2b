import type {
  Correction,
  Failure,
  Health,
  Mark,
  PageInfo,
  PageView,
  QueueItem,
  Relevance,
  Review,
  Triage,
} from '../contract/index.ts';
import { queueItem } from '../desk/queue.ts';
import { modelState } from '../triage/model/state.ts';

/** One review on an open page, as the background knows it. `rev` says when it last changed. */
export interface Row {
  review: Review;
  /** With staff's corrections, which win. */
  triage: Triage;
  /** What was read before them: what is stored. */
  original: Triage;
  corrections: readonly Correction[];
  relevance: Relevance | null;
  mark: Mark;
  stored: boolean;
  /** Sealed evidence of it is held. */
  captured: boolean;
  /** A person said that it concerns the clinic. */
  kept: boolean;
  firstSeen: string;
  order: number;
  rev: number;
}

/** One frame of a tab: a page of one of the sites. Rows are keyed by the site's own id. */
export interface Frame {
  session: string;
  batch: number;
  url: URL;
  /** Its address when it began: an SPA may go on to the next before it says so. */
  began: string;
  page: PageInfo;
  health: Health;
  reading: boolean;
  /** Records of this page that had to be left out. */
  rejected: number;
  rows: Map<string, Row>;
}

interface Tab {
  /** Views asked for with an older `since` start anew: the tab was not known then. */
  born: number;
  rev: number;
  frames: Map<number, Frame>;
  selected: string | null;
  /** Pressed on the page while this life of the worker had not heard of it; selected as soon as it has. */
  wanted: string | null;
  composer: { key: string; text: string } | null;
  /** The last write for this tab failed, and why. */
  trouble: Failure | null;
  /** All frames were asked to say everything: once a life of the worker is enough. */
  asked: boolean;
}

/**
 * What stands open in each tab. Only a cache: the page itself is the source, and a worker that restarted asks
 * the content scripts to say everything again (`resync`).
 */
export class Pages {
  #tabs = new Map<number, Tab>();

  /** True once for a tab whose page this life of the worker has not heard: its frames are to be asked. */
  mustAsk(tabId: number): boolean {
    const tab = this.tab(tabId);
    if (tab.asked || tab.frames.has(0)) return false;
    tab.asked = true;
    return true;
  }

  tab(tabId: number): Tab {
    let tab = this.#tabs.get(tabId);
    if (!tab) {
      const now = Date.now();
      tab = {
        born: now,
        rev: now,
        frames: new Map(),
        selected: null,
        wanted: null,
        composer: null,
        trouble: null,
        asked: false,
      };
      this.#tabs.set(tabId, tab);
    }
    return tab;
  }

  tabs(): [number, Tab][] {
    return [...this.#tabs];
  }

  forget(tabId: number): void {
    this.#tabs.delete(tabId);
  }

  /** A revision number above every one handed out before, also by an earlier life of the worker. */
  touch(tabId: number): number {
    const tab = this.tab(tabId);
    tab.rev = Math.max(tab.rev + 1, Date.now());
    return tab.rev;
  }

  /**
   * A frame starts a new page: what stood there before is forgotten. With the top frame go all others; they are
   * answered, since some may outlive it (an SPA navigation) or have spoken before it (a new page) and are to be asked.
   */
  start(tabId: number, frameId: number, frame: Frame): number[] {
    const tab = this.tab(tabId);
    const before = tab.frames.get(frameId);
    tab.frames.set(frameId, frame);
    tab.born = this.touch(tabId);
    if (frameId !== 0) return [];
    tab.composer = null;
    // What was chosen on the page before is not what is looked at here.
    const samePage = before?.session === frame.session && before.began === frame.began;
    if (before && !samePage) tab.selected = null;
    const others = [...tab.frames.keys()].filter((id) => id !== 0);
    for (const id of others) tab.frames.delete(id);
    return others;
  }

  /** Selects what was pressed before it was known, if it is by now. */
  choose(tabId: number): void {
    const tab = this.tab(tabId);
    if (tab.wanted === null || !this.find(tabId, tab.wanted)) return;
    tab.selected = tab.wanted;
    tab.wanted = null;
  }

  close(tabId: number, frameId: number, session: string): boolean {
    const tab = this.#tabs.get(tabId);
    if (tab?.frames.get(frameId)?.session !== session) return false;
    tab.frames.delete(frameId);
    tab.born = this.touch(tabId);
    return true;
  }

  find(tabId: number, key: string): { frameId: number; frame: Frame; row: Row } | null {
    for (const [frameId, frame] of this.#tabs.get(tabId)?.frames ?? []) {
      const row = frame.page.site === key.slice(0, key.indexOf(':')) && frame.rows.get(key.slice(key.indexOf(':') + 1));
      if (row) return { frameId, frame, row };
    }
    return null;
  }

  /** Everything read in a tab. */
  rowsOf(tabId: number): Row[] {
    return [...(this.#tabs.get(tabId)?.frames.values() ?? [])].flatMap(({ rows }) => [...rows.values()]);
  }

  /** Everywhere the review stands open. */
  everywhere(key: string): { tabId: number; frameId: number; frame: Frame; row: Row }[] {
    return [...this.#tabs.keys()].flatMap((tabId) => {
      const found = this.find(tabId, key);
      return found ? [{ tabId, ...found }] : [];
    });
  }

  /** The frame that says what the page is: the first that has something to read, else the top frame. */
  main(tabId: number): Frame | null {
    return this.#main(tabId)?.[1] ?? null;
  }

  mainId(tabId: number): number {
    return this.#main(tabId)?.[0] ?? 0;
  }

  #main(tabId: number): [number, Frame] | undefined {
    const frames = [...(this.#tabs.get(tabId)?.frames ?? [])];
    return (
      frames.find(([, frame]) => frame.rows.size > 0) ?? frames.find(([, frame]) => isReadable(frame)) ?? frames[0]
    );
  }

  view(tabId: number, since: number, bound: PageView['bound']): PageView {
    const tab = this.tab(tabId);
    const main = this.main(tabId);
    const reset = since < tab.born;
    const items: QueueItem[] = [];
    let others = 0;
    for (const frame of tab.frames.values()) {
      for (const row of frame.rows.values()) {
        if (row.relevance === 'other') others++;
        if (reset || row.rev > since) items.push(queueItem({ ...row, corrected: row.triage !== row.original }));
      }
    }
    return {
      rev: tab.rev,
      reset,
      page: main?.page ?? null,
      url: main?.url.href ?? null,
      health: main?.health ?? null,
      reading: tab.frames.size === 0 || [...tab.frames.values()].some((frame) => frame.reading),
      bound,
      others,
      items,
      selected: tab.selected,
      trouble: tab.trouble,
      reader: modelState(),
    };
  }
}

const isReadable = (frame: Frame): boolean => frame.page.kind !== 'leave-alone' && frame.page.kind !== 'unknown';
