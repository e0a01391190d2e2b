import { exemptable, type Pattern, pattern } from './shape.ts';

// English replies: money, identity, manners, offers, threats, staff (R07–R16, R19, R21). Text is lower case here.

const REVIEW = '(?:reviews?|stars?|ratings?|feedback|comments?|posts?)';
const NOT_DONE = /\b(?:never|do not|don't|not to|no|without|cannot|won't|will not|free to|policy|against)\b/;

/** Words after "dear" or "hi" that address nobody in particular. */
const ANYONE =
  'there|all|everyone|everybody|friends?|reviewers?|sir|madam|ma|parents?|customers?|guests?|readers?|neighbou?rs?|writer|user|google|and|to|thank|thanks|we|our|again|from|reader|community|visitor|visitors|valued|folks';

export const CONDUCT_EN: Pattern[] = [
  pattern(
    'R15',
    /\b(?:nobody|no one|no other \w+) (?:does|do|gets|makes|offers) .{0,40}\b(?:better|like (?:us|ours|we do))/,
  ),
  pattern(
    'R12',
    /\bgift ?(?:card|voucher)s?\b.{0,60}\bstars?\b|\bstars?\b.{0,60}\bgift ?(?:card|voucher)/,
    /\bno |never|not |nor /,
  ),
  pattern('R10', /\bif you had (?:read|listened|asked|followed)\b|\bhonest people\b/),

  exemptable(
    'R07',
    /\b(?:your|an?|the) (?:\w+ )?(?:outstanding|unpaid|overdue|remaining|bills?|balance|deposit|payments?|invoice|insurance (?:claim|company|plan|cover(?:age)?)|co-?pay(?:ment)?|instal?ments?|discount)\b.{0,30}\b(?:you|was|were|is|has|have|remains?|still)\b/,
    /\b(?:posted|listed|published|generally|any|policy)\b/,
  ),
  exemptable(
    'R07',
    /\byou (?:have |had |'ve |still |already )?(?:paid|owe[ds]?|were (?:charged|billed|refunded)|(?:did not|didn't|never) pa(?:y|id))\b|\b(?:your insurance|insurance (?:denied|rejected|does not|didn't|covered))\b|\b(?:waived|refunded|discounted) .{0,16}\b(?:you|your|fee)\b/,
  ),

  pattern(
    'R08',
    new RegExp(
      `(?:^|[.!,] )(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))[, ]+(?!(?:${ANYONE})\\b)(?:(?:mr|mrs|ms|miss|dr|prof)\\.? )?[a-z]{2,}(?: [a-z]{2,})?(?:,|!|\\.|:|$|\\n)`,
    ),
  ),
  pattern('R08', /\b(?:mr|mrs|ms|miss)\.? [a-z]{2,}/, /\bmiss (?:the|a|you|out|your|this|our|an)/),
  pattern(
    'R08',
    /\b(?:we know who you are|your (?:real|full|actual|legal) name (?:is|was)|(?:patient|member|chart|file|record) (?:no|number|id|#)\.? ?[a-z]?\d+)|\b09[0-9]{2}[- ]?[0-9]{3}[- ]?[0-9]{3}\b|\b[a-z][12489][0-9]{8}\b/,
  ),

  pattern(
    'R09',
    /\b(?:reply|respond|comment|post|leave|send|tell|give|share|provide|drop|write|message|confirm|let us know|include)\b.{0,30}\b(?:your|the) (?:\w+ )?(?:name|phone|number|date of birth|birth ?day|birth ?date|dob|id|passport|record number|e-?mail|address|contact (?:details|info\w*)|appointment date|date of (?:your )?visit)\b/,
    /\b(?:do not|don't|please avoid|never|no need|not (?:need|have) to|without|rather than)\b/,
  ),

  pattern(
    'R10',
    /\b(?:liars?|lying|lies|crazy|pathetic|trolls?|trolling|ridiculous|entitled|(?<!nothing to be )ashamed|shameful|ignorant|stupid|idiots?|delusional|malicious|spiteful|slander(?:ous)?|bitter|tantrum|difficult (?:patients?|people|customers?)|people like you|fake reviews?|drama|get a life|grow up|calm down|unreasonable|nonsense|childish)\b/,
    /\b(?:we (?:do not|don't|never)|anyone)\b/,
  ),
  pattern(
    'R10',
    /\bfinding (?:a|another) (?:clinic|practice|dentist|doctor|place)\b|\b(?:patience|tolerance) for you\b|\byour (?:own )?(?:attitude|rudeness|behaviou?r|temper|manners|tone)\b|\bnot (?:the right )?(?:fit|place) for you\b|\bperhaps (?:you|if you)\b.{0,20}\b(?:should|could|had|would)\b/,
  ),

  pattern(
    'R11',
    /\b(?:legal action|sue|suing|lawsuit|lawyers?|attorneys?|solicitors?|defam\w*|libel\w*|court|proceedings|prosecut\w*|legal counsel|legal team|legal consequences|reserve (?:the|our|all) rights?|cease and desist|police report|law enforcement)\b/,
    /\b(?:do not|don't|never|will not|won't)\b.{0,20}\b(?:legal action|sue|threaten)/,
  ),

  pattern(
    'R12',
    new RegExp(
      `\\b(?:refund|discount|free|gift|voucher|credit|compensat\\w*|coupon|cash|reward|entered|prize|make it (?:up|worth)|flexib\\w*|complimentary|on the house|treat|surprise)\\b.{0,50}\\b${REVIEW}\\b`,
    ),
    NOT_DONE,
  ),
  pattern(
    'R12',
    new RegExp(
      `\\b(?:remov|delet|chang|updat|edit|rais|revis|writ|leav|post|rating|giv|5|five).{0,24}\\b${REVIEW}\\b.{0,40}\\b(?:refund|discount|free|gift|voucher|credit|compensat\\w*|coupon|cash|reward|prize|surprise|complimentary|off your)\\b`,
    ),
    NOT_DONE,
  ),

  pattern(
    'R13',
    new RegExp(
      `\\b(?:remov(?:e|al|ing)|delet(?:e|ing|ion)|tak(?:e|ing) down|retract(?:ing)?|withdraw(?:ing)?|edit(?:ing)?|amend(?:ing)?|chang(?:e|ing)|updat(?:e|ing)|reconsider(?:ing)?|revis(?:e|ing)|correct(?:ing)?)\\b.{0,16}\\b(?:your|this|the|that|it|such) ?${REVIEW}?\\b`,
    ),
    /\b(?:free to|never ask|do not ask|don't ask|we (?:will|are|have|'ll)|our (?:hours|website|listing)|policy)\b/,
  ),
  pattern(
    'R13',
    /\btake (?:this|your|the|that) (?:review|post|comment|rating) down\b|\btake it down\b/,
    /\b(?:never ask|do not ask|don't ask)\b/,
  ),

  pattern(
    'R14',
    /\b(?:our|my|the clinic's|the doctor's) (?:own )?(?:fault|mistake|error|negligence|malpractice|failure|bad|oversight|blunder)\b|\b(?:on us|we messed up|we failed|we were (?:wrong|at fault|negligent)|we made an? (?:mistake|error)|take full responsibility|we (?:should|could) have|admit|we accept (?:blame|fault|liability))\b/,
    /\b(?:cannot|whether|if)\b|to say we should|heavily on us/,
  ),
  pattern(
    'R14',
    /\bwe(?:'ll| will| would like to| want to| are going to)? (?:gladly |fully |happily )?(?:compensate|refund|reimburse|pay (?:for|you)|redo|make (?:it|this|things) (?:right|up to)|fix (?:it|this))\b/,
    /\b(?:cannot|do not|never)\b/,
  ),

  pattern(
    'R15',
    /\b(?:(?<!without (?:any )?)guarantee[ds]?|no\.? ?1|number one|100 ?%|pain-?free|painless|risk-?free|most (?:advanced|experienced|trusted|skilled|modern)|world-?class|top-?rated|leading|unmatched|unrivall?ed|state-of-the-art|award-winning|permanent(?:ly)? (?:cure|results?)|complete cure|miracle|only (?:clinic|hospital|practice) (?:in|that)|second to none|cutting-?edge)\b/,
    /\b(?:cannot|can't|no (?:one|doctor|dentist|clinic|body)|nobody|never|not)\b/,
  ),
  pattern(
    'R15',
    /\b(?:the |our |taiwan's |town's )best (?:\w+ )?(?:doctors?|dentists?|clinic|team|care|treatment|results?|technology|equipment|surgeons?|staff|service|in (?:town|taiwan|the))\b|\bfinest\b/,
  ),

  pattern(
    'R16',
    /\b(?:special offers?|promotion(?:al|s)?|promo|\d+ ?% off|discount(?:s|ed)?|book (?:now|today|your)|free consultation|package deals?|limited[- ]time|sale|bargain|early bird|introductory price|new customers?|half[- ]price|deal)\b/,
    /\b(?:no|never|not|do not|don't|without|against|policy|parking)\b/,
  ),

  pattern(
    'R19',
    /\b(?:most|many|other|thousands of|hundreds of|countless|all (?:of )?our|the majority of|plenty of|so many|majority)(?: of)?(?: our| other)? (?:happy |satisfied |loyal )?(?:patients|clients|people|customers|families|reviewers?|visitors|reviews)\b.{0,30}\b(?:are|love|have|say|tell|rave|praise|come back|return|happy|satisfied|recommend|disagree|speak|positive|five|great|would)\b/,
    /\b(?:wait|feel the same|concern|worr|must|need)\b/,
  ),

  pattern(
    'R21',
    /\b(?:staff|nurse|receptionist|employee|doctor|dentist|assistant|hygienist|therapist|team member|person|he|she|they|individual|colleague)\b.{0,24}\b(?:(?:has|have|had)(?: since)? been|was|were|is being) (?:fired|dismissed|disciplined|suspended|let go|sacked|re-?trained|reassigned|transferred|terminated|warned|reprimanded|counsell?ed|spoken to|moved)|\bno longer (?:works?|with us|employed|part of)|\b(?:resigned|has left|left the (?:clinic|practice|team))\b/,
  ),
];
