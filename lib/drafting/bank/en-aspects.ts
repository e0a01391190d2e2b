import type { Bank } from './shape.ts';

export const EN_ASPECTS: Bank['aspects'] = {
  attitude: {
    empathy: {
      warm: [
        'We are sorry to read how the attitude of service made you feel.',
        'Being spoken to coldly never feels good, and we are sorry this is how service came across.',
        'Everyone hopes to be met with kindness, and we understand the disappointment about our service.',
      ],
      formal: [
        'We regret that the attitude of service caused such an unpleasant feeling.',
        'We take comments about courtesy and attitude very seriously and regret the disappointment.',
        'We are sorry that our manner of service left such an impression.',
      ],
    },
    policy: [
      'Clear and friendly communication is what we expect of every colleague.',
      'Courtesy and listening are what we ask of our whole team.',
      'Respect for every person is a basic rule of our service.',
      'The way we speak with people matters to us.',
      'Patience in busy hours is something we ask of everyone on our team.',
    ],
    improvement: [
      'We will pass this comment on to the manager in charge and use it in our service training.',
      'We will remind the whole team to take care with tone and attitude.',
      'We will keep strengthening the communication training of our team.',
      'The way we speak with people will be discussed within our team.',
      'This comment will help us improve our courtesy and service.',
    ],
    praise: [
      'We will share your kind words about our service with the whole team.',
      'A friendly attitude is something we always try to offer, so your words mean a lot.',
      'Our colleagues will be very happy to read this about our service.',
      'Your encouragement about our service keeps us going.',
      'We will keep meeting everyone with the same kindness.',
    ],
  },
  medical: {
    empathy: {
      warm: [
        'Worries about medical care weigh heavily, and we are sorry to read how you feel.',
        'We understand how unsettling concerns about medical quality can be.',
        'We are saddened to read of such disappointment about medical care.',
      ],
      formal: [
        'We regret the concerns about medical quality expressed in this comment.',
        'We take every comment about medical care very seriously and regret the distress.',
        'We understand the concern about medical explanations and are sorry for the feeling it brings.',
      ],
    },
    policy: [
      'Medical decisions are made with a doctor in person, so we cannot discuss individual situations online.',
      'Anyone with questions about a medical explanation is welcome to ask a doctor to explain again.',
      'In general, the purpose and limits of care are explained by a doctor in person.',
      'Seeking a second opinion is a right that we respect.',
      'Careful and clear medical care is what everyone should be able to expect.',
    ],
    improvement: [
      'We will pass this comment on to the person in charge of medical quality.',
      'We will review with the medical team whether our explanations are clear enough.',
      'We will keep reviewing how we explain medical matters.',
      'This comment will be discussed within our medical team.',
      'We will keep working on the quality of our medical communication.',
    ],
    praise: [
      'We will share your encouragement with the medical team.',
      'The medical team will be very happy to read your kind words.',
      'Clear and careful medical care is what we always work for.',
      'Your words encourage our medical colleagues to keep going.',
      'We treasure your encouragement for the medical team.',
    ],
  },
  environment: {
    empathy: {
      warm: [
        'We are sorry to read that the environment was uncomfortable.',
        'A clean and comfortable space matters to everyone, and we understand the disappointment.',
        'We understand how much the surroundings affect how one feels.',
      ],
      formal: [
        'We regret the unpleasant impression of our environment and facilities.',
        'We take comments about cleanliness and facilities seriously and are sorry for the inconvenience.',
        'We regret that our environment did not feel reassuring.',
      ],
    },
    policy: [
      'A comfortable environment matters to everyone.',
      'Facilities need constant care, and every reminder helps.',
      'Anyone who notices a problem with the environment is welcome to tell any member of our team.',
      'Those who use our facilities know best, so comments like this are welcome.',
      'A clean and comfortable environment is a basic rule of our clinic.',
    ],
    improvement: [
      'We will pass this comment on to the colleagues in charge of the environment.',
      'We will review how often our spaces are cleaned and checked.',
      'We will look at how our facilities can be improved.',
      'The environment will be discussed within our team.',
      'We will keep improving the comfort of our spaces.',
    ],
    praise: [
      'Our colleagues who look after the environment will be happy to read this.',
      'A clean and comfortable environment is something we work on every day.',
      'Thank you for noticing the details of our environment.',
      'We will keep our spaces clean and comfortable.',
      'Your kind words about the environment encourage us.',
    ],
  },
  price: {
    empathy: {
      warm: [
        'Questions about fees can be frustrating, and we are sorry to read how you feel.',
        'We understand that everyone wants fees to be clear.',
        'We are sorry to read of such disappointment about prices.',
      ],
      formal: [
        'We regret the concerns about our fees expressed in this comment.',
        'We take comments about prices seriously and understand the frustration.',
        'We are sorry that the explanation of fees did not feel clear.',
      ],
    },
    policy: [
      'Our fees follow the published fee schedule, which anyone is welcome to read.',
      'Anyone may ask our front desk for an itemised list of fees.',
      'Questions about fees are always welcome at our front desk.',
      'Our rule is to explain fees clearly before anything is decided.',
      'Fees follow the rules of the health authority and are publicly posted.',
    ],
    improvement: [
      'We will review whether our fees are explained clearly enough.',
      'We will look at how our fees are posted and explained.',
      'We will pass this comment about fees on to the manager in charge.',
      'We will work on making our fee information easier to find.',
      'We will remind our front desk to explain fees clearly.',
    ],
    praise: [
      'Clear and open fees are something we always work for.',
      'We will share your words about our fees with the front desk.',
      'Thank you for noticing how we explain our fees.',
      'We will keep our fees clear and easy to understand.',
      'Your kind words about our prices encourage us.',
    ],
  },
  booking_wait: {
    empathy: {
      warm: [
        'Waiting is frustrating, and we are sorry to read how it made you feel.',
        'Time is precious, and we understand the frustration about waiting and booking.',
        'We are sorry to read of such disappointment about waiting times.',
      ],
      formal: [
        'We regret the frustration about waiting times expressed in this comment.',
        'We take comments about booking and waiting seriously and are sorry for the inconvenience.',
        'We understand that long waiting times are hard, and we regret the feeling this caused.',
      ],
    },
    policy: [
      'People are generally seen in order of check-in, with urgent cases first, so waiting times can vary.',
      'Waiting times are usually longer in busy hours and shorter in quiet hours.',
      'Booked times help to spread the crowd, but the order may vary with urgent cases.',
      'Clear booking and fair waiting are what we aim for.',
      'Questions about booking and waiting are welcome at our front desk.',
    ],
    improvement: [
      'We will review our booking and waiting process.',
      'We will look at how our team is scheduled in busy hours.',
      'We will work on making waiting times easier to plan.',
      'We will pass this comment about waiting on to the manager in charge.',
      'Waiting times will be discussed within our team.',
    ],
    praise: [
      'A smooth booking process is something we always work for.',
      'We will share your words about booking and waiting with our front desk.',
      'We will keep working to make waiting times shorter.',
      'Our front desk will be happy to read this about our booking process.',
      'Your kind words about our schedule encourage us.',
    ],
  },
  information: {
    empathy: {
      warm: [
        'Unclear information is frustrating, and we are sorry to read how you feel.',
        'We understand how annoying it is when information is hard to find.',
        'We are sorry to read of such confusion about our information.',
      ],
      formal: [
        'We regret the confusion about our information expressed in this comment.',
        'We take comments about the accuracy of information seriously and are sorry for the inconvenience.',
        'We understand that clear information matters, and we regret the frustration.',
      ],
    },
    policy: [
      'Our opening hours and notices on our own pages are the ones to follow.',
      'Changes to our hours and services are always posted publicly.',
      'Anyone who notices wrong information on a page is welcome to tell us.',
      'Different pages update at different times, so our own notices are the best information.',
      'Clear information is a basic rule of our service.',
    ],
    improvement: [
      'We will check our information on every page again.',
      'We will work on making our information clearer and easier to find.',
      'We will pass this comment on to the colleague in charge of our information.',
      'We will review how we post and update our notices.',
      'We will make sure that our team gives the same information.',
    ],
    praise: [
      'Clear information is something we always work for.',
      'We will share your words about our information with the team.',
      'We will keep our information clear and up to date.',
      'Our colleagues who look after our information will be happy to read this.',
      'Thank you for noticing how we explain things.',
    ],
  },
  other: {
    empathy: {
      warm: [
        'We are sorry to read that you feel this way.',
        'We understand the disappointment in your words, and we take it to heart.',
        'It is never easy to write such things down, and we are sorry for the feeling behind them.',
      ],
      formal: [
        'We regret the unpleasant feeling expressed in this comment.',
        'We are sorry to read of such disappointment and take it seriously.',
        'We understand the frustration in this comment and regret it.',
      ],
    },
    policy: [
      'Every comment is read and passed on to the colleague in charge.',
      'No comment is too small for us to take seriously.',
      'How people feel matters to us.',
      'Every voice, good or bad, helps us to improve.',
      'Different voices remind us to do better.',
    ],
    improvement: [
      'We will pass this comment on to the manager in charge.',
      'We will discuss this comment within our team.',
      'We will keep reviewing how we do things.',
      'We will look at what we can do better.',
      'This comment will help us to improve our service.',
    ],
    praise: [
      'We will share your kind words with the whole team.',
      'Our team will be very happy to read this.',
      'Your encouragement keeps us going.',
      'We treasure your kind words.',
      'We will keep working hard to deserve your support.',
    ],
  },
};
