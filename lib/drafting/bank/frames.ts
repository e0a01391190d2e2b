import { CONTACT_MARK, HOURS_MARK, keyOf, NAME_MARK, normalise } from '../normalise.ts';
import { BANKS, type DraftLanguage, everySentence } from './index.ts';
import { everyOfficial } from './official.ts';
import { everyTopic } from './topics.ts';

/**
 * Whether a sentence is the bank's own. Keys as `keyOf` makes them, the clinic's data as marks. Sentences with a
 * topic are matched by their parts, since topics times sentences would be tens of thousands.
 */
interface Frames {
  greetings: string[];
  whole: Set<string>;
  /** A push line is a start and an end; each start goes with each end. */
  starts: Set<string>;
  ends: string[];
  /** The parts around the slots of a template; between them stands a topic. By their first letter, if they have one. */
  open: Map<string, string[][]>;
  topics: Set<string>;
}

const MARKS: Record<string, string> = {
  '{phone}': CONTACT_MARK,
  '{email}': CONTACT_MARK,
  '{line}': CONTACT_MARK,
  '{website}': CONTACT_MARK,
  '{hours}': HOURS_MARK,
  '{name}': NAME_MARK,
};

/** Marks would not survive normalising, so the text is normalised around them. */
function keyAround(template: string): string {
  return keyOf(
    template
      .split(/(\{(?:phone|email|line|website|hours|name)\})/)
      .map((part) => MARKS[part] ?? normalise(part).text)
      .join(''),
  );
}

function framesOf(language: DraftLanguage): Frames {
  const bank = BANKS[language];
  const { plain, topical } = everySentence(bank, language);
  const { topic, praise, mixed, neutral, act } = bank.push;
  const starts = [
    ...Object.values(topic),
    ...Object.values(mixed),
    praise.any,
    ...Object.values(praise.topic),
    neutral,
  ].flat();
  const official = everyOfficial(language);
  const greetings = [bank.greetings, bank.named, bank.brief].flatMap(({ warm, formal }) => [...warm, ...formal]);
  return {
    greetings: [...new Set(greetings.map(keyAround))].filter((key) => key !== ''),
    whole: new Set([...plain, ...official.plain].flatMap((text) => text.split(/(?<=[；;])/)).map(keyAround)),
    starts: new Set(starts.map(keyAround)),
    ends: act.map(keyAround),
    open: byFirst(
      [...topical, ...official.topical].map((template) => template.split(/\{(?:topic|good|bad)\}/).map(keyAround)),
    ),
    topics: new Set(everyTopic(language).map(keyAround)),
  };
}

function byFirst(templates: string[][]): Map<string, string[][]> {
  const out = new Map<string, string[][]>();
  for (const parts of templates) {
    const first = parts[0]?.charAt(0) ?? '';
    out.set(first, [...(out.get(first) ?? []), parts]);
  }
  return out;
}

let known: Frames[] | null = null;
const frames = (): Frames[] => {
  known ??= (Object.keys(BANKS) as DraftLanguage[]).map(framesOf);
  return known;
};

/** Parts and topics in turn, from end to end. */
function fits(key: string, parts: readonly string[], topics: ReadonlySet<string>): boolean {
  const [head = '', ...rest] = parts;
  if (!key.startsWith(head)) return false;
  const after = key.slice(head.length);
  const [next, ...more] = rest;
  if (next === undefined) return after === '';
  if (more.length === 0) return after.endsWith(next) && topics.has(after.slice(0, after.length - next.length));
  for (let at = after.indexOf(next, 1); at >= 0; at = after.indexOf(next, at + 1)) {
    if (topics.has(after.slice(0, at)) && fits(after.slice(at), rest, topics)) return true;
  }
  return false;
}

const knows = (key: string, { whole, open, topics, starts, ends }: Frames): boolean =>
  whole.has(key) ||
  ends.some((end) => key.endsWith(end) && starts.has(key.slice(0, key.length - end.length))) ||
  [key.charAt(0), ''].some((first) => open.get(first)?.some((parts) => fits(key, parts, topics)));

/** A sentence of the bank in any language, with or without a greeting before it. */
export function isBankSentence(key: string): boolean {
  return frames().some(
    (one) =>
      knows(key, one) ||
      one.greetings.some((greeting) => key.startsWith(greeting) && knows(key.slice(greeting.length), one)),
  );
}
