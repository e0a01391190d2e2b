import type { Bank } from './shape.ts';

type Openings =
  | 'greetings'
  | 'named'
  | 'thanks'
  | 'thanksTopic'
  | 'thanksPraise'
  | 'thanksPraiseTopic'
  | 'thanksWordless'
  | 'thanksStars'
  | 'thanksNeutral';

/** How a reply begins, in lower case: a greeting may stand before it. */
export const EN_THANKS: Pick<Bank, Openings> = {
  greetings: {
    warm: ['Hello, and ', 'Hi there, and ', 'Hello and ', ''],
    formal: ['Hello, and ', 'Good day, and ', ''],
  },
  named: {
    warm: ['Hello from {name}, and ', 'Hi, this is {name}, and '],
    formal: ['Hello, this is {name}, and ', 'Good day from {name}, and '],
  },
  thanks: {
    warm: [
      'thank you for taking the time to share how you feel.',
      'thank you for your honest comment.',
      'thank you for writing this down; we read every word.',
      'thank you for telling us.',
      'thank you for your open and direct words.',
      'thank you for letting us know how you feel.',
      'thank you for sharing your thoughts with us.',
      'thank you for speaking up.',
      'thank you for being so frank with us.',
      'thank you for putting this into words.',
    ],
    formal: [
      'thank you for your comment.',
      'thank you for your valuable feedback.',
      'thank you for bringing this to our attention.',
      'thank you for sharing your concerns.',
      'thank you for taking the time to write.',
      'thank you for your feedback, which we take seriously.',
      'thank you for your comment, which we have read with care.',
      'thank you for raising your concerns.',
      'thank you for your candid feedback.',
      'thank you for making your view known to us.',
    ],
  },
  thanksTopic: {
    warm: [
      'thank you for telling us how you feel about {topic}.',
      'thank you for your honest words about {topic}.',
      'thank you for sharing your thoughts on {topic}.',
      'thank you for speaking up about {topic}.',
      'thank you for writing to us about {topic}.',
    ],
    formal: [
      'thank you for your feedback on {topic}.',
      'thank you for your comment about {topic}.',
      'thank you for sharing your concerns about {topic}.',
      'thank you for your views on {topic}.',
      'thank you for taking the time to comment on {topic}.',
    ],
  },
  thanksPraise: {
    warm: [
      'thank you for your kind words.',
      'thank you so much for your warm comment.',
      'thank you for sharing such kind words.',
      'thank you for your lovely review.',
      'thank you for taking the time to encourage us.',
      'thank you for brightening our day with your comment.',
      'thank you for writing such a kind comment.',
      'thank you for such a heart-warming comment.',
      'thank you for the encouragement.',
      'thank you for making us smile with your words.',
    ],
    formal: [
      'thank you for your kind feedback.',
      'thank you for your encouragement.',
      'thank you for your positive review.',
      'thank you for taking the time to write such a kind review.',
      'thank you for your generous comment.',
      'thank you for your kind support.',
      'thank you for sharing your positive feedback.',
      'thank you for your thoughtful review.',
      'thank you for your warm feedback.',
      'thank you for your gracious words.',
    ],
  },
  thanksPraiseTopic: {
    warm: [
      'thank you for your kind words about {topic}.',
      'thank you for the lovely comment on {topic}.',
      'thank you for cheering us on about {topic}.',
      'thank you for saying such nice things about {topic}.',
      'thank you for your warm words on {topic}.',
    ],
    formal: [
      'thank you for your positive feedback on {topic}.',
      'thank you for your encouragement on {topic}.',
      'thank you for your generous comment about {topic}.',
      'thank you for sharing your kind view on {topic}.',
      'thank you for your appreciation of {topic}.',
    ],
  },
  thanksWordless: {
    warm: [
      'thank you for your rating.',
      'thank you for taking the time to rate us.',
      'thank you for leaving a rating.',
      'thank you for the stars.',
      'thank you for sharing your rating with us.',
    ],
    formal: [
      'thank you for leaving your rating.',
      'thank you for your rating, which we take seriously.',
      'thank you for taking the time to leave a rating.',
      'thank you for the rating, which we have noted with care.',
      'thank you for your feedback in the form of a rating.',
    ],
  },
  thanksStars: {
    warm: [
      'thank you for the {stars}.',
      'thank you so much for your {stars}.',
      'thank you for cheering us on with {stars}.',
      'thank you for leaving us {stars}.',
      'thank you for brightening our day with {stars}.',
    ],
    formal: [
      'thank you for your kind rating of {stars}.',
      'thank you for rating us with {stars}.',
      'thank you for the generous {stars}.',
      'thank you for taking the time to leave {stars}.',
      'thank you for your encouragement in the form of {stars}.',
    ],
  },
  thanksNeutral: {
    warm: [
      'thank you for your message.',
      'thank you for leaving a comment.',
      'thank you for getting in touch.',
      'thank you for writing to us.',
      'thank you for your note.',
    ],
    formal: [
      'thank you for your interest.',
      'thank you for your message, which we have read with care.',
      'thank you for leaving a message.',
      'thank you for taking the time to comment.',
      'thank you for contacting us.',
    ],
  },
};
