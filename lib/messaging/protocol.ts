import * as z from 'zod/mini';
import {
  Change,
  Clinic,
  type DraftView,
  Health,
  Mark,
  type OwnSentence,
  PageInfo,
  type PageView,
  Person,
  PreferencesChange,
  type QueueItem,
  type ReviewView,
  Rule,
  SentenceWords,
  type SettingsView,
  type Site,
  Tone,
} from '../contract/index.ts';
import { DUE_SHOWN, type DueView } from '../desk/retention.ts';
import type { CaptureView, Started } from '../evidence/capture-progress.ts';
import { Box, type Recheck, Timestamp } from '../evidence/contract.ts';
import type { RevisitHere } from '../evidence/revisit.ts';
import { type Chip, define, type FrameWords, nothing, reply } from './define.ts';

export type * from '../evidence/capture-progress.ts';
export type * from './changes.ts';
export type { Chip, DataOf, FrameWords, ReplyOf, Sender } from './define.ts';
export type * from './orders.ts';

const key = z.string().check(z.maxLength(300));
const text = z.string().check(z.maxLength(2_000_000));
/** A manager or doctor picked by name for this alone; absent: whoever is on duty. */
const by = z.optional(Person);

const PAGES = ['sidebar', 'dashboard'] as const;

/** To the background. */
export const REQUESTS = {
  // content script
  /**
   * On start: where the sidebar stood last. `open`: the icon was pressed before this script was there;
   * `remembered`: it stood open last, so open it where there is something to read.
   */
  'content.hello': define(
    ['content'],
    nothing,
    reply<{ width: number; side: 'left' | 'right'; open: boolean; remembered: boolean; words: FrameWords }>(),
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
      /**
       * Where the page stands now. The browser names the address under which a document was loaded, which an SPA
       * leaves behind; taken only where it is of the sender's own origin and site.
       */
      url: z.optional(z.string().check(z.maxLength(10_000))),
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
  /** The words of a chip's menu. */
  'chip.menu': define(['content'], nothing, reply<{ open: string; capture: string }>()),
  /** 「存證」 in a chip's menu: the sidebar opens at this review and the capture begins, or it says what is in the way. */
  'review.capture': define(['content'], z.object({ id: z.string() }), reply<null>()),
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
  /** `covered`: it lies under our own sidebar. */
  'review.locate': define(['sidebar'], z.object({ key }), reply<{ covered: boolean }>()),
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
    z.object({ key, text, confirmed: z.boolean(), by }),
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
  /**
   * The claim of a serious injury has been looked at by a manager or doctor on duty: a neutral reply may be drafted
   * (CONTRACTS.md, Clinic profile).
   */
  'review.confirm': define(PAGES, z.object({ key }), reply<ReviewView>()),
  /** Keep a review although it is `other` or no profile exists: the person says it concerns the clinic. */
  'review.keep': define(PAGES, z.object({ key }), reply<ReviewView>()),
  'note.add': define(PAGES, z.object({ key, text: z.string().check(z.maxLength(10_000)) }), reply<ReviewView>()),
  'note.remove': define(PAGES, z.object({ key, note: z.string() }), reply<ReviewView>()),
  /** 「這個判斷不對」: needs a named person on duty; to lower something grave, a manager or doctor (lib/desk/corrections.ts). */
  'correction.add': define(
    PAGES,
    z.object({
      key,
      changes: z.array(Change).check(z.minLength(1), z.maxLength(20)),
      note: z.string().check(z.maxLength(2_000)),
      by,
    }),
    reply<ReviewView>(),
  ),
  'correction.back': define(PAGES, z.object({ key, correction: z.string() }), reply<ReviewView>()),
  /** Whether texts are read with the model and the rules, or with the rules alone. */
  'reader.get': define(PAGES, nothing, reply<{ reader: PageView['reader'] }>()),
  'draft.compose': define(PAGES, z.object({ key, tone: Tone, seed: z.number() }), reply<DraftView>()),
  /** `over`: the text that the page saw there; another one is set aside. `aside`: so is this one. */
  'draft.typed': define(
    PAGES,
    z.object({
      key,
      text: z.nullable(text),
      over: z.optional(z.nullable(text)),
      aside: z.optional(z.boolean()),
    }),
    reply<null>(),
  ),
  /** What was typed for a review and gave way to something else, newest first. */
  'draft.earlier': define(PAGES, z.object({ key }), reply<{ text: string; at: string }[]>()),
  /** Lets a blocked text through: needs a manager or doctor, on duty or picked, and a reason; recorded with the text. */
  'draft.override': define(
    PAGES,
    z.object({ key, text, rules: z.array(Rule), reason: z.string().check(z.maxLength(2_000)), by }),
    reply<ReviewView>(),
  ),
  /** Notes that the text was copied; refuses as `draft.insert` does. The page copies only after `ok`. */
  'draft.copied': define(PAGES, z.object({ key, text, confirmed: z.boolean(), by }), reply<null>()),
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
  'settings.preferences': define(PAGES, PreferencesChange, reply<SettingsView>()),
  /** The clinic's own sentences for the bank; `approve` needs a manager or doctor on duty. */
  'sentences.list': define(PAGES, nothing, reply<OwnSentence[]>()),
  'sentences.put': define(PAGES, z.object({ sentence: SentenceWords }), reply<OwnSentence[]>()),
  'sentences.approve': define(PAGES, z.object({ id: z.string() }), reply<OwnSentence[]>()),
  'sentences.remove': define(PAGES, z.object({ id: z.string() }), reply<OwnSentence[]>()),
  'settings.duty': define(PAGES, z.object({ person: z.nullable(Person) }), reply<SettingsView>()),

  // capture
  /**
   * Captures the review as it stands on the sidebar's page. Answers when the first picture was taken; `ask`: nothing
   * was written, because triage found what must not be pictured: say `pictures: false` to keep address, time and text.
   */
  'capture.start': define(
    ['sidebar'],
    z.object({
      key,
      options: z.object({
        pictures: z.optional(z.boolean()),
        reload: z.optional(z.boolean()),
        served: z.optional(z.boolean()),
        /** The whole page as MHTML; `pageCapture` was granted before. */
        mhtml: z.optional(z.boolean()),
        /** An earlier capture of this review to compare with. */
        recheck: z.optional(z.nullable(z.string())),
        caseName: z.optional(z.nullable(z.string().check(z.maxLength(200)))),
      }),
    }),
    reply<Started>(),
  ),
  /** Stops the capture of the sender's tab (of any, from the dashboard); what was taken is kept as incomplete. */
  'capture.cancel': define(['content', ...PAGES], nothing, reply<null>()),
  /** The capture that goes on or ended last here, and those that are held of a review, newest first. */
  'capture.view': define(PAGES, z.object({ key: z.nullable(key) }), reply<CaptureView>()),
  // recording
  /**
   * Records the sidebar's tab beside the newest capture of the review. `needs-click`, `needs-new-tab` as their
   * sentences say; the next press of the icon then begins it.
   */
  'recording.start': define(['sidebar'], z.object({ key }), reply<{ id: string }>()),
  /** Stops the recording of the sender's tab (any, from sidebar and dashboard); what was recorded is sealed. */
  'recording.stop': define(['content', ...PAGES], nothing, reply<null>()),
  /** The page once more in a new tab, where the icon begins the recording. */
  'recording.reopen': define(['sidebar'], z.object({ key }), reply<null>()),
  /** What is to be recorded; told once. */
  'recording.order': define(
    ['recorder'],
    nothing,
    reply<{ id: string; stream: string; width: number; height: number }>(),
  ),
  /**
   * What was recorded since the piece before. `file`: the address of a blob that the recorder holds; null: nothing.
   * The same piece again is answered as if it had been the first time.
   */
  'recording.piece': define(
    ['recorder'],
    z.object({
      id: z.string(),
      seq: z.number(),
      file: z.nullable(z.string().check(z.maxLength(1_000))),
      /** When the recorder began, and when this piece was cut off. */
      from: z.string(),
      at: z.string(),
      type: z.string().check(z.maxLength(100)),
      last: z.boolean(),
      failed: z.boolean(),
    }),
    reply<{ stop: boolean }>(),
  ),
  /** What was captured at this page's address, or what the tab was opened for, and is or is not seen there now. */
  'revisit.view': define(['sidebar'], nothing, reply<RevisitHere[]>()),
  /** Records that the review of this capture is not on the sidebar's page any more. */
  'revisit.record': define(
    ['sidebar'],
    z.object({ id: z.string() }),
    reply<{ id: string; outcome: Recheck['outcome'] }>(),
  ),
  /** Opens the page of a capture in a tab, for the person to look at it again. */
  'revisit.open': define(['dashboard'], z.object({ id: z.string() }), reply<null>()),
  /** Deletes a capture; the custody log keeps that it was there, and why it went. */
  'evidence.delete': define(
    PAGES,
    z.object({
      id: z.string(),
      reason: z.string().check(z.minLength(1), z.maxLength(2_000)),
      /** A wrong capture, taken back. */
      wrong: z.boolean(),
      by,
    }),
    reply<null>(),
  ),
  /** Something was done with a capture: goes into the custody log. */
  'evidence.noted': define(
    ['dashboard'],
    z.object({
      id: z.string(),
      action: z.enum(['viewed', 'exported', 'redacted']),
      detail: z.optional(z.string().check(z.maxLength(500))),
    }),
    reply<null>(),
  ),

  /**
   * Makes a copy with third persons masked, without page source and recording; `beside`: captures of the same case,
   * whose authors are parties and stay named. `pictures`: those for the copy and what to paint over in them, in pixels;
   * left out: those that were covered last. Answers the copy's id.
   */
  'evidence.redact': define(
    ['dashboard'],
    z.object({
      id: z.string(),
      beside: z.array(z.string()),
      pictures: z.optional(
        z
          .array(z.object({ parent: z.string(), covers: z.array(Box).check(z.maxLength(1_000)) }))
          .check(z.maxLength(200)),
      ),
    }),
    reply<{ id: string }>(),
  ),
  /** Seals a picture of the window beside a capture; `file`: the address of a blob that the dashboard holds. */
  'evidence.window': define(
    ['dashboard'],
    z.object({ id: z.string(), file: z.string().check(z.maxLength(1_000)) }),
    reply<{ id: string }>(),
  ),
  /** What an authority answered; an answer that failed is kept too, to be tried again. */
  'evidence.stamped': define(['dashboard'], z.object({ id: z.string(), stamp: Timestamp }), reply<null>()),

  // dashboard
  'settings.clinic': define(['dashboard'], Clinic, reply<SettingsView>()),
  /** A backup is about to be written by the dashboard: the log says so. `at` is its time, `name` the file's. */
  'data.export': define(['dashboard'], nothing, reply<{ at: string; name: string }>()),
  /** All corrections as JSON lines, for the person to hand on if they wish. */
  'data.corrections': define(['dashboard'], nothing, reply<{ file: string; name: string; count: number }>()),
  /** `file`: the address of a blob that the dashboard holds. */
  'data.import': define(
    ['dashboard'],
    z.object({ file: z.string().check(z.maxLength(1_000)) }),
    reply<{ reviews: number; skipped: number }>(),
  ),
  /** Sentences of another clinic or computer: all wait for approval here. */
  'sentences.import': define(
    ['dashboard'],
    z.object({ file: z.string() }),
    reply<{ own: OwnSentence[]; added: number; skipped: number }>(),
  ),
  /** What "delete all" would delete, to be shown before. */
  'data.inventory': define(
    ['dashboard'],
    nothing,
    reply<{
      reviews: number;
      notes: number;
      decisions: number;
      corrections: number;
      drafts: number;
      sentences: number;
      captures: number;
      /** Newest first; the first few hundred. */
      evidence: { id: string; at: string; site: Site | null; author: string | null }[];
    }>(),
  ),
  /** The reviews whose time is up by the chosen days, and those that stay for their evidence; nothing goes by it. */
  'data.due': define(['dashboard'], nothing, reply<DueView>()),
  /** Deletes of these those that are still due; needs a manager or doctor on duty where the clinic has one. */
  'data.purge': define(
    ['dashboard'],
    z.object({ keys: z.array(key).check(z.minLength(1), z.maxLength(DUE_SHOWN)), by }),
    reply<{ deleted: number }>(),
  ),
  'data.clear': define(
    ['dashboard'],
    z.object({ reason: z.string().check(z.minLength(1), z.maxLength(2_000)), by }),
    reply<null>(),
  ),
} as const;

export type Requests = typeof REQUESTS;
export type RequestName = keyof Requests;
