import type { Clinic, PersonalType, Review } from '../contract/index.ts';
import { findPersonal, redact } from '../privacy/index.ts';

/** Data that lead to a person. What a review tells of health or of a visit is its content and stays. */
const LEADS_TO_A_PERSON: ReadonlySet<PersonalType> = new Set<PersonalType>([
  'PERSON',
  'NATIONAL_ID',
  'PHONE',
  'EMAIL',
  'ADDRESS',
  'LINE_ID',
  'SOCIAL_ACCOUNT',
  'BIRTHDAY',
  'MEDICAL_RECORD_NO',
  'NHI_CARD_NO',
  'BED_NO',
  'PLATE',
  'BANK_ACCOUNT',
  'CREDIT_CARD',
  'URL_PROFILE',
]);

/**
 * Masks third persons: everyone but the authors whose reviews the case is about, the clinic and its staff. The same
 * person is the same 〔第三人1〕 everywhere.
 */
export interface Mask {
  text(text: string): string;
  review(review: Review): Review;
}

export function maskOf(parties: readonly Review[], thread: readonly Review[], clinic: Clinic | null): Mask {
  const keep = new Set(
    [
      ...parties.map(({ author }) => author.name),
      ...(clinic === null ? [] : [clinic.name, ...clinic.aliases]),
      ...(clinic?.doctors.flatMap(({ name, aliases }) => [name, ...aliases]) ?? []),
      ...(clinic?.people.map(({ name }) => name) ?? []),
    ].filter((name) => name !== ''),
  );
  const isParty = (review: Review) =>
    parties.some(
      ({ id, author }) => id === review.id || (author.id ?? author.name) === (review.author.id ?? review.author.name),
    );
  const others = thread.filter((review) => !isParty(review));
  const tokens = new Map<string, string>();
  for (const { author } of others) {
    const person = author.id ?? author.name;
    const token = tokens.get(person) ?? `〔第三人${new Set(tokens.values()).size + 1}〕`;
    for (const name of [person, author.name]) if (!keep.has(name)) tokens.set(name, token);
  }
  // Longer names first: one may be part of another. A single character would hit half the text.
  const names = [...tokens.keys()].filter((name) => [...name].length > 1).sort((a, b) => b.length - a.length);
  const ids = new Map(others.map(({ id }, index) => [id, `third-${index + 1}`]));
  const idOf = (id: string) => ids.get(id) ?? id;

  const text = (given: string): string => {
    const named = names.reduce((out, name) => out.replaceAll(name, tokens.get(name) ?? ''), given);
    const spans = findPersonal(named, clinic).filter(
      ({ type, start, end }) => LEADS_TO_A_PERSON.has(type) && !keep.has(named.slice(start, end)),
    );
    return redact(named, spans).text;
  };
  const review = (given: Review): Review => {
    const masked: Review = {
      ...given,
      parent: given.parent === null ? null : idOf(given.parent),
      title: given.title && text(given.title),
      text: text(given.text),
      ownerReply: given.ownerReply && { ...given.ownerReply, text: text(given.ownerReply.text) },
    };
    if (isParty(given)) return masked;
    const token = tokens.get(given.author.id ?? given.author.name) ?? '〔第三人〕';
    return {
      ...masked,
      id: idOf(given.id),
      aliases: undefined,
      url: null,
      author: { id: null, name: token, url: null, badges: [] },
      ip: null,
      country: null,
    };
  };
  return { text, review };
}
