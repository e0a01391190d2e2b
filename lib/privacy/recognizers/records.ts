import { before, type Candidate, matches, type Recognizer } from '../recognizer.ts';

const VALUE = '[A-Za-z]{0,4}-?\\d[\\dA-Za-z]*(?:[- ]\\d+){0,4}';
const LABELLED = new RegExp(
  `(?:病歷(?:號碼|號|編號)?|掛號證(?:號)?|病例號|chart\\s?no\\.?)(?:\\s|[:：#（(]|是|為|號碼|No\\.?|no\\.?|NO\\.?)*(${VALUE})`,
  'gid',
);
/** A second number of the same kind in the sentence: 「A跟B搞混」「補了新的B」. */
const FOLLOWING = new RegExp(`(?:新的|跟|和|與|改成|變成)\\s?(${VALUE})`, 'gd');
const HAS_LABEL = /病歷|掛號證|病例號/;

/** 病歷號: digits with an optional letter; no checksum is public, so the label must stand by. */
export const records: Recognizer = {
  types: ['MEDICAL_RECORD_NO'],
  applies: (g) => g.digits >= 4 && HAS_LABEL.test(g.text),
  find({ text }) {
    const found: Candidate[] = [];
    const put = (at: [number, number] | undefined, score: number): void => {
      if (!at) return;
      const value = text.slice(at[0], at[1]);
      if ((value.match(/\d/g)?.length ?? 0) < 4 || /^\d{1,4}[年/]/.test(value)) return;
      found.push({ type: 'MEDICAL_RECORD_NO', start: at[0], end: at[1], score });
    };
    for (const m of matches(text, LABELLED)) put(m.indices?.[1], 0.92);
    if (found.length > 0) {
      for (const m of matches(text, FOLLOWING)) {
        if (before(text, m.index, 24, HAS_LABEL)) put(m.indices?.[1], 0.75);
      }
    }
    return found;
  },
};
