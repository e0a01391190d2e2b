import type { ModelSettings, Provider, Quirks } from '../../contract/model.ts';
import { ModelError } from './failure.ts';

/** Where requests go, checked: https anywhere, http on this machine only. */
export interface Address {
  /** Without a slash at the end; `/chat/completions` follows. */
  base: string;
  /** What a key belongs to. */
  origin: string;
  /** For a person to read. */
  host: string;
  /** On this machine, so that the redacted text may be sent. */
  local: boolean;
  /** What the browser is asked to allow. */
  pattern: string;
}

interface Preset {
  baseUrl: string;
  /** A server on this machine needs none. */
  key: boolean;
  quirks: Quirks;
}

const usual: Quirks = { format: 'schema', limit: 'max_tokens', usage: true };
const openai: Quirks = { ...usual, limit: 'max_completion_tokens' };

/** Addresses as the makers document them; `{resource}` is the person's own. */
export const PRESETS: Record<Exclude<Provider, 'builtin'>, Preset> = {
  ollama: { baseUrl: 'http://127.0.0.1:11434/v1', key: false, quirks: usual },
  lmstudio: { baseUrl: 'http://127.0.0.1:1234/v1', key: false, quirks: usual },
  llamacpp: { baseUrl: 'http://127.0.0.1:8080/v1', key: false, quirks: usual },
  openai: { baseUrl: 'https://api.openai.com/v1', key: true, quirks: openai },
  azure: { baseUrl: 'https://{resource}.openai.azure.com/openai/v1', key: true, quirks: openai },
  other: { baseUrl: '', key: true, quirks: usual },
};

export const quirksOf = (provider: Provider): Quirks => (provider === 'builtin' ? usual : PRESETS[provider].quirks);

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address as requests use it. Throws `bad-address` for plain http to another machine, for an address that
 * carries a name and password, and for what is no address.
 */
export function addressOf(input: string): Address {
  const given = input.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(given)
    ? given
    : `${LOOPBACK.test(given.split(/[/:]/)[0] ?? '') || given.startsWith('[::1]') ? 'http' : 'https'}://${given}`;
  if (given === '' || /[{}\s]/.test(given) || !URL.canParse(whole)) throw new ModelError('bad-address');
  const url = new URL(whole);
  const local = LOOPBACK.test(url.hostname);
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && local);
  if (!secure || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw new ModelError('bad-address');
  const path = url.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '');
  return {
    base: `${url.origin}${path === '' ? '/v1' : path}`,
    origin: url.origin,
    host: url.host,
    local,
    // Without a port: a match pattern then covers all of them, which Firefox needs.
    pattern: `${url.protocol}//${url.hostname}/*`,
  };
}

/** Ollama hands models of these names on to its own service elsewhere. */
const HANDED_ON = /[:-]cloud$/i;

/** Whether what is sent stays on this machine. Chrome's own model has no address and does. */
export const isLocal = ({
  provider,
  baseUrl,
  model,
}: Pick<ModelSettings, 'provider' | 'baseUrl' | 'model'>): boolean => {
  if (provider === 'builtin') return true;
  if (HANDED_ON.test(model.trim())) return false;
  try {
    return addressOf(baseUrl).local;
  } catch {
    return false;
  }
};
