import * as z from 'zod/mini';
import {
  Clinic,
  type DraftView,
  Health,
  Mark,
  PageInfo,
  type PageView,
  Person,
  Preferences,
  type QueueItem,
  type Result,
  type ReviewView,
  Rule,
  type SettingsView,
  Tone,
  type Urgency,
} from '../contract/index.ts';

/**
 * Every message, its shape and who may send it. Site, tab and URL come from the sender, never from the payload.
 *
 * - `content`: our content script in a tab of one of the four sites (it can report and ask for chips, no more:
 *   it cannot read lists, settings or exports, nor delete).
 * - `sidebar`: our page in a frame that proved itself with the nonce of `sidebar.ticket`.
 * - `dashboard`: our own page in a tab of its own.
 * - `background`: to the content script of a tab.
 */
export type Sender = 'content' | 'sidebar' | 'dashboard' | 'background';

const key = z.string().check(z.maxLength(300));
const text = z.string().check(z.maxLength(2_000_000));
const nothing = z.object({});

/** What the chip on the page shows: urgency only, no legal word and no review text. */
export interface Chip {
  id: string;
  urgency: Urgency;
  /** The word beside the icon, in the UI language. */
  word: string;
  /** What a screen reader says. */
  label: string;
  mark: z.infer<typeof Mark>;
}

function define<S extends z.ZodMiniType, R>(from: readonly Sender[], data: S, _reply?: R) {
  return { from, data, reply: undefined as R };
}
const reply = <R>(): R => undefined as R;

const PAGES = ['sidebar', 'dashboard'] as const;

/** To the background. */
export const REQUESTS = {
  // content script
  /** On start: how the sidebar stood last, and whether it stands open in this tab. */
  'content.hello': define(
    ['content'],
    nothing,
    reply<{ width: number; side: 'left' | 'right'; open: boolean; words: FrameWords }>(),
  ),
  /**
   * What was read. `session` names this life of the content script, `batch` counts its reports: where the
   * background lost track (worker restarted) it answers `resync` and everything is sent again.
   */
  'page.report': define(
    ['content'],
    z.object({
      session: z.string(),
      batch: z.number(),
      /** First report of a page (also after an SPA navigation): forget the page before. */
      reset: z.boolean(),
      reading: z.boolean(),
      page: PageInfo,
      health: Health,
      /** Checked one by one, so that one bad record does not stop the rest. */
      reviews: z.array(z.unknown()),
    }),
    reply<{ resync: boolean; chips: Chip[]; rejected: number }>(),
  ),
  'page.closed': define(['content'], z.object({ session: z.string() }), reply<null>()),
  /** The address of a new sidebar frame with its one-time nonce. */
  'sidebar.ticket': define(['content'], nothing, reply<{ url: string }>()),
  'sidebar.placed': define(
    ['content'],
    z.object({
      width: z.optional(z.number()),
      side: z.optional(z.enum(['left', 'right'])),
      open: z.optional(z.boolean()),
    }),
    reply<null>(),
  ),
  /** A chip was pressed. */
  'review.opened': define(['content'], z.object({ id: z.string() }), reply<null>()),
  /** What stands in the site's own box after an insertion; null: the box is gone. */
  'composer.typed': define(['content'], z.object({ id: z.string(), text: z.nullable(text) }), reply<null>()),

  // sidebar
  'sidebar.hello': define(
    ['sidebar'],
    z.object({ nonce: z.string() }),
    reply<{ tabId: number; settings: SettingsView }>(),
  ),
  'page.view': define(['sidebar'], z.object({ since: z.number() }), reply<PageView>()),
  'review.select': define(['sidebar'], z.object({ key: z.nullable(key) }), reply<null>()),
  'review.locate': define(['sidebar'], z.object({ key }), reply<null>()),
  'review.expand': define(['sidebar'], z.object({ key }), reply<null>()),
  /** 「這是我的診所」: bind the page's place as the clinic's own, making a profile with its name if there is none. */
  'place.bind': define(['sidebar'], nothing, reply<SettingsView>()),
  'page.structure': define(['sidebar'], nothing, reply<{ report: string }>()),
  'composer.view': define(['sidebar'], nothing, reply<{ key: string; text: string } | null>()),
  'sidebar.close': define(['sidebar'], nothing, reply<null>()),
  'dashboard.open': define(['sidebar'], z.object({ section: z.string() }), reply<null>()),
  /** Puts the text into the site's own box (never sends it). Checks the guard again first. */
  'draft.insert': define(
    ['sidebar'],
    z.object({ key, text, confirmed: z.boolean() }),
    reply<{ postsAs: string | null; watched: boolean }>(),
  ),
  /** Who would the reply be posted as; null when the site does not say. Asked before inserting. */
  'draft.identity': define(
    ['sidebar'],
    z.object({ key }),
    reply<{ postsAs: string | null; reviewId: string | null }>(),
  ),

  // sidebar and dashboard
  'review.get': define(PAGES, z.object({ key }), reply<ReviewView>()),
  'review.mark': define(PAGES, z.object({ key, mark: Mark }), reply<ReviewView>()),
  /** Keep a review although it is `other` or no profile exists: the person says it concerns the clinic. */
  'review.keep': define(PAGES, z.object({ key }), reply<ReviewView>()),
  'note.add': define(PAGES, z.object({ key, text: z.string().check(z.maxLength(10_000)) }), reply<ReviewView>()),
  'note.remove': define(PAGES, z.object({ key, note: z.string() }), reply<ReviewView>()),
  'draft.compose': define(PAGES, z.object({ key, tone: Tone, seed: z.number() }), reply<DraftView>()),
  'draft.typed': define(PAGES, z.object({ key, text: z.nullable(text) }), reply<null>()),
  /** Lets a blocked text through: needs who is on duty (role as the rule asks) and a reason; recorded with the text. */
  'draft.override': define(
    PAGES,
    z.object({ key, text, rules: z.array(Rule), reason: z.string().check(z.maxLength(2_000)) }),
    reply<ReviewView>(),
  ),
  /** Notes that the text was copied; refuses as `draft.insert` does. The page copies only after `ok`. */
  'draft.copied': define(PAGES, z.object({ key, text, confirmed: z.boolean() }), reply<null>()),
  'store.list': define(
    PAGES,
    z.object({
      query: z.string(),
      filter: z.enum(['all', 'urgent', 'negative', 'unanswered', 'risk']),
      limit: z.number(),
    }),
    reply<{ items: QueueItem[]; total: number }>(),
  ),
  'settings.get': define(PAGES, nothing, reply<SettingsView>()),
  'settings.preferences': define(PAGES, z.partial(Preferences), reply<SettingsView>()),
  'settings.duty': define(PAGES, z.object({ person: z.nullable(Person) }), reply<SettingsView>()),

  // dashboard
  'settings.clinic': define(['dashboard'], Clinic, reply<SettingsView>()),
  'data.export': define(['dashboard'], nothing, reply<{ file: string; name: string }>()),
  'data.import': define(['dashboard'], z.object({ file: z.string() }), reply<{ reviews: number; skipped: number }>()),
  /** What "delete all" would delete, to be shown before. */
  'data.inventory': define(
    ['dashboard'],
    nothing,
    reply<{ reviews: number; notes: number; decisions: number; drafts: number; captures: number }>(),
  ),
  'data.clear': define(
    ['dashboard'],
    z.object({ reason: z.string().check(z.minLength(1), z.maxLength(2_000)) }),
    reply<null>(),
  ),
} as const;

/** To the content script of a tab, from the background. */
export const COMMANDS = {
  'content.resync': define(['background'], nothing, reply<null>()),
  /** `all`: every chip not named here is taken away. */
  'content.chips': define(
    ['background'],
    z.object({
      chips: z.array(
        z.custom<Chip>((value) => typeof value === 'object' && value !== null && 'id' in value && 'word' in value),
      ),
      all: z.boolean(),
    }),
    reply<null>(),
  ),
  'content.locate': define(['background'], z.object({ id: z.string() }), reply<null>()),
  'content.expand': define(['background'], z.object({ id: z.string() }), reply<null>()),
  'content.identity': define(
    ['background'],
    z.object({ id: z.string() }),
    reply<{ postsAs: string | null; reviewId: string | null }>(),
  ),
  'content.insert': define(
    ['background'],
    z.object({ id: z.string(), text }),
    reply<{ postsAs: string | null; watched: boolean }>(),
  ),
  'content.sidebar': define(
    ['background'],
    z.object({ do: z.enum(['open', 'close', 'toggle']) }),
    reply<{ open: boolean }>(),
  ),
  'content.structure': define(['background'], nothing, reply<{ report: string }>()),
} as const;

/** To all our pages, from the background: something changed, ask again. Carries nothing of the store. */
export const CHANGED = z.object({
  /** The tab whose page changed; null: settings or the store. */
  tabId: z.nullable(z.number()),
  topic: z.enum(['page', 'review', 'selected', 'settings', 'composer', 'gone']),
  key: z.optional(z.string()),
});
export type Changed = z.infer<typeof CHANGED>;

/** The few words drawn by the content script around the frame, in the UI language. */
export interface FrameWords {
  open: string;
  close: string;
  resize: string;
  frame: string;
}

export type Requests = typeof REQUESTS;
export type Commands = typeof COMMANDS;
export type RequestName = keyof Requests;
export type CommandName = keyof Commands;
export type DataOf<D extends { data: z.ZodMiniType }> = z.input<D['data']>;
export type ReplyOf<D extends { reply: unknown }> = Result<D['reply']>;
