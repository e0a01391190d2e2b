import type { Clinic } from '../contract/clinic.ts';
import { CONTACT_MARK, HOURS_MARK, NAME_MARK, normalise } from './normalise.ts';

/** Addresses and numbers at which an institution is reached. Mobile numbers are not among them (R08). */
const CONTACTS =
  /https?:\/\/[!-~]{3,200}|\bwww\.[!-~]{3,120}|\b[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,30}){1,4}|\bline@|@[a-z0-9][a-z0-9._-]{3,30}|\(?0(?!9)[0-9]{1,3}\)?[- ]?[0-9]{3,4}[- ]?[0-9]{3,4}(?:[- ]?[0-9]{3})?(?:(?:#|轉|分機|ext\.?) ?[0-9]{1,6})?|\b0800[- ]?[0-9]{3}[- ]?[0-9]{3}/g;

const same = (mark: string, length: number): string => mark.repeat(length);

/** Two characters could be any word: short names are hidden only with what makes them a clinic's name. */
const SAFE_NAME_LENGTH = 3;
const INSTITUTION = '診所|醫院|牙醫|中醫|藥局|中心|醫美|皮膚科|眼科|小兒科';

/** A profile may hold anything; only what looks like what it is called is hidden from the rules. */
const SHAPES = {
  phone: /^(?=(?:[^0-9]*[0-9]){6})[0-9()+#~,、 /-]{6,30}(?:(?:轉|分機|ext\.?) ?[0-9]{1,6})?$/,
  email: /^[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/,
  line: /^@?[a-z0-9._-]{4,30}$/,
  website: /^(?:https?:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#][!-~]*)?$/,
  address: /^(?!.*[您你妳])(?=.*[縣市區鄉鎮路街])[\u4e00-\u9fff0-9a-z(),、 -]{6,60}號?[\u4e00-\u9fff0-9 -]{0,10}$/,
  hours:
    /^[0-9:~\-至到一二三四五六日天週周星期禮拜平假每上下午晚早中間夜休診看門時段小全年無國定例、,;.()/ ]+$|^[a-z0-9:~\-., ()/&;]+$/,
  name: /^(?!.*[您你妳])[^\n]{2,40}$/,
} as const;

function literals(values: string[], shape: keyof typeof SHAPES): string[] {
  return values
    .filter((value) => value.length <= 120)
    .map((value) => normalise(value).text.trim())
    .filter((value) => SHAPES[shape].test(value))
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
    const contacts = [
      ...literals(clinic.addresses, 'address'),
      ...literals([clinic.website], 'website'),
      ...literals(clinic.emails, 'email'),
      ...literals(clinic.phones, 'phone'),
      ...literals(clinic.lineIds, 'line'),
    ];
    for (const literal of contacts) out = hide(out, literal, CONTACT_MARK);
    for (const literal of literals([clinic.hours], 'hours')) out = hide(out, literal, HOURS_MARK);
    for (const literal of literals([clinic.name, ...clinic.aliases], 'name')) {
      if (literal.length >= SAFE_NAME_LENGTH) out = hide(out, literal, NAME_MARK);
      else {
        for (const kind of INSTITUTION.split('|')) out = hide(out, literal + kind, NAME_MARK);
      }
    }
  }
  return out.replace(CONTACTS, (contact) => same(CONTACT_MARK, contact.length));
}
