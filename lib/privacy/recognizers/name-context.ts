import { titleAt } from './titles.ts';

/** What stands left and right of a possible name, as classes that the name model weighs. */

export const LEFT = ['edge', 'role-edge', 'list', 'latin', 'intro', 'role', 'weak', 'kin', 'other'] as const;
export const RIGHT = ['title', 'list', 'edge', 'group', 'said', 'latin', 'other'] as const;

const [L_EDGE, L_ROLE_EDGE, L_LIST, L_LATIN, L_INTRO, L_ROLE, L_WEAK, L_KIN, L_OTHER] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const [R_TITLE, R_LIST, R_EDGE, R_GROUP, R_SAID, R_LATIN, R_OTHER] = [0, 1, 2, 3, 4, 5, 6];

export {
  L_EDGE,
  L_INTRO,
  L_KIN,
  L_LATIN,
  L_LIST,
  L_OTHER,
  L_ROLE,
  L_ROLE_EDGE,
  L_WEAK,
  R_EDGE,
  R_GROUP,
  R_LATIN,
  R_LIST,
  R_OTHER,
  R_SAID,
  R_TITLE,
};

export const isHanCode = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);

/** First half of a Han character beyond the basic plane. */
export const isRareHigh = (code: number): boolean => code >= 0xd840 && code <= 0xd888;

const isWordCode = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** What a character may be beside a name; one look tells all. */
const [ROLE, INTRO, WEAK, KIN, SAID, GROUP, QUOTE] = [1, 2, 4, 8, 16, 32, 64];
const beside = new Uint8Array(0x10000);
for (const [kind, words] of [
  // Last characters of departments and people: 「眼科」「醫師」「病患」 before a name.
  [ROLE, '科師生任長授員士部室診理患者屬院隊組站護所姐哥台檯治刀'],
  [INTRO, '謝給找掛由向對叫與和跟及像薦讚激恩問遇如請推換約完洽'],
  [WEAK, '的位個是有看到被讓為以在因幫聽了還去'],
  [KIN, '媽爸夫妻公婆兒女父母奶爺嬤友孫弟妹姊子人'],
  [SAID, '說的在很是態問看服超真非極對為幫開這那因會有不也都人門技耐親於才還你妳您我從叫讓把將教陪先又再剛總每'],
  [GROUP, '等們兩三四敬家團本'],
  [QUOTE, ' 「」『』《》()[]【】:：-—–─"“”*・#＃／/~～'],
] as const)
  for (let i = 0; i < words.length; i++) beside[words.charCodeAt(i)] = (beside[words.charCodeAt(i)] as number) | kind;
const is = (kind: number, code: number): boolean => ((beside[code | 0] as number) & kind) !== 0;
/** 「叫做」 */
const [CALLED, MADE] = [0x53eb, 0x505a];

/** True when a role word ends at `end` (「護理師：」「眼科 」). */
function roleEndsAt(text: string, end: number): boolean {
  return end > 0 && is(ROLE, text.charCodeAt(end - 1));
}

export function leftOf(text: string, at: number): number {
  if (at <= 0) return L_EDGE;
  const code = text.charCodeAt(at - 1);
  if (isHanCode(code)) {
    if (is(INTRO, code) || (code === MADE && text.charCodeAt(at - 2) === CALLED)) return L_INTRO;
    if (is(ROLE, code)) return L_ROLE;
    if (is(WEAK, code)) return L_WEAK;
    if (is(KIN, code)) return L_KIN;
    return L_OTHER;
  }
  if (isWordCode(code)) return L_LATIN;
  if (code === 0x3001 || code === 0x26 || code === 0x2c) return L_LIST;
  let p = at - 1;
  for (let n = 0; n < 3 && p > 0 && is(QUOTE, text.charCodeAt(p)); n++) p--;
  return p < at - 1 && roleEndsAt(text, p + 1) ? L_ROLE_EDGE : L_EDGE;
}

/** How many blanks and quotation marks stand between a name and its title: at most two. */
export function gapAfter(text: string, end: number): number {
  let n = 0;
  while (n < 2 && is(QUOTE, text.charCodeAt(end + n))) n++;
  return n;
}

export function rightOf(text: string, end: number): number {
  if (end >= text.length) return R_EDGE;
  const code = text.charCodeAt(end);
  const title = titleAt(text, end + (isHanCode(code) ? 0 : gapAfter(text, end)));
  if (title) return R_TITLE;
  if (isHanCode(code)) {
    if (code === 0x548c || code === 0x8207 || code === 0x8ddf || code === 0x53ca) return R_LIST;
    if (is(GROUP, code)) return R_GROUP;
    return is(SAID, code) ? R_SAID : R_OTHER;
  }
  if (code === 0x3001 || code === 0x26 || code === 0x2c) return R_LIST;
  return isWordCode(code) ? R_LATIN : R_EDGE;
}
