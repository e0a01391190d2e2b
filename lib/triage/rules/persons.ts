import type { Finding } from '../../contract/triage.ts';
import { unfold } from '../../privacy/fold.ts';
import { around } from '../context.ts';
import { isSuffered } from '../insult.ts';
import { Sought } from '../needs.ts';
import { onlySounds } from '../sayings.ts';
import { type Signal, speaksOf } from '../signals.ts';
import { cuesOf, framed } from '../threat/frames.ts';
import { type Desk, KEYWORD_ONLY } from './case.ts';
import { FOLLOWED } from './exact.ts';
import { LEERS } from './leers.ts';
import { LUSTS } from './leers-lust.ts';

/** T07, T08 abuse, T15 sexual or persistent words at staff, T21 slurs. */
export function persons(desk: Desk): void {
  const { insult, reading } = desk.case;
  if (insult.signals.length === 0 && !speaksOf(desk.case.signals, TAGS) && !ADDRESSED.in(desk.text)) return;
  const aimed = insult.signals.filter(
    (s) => (isSevere(s) || aimsAtPerson(desk, s)) && !isTheirs(desk, s) && !onlySounds('insult', reading, s, 12),
  );
  desk.each(aimed, (s) => {
    const severe = isSevere(s) && !isAtNobody(desk, s) && !isAtPlace(desk, s);
    desk.add(
      'insult',
      desk.spanOf(s),
      severe ? KEYWORD_ONLY : 0.4,
      [
        ...(s.word.gapped || s.word.tag === 'abuse:homophone' ? (['gapped'] as const) : []),
        ...(desk.named ? (['named'] as const) : []),
        ...(severe ? [] : (['insult-mild'] as const)),
      ],
      severe ? (desk.named ? { severity: 'high' } : {}) : { severity: 'low' },
    );
  });
  const framedLeers = framed(reading, leers(desk), DESIRES);
  const harass = [...desk.meant('harass'), ...framedLeers].filter((s) => !onlySounds('harassment', reading, s));
  const followed = followings(desk);
  const exact = framed(reading, cuesOf(desk.case.signals, ['follow-cue']), FOLLOWED);
  const stalking = exact.length > 0 || followed.length > 1 || (followed.length > 0 && desk.case.signals.has('harass'));
  const weight: Partial<Finding> = stalking ? { severity: 'high', statutes: ['跟騷法3'] } : {};
  desk.each(exact, (s) => desk.add('harassment', desk.phraseOf(s), KEYWORD_ONLY, [], weight), 2);
  if (stalking && harass.length === 0 && exact.length === 0)
    for (const at of followed.slice(0, 2)) desk.add('harassment', at, 0.5, [], weight);
  desk.each(
    stalking ? harass : harass.filter((s) => framedLeers.includes(s) || isLeering(desk, s)),
    (s) => desk.add('harassment', desk.phraseOf(s), 0.5, [], weight),
    2,
  );
  const slurs = desk.meant('discrim').filter((s) => !s.self && !isSuffered(reading, s) && !isTheirs(desk, s));
  if (
    desk.hostile ||
    slurs.some((s) => /^(?:死|支那|番|滾|黑鬼|低端)/.test(around(reading, s.word.start, s.word.end, 0).said))
  )
    desk.each(
      slurs,
      (s) =>
        desk.add('discrimination', desk.spanOf(s), 0.5, [], MENTAL.test(desk.said(s)) ? { statutes: ['精衛38'] } : {}),
      2,
    );
}

/** In a clause that tells what staff called the writer (`conduct.ts`). */
export const isTheirs = (desk: Desk, s: Signal): boolean =>
  OF_GROUP.test(desk.said(s)) && desk.isSettled(desk.spanOf(s));
const OF_GROUP = /外勞|殘|甲|gay|妖|娘|番|瘸|跛|胖|肥|瘋|精神|神經|乞丐|老不死|支那|阿陸|菲傭|印傭|越南|大陸/i;

const DESIRES = [...LEERS, ...LUSTS];
/** Words that leer by themselves are cues as well. */
const LEER_CUES = ['leer-cue', 'harass'];
/** Without any of them, abuse and a word to somebody, nothing is said at a person. */
const TAGS: ReadonlySet<string> = new Set([...LEER_CUES, 'follow-cue', 'discrim']);
const leers = (desk: Desk): readonly Signal[] => cuesOf(desk.case.signals, LEER_CUES).filter((s) => !s.negated);

const FOLLOWS = [
  /第.{1,3}次留言/,
  /看得?到.{0,4}[妳你他她](?!們).{0,4}下班/,
  /為什麼(?:不回我|封鎖我)/,
  /(?:每天|天天).{0,8}(?:等|看著|來看|為了看|送花給)[妳你](?!們)/,
  /下班[^。]{0,8}等[妳你](?!們)/,
  /(?:怎麼|為什麼|都)(?:都)?不回(?:我)?(?:的)?(?:line|賴|訊息)/i,
  /(?<!護理師|醫[師生])跟(?:著|到)?[妳你](?!們)[^。，,]{0,4}(?:回家|下班|到家|上車)/,
];

const ADDRESSED = new Sought(/妳|[等看跟著到]你(?!們)/);

/** Where somebody is waited for, watched or followed: one alone is often said of a clinic (「怎麼不回訊息」). */
function followings(desk: Desk): [number, number][] {
  if (!desk.case.signals.has('harass') && !ADDRESSED.in(desk.text)) return [];
  return FOLLOWS.flatMap((pattern) => {
    const found = pattern.exec(desk.text);
    return found ? [unfold(desk.case.reading.text.folded, found.index, found.index + found[0].length)] : [];
  });
}

const MENTAL = /精神|神經病|瘋|憂鬱|躁鬱|思覺|智障|psycho|crazy/i;

const isSevere = (s: Signal): boolean => s.word.tag === 'abuse:severe' || s.word.tag === 'abuse:homophone';

const PERSON =
  /醫師|醫生|大夫|牙醫|獸醫|院長|主任|護理|護士|護佬|櫃[台檯]|小姐|先生|助理|諮詢師|老闆|人員|志工|保全|警衛|客服|藥師|教授|他|她|你|妳|仔|婆|娘|doctor|dentist|nurse|receptionist|staff|he |she |him|her /i;
/** Words that are shouted at a thing as well as at a person. */
const EXPLETIVE =
  /^(?:幹|操|肏|淦|靠|哭|他媽|媽的|馬的|去你|塞|賽|駛|趕羚羊|甘|g?nn|ㄍㄋ|[雞機]掰|fuck|wtf|shit|sh\*t|f\*)/i;
const AIMED = /(?:診所|醫院|店|院方|公司|這[間家]|[你妳]|[他她](?!媽)|們)/;

/** 「幹你娘有夠噁心」: an oath at no one in its clause, and nobody named before or called so after (T08). */
function isAtNobody(desk: Desk, s: Signal): boolean {
  const { before, said, after } = around(desk.case.reading, s.word.start, s.word.end, 24);
  if (!EXPLETIVE.test(said) || /[醫護櫃]|智障|白[痴癡]|垃圾|掰人/.test(said)) return false;
  const own = before.replace(/^.*[，,、 ]/, '');
  const rest = after.replace(/^(?:老師|機掰|雞掰|雞巴|的|咧|勒|啦|啊|老|媽|娘|哩)*/, '');
  const clause = own + rest.replace(/[，,、 ].*$/, '');
  if (desk.named || PERSON.test(clause.replace(/他媽/g, '')) || AIMED.test(clause)) return false;
  // Called out to, before or after the comma.
  if (own === '' && PERSON_LAST.test(before)) return false;
  return !/^[^，,、 ]{0,6}[，,、 ]+(?:[你妳]|這(?:個|種|些)?(?:醫|護|人|櫃|助)|死|爛|垃圾|王八|畜|廢)/.test(rest);
}

/** 「詐騙診所」: of the place, and of nobody in it; whether a clinic is meant as a person is for a lawyer (T08). */
const isAtPlace = (desk: Desk, s: Signal): boolean =>
  PLACE_LAST.test(around(desk.case.reading, s.word.start, s.word.end, 0).said);

const PLACE_LAST = /(?:診所|醫院|店|集團|機構|急診|單位|公司)$/;

const PERSON_LAST = /(?:醫師|醫生|院長|主任|護理師|護士|小姐|先生|助理|老闆|[你妳他她]們?)[，,、 ]+$/;

const PLACE_ONLY = /診所|醫院|店|集團|機構|急診|單位|公司/;

/** A mild word with a person in its clause; of the place alone it is T08, no §309 finding. */
function aimsAtPerson(desk: Desk, s: Signal): boolean {
  const { before, said, after } = around(desk.case.reading, s.word.start, s.word.end, 24);
  const clause = before.replace(/^.*[，,、]/, '') + said + after.replace(/[，,、].*$/, '');
  if (PLACE_ONLY.test(said) && !PERSON.test(said)) return false;
  if (PERSON.test(clause) || desk.named) return true;
  return PERSON_WORD.test(said);
}

/** Words that are only said of people. */
const PERSON_WORD =
  /臉|嘴|腦|眼|婆|人|仔|鬼|女|男|豬|狗|小[醜丑]|🤡|🐒|🐍|沒品|缺德|沒水準|教養|機車|雞歪|機歪|白目|公主|老大|媽的/;

/** Said of a body or for a meeting, of staff; not what a patient tells of an examination. */
const CLINICAL =
  /醫[師生]問|問我|檢查|超音波|乳房|乳癌|攝影|被摸|摸我|觸診|內診|手術|隆乳|隆胸|衣服換|換衣|更衣|貼片|抽脂|整形|疼痛|腫塊|按摩|復健|產後|哺乳|餵奶|先生|老公/;
/** 「聽診本來就要掀衣服」 */
const UNDRESSED = /^(?:[脫掀]|內[衣褲])/;
const AS_USUAL = /聽診|點滴|心電圖|打針|抽血|本來就(?:要|會)/;
const TOWARDS =
  /妹|小姐|護理師|護士|櫃[台檯]|諮詢師|助理|醫師|醫生|他|她|你|妳|女|正|姐姐|nurse|doctor|girl|she|her|receptionist/i;

function isLeering(desk: Desk, s: Signal): boolean {
  const { sentence, said } = around(desk.case.reading, s.word.start, s.word.end, 40);
  if (CLINICAL.test(sentence) || (UNDRESSED.test(said) && AS_USUAL.test(sentence))) return false;
  if (/^(?:胸部|內[衣褲]|.?裙|約|想認識|[脫掀]|sexy|車速|好硬|單身|有男友)/.test(said))
    return TOWARDS.test(sentence) && LEER.test(sentence);
  return TOWARDS.test(sentence);
}

const LEER =
  /好大|很大|超大|真大|辣|騷|性感|養眼|正|漂亮|可愛|約|求|賴|ig|line|上|睡|抱|親|給我看|好看|誘惑|😏|🤤|😍|嘿嘿|流口水|嗎$|嗎|喔|date|tonight/i;
