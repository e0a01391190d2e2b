import type { ModelActions } from '../../components/model/actions.ts';
import type { GuardResult } from '../../lib/contract/draft.ts';
import type { ReviewView, SettingsView } from '../../lib/contract/views.ts';
import { toClipboard } from './clipboard.ts';

const room = () => import('./model.ts');

/** The optional model of one review: none of its code is loaded before a draft is looked at. */
export function lazyModel(
  key: string,
  around: {
    now(): { settings: SettingsView | null; review: ReviewView | null };
    approved(): Promise<string[]>;
    setup(): void;
  },
): { actions: ModelActions; marked(text: string, result: Promise<GuardResult>): Promise<GuardResult> } {
  let made: Promise<Awaited<ReturnType<typeof make>>> | undefined;
  const make = async () => {
    const { modelActions } = await room();
    return modelActions(key, {
      now: around.now,
      approved: around.approved,
      wrote(sentences) {
        unknown = before().then((known) => [...new Set([...known, ...sentences])]);
      },
    });
  };
  const model = () => {
    made ??= make();
    return made;
  };

  /** Sentences of a model that stand in the draft since an earlier life of this page. */
  let unknown: Promise<string[]> | undefined;
  const before = (): Promise<string[]> => {
    unknown ??= import('../../lib/settings/model.ts').then(({ modelSentences }) => modelSentences(key)).catch(() => []);
    return unknown;
  };

  return {
    async marked(text, result) {
      const [checked, sentences] = await Promise.all([result, before()]);
      if (sentences.length === 0) return checked;
      const { withModelSentences } = await import('../../lib/drafting/llm/known.ts');
      return withModelSentences(checked, text, sentences);
    },
    actions: {
      status: async () => (await model()).status(),
      watch(callback) {
        let stop: (() => void) | null = null;
        let ended = false;
        void model().then(({ watch }) => {
          if (!ended) stop = watch(callback);
        });
        return () => {
          ended = true;
          stop?.();
        };
      },
      allow: async () => (await model()).allow(),
      unlock: async (passphrase) => (await model()).unlock(passphrase),
      preview: async (draft, sending) => (await model()).preview(draft, sending),
      write: async (options) => (await model()).write(options),
      setup: around.setup,
      toClipboard,
    },
  };
}
