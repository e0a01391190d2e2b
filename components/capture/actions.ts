import type { Person } from '../../lib/contract/clinic.ts';
import type { Result } from '../../lib/contract/result.ts';
import type { AtDesk } from '../../lib/desk/naming.ts';
import type { CaptureView, Started } from '../../lib/evidence/capture-progress.ts';

/** What the person may choose for a capture. `pictures` is left open unless they say that none may be taken. */
export interface CaptureChoice {
  pictures?: false;
  reload?: boolean;
  served?: boolean;
  /** The whole page as a file; `allowMhtml` said yes. */
  mhtml?: boolean;
  /** An earlier capture to compare with. */
  recheck?: string | null;
  caseName?: string | null;
}

/** A screen recording of the page's tab. */
export interface RecordingActions {
  /** Asks the browser's question, once; false: the person said no. */
  allow(): Promise<boolean>;
  start(): Promise<Result<{ id: string }>>;
  stop(): Promise<Result<null>>;
  /** The same page in a new tab, where the icon begins the recording. */
  reopen(): Promise<Result<null>>;
}

/** What may be done about evidence of one review. */
export interface CaptureActions {
  view(): Promise<Result<CaptureView>>;
  /** Calls back when something about captures changed; the result ends it. */
  onChanged(callback: () => void): () => void;
  /** Absent where no page stands beside us. */
  start?(choice: CaptureChoice): Promise<Result<Started>>;
  /** The clinic's people and who is on duty, looked up when it is pressed; and how to put one of them on duty. */
  who?: { now(): AtDesk; pick(person: Person): Promise<Result<unknown>> };
  /** Asks the browser's question for the whole page as a file, once; false: the person said no. */
  allowMhtml?(): Promise<boolean>;
  /** What a recording of the tab needs; absent where no page stands beside us. */
  recording?: RecordingActions;
  cancel(): Promise<Result<null>>;
  /** Takes a wrong or incomplete capture away; the log keeps it. */
  discard(id: string, reason: string): Promise<Result<null>>;
  /** Shows a capture in the dashboard. */
  open(id: string): void;
}
