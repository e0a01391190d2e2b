import type { Sentiment, Triage } from '../contract/triage.ts';
import { around } from './context.ts';
import type { Reading } from './reading.ts';
import type { Signal, Signals } from './signals.ts';

export interface Insult {
  readonly level: Triage['insult'];
  readonly signals: readonly Signal[];
}

const TAGS = ['abuse:severe', 'abuse:homophone', 'abuse:mild', 'abuse:rotten', 'discrim'];
export const NO_INSULT: Insult = { level: 'none', signals: [] };

/**
 * Abuse aimed at a person or the institution. Quoted, denied, self-directed, playful and told words are none
 * (RUBRIC.md, FORUM_RUBRIC.md).
 */
export function judgeInsult(signals: Signals, sentiment: Sentiment, reading: Reading): Insult {
  if (!TAGS.some((tag) => signals.has(tag))) return NO_INSULT;
  const praises = reading.stances.some((stance) => stance.sign > 0 && stance.weight > 1);
  const friendly = sentiment === 'positive' || (sentiment === 'neutral' && praises);
  const counts = (s: Signal): boolean => {
    if (s.told || s.self || isDenied(reading, s)) return false;
    if (s.quoted && (sentiment !== 'negative' || s.asked)) return false;
    if (sentiment === 'neutral' && s.asked) return false;
    return !friendly || s.word.gapped;
  };
  const said = (tag: string): Signal[] => (signals.get(tag) ?? []).filter(counts);
  const severe = [...said('abuse:severe'), ...said('abuse:homophone').filter((s) => standsAlone(reading, s))];
  const mild = [
    ...said('abuse:mild').filter((s) => !(s.conditional && s.asked) && isAbusive(reading, s)),
    ...said('abuse:rotten').filter((s) => !(s.conditional && s.asked) && isAtSomeone(reading, s)),
    ...(sentiment === 'negative' ? said('discrim').filter((s) => !isSuffered(reading, s)) : []),
  ];
  if (severe.length > 0) return { level: 'severe', signals: [...severe, ...mild] };
  return { level: mild.length > 0 ? 'mild' : 'none', signals: mild };
}

/** 「不是庸醫」「誰說他黑心」. A bare 「沒」 before is the end of another thought: 「還沒好庸醫」. */
const DENIED =
  /(?:不是|並非|絕非|才不|不算|稱不上|談不上|沒有?那麼|不像|不會|不覺得[^，。]{0,6}|誰說[^，。]{0,4}|哪有|哪裡|not|isn't|never)(?:什麼|是|個|一個|真的|很|這種|那種|所謂的?|那麼|單純|a|an|\s)*$/;
/** 「有人說這家是騙子」「以前嫌這裡垃圾的我」 */
const REPORTED =
  /(?:有人|網友|大家|別人|人家|之前|以前|原本)[^，。,]{0,6}(?:說|講|罵|留言|評論|嫌|叫|以為|覺得)[^，。,]{0,8}$/;
/** 「酸民留言『獸醫都吸血鬼』」: in quotation marks, and by whom is said. */
const CITED =
  /(?:酸民|黑粉|網友|鄉民|朋友|室友|同事|同學|鄰居|長輩|我[爸媽公婆哥姊弟妹]|阿[公嬤姨]|有人|樓上|上面|前面|群組|底下|那個噓)[^。]{0,10}[「『“"]$/;
/** 「畜生級手速」「變態級的細心」 */
const SUPERLATIVE = /^級(?!的?(?:爛|差|糟|醫院|診所|醫師))/;
/** 「他居然對我說『你是白癡嗎』」「被櫃檯罵白痴」: the writer was called so. */
const AT_WRITER =
  /(?:對我|罵我|回我|嗆我|吼我|跟我)[^。，,]{0,3}(?:說|講|罵|吼|嗆|道)?[^。，,]{0,6}$|被[^。，,]{1,6}(?:罵|說|叫|嗆)[^。，,]{0,4}$/;
/** Of the writer himself, or of his own people. */
const OWN =
  /(?:我|自己)(?:先生|老公|老婆|太太|媽媽?|爸爸?|家人?|兒子|女兒|弟弟?|妹妹?|哥哥?|姊姊?|男友|女友)?(?:就是|真是|真的|根本|是|像|也|才|當時|那時|這種?|那種?)*(?:個|隻|一個)?$/;

const GROUP = /^(?:精神病|神經病|身障|殘障|老人|胖子|窮人|外籍|移工|同性戀|原住民|新住民|外勞)/;
const WE =
  /我們?(?:就|都|也|又)?(?:是|只是|身為)?[^，。,]{0,6}$|(?:因為|看到|聽到|發現)(?:我|我們|我媽|我爸|家人|病人|對方)[^，。,]{0,8}$/;
const TREATED = /歧視|差別待遇|不公平|不平等|看不起|大小眼|種族|友善|權利|discriminat|racis/i;

/** 「看到我們是移工就叫我們去旁邊等，歧視！」: told by whom it was done to, or on their behalf. */
export function isSuffered(reading: Reading, s: Signal): boolean {
  const { before, said } = around(reading, s.word.start, s.word.end, 24);
  return GROUP.test(said) && (WE.test(before) || TREATED.test(reading.text.letters.slice(0, 2000)));
}

function isDenied(reading: Reading, s: Signal): boolean {
  const { before, said, after, sentence } = around(reading, s.word.start, s.word.end, 16);
  // 「我家養了一條老狗」
  if (/[狗豬]$|^狗咬/.test(said) && /養|獸醫|我家|牠|毛孩|飼|咬[我到傷]|被[^，。,]{0,8}狗咬|遛/.test(sentence))
    return true;
  if (DENIED.test(before) || REPORTED.test(before) || AT_WRITER.test(before) || OWN.test(before)) return true;
  // 「腦殘本人又忘了健保卡」, not 「就因為你這種害蟲，本人…」
  if (SUPERLATIVE.test(after) || (/^本人/.test(after) && !/[一-龥]/.test(before)) || /^如我/.test(after)) return true;
  if (s.quoted && CITED.test(before.replace(/([「『“"])[^「『“"]*$/, '$1'))) return true;
  if (/^被(?:大聲|人|她|他|狂|一直)*$/.test(before.slice(-4).replace(/^[^被]*/, ''))) return true;
  // 「害我像個白痴一樣」
  if (/^(?:像|跟|活像|好像|宛如)/.test(said) && /(?:我|自己)[^，。]{0,10}$/.test(before)) return true;
  // 「把我當白痴耍」 is the writer's grievance, not his word for another.
  if (
    /(?:當|當成|當作|以為我們?是?|我們?像個?|病人是?|患者是?|民眾是?)(?:是|個)?$/.test(before) &&
    !/自己/.test(before)
  )
    return true;
  if (/^的我/.test(after)) return true;
  // 「有詐騙集團冒用診所名義」: crooks who pose as the place.
  if (/詐騙|騙子|騙徒|金光黨/.test(said) && /^[^，。,]{0,4}(?:冒用|冒名|冒充|假冒|盜用|假借|盜)/.test(after))
    return true;
  if (/有病$/.test(said)) return /^[床房人患歷史情毒況症痛變]/.test(after);
  if (/腦$/.test(said)) return /^[充中部波科神幹]/.test(after);
  return /不是人$/.test(said) && /^[待住過幹做]/.test(after);
}

/** 「用醫」 is 「庸醫」 where it is a word by itself, not in 「利用醫院」. */
function standsAlone(reading: Reading, s: Signal): boolean {
  if (s.word.gapped) return true;
  const { before, said, after } = around(reading, s.word.start, s.word.end, 6);
  if (said === '去死') return !/(?:要|我|會|想|快|就|痛|累|餓|等著?)$/.test(before) && !/^[皮角前的]/.test(after);
  return (
    /(?:^|[噓這那個是死爛大什麼遇到名推→:\s])$/.test(before) ||
    /^(?:$|[\s，、,~～!！?？）)]|一個|一枚|滾|真|嗎|啦|啊|喔|勸|慎)/.test(after)
  );
}

/** Plain rubbish, and words said of a thing or a bodily state. */
function isAbusive(reading: Reading, s: Signal): boolean {
  const { before, said, after } = around(reading, s.word.start, s.word.end, 14);
  if (said === '垃圾') return !/桶|丟|倒|掃|清|收|堆|滿地|髒|臭/.test(before.slice(-8) + after.slice(0, 8));
  if (/^.{0,3}(?:噁心|機車|笨|鳥|瞎|假|蠢)$/.test(said) && /(?:覺得|感到|頭暈|停|騎)[^，。]{0,4}$/.test(before))
    return false;
  return true;
}

/** What 「爛」 is said of: things, rules and manners are none, people and the place are mild. */
const THING =
  /(?:態度|服務|口氣|語氣|系統|流程|效率|制度|規定|停車|動線|設計|環境|設備|衛生|技術|品質|掛號|說明|順序|速度|網路|網站|app|餐|便當|廁所|電話|管理|政策|評價|機器|電梯|空調|體驗|藉口|理由|天氣|心情|經驗|方式|安排|牙|肉|傷口|皮膚|喉嚨|觀感|印象)[^，。,！!？?\s]{0,6}$/;

/**
 * Mild: the intensified 「爛透了」 unless of a thing, and 「很爛的醫院」. None: the bare predicate 「超爛」, of whomever: most
 * annotators take it for a bad opinion.
 */
function isAtSomeone(reading: Reading, s: Signal): boolean {
  const { before, said, after } = around(reading, s.word.start, s.word.end, 14);
  if (THING.test(before.replace(/^.*[，,、\s]/, ''))) return false;
  if (/^(?:的|死人的?)?(?:態度|服務|系統|流程|制度|體驗|規定|停車|動線|設計|牙|口氣|品質|效率|經驗)/.test(after))
    return false;
  if (/^(?:的)?(?:醫|診所|護|急診|櫃|地方|一間|一家|院|人|科)/.test(after)) return true;
  return /^(?:爛[死透爆斃炸到得的]|糟透|廢到|雷[爆到])/.test(said) && !/^爛死人/.test(said);
}
