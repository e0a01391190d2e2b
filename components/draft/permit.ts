import type { GuardResult, Rule } from '../../lib/contract/draft.ts';
import type { Decision } from '../../lib/contract/views.ts';

/**
 * What stands between a text and the public.
 * `free`: nothing. `confirm`: a named person must say yes. `overridden`: a block that was let through with a
 * recorded reason, for this very text. `blocked`: neither copy nor insert.
 */
export type Permit =
  | { kind: 'free' }
  | { kind: 'confirm' }
  | { kind: 'overridden'; by: string | null }
  | { kind: 'blocked'; rules: Rule[] };

export function permitOf(text: string, guard: GuardResult, decisions: readonly Decision[]): Permit {
  if (guard.verdict === 'safe') return { kind: 'free' };
  const rules = [...new Set(guard.violations.filter(({ severity }) => severity === 'block').map(({ rule }) => rule))];
  const override = decisions.findLast(
    (decision) =>
      decision.what === 'override' &&
      decision.text === text &&
      rules.every((rule) => decision.rules?.includes(rule) ?? false),
  );
  if (override) return { kind: 'overridden', by: override.by?.name ?? null };
  return guard.verdict === 'block' ? { kind: 'blocked', rules } : { kind: 'confirm' };
}

/** The account looks like the clinic's when it is one of its own or carries one of its names. */
export function looksLikeClinic(
  postsAs: string,
  clinic: { name: string; aliases: readonly string[]; own: { facebookPages: readonly string[] } },
): boolean {
  const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  const account = plain(postsAs);
  return [clinic.name, ...clinic.aliases, ...clinic.own.facebookPages]
    .map(plain)
    .some((name) => name !== '' && account.includes(name));
}

/** How many characters a site's own reply box takes, where it says so (Google's box: maxlength 4000). */
export const REPLY_LIMIT: Partial<Record<string, number>> = { 'google-maps': 4000 };

/** A text with one part replaced; a part that is taken out leaves no doubled space or line behind. */
export function replaced(text: string, start: number, end: number, by: string): string {
  if (by !== '') return text.slice(0, start) + by + text.slice(end);
  return text.slice(0, start).replace(/[ \t]+$/, '') + text.slice(end).replace(/^[ \t]+/, '');
}
