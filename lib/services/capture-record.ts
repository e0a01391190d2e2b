import { browser } from 'wxt/browser';
import { keyOf, type Person, type Review } from '../contract/index.ts';
import { crossCheck } from '../evidence/capture-check.ts';
import { identifies, shownFields, threadOf } from '../evidence/capture-fields.ts';
import type { CaptureInput, Environment } from '../evidence/contract.ts';
import type { Reading, Surroundings } from '../page/capture.ts';
import type { Desk } from './desk.ts';
import type { Frame, Row } from './pages.ts';

export interface CaptureOptions {
  /** False: address, time and text only (T14, T15, or the person says so). */
  pictures: boolean;
  /** Load the page anew right before. */
  reload: boolean;
  /** One fetch of the page as served (PTT). */
  served: boolean;
  /** An earlier capture of this review to compare with. */
  recheck?: string | null;
  /** The whole page as MHTML too; the person was told what else such a file holds. */
  mhtml?: boolean;
  /** A name for the case, as the person calls it. */
  caseName: string | null;
}

/** The page as it is at this moment, reviews aside. */
export const pageOf = (
  { page, url, health }: Frame,
  read: Pick<Reading, 'title' | 'canonicalUrl' | 'adapter'>,
): CaptureInput['page'] => ({
  site: page.site,
  kind: page.kind,
  title: read.title || page.title,
  url: url.href,
  canonicalUrl: read.canonicalUrl,
  addressBar: 'recorded',
  place: page.place,
  adapter: read.adapter,
  health,
});

/** Everything known of the review and of the page at this moment, with no file yet. */
export async function recordOf(
  desk: Desk,
  id: string,
  { frame, row, tabId }: { frame: Frame; row: Row; tabId: number },
  read: Reading & { around: Surroundings },
  options: CaptureOptions,
  startedAt: string,
): Promise<CaptureInput> {
  const { clinic, onDuty } = await desk.settings();
  const all = [...frame.rows.values()].sort((a, b) => a.order - b.order).map(({ review }) => review);
  const thread = threadOf<Review>(row.review, all);
  const [agreement] = crossCheck([row.review], read.text, read.domText);
  return {
    id,
    startedAt,
    finishedAt: startedAt,
    clock: { offsetMs: null, source: null, measuredAt: null },
    page: pageOf(frame, read),
    environment: await environmentOf(tabId, read.around),
    checks: {
      reloaded: options.reload || read.around.navigation === 'reload',
      shotsAgree: null,
      textAgrees: agreement ? agreement.onScreen && agreement.inDom : null,
      mutations: null,
      automated: read.around.automated,
      served: null,
    },
    by: onDuty satisfies Person | null,
    clinic: clinic?.name ?? null,
    case: { id: keyOf(row.review), name: options.caseName },
    firstSeen: { at: row.firstSeen, by: null },
    review: row.review,
    thread,
    shown: shownFields(row.review, read.text, frame.url.href),
    identifies: identifies(row.review, clinic),
    pictures: options.pictures ? read.pictures : [],
    recheck: null,
    files: [],
    complete: false,
    missing: [],
  };
}

interface AgentData {
  brands: { brand: string; version: string }[];
  getHighEntropyValues?(names: string[]): Promise<{
    platform?: string;
    platformVersion?: string;
    fullVersionList?: { brand: string; version: string }[];
  }>;
}

export async function environmentOf(tabId: number, around: Surroundings): Promise<Environment> {
  const agent = (navigator as { userAgentData?: AgentData }).userAgentData;
  const details = await agent
    ?.getHighEntropyValues?.(['platform', 'platformVersion', 'fullVersionList'])
    .catch(() => undefined);
  const brands = (details?.fullVersionList ?? agent?.brands ?? []).filter(({ brand }) => !/not.*brand/i.test(brand));
  const zoom = await browser.tabs.getZoom(tabId).catch(() => null);
  return {
    browser: brands.map(({ brand, version }) => `${brand} ${version}`).join(', ') || around.agent,
    userAgent: around.agent,
    os: details?.platform ? `${details.platform} ${details.platformVersion ?? ''}`.trim() : null,
    build: browser.runtime.getManifest().version,
    language: around.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    window: { width: around.window.outerWidth, height: around.window.outerHeight },
    viewport: { width: around.window.width, height: around.window.height },
    zoom,
    dpr: around.window.scale,
  };
}
