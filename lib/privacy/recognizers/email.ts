import { type Candidate, matches, type Recognizer } from '../recognizer.ts';

const AT = '(?:@|\\s?[(\\[{<]\\s?(?:at|AT|小老鼠)\\s?[)\\]}>]\\s?|\\s(?:at|AT)\\s|\\s?小老鼠\\s?)';
const DOT = '(?:\\.|\\s?[(\\[]\\s?(?:dot|DOT|點)\\s?[)\\]]\\s?|\\s?(?:點|dot|DOT)\\s?)';
const MAIL = new RegExp(
  `(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}${AT}[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:${DOT}[A-Za-z0-9-]{1,62}){0,3}${DOT}[A-Za-z]{2,10}(?![A-Za-z0-9])(?![A-Za-z0-9._%+-]{0,64}@)`,
  'g',
);
/** Without a dot it is still one where the provider is known: 「abc at gmail」. */
const PROVIDER = new RegExp(
  `(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{1,63}${AT}(?:gmail|yahoo|hotmail|outlook|icloud)(?![A-Za-z0-9.])`,
  'gi',
);

/** Blanks or another sign where the @ belongs, before a mailbox that everyone knows: 「abc # gmail.com」. */
const LOOSE =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9](?:[A-Za-z0-9._%+-]{2,63}|[A-Za-z0-9._%+-]{1,30}(?:\s?(?:點|dot)\s?[A-Za-z0-9]{1,20}){1,2})\s?(?:[@#]|小?老鼠|在|\[@\]|\(@\)|[([]a[)\]])\s?(?:gmail|yahoo|hotmail|outlook|icloud|msn|pchome|hinet|seed|livemail|kimo|proton|protonmail|qq|163|126|me|live)(?:\s?(?:[.。,]|點|dot)\s?[a-z]{2,6}){1,3}(?![A-Za-z0-9])/gi;
/** Blanks around the sign and the dots: 「abc @ mail . example . tw」. */
const SPREAD =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{1,63}(?:\s@\s|@\s?)[A-Za-z0-9-]{2,40}(?:\s?\.\s?[A-Za-z0-9-]{2,40}){0,2}\s?\.\s?(?:com|net|org|edu|tw|me|io|cc|jp|cn|hk)(?![A-Za-z0-9@])/gi;

/** Mailboxes of an office, not of a person, unless with a free provider. */
const ROLE =
  /^(?:info|service|services|support|contact|privacy|admissions?|admin|hello|help|sales|press|noreply|no-reply|webmaster|customer|office|mail)@/i;
const FREE = /gmail|yahoo|hotmail|outlook|icloud|msn|live|pchome|hinet|proton/i;

export const email: Recognizer = {
  types: ['EMAIL'],
  applies: (g) => g.latin >= 5 && (g.at || /\bat\b|\(at\)|老鼠|#|[A-Za-z0-9]\s?在\s?[a-z]|[([]a[)\]]/i.test(g.text)),
  find({ text }) {
    const found: Candidate[] = [];
    for (const pattern of [MAIL, LOOSE, PROVIDER, SPREAD]) {
      for (const m of matches(text, pattern)) {
        // Mailboxes of the authorities are public.
        if (/\.gov(?:\.tw)?$|@gov\.(?:tw|taipei)$/i.test(m[0])) continue;
        if (ROLE.test(m[0]) && !FREE.test(m[0])) continue;
        if (found.some((f) => m.index < f.end && f.start < m.index + m[0].length)) continue;
        found.push({
          type: 'EMAIL',
          start: m.index,
          end: m.index + m[0].length,
          score: m[0].includes('@') ? 0.98 : 0.8,
        });
      }
    }
    return found;
  },
};
