import type { Draft } from '../../lib/contract/draft.ts';
import type { ModelFailure, Provider, Quirks, Sending, Usage } from '../../lib/contract/model.ts';
import type { Progress, Replacement } from '../../lib/drafting/llm/index.ts';

/** What stands between the person and a draft by the model. */
export type Readiness = 'ready' | 'incomplete' | 'bad-address' | 'no-key' | 'key-locked' | 'no-permission';

/** The chosen model as the line above the draft shows it. Holds no key. */
export interface ModelStatus {
  readiness: Readiness;
  provider: Provider;
  model: string;
  host: string;
  local: boolean;
  /** What is sent unless something else is chosen for a review. */
  sending: Sending;
  /** Of this extension, for the line that lets it in at a server on this computer. */
  extensionOrigin: string;
}

/** Everything that would leave this page, as it would. */
export interface Preview {
  url: string;
  headers: [name: string, value: string][];
  /** The very body of the request. */
  body: { messages: { role: string; content: string }[]; [field: string]: unknown };
  /** The redacted text in it, which is what is agreed to. */
  review: string | null;
}

export interface ModelDraft {
  text: string;
  /** The whole reply is the bank's: what the model wrote did not pass. */
  fellBack: boolean;
  replaced: Replacement[];
  usage: Usage | null;
  /** US dollars; null: not known. */
  cost: number | null;
  quirks: Quirks;
}

export type ModelAnswer = { ok: true; value: ModelDraft } | { ok: false; failure: ModelFailure };

export interface WriteOptions {
  draft: Draft;
  sending: Sending;
  /** The redacted text that the person saw and agreed to send to a service elsewhere. */
  agreed: string | null;
  signal: AbortSignal;
  progress(progress: Progress): void;
}

/** What may be done with the model, from the page in which the draft stands. */
export interface ModelActions {
  /** Null while the model is switched off. */
  status(): Promise<ModelStatus | null>;
  /** Calls back when the settings changed; returns the way to stop. */
  watch(callback: () => void): () => void;
  /** Asks the browser; only from a click. */
  allow(): Promise<boolean>;
  unlock(passphrase: string): Promise<boolean>;
  preview(draft: Draft, sending: Sending): Promise<Preview | null>;
  write(options: WriteOptions): Promise<ModelAnswer>;
  setup(): void;
  toClipboard(text: string): Promise<boolean>;
}
