import type { Quirks } from '../../contract/model.ts';
import type { Message } from './prompt.ts';
import { jsonSchema } from './schema.ts';

/** The body of a request: what is shown to the person is this very object, and what is sent is its JSON. */
export interface RequestBody {
  model: string;
  messages: Message[];
  stream: true;
  stream_options?: { include_usage: true };
  max_tokens?: number;
  max_completion_tokens?: number;
  response_format?: Record<string, unknown>;
}

/** Room for a model that thinks before it writes; a reply itself is 200 tokens. */
const MOST_TOKENS = 2_048;

export function bodyOf(model: string, messages: Message[], quirks: Quirks): RequestBody {
  return {
    model,
    messages,
    stream: true,
    ...(quirks.usage && { stream_options: { include_usage: true } }),
    ...(quirks.limit !== 'none' && { [quirks.limit]: MOST_TOKENS }),
    ...(quirks.format === 'schema' && {
      response_format: { type: 'json_schema', json_schema: { name: 'reply', strict: true, schema: jsonSchema() } },
    }),
    ...(quirks.format === 'object' && { response_format: { type: 'json_object' } }),
  };
}

/** What to leave out after a server did not take `field`; null when there is nothing left to try. */
export function without(quirks: Quirks, field: string | null): Quirks | null {
  switch (field) {
    case 'response_format':
      if (quirks.format === 'words') return null;
      return { ...quirks, format: quirks.format === 'schema' ? 'object' : 'words' };
    case 'stream_options':
      return quirks.usage ? { ...quirks, usage: false } : null;
    case 'max_tokens':
      return quirks.limit === 'max_tokens' ? { ...quirks, limit: 'max_completion_tokens' } : null;
    case 'max_completion_tokens':
      return quirks.limit === 'none' ? null : { ...quirks, limit: 'none' };
    default:
      return null;
  }
}
