import * as z from 'zod/mini';

/** Where a language model can run. All but `builtin` speak the OpenAI protocol. */
export const PROVIDERS = ['ollama', 'lmstudio', 'llamacpp', 'builtin', 'openai', 'azure', 'other'] as const;
export const Provider = z.enum(PROVIDERS);
export type Provider = z.infer<typeof Provider>;

/** What leaves this page: what triage found, or the text with personal data taken out. */
export const Sending = z.enum(['findings', 'redacted']);
export type Sending = z.infer<typeof Sending>;

/**
 * What a server turned out not to take, remembered so that the next request is right at once. `format`: how the
 * answer's shape is asked for, from the strictest to words only.
 */
export const Quirks = z.object({
  format: z._default(z.enum(['schema', 'object', 'words']), 'schema'),
  limit: z._default(z.enum(['max_tokens', 'max_completion_tokens', 'none']), 'max_tokens'),
  usage: z._default(z.boolean(), true),
});
export type Quirks = z.infer<typeof Quirks>;

/** The person's choice of a model on this computer. Off until switched on; holds no key. */
export const ModelSettings = z.object({
  on: z._default(z.boolean(), false),
  provider: z._default(Provider, 'ollama'),
  baseUrl: z._default(z.string(), ''),
  model: z._default(z.string(), ''),
  /** US dollars for a million tokens, as the person read them on the provider's list; null: not known. */
  prices: z._default(z.object({ input: z.nullable(z.number()), output: z.nullable(z.number()) }), {
    input: null,
    output: null,
  }),
  quirks: z._default(Quirks, { format: 'schema', limit: 'max_tokens', usage: true }),
});
export type ModelSettings = z.infer<typeof ModelSettings>;

/** Tokens as the server counted them; `null` where it does not say. */
export const Usage = z.object({ input: z.number(), output: z.number() });
export type Usage = z.infer<typeof Usage>;

/** Everything that can go wrong between here and a model; the sentences stand in lib/strings. */
export const MODEL_FAILURES = [
  'bad-address', // neither https nor this machine
  'no-permission', // the browser was not asked, or said no
  'no-key',
  'key-locked',
  'wrong-key',
  'forbidden', // 403 of a cloud service
  'cors', // 403 of a server on this machine: it does not let an extension in
  'no-model',
  'no-endpoint',
  'redirected', // an answer from elsewhere is not followed
  'offline',
  'not-running',
  'slow',
  'cut',
  'busy',
  'quota',
  'server',
  'too-long',
  'bad-request',
  'refused',
  'malformed',
  'wrong-language',
  'empty',
  'no-builtin',
  'no-reply', // this review had better not be answered
  'cancelled',
  'unexpected',
] as const;
export type ModelFailure = (typeof MODEL_FAILURES)[number];
