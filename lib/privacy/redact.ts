import type { PersonalSpan } from '../contract/triage.ts';

export interface Redacted {
  readonly text: string;
  /** Token → what stood there, exactly as written. */
  readonly tokens: Record<string, string>;
}

const TOKEN = /〔[A-Z_]+_\d+〕/g;

/**
 * Puts 〔PERSON_1〕 … in the place of each value; the same value gets the same token. The clinic's own contacts
 * stay. Tokens that stand in the text already are never given out, so that `restore` gives back every character.
 */
export function redact(text: string, spans: readonly PersonalSpan[]): Redacted {
  const taken = new Set(text.match(TOKEN) ?? []);
  const tokens: Record<string, string> = {};
  const byValue = new Map<string, string>();
  const counts = new Map<string, number>();
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  let out = '';
  let at = 0;
  for (const span of ordered) {
    const start = Math.max(0, span.start);
    const end = Math.min(text.length, span.end);
    if (span.type === 'CLINIC_CONTACT' || start < at || end <= start) continue;
    const value = text.slice(start, end);
    const key = `${span.type} ${value}`;
    let token = byValue.get(key);
    if (!token) {
      let n = counts.get(span.type) ?? 0;
      do {
        n++;
        token = `〔${span.type}_${n}〕`;
      } while (taken.has(token));
      counts.set(span.type, n);
      byValue.set(key, token);
      tokens[token] = value;
    }
    out += text.slice(at, start) + token;
    at = end;
  }
  return { text: out + text.slice(at), tokens };
}

/** Puts the values back. A token that was not given out stays as it is. */
export function restore(redacted: string, tokens: Readonly<Record<string, string>>): string {
  return redacted.replace(TOKEN, (token) => (Object.hasOwn(tokens, token) ? (tokens[token] as string) : token));
}
