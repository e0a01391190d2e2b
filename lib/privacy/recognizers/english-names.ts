import { matches, type Put } from '../recognizer.ts';
import { ENGLISH_NAMES, NOT_A_GIVEN_NAME } from './names.ts';

/** Names in an English sentence: first names beside a role, and names as passports write them. */

const ROLES =
  'receptionists? front\\s[Dd]esk reception counter hygienist assistant nurses? dentist doctor surgeon physician orthodontist dermatologist therapist physio(?:therapist)? pharmacist consultant manager technician coordinator beautician aesthetician esthetician nutritionist dietitian optometrist psychologist counsel(?:l)?or acupuncturist vet caregiver intern secretary cashier translator interpreter staff lady girl guy gentleman woman man';
/** At the head of a sentence with a capital. */
const ROLE = `(?:${ROLES.split(' ')
  .map((role) => `[${role.charAt(0).toUpperCase()}${role.charAt(0)}]${role.slice(1)}`)
  .join('|')})`;
const PERSON = '(?:lady|girl|guy|gentleman|woman|man|staff|member|nurse|assistant|person|receptionist|one)';
const NAME = "([A-Z][a-z]{2,11}(?:[-'’][A-Z][a-z]{1,11})?)";
const FULL = `${NAME}(?:\\s[A-Z][a-z]{1,11})?`;
/** 「front desk Tina」「her assistant Peggy」「the lady named Kelly at reception」「the hygienist, Amanda,」 */
const BEHIND_ROLE = new RegExp(
  `(?<![A-Za-z])(?:${ROLE}(?:\\s${PERSON})?,?\\s(?:(?:named|called|was|is)\\s)?|(?:someone|somebody|named|called|name (?:is|was))\\s)${FULL}(?![A-Za-z'’-])`,
  'g',
);
/** 「Jenny at the front desk」「Amy, the nurse」「Amy our hygienist」 */
const BEFORE_ROLE = new RegExp(
  `(?<![A-Za-z@._/-])${NAME}(?:,?\\s(?:at|from|in|on|behind)\\s(?:the\\s|your\\s|their\\s)?(?:front[ -]desk|front counter|reception|counter|registration|desk|pharmacy)|,?\\s(?:the|my|our|your|their|his|her)\\s(?:[a-z]{3,10}\\s)?${ROLE})(?![A-Za-z])`,
  'g',
);
/** Words of a sentence, and of those who are many, that open with a capital. */
const NO_NAME =
  /^(?:Ladies|Girls|Guys|People|Person|Someone|Somebody|Anyone|Nobody|Everybody|Women|Men|Man|Woman|Lady|Girl|Young|Old|Another|Other|Then|After|Before|Also|Just|Only|Even|Until|While|Because|Since|Both|Each|Some|Most|Many|All|Any|One|Two|Three|Still|Again|Today|Yesterday|Tomorrow|Here|Now|More|Most|Like|Who|Whose|Which|Desk|Reception|Receptionist|Counter|Assistant|Manager|Dentist|Hygienist|Service|Chinese|Taiwanese|Mandarin|Spanish|French|Korean|Filipino|Vietnamese|Indonesian|Asian|Foreign|Don|Didn|Doesn|Isn|Wasn|Told|Said|Asked|Gave|Made|Called|Got|Rude|Helpful)$/;
const isName = (name: string): boolean => !NO_NAME.test(name) && !NOT_A_GIVEN_NAME.test(name);

const SURNAME =
  '(?:Chen|Lin|Huang|Chang|Lee|Li|Wang|Wu|Liu|Tsai|Yang|Hsu|Cheng|Hsieh|Hung|Kuo|Chiu|Tseng|Liao|Lai|Chou|Yeh|Su|Chuang|Lu|Chiang|Ho|Hsiao|Lo|Kao|Pan|Chien|Chu|Chung|Yu|Peng|Chan|Hu|Shih|Shen|Fang|Sung|Teng|Tu|Fu|Hou|Ma|Tang|Wen|Chao|Yen|Ko|Weng|Wei|Sun|Tai|Fan|Tsou|Zhang|Zhao|Zhou|Xu|Guo|Zheng|Cai|Xie|Ye|Jian)';
const IS_SURNAME = new RegExp(`^${SURNAME}$`);
const TITLE = '(?:(?:Dr|DR|Doctor|Prof|Mr|Ms|Mrs|Miss|Nurse)\\.?\\s)';
/** 「Hsiao-Wei Lin」「Chen Yi-Chun」: the hyphen of a given name in two syllables. */
const HYPHENATED = new RegExp(
  `(?<![A-Za-z-])${TITLE}?(?:${SURNAME},?\\s[A-Z][a-z]{1,6}-[A-Za-z][a-z]{1,6}|[A-Z][a-z]{1,6}-[A-Za-z][a-z]{1,6}\\s${SURNAME})(?![A-Za-z-])`,
  'g',
);
/** 「Nguyen Thi Lan」 */
const VIETNAMESE =
  /(?<![A-Za-z])(?:Nguy[eễ]n|Tr[aầ]n|Ph[aạ]m|L[eê]|Ho[aà]ng|Hu[yỳ]nh|V[oõ]|V[uũ]|Đ?D?[aặ]ng|B[uù]i|Ph?an|Tr[uươ]{1,2}ng|L[yý]) (?:Th[iị]|V[aă]n)(?: [A-ZĐ][a-zà-ỹ]{1,9}){1,2}(?![a-zà-ỹ])|(?<![A-Za-z])Nguy[eễ]n(?: [A-ZĐ][a-zà-ỹ]{1,9}){1,3}(?![a-zà-ỹ])/g;
/** 「Dr. Y.C. Lin」「Dr YC Lin」: initials. */
const INITIALS = new RegExp(
  `(?<![A-Za-z])${TITLE}?(?:[A-Z]\\.\\s?-?){1,2}\\s?${SURNAME}(?![A-Za-z])|(?<![A-Za-z])(?:Dr|DR|Doctor|Prof)\\.?\\s[A-Z]{1,2}\\s[A-Z][a-z]{1,11}(?![A-Za-z])`,
  'g',
);
/** 「Nurse Lin Siao Mei」: a surname and a given name in two words behind a title. */
const SPACED = new RegExp(
  `(?<![A-Za-z])${TITLE}(?:${SURNAME}\\s[A-Z][a-z]{1,6}\\s[A-Z][a-z]{1,6}|[A-Z][a-z]{1,6}\\s[A-Z][a-z]{1,6}\\s${SURNAME})(?![A-Za-z])`,
  'g',
);

export function englishNames(text: string, put: Put): void {
  for (const [pattern, score] of [
    [SPACED, 0.87],
    [INITIALS, 0.86],
    [HYPHENATED, 0.88],
    [VIETNAMESE, 0.81],
  ] as const)
    for (const m of matches(text, pattern)) put(m.index, m.index + m[0].length, score);
  for (const m of matches(text, BEHIND_ROLE)) {
    const name = m[1] ?? '';
    if (!isName(name)) continue;
    const rest = m[0].slice(m[0].lastIndexOf(name));
    const second = rest.slice(name.length + 1);
    // 「the doctor Speaks English」: in a text that begins every word with a capital it may be any word.
    if (second && !ENGLISH_NAMES.has(name) && !IS_SURNAME.test(second)) continue;
    const start = m.index + m[0].length - rest.length;
    put(start, start + (second && isName(second) ? rest.length : name.length), 0.6);
  }
  for (const m of matches(text, BEFORE_ROLE)) {
    const name = m[1] ?? '';
    // Any word has a capital where a sentence begins: there only a usual name.
    const inside = /[a-z,] $/.test(text.slice(Math.max(0, m.index - 2), m.index));
    if (isName(name) && (ENGLISH_NAMES.has(name) || inside)) put(m.index, m.index + name.length, 0.6);
  }
}
