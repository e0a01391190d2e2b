import * as z from 'zod/mini';
import { Health, PageKind, Person, Review, Site } from '../../contract/index.ts';

/** What a capture hands over to be sealed. */

/** An instant as UTC and as Taipei (UTC+8 all year) writes it. */
export const Moment = z.object({ utc: z.string(), taipei: z.string() });
export type Moment = z.infer<typeof Moment>;

export function momentOf(instant: string): Moment {
  const time = Date.parse(instant);
  const taipei = new Date(time + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
  return { utc: new Date(time).toISOString(), taipei };
}

export const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** File names inside a capture: ASCII, at most one folder deep, safe on every system. */
export const FILE_NAME = /^(?:[a-z0-9][a-z0-9-]{0,40}\/)?[A-Za-z0-9][A-Za-z0-9-]{0,60}\.[a-z0-9]{1,10}$/;
export const FileName = z.string().check(z.regex(FILE_NAME));

export const FILE_KINDS = [
  'thread', // thread.json: the post and all comments shown, as the adapter read them (sealing writes it)
  'text', // text.txt: the plain text as shown
  'dom', // dom.txt: the inert subtree of the post and its thread as HTML source; only ever text, never rendered
  'tile', // tiles/001.png …: one shot of the visible tab
  'crop', // crop.png: the review's own part of a tile (`parent` names the tile)
  'second-shot', // second.png: the first tile taken again after a pause
  'window', // window.png: the whole window with its address bar, added by the person
  'mhtml', // page.mhtml: opt-in, whole page; never in a redacted variant
  'recording', // recording.webm
  'served', // served.txt: the page as the server sent it, fetched by the person's click (PTT)
  'redacted', // a copy with third persons masked; `parent` names the original
  'annotated', // a copy with marks; `parent` names the original
] as const;
export const FileKind = z.enum(FILE_KINDS);
export type FileKind = z.infer<typeof FileKind>;

/** Where a picture lies in what was scrolled, in CSS pixels; `scale` = picture pixels per CSS pixel. */
export const Place = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  scale: z.number(),
});
export type Place = z.infer<typeof Place>;

/** A rectangle in a picture, in its own pixels. */
export const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Box = z.infer<typeof Box>;

/** A file that the capture made, before it is hashed. Its bytes are handed over beside it (`seal.ts`). */
export const InputFile = z.object({
  name: FileName,
  kind: FileKind,
  /** MIME type. */
  type: z.string(),
  /** When it was taken. */
  at: z.string(),
  place: z.nullable(Place),
  /** The file of the same capture that it was made from (crop of a tile). */
  parent: z.nullable(z.string()),
});
export type InputFile = z.infer<typeof InputFile>;

/** Why something is not there. The sentence for people stands in words.ts. */
export const MISSING_WHY = [
  'withheld', // recordings, sexual content (T14/T15): address, time and text only
  'not-asked', // the person did not switch it on
  'not-permitted', // no activeTab, permission refused
  'cancelled', // the person stopped it
  'interrupted', // worker, tab or browser ended midway
  'page-gone', // tab closed, no longer in front, or navigated
  'page-changed', // it kept growing or moving, or the pixel ratio changed
  'too-large',
  'storage-full',
  'not-loaded', // pictures or frames that had not loaded
  'cross-origin', // a frame that may not be read
  'redacted', // left out of a redacted variant
  'not-there', // the page does not show it any more (re-check)
  'failed',
] as const;
export const MissingWhy = z.enum(MISSING_WHY);
export type MissingWhy = z.infer<typeof MissingWhy>;

export const Missing = z.object({
  what: z.union([FileKind, z.enum(['pictures', 'fields', 'clock', 'address-bar'])]),
  why: MissingWhy,
  /** Technical detail without personal data: 「tiles 7–12」, 「2 of 5 pictures」; empty for none. */
  detail: z.string(),
});
export type Missing = z.infer<typeof Missing>;

/** The page that was captured. */
export const CapturedPage = z.object({
  site: Site,
  kind: PageKind,
  title: z.nullable(z.string()),
  /** As in the address bar. */
  url: z.string(),
  canonicalUrl: z.nullable(z.string()),
  /** `recorded`: the URL was recorded, not pictured. `pictured`: the person added a shot of the window. */
  addressBar: z.enum(['recorded', 'pictured']),
  /** The place or page that it is about, as shown. */
  place: z.nullable(z.object({ id: z.optional(z.string()), name: z.optional(z.string()) })),
  /** The adapter that read it: site + date on which its selectors were last verified. */
  adapter: z.object({ name: z.string(), version: z.string() }),
  health: z.nullable(Health),
});
export type CapturedPage = z.infer<typeof CapturedPage>;

/** This computer's clock. */
export const Clock = z.object({
  /** This clock minus the server's, from a Date header; null: not measured. */
  offsetMs: z.nullable(z.number()),
  /** Origin whose Date header it was. */
  source: z.nullable(z.string()),
  measuredAt: z.nullable(z.string()),
});
export type Clock = z.infer<typeof Clock>;

/** On what the capture was made. */
export const Environment = z.object({
  browser: z.string(),
  userAgent: z.nullable(z.string()),
  os: z.nullable(z.string()),
  /** Version of the extension. */
  build: z.string(),
  language: z.string(),
  timeZone: z.string(),
  window: z.object({ width: z.number(), height: z.number() }),
  viewport: z.nullable(z.object({ width: z.number(), height: z.number() })),
  zoom: z.nullable(z.number()),
  dpr: z.number(),
});
export type Environment = z.infer<typeof Environment>;

/** What was done against "that was edited in the developer tools". Null: not looked at. */
export const Checks = z.object({
  /** The page was loaded anew right before. */
  reloaded: z.boolean(),
  /** Two shots with a pause between them showed the same. */
  shotsAgree: z.nullable(z.boolean()),
  /** The text on the screen (innerText) is the text in the DOM. */
  textAgrees: z.nullable(z.boolean()),
  /** Changes to the watched part of the page since it was loaded. */
  mutations: z.nullable(z.number()),
  /** `navigator.webdriver`. */
  automated: z.nullable(z.boolean()),
  /** One fetch of the page by the person's click. `agrees`: the review's text stands in it. */
  served: z.nullable(
    z.object({ url: z.string(), status: z.number(), date: z.nullable(z.string()), agrees: z.nullable(z.boolean()) }),
  ),
});
export type Checks = z.infer<typeof Checks>;

/** A line that the page shows beside what `Review` holds: 發信站, 文章網址, AID, 看板 … */
export const ShownField = z.object({ label: z.string(), value: z.string() });
export type ShownField = z.infer<typeof ShownField>;

/** What an earlier capture is compared with (re-check). `gone`: 404 or the site's own deleted mark. */
export const Recheck = z.object({
  /** Capture that it re-checks, and its manifest's hash. */
  of: z.string(),
  manifestHash: Hash,
  outcome: z.enum(['still-there', 'changed', 'gone', 'unclear']),
  /** Lines removed and added against the older text; empty when nothing changed. */
  diff: z.array(z.object({ op: z.enum(['-', '+']), text: z.string() })),
});
export type Recheck = z.infer<typeof Recheck>;

/** Everything a capture hands over to be sealed. Plain data: it may be stored while the capture goes on. */
export const CaptureInput = z.object({
  id: z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/)),
  /** When the person asked, and when the last file was written. */
  startedAt: z.string(),
  finishedAt: z.string(),
  clock: Clock,
  page: CapturedPage,
  environment: Environment,
  checks: Checks,
  /** Who captured. Null: nobody was on duty. */
  by: z.nullable(Person),
  /** The clinic for which it was captured; absent in what was captured before this was recorded. */
  clinic: z.optional(z.nullable(z.string())),
  /** The case at the desk. */
  case: z.nullable(z.object({ id: z.string(), name: z.nullable(z.string()) })),
  /** When the review was first seen here, and by whom. */
  firstSeen: z.nullable(z.object({ at: z.string(), by: z.nullable(z.string()) })),
  /** The review, with its counts at this moment. */
  review: Review,
  /** The post and all comments shown around it, in the page's order (with the review itself). */
  thread: z.array(Review),
  shown: z.array(ShownField),
  /** Listing name and named staff by which the clinic is recognised in it. */
  identifies: z.array(z.string()),
  /** Pictures of the post as the page refers to them. Never the pictures themselves where withheld. */
  pictures: z.array(z.object({ url: z.string(), alt: z.string(), loaded: z.boolean() })),
  recheck: z.nullable(Recheck),
  files: z.array(InputFile),
  /** False where it ended before its time; then `missing` says what is not there. */
  complete: z.boolean(),
  missing: z.array(Missing),
});
export type CaptureInput = z.infer<typeof CaptureInput>;
