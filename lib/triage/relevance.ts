import type { Clinic } from '../contract/clinic.ts';
import type { Relevance, Review } from '../contract/review.ts';
import { type Family, Matcher } from './matcher.ts';
import { CJK, classes, normalise, normalisedText } from './normalise.ts';

/** The page a review stands on, as far as relevance needs it. */
export interface RelevancePage {
  readonly place?: { readonly id?: string; readonly name?: string } | null;
  readonly title?: string | null;
}

/** What is known of a clinic's names, compiled once per profile. */
interface Compiled {
  readonly matcher: Matcher;
  /** Squeezed names and ids of our own pages. */
  readonly names: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
}

const cache = new WeakMap<Clinic, Compiled>();

/** Generic ends of a clinic's name: 「微光牙醫診所」 is also 「微光牙醫」, 「微光診所」 and, with evidence, 「微光」. */
const ENDS =
  /(?:聯合|綜合)?(?:牙醫|牙科|中醫|眼科|皮膚科|小兒科|耳鼻喉科|婦產科|骨科|復健科|身心科|身心|內科|外科|家醫科|家庭醫學科|醫美|醫學美容|美學|整形外科|整形|獸醫|動物)?(?:聯合)?(?:診所|醫院|醫療|中心|院所)?$/;
const BRANCH = /[(（].*[)）]$|(?:總院|分院|[一-鿿]{1,3}店|[一-鿿]{1,3}院)$/;

/** A name by its letters only: no blanks, dashes or marks; folded, lower case. */
export function squeezeName(name: string): string {
  const { codes } = normalise(name);
  return normalisedText(codes).replace(/[\s\-_.·・’'"「」『』()【】|｜,，、]/g, '');
}

/** A Latin name keeps its blanks (「Glimmer Dental」); `_` is the lexicon's blank. Empty for other names. */
function spaced(name: string): string {
  const { codes } = normalise(name);
  const plain = normalisedText(codes).trim().replaceAll('_', ' ');
  return /^[a-z]/.test(plain) && /\s/.test(plain) ? plain.replace(/\s+/g, '_') : '';
}

/** Words around a bare short name or a surname that say it is about a clinic. */
const EVIDENCE =
  /診所|醫院|醫師|醫生|牙醫|皮膚|醫美|看診|掛號|門診|療程|護理|院長|櫃台|諮詢|回診|看牙|拔牙|植牙|矯正|打針|領藥|clinic|doctor|dentist|dr\b/;

function compile(clinic: Clinic): Compiled {
  const known = cache.get(clinic);
  if (known) return known;
  const sure: string[] = [];
  const weak: string[] = [];
  const names = new Set<string>();
  for (const name of [clinic.name, ...(clinic.aliases ?? [])]) {
    const squeezed = squeezeName(name);
    if (squeezed.length < 2) continue;
    sure.push(squeezed, spaced(name));
    names.add(squeezed);
    const bare = squeezed.replace(BRANCH, '');
    if (bare !== squeezed && bare.length >= 2) sure.push(bare);
    const stem = bare.replace(ENDS, '');
    const kind = bare.slice(stem.length);
    if (stem.length >= 2 && kind !== '') {
      // 「微光牙」 alone says nothing; with 醫/科/診所 after it the name is whole enough.
      for (const end of ['診所', '醫院']) sure.push(stem + end);
      const specialty =
        /^(?:聯合|綜合)?(牙醫|牙科|中醫|眼科|皮膚科|小兒科|耳鼻喉科|婦產科|骨科|復健科|身心科|身心|醫美|醫學美容|整形外科|整形|獸醫|動物)/.exec(
          kind,
        )?.[1];
      if (specialty) sure.push(stem + specialty);
      weak.push(stem);
    }
  }
  for (const word of clinic.watch ?? []) if (squeezeName(word).length >= 2) sure.push(squeezeName(word), spaced(word));
  for (const doctor of clinic.doctors ?? []) {
    for (const name of [doctor.name, ...(doctor.aliases ?? [])]) {
      const plain = squeezeName(name.replace(/(?:主治)?(?:醫師|醫生|院長|主任|醫)$/, ''));
      // A doctor's full name is enough; a surname with a title needs more.
      if (plain.length >= 3 || (plain.length === 2 && !/^[a-z]+$/.test(plain))) sure.push(plain, spaced(name));
      const surname = plain.charAt(0);
      if (plain.length >= 2 && !/^[a-z]/.test(plain))
        for (const title of ['醫師', '醫生', '院長', '主任']) weak.push(surname + title);
      if (plain.length === 2) weak.push(plain);
    }
  }
  const escaped = (list: string[]): string =>
    [...new Set(list)]
      .map((w) => w.replace(/[{},\s]/g, ''))
      .filter(Boolean)
      .join(' ');
  const families: Family[] = [
    { tag: 'sure', evasive: true, terms: escaped(sure) },
    { tag: 'weak', evasive: true, terms: escaped(weak) },
  ];
  const own = clinic.own ?? { googlePlaces: [], facebookPages: [], pttIds: [], dcardIds: [] };
  const ids = new Set<string>();
  for (const id of [...own.googlePlaces, ...own.facebookPages, ...own.pttIds, ...own.dcardIds]) {
    ids.add(id.trim().toLowerCase());
    ids.add(cidOf(id.trim().toLowerCase()));
    const squeezed = squeezeName(id);
    if (squeezed.length >= 2) ids.add(squeezed);
  }
  const compiled: Compiled = { matcher: new Matcher(families), names, ids };
  cache.set(clinic, compiled);
  return compiled;
}

/** Google's place is `0x…:0x…`; an address with `?cid=` knows the second half only (`0x0:0x…`). Other ids as they are. */
const cidOf = (id: string): string => /^0x[0-9a-f]+:(0x[0-9a-f]+)$/.exec(id)?.[1] ?? id;

function isOwnPlace(place: RelevancePage['place'] | Review['place'], compiled: Compiled): boolean {
  if (!place) return false;
  const id = place.id?.trim().toLowerCase();
  if (id && (compiled.ids.has(id) || compiled.ids.has(cidOf(id)))) return true;
  if (!place.name) return false;
  const name = squeezeName(place.name);
  return name.length >= 2 && (compiled.ids.has(name) || compiled.names.has(name));
}

/** True when the text names the clinic, a doctor or a watch term. `related`: other evidence that it is about us. */
export function mentions(text: string, clinic: Clinic, related = false): boolean {
  return mentionsCompiled(text, compile(clinic), related);
}

function mentionsCompiled(text: string, compiled: Compiled, related: boolean): boolean {
  const { families } = compiled.matcher;
  let weak = 0;
  const seen = new Set<string>();
  const normalised = normalise(text);
  for (const hit of compiled.matcher.find(normalised)) {
    if (families[hit.family]?.tag === 'sure') {
      if (isWholeName(normalised.codes, hit.end)) return true;
    } else {
      seen.add(normalisedText(normalised.codes, hit.start, hit.end));
      weak = seen.size;
    }
  }
  if (weak === 0) return false;
  // The bare stem and a doctor's surname together, or one of them where we are spoken of anyway.
  if (weak >= 2 || related) return true;
  const only = [...seen][0] ?? '';
  const isStem = !/(?:醫師|醫生|院長|主任)$/.test(only);
  return isStem && only.length >= 3 && EVIDENCE.test(normalisedText(normalised.codes));
}

/** A Latin name must not run on; a two-letter Chinese one is taken as it stands. */
function isWholeName(codes: Uint16Array, end: number): boolean {
  const kind = classes[codes[end - 1] as number];
  return kind === CJK || end === codes.length || classes[codes[end] as number] !== classes[codes[end - 1] as number];
}

/**
 * The clinic's own words: written by one of its own accounts (by id, never by name: a name can be borrowed).
 */
export function isOwnVoice(review: Review, clinic: Clinic | null): boolean {
  const id = review.author.id?.trim().toLowerCase();
  return clinic !== null && id !== undefined && id !== '' && compile(clinic).ids.has(id);
}

/**
 * What a review has to do with the clinic: `own` (our place, page or account), `mention` (names us), `thread`
 * (under a post that does), else `other`. Null without a profile. A list item is judged by its title.
 */
export function relevance(
  review: Review,
  page: RelevancePage,
  clinic: Clinic | null,
  thread: 'own' | 'mention' | null,
): Relevance | null {
  if (!clinic) return null;
  const compiled = compile(clinic);
  if (isOwnPlace(review.place, compiled) || isOwnPlace(page.place, compiled)) return 'own';
  if (review.author.id && compiled.ids.has(review.author.id.trim().toLowerCase())) return 'own';
  const related = thread !== null || mentionsCompiled(page.title ?? '', compiled, false);
  const text = review.kind === 'item' ? (review.title ?? review.text) : `${review.title ?? ''}\n${review.text}`;
  if (mentionsCompiled(text, compiled, related)) return 'mention';
  return thread ? 'thread' : 'other';
}
