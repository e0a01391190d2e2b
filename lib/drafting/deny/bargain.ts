import type { Rule } from '../../contract/draft.ts';
import { clausesOf, type Stretch } from '../sentences.ts';
import { type Hit, hitOf } from './shape.ts';

/**
 * What a reply gives or threatens, and that a review is to be taken back: together a bargain, in any order and
 * wording, within one sentence or two neighbours.
 */
interface Bargain {
  rule: Rule;
  /** What is held out: an offer, a threat. */
  means: RegExp;
  /** What is wanted in return. */
  wanted: RegExp;
  /** Where one of the two says this, nothing is bargained. */
  unless: RegExp;
  /** Only a sentence by itself says what depends on what. */
  alone?: true;
  /** A demand under threat is graver than a threat alone (刑法304). */
  severity?: 'block';
}

export const REVIEW =
  '(?:評論|留言|評價|負評|貼文|文章|星等|星星|五星|5星|一星|[一五5那這]顆星|好評|發文|心得|評分|給分|分數)';
/** So may a review be called, too, beside a word that leaves no doubt. */
const ANY_REVIEW = `(?:${REVIEW}|意見|看法|言論|內容|[這此該那本][則篇])`;

const REMOVE = '(?:刪|移除|撤|下架|收[回掉起]|隱藏|拿[掉下走]|關掉|消失|不見)';
const CHANGE =
  '(?:修改|更改|更新|更正|更動|修正|調整|調高|調升|變更|改變|補滿|補上|[加改補]回|重新(?:考慮|給|打)|改(?!善|進|期|約|建|裝|變))';
const WITHDRAWN_ZH = `${REMOVE}[^,。!?;]{0,10}${ANY_REVIEW}|${ANY_REVIEW}[^,。!?;]{0,8}${REMOVE}|[刪撤消][文評]`;
const WANTED_ZH = [
  WITHDRAWN_ZH,
  `${CHANGE}[^,。!?;]{0,8}(?:${REVIEW}|看法|想法|說法)`,
  `${REVIEW}[^,。!?;]{0,6}${CHANGE}`,
  '改[成為][^,。!?;]{0,3}[五5]顆',
  `${REVIEW}[^,。!?;]{0,6}(?:處理(?:一下|掉)|好(?:看|一點))`,
].join('|');

const MONEY = '(?:費用?|錢|款項?|訂金|定金|尾款|金額|差額|現金|自付額)';
export const GIFT =
  '退費|退款|退錢|退還|退回|退給|退(?:您|你|一半|全)|折扣|折價|折抵|直接折|打(?:個)?折|[領拿討要]回|商量|優惠|贈|小禮|禮物|禮券|免費|減免|免收|免除|補償|補貼|賠償|賠(?:您|你)|抵用|紅包|現金(?![支付繳或])|驚喜|好康|重做|再安排|點數|招待|送(?:您|你|一)|誠意|請(?:您|你)[吃喝]|算我們的|我們請(?:的|客)|滿意的(?:數字|價|金額|交代)|不[跟向](?:您|你)[收拿要]|[補還]給?(?:您|你)';
const OFFERED_ZH = [
  GIFT,
  `${MONEY}[^,。!?;]{0,10}(?:退|免|還(?:給)?[您你]|匯|好談|好說|可談|不收|不用付|不[跟向]|吸收|減|補|私下)`,
  `(?:退|免|轉|匯|減|不收)[^,。!?;]{0,6}(?:${MONEY}|[0-9一二兩三四五六七八九十]+(?:千|萬|百|元))`,
].join('|');

const THREAT_ZH =
  '提告|告(?:你|您)|法院見|法律(?:追訴|行動|責任|途徑)|律師函|存證信函|傳票|告訴|報警|後果自負|警察|警方|追究|法庭上?見|吃官司';

/** Whatever is promised on condition that a review goes. */
const PROMISED_ZH =
  '(?:\ue000|我們|本院|本診所|院方|這邊)[^,。!?;]{0,6}(?:會|可以|能|願意|將|就|給|樂意|考慮)|好談|好說|(?:再|來)談|商量|條件';
const IF_WITHDRAWN_ZH = `(?:若|如果|如您|只要|願意|先|條件)[^,。!?;]{0,10}(?:${WITHDRAWN_ZH})|(?:${WITHDRAWN_ZH})[^,。!?;]{0,4}(?:後|的話)`;

const REVIEW_EN = '(?:reviews?|ratings?|comments?|posts?|stars?)';
const WITHDRAWN_EN = `\\b(?:remov\\w*|delet\\w*|tak\\w* (?:it |this |that )?down|withdraw\\w*|retract\\w*)[^.!?;]{0,24}\\b${REVIEW_EN}\\b`;
const WANTED_EN = `${WITHDRAWN_EN}|\\b(?:chang\\w*|updat\\w*|edit\\w*|revis\\w*|rais\\w*|reconsider\\w*)[^.!?;]{0,24}\\b${REVIEW_EN}\\b`;
const OFFERED_EN =
  '\\b(?:refund\\w*|reimburs\\w*|discount\\w*|voucher\\w*|gift card\\w*|waive\\w*|money back|(?:your|the) (?:money|fee)|compensat\\w*|complimentary)\\b';
const THREAT_EN = '\\b(?:sue|legal action|lawsuit|lawyers?|attorneys?|court|police)\\b';

const REFUSED_ZH =
  /不會(?:以|用|因|要求|請|提供|有|給|刪|改|影響|拿|為|把)|沒有(?:以|任何|要求|提供)|並不|不以|不得|絕不|從不|不曾|不接受|不提供|不購買|禁止|不因|並無|政策|違反|無論|不論|不管|停車|平台|google|檢舉|(?:契約|法令|標準|原則|規定)(?:公告|辦理|張貼|均|皆)|公告於|張貼於/;
/** 「若不移除」 promises nothing. */
const NOT_WITHDRAWN_ZH = new RegExp(`${REFUSED_ZH.source}|不(?:願意?)?${REMOVE}`);
const REFUSED_EN = /\b(?:never|do not|don't|not to|without|cannot|won't|will not|free to|policy|against|whether)\b/;

const all = (source: string): RegExp => new RegExp(source, 'g');
const BARGAINS: readonly Bargain[] = [
  { rule: 'R12', means: all(OFFERED_ZH), wanted: all(WANTED_ZH), unless: REFUSED_ZH },
  { rule: 'R12', means: all(PROMISED_ZH), wanted: all(IF_WITHDRAWN_ZH), unless: NOT_WITHDRAWN_ZH, alone: true },
  { rule: 'R12', means: all(OFFERED_EN), wanted: all(WANTED_EN), unless: REFUSED_EN },
  { rule: 'R11', means: all(THREAT_ZH), wanted: all(WITHDRAWN_ZH), unless: REFUSED_ZH, severity: 'block' },
  { rule: 'R11', means: all(THREAT_EN), wanted: all(WITHDRAWN_EN), unless: REFUSED_EN, severity: 'block' },
];

const HAN = /[\u3400-\u9fff]/;
/** Nobody writes a sentence of this length. */
const LONGEST = 1_000;

/** From the first to the last place where the expression is found in a clause that refuses nothing. */
function placeOf(find: RegExp, unless: RegExp, clauses: readonly Stretch[]): [start: number, end: number] | null {
  const found = clauses
    .filter(({ text }) => !unless.test(text))
    .flatMap(({ text, start }) =>
      [...text.matchAll(find)].map((match) => [start + match.index, start + match.index + match[0].length] as const),
    );
  const [first, last] = [found[0], found.at(-1)];
  return first && last ? [first[0], last[1]] : null;
}

/** An English list of what is never offered has commas in it: there the sentence is read as one clause. */
function readable({ text, start }: Stretch): Stretch[] {
  const read = text.slice(0, LONGEST);
  return HAN.test(read) ? clausesOf(read, start) : [{ text: read, start, end: start + read.length }];
}

/** Bargains struck within one sentence. */
export function bargainsIn(sentence: Stretch): Hit[] {
  const clauses = readable(sentence);
  return BARGAINS.flatMap(({ rule, means, wanted, unless, severity }) => {
    const given = placeOf(means, unless, clauses);
    const asked = given && placeOf(wanted, unless, clauses);
    if (!given || !asked) return [];
    return [hitOf(rule, Math.min(given[0], asked[0]), Math.max(given[1], asked[1]), severity)];
  });
}

/** Bargains struck over two neighbouring sentences: what of them stands in the first, and what in the second. */
export function bargainsAcross(first: Stretch, second: Stretch): [Hit[], Hit[]] {
  const [before, after] = [readable(first), readable(second)];
  const hits: [Hit[], Hit[]] = [[], []];
  for (const { rule, means, wanted, unless, severity, alone } of BARGAINS) {
    if (alone) continue;
    for (const [one, other] of [
      [means, wanted],
      [wanted, means],
    ] as const) {
      const here = placeOf(one, unless, before);
      const there = here && placeOf(other, unless, after);
      if (!here || !there) continue;
      hits[0].push(hitOf(rule, ...here, severity));
      hits[1].push(hitOf(rule, ...there, severity));
    }
  }
  return hits;
}
