import type { GuardResult, Rule } from '../../lib/contract/draft.ts';
import type { Decision } from '../../lib/contract/views.ts';

/**
 * What stands between a text and the public.
 * `free`: nothing. `confirm`: a named person must say yes (who: `mayConfirm` of desk/naming.ts). `overridden`: a block that was let through with a
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

/** How many characters (UTF-16) a site's own reply box takes, where it says so (Google's box: maxlength 4000). */
export const REPLY_LIMIT: Partial<Record<string, number>> = { 'google-maps': 4000 };

/** Where a sentence ends; a full stop only before a space, so that addresses and prices stay whole. */
const STOP = /[。！？!?\n]|[.](?=\s|$)/g;

/** The sentence or sentences in which `[start, end)` lies, with their stop, without the space around them. */
export function sentenceAround(text: string, start: number, end: number): { start: number; end: number } {
  let from = 0;
  let to = text.length;
  for (const { 0: stop, index } of text.matchAll(STOP)) {
    const after = index + stop.length;
    if (after <= start) from = after;
    else if (after >= end) {
      to = stop === '\n' ? index : after;
      break;
    }
  }
  while (from < start && /\s/.test(text[from] ?? '')) from++;
  return { start: from, end: Math.max(to, end) };
}

/**
 * A text in which the sentence with the words in question gives way to another one. Whole sentences, since a
 * sentence in the place of three words is no Chinese and no English. One that stands there already is not said twice.
 */
export function replaced(text: string, start: number, end: number, by: string): string {
  const sentence = sentenceAround(text, start, end);
  const before = text.slice(0, sentence.start);
  const after = text.slice(sentence.end);
  if (by !== '' && !before.includes(by) && !after.includes(by)) return before + by + after;
  return before.replace(/[ \t]+$/, after.startsWith(' ') ? '' : '$&') + after;
}
