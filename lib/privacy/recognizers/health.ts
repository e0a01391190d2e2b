import { type Candidate, matches, type Recognizer } from '../recognizer.ts';
import { BODY, CONDITIONS, DRUGS, EVENTS, PROCEDURES, QUALIFIERS } from './health-terms.ts';
import { isNobodys } from './not-health.ts';

const RESULTS =
  /(?<!玻)(?:糖化血色素|(?:空腹|飯前|飯後|餐前)?血糖|血壓|(?:總|壞|好|低密度|高密度)?膽固醇|三酸甘油[脂酯]|肌酐酸|肌酸酐|腎絲球過濾率|尿酸|尿蛋白|肝指數|發炎指數|癌指數|骨密度|眼壓|血紅素|白血球|血小板|血氧|心跳|PSA|CEA|AFP|CA-?125|CA-?19-?9|HbA1c|BMI|LDL|HDL|GOT|GPT|eGFR|TSH|AMH|CRP|INR|BI-?RADS|T-?score)\s?(?:是|到|從|升到|飆到|掉到|降到|高達|高到|只有|只剩|剩|驗出|量到|:|：|=|第)?\s?-?\d+(?:\.\d+)?(?:\/\d+)?(?:\s?[升飆掉降]到\s?\d+(?:\.\d+)?)?/g;
/** A digit right behind the last character of such a name: mostly no digit of a text is, and this is soon seen. */
const RESULT_DIGIT =
  /\d(?<=(?:素|糖|壓|醇|脂|酯|酸|酐|率|白|數|度|球|板|氧|跳|[A-Za-z]|125|19-?9|A1c)\s?(?:是|到|從|升到|飆到|掉到|降到|高達|高到|只有|只剩|剩|驗出|量到|:|：|=|第)?\s?-?\d)/;
const STAGE =
  '(?:\\s?(?:第?[一二三四零0-4][ABCabc]?期|末期|初期|轉移|(?:抗體|抗原|病毒)?(?:陽性|陰性)|帶[原因]者?|手術))';
const KIND =
  '(?:第[一二12]型|[ABCDEabcde]型|慢性|急性|惡性|良性|重度|中度|輕度|雙極性|先天性|遺傳性|水平|雙側|全口|產後|早期|小兒|老年)';

/** Spoken of in general, to prevent or to teach: not someone's data. */
const GENERAL =
  /^(?:疫苗|篩檢|防治|預防|衛教|藥?膏|貼布|專科|中心|門診|病房|科|險|講座|宣導|季|快篩|病毒疫苗|指引|友善|學會|協會|權威|專家|名醫|匿名|鏈球菌|共照|共同照護|日$|月$|停課|疫情|流行期)/;
/** 「糖尿病是國人十大死因」: health talk about nobody. */
const NOBODY_AFTER =
  /^[^，。！？\n]{0,4}(?:是(?:國人|一種|常見|很常見|台灣|現代|文明)|十大|盛行|高峰|患者應|患者每|患者不|的原因|的症狀有|是怎麼|怎麼預防|要怎麼預防|和糖尿病都是)|^(?:患者|病人|的人)(?:每[天日]|應|要|不|請|可|比較|盡量|注意|也|都|建議|需)/;
const NOBODY_BEFORE = /(?:預防|避免|認識|淺談|關於|防治|專治|專看|主治|擅長|民眾|國人|什麼是)$/;
/** Procedures and everyday words are someone's data only where somebody had them. */
const SOMEBODY =
  /我|他|她|媽|爸|公|嬤|婆|爺|奶|弟|妹|姐|姊|哥|兒|女|家人|朋友|先生|太太|老公|老婆|孩|寶|長輩|父|母|患|確診|診斷|罹|得了|吃|開給|開的|做|動|剛|控制|發作|用藥|服用|看|住院|術後|完|後復健|的人|姨|叔|舅|姑|伯|室友/;
const PERSONAL = /我|他|她|媽|爸|公|嬤|婆|弟|妹|姐|姊|哥|兒|女|太太|先生|得了|確診|罹患了/;
const WEAK = new Set(
  '植牙 插管 拉皮 菜花 流感 蛀牙 切片 大腸鏡 胃鏡 類固醇 試管 電療 化療 帶原 造口 Aspirin aspirin 不孕 流產 腫瘤 骨折 拔智齒 拔牙 假牙 牙套 牙齒矯正 抽神經 口臭 引產 催生 導尿 尿袋 鼻胃管 抗生素 消炎藥 止痛藥 鎮定劑 普拿疼 玻尿酸 肉毒 癌症 癌末 精神病 精神疾病 失眠 憂鬱 早療 身心障礙 聽障 視障 打呼 血便 血尿 落枕 癱瘓 截肢 剖腹 植物人 落髮 黑斑 青春痘 痘疤 重感冒 腸胃炎 除痣 染疫 偏頭痛 神經痛 隱形矯正 隆鼻 抽脂 近視雷射 根管治療 HPV HIV 中風 安眠藥 三高 重聽 弱視 色盲 斜視 夢遊 幻聽 腹水 放射治療 放射線治療 阿斯匹靈 阿斯匹林 肌肉鬆弛劑 情緒障礙 免疫抑制劑'.split(
    ' ',
  ),
);

/** Spoken of as a skill, a joke or a fear, or denied: no one's health. */
const NOT_SOMEBODY =
  /(?:(?:擅長|專長|專精|權威|名醫|差點|差一點|都快|快要|氣到|氣得|嚇到|嚇出|預防|避免|關於(?![您你妳他她我])|各種|衛教)[^，。！？\s]{0,4}|不是|並?沒有|並無|以為)$/;
const PREGNANT =
  /懷孕(?:\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?:個月|[週周])(?:又?\s?\d\s?天)?|初期|中期|後期)/g;

interface Entry<T> {
  readonly word: string;
  readonly value: T;
}

/** The first of them that starts at `at`. */
function startingAt<T>(entries: readonly Entry<T>[], text: string, at: number): Entry<T> | null {
  for (const entry of entries) if (text.startsWith(entry.word, at)) return entry;
  return null;
}

const NONE: readonly Entry<never>[] = [];

const pairOf = (a: number, b: number): number => (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 16;
/** What a character may begin: a word of it alone, or (OPENS) a longer one, as `openings` says of the first two. */
const firsts = new Uint8Array(0x10000);
/** First two characters of every longer term and event: most places of a text fail here. */
const openings = new Uint8Array(0x10000);
const TERM = 1;
const EVENT = 2;
const OPENS = 4;

function indexed<T>(kind: number, entries: readonly (readonly [string, T])[]): Map<number, Entry<T>[]> {
  const byFirst = new Map<number, Entry<T>[]>();
  for (const [word, value] of entries) {
    const first = word.charCodeAt(0);
    firsts[first] = (firsts[first] as number) | (word.length === 1 ? kind : OPENS);
    if (word.length > 1) {
      const at = pairOf(first, word.charCodeAt(1));
      openings[at] = (openings[at] as number) | kind;
    }
    const list = byFirst.get(first) ?? [];
    list.push({ word, value });
    byFirst.set(first, list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.word.length - a.word.length);
  return byFirst;
}

const DISEASES = new Set(CONDITIONS.split(' '));
const TERMS = [...DISEASES, ...PROCEDURES.split(' '), ...DRUGS.split(' ')];
/** True: only someone's where somebody had it. */
const terms = indexed<boolean>(
  TERM,
  TERMS.flatMap((word) =>
    // Latin names are written in either case.
    [...new Set([word, word.toLowerCase(), word.toUpperCase()])].map((written): [string, boolean] => [
      written,
      WEAK.has(word),
    ]),
  ),
);
const events = indexed<true>(
  EVENT,
  EVENTS.map((word) => [word, true]),
);

/** By last character, to be read backwards from an event; true: a part of the body. */
const partsByLast = new Map<number, [string, boolean][]>();
for (const [words, body] of [
  [BODY, true],
  [QUALIFIERS, false],
] as const)
  for (const word of words) {
    const last = word.charCodeAt(word.length - 1);
    const list = partsByLast.get(last) ?? [];
    list.push([word, body]);
    partsByLast.set(last, list);
  }
for (const list of partsByLast.values()) list.sort(([a], [b]) => b.length - a.length);

const KIND_BEFORE = new RegExp(`${KIND}$`);
const STAGE_AFTER = new RegExp(`^${STAGE}`);
const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

const somebodyNear = (text: string, start: number, end: number): boolean =>
  SOMEBODY.test(text.slice(Math.max(0, start - 16), start)) || SOMEBODY.test(text.slice(end, end + 6));
/** Everyday drugs are someone's where he takes them. */
const EVERYDAY = /^(?:抗生素|消炎藥|止痛藥|普拿疼|阿斯匹[靈林]|肌肉鬆弛劑|類固醇|鎮定劑|牙套|切片|止痛針)/;
const TAKEN = /(?:開|吃了?|打|拿|給|服用|注射|用|做|塗|擦)[^，。！？\s]{0,6}$/;
/** 「植牙失敗，上顎竇穿孔」: what a treatment did is told without saying whom. */
const DONE_TO = /(?:失敗|結果|造成|導致|害|弄到|弄得|變成|搞到|搞得|照出|檢查出|發現)[^。！？]{0,3}$/;
const denied = (text: string, start: number): boolean => NOT_SOMEBODY.test(text.slice(Math.max(0, start - 9), start));

/** 「左手腕骨折」: an event with the parts of the body before it; null when none stands there. */
function composed(text: string, at: number): Candidate | null {
  let end = at;
  for (let n = 0; n < 3; n++) {
    const next = startingAt(events.get(text.charCodeAt(end)) ?? NONE, text, end);
    if (!next) break;
    end += next.word.length;
  }
  let start = at;
  let body = false;
  for (let n = 0; n < 6; n++) {
    const part = partsByLast
      .get(text.charCodeAt(start - 1))
      ?.find(([word]) => start >= word.length && text.startsWith(word, start - word.length));
    if (!part) break;
    start -= part[0].length;
    body ||= part[1];
  }
  if (!body) return null;
  // A qualifier at the head that only joins belongs to what is before.
  while (/[的部位]/.test(text.charAt(start))) start++;
  if (GENERAL.test(text.slice(end, end + 4)) || denied(text, start)) return null;
  if (!somebodyNear(text, start, end) && !DONE_TO.test(text.slice(Math.max(0, start - 9), start))) return null;
  return { type: 'HEALTH_DETAIL', start, end, score: 0.6 };
}

function named(text: string, at: number, term: Entry<boolean>): Candidate | number {
  let end = at + term.word.length;
  if (isLatin(text.charCodeAt(at)) && (isLatin(text.charCodeAt(at - 1)) || isLatin(text.charCodeAt(end)))) return at;
  const rest = text.slice(end, end + 8);
  if (GENERAL.test(rest) || denied(text, at) || isNobodys(text, at, end, DISEASES.has(term.word))) return end - 1;
  const kind = KIND_BEFORE.exec(text.slice(Math.max(0, at - 4), at));
  const start = at - (kind ? kind[0].length : 0);
  const stage = STAGE_AFTER.exec(rest);
  if (stage) end += stage[0].length;
  // 「HPV 陽性」 is a result, whoever's.
  const weak = term.value && !(stage && /[期性]$/.test(stage[0]));
  const somebody = somebodyNear(text, start, end);
  if (!somebody && weak) return end - 1;
  if (NOBODY_AFTER.test(text.slice(end, end + 14)) && !PERSONAL.test(text.slice(Math.max(0, start - 8), start)))
    return end - 1;
  if (!somebody && NOBODY_BEFORE.test(text.slice(Math.max(0, start - 4), start))) return end - 1;
  if (weak && EVERYDAY.test(term.word) && !TAKEN.test(text.slice(Math.max(0, start - 8), start))) return end - 1;
  return { type: 'HEALTH_DETAIL', start, end, score: somebody ? (weak ? 0.55 : 0.75) : 0.5 };
}

/** Conditions and drugs as they are named in English, with what tells the kind before and the stage after. */
const ENGLISH =
  /(?<![A-Za-z-])(?:(?:[Tt]ype\s(?:1|2|I|II)|[Ss]tage\s(?:\d|I{1,3}V?|IV)[ABab]?|[Cc]hronic|[Aa]cute|[Ss]evere|[Mm]ajor|[Bb]ipolar|[Pp]ostpartum|[Bb]reast|[Ll]ung|[Ll]iver|[Cc]olon|[Pp]rostate|[Cc]ervical|[Tt]hyroid|[Ss]kin|[Oo]varian|[Kk]idney|[Hh]eart|[Rr]heumatoid|[Uu]lcerative|[Hh]igh)\s){0,2}(?:diabetes|diabetic|hypertension|blood pressure|depression|anxiety disorder|panic disorder|panic attacks|bipolar disorder|disorder|schizophrenia|ADHD|autism|dementia|Alzheimer's|Parkinson's|epilepsy|stroke|cancer|tumou?r|leuk[a]?emia|lymphoma|asthma|pneumonia|tuberculosis|bronchitis|lupus|arthritis|osteoporosis|gout|psoriasis|eczema|shingles|herpes|syphilis|gonorrhea|chlamydia|HIV|HPV|hepatitis(?:\s[A-E])?|cirrhosis|gallstones?|kidney stones?|kidney failure|heart attack|heart failure|heart disease|arrhythmia|endometriosis|fibroids?|PCOS|miscarriage|abortion|infertility|glaucoma|cataracts?|hernia|hemorrhoids|appendicitis|gastritis|ulcers?|migraines?|insomnia|sleep apnea|an[a]?emia|hyperthyroidism|hypothyroidism|vasectomy|chemotherapy|dialysis|hysterectomy|antidepressants|PTSD|OCD|IBS|GERD|UTI|acid reflux|colitis|multiple sclerosis|fibromyalgia|rosacea|vertigo|sciatica|scoliosis|tinnitus|strep throat|(?:[A-Z][a-z]+(?:'s|s')|Down|[Ii]rritable bowel|[Cc]arpal tunnel|[Kk]awasaki|[Tt]ourette)\s(?:[Dd]isease|[Ss]yndrome)|colonoscopy|endoscopy|LASIK|IVF|C-section|root canal|(?:[Kk]nee|[Hh]ip) replacement|insulin|warfarin|metformin|prednisolone)(?:\s(?:positive|negative|stage\s(?:\d|I{1,3}V?|IV)))?(?![A-Za-z-])/g;
const ENGLISH_SOMEBODY =
  /\b(?:I|I'm|I've|me|my|he|his|she|her|mom|mum|dad|wife|husband|son|daughter|mother|father|brother|sister|friend|diagnosed|prescribed|suffer\w*|had|has)\b/i;
const ENGLISH_NOBODY =
  /^\s(?:is|are)\s(?:a|an|common|the|very|one)\b|^\s(?:clinic|department|ward|screening|awareness|vaccine|prevention)/;

/** 「diagnosed with type 2 diabetes」, where somebody is spoken of in the same sentence. */
function readEnglish(text: string, found: Candidate[]): void {
  for (const m of matches(text, ENGLISH)) {
    const end = m.index + m[0].length;
    if (
      /^(?:disorder|[Hh]igh\s(?!blood)|.*(?<!high )blood pressure$)/i.test(m[0]) &&
      !/high blood pressure/i.test(m[0])
    )
      continue;
    if (ENGLISH_NOBODY.test(text.slice(end, end + 16))) continue;
    const sentence =
      text
        .slice(Math.max(0, m.index - 60), m.index)
        .split(/[.!?。！？\n]\s?/)
        .at(-1) ?? '';
    if (ENGLISH_SOMEBODY.test(sentence)) found.push({ type: 'HEALTH_DETAIL', start: m.index, end, score: 0.76 });
  }
}

export const health: Recognizer = {
  types: ['HEALTH_DETAIL'],
  applies: () => true,
  find({ text, digits, latin }) {
    const found: Candidate[] = [];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      let flag = firsts[code] as number;
      if (flag & OPENS) flag |= openings[pairOf(code, text.charCodeAt(at + 1))] as number;
      if ((flag & (TERM | EVENT)) === 0) continue;
      if (flag & EVENT) {
        const one = startingAt(events.get(code) ?? NONE, text, at) ? composed(text, at) : null;
        if (one) {
          found.push(one);
          at = one.end - 1;
          continue;
        }
      }
      if (flag & TERM) {
        const term = startingAt(terms.get(code) ?? NONE, text, at);
        if (term) {
          const one = named(text, at, term);
          if (typeof one === 'number') at = one;
          else {
            found.push(one);
            at = one.end - 1;
          }
        }
      }
    }
    if (digits > 0 && RESULT_DIGIT.test(text))
      for (const m of matches(text, RESULTS))
        found.push({ type: 'HEALTH_DETAIL', start: m.index, end: m.index + m[0].length, score: 0.7 });
    if (latin >= 10) readEnglish(text, found);
    if (text.includes('懷孕'))
      for (const m of matches(text, PREGNANT))
        found.push({ type: 'HEALTH_DETAIL', start: m.index, end: m.index + m[0].length, score: 0.55 });
    return found;
  },
};
