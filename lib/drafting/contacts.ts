import type { Clinic } from '../contract/clinic.ts';
import { normalise } from './normalise.ts';

/**
 * Whose phone, mail or page stands in a reply. Nobody can tell from its shape: a reviewer's number looks like the
 * clinic's. So it passes when the clinic's profile names it; anything else needs a person's look.
 */

const DIGIT = '[0-9零〇○洞一二三四五六七八九壹貳參叁肆伍陸柒捌玖]';
const DIGITS: Record<string, string> = Object.fromEntries(
  ['0零〇○洞', '1一壹', '2二貳', '3三參叁', '4四肆', '5五伍', '6六陸', '7七柒', '8八捌', '9九玖'].flatMap(
    (forms, value) => [...forms].map((form) => [form, String(value)]),
  ),
);
/** From the area code or 09 on, in figures or in words, however it is parted: eight to twelve digits. */
const PHONES = new RegExp(
  `(?<!${DIGIT})(?:\\+?886[-() ]{0,2}(?=[1-9一二三四五六七八九])|\\(?[0零〇○洞](?=[-() .、]{0,2}${DIGIT}))(?:[-() .、]{0,2}${DIGIT}){7,10}(?!${DIGIT})`,
  'g',
);
const MAILS = /[a-z0-9][a-z0-9._%+-]{0,63}@([a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,30}){1,4})/g;
const PAGES = /(?:https?:\/\/|\bwww\.)([a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,30}){1,4})[!-~]{0,200}/g;
const ACCOUNTS = /(?<![a-z0-9._%+-])@[a-z0-9][a-z0-9._-]{2,29}[a-z0-9](?![a-z0-9._-]*\.[a-z]{2,4}\b)/g;

/** Free lines of the state that anybody may name: for men, carers, mothers, mental health, the health insurance. */
const PUBLIC_LINES = new Set(['0800013999', '0800507272', '0800870870', '0800788995', '0800030598', '0800636363']);
const PUBLIC_PAGES = /(?:^|\.)(?:gov\.tw|example|maps\.app\.goo\.gl|google\.com|goo\.gl)$/;

/** Its digits alone, the country's number as a nought. */
function digitsOf(phone: string): string {
  const digits = [...phone].map((char) => DIGITS[char] ?? '').join('');
  return digits.startsWith('886') ? `0${digits.slice(3)}` : digits;
}

export interface Foreign {
  start: number;
  end: number;
  /** A mobile number is a person's until the profile says otherwise. */
  mobile: boolean;
}

interface Own {
  phones: string[];
  mails: Set<string>;
  hosts: string[];
  accounts: Set<string>;
}

function ownOf(clinic: Clinic): Own {
  const texts = (values: readonly string[]): string[] =>
    values.map((value) => normalise(value.slice(0, 300)).text.trim());
  const hosts = texts([clinic.website]).flatMap((page) => page.match(/[a-z0-9-]+(?:\.[a-z0-9-]+)+/)?.[0] ?? []);
  return {
    phones: texts(clinic.phones)
      .map(digitsOf)
      .filter(({ length }) => length > 5),
    mails: new Set(texts(clinic.emails)),
    hosts: hosts.map((host) => host.replace(/^www\./, '')),
    accounts: new Set(texts(clinic.lineIds).map((id) => id.replace(/^@?/, '@'))),
  };
}

/** The profile rarely changes, the guard runs on every keystroke. */
const known = new WeakMap<Clinic, Own>();

function ownFor(clinic: Clinic): Own {
  const before = known.get(clinic);
  if (before) return before;
  const own = ownOf(clinic);
  known.set(clinic, own);
  return own;
}

const isOwnHost = (host: string, own: Own): boolean =>
  PUBLIC_PAGES.test(host) || own.hosts.some((mine) => host.replace(/^www\./, '') === mine || host.endsWith(`.${mine}`));

/**
 * Contacts in a normalised text that the clinic's profile does not name. Where the profile names none of a kind (or
 * there is no profile) nothing can be compared: then mobile numbers, and numbers in words, are the foreign ones.
 */
export function foreignContacts(text: string, clinic: Clinic | null | undefined): Foreign[] {
  const out: Foreign[] = [];
  const own = clinic ? ownFor(clinic) : null;
  const add = (at: number, found: string, mobile: boolean): void =>
    void out.push({ start: at, end: at + found.length, mobile });
  for (const match of text.matchAll(PHONES)) {
    const digits = digitsOf(match[0]);
    if (PUBLIC_LINES.has(digits)) continue;
    const mobile = digits.startsWith('09');
    const mine = own?.phones.some((phone) => phone.startsWith(digits) || digits.startsWith(phone)) ?? false;
    if (mine || (!own?.phones.length && !mobile && /^[0-9() -]+$/.test(match[0]))) continue;
    add(match.index, match[0], mobile);
  }
  if (own === null) return out;
  if (own.mails.size > 0)
    for (const match of text.matchAll(MAILS))
      if (!own.mails.has(match[0]) && !isOwnHost(match[1] ?? '', own)) add(match.index, match[0], false);
  if (own.hosts.length > 0)
    for (const match of text.matchAll(PAGES)) if (!isOwnHost(match[1] ?? '', own)) add(match.index, match[0], false);
  if (own.accounts.size > 0)
    for (const match of text.matchAll(ACCOUNTS)) if (!own.accounts.has(match[0])) add(match.index, match[0], false);
  return out;
}
