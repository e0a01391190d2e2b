import type { Sentiment } from '../contract/triage.ts';
import { across, around } from './context.ts';
import { logOf as log } from './linear.ts';
import type { Reading } from './reading.ts';
import type { Signal, Signals } from './signals.ts';

/**
 * What a text tells of death, grave injury, violence and assault: the facts that make a review urgent (RUBRIC.md),
 * counted for a model (`urgentFeatures`) and judged by plain rule (`isGrave`).
 */
export interface Gravity {
  /** Somebody, or a pet at a vet, died: told as a fact. */
  readonly deaths: readonly Signal[];
  /** Grave injuries named at all … */
  readonly injuries: readonly Signal[];
  /** … and those that the care is blamed for within the same breath. */
  readonly blamed: readonly Signal[];
  readonly narrow: readonly Signal[];
  /** Sexual assault or harassment, and violence, against the writer or a patient. */
  readonly sexual: readonly Signal[];
  readonly violent: readonly Signal[];
  /** 「要等人死了才處理嗎」: said of what might be. */
  readonly supposed: number;
}

const NOTHING: Gravity = { deaths: [], injuries: [], blamed: [], narrow: [], sexual: [], violent: [], supposed: 0 };
const TAGS = ['died', 'injured', 'near-death', 'crime-sexual', 'crime-violence'] as const;

/** Might be, must be, is about to be: no death has been told. */
const SUPPOSED =
  /(?:要是|如果|萬一|難道|是不是要|要等|等到|等人|非要|非得|是要|會不會|不然|才會|才要|才肯|遲早|早晚|怕|擔心|還好沒|幸好沒|差點|(?<![很太這])快|(?<![主重需])要|(?<!沒)想(?!不?到)|寧願|不如|去(?![年世看醫急大別])|好像|以為|會(?![診客])|(?<![沒未])能|可以|別(?![家間的人])|不要|不會|不能|看起來|罔顧|視|草菅|關係|攸關|事關)[^，。,]{0,5}$|[拿玩出]$/;
/** Figures of speech: 「氣死了」「爛死了」「錢包已經往生」. */
const FIGURE =
  /(?:錢包|荷包|存款|帳戶|薪水|手機|電池|電腦|腦細胞|智齒|臼齒|膝蓋|頭髮)[^，。,]{0,4}$|[痛氣煩累餓熱冷爛慢髒吵貴差臭醜難悶擠渴癢嚇笑羨美帥怕羞窮忙雷香甜鹹辣酸油]$/;
/** 「從外公還在世就來」「媽媽過世前都在這拿藥」: a life that is over, and no loss that is told. */
const LONG_AGO = /^(?:前|之前|以前|那年|後(?:換|改|我|就換|還是|也|第一次|回診|兒子|女兒|接|由)|多年|很久|已久)/;
/** 「香水味重到窒息」「夾到快往生」「看到帳單休克」: how it felt. */
const FELT =
  /(?:[悶擠餓爬熱冷累氣笑嚇夾忙美帥貴酸癢臭吵重戴聞跑]到?(?:都|我都|快|要|差點|直接|當場)*|(?:看到|收到|聽到)[^，。,]{0,6}(?:價格?|價錢|帳單|費用|金額)[^，。,]{0,4}|快要?)$/;
const FEELING = /^(?:往生|窒息|休克|斷氣|去世|升天|缺氧|心跳停止|喘不過氣|瞎掉)/;
/** Of mice, plants and germs. */
const LIFELESS =
  /(?:滑鼠|手機|電腦|植物|盆栽|魚|蟲|蚊子?|跳蚤|蟑螂|螞蟻|黴菌|細菌|病毒|精蟲|益生菌|電池|網路|系統)(?:都|就|也|快|已經|全|被)*$/;
/** Read on paper, or averted. */
const ON_PAPER = /同意書[^。，,]{0,4}(?:寫|列|一堆)|衛教單|衛教資料|上面寫|防治|宣導|講座|海報/;
const AVERTED =
  /(?:別家|別間|他院|外院|其他[^，。,]{0,4}|獸醫|原本|本來)(?:都)?(?:說|講|建議|要|叫我)(?:可能|會|要|得|必須|一定)*$/;

/** A word of death or injury that tells of none. */
export function isFigurative(before: string, said: string, sentence: string): boolean {
  if (FEELING.test(said) && FELT.test(before) && !KIN.test(before.slice(-12))) return true;
  if (/^(?:死|截肢|洗腎|癱瘓|失明)/.test(said) && (LIFELESS.test(before) || AVERTED.test(before))) return true;
  return ON_PAPER.test(sentence) && !BLAME.test(sentence);
}
const PAPERS = /^(?:證明|證書|診斷書|率|原因|車|筆錄|登記|保險|遊戲|通知|人數|案例)/;
const KIN =
  /爸|媽|父親|母親|父母|阿公|外公|公公|嬤|阿祖|爺爺|奶奶|外婆|婆婆|老公|老婆|先生|太太|妻|丈夫|兒子|女兒|孩子|小孩|寶寶|寶貝|嬰|胎|弟|妹|哥|姊|姐|叔|伯|姑|姨|舅|姪|孫|家人|親人|家屬|長輩|老人|朋友|同學|病人|病患|患者|別人家|有人|毛孩|狗|貓|牠|兔|鼠|寵物|mother|father|mom|dad|wife|husband|son|daughter|baby|grand|dog|cat|pet|犬|貓|猫|父|母/;
/** Care is to blame. */
export const BLAME =
  /害|導致|造成|引起|引發|延誤|耽誤|拖[延到了成著]|誤診|誤判|疏失|疏忽|過失|失誤|失職|黃金|沒有?[^，。,]{0,3}(?:發現|檢查|處理|診斷|看出|救|照|查|注意|消毒|做|理|管)|不[^，。,]{0,2}(?:處理|理|管|聞|急救|救|願意|肯|讓|收)|拒[絕收診]|趕[我他她回出]|[叫請要][^，。,]{0,4}回家|[搞弄打做開醫治割拔插戳切縫灌]{1,2}[到成壞死傷斷破]|被[^，。,]{0,6}[弄打搞醫割拔插戳切開]|亂[開打插治醫切]|硬[插拔塞要]|打錯|開錯|給錯|拔錯|切錯|草菅|罔顧|見死|負責|公道|才(?:發現|知道|送|確診|診斷)|(?:轉院|別家|別間|另一家|其他醫院|別的醫院)[^。]{0,12}(?:說|發現|才|急救)|because|caused|negligen|misdiagnos|malpractice|refused|ignored|botched|せい|ミス/;

export function weighGravity(reading: Reading, signals: Signals): Gravity {
  if (!TAGS.some((tag) => signals.has(tag))) return NOTHING;
  let supposed = 0;
  const open = (tag: string): readonly Signal[] => (signals.get(tag) ?? []).filter((s) => !s.negated && !s.conditional);
  const deaths = (signals.get('died') ?? []).filter((s) => {
    if (s.conditional) {
      supposed++;
      return false;
    }
    const c = around(reading, s.word.start, s.word.end, 24);
    if (FIGURE.test(c.before) || PAPERS.test(c.after)) return false;
    if (LONG_AGO.test(c.after) && !BLAME.test(c.sentence)) return false;
    if (/走了$/.test(c.said)) return isDeparture(c.before, c.after);
    if (isFigurative(c.before, c.said, c.sentence)) return false;
    // A life at stake is no life lost.
    if (
      /命$/.test(c.said) &&
      !/^(?:害|喪|斷送|葬送|奪走|送|賠上|丟了)/.test(c.said) &&
      !/(?:害|奪走|賠上|送掉|葬送|還我|死了)[^，。,]{0,6}$/.test(c.before)
    ) {
      supposed++;
      return false;
    }
    if (SUPPOSED.test(c.before) || (s.asked && !/害|負責|還我/.test(c.sentence))) {
      supposed++;
      return false;
    }
    // 「人就走了」 names its subject itself; 「被醫死的」 needs none.
    if (/^(?:人|害|醫死|治死|弄死|搞死|整死|胎|孩子|寶寶|.{0,2}[爸媽公嬤婆])/.test(c.said)) return true;
    return KIN.test(across(reading, s.word.start, s.word.end, 60).sentence);
  });
  const injuries = open('injured').filter((s) => {
    const { before, said, after, sentence } = around(reading, s.word.start, s.word.end, 16);
    return (
      !isFigurative(before, said, sentence) &&
      !/(?:如果|萬一|怕|擔心|避免|預防|防止|以免|會不會|可能)[^，。,]{0,6}$/.test(before) &&
      !/^(?:科|門診|中心|專科|病房服務|險|護理長|櫃)/.test(after)
    );
  });
  const blamed = injuries.filter((s) => BLAME.test(across(reading, s.word.start, s.word.end, 36).sentence));
  const narrow = open('near-death').filter(
    (s) => !/^(?:救回|搶救|保住|挽回)/.test(around(reading, s.word.start, s.word.end, 4).said),
  );
  const sexual = open('crime-sexual').filter((s) => isSuffered(reading, s));
  const violent = open('crime-violence').filter((s) => !s.asked && isSuffered(reading, s));
  return { deaths, injuries, blamed, narrow, sexual, violent, supposed };
}

/** 「阿公隔天就走了」, not 「護理師說完就走了」. */
export function isDeparture(before: string, after: string): boolean {
  if (/^(?:[之一過出進去來回]|[^，。,\s]{0,6}(?:分鐘|圈|步|段路|趟|公尺|公里|站|樓|層|小時才|還是沒))/.test(after))
    return false;
  const staff =
    /(?:護士|護理[師長]|醫[師生]|主任|院長|助理|志工|客人|人員|櫃[台檯]|藥師|治療師|老師|阿姨|警衛|保全|員工|店員|小姐|看護|大家|一個病?人|上一?[個位]|那個人)[^，。,\s]{0,12}$/;
  const done =
    /(?:(?:等|排隊?|看人|人太多|太久|不看了|不想等|沒號|滿號|不爽)[^，。,]{0,8}|(?:拿|領|繳|抽|貼|換|打|洗|掛|開|給|簽|量|做|拖)(?:[一兩]?[拿領繳抽貼換打開給簽量下]|完[^，。,\s]{0,2})|[^，。,]{0,4}點|[講說看打換弄做問念唸丟放交拿領開簽寫](?:完|好|一[下句]|兩句|幾句)|檢查完|結束|轉身|轉頭|掉頭|態度|不到[^，。,]{0,3}[分秒]鐘?|[一二兩三幾\d]句話?|[一二兩三幾\d]分鐘|氣到|氣得|不爽|直接)[^，。,\s]{0,4}$/;
  const left = done.exec(before);
  // 「打完針我家狗當晚就走了」: who is named after the deed is the one who died.
  if (staff.test(before) || (left && !KIN.test(left[0]))) return false;
  return !/(?:想|要|叫|請|帶|(?<![很太])快|先|就可以|離席)[^，。,]{0,3}$/.test(before);
}

/** 「護理師打我女兒的手打了三針才打到血管」 */
export const isNeedle = (said: string, after: string): boolean =>
  said.startsWith('打') && /^[^。]{0,12}(?:針|點滴|疫苗|血管|麻藥|麻醉|肉毒|玻尿酸|雷射|電波)/.test(after);

/** Not about a queue-jumper, a headline, or what staff suffer. */
function isSuffered(reading: Reading, s: Signal): boolean {
  const { before, said, after, sentence } = around(reading, s.word.start, s.word.end, 20);
  if (isNeedle(said, after)) return false;
  // 「看泌尿科會被摸嗎」: nothing has happened yet.
  if (s.asked && /(?:會不會|需不需要|會|要|需要|一定)(?:先|全部|直接)?$/.test(before)) return false;
  if (
    /新聞|報導|宣導|防治|教育|[韓日陸台美]劇|[那這上下]集|劇情|(?:護理師|護士|醫護|醫師|保全|員工)(?:被|遭)/.test(
      sentence,
    )
  )
    return false;
  return !/(?:沒有?|不是|以為|誤會|幹嘛|別|不要|避免|懷疑我)[^，。,]{0,4}$/.test(before);
}

/** Columns for a model; append only. */
export function urgentFeatures(g: Gravity, sentiment: Sentiment): number[] {
  const bad = sentiment === 'negative' ? 1 : sentiment === 'mixed' ? 0.5 : 0;
  return [
    log(g.deaths.length),
    log(g.injuries.length),
    log(g.blamed.length),
    log(g.narrow.length),
    log(g.sexual.length),
    log(g.violent.length),
    log(g.supposed),
    bad * (g.deaths.length > 0 ? 1 : 0),
    bad * (g.blamed.length > 0 ? 1 : 0),
    bad * (g.deaths.length > 0 && g.blamed.length > 0 ? 1 : 0),
    bad * (g.sexual.length + g.violent.length > 0 ? 1 : 0),
    bad * log(g.injuries.length),
  ];
}

/** Somebody died, was hurt by care or assaulted. */
export const isHarm = (g: Gravity): boolean =>
  g.deaths.length + g.blamed.length + g.sexual.length + g.violent.length > 0;

/** Time was lost, and it cost something: 「延誤治療，轉院時已經第四期」. */
const DELAYED =
  /延誤|耽誤|延宕|拖延|拖[到成著]|拖[了過]?(?:快|將近|超過)?[一兩二三四五六七八九十幾數半\d]+(?:天|週|個?月|年|小時)/;
const COST =
  /惡化|[三四3４4]期|末期|轉移|擴散|加護|急救|黃金|癌|腫瘤|併發|感染越|嚴重|此生|終[身生]|截|壞死|病危|性命|救/;

/** Something grave stands in the text itself. */
export const isTold = (g: Gravity, text: string): boolean =>
  isHarm(g) || g.narrow.length > 0 || (DELAYED.test(text) && COST.test(text));

/**
 * The plain rule, for recall rather than precision: half of what it raises may be wrong, but hardly a death may be
 * missed.
 */
export function isGrave(g: Gravity, sentiment: Sentiment): boolean {
  if (sentiment === 'positive') return false;
  if (g.sexual.length > 0 || g.violent.length > 0) return true;
  if (sentiment === 'neutral') return g.deaths.length > 0 && g.blamed.length > 0;
  return g.deaths.length > 0 || g.narrow.length > 0 || g.blamed.length > 0;
}
