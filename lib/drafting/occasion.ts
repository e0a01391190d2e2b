import type { Clinic } from '../contract/clinic.ts';
import { ASPECTS, type Aspect, type FindingKind, isFound, type Polarity, type Triage } from '../contract/triage.ts';
import { isAboutAnimal } from '../triage/rules/animals.ts';
import { isUnthanked } from '../triage/rules/kinds.ts';
import { speaksOfCare } from '../triage/rules/other-place.ts';
import { guessed, type Topic, topicOf, unlisted } from './bank/topics.ts';
import { namesCondition, namesTreatment } from './medical.ts';

/** What a reply is about, decided once per review. */
export interface Occasion {
  kind:
    | 'praise'
    | 'mixed'
    | 'negative'
    | 'neutral'
    | 'question'
    | 'wordless-low'
    | 'wordless-praise'
    | 'grave'
    | 'legal';
  main: Aspect;
  second: Aspect | null;
  third: Aspect | null;
  /** What is praised beside the main thing. */
  praised: Aspect | null;
  /** The main aspect as the review narrows it. */
  topic: Topic;
  /** Health or an accusation is touched: the privacy sentence belongs in. */
  health: boolean;
  /** Asks about health: no advice by comment. */
  askingHealth: boolean;
  /** Asks when the clinic is open. */
  askingHours: boolean;
  /** Says that somebody was molested, beaten or bribed: heard with care, never "our procedures will improve". */
  rumour: boolean;
  /** Accuses of a crime, of debts, of dirt or danger, tells of working here, or is urgent: neither sorry nor bettering. */
  accused: boolean;
  /** Who accuses tells of working here, not of care. */
  staff: boolean;
  /** Is about another place, or nobody's experience: not invited to more. */
  elsewhere: boolean;
  /** Is about the looks or the private life of somebody here. */
  personal: boolean;
  /** Asks for copies of charts: there is a general answer. */
  charts: boolean;
  /** Is about reaching the clinic or getting a number, not about waiting there. */
  reaching: boolean;
  /** Is about what was explained, not about the care itself. */
  explaining: boolean;
  /** Is about a beast: no secrets of a person's care are kept. */
  animal: boolean;
  /** Somebody died or is dying, or a pet: nothing cheerful. */
  death: boolean;
  /** A grave illness is spoken of: thanks without exuberance. */
  illness: boolean;
  /** Praise prevails, a complaint stands beside it. */
  soft: boolean;
  /** Few stars above words of praise: a slip or scorn, and nothing may take either at its word. */
  contrary: boolean;
  /** Four or five stars without words. */
  stars: 4 | 5 | null;
  /** There are words, whatever they mean. */
  words: boolean;
}

/** Aspects of the given polarities, the one with most evidence first. */
function ranked(triage: Triage, wanted: readonly Polarity[]): Aspect[] {
  return ASPECTS.filter((aspect) => {
    const polarity = triage.aspects[aspect];
    return polarity !== undefined && wanted.includes(polarity);
  })
    .map((aspect) => ({ aspect, weight: triage.evidence[aspect]?.length ?? 0, last: aspect === 'other' ? 1 : 0 }))
    .sort((a, b) => a.last - b.last || b.weight - a.weight || ASPECTS.indexOf(a.aspect) - ASPECTS.indexOf(b.aspect))
    .map(({ aspect }) => aspect);
}

const QUESTION =
  /[?？]|請問|请问|想問|[嗎吗](?:[\s，,。!！]|$)|正常嗎|怎麼辦|會不會|怎麼預約|[幾几][點点]|多少[錢钱]|在哪|有沒有推薦|推薦一?[間家位個]?|\b(?:does|do you|is there|are you open|how (?:do|can|much))\b|ですか|ますか/i;

/** Somebody died. 「走了」 of a person only: not 看完走了, 能走了, 帶走了. */
const DEATH =
  /往生|過世|去世|離世|辭世|病逝|最後一程|(?:爸|媽|父親|母親|奶奶|爺爺|阿嬤|阿公|外婆|外公|家人|先生|太太)[^，。！？,!?]{0,8}(?<!能|會|可以|帶|拿|看完|起來|自己|就|才|先|直接|轉身|掉頭|離開)走了|\b(?:passed away|died|death|late (?:father|mother|husband|wife))\b|亡くな/i;
/** Somebody is dying, or is cared for as the dying are. */
const DYING = /安詳|臨終|安寧(?:病房|團隊|緩和|照護|療護)|病危|器捐|\b(?:hospice|palliative)\b|看取/i;
const GRAVE_ILLNESS =
  /末期|加護|癌|瘤|化療|放療|急救|昏迷|中風|心肌梗塞|敗血|流產|\b(?:icu|cancer|chemo\w*|stroke|intensive care)\b|癌|がん/i;

const HOURS =
  /[幾几][點点]|營業|营业|有開|开门|開門|看診嗎|門診時間|(?:週|周|禮拜|星期)[一二三四五六日天]|\bare you open\b|\bopen (?:on|at|until)\b|\bopening hours\b|診療時間|何時/i;
const COST = /多少[錢钱]|費用|價格|价格|how much|料金/i;
const MOLESTED =
  /摸.{0,6}(?:病人|病患|患者|女生)|性騷擾|猥褻|性侵|鹹豬手|亂摸|偷摸|不該.{0,3}的地方|\b(?:molest\w*|sexual(?:ly)? (?:harass\w*|assault\w*)|grop(?:ed|ing))\b|痴漢|セクハラ|(?:胸|体|身体|お尻|尻)を触/i;
/** What may not be answered with better training: with a claim of a crime only. */
const GROSS =
  /紅包|收賄|虐待(?!狂)|被虐(?!狂)|綁在|捆綁|毆打|動手打|打(?:病人|老人|小孩)|偷(?:錢|竊|我)|吸毒|\b(?:brib\w*|abus\w*|beat(?:en)?|tied (?:him|her|up)|stole)\b/i;
/** What is claimed as a fact of the clinic or its people (law reference T04, T05, T09, T12, T20). */
export const CLAIMS: readonly FindingKind[] = [
  'crime-claim',
  'credit',
  'public-danger',
  'hygiene-claim',
  'private-life',
];
/** Enough to take a hunch of a crime for a claim. */
const LICENCE = /(?:沒有?|無|假)[^，。,]{0,5}(?:執照|證照)|無照|密醫|[租借]牌|牌[^，。,]{0,3}[租借]|\bunlicen[sc]ed\b/i;
/** Fees that only feel like a swindle. */
const FELT = /騙|坑|詐|scam|rip(?:ped)?[- ]?off|cheat/i;
/** A thief from the street, and a figure of speech. */
const STREET = /虐待?狂|小偷|[被遭]偷/;
const BY_STAFF =
  /(?:護理師|護士|醫[師生]|看護|照服員?|清潔\S{0,2}|保全|志工|員工|助理|櫃[台檯]|阿姨)[^，。,]{0,6}(?:偷|拿|A走)|(?:偷|拿)走?的?就?是/;
/** Somebody who did not wake, was not saved, or was buried since: in what is urgent anyway. */
const LOST =
  /沒(?:有)?(?:再)?(?:醒|回來)|救不回|沒救回|死(?:了|亡|掉|在)|走了|斷氣|沒了?呼吸|火化|遺體|告別式|靈堂|\b(?:never woke|did not wake|didn't wake|died|dead|cremated)\b/i;
/** Of a pet: 「就走了」, and neither 「看完就走了」 nor 「死板」. */
const PET_LOST =
  /沒(?:有)?(?:再)?醒|救不回|沒救回|火化|安樂死|彩虹橋|(?:當|變成)(?:小)?天使|離開(?:我們|人世|這個世界)|斷氣|(?<![氣累煩笑嚇等貴吵爛])死(?:了|亡|掉)|(?:貓|狗|犬|兔|鼠|鸚鵡|孩|牠|貝|天|晚|夜|隔天|後來|最後|還是|突然|院)(?![^，。！？,!?]{0,8}(?:能|會|可以|帶|拿|看完|自己|直接|轉身))(?<![抱帶牽][^，。！？,!?]{0,4})[^，。！？,!?]{0,8}走了|\b(?:passed away|died|put down|put to sleep|never woke)\b/i;
/** Of a pet: hurt while it was here. */
const PET_HURT = /骨折|骨裂|摔|燙傷|燒傷|灼傷|昏迷|休克|癱|瞎|失明|截肢|剪到肉|\b(?:burn(?:ed|t)|broken|dropped)\b/i;
const CHARTS =
  /(?:病歷|影本|複本|複製本)[^。！？!?]{0,10}(?:申請|影印|不給|不肯|拿不到|調閱|拷貝|索取|不提供|拒絕)|(?:申請|影印|調閱|拷貝|索取|拒絕|不給)[^。！？!?]{0,8}(?:病歷|影本|複本|複製本)|\bcop(?:y|ies) of (?:my|the|his|her|our) (?:medical )?(?:records?|charts?)|カルテ.{0,6}(?:開示|コピー|写し)/i;
/** So-so: three stars in a word, which is no complaint. */
const SO_SO = /^\s*(?:普通|普普|還好|尚可|一般|中規中矩|還行|ok\b)/i;

/** Plain praise, and neither its denial nor a comparison with better ones. */
const PRAISE =
  /(?<!不是|沒有|不夠|沒|不|都比|比)(?:很好|很棒|不錯|親切|專業|細心|耐心|用心|好心|優秀|感謝|謝謝|人(?:都|也)?[很蠻滿]?好|\b(?:nice|kind|friendly|great|excellent|wonderful)\b)/i;
/** What people praise in people; of fees and notices praise is mostly misread. */
const PERSONS: ReadonlySet<Aspect> = new Set(['attitude', 'medical']);

/** The words an aspect rests on with a little around them; the whole text where it is short or nothing is known. */
function around(triage: Triage, aspect: Aspect, text: string, by = 14): string {
  const spans = triage.evidence[aspect] ?? [];
  if (spans.length === 0 || text.length <= 60) return text;
  return spans.map(([start, end]) => text.slice(Math.max(0, start - by), end + by)).join('\n');
}

const ASKING = /^\s*(?:請問|请问|想問|請教|is there|are there|do you|does |can i|how (?:much|do|can))/i;

/** Whoever cannot call or book, not who waited. */
const isReaching = (topic: Topic): boolean => topic.when !== undefined && !/等候/.test(topic.name['zh-TW']);

/** Stars stand for words where there are none; `recommends` is Facebook's two-valued star. */
export interface Rated {
  stars: number | null;
  recommends?: boolean | null | undefined;
  /** Whose name may say that it treats animals. */
  clinic?: Pick<Clinic, 'name' | 'aliases'> | null | undefined;
}

export function occasionOf(triage: Triage, text: string, rated: Rated): Occasion {
  const sample = text.slice(0, 20_000);
  const bad = ranked(triage, ['neg', 'mixed']);
  const good = ranked(triage, ['pos', 'mixed']);
  const has = (kind: Triage['risks'][number]['kind']) => triage.risks.some((risk) => risk.kind === kind);
  const animal = isAboutAnimal(sample, rated.clinic);
  const death = DEATH.test(sample) || DYING.test(sample) || (animal && PET_LOST.test(sample));
  const health = !animal && touchesHealth(triage, bad);
  const stars = rated.stars ?? (rated.recommends === true ? 5 : rated.recommends === false ? 1 : null);
  const contrary = triage.sentiment === 'positive' && stars !== null && stars <= 2;
  // Emoji only: what they say is in the stars, or in what triage made of them.
  const words = /[\p{L}\p{N}]/u.test(sample);
  const crime =
    triage.accusation === 'specific' &&
    triage.risks.some(
      ({ kind, start, end }) => kind === 'crime-claim' && GROSS.test(sample.slice(Math.max(0, start - 14), end + 14)),
    );
  const alleged = triage.sentiment !== 'positive' && (MOLESTED.test(sample) || crime);
  const accused = isAccused(triage, sample, bad);
  const staff = has('ex-employee') && !has('crime-claim') && !has('credit') && !triage.urgent;
  /** What is good beside the main thing; in a plain complaint only what is praised in so many words. */
  const liked = (kind: Occasion['kind'], main: Aspect): Aspect | null => {
    const others = good.filter((aspect) => aspect !== main);
    const sure = others.filter((aspect) => triage.aspects[aspect] === 'pos');
    if (kind !== 'negative') return sure[0] ?? others[0] ?? null;
    const outright = (aspect: Aspect) => PRAISE.test(around(triage, aspect, sample, 6));
    return triage.sarcasm ? null : (sure.find((aspect) => PERSONS.has(aspect) && outright(aspect)) ?? null);
  };
  const about = (kind: Occasion['kind'], aspects: Aspect[]): Occasion => {
    const said = aspects[0] ?? 'other';
    // No aspect but "other": a plain word of the review is better than none.
    const guess = said === 'other' && words ? guessed(sample) : null;
    // What is praised is nothing to be sorry for.
    const main = guess && (kind === 'praise' || triage.aspects[guess] !== 'pos') ? guess : said;
    const topic = topicOf(main, around(triage, main, sample), kind === 'praise');
    const asking = kind === 'question';
    return {
      kind,
      main,
      second: aspects[1] ?? null,
      third: aspects[2] && aspects[2] !== 'other' ? aspects[2] : null,
      praised: liked(kind, main),
      topic,
      health,
      askingHealth:
        asking && !COST.test(sample) && (has('own-health') || namesCondition(sample) || namesTreatment(sample)),
      askingHours: asking && HOURS.test(sample),
      rumour: kind === 'legal' && alleged,
      accused: kind === 'legal' && accused,
      staff: kind === 'legal' && accused && staff,
      elsewhere: kind === 'neutral' && (has('wrong-place') || has('fake-engagement')),
      personal: kind === 'neutral' && (has('harassment') || has('private-life')),
      charts: CHARTS.test(sample),
      reaching: main === 'booking_wait' && isReaching(topic),
      explaining: main === 'medical' && /說明/.test(topic.name['zh-TW']),
      animal,
      death,
      illness: GRAVE_ILLNESS.test(sample),
      soft: triage.sentiment === 'positive',
      contrary,
      stars: rated.stars === 4 || rated.stars === 5 ? rated.stars : null,
      words,
    };
  };
  if (has('serious-injury')) return about('grave', bad);
  // The bereaved who complain are not told of notices and service training.
  const hurt = triage.accusation === 'specific' && PET_HURT.test(sample);
  const mourned = DEATH.test(sample) || (animal && (death || hurt));
  if (mourned && bad.length > 0 && triage.sentiment !== 'positive') return about('grave', bad);
  if (triage.urgent && triage.sentiment !== 'positive' && LOST.test(sample) && !alleged) return about('grave', bad);
  if (!words && stars !== null) return about(stars >= 4 ? 'wordless-praise' : 'wordless-low', []);
  if (triage.threat === 'legal') return about('legal', bad);
  if (alleged) return about('legal', bad);
  // Remarks on somebody's looks are not thanked for, and gossip of somebody's marriage is no complaint.
  if (has('harassment') && triage.sentiment !== 'negative') return about('neutral', []);
  // Who despises other people is not comforted.
  if (isFound(triage.risks, 'discrimination') && triage.sentiment === 'negative') return about('neutral', []);
  // Five stars for somebody's address, or for what the law forbids: nothing cheerful.
  if ((triage.sentiment === 'positive' || triage.sentiment === 'neutral') && isUnthanked(triage.risks))
    return about('neutral', []);
  const gossip = has('private-life') && bad.every((aspect) => aspect === 'other');
  const worse = triage.urgent || CLAIMS.some((kind) => kind !== 'private-life' && isFound(triage.risks, kind));
  if (gossip && !worse) return about('neutral', []);
  if (accused) return about('legal', bad);
  // Of somebody else's burger, or nobody's experience, there is nothing to regret.
  const few = bad.filter((aspect) => aspect !== 'other').length < 2 || !speaksOfCare(sample);
  if (has('wrong-place') && !health && few && triage.sentiment !== 'positive') return about('neutral', []);
  if (has('fake-engagement') && triage.sentiment !== 'positive' && bad.every((aspect) => aspect === 'other'))
    return about('neutral', []);
  if ((stars === 3 || stars === null) && sample.trim().length <= 6 && SO_SO.test(sample)) return about('neutral', []);
  // A plain question is no complaint, whatever triage made of it.
  const plainly = bad.every((aspect) => aspect === 'other');
  if (stars === null && triage.sentiment !== 'positive' && ASKING.test(sample) && plainly) return about('question', []);
  if (contrary) return about('neutral', []);
  return about(...stanceOf(triage, { sample, stars, bad, good }));
}

/** Whether it is answered without regret and without a promise, since either would admit to what is claimed. */
function isAccused(triage: Triage, sample: string, bad: readonly Aspect[]): boolean {
  if (triage.sentiment === 'positive') return false;
  if (triage.urgent) return true;
  const { risks, accusation } = triage;
  // Who worked here speaks of pay and hours; a patient who once did speaks of care.
  const worked = bad.every((aspect) => aspect === 'other' || aspect === 'price');
  if (worked && isFound(risks, 'ex-employee')) return true;
  return risks.some((risk) => {
    if (risk.kind === 'crime-claim' && accusation === 'specific' && LICENCE.test(sample)) return true;
    if (!CLAIMS.includes(risk.kind) || !isFound([risk], risk.kind)) return false;
    if (risk.kind === 'hygiene-claim') return accusation === 'specific';
    if (risk.kind !== 'crime-claim') return true;
    const near = sample.slice(Math.max(0, risk.start - 24), risk.end + 24);
    if (STREET.test(near) && !BY_STAFF.test(sample)) return false;
    return accusation !== 'general' || !bad.includes('price') || !FELT.test(near);
  });
}

/** What is told of care, not of money, papers or staff. */
const CARED: readonly FindingKind[] = ['own-health', 'serious-injury', 'accusation', 'hygiene-claim'];

/** Whether health or an accusation is touched; who only worked there, or tells of its money, is no patient. */
function touchesHealth(triage: Triage, bad: readonly Aspect[]): boolean {
  const has = (kind: Triage['risks'][number]['kind']) => triage.risks.some((risk) => risk.kind === kind);
  if (bad.includes('medical')) return true;
  if (has('ex-employee') || has('credit')) return has('serious-injury');
  if (CLAIMS.some((kind) => isFound(triage.risks, kind))) return CARED.some(has);
  return has('own-health') || has('serious-injury') || triage.accusation === 'specific';
}

/** What is felt decides, where nothing graver did. */
function stanceOf(
  triage: Triage,
  said: { sample: string; stars: number | null; bad: Aspect[]; good: Aspect[] },
): [Occasion['kind'], Aspect[]] {
  const { sample, stars, bad, good } = said;
  const complaint = (): [Occasion['kind'], Aspect[]] => {
    const named = bad.filter((aspect) => aspect !== 'other');
    const more = unlisted(sample, Object.keys(triage.aspects) as Aspect[]);
    return ['negative', named.length === 0 ? bad : [...named, ...more]];
  };
  // Scorn, and stars given for a complaint to be seen, are no praise.
  if (triage.sentiment === 'positive' && (triage.sarcasm || (bad.length > 0 && good.length === 0))) return complaint();
  if (triage.sentiment === 'positive') return bad.length > 0 ? ['mixed', bad] : ['praise', good];
  if (triage.sentiment === 'mixed') {
    if (bad.length > 0) return ['mixed', bad];
    // 「很親切，把別人的報告裝進我的袋子」: kind words throughout, and nothing to be glad of.
    if (triage.accusation === 'specific') return ['neutral', []];
    return good.length > 0 && stars !== null && stars >= 4 ? ['praise', good] : ['mixed', ['other', ...good]];
  }
  if (triage.sentiment === 'negative' || bad.some((aspect) => aspect !== 'other')) return complaint();
  // Words without a stance, or in a language nobody here reads: the stars are thanked for, not the words.
  if (stars !== null && stars >= 4) return ['wordless-praise', []];
  if (good.length > 0 && sample.trim().length <= 8) return ['praise', good];
  if (stars !== null && stars <= 2) return ['negative', []];
  return [QUESTION.test(sample) ? 'question' : 'neutral', []];
}
