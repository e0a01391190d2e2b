import type { Clinic } from '../contract/clinic.ts';
import { CONTACT_MARK, HOURS_MARK, NAME_MARK, normalise } from './normalise.ts';

/** Addresses and numbers at which an institution is reached. Mobile numbers are not among them (R08). */
const CONTACTS =
  /https?:\/\/[!-~]{3,200}|\bwww\.[!-~]{3,120}|\b[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,30}){1,4}|\bline@|@[a-z0-9][a-z0-9._-]{3,30}|\(?0(?!9)[0-9]{1,3}\)?[- ]?[0-9]{3,4}[- ]?[0-9]{3,4}(?:[- ]?[0-9]{3})?(?:(?:#|轉|分機|ext\.?) ?[0-9]{1,6})?|\b0800[- ]?[0-9]{3}[- ]?[0-9]{3}/g;

const same = (mark: string, length: number): string => mark.repeat(length);

/** Two characters could be any word: short names are hidden only with what makes them a clinic's name. */
const SAFE_NAME_LENGTH = 3;
const INSTITUTION = '診所|醫院|牙醫|中醫|藥局|中心|醫美|皮膚科|眼科|小兒科';

function literals(values: string[], least: number): string[] {
  return values
    .map((value) => normalise(value).text.trim())
    .filter((value) => value.length >= least && value.length <= 120)
    .sort((a, b) => b.length - a.length);
}

function hide(text: string, literal: string, mark: string): string {
  let out = text;
  for (let at = out.indexOf(literal); at >= 0; at = out.indexOf(literal, at + literal.length)) {
    out = out.slice(0, at) + same(mark, literal.length) + out.slice(at + literal.length);
  }
  return out;
}

/**
 * Normalised text of the same length in which the clinic's own name, contact data and hours, and any plain contact,
 * are marks: so that a clinic called 「第一」 or a phone number meets no rule.
 */
export function mask(text: string, clinic: Clinic | null | undefined): string {
  let out = text;
  if (clinic) {
    const contacts = [...clinic.phones, ...clinic.emails, ...clinic.lineIds, ...clinic.addresses, clinic.website];
    for (const literal of literals(contacts, 5)) out = hide(out, literal, CONTACT_MARK);
    for (const literal of literals([clinic.hours], 3)) out = hide(out, literal, HOURS_MARK);
    for (const literal of literals([clinic.name, ...clinic.aliases], 2)) {
      if (literal.length >= SAFE_NAME_LENGTH) out = hide(out, literal, NAME_MARK);
      else {
        for (const kind of INSTITUTION.split('|')) out = hide(out, literal + kind, NAME_MARK);
      }
    }
  }
  return out.replace(CONTACTS, (contact) => same(CONTACT_MARK, contact.length));
}
