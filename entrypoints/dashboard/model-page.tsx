import { useCallback, useEffect, useState } from 'react';
import { type MonthSum, SettingsPanel, type TestResult } from '../../components/model/settings-panel.tsx';
import { emptyClinic } from '../../lib/contract/clinic.ts';
import type { ModelSettings } from '../../lib/contract/model.ts';
import type { Review } from '../../lib/contract/review.ts';
import { compose } from '../../lib/drafting/compose.ts';
import {
  type Address,
  type BuiltinState,
  ModelError,
  type Occasion,
  PRESETS,
  probeBuiltin,
  quirksOf,
  writeReply,
} from '../../lib/drafting/llm/index.ts';
import { forgetKeys, holdKey, type KeyState, keyState, sealKey, unlockKey } from '../../lib/settings/keys.ts';
import { addUsage, loadModel, loadUsage, saveModel, watchModel } from '../../lib/settings/model.ts';
import { triage } from '../../lib/triage/index.ts';
import { toClipboard } from '../sidebar/clipboard.ts';
import {
  askToAllow,
  costOf,
  endpointFor,
  extensionOrigin,
  lineTo,
  placeOf,
  promptApi,
  thisMonth,
} from '../sidebar/model.ts';

interface Loaded {
  settings: ModelSettings;
  keyState: KeyState;
  month: MonthSum;
}

/** The dashboard's page of the optional model: what the panel shows and asks for, from extension storage. */
export default function ModelPage() {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [builtin, setBuiltin] = useState<Record<'zh-TW' | 'en', BuiltinState> | null>(null);
  const load = useCallback(async () => {
    const settings = await loadModel();
    const place = addressIn(settings);
    const held = place && place.origin !== '' ? await keyState(place.origin) : 'none';
    setLoaded({ settings, keyState: held, month: await loadUsage(thisMonth()) });
  }, []);
  useEffect(() => {
    void load();
    return watchModel(() => void load());
  }, [load]);
  useEffect(() => {
    const api = promptApi();
    void Promise.all([probeBuiltin(api, 'zh-TW'), probeBuiltin(api, 'en')]).then(([zh, en]) =>
      setBuiltin({ 'zh-TW': zh, en }),
    );
  }, []);
  if (!loaded) return null;
  const { settings } = loaded;
  const place = settings.provider === 'builtin' ? null : addressIn(settings);
  const withKey = async (work: (origin: string) => Promise<void>): Promise<void> => {
    if (place) await work(place.origin);
    await load();
  };
  return (
    <SettingsPanel
      settings={settings}
      place={place}
      needsKey={settings.provider !== 'builtin' && PRESETS[settings.provider].key && place?.local !== true}
      keyState={loaded.keyState}
      month={loaded.month}
      builtin={builtin}
      extensionOrigin={extensionOrigin()}
      onChange={(change) => {
        const next = completed(settings, change);
        // At once on the screen; what was stored follows.
        setLoaded({ ...loaded, settings: { ...settings, ...next } });
        void saveModel(next).then(load);
      }}
      onTest={() => test(settings, place).finally(() => void load())}
      onKey={(key, passphrase) =>
        withKey((origin) => (passphrase === null ? holdKey(origin, key) : sealKey(origin, key, passphrase)))
      }
      onUnlock={async (passphrase) => {
        const open = place !== null && (await unlockKey(place.origin, passphrase));
        await load();
        return open;
      }}
      onForget={() => withKey(forgetKeys)}
      toClipboard={toClipboard}
    />
  );
}

function addressIn(settings: ModelSettings): Address | null {
  try {
    return placeOf(settings);
  } catch {
    return null;
  }
}

/** Another service comes with its own address, and nothing of what the one before could or could not do. */
function completed(now: ModelSettings, change: Partial<ModelSettings>): Partial<ModelSettings> {
  const provider = change.provider ?? now.provider;
  if (change.provider !== undefined && change.provider !== now.provider) {
    const baseUrl = provider === 'builtin' ? '' : PRESETS[provider].baseUrl;
    return { ...change, baseUrl, model: '', quirks: quirksOf(provider), prices: { input: null, output: null } };
  }
  if (change.on && now.baseUrl === '' && provider !== 'builtin') {
    return { ...change, baseUrl: PRESETS[provider].baseUrl, quirks: quirksOf(provider) };
  }
  if (change.baseUrl !== undefined || change.model !== undefined) return { ...change, quirks: quirksOf(provider) };
  return change;
}

/** The whole way with an invented review, of which triage's findings are sent and nothing else. */
async function test(settings: ModelSettings, place: Address | null): Promise<TestResult> {
  let models: string[] = [];
  try {
    const address = placeOf(settings);
    if (!(await askToAllow(address))) throw new ModelError('no-permission');
    const endpoint = await endpointFor(settings, address);
    if (place && endpoint.key === null && (await keyState(address.origin)) === 'locked')
      throw new ModelError('key-locked');
    if (place) {
      models = await listed(settings, address);
      if (settings.model === '') return { ok: true, models };
    }
    const started = performance.now();
    const written = await writeReply(await lineTo(settings, 'zh-TW'), {
      occasion: invented(),
      sending: 'findings',
      endpoint,
      quirks: settings.quirks,
      signal: AbortSignal.timeout(300_000),
      progress: () => undefined,
    });
    const seconds = (performance.now() - started) / 1_000;
    await addUsage(thisMonth(), written.usage, costOf(settings, written.usage));
    await saveModel({ quirks: written.quirks });
    return { ok: true, seconds, sample: written.text, shape: written.quirks.format };
  } catch (error) {
    return { ok: false, failure: error instanceof ModelError ? error.failure : 'unexpected', models };
  }
}

/** Names only help to choose: a service that lists none may still write. */
async function listed(settings: ModelSettings, address: Address): Promise<string[]> {
  const { modelsOf } = await import('../../lib/drafting/llm/openai.ts');
  const { failureOf } = await import('../../lib/drafting/llm/index.ts');
  const endpoint = await endpointFor(settings, address);
  try {
    return await modelsOf(endpoint, (url, init) => fetch(url, init), AbortSignal.timeout(30_000));
  } catch (error) {
    const failed = failureOf(error, { local: address.local, hasKey: endpoint.key !== null });
    if (settings.model === '' || ['wrong-key', 'no-key', 'not-running', 'offline', 'cors'].includes(failed.failure))
      throw failed;
    return [];
  }
}

function invented(): Occasion {
  const text = '等了很久，櫃檯說明也不清楚。';
  const clinic = { ...emptyClinic(), steps: { booking_wait: ['線上預約'] } };
  const review: Review = {
    site: 'google-maps',
    kind: 'review',
    id: 'test',
    parent: null,
    url: null,
    place: null,
    title: null,
    author: { id: null, name: '', url: null, badges: [] },
    text,
    language: 'zh-TW',
    translated: false,
    collapsed: false,
    rating: 2,
    recommends: null,
    postedAt: { shown: '', iso: null, precision: 'unknown' },
    edited: null,
    counts: {},
    floor: null,
    ip: null,
    country: null,
    photos: null,
    ownerReply: null,
    relevance: null,
  };
  const judged = triage({ text, stars: 2, site: review.site, clinic });
  const draft = compose({ triage: judged, text, stars: 2, site: review.site, clinic, tone: 'warm', seed: 1 });
  return { review, triage: judged, clinic, draft };
}
