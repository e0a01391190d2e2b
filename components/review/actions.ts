import type { Person } from '../../lib/contract/clinic.ts';
import type { Change } from '../../lib/contract/correction.ts';
import type { GuardResult, Rule, Tone } from '../../lib/contract/draft.ts';
import type { Result } from '../../lib/contract/result.ts';
import type { PersonalSpan } from '../../lib/contract/triage.ts';
import type { DraftView, Mark, ReviewView, SettingsView } from '../../lib/contract/views.ts';
import type { OfficialText } from '../../lib/drafting/official/shape.ts';
import type { CaptureActions } from '../capture/actions.ts';
import type { Consent } from '../draft/use-delivery.ts';
import type { ModelActions } from '../model/actions.ts';

/** What a rule is called, and the law behind it in plain words. */
export interface RuleWords {
  title: string;
  why: string;
}

/** What may be done with one draft; each is one message to the background, or one look at the screen. */
export interface DraftActions {
  compose(tone: Tone, seed: number): Promise<Result<DraftView>>;
  /**
   * Keeps what was typed in the place of `over`; null forgets it. `aside`: what stands there can be had back. A text
   * that was typed elsewhere meanwhile is never written over.
   */
  typed(text: string | null, over: string | null, aside?: boolean): Promise<Result<null>>;
  /** What was typed before and gave way to something else, newest first. */
  earlier(): Promise<Result<{ text: string; at: string }[]>>;
  /** The guard, here in the page. Rejects when its code cannot be loaded. */
  check(text: string): Promise<GuardResult>;
  /** A rule in the language of the interface. */
  ruleWords(rule: Rule): Promise<RuleWords>;
  /** The claim of a serious injury has been looked at by whoever is on duty (manager or doctor). */
  confirm(): Promise<Result<ReviewView>>;
  /** `by`: a manager or doctor picked for it; null: whoever is on duty. */
  override(text: string, rules: Rule[], reason: string, by: Person | null): Promise<Result<ReviewView>>;
  copied(text: string, consent?: Consent): Promise<Result<null>>;
  toClipboard(text: string): Promise<boolean>;
  /** Absent where there is no page to write on (dashboard). */
  page?: {
    identity(): Promise<Result<{ postsAs: string | null; reviewId: string | null }>>;
    insert(text: string, consent?: Consent): Promise<Result<{ postsAs: string | null; watched: boolean }>>;
    /** Whether the person really sees this part of our frame. */
    seen(element: Element): Promise<boolean>;
  };
  /** The optional language model; it says itself whether it is switched on. */
  model?: ModelActions;
  personal(text: string): Promise<PersonalSpan[]>;
  duty(person: Person | null): Promise<Result<SettingsView>>;
  setup(): void;
}

/** What may be done with one review. */
export interface ReviewActions extends DraftActions {
  /** Statement, platform reports, private message, briefing for the lawyer: to copy. */
  official?(): Promise<OfficialText[]>;
  mark(mark: Mark): Promise<Result<ReviewView>>;
  /** 「這個判斷不對」. `by`: a manager or doctor picked for it; null: whoever is on duty. */
  correct(changes: Change[], note: string, by: Person | null): Promise<Result<ReviewView>>;
  takeBack(correction: string): Promise<Result<ReviewView>>;
  keep(): Promise<Result<ReviewView>>;
  addNote(text: string): Promise<Result<ReviewView>>;
  removeNote(id: string): Promise<Result<ReviewView>>;
  /** Absent where there is no page. */
  locate?(): Promise<Result<{ covered: boolean }>>;
  expand?(): Promise<Result<null>>;
  /** Absent where evidence has no place (tests of other parts). */
  capture?: CaptureActions;
}
