import * as z from 'zod/mini';
import type { Clinic, Person } from '../contract/clinic.ts';
import type { GuardViolation, Purpose, Tone } from '../contract/draft.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import { OwnSentence, type SentenceWords } from '../contract/sentences.ts';
import type { Aspect } from '../contract/triage.ts';
import { isApprover } from '../desk/case.ts';
import { guard } from './guard.ts';

export type { OwnSentence } from '../contract/sentences.ts';

/** So many may a clinic keep. */
const MOST = 500;

/** What is exchanged between clinics: never who approved it, for that holds only where they work. */
const Exchange = z.object({
  format: z.literal('replywell-sentences'),
  version: z.literal(1),
  sentences: z.array(z.unknown()),
});

/** Texts of approved sentences that fit a place in a reply. */
export function ownFor(
  own: readonly OwnSentence[],
  place: { purpose: Purpose; aspect: Aspect | null; language: OwnSentence['language']; tone: Tone },
): string[] {
  return own
    .filter(
      (one) =>
        one.by !== null &&
        one.language === place.language &&
        one.purpose === place.purpose &&
        (one.tone === null || one.tone === place.tone) &&
        (one.aspect === null || one.aspect === place.aspect),
    )
    .map(({ text }) => text);
}

/** What the guard takes as allowed: the approved ones only. */
export const approvedTexts = (own: readonly OwnSentence[]): string[] =>
  own.filter(({ by }) => by !== null).map(({ text }) => text);

/** Why a sentence cannot be approved: it breaks a rule outright, whoever says yes. */
export function objections(text: string, clinic: Clinic | null): GuardViolation[] {
  return guard(text, { clinic }).violations.filter(({ severity }) => severity === 'block');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Adds or changes a sentence. A changed one waits for approval again. */
export function withSentence(own: readonly OwnSentence[], sentence: SentenceWords): Result<OwnSentence[]> {
  const checked = OwnSentence.safeParse({ ...sentence, text: oneLine(sentence.text), by: null, at: null });
  if (!checked.success) return fail('bad-request', 'sentence');
  const before = own.find(({ id }) => id === sentence.id);
  if (before === undefined && own.length >= MOST) return fail('bad-request', 'too many');
  const same = before?.text === checked.data.text;
  const next = same ? { ...checked.data, by: before.by, at: before.at } : checked.data;
  return ok(before ? own.map((one) => (one.id === next.id ? next : one)) : [...own, next]);
}

/** Approves by name: a manager or doctor, and never what breaks a rule. */
export function approve(
  own: readonly OwnSentence[],
  id: string,
  person: Person | null,
  at: string,
  clinic: Clinic | null,
): Result<OwnSentence[]> {
  const sentence = own.find((one) => one.id === id);
  if (!sentence) return fail('bad-request', 'id');
  if (person === null) return fail('needs-person');
  if (!isApprover(person)) return fail('needs-role');
  if (objections(sentence.text, clinic).length > 0) return fail('guard-blocks');
  return ok(own.map((one) => (one.id === id ? { ...one, by: person, at } : one)));
}

export const without = (own: readonly OwnSentence[], id: string): OwnSentence[] => own.filter((one) => one.id !== id);

/** The sentences as a file's text, for another clinic or computer. */
export function exported(own: readonly OwnSentence[]): string {
  const sentences = own.map(({ text, language, purpose, aspect, tone }) => ({ text, language, purpose, aspect, tone }));
  return `${JSON.stringify({ format: 'replywell-sentences', version: 1, sentences }, null, 2)}\n`;
}

/** Adds what a file holds and is not there yet; all of it waits for approval here. `id` makes a new one. */
export function imported(
  own: readonly OwnSentence[],
  file: string,
  id: () => string,
): Result<{ own: OwnSentence[]; added: number; skipped: number }> {
  let value: unknown;
  try {
    value = JSON.parse(file.replace(/^\ufeff/, ''));
  } catch {
    return fail('bad-file');
  }
  const parsed = Exchange.safeParse(value);
  if (!parsed.success) return fail('bad-file');
  const out = [...own];
  let skipped = 0;
  for (const entry of parsed.data.sentences) {
    const record = typeof entry === 'object' && entry !== null ? entry : {};
    const text = 'text' in record && typeof record.text === 'string' ? oneLine(record.text) : '';
    const checked = OwnSentence.safeParse({ aspect: null, tone: null, ...record, text, id: id(), by: null, at: null });
    const known = out.some((one) => one.text === text && one.language === checked.data?.language);
    if (!checked.success || known || out.length >= MOST) skipped += 1;
    else out.push(checked.data);
  }
  return ok({ own: out, added: out.length - own.length, skipped });
}

/**
 * Ours with those of a backup. Unlike an exchange between clinics it says who approved them: that stands where the
 * same person, in the same role, is among the people here; else they wait for approval again.
 */
export function restored(
  own: readonly OwnSentence[],
  backup: readonly OwnSentence[],
  people: readonly Person[],
): OwnSentence[] {
  const works = (person: Person | null) =>
    people.some(({ name, role }) => name === person?.name && role === person.role && role !== 'desk');
  const news = backup.filter(
    ({ id, text, language }) => !own.some((one) => one.id === id || (one.text === text && one.language === language)),
  );
  const back = news.map((one) => (works(one.by) ? one : { ...one, by: null, at: null }));
  return [...own, ...back].slice(0, MOST);
}
