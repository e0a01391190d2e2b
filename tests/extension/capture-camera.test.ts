// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fail, ok } from '../../lib/contract/index.ts';
import { command } from '../../lib/messaging/commands.ts';
import type { Sight } from '../../lib/page/capture.ts';
import { shoot } from '../../lib/services/capture-camera.ts';

vi.mock('../../lib/messaging/commands.ts');

/** One picture of a page that stands still, or does what pages and people do while it is taken. */
const TARGET = { tabId: 1, frameId: 0, windowId: 1 };
const sight = (scroll = 0, more: Partial<Sight> = {}): Sight => ({
  view: {
    width: 400,
    height: 300,
    scale: 1,
    scroll,
    most: 900,
    origin: 0,
    clear: { from: 0, to: 300 },
    target: { from: 0, to: 1_200 },
    across: { from: 0, to: 400 },
  },
  review: null,
  url: 'https://www.ptt.cc/bbs/x/M.1.A.1.html',
  visible: true,
  barsHidden: 0,
  imagesMissing: 0,
  mark: null,
  ...more,
});

/** What the page answers each time it is looked at. */
let seen: () => ReturnType<typeof ok<Sight | null>> | ReturnType<typeof fail>;
let tab: () => Promise<object>;
let refuses: string | null;

/** A PNG of 400 × 300 as far as its header goes. */
function png(): Blob {
  const head = new DataView(new ArrayBuffer(24));
  head.setUint32(0, 0x89504e47);
  head.setUint32(16, 400);
  head.setUint32(20, 300);
  return new Blob([head]);
}

beforeEach(() => {
  fakeBrowser.reset();
  seen = () => ok(sight());
  tab = async () => ({ windowId: 1, active: true });
  refuses = null;
  vi.mocked(command).mockImplementation((async () => seen()) as never);
  Object.assign(fakeBrowser.tabs, {
    get: () => tab(),
    captureVisibleTab: async () => {
      if (refuses) throw new Error(refuses);
      return 'data:';
    },
  });
  vi.stubGlobal('fetch', async () => ({ blob: async () => png() }));
});

test('a page at rest is pictured', async () => {
  expect(await shoot(TARGET, sight())).toMatchObject({ ok: true, value: { width: 400, height: 300 } });
});

test('scrolled once while it was taken: taken again, as it stands then', async () => {
  const stands = [sight(40), sight(40)];
  seen = () => ok(stands.shift() ?? null);
  expect(await shoot(TARGET, sight())).toMatchObject({ ok: true, value: { sight: { view: { scroll: 40 } } } });
});

test('scrolled again and again, or zoomed: it does not stand still', async () => {
  let scroll = 0;
  seen = () => {
    scroll += 10;
    return ok(sight(scroll));
  };
  expect(await shoot(TARGET, sight())).toMatchObject({ ok: false, failure: 'page-moving' });
  const zoomed = sight();
  zoomed.view.scale = 1.25;
  seen = () => ok(zoomed);
  expect(await shoot(TARGET, sight())).toMatchObject({ ok: false, failure: 'page-moving' });
});

test('another address, or another document in the tab: the page was left', async () => {
  seen = () => ok(sight(0, { url: 'https://www.ptt.cc/bbs/x/M.2.A.2.html' }));
  expect(await shoot(TARGET, sight())).toMatchObject({ ok: false, failure: 'page-left' });
  seen = () => ok(null);
  expect(await shoot(TARGET, sight())).toMatchObject({ ok: false, failure: 'page-left' });
  // Nobody answers in the new document yet; the browser speaks of permission there.
  seen = () => fail('page-gone');
  expect(await shoot(TARGET, sight())).toMatchObject({ ok: false, failure: 'page-left' });
  refuses = "The 'activeTab' permission is not in effect";
  expect(await shoot(TARGET, sight())).toMatchObject({ ok: false, failure: 'page-left' });
});

test('another tab in front, or none: neither is taken for the page', async () => {
  tab = async () => ({ windowId: 1, active: false });
  expect(await shoot(TARGET, sight())).toMatchObject({ ok: false, failure: 'tab-hidden' });
  tab = async () => Promise.reject(new Error('No tab with id: 1.'));
  expect(await shoot(TARGET, sight())).toMatchObject({ ok: false, failure: 'page-gone' });
});

test('without leave it is leave that is missing, where the page still stands', async () => {
  refuses = "The 'activeTab' permission is not in effect";
  expect(await shoot(TARGET, sight())).toMatchObject({ ok: false, failure: 'needs-click' });
});
