import { exemptable, type Pattern, pattern } from './shape.ts';

// English replies: visits, records, health, treatment (R01–R06, R17, R18, R20, R22). Text is lower case here.

const GENERAL =
  /\b(?:generally|usually|in general|as a rule|our policy|patients are|anyone|any person|everyone|each person)\b/;
const NOT_TOLD = /\b(?:cannot|can't|can not|unable|never|do not|don't|won't|will not|not able|neither)\b/;
const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const FAMILY =
  '(?:mother|father|mom|mum|dad|son|daughter|child|children|kids?|baby|husband|wife|grand(?:mother|father|ma|pa)|parents?|sister|brother|dog|cat|pet|partner|family)';

export const CARE_EN: Pattern[] = [
  pattern(
    'R01',
    /\bhope (?:the|your) .{2,40}\b(?:has|have|is|are) (?:now )?(?:settled|healed|recover\w*|feeling|better|gone down)/,
  ),
  pattern(
    'R01',
    /\b(?:thanks?|thank you|grateful)\b.{0,30}\b(?:visiting|coming (?:in|to|by|back|here)|choosing|trusting|entrusting|your (?:visit|patronage|trust|business|custom|loyalty)|stopping by|being (?:our|a|such)|letting us (?:care|treat|help|look))/,
  ),
  exemptable(
    'R01',
    /\b(?:your|the|this|that) (?:recent |last |previous |first |latest |next |upcoming )?(?:visit|appointment|treatment|procedure|stay|surgery|consultation|check-?up|cleaning(?! (?:team|staff|crew|schedule))|operation|session|time with us|care (?:here|with us))\b/,
    GENERAL,
  ),
  exemptable(
    'R01',
    /\byour (?:\w+ )?experience (?:with|at|in) (?:our|the|this) (?:clinic|hospital|practice|office|centre|center|department)|\byou(?:r family)?(?: had| have had|'ve had)? (?:a|an|such a)? ?(?:bad|poor|negative|unpleasant|disappointing|great|good|wonderful) (?:visit|appointment|treatment)/,
  ),
  pattern(
    'R01',
    /\bas (?:your|the treating) (?:dentist|doctor|physician|surgeon|therapist|provider|clinic|nurse|vet)\b|\byour (?:dentist|doctor|surgeon|physician|therapist|hygienist|nurse|physio(?:therapist)?|vet)\b/,
    /\b(?:talk|speak|discuss|ask|see|consult)\b.{0,12}(?:with |to )?your (?:own )?(?:doctor|dentist|physician)/,
  ),
  pattern(
    'R01',
    /\b(?:pleasure|happy|glad|honou?r(?:ed)?|delight(?:ed)?|privilege|joy|enjoyed|loved|proud)\b.{0,20}\b(?:treat(?:ing)?|serv(?:e|ing)|help(?:ed|ing)?|work(?:ing)?|car(?:e|ing)|see(?:ing)?|tak(?:e|ing) care|look(?:ing)? after|hav(?:e|ing)|meet(?:ing)?)\b.{0,10}\b(?:you|your)\b|proud of (?:how far )?you/,
    /\b(?:to hear from you|happy to help with)/,
  ),
  pattern(
    'R01',
    /\bsee you (?:again|soon|at|in|next|back|then|on|for|all)\b|\blook(?:ing)? forward to (?:seeing|welcoming|serving|treating|caring|your next)|\bnext (?:visit|appointment|check-?up|time you)|\bhope to (?:see|welcome) you\b|\bcome back (?:to see|and see|soon|any ?time)/,
  ),
  pattern(
    'R01',
    /\bwe(?:'ve| have)? (?:treated|saw|seen|served|cared for|looked after|examined|operated)\b.{0,6}\byou|\byou (?:came (?:in|to)|visited|were (?:seen|treated|here|admitted|examined|our)|are (?:our|a (?:valued )?)(?:patient|client)|attended|had an appointment|booked|checked in|left (?:our|the))/,
  ),
  pattern(
    'R01',
    /\b(?:our|a|valued|loyal|longtime|long-time) (?:valued )?patients? (?:like|such as) you|\bas (?:a|our) (?:valued )?(?:patient|client)\b|\b(?:speedy|quick|full|smooth|fast) recovery\b|\bget well\b|\bglad (?:you|your) .{0,20}(?:feel|heal|recover|better)|\bhope (?:you|your) .{0,12}(?:feel|heal|recover|feeling)/,
  ),

  pattern(
    'R02',
    /\b(?:records?|files?|charts?|system|logs?|cameras?|cctv|footage|recordings?|notes|schedule|database|appointment book)\b.{0,16}\b(?:shows?|indicates?|confirms?|says?|suggests?|states?|reveals?|tells? us|has no|have no|makes? it clear|proves?)\b/,
    NOT_TOLD,
  ),
  pattern(
    'R02',
    /\b(?:checked|reviewed|looked (?:at|into|through|up|back)|pulled|went (?:through|back)|verified|consulted|examined|watched|re-?read|gone (?:over|through))\b.{0,24}\b(?:records?|files?|charts?|footage|cctv|cameras?|logs?|notes|system|schedule|appointments?|video|tapes?|recordings?|history|your case)\b/,
    NOT_TOLD,
  ),
  pattern(
    'R02',
    /\b(?:spoke|spoken|talked|checked|asked|interviewed|followed up)\b.{0,8}\b(?:to|with)?\b.{0,14}\b(?:nurse|doctor|dentist|staff|receptionist|team members?|hygienist|assistant|surgeon|person|colleagues?)\b.{0,14}\b(?:who|involved|that|on duty|and|concerned|present)\b|\b(?:nurse|doctor|dentist|receptionist|hygienist|assistant)\b.{0,8}\b(?:remembers?|recalls?|told us|says|confirmed|remembered)\b/,
  ),
  pattern('R02', /\b(?:after|upon|on) (?:a )?(?:review|investigation|investigating|checking|looking into)\b/),

  pattern(
    'R03',
    /\b(?:no|any|can(?:no|')t (?:find|locate).{0,10}|unable to (?:find|locate).{0,10}|couldn't (?:find|locate).{0,10}) ?(?:record|trace|file|history|appointment|booking) (?:of|for|under|with|matching)\b|\b(?:never|not|n't) (?:been )?(?:a|our|one of our) (?:patient|client)|\bnever (?:visited|been (?:here|to|seen|treated)|came|come|treated|seen|set foot|had you)|\b(?:wrong|different|another|other) (?:clinic|practice|hospital|office|place|dentist|business)|\bno one by (?:that|this|your) name|\bnot in our (?:system|records|database)|\bwe (?:don't|do not|didn't|did not|have not|haven't|no longer) (?:offer|provide|perform|do|have|carry) (?:this|that|such|these)\b/,
    /\b(?:cannot|can't|unable|whether|neither|never) (?:to )?(?:confirm|say|discuss)/,
  ),
  pattern(
    'R03',
    /\b(?:are you sure|confus(?:ed|ing) us|mistak(?:en|ing) us|mixed us up|perhaps you mean|do not recogni[sz]e|don't recogni[sz]e)\b/,
  ),

  exemptable(
    'R04',
    new RegExp(
      `\\b(?:on|last|this past|that) (?:the )?(?:morning|afternoon|evening|night)?(?: of)? ?(?:${DAY}|${MONTH} \\d{1,2}|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}|\\d{1,2}/\\d{1,2})\\b.{0,40}\\b(?:you|your|our doctor|was|were|had)\\b`,
    ),
    /\b(?:open|closed|are|hours)\b/,
  ),
  exemptable(
    'R04',
    new RegExp(
      `\\byou(?:r)?\\b.{0,40}\\b(?:(?:on|last|this past) ${DAY}|yesterday|last (?:week|month|night)|\\d{1,2} ${MONTH}|${MONTH} \\d{1,2}|(?:morning|afternoon|evening) of|that (?:day|morning|afternoon|evening|night)|at \\d{1,2}(?::\\d{2})? ?(?:am|pm|a\\.m|p\\.m))`,
    ),
    /\b(?:call|reach|welcome|contact|open|write|email|visit us)\b/,
  ),
  pattern(
    'R04',
    new RegExp(
      `\\b(?:that|the) (?:day|morning|afternoon|evening|night) (?:of|in question)|\\bthat (?:${DAY}|morning|afternoon|evening|night|day)\\b`,
    ),
  ),

  exemptable(
    'R05',
    /\byour (?:\w+ ){0,2}(?:condition|diagnosis|symptoms?|anxiety|depression|illness|disease|infection|allerg(?:y|ies)|blood pressure|blood sugar|gums?|teeth|tooth|skin|cavit(?:y|ies)|fracture|scan|x-?rays?|test results?|results|lab|medical history|history|pain|swelling|weight|health (?:condition|issues?))\b/,
  ),
  pattern(
    'R05',
    /\byou (?:have|had|suffer|were diagnosed|are (?:allergic|diabetic|pregnant|prone)|already had)\b.{0,20}\b(?:disease|condition|infection|allerg|decay|cavit|fracture|bone|gum|pressure|diabet|anxiety|history|skin|sensitive|disorder|tumou?r|cancer)/,
  ),

  exemptable(
    'R06',
    /\bwe (?:gave|prescribed|injected|placed|performed|did|extracted|cemented|filled|administered|used|carried out|fitted|bonded|numbed)\b(?! not)/,
  ),
  pattern(
    'R06',
    /\b(?:was|were|is) (?:cemented|injected|prescribed|extracted|placed|filled|administered|performed|bonded|fitted|numbed|temporar(?:y|ily))\b/,
    GENERAL,
  ),
  exemptable(
    'R06',
    /\byour (?:\w+ )?(?:crown|implants?|filling|root canal|veneers?|injections?|braces|aligners?|medication|prescription|fillers?|botox|laser|procedure|extraction|dentures?|dose|dosage|anaesthetic|therapy)\b/,
  ),
  pattern(
    'R06',
    /\b(?:temporar(?:y|ies)|provisional)\b.{0,30}\b(?:meant|designed|hold|until|crown|filling|cement)|\bcc of\b|\b\d+ ?(?:mg|ml|cc|units)\b/,
  ),

  pattern(
    'R17',
    /\b(?:please |just |simply |try |keep |continue |should |must |we (?:suggest|recommend|advise) )(?:to )?(?:you )?(?:tak(?:e|ing)|apply(?:ing)?|us(?:e|ing)|ic(?:e|ing)|massag(?:e|ing)|rins(?:e|ing)|stop(?:ping)?|avoid(?:ing)?|rest(?:ing)?|finish(?:ing)?)\b.{0,24}\b(?:medicine|medication|pills?|antibiotics?|ointment|cream|ice|heat|painkillers?|dose|salt water|area|it|mouthwash|aspirin|ibuprofen|tablets?|course)\b|\bmassage lightly|\bhold off on\b/,
  ),
  pattern(
    'R17',
    /\b(?:is|are|be|it's|that's|was) (?:a |an )?(?:\w+ )?(?:completely |perfectly |quite |totally |absolutely |entirely )?(?:normal|to be expected|expected|common side effects?|nothing to worry about)\b|\b(?:should|will|tends? to|usually) (?:\w+ )?(?:subside|go away|settle|fade|melt away|wear off|heal|resolve) ?(?:by itself|on its own|in|within|soon|after|over)?/,
    /\b(?:cannot|can't|no one|whether|understandabl|expected to (?:respect|follow))/,
  ),

  exemptable(
    'R18',
    /\byou (?:were|had been|have been|'d been|did) (?:\w+ )?(?:informed|told|advised|warned|offered|given|asked|explained|late|seen|reminded|notified|not (?:follow|tell|attend))|\byou (?:\w+ )?(?:signed|agreed|consented|refused|declined|arrived|missed|cancelled|insisted|chose|requested|demanded|didn't (?:follow|tell|show)|failed to|ignored)\b/,
  ),
  pattern(
    'R18',
    /\b(?:is|are|was|were) (?:simply |just |completely |entirely |factually |totally )?(?:untrue|false|inaccurate|incorrect|fabricated|made up|a lie|wrong|misleading|not true|not accurate|not (?:quite )?what happened|not how it)\b|\bnot what (?:actually )?happened|\b(?:did not|didn't|never) happen(?:ed)?\b|\bcontrary to (?:what|your|the)|\bin (?:actual )?fact\b|\bmisunderst(?:and|ood)|\bthe truth is\b|\bwhat (?:really|actually) happened/,
    /\bour (?:hours|website|listing)|\bhours\b/,
  ),
  pattern(
    'R18',
    /\bour (?:doctors?|staff|nurses?|dentists?|receptionists?|team|surgeons?|hygienists?)\b.{0,6}\b(?:(?:had |has |have )?(?:already |clearly |repeatedly |fully )?(?:explained|told|offered|informed|apologi[sz]ed|warned|asked|reminded|obtained|followed|did everything)|did not|didn't|was never|were never|never (?:said|refused|raised))\b/,
    GENERAL,
  ),

  exemptable(
    'R20',
    new RegExp(`\\b(?:your|the reviewer's|her|his) (?:\\w+ )?${FAMILY}\\b`),
    /\b(?:you and your family|wish|worr)/,
  ),
  pattern(
    'R20',
    /\b(?:the|that|another|other|one) (?:\w+ )?(?:gentleman|lady|patient|child|man|woman|boy|girl|person|mother|baby|dog|cat)\b.{0,16}\b(?:who|in front|ahead|before you|next to|had|was|needed|with)\b(?! an? (?:id|passport|card))/,
    /\b(?:any|each|every|no|whether)\b/,
  ),

  pattern(
    'R22',
    /\b(?:hiv|aids|syphilis|gonorrh|herpes|chlamydia|std|sti|abortion|miscarriage|schizophreni\w*|bipolar|psychiatric|psychosis|mental (?:illness|health (?:condition|issues?|problems?|history))|depress(?:ion|ed|ive)|panic (?:attacks?|disorder)|suicid\w*|addict\w*|eating disorder|infertility|ivf)\b/,
    /\b(?:hotline|helpline|line 1925|support line)\b/,
  ),
];
