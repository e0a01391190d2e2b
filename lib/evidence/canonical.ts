import canonicalize from 'canonicalize';
import type * as z from 'zod/mini';
import { safeParse } from 'zod/mini';
import { equal, utf8 } from './bytes.ts';

/**
 * Canonical JSON (RFC 8785): the same value is the same bytes, so that a hash of it means something. Members that
 * are `undefined` are left out. A lone surrogate, which the RFC refuses and page text may hold, becomes U+FFFD, as
 * it does in every UTF-8 file. Throws on what JSON has no word for.
 */
export function canonicalJson(value: unknown): string {
  const written = canonicalize(wellFormed(value));
  if (typeof written !== 'string') throw new TypeError(`No value of JSON: ${typeof value}`);
  return written;
}

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const repaired = (text: string): string => text.replace(LONE, '\ufffd');

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return repaired(value);
  if (typeof value === 'function' || typeof value === 'bigint')
    throw new TypeError(`No value of JSON: ${typeof value}`);
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  // No prototype: a member called __proto__ is a member like others.
  const copy: Record<string, unknown> = Object.create(null);
  for (const [name, member] of Object.entries(value)) copy[repaired(name)] = wellFormed(member);
  return copy;
}

/** What the bytes hold, if they are exactly the canonical JSON of such a value; null otherwise. */
export function readCanonical<S extends z.ZodMiniType>(bytes: Uint8Array, shape: S): z.output<S> | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value = safeParse(shape, JSON.parse(text));
    return value.success && equal(utf8(canonicalJson(value.data)), bytes) ? value.data : null;
  } catch {
    return null;
  }
}
