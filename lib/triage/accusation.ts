import { ASPECTS, type Sentiment, type Triage } from '../contract/triage.ts';
import { around, opening } from './context.ts';
import { isOfAnother } from './elsewhere.ts';
import type { Tallies, Tally } from './features.ts';
import { greedIn } from './greed.ts';
import { logOf as log, sigmoid } from './linear.ts';
import { isNeedlework } from './needlework.ts';
import { Sought } from './needs.ts';
import { CJK, classes } from './normalise.ts';
import { once } from './once.ts';
import { fearsForMoney } from './purse.ts';
import type { Reading } from './reading.ts';
import type { Signal, Signals } from './signals.ts';
import { isTerse } from './terse.ts';
import { BLAME, type Gravity, isDeparture, isFigurative, isGrave, isTold, weighGravity } from './urgency.ts';
import { ACCUSATION_THRESHOLD, ACCUSATION_WEIGHTS, URGENT_THRESHOLD, URGENT_WEIGHTS } from './weights.ts';

export type ClaimTopic =
  | 'malpractice'
  | 'refusal'
  | 'death'
  | 'abuse'
  | 'money'
  | 'privacy'
  | 'licence'
  | 'hygiene'
  | 'credit'
  | 'private'
  | 'public';

export interface Accusation extends Claims {
  readonly level: Triage['accusation'];
  /** Chance that the text accuses at all. */
  readonly chance: number;
  /** Alleges death, serious injury, violence or assault (RUBRIC.md, urgent). */
  readonly serious: boolean;
}

const TOPICS: readonly ClaimTopic[] = [
  'malpractice',
  'refusal',
  'death',
  'abuse',
  'money',
  'privacy',
  'licence',
  'hygiene',
  'credit',
  'private',
  'public',
];

const NOTHING_CLAIMED = Object.fromEntries(TOPICS.map((topic) => [topic, 0])) as Record<ClaimTopic, number>;
const TAG_OF = Object.fromEntries(TOPICS.map((topic) => [topic, `claim:${topic}`])) as Record<ClaimTopic, string>;

/** Topics that are rumour or private life: rules T09 and T12, no accusation by themselves (FORUM_RUBRIC.md). */
const NOT_BY_ITSELF = new Set<ClaimTopic>(['credit', 'private']);
/** … but these words of theirs are concrete facts. */
const HARD_FACT = /欠薪|薪水|薪資|積欠|捲款|跳票|欠租|貨款|家暴|打老婆|喝到掛|地下錢莊/;

/**
 * Collects what a text claims; `judgeAccusation` then weighs it. Topics that nobody can be held to (rumours of
 * solvency, private life) only count through the concrete facts among them.
 */
export function gatherClaims(reading: Reading, signals: Signals): Claims {
  const claims = new Map<ClaimTopic, readonly Signal[]>();
  const sums = { ...NOTHING_CLAIMED };
  const folded = reading.text.folded.text;
  for (const topic of TOPICS) {
    const list = signals
      .get(TAG_OF[topic])
      ?.filter((s) => counts(s, topic) && (topic !== 'death' || isOfALife(reading, s)));
    if (!list || list.length === 0) continue;
    claims.set(topic, list);
    const seen = new Set<string>();
    for (const signal of list) {
      const said = folded.slice(signal.word.start, signal.word.end);
      if (seen.has(said)) continue;
      seen.add(said);
      if (NOT_BY_ITSELF.has(topic) && !HARD_FACT.test(said)) continue;
      sums[topic] += signal.word.family.weight * (signal.asked ? 0.5 : 1) * (signal.conditional ? 0.3 : 1);
    }
  }
  const harm = (signals.get('harm') ?? []).filter((s) => !s.negated && !s.conditional && !isFelt(reading, s));
  const gravity = weighGravity(reading, signals);
  return {
    claims,
    sums,
    harm,
    gravity,
    concrete: once(() => concreteness(reading)),
    letters: once(() => letterCount(reading)),
  };
}

/** 「講完人就走了」 tells of a door, 「牙齒救不回來」 of a tooth. */
function isOfALife(reading: Reading, { word }: Signal): boolean {
  const { before, said, after, sentence } = around(reading, word.start, word.end, 24);
  if (/走了$/.test(said)) return isDeparture(before, after);
  if (isFigurative(before, said, sentence)) return false;
  return !(/救[不回]+$/.test(said) && THINGS.test(before.slice(-12) + after.slice(0, 8)));
}
function isFelt(reading: Reading, { word }: Signal): boolean {
  const { before, said, sentence } = around(reading, word.start, word.end, 16);
  return isFigurative(before, said, sentence);
}
const THINGS = /牙|髮|皮膚|膚|疤|檔案|資料|照片|指甲|口碑|形象|味道|湯|飯|口感|視力|鼻子|臉型/;

export interface Claims {
  readonly claims: ReadonlyMap<ClaimTopic, readonly Signal[]>;
  readonly sums: Readonly<Record<ClaimTopic, number>>;
  readonly harm: readonly Signal[];
  /** Death, injury, violence and assault told: urgency.ts. */
  readonly gravity: Gravity;
  /** Looked for when first asked: of praise nobody asks. */
  readonly concrete: () => number;
  readonly letters: () => number;
}

const MEDICAL = ASPECTS.indexOf('medical');
const PRICE = ASPECTS.indexOf('price');

/** Columns of ACCUSATION_WEIGHTS and URGENT_WEIGHTS; append only, and fit again. */
export function claimFeatures(c: Claims, reading: Reading, chances: readonly number[], tallies: Tallies): number[] {
  const said = TOPICS.reduce((sum, topic) => sum + c.sums[topic], 0);
  const text = reading.text.folded.text;
  const heavy = c.harm.filter((s) => !s.asked && HEAVY.test(text.slice(s.word.start, s.word.end))).length;
  const deaths = (c.claims.get('death') ?? []).filter(
    (s) => s.word.family.weight > 1 && !s.asked && !s.conditional,
  ).length;
  const concrete = c.concrete();
  const [negative = 0, positive = 0, mixed = 0] = chances;
  const bad = negative + mixed;
  const medical = tallies[MEDICAL] as Tally;
  const price = tallies[PRICE] as Tally;
  // Turns of phrase count in a complaint only; most texts need no look.
  const told = (pattern: Sought): number => (bad > 0.05 && pattern.in(text) ? bad : 0);
  return [
    1,
    ...TOPICS.map((topic) => log(c.sums[topic])),
    log(said),
    said > 0 ? 1 : 0,
    said >= 1 ? 1 : 0,
    bad * log(said),
    log(c.harm.length),
    log(heavy),
    log(deaths),
    deaths > 0 && heavy > 0 ? 1 : 0,
    negative,
    positive,
    mixed,
    concrete,
    concrete * (said > 0 ? 1 : 0),
    log(c.letters()) / 5,
    bad * Math.max(0, log(c.letters()) - 3.5),
    bad * log(medical.negative),
    bad * log(medical.directNegative),
    bad * log(price.negative),
    told(OUTCOME),
    told(VIOLENT),
    told(SEXUAL),
    told(ELSEWHERE),
    told(WITHOUT),
    told(AT_ALL),
  ];
}

/** Turns of phrase in which accusations are told, where no single word accuses. */
const OUTCOME = new Sought(
  /(?:搞|弄|拖|害|打|做|醫|治|開)(?:到|成|得|我|他|她)[^，。,!?]{0,10}(?:發炎|感染|住院|加護|急診|癱|死|命|壞|爛|痛|腫|出血|流血|開刀|重做|植物人|更嚴重|沒辦法)|(?:導致|造成|引起|害)[^，。,!?]{0,14}/,
);
const VIOLENT = new Sought(/毆|打人|打我|動手|揍|踢|綁|捆|虐|巴掌|推擠|推倒|推我|掐|強壓|壓住|甩|暴力/);
const SEXUAL = new Sought(/性騷|性侵|猥褻|侵犯|襲胸|摸我|被摸|鹹豬手|偷拍/);
const ELSEWHERE = new Sought(
  /(?:轉|換|去|到|別的|別家|別間|另一|其他)[^，。,!?]{0,8}(?:醫院|診所|長庚|台大|榮總|馬偕|醫師|醫生)[^，。!?]{0,14}(?:才|發現|診斷|檢查出|說|確診|立刻|馬上|好轉)|(?:後來|結果|隔天|之後)[^，。!?]{0,16}(?:才發現|發現|診斷|確診|檢查出)/,
);
const WITHOUT = new Sought(
  /(?:沒有?|未|不)(?:經過?|做|給|幫|告知|詢問|問|說明|簽|核對|消毒|檢查|處理|打|戴|看|仔細|徵求|照)[^，。,!?]{0,6}(?:就|直接|便|卻)|(?:什麼|任何|完全|根本|都)[^，。,!?]{0,6}(?:檢查|治療|處置|處理|藥|告知|說明)[^，。,!?]{0,3}(?:沒|都不|也沒)|(?:直接|擅自|硬|強行|隨便|亂)(?:拔|插|打|開|剪|抽|戳|塞|扯|縫|割|叫|趕|退|下|診斷)/,
);
const AT_ALL = new Sought(/竟然|居然|根本|故意|硬要|硬是|明明|死不認|不承認|推卸|否認|說謊|欺騙/);
/** Grave harm in itself, whoever is to blame. */
export const HEAVY =
  /癱瘓|半身不遂|植物人|截肢|失明|殘廢|致殘|失能|致障|昏迷|腦死|休克|敗血|大出血|內出血|氣胸|病危|命危|差點|小命|性命|生命危險|腹膜炎|壞死|流產|子宮破裂|毀容|蜂窩性|吐血|心肌炎|喘不過氣|窒息|撐不久|半活人|腸穿孔|肋骨|中風|洗腎|加護病房|重症|水腫/;

/** What the trained heads say; null: the fallback's own weights decide. */
export interface Trained {
  readonly accuses: number;
  readonly specific: number;
  readonly urgent: number;
  readonly thresholds: { readonly accusation: number; readonly urgent: number };
}

export function judgeAccusation(
  c: Claims,
  reading: Reading,
  sentiment: Sentiment,
  chances: readonly number[],
  tallies: Tallies,
  trained: Trained | null,
  starred: boolean,
): Accusation {
  const hostile = sentiment === 'negative' || sentiment === 'mixed';
  // Praise and questions accuse nobody.
  if (!hostile) return { ...c, level: 'none', chance: 0, serious: isGrave(c.gravity, sentiment) };
  if (trained) {
    const heard = trained.accuses >= trained.thresholds.accusation && (starred || isHeardWell(c, reading, trained));
    const accuses = heard && !isNeedlework(reading);
    const level = accuses ? (trained.specific >= 0.5 ? 'specific' : 'general') : levelUnheard(reading, sentiment);
    return { ...c, level, chance: trained.accuses, serious: isSerious(c, reading, trained, starred) };
  }
  const features = claimFeatures(c, reading, chances, tallies);
  const chance = sigmoid(ACCUSATION_WEIGHTS, features);
  const urgency = sigmoid(URGENT_WEIGHTS, features);
  const accuses = chance >= ACCUSATION_THRESHOLD;
  const level = !accuses ? 'none' : c.concrete() >= 2 || c.letters() > 60 ? 'specific' : 'general';
  return { ...c, level, chance, serious: urgency >= URGENT_THRESHOLD || isGrave(c.gravity, sentiment) };
}

/** What words alone accuse of where the head hears nothing. */
const levelUnheard = (reading: Reading, sentiment: Sentiment): Accusation['level'] =>
  sentiment === 'negative' && greedIn(reading) ? 'general' : 'none';

/**
 * Of reviews called urgent in which no death, narrow escape, harm, assault or costly delay is told, three in four are
 * not: there the head must be surer, by this much of its log-odds. Where one is told, it may be less sure (decision 022).
 */
const UNTOLD = 0.4;
const TOLD = -1;

/** A chance from which on a head is believed all the same. */
const SURELY = 0.9;
const FEWEST = 8;

/** So few letters sound like everything to a head (「隔壁床的阿伯打呼打整晚」): a post of them must tell what it accuses of. */
const BRIEF = 14;
const UNTOLD_BRIEF = 2;
const isHeardWell = (c: Claims, reading: Reading, { accuses }: Trained): boolean =>
  TOPICS.some((topic) => topic !== 'public' && c.claims.has(topic)) ||
  !isTerse(reading, accuses >= SURELY ? FEWEST : BRIEF);

function isSerious(c: Claims, reading: Reading, trained: Trained, starred: boolean): boolean {
  const over = logOdds(trained.urgent) - logOdds(trained.thresholds.urgent);
  if (!starred)
    return (
      over >= (isTerse(reading, BRIEF) ? UNTOLD_BRIEF : 0) || (over >= 0 && isTold(c.gravity, reading.text.folded.text))
    );
  // Most texts are far from both.
  return over >= UNTOLD || (over >= TOLD && isTold(c.gravity, reading.text.folded.text));
}
const logOdds = (chance: number): number => Math.log(chance / (1 - chance));

/** 「假設真的有誤診，也該先調病歷」: another's claim is weighed, none is made. */
const DOUBTED =
  /^[^一-龥]*(?:推|噓)?\s?(?:假設|如果|要是|假如|倘若|就算|若)[^。，,!?\s]{0,6}(?:真的?(?:有|是|像|跟|如)|屬實|為真|是事實)/;
/** 「沒有吧，我拔過三顆都沒事，同行來黑的」: the place is spoken for. */
const DEFENDED =
  /^[^一-龥]*(?:推|噓)?\s?(?:沒有?吧|哪有|不會(?:吧|啊))[^。]{0,36}(?:同?[^。，,\s]{0,2}來黑|帶風向|我(?![^。]{0,16}[說講])[^。]{0,16}沒(?:事|問題|怎樣|感染|拔錯|發炎))/;
/** A threat of so few letters is all that a text says. */
const ONLY_A_THREAT = 40;
/** 「我爸被你們弄到躺床」 is told beside it. */
const SUFFERED =
  /(?:我|阮)(?:們|的|家)?(?:爸|媽|父|母|阿|先生|老公|太太|老婆|女兒|兒子|小孩|孩子|弟|妹|哥|姊|姐|寶|狗|貓|毛)|被(?:你|他|妳|她|醫|護)/;

/** 「護理師颱風天騎車來，爺爺最後還是走了，她來上香」, not 「幫我媽打針，隔天就往生了」 with five stars. */
const isThankful = (reading: Reading): boolean =>
  !BLAME.test(opening(reading)) && (reading.stances.some(({ sign }) => sign > 0) || KINDNESS.test(opening(reading)));
const tellsOfNone = ({ deaths, injuries, narrow }: Gravity): boolean =>
  deaths.length + injuries.length + narrow.length === 0;
const KINDNESS = /謝|感恩|保住|救回|撿回|壓回來|醒來|恢復|康復|活下來|終於|記得|溫柔|陪[著我]|哭|乾淨|自己扣|還能/;

/** What is told of another place, only weighs a claim, or only wishes or announces harm (「祝他也被亂開刀」), accuses nobody. */
export function unlessMeant(
  a: Accusation,
  reading: Reading,
  violent: boolean,
  violence: readonly Signal[],
  liked = false,
): Accusation {
  if (isOfAnother(reading)) return { ...a, level: 'none', serious: false };
  // Four or five stars and a kind word: who tells of a loss or an illness and blames nobody for it thanks for the care.
  if (
    liked &&
    a.serious &&
    a.gravity.violent.length + a.gravity.sexual.length === 0 &&
    (isThankful(reading) || tellsOfNone(a.gravity))
  )
    return unlessMeant({ ...a, serious: false }, reading, violent, violence);
  if (a.level === 'none') return a;
  if (DEFENDED.test(opening(reading, 60))) return { ...a, level: 'none', serious: false };
  if (DOUBTED.test(opening(reading, 120))) return { ...a, level: 'none', serious: false };
  if (onlyFears(a, reading)) return { ...a, level: 'none', serious: false };
  if (!violent || a.letters() > ONLY_A_THREAT || SUFFERED.test(opening(reading, 120))) return a;
  const within = ({ word }: Signal): boolean =>
    violence.some((v) => v.word.clause === word.clause || (v.word.start < word.end && word.start < v.word.end));
  for (const list of a.claims.values()) if (!list.every(within)) return a;
  return { ...a, level: 'none' };
}

/** In more letters something else is told too. */
const BRIEF_TALK = 90;

/** 「聽說要倒了，儲值的快去退」: talk of insolvency alone accuses of nothing (RUBRIC.md). */
const onlyFears = ({ claims }: Accusation, reading: Reading): boolean =>
  reading.text.codes.length <= BRIEF_TALK &&
  [...claims.keys()].every((topic) => topic === 'credit') &&
  fearsForMoney(reading);

function counts(signal: Signal, topic: ClaimTopic): boolean {
  if (signal.negated && topic !== 'refusal') return false;
  if (signal.self) return false;
  return !(signal.told && signal.conditional);
}

const CONCRETE = [
  /\d[/.年月-]\d|\d\s{0,2}(?:點|小時|分鐘|天|元|次|號|週|個月|歲|萬|樓)/,
  /[媽爸弟妹姊姐哥]|阿[公嬤]|奶奶|爺爺|外婆|[母父]親|家人|老[婆公]|太太|先生|兒子|女兒|小孩|朋友|長輩|孩子|寶寶/,
  /結果|後來|當時|竟然|居然|隔天|當天|那天|最後|才發現|之後/,
  /診斷書|收據|病歷|錄音|錄影|證據|照片|存證/,
].map((pattern) => new Sought(pattern));

/** How much of who, when, how many the text tells: dates, numbers, relatives, named units. */
export function concreteness(reading: Reading): number {
  const text = reading.text.folded.text;
  let points = 0;
  for (const sought of CONCRETE) if (sought.in(text)) points++;
  return points;
}

/** Letters of the text without blanks and signs. */
export function letterCount(reading: Reading): number {
  let n = 0;
  const { codes } = reading.text;
  for (let i = 0; i < codes.length; i++) if (classes[codes[i] as number] === CJK) n++;
  return n;
}
