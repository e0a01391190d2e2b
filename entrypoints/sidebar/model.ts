import { browser } from 'wxt/browser';
import type {
  ModelActions,
  ModelAnswer,
  ModelStatus,
  Readiness,
  WriteOptions,
} from '../../components/model/actions.ts';
import type { Draft } from '../../lib/contract/draft.ts';
import type { ModelSettings, Usage } from '../../lib/contract/model.ts';
import type { ReviewView, SettingsView } from '../../lib/contract/views.ts';
import {
  type Address,
  addressOf,
  bodyOf,
  builtinLine,
  type Endpoint,
  isLocal,
  type LanguageModelLike,
  type Line,
  ModelError,
  type Occasion,
  PRESETS,
  payloadOf,
  redactedText,
  requestFor,
  writeReply,
} from '../../lib/drafting/llm/index.ts';
import { keyState, readKey, unlockKey } from '../../lib/settings/keys.ts';
import { addUsage, keepModelSentences, loadModel, saveModel, watchModel } from '../../lib/settings/model.ts';

/** Chrome's own model lies outside of every network. */
const HERE: Address = { base: '', origin: '', host: 'Chrome', local: true, pattern: '' };

/** Where the chosen model is; throws `bad-address`. */
export const placeOf = ({ provider, baseUrl }: ModelSettings): Address =>
  provider === 'builtin' ? HERE : addressOf(baseUrl);

export const promptApi = (): LanguageModelLike | undefined =>
  (globalThis as { LanguageModel?: LanguageModelLike }).LanguageModel;

/** The way to the chosen model. The openai package comes with the first draft that needs it. */
export async function lineTo({ provider }: ModelSettings, language: string): Promise<Line> {
  if (provider === 'builtin') return builtinLine(promptApi(), language);
  const { openaiLine } = await import('../../lib/drafting/llm/openai.ts');
  return openaiLine((url, init) => fetch(url, init));
}

export const isAllowed = async ({ pattern }: Address): Promise<boolean> =>
  pattern === '' || (await browser.permissions.contains({ origins: [pattern] }));

/** Only from a click. */
export const askToAllow = async ({ pattern }: Address): Promise<boolean> =>
  pattern === '' || (await browser.permissions.request({ origins: [pattern] }));

export const endpointFor = async (settings: ModelSettings, address: Address): Promise<Endpoint> => ({
  provider: settings.provider,
  address,
  model: settings.model,
  key: await readKey(address.origin),
});

export const extensionOrigin = (): string => browser.runtime.getURL('/').replace(/\/$/, '');

/** What a draft cost by the prices that the person entered; null: not known. */
export function costOf(settings: ModelSettings, usage: Usage | null): number | null {
  const { prices } = settings;
  if (!usage || isLocal(settings) || prices.input === null || prices.output === null) return null;
  return (usage.input * prices.input + usage.output * prices.output) / 1_000_000;
}

export const thisMonth = (): string => new Date().toISOString().slice(0, 7);

async function readiness(settings: ModelSettings): Promise<Readiness> {
  if (settings.provider === 'builtin') return 'ready';
  if (settings.model.trim() === '') return 'incomplete';
  let address: Address;
  try {
    address = addressOf(settings.baseUrl);
  } catch {
    return 'bad-address';
  }
  const key = await keyState(address.origin);
  if (key === 'locked') return 'key-locked';
  if (key === 'none' && PRESETS[settings.provider].key && !address.local) return 'no-key';
  return (await isAllowed(address)) ? 'ready' : 'no-permission';
}

/** The model for one review, in the page in which its draft stands: a worker would be ended while it waits. */
export function modelActions(
  key: string,
  around: {
    now(): { settings: SettingsView | null; review: ReviewView | null };
    /** What the clinic itself approved. */
    approved(): Promise<string[]>;
    /** Sentences that are asked about from now on. */
    wrote(unknown: readonly string[]): void;
  },
): Pick<ModelActions, 'status' | 'watch' | 'allow' | 'unlock' | 'preview' | 'write'> {
  function occasionOf(draft: Draft): Occasion | null {
    const { settings, review } = around.now();
    if (!review || review.key !== key) return null;
    return { review: review.review, triage: review.triage, clinic: settings?.clinic ?? null, draft };
  }

  async function write({ draft, sending, agreed, signal, progress }: WriteOptions): Promise<ModelAnswer> {
    try {
      const settings = await loadModel();
      const occasion = occasionOf(draft);
      if (!settings.on || !occasion) throw new ModelError('cancelled');
      const address = placeOf(settings);
      if (!(await isAllowed(address))) throw new ModelError('no-permission');
      // Elsewhere only the very text that the person has read.
      const may = isLocal(settings) || (agreed !== null && agreed === redactedText(occasion));
      const written = await writeReply(await lineTo(settings, draft.language), {
        occasion,
        sending: may ? sending : 'findings',
        endpoint: await endpointFor(settings, address),
        quirks: settings.quirks,
        approved: await around.approved(),
        signal,
        progress,
      });
      if (signal.aborted) throw new ModelError('cancelled');
      const cost = costOf(settings, written.usage);
      around.wrote(written.unknown);
      await keepModelSentences(key, written.unknown);
      await addUsage(thisMonth(), written.usage, cost);
      if (JSON.stringify(written.quirks) !== JSON.stringify(settings.quirks))
        await saveModel({ quirks: written.quirks });
      const fellBack = written.replaced.some(({ was }) => was === '');
      const { text, replaced, usage, quirks } = written;
      return { ok: true, value: { text, fellBack, replaced, usage, cost, quirks } };
    } catch (error) {
      return { ok: false, failure: error instanceof ModelError ? error.failure : 'unexpected' };
    }
  }

  return {
    async status(): Promise<ModelStatus | null> {
      const settings = await loadModel();
      if (!settings.on) return null;
      const local = isLocal(settings);
      let host = settings.baseUrl;
      try {
        host = placeOf(settings).host;
      } catch {
        // Said by the readiness.
      }
      return {
        readiness: await readiness(settings),
        provider: settings.provider,
        model: settings.model,
        host,
        local,
        sending: local ? 'redacted' : 'findings',
        extensionOrigin: extensionOrigin(),
      };
    },
    watch: watchModel,
    async allow() {
      const address = placeOf(await loadModel());
      return askToAllow(address);
    },
    async unlock(passphrase) {
      return unlockKey(placeOf(await loadModel()).origin, passphrase);
    },
    async preview(draft, sending) {
      const settings = await loadModel();
      const occasion = occasionOf(draft);
      if (!occasion || draft.text === null) return null;
      const address = placeOf(settings);
      const body = bodyOf(settings.model, requestFor(occasion, sending), settings.quirks);
      const headers: [string, string][] =
        address.origin === ''
          ? []
          : [
              ['Content-Type', 'application/json'],
              ...((await keyState(address.origin)) === 'none'
                ? []
                : ([[settings.provider === 'azure' ? 'api-key' : 'Authorization', '••••••']] as [string, string][])),
            ];
      return {
        url: address.base === '' ? '' : `${address.base}/chat/completions`,
        headers,
        body: body as unknown as { messages: { role: string; content: string }[] },
        review: payloadOf(occasion, sending).review ?? null,
      };
    },
    write,
  };
}
