import type { ModelFailure } from '../../contract/model.ts';

/** A failure that staff can be told of. Carries no key, no payload and no answer: it may be shown and logged. */
export class ModelError extends Error {
  readonly failure: ModelFailure;
  /** After so many milliseconds the server would have us back. */
  readonly retryAfter: number | null;
  /** The field of the request that the server does not take, as it names it. */
  readonly field: string | null;

  constructor(failure: ModelFailure, more: { retryAfter?: number | null; field?: string | null } = {}) {
    super(failure);
    this.name = 'ModelError';
    this.failure = failure;
    this.retryAfter = more.retryAfter ?? null;
    this.field = more.field ?? null;
  }
}

/** What the openai package throws, by its shape: this file stays free of the package. */
interface ApiErrorLike {
  status?: number;
  code?: string | null;
  param?: string | null;
  type?: string | null;
  message?: string;
  error?: unknown;
  headers?: { get?(name: string): string | null };
}

const FIELDS = ['response_format', 'stream_options', 'max_completion_tokens', 'max_tokens'];
const wordsOf = (error: ApiErrorLike): string =>
  `${error.code ?? ''} ${error.type ?? ''} ${error.message ?? ''} ${JSON.stringify(error.error ?? '')}`.slice(0, 4_000);

/** A server's answer other than 2xx, or none at all, as a failure. `local`: the server runs on this machine. */
export function failureOf(error: unknown, where: { local: boolean; hasKey: boolean }): ModelError {
  if (error instanceof ModelError) return error;
  const cause = (error as { cause?: unknown } | null)?.cause;
  if (cause instanceof ModelError) return cause;
  const api = (error ?? {}) as ApiErrorLike;
  if (typeof api.status === 'number') return ofStatus(api.status, api, where);
  const words = wordsOf(api);
  if (api.error !== undefined && api.error !== null && !isConnection(error)) return ofStreamed(api, words, where);
  if (
    /terminated|premature|ECONNRESET|socket hang up|network error|stream (?:closed|ended)/i.test(words + String(cause))
  )
    return new ModelError('cut');
  if (isConnection(error) || error instanceof TypeError) return new ModelError(where.local ? 'not-running' : 'offline');
  if (error instanceof SyntaxError) return new ModelError('malformed');
  return new ModelError('unexpected');
}

const isConnection = (error: unknown): boolean =>
  /Connection error|fetch failed|Failed to fetch|NetworkError/i.test(String((error as Error | null)?.message ?? ''));

/** An error that came in the middle of the stream, where there is no status any more. */
function ofStreamed(api: ApiErrorLike, words: string, where: { local: boolean; hasKey: boolean }): ModelError {
  if (/insufficient_quota|billing/i.test(words)) return new ModelError('quota');
  if (/rate.?limit|overloaded|busy/i.test(words)) return new ModelError('busy');
  if (/content_filter|content management/i.test(words)) return new ModelError('refused');
  return ofStatus(Number((api.error as { code?: unknown } | null)?.code) || 500, api, where);
}

function ofStatus(status: number, api: ApiErrorLike, where: { local: boolean; hasKey: boolean }): ModelError {
  const words = wordsOf(api);
  if (/insufficient_quota|billing|exceeded your current quota|credit balance/i.test(words))
    return new ModelError('quota');
  switch (status) {
    case 400:
    case 413:
    case 422:
      return ofBadRequest(api, words);
    case 401:
      return new ModelError(where.hasKey ? 'wrong-key' : 'no-key');
    case 402:
      return new ModelError('quota');
    case 403:
      return new ModelError(where.local ? 'cors' : 'forbidden');
    case 404:
    case 405:
      return new ModelError(/model/i.test(words.replace(/\/\S*/g, '')) ? 'no-model' : 'no-endpoint');
    case 429:
      return new ModelError('busy', { retryAfter: retryAfterOf(api) });
    default:
      return new ModelError(status >= 500 || status === 408 || status === 409 ? 'server' : 'unexpected', {
        retryAfter: retryAfterOf(api),
      });
  }
}

function ofBadRequest(api: ApiErrorLike, words: string): ModelError {
  if (/api.?key/i.test(words)) return new ModelError('wrong-key');
  if (/context_length|context length|too long|exceeds? .*context|too large/i.test(words))
    return new ModelError('too-long');
  if (/content_filter|content management policy/i.test(words)) return new ModelError('refused');
  const field =
    FIELDS.find((name) => api.param?.startsWith(name)) ?? FIELDS.find((name) => words.includes(name)) ?? null;
  const format = /json_schema|json_object|structured output|grammar/i.test(words) ? 'response_format' : null;
  const known = field ?? format;
  if (!known && /model/i.test(words) && /not found|not exist|not loaded|no models? /i.test(words))
    return new ModelError('no-model');
  return new ModelError('bad-request', { field: known });
}

/** Seconds or a date, as the standard has it; milliseconds where a service is exact. */
function retryAfterOf({ headers }: ApiErrorLike): number | null {
  const exact = Number(headers?.get?.('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(exact)) return exact;
  const value = headers?.get?.('retry-after') ?? '';
  if (value === '') return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const date = Date.parse(value);
  const now = Date.parse(headers?.get?.('date') ?? '');
  return Number.isFinite(date) && Number.isFinite(now) ? Math.max(0, date - now) : null;
}
