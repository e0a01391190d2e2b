import { EN_ASPECTS } from './en-aspects.ts';
import { EN_PUSH } from './en-forum.ts';
import { EN_OCCASIONS } from './en-occasions.ts';
import { EN_THANKS } from './en-thanks.ts';
import type { Bank } from './shape.ts';

const NOUN_STEPS = [
  'At the moment we offer {step}, which anyone is welcome to use.',
  "For everyone's convenience, we offer {step}.",
  'Among our services is {step}, and questions about it are always welcome.',
];

const VERB_STEPS = [
  'What we do about this at present is {step}, and we keep reviewing it.',
  'Our way of dealing with this is {step}, and your thoughts on it are welcome.',
  'To help with this, our approach is {step}.',
];

/** English as a clinic in Taiwan writes to people who review in English. */
export const EN: Bank = {
  ...EN_THANKS,
  ...EN_OCCASIONS,
  aspects: EN_ASPECTS,
  empathyTopic: {
    warm: [
      'We are truly sorry to read how you feel about {topic}.',
      'Your disappointment about {topic} comes through clearly, and we are sorry.',
      'We can see that you care about {topic}, and we are sorry to read of this feeling.',
      'Reading your words about {topic} saddens us, and we understand the frustration.',
      'We are sorry to read such disappointment about {topic}.',
    ],
    formal: [
      'We regret the dissatisfaction with {topic} expressed in this comment.',
      'We take comments about {topic} seriously and are sorry for how you feel.',
      'We are sorry to read of your concerns about {topic}.',
      'We understand your frustration about {topic} and regret it.',
      'Please accept our regret for how you feel about {topic}.',
    ],
  },
  improvementTopic: [
    'We will pass your comment about {topic} on to the manager in charge.',
    'We will look again at {topic} with our team.',
    'Your words about {topic} will be discussed within our team.',
    'We will review what we can do better when it comes to {topic}.',
    'Comments about {topic} help us see where to improve.',
  ],
  praiseTopic: [
    'We will share your kind words about {topic} with the team.',
    'Our colleagues will be delighted to read this about {topic}.',
    'Encouragement about {topic} means so much to us.',
    'We will keep working hard on {topic}.',
    'It is wonderful to read such words about {topic}.',
  ],
  steps: [
    'To help with this, we have {step} in place.',
    'In this respect we already have {step}, and your thoughts on it are welcome.',
    ...NOUN_STEPS,
    ...VERB_STEPS,
  ],
  nounSteps: NOUN_STEPS,
  verbSteps: VERB_STEPS,
  privacy: [
    'Because of medical confidentiality, we cannot confirm or discuss on a public page whether anyone has been a patient here.',
    "To protect everyone's privacy, we never discuss individual situations online.",
    'We are bound by law to keep health information private, so we cannot respond to individual situations here.',
    'Health information is private, so we can only speak in general terms here.',
    'A public page is not the place for health information, so we keep our replies general.',
  ],
  channel: {
    'phone-hours': [
      'If you would like to tell us more, you are welcome to call {phone} ({hours}).',
      'You are welcome to reach us at {phone} during our hours, {hours}.',
      'If you would like to talk in private, please call {phone} ({hours}).',
      'Our phone number is {phone} ({hours}), and a member of our team will be glad to listen.',
      'Please feel free to call us at {phone} ({hours}) if you would like to talk.',
    ],
    phone: [
      'If you would like to tell us more, you are welcome to call {phone}.',
      'You are welcome to reach us at {phone}.',
      'If you would like to talk in private, please call {phone}.',
      'Our phone number is {phone}, and a member of our team will be glad to listen.',
      'Please feel free to call us at {phone} if you would like to talk.',
    ],
    email: [
      'If you would like to tell us more, you are welcome to write to {email}.',
      'You are welcome to reach us at {email}.',
      'If you would like to talk in private, please write to {email}.',
      'Our mailbox is {email}, and a member of our team will be glad to read your thoughts.',
      'Please feel free to write to {email} if you would like to talk.',
    ],
    line: [
      'If you would like to tell us more, you are welcome to message us on LINE at {line}.',
      'You are welcome to reach us on LINE at {line}.',
      'If you would like to talk in private, please message us on LINE at {line}.',
      'Our LINE is {line}, and a member of our team will be glad to read your thoughts.',
      'Please feel free to message us on LINE at {line} if you would like to talk.',
    ],
    website: [
      'If you would like to tell us more, you are welcome to contact us through {website}.',
      'You can find our contact details at {website}.',
      'If you would like to talk in private, please contact us through {website}.',
      'Our contact details are at {website}, and a member of our team will be glad to listen.',
      'Please feel free to contact us through {website} if you would like to talk.',
    ],
    none: [
      'If you would like to tell us more, you are welcome to contact us in private.',
      'You are welcome to contact us directly, and a member of our team will be glad to listen.',
      'If you would like to talk in private, please feel free to contact us.',
      'A member of our team will be glad to listen if you would like to contact us in private.',
      'Please feel free to contact us in private if you would like to talk.',
    ],
  },
  closing: {
    warm: [
      'Thank you again for telling us.',
      'We take every word to heart.',
      'We will keep working to do better.',
      'Thank you for giving us the chance to improve.',
      'We wish you all the best.',
    ],
    formal: [
      'Thank you again for your feedback.',
      "We respect everyone's right to share their views.",
      'We will continue to review our service.',
      'Thank you for helping us to improve.',
      'We wish you well.',
    ],
  },
  closingPraise: {
    warm: [
      'We wish you and your family all the best.',
      'Have a lovely day.',
      'Thank you again for your kindness.',
      'Your words made our day.',
      'We will keep doing our best.',
    ],
    formal: [
      'Thank you again for your encouragement.',
      'We wish you all the best.',
      'We will continue to work hard.',
      'We truly appreciate your support.',
      'With our sincere thanks.',
    ],
  },
  mixed: [
    'We treasure the kind words and take the suggestions seriously.',
    'We will keep what is good and review what can be better.',
    'Both your encouragement and your suggestions help us to improve.',
    'We will share the praise with our team and the suggestions with our manager.',
    'Such a balanced comment is very helpful to us.',
  ],
  mixedTopic: [
    'Your kind words about {good} mean a lot to us, and we are sorry to read how you feel about {bad}.',
    'We treasure the praise for {good} and regret the disappointment about {bad}.',
    'We will share the praise for {good} with our team, and we are sorry to read of the disappointment with {bad}.',
    'We are thankful for what you say about {good}, and we understand the frustration about {bad} and are sorry.',
    'It is good to read your kind words about {good}, and we are sorry to read of your concerns about {bad}.',
  ],
  mixedSoft: [
    'We treasure your words about {good}, and we are sorry if {bad} fell short.',
    'We will share the praise for {good} with our team, and we are sorry if {bad} could be better.',
    'Your encouragement about {good} is much appreciated, and we are sorry for anything about {bad} that was less than ideal.',
    'It is good to read your kind words about {good}, and we are sorry for any shortcoming in {bad}.',
    'We are grateful for your view on {good}, and we understand the point about {bad}.',
  ],
  solemn: {
    thanks: [
      'thank you for writing these words.',
      'thank you for sharing this with us.',
      'thank you for your heartfelt words.',
      'thank you for taking the time to write at such a moment.',
      'thank you for your sincere message.',
    ],
    body: [
      'We will pass your words about our service and medical team on to every colleague.',
      'We will treasure what you say about service and medical quality.',
      'Your words will stay with our medical team and guide our service.',
      'Such words about service and medical quality mean more than we can say.',
      'We will keep your words about our service and medical team in our hearts.',
    ],
    closing: [
      'We wish you and your family peace.',
      'Our thoughts are with you.',
      'With our sincere thanks and best wishes.',
      'Please take good care.',
      'We wish you peace.',
    ],
  },
  wordless: [
    'We are sorry to see this rating, and if there is anything we can do better, we would be glad to listen.',
    'We regret the disappointment behind this rating and would like to hear your thoughts.',
    'We are sorry that you are not satisfied, and your thoughts are always welcome.',
    'We understand that there are feelings behind this rating, and we are sorry.',
    'We take this rating to heart, are sorry for the disappointment, and would like to do better.',
  ],
  grave: [
    'We read this comment with heavy hearts and take it very seriously.',
    'We are deeply saddened to read these words.',
    'Such words weigh heavily on us, and we take them with the greatest care.',
    'We understand how painful this is, and our thoughts are with you.',
    'We are deeply sorry for the pain in these words.',
  ],
  legal: [
    "We understand your frustration and respect everyone's right to seek advice and speak up.",
    'We regret how you feel and respect your right to use any formal channel.',
    'We are sorry to read of such frustration, and we respect the formal channels open to everyone.',
    'We understand your feelings and will treat this matter with care.',
    "We regret the disappointment in your words and respect everyone's right to be heard.",
  ],
  question: [
    'Please feel free to contact our front desk directly, and a colleague will be glad to help.',
    'Our posted notices hold the latest information, and questions are always welcome.',
    'For the latest information, it is best to contact us directly.',
    'Our front desk will be glad to answer this question.',
    'Arrangements may change, so please feel free to ask us directly.',
  ],
  questionHealth: [
    'We cannot give individual medical advice online; anyone who feels unwell should see a doctor soon.',
    'Questions about health are best discussed with a doctor in person.',
    'For anything about health, please ask a doctor in person.',
  ],
  push: EN_PUSH,
  statement: [
    'Hello everyone, and thank you for your comments.',
    'Hello everyone, we have read the discussion with care.',
    'Hello everyone, and thank you for your feedback.',
    'Hello everyone, we take every comment seriously.',
    'Hello everyone, here is our reply in general terms.',
  ],
  statementNamed: [
    'Hello everyone, this is {name}, and thank you for your comments.',
    'Hello everyone, {name} has read the discussion with care.',
    'Hello everyone, this is {name}, and we take every comment seriously.',
    'Hello everyone, here is the reply of {name} in general terms.',
    'Hello everyone, {name} thanks you for your feedback.',
  ],
};
