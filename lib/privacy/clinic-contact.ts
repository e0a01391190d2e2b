import type { Clinic } from '../contract/clinic.ts';
import { fold } from './fold.ts';
import type { Candidate } from './recognizer.ts';

/** The clinic's own published contacts, squeezed to what identifies them, longest first. */
const cache = new WeakMap<Clinic, readonly string[]>();

/** What may be written otherwise, character by character, so that places hold. */
const SAME: Readonly<Record<string, string>> = {
  臺: '台',
  号: '號',
  樓: 'f',
  楼: 'f',
  县: '縣',
  区: '區',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  零: '0',
  〇: '0',
  '－': '-',
};
const isNoise = (char: string): boolean => /[\s\-().·・#/,，\u2010-\u2015]/.test(char);
/** An address stands among other characters; a number or an id must not go on. */
const CJK = /[\u4e00-\u9fff]/;

function plainChar(char: string): string {
  const lower = char.toLowerCase();
  return lower.length === 1 ? (SAME[lower] ?? lower) : char;
}

function squeeze(text: string): string {
  let out = '';
  for (const char of fold(text).text) if (!isNoise(char)) out += plainChar(char);
  return out;
}

/** An address is also said without its county, its town or its floor: 「太平路一段260號」. */
function addressForms(address: string): string[] {
  const whole = squeeze(address).replace(/^\d{3,6}(?=[\u4e00-\u9fff])/, '');
  const noCity = whole.replace(/^[\u4e00-\u9fff]{2}[市縣]/, '');
  const noTown = noCity.replace(/^[\u4e00-\u9fff\d]{1,3}[區鄉鎮市]/, '');
  const forms = [whole, noCity, noTown];
  for (const form of [...forms]) {
    const house = /^.*?號/.exec(form);
    if (house) forms.push(house[0]);
  }
  // Without a road and a number it could be anyone's.
  return forms.filter((form) => /[路街道巷村里].*\d.*號/.test(form));
}

/** Abroad, in brackets, with the code of the country: the same number. */
function phoneForms(phone: string): string[] {
  const digits = squeeze(phone).replace(/\D/g, '');
  const whole = digits.startsWith('886') ? `0${digits.slice(3).replace(/^0/, '')}` : digits;
  return /^0\d{8,9}$/.test(whole)
    ? [squeeze(phone), whole, `+886${whole.slice(1)}`, `886${whole.slice(1)}`]
    : [squeeze(phone)];
}

function contactsOf(clinic: Clinic): readonly string[] {
  const known = cache.get(clinic);
  if (known) return known;
  const values = [
    ...(clinic.phones ?? []).flatMap(phoneForms),
    ...(clinic.lineIds ?? []).flatMap((id) => [squeeze(id), squeeze(id).replace(/^@/, '')]),
    ...(clinic.emails ?? []).map(squeeze),
    ...(clinic.addresses ?? []).flatMap((a) => [squeeze(a), ...addressForms(a)]),
  ].filter((value) => value.length >= 5);
  const contacts = [...new Set(values)].sort((a, b) => b.length - a.length);
  cache.set(clinic, contacts);
  return contacts;
}

const WORD = /[a-z0-9_]/i;

/** Finds the clinic's contacts however they are spaced; they are recognised and left alone. */
export function findClinicContacts(text: string, clinic: Clinic): Candidate[] {
  const values = contactsOf(clinic);
  if (values.length === 0) return [];
  let squeezed = '';
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (isNoise(char)) continue;
    squeezed += plainChar(char);
    places.push(i);
  }
  const found: Candidate[] = [];
  for (const value of values) {
    for (let at = squeezed.indexOf(value); at >= 0; at = squeezed.indexOf(value, at + value.length)) {
      let start = places[at] ?? 0;
      const end = (places[at + value.length - 1] ?? 0) + 1;
      const edges = !CJK.test(value);
      if (edges && WORD.test(value.charAt(0)) && WORD.test(text.charAt(start - 1))) continue;
      // A number or an id that goes on is another one.
      if (edges && WORD.test(value.charAt(value.length - 1)) && WORD.test(text.charAt(end))) continue;
      if (edges && /^[._-][a-z0-9]/i.test(text.slice(end, end + 2))) continue;
      if (text.charAt(start - 1) === '(' && text.slice(start, end).includes(')')) start--;
      found.push({ type: 'CLINIC_CONTACT', start, end, score: 1 });
    }
  }
  return found;
}
