import type { Clinic } from '../contract/clinic.ts';
import { fold } from './fold.ts';
import type { Candidate } from './recognizer.ts';

/** The clinic's own published contacts, squeezed to what identifies them. */
interface Contacts {
  /** Squeezed value and whether it must stand between other letters and digits. */
  readonly values: readonly string[];
}

const cache = new WeakMap<Clinic, Contacts>();
const NOISE = /[\s\-().·・#/]/;
const squeeze = (text: string): string =>
  fold(text)
    .text.toLowerCase()
    .replaceAll('臺', '台')
    .replace(/[\s\-().·・#/]/g, '');

function contactsOf(clinic: Clinic): Contacts {
  const known = cache.get(clinic);
  if (known) return known;
  const values = [
    ...(clinic.phones ?? []),
    ...(clinic.lineIds ?? []),
    ...(clinic.emails ?? []),
    ...(clinic.addresses ?? []),
  ]
    .map(squeeze)
    .filter((value) => value.length >= 5);
  const contacts = { values: [...new Set(values)].sort((a, b) => b.length - a.length) };
  cache.set(clinic, contacts);
  return contacts;
}

/** Finds the clinic's contacts however they are spaced; they are recognised and left alone. */
export function findClinicContacts(text: string, clinic: Clinic): Candidate[] {
  const { values } = contactsOf(clinic);
  if (values.length === 0) return [];
  let squeezed = '';
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (NOISE.test(char)) continue;
    const lower = char.toLowerCase();
    squeezed += lower.length === 1 ? (lower === '臺' ? '台' : lower) : char;
    places.push(i);
  }
  const found: Candidate[] = [];
  for (const value of values) {
    for (let at = squeezed.indexOf(value); at >= 0; at = squeezed.indexOf(value, at + value.length)) {
      let start = places[at] ?? 0;
      const end = (places[at + value.length - 1] ?? 0) + 1;
      if (/[a-z0-9]/i.test(value.charAt(0)) && /[a-z0-9]/i.test(text.charAt(start - 1))) continue;
      if (/[a-z0-9]/i.test(value.charAt(value.length - 1)) && /[a-z0-9]/i.test(text.charAt(end))) continue;
      if (text.charAt(start - 1) === '(' && text.slice(start, end).includes(')')) start--;
      found.push({ type: 'CLINIC_CONTACT', start, end, score: 1 });
    }
  }
  return found;
}
