import * as z from 'zod/mini';
import { Clinic, Person, UiLanguage } from './clinic.ts';
import { Correction } from './correction.ts';
import { Draft, GuardResult, Rule, Tone } from './draft.ts';
import { FAILURES } from './result.ts';
import { Health, PageInfo, PostedAt, Relevance, Review, ReviewKind, Site } from './review.ts';
import { Aspect, FindingKind, Polarity, Sentiment, Triage } from './triage.ts';

/** What staff decided about a review. `open`: nothing yet. */
export const Mark = z.enum(['open', 'handled', 'ignored', 'needs-lawyer']);
export type Mark = z.infer<typeof Mark>;

/** One line of the queue: little enough that thousands fit in a message. */
export const QueueItem = z.object({
  /** `site:id`, the key everywhere outside the adapters. */
  key: z.string(),
  site: Site,
  kind: ReviewKind,
  author: z.string(),
  rating: z.nullable(z.number()),
  recommends: z.nullable(z.boolean()),
  postedAt: PostedAt,
  place: z.nullable(z.string()),
  title: z.nullable(z.string()),
  /** First ~140 characters, line breaks as spaces. */
  excerpt: z.string(),
  priority: z.number(),
  sentiment: Sentiment,
  aspects: z.partialRecord(Aspect, Polarity),
  risks: z.array(FindingKind),
  /** Of `risks` those that only sound so: shown with a question mark. */
  hunches: z.optional(z.array(FindingKind)),
  /** Sexual images: nobody is to capture it. */
  intimate: z.optional(z.boolean()),
  /** First of the triage's reasons. */
  reason: z.nullable(z.string()),
  relevance: z.nullable(Relevance),
  collapsed: z.boolean(),
  answered: z.boolean(),
  mark: Mark,
  /** ISO; the nearest deadline. */
  due: z.nullable(z.string()),
  stored: z.boolean(),
  /** Sealed evidence of it is held. */
  captured: z.optional(z.boolean()),
  /** Kept in document order within the page. */
  order: z.number(),
  /** Taken down: only its place is left on the page. */
  gone: z.optional(z.boolean()),
  /** Staff corrected what triage read. */
  corrected: z.optional(z.boolean()),
});
export type QueueItem = z.infer<typeof QueueItem>;

export const keyOf = (review: { site: Site; id: string }): string => `${review.site}:${review.id}`;

/** What stands on the page of this tab, as much of it as changed after `since`. */
export const PageView = z.object({
  rev: z.number(),
  /** True: forget what was shown before, this is all. */
  reset: z.boolean(),
  page: z.nullable(PageInfo),
  url: z.nullable(z.string()),
  health: z.nullable(Health),
  /** True while the content script still reads. */
  reading: z.boolean(),
  /** Whether a profile exists, and whether this page is bound as the clinic's own. */
  bound: z.enum(['no-profile', 'not-bound', 'own']),
  /** How many reviews of the page are `other` (shown by 「本頁全部」 only). */
  others: z.number(),
  items: z.array(QueueItem),
  selected: z.nullable(z.string()),
  /** A write failed although it was tried again: shown until one succeeds. */
  trouble: z.nullable(z.enum(FAILURES)),
  /** `rules-only`: the model's weights are missing or damaged. */
  reader: z.enum(['full', 'rules-only']),
});
export type PageView = z.infer<typeof PageView>;

export const Note = z.object({ id: z.string(), text: z.string(), at: z.string(), by: z.nullable(z.string()) });
export type Note = z.infer<typeof Note>;

/** An entry of what was done with a review: who, when, what text. */
export const Decision = z.object({
  id: z.string(),
  at: z.string(),
  by: z.nullable(Person),
  /** Who was on duty, where `by` was picked by name in the question. */
  duty: z.optional(z.nullable(Person)),
  what: z.enum(['marked', 'copied', 'inserted', 'override', 'confirmed', 'bound', 'captured']),
  mark: z.optional(Mark),
  text: z.optional(z.string()),
  rules: z.optional(z.array(Rule)),
  reason: z.optional(z.string()),
});
export type Decision = z.infer<typeof Decision>;

export const Revision = z.object({ text: z.string(), until: z.string() });
export type Revision = z.infer<typeof Revision>;

/** The open review with all that is known of it. */
export const ReviewView = z.object({
  key: z.string(),
  review: Review,
  /** With staff's corrections, which win. */
  triage: Triage,
  /** What was read before they were applied; null where none stands. */
  original: z.nullable(Triage),
  /** All that were made, oldest first, also those taken back. */
  corrections: z.array(Correction),
  relevance: z.nullable(Relevance),
  mark: Mark,
  /** On the page now (locate, expand and insert make sense). */
  onPage: z.boolean(),
  stored: z.boolean(),
  firstSeen: z.nullable(z.string()),
  notes: z.array(Note),
  decisions: z.array(Decision),
  revisions: z.array(Revision),
  /** What the person typed last, if anything. */
  typed: z.nullable(z.string()),
});
export type ReviewView = z.infer<typeof ReviewView>;

export const DraftView = z.object({ draft: Draft, guard: GuardResult, seed: z.number() });
export type DraftView = z.infer<typeof DraftView>;

/** Each thing a person can choose for this computer, without a default. */
const CHOICES = {
  language: UiLanguage,
  theme: z.enum(['system', 'light', 'dark']),
  tone: Tone,
  sidebar: z.object({
    width: z.number().check(z.gte(320), z.lte(520)),
    side: z.enum(['left', 'right']),
    open: z.boolean(),
  }),
  /** Days after which handled reviews are due for purging; null: never. Held cases are kept anyway. */
  retentionDays: z.nullable(z.number()),
  lastBackup: z.nullable(z.string()),
};

/** Some of the choices. No defaults here: what a change does not name must stay as it is. */
export const PreferencesChange = z.partial(z.object(CHOICES));

/** What the person chose for themselves on this computer. */
export const Preferences = z.object({
  language: z._default(CHOICES.language, 'zh-TW'),
  theme: z._default(CHOICES.theme, 'system'),
  tone: z._default(CHOICES.tone, 'warm'),
  sidebar: z._default(CHOICES.sidebar, { width: 360, side: 'right', open: false }),
  retentionDays: z._default(CHOICES.retentionDays, null),
  lastBackup: z._default(CHOICES.lastBackup, null),
});
export type Preferences = z.infer<typeof Preferences>;

/** Settings as the sidebar and the dashboard show them. */
export const SettingsView = z.object({
  clinic: z.nullable(Clinic),
  preferences: Preferences,
  /** 值班: who sits here now, one of `clinic.people`. */
  onDuty: z.nullable(Person),
});
export type SettingsView = z.infer<typeof SettingsView>;
