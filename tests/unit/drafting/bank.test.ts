import { describe, expect, it } from 'vitest';
import { ASPECTS } from '../../../lib/contract/triage.ts';
import { everyTopic } from '../../../lib/drafting/bank/topics.ts';
import { gross } from '../../../lib/drafting/deny/find.ts';
import { BANKS, type DraftLanguage, everySentence, guard } from '../../../lib/drafting/index.ts';
import { mask } from '../../../lib/drafting/mask.ts';
import { normalise } from '../../../lib/drafting/normalise.ts';
import { columnsOf } from '../../../lib/drafting/push.ts';
import { sentencesOf } from '../../../lib/drafting/sentences.ts';
import { parse } from './support.ts';

const clinic = parse({
  name: '晨光牙醫診所',
  phones: ['02-1234-5678'],
  emails: ['desk@example.com'],
  lineIds: ['@morning01'],
  website: 'https://example.com/clinic',
  hours: '週一至週五 9:00–18:00',
  steps: { booking_wait: ['線上預約', 'online booking'] },
});
const filled = (text: string): string =>
  text
    .replace('{phone}', clinic.phones[0] ?? '')
    .replace('{hours}', clinic.hours)
    .replace('{email}', clinic.emails[0] ?? '')
    .replace('{line}', clinic.lineIds[0] ?? '')
    .replace('{website}', clinic.website)
    .replace('{name}', clinic.name)
    .replace('{step}', '線上預約');

const LEAST: Record<DraftLanguage, number> = { 'zh-TW': 8, en: 5, ja: 5 };

describe.each(['zh-TW', 'en', 'ja'] as const)('the %s bank', (language) => {
  const bank = BANKS[language];
  const { plain, steps, pushes, topical } = everySentence(bank, language);
  const topics = everyTopic(language);
  /** Every sentence with a topic, with every topic: a topic may make a word with what stands before it. */
  const spoken = topical.flatMap((text) =>
    topics.map((topic, at) =>
      text
        .replace('{topic}', topic)
        .replace('{good}', topic)
        .replace('{bad}', topics[(at + 7) % topics.length] ?? ''),
    ),
  );

  it('holds enough ways to say each thing of each aspect, none twice', () => {
    const lists = [
      ...ASPECTS.flatMap((aspect) => {
        const { empathy, policy, improvement, praise } = bank.aspects[aspect];
        return [[...empathy.warm, ...empathy.formal], policy, improvement, praise];
      }),
      ...[bank.thanks, bank.thanksPraise, bank.thanksWordless, bank.closing, bank.closingPraise].map((manner) => [
        ...manner.warm,
        ...manner.formal,
      ]),
      ...Object.values(bank.channel),
      bank.privacy,
      bank.mixed,
      bank.wordless,
      bank.grave,
      bank.claimed,
      bank.steps,
    ];
    for (const list of lists) {
      expect(new Set(list).size).toBe(list.length);
      expect(list.length).toBeGreaterThanOrEqual(LEAST[language]);
    }
  });

  it('passes the guard sentence by sentence, by the frames and by the rules alone', () => {
    for (const template of [...plain, ...steps, ...pushes, ...spoken]) {
      const text = filled(template);
      expect(guard(text, { clinic }), text).toEqual({ verdict: 'safe', violations: [], unsure: [] });
      const bare = sentencesOf(mask(normalise(text).text, clinic));
      expect(
        bare.flatMap((sentence) => gross(sentence).map(({ rule }) => rule)),
        text,
      ).toEqual([]);
    }
  });

  it('says one sentence at a time, ended', () => {
    for (const text of [...plain, ...steps, ...spoken]) {
      expect(text.match(/[。！？.!?](?=[^」"]|$)/g)?.length ?? 0, text).toBe(1);
      expect(text).toMatch(/[。.]$/);
    }
  });

  it('thanks for the comment and never for a visit', () => {
    for (const text of [...plain, ...spoken]) {
      expect(text).not.toMatch(/來診|就診|看診經驗|光臨|回診|\bvisit|\bappointment|\btreat(?:ed|ing|ment)/i);
    }
  });

  it('has lines that fit a push', () => {
    expect(pushes.filter((line) => columnsOf(line) <= 54).length).toBeGreaterThan(pushes.length * 0.8);
  });
});
