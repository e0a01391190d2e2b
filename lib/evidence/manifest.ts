import * as z from 'zod/mini';
import { Health, PageKind, Person, Site } from '../contract/index.ts';

/** A moment as both clocks write it. */
const Moment = z.object({ utc: z.string(), taipei: z.string() });

/** Where a picture lies on the page, in CSS pixels, and how many of its own pixels make one of those. */
export const PictureOffset = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  scale: z.number(),
});
export type PictureOffset = z.infer<typeof PictureOffset>;

/** On what the capture was made (law.md 2.2). Null: not known. */
export const Environment = z.object({
  browser: z.string(),
  system: z.nullable(z.string()),
  /** Version of the extension. */
  build: z.string(),
  language: z.string(),
  timeZone: z.string(),
  window: z.object({ width: z.number(), height: z.number(), scale: z.number(), zoom: z.nullable(z.number()) }),
  /** This computer's clock against a server's Date header; null: not measured. */
  clockOffsetMs: z.nullable(z.number()),
});
export type Environment = z.infer<typeof Environment>;

/** The page that was captured. */
export const CapturedPage = z.object({
  site: Site,
  kind: PageKind,
  title: z.nullable(z.string()),
  url: z.string(),
  canonicalUrl: z.nullable(z.string()),
  health: z.nullable(Health),
});
export type CapturedPage = z.infer<typeof CapturedPage>;

export const CapturedFile = z.object({
  name: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  what: z.enum(['fields', 'text', 'picture', 'guide']),
  offset: z.nullable(PictureOffset),
});
export type CapturedFile = z.infer<typeof CapturedFile>;

const Sentences = z.object({ 'zh-TW': z.string(), en: z.string() });
export type Sentences = z.infer<typeof Sentences>;

/**
 * What a capture holds, from where, when and by whom. Written as canonical JSON; its SHA-256 is what the custody
 * log and the next capture name.
 */
export const Manifest = z.object({
  format: z.literal('replywell-evidence'),
  version: z.literal(1),
  id: z.string(),
  /** `site:id` of the review. */
  review: z.string(),
  capturedAt: Moment,
  firstSeen: z.nullable(Moment),
  by: z.nullable(Person),
  page: CapturedPage,
  /** A picture of a tab has no address bar: the address was recorded, not pictured. */
  addressPictured: z.boolean(),
  environment: Environment,
  files: z.array(CapturedFile),
  leftOut: z.array(z.object({ what: z.enum(['pictures']), why: Sentences })),
  /** SHA-256 of the manifest of the capture before; null: there was none. */
  previous: z.nullable(z.string()),
  signature: z.object({ status: z.literal('not-signed'), note: Sentences }),
  timestamp: z.object({ status: z.literal('none'), note: Sentences }),
  claim: Sentences,
  doesNotProve: z.array(Sentences),
});
export type Manifest = z.infer<typeof Manifest>;

/** An instant as UTC and as Taipei (UTC+8 all year) writes it. */
export function momentOf(instant: string): z.infer<typeof Moment> {
  const time = Date.parse(instant);
  const taipei = new Date(time + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
  return { utc: new Date(time).toISOString(), taipei };
}
