import type { Bank, Occasions } from './shape.ts';

/** What is said where a review is out of the ordinary. */
export const EN_OCCASIONS: Pick<Bank, Occasions> = {
  brief: { warm: [], formal: [] },
  reaching: {
    empathy: {
      warm: [
        'Trouble with booking is frustrating, and we are sorry to read how you feel.',
        'We understand how tiresome it is when booking does not go smoothly, and we are sorry.',
        'We are sorry to read of such frustration about booking and reaching us.',
      ],
      formal: [
        'We regret the frustration about booking expressed in this comment.',
        'We take comments about booking and contact seriously and are sorry for the inconvenience.',
        'We are sorry to read of your concerns about booking and contact.',
      ],
    },
    policy: [
      'Easy booking and contact are what we aim for.',
      'Questions about booking are welcome at our front desk.',
      'Those who use our booking know best, so comments like this are welcome.',
      'Our posted notices hold the latest on how to book.',
    ],
    improvement: [
      'We will look again at how booking and calls are arranged.',
      'We will review whether booking can be made easier.',
      'We will pass this comment about booking on to the manager in charge.',
      'The ways to book and reach us will be discussed within our team.',
    ],
    praise: [],
  },
  explaining: [
    'We will review with the medical team whether our explanations are clear enough.',
    'We will keep reviewing how we explain medical matters.',
    'We will keep working on the quality of our medical communication.',
  ],
  charts: [
    'Copies of medical records can be requested under the rules, and our front desk will gladly explain how.',
    'How to request a copy of medical records can be asked at our front desk.',
    'Requests for copies of medical records follow the rules, and our front desk can tell what is needed.',
  ],
  graveThanks: [
    'thank you for writing these words.',
    'thank you for letting us know.',
    'thank you for telling us.',
    'thank you for sharing this with us.',
  ],
  received: [
    'we have received your comment.',
    'we have read your comment with care.',
    'we have received and read your comment.',
    'we have noted your comment with care.',
    'we have taken note of your comment.',
  ],
  careful: [
    'We take the content of this comment very seriously and will look at it with care.',
    'Such words weigh heavily on us, and we will treat them with the greatest care.',
    'We understand the weight of this comment and will treat it with care.',
  ],
  claimed: [
    'We take the content of this comment seriously and will look at it with care.',
    'The content of this comment is taken seriously and looked at with care.',
    'The manager in charge will look at the content of this comment with care.',
    'We do not take such words lightly and will treat them with care.',
    'Such content is looked at with care by the manager in charge.',
  ],
  neutral: [
    'We appreciate your message and read every comment.',
    'If you have any questions, please feel free to contact us.',
    'Every comment is read by our team.',
    'Your thoughts and questions are always welcome.',
    'We have noted your comment.',
  ],
  questionHours: [
    'Our opening hours are {hours}, and changes are posted publicly.',
    'We are open {hours}, but please call first to be sure.',
    'At present our hours are {hours}.',
  ],
  enquire: {
    phone: [
      'You are also welcome to call {phone}.',
      'For more details, please call {phone}.',
      'Our phone number is {phone}, and questions are welcome.',
      'We can also be reached at {phone}.',
    ],
    email: [
      'You are also welcome to write to {email}.',
      'For more details, please write to {email}.',
      'Our mailbox is {email}, and questions are welcome.',
      'We can also be reached at {email}.',
    ],
    line: [
      'You are also welcome to message us on LINE at {line}.',
      'For more details, please message us on LINE at {line}.',
      'Our LINE is {line}, and questions are welcome.',
      'We can also be reached on LINE at {line}.',
    ],
  },
};
