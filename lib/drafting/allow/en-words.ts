const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** The only ways in which "you" and "your" may stand in a sentence that nobody has approved. */
export const EN_PHRASES =
  /\b(?:thank you|thanks to you|your (?:\w+ )?(?:comments?|feedback|review|words?|thoughts?|suggestions?|views?|opinions?|message|concerns?|feelings?|frustration|disappointment|encouragement|support|rating|stars?|honesty|patience|understanding|input|post|worry|question|questions|kind words|privacy|personal (?:data|information))|how you feel|what you (?:feel|think|wrote)|if you(?: would|'d| wish| want| feel| have| need| are able)?(?: like| to| any)?|whenever you like|you(?: are|'re) (?:always |very |most )?(?:welcome|free|right to speak)|you (?:can|may) (?:always |also )?(?:reach|contact|call|write|email|find|visit our (?:website|page))|(?:wish|hear(?: from)?|listen to|read from|respond to|reply to|contact|call|help|assist|speak with|talk (?:to|with)) you|made you feel|makes you feel|let you down|that you feel|you feel|you for (?:your|the|this|letting us know|taking the time|sharing|writing|telling us|reaching out|bringing this))\b/g;

/** No past event, no person, no illness, treatment, record or blame: see zh-words.ts for the reasons. */
export const EN_WORDS: ReadonlySet<string> = new Set(
  words(`
a an the this that these those such each every all any some more most much many few both other another
and or but so because as if when while whether though although than then also too either neither nor
i we us our ours it its they them their everyone everybody anyone anybody people person persons someone nobody one ones
am is are be being will would can could may might must should shall do does don't cannot can't won't let has have having
to of in on at by for from with without about into through over under between during before after within until since per via around across up down off out
not no never always often usually generally sometimes again still just only even very really truly so too quite here there now today soon online publicly
hello hi dear good day morning afternoon evening greetings thanks thank sorry apologise apologize apologies regret regrets sad saddened appreciate appreciated appreciates grateful gratitude
hear read reads reading see listen listening understand understands understanding know knows learn take takes taking taken keep keeps keeping give gives giving share shares sharing shared write writing tell telling say saying speak speaking talk talking ask asking
feel feels feeling feelings felt frustrated frustrating frustration disappointed disappointing disappointment disappoint upset upsetting worry worries worried unpleasant uncomfortable unhappy hard difficult painful heavy concern concerns concerned confusion confusing inconvenience annoying rude curt cold
comment comments feedback review reviews word words thought thoughts suggestion suggestions view views opinion opinions message messages rating ratings star stars honest honestly open direct kind kindness kindly warm lovely wonderful nice generous encouraging encouragement positive
pass passed forward forwarded discuss discussed discussing discussion raise raised bring brought consider considered look looking improve improves improving improvement improvements better best work working works try trying continue continuing help helps helping helpful matter matters value valued valuable important seriously carefully care attention heart hearts
team teams manager managers management staff colleague colleagues department departments director supervisor owner desk reception front clinic hospital practice office centre center doctor doctors dentist nurse nurses service services quality communication courtesy attitude tone manner respect respectful patience training trained meeting meetings huddle process processes procedure policy policies rule rules practice practices standard standards schedule schedules system systems
confidential confidentiality private privacy privately protect protects protecting protection personal information data details medical health law laws legal obligation duty bound required respond response reply replies confirm deny comment page pages platform public forum site individual individuals situation situations circumstances case cases specific particular general cannot unable
contact contacts reach call calls calling phone telephone line email mail mailbox write letter website web inbox number extension weekdays weekday weekend monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays hours hour open opens opening closed time times am pm a.m p.m a m p o'clock please feel free welcome happy glad convenience directly person
wait waiting waits queue appointment appointments booking bookings book check-in check in urgent emergency emergencies priority order first busy quiet longer shorter crowd
fee fees price prices pricing cost costs charge charges posted published listed list clear clearly clearer explain explains explanation explanations receipt receipts itemised itemized payment card cash parking
clean cleaned cleaning cleanliness environment space spaces facility facilities equipment temperature seating comfortable comfort room rooms area areas elevator ramp entrance door doors sanitiser sanitizer
notice notices updated update updates check checks checking checked answer answers question questions find easier easy clearer map listing language english
right rights freedom wish wishes wishing sincerely regards best lovely great truly sincere deeply deep honoured honored means mean lot made make makes day delighted smile
noted received attention consideration accept aim goal commitment committed commit everything anything something nothing thing things way ways place part point reason moment experience experiences well next long new own whole
`),
);
