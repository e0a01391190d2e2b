import { ASPECTS, type Aspect } from '../../contract/triage.ts';
import type { Bank } from './shape.ts';

const SAID: Record<Aspect, string> = {
  attitude: 'our service',
  medical: 'medical quality',
  environment: 'the environment',
  price: 'our fees',
  booking_wait: 'waiting times',
  information: 'our information',
  other: 'this',
};
const sorry = (it: string): string[] => [
  `Sorry to read this about ${it}`,
  `We regret the feelings about ${it}`,
  `Sorry, we will review ${it}`,
  `We understand, sorry about ${it}`,
  `Noted with regret: ${it}`,
  `Sorry for the upset over ${it}`,
];
const glad = (it: string): string[] => [
  `Thanks for the words on ${it}`,
  `Glad to read this about ${it}`,
  `Thanks for cheering ${it}`,
];
const fair = (it: string): string[] => [`Thanks, sorry about ${it}`, `Both noted, sorry about ${it}`];
const each = (lines: (it: string) => string[]): Record<Aspect, string[]> =>
  Object.fromEntries(ASPECTS.map((aspect) => [aspect, lines(SAID[aspect])])) as Record<Aspect, string[]>;

/** One push line each: at most 54 letters with its ending. */
export const EN_PUSH: Bank['push'] = {
  topic: each(sorry),
  praise: {
    any: [
      'Thanks for your kind words',
      'Thank you for the encouragement',
      'Your kind words made our day',
      'Thanks, we will keep it up',
      'Thank you for your support',
    ],
    topic: each(glad),
  },
  mixed: each(fair),
  neutral: [
    'Thanks for your comment',
    'Noted, and thanks',
    'Thanks for sharing',
    'Questions are welcome at our desk',
    'Thanks, we have read this',
  ],
  act: [
    ', please call us',
    ', feel free to call',
    ', please contact us',
    ', thank you',
    '',
    ', we will listen',
    ', take care',
    ', all the best',
    ', with thanks',
  ],
};
