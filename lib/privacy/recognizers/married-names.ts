import { isHanCode, L_LIST, L_OTHER, leftOf, R_EDGE, R_SAID, rightOf } from './name-context.ts';
import { firstOdds, pairTie, secondOdds, surnameOdds } from './name-odds.ts';
import { titleAt } from './titles.ts';

/** Names of four characters: a husband's surname before her own, as older women write them. */

/** What stands right before a name: a label, or who it is to the writer. */
export const LABEL =
  /(?:姓名|中文名|名字是|名字叫|名字|全名|本名叫?|戶名|聯絡人|收件人?|寄件人|患者|病患|病人|當事人|本人|我叫|他叫|她叫|叫做|名叫|的人叫|叫|我是|醫師是|醫生是|那位是|找的人|寫給|轉給|給|被|廣播|爸爸|媽媽|爸|媽|父親|母親|女兒|兒子|先生|太太|老公|老婆|弟弟|妹妹|哥哥|姊姊|姐姐|姑姑|阿姨|舅舅|叔叔|阿公|阿嬤|外婆|外公|爺爺|奶奶|公公|婆婆|丈人|內人|小女|小犬|我妹|我弟)[\s:：「『]{0,2}$/;

/** 「我婆婆魏林秀鳳今年」: behind a kin word or a label both surnames are there, whatever comes next. */
export function marriedAt(text: string, at: number): boolean {
  const [a, b] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  const [c, d] = [text.charCodeAt(at + 2), text.charCodeAt(at + 3)];
  if (Math.min(surnameOdds(a), surnameOdds(b)) < 2 || !isHanCode(c) || !isHanCode(d)) return false;
  if (secondOdds(d) < 0.5 || (firstOdds(c) < 0.5 && text.charAt(at + 2) !== '阿')) return false;
  if (pairTie(a, b) !== 0 || pairTie(c, d) === 2 || pairTie(d, text.charCodeAt(at + 4)) !== 0) return false;
  return (
    LABEL.test(text.slice(Math.max(0, at - 7), at)) && titleAt(text, at + 2) === null && titleAt(text, at + 3) === null
  );
}

/** 「張林美華護理師」: the husband's surname before her own. */
export function marriedFrom(text: string, at: number): number {
  if (
    at === 0 ||
    text.charAt(at - 1) === '謝' ||
    surnameOdds(text.charCodeAt(at - 1)) < 2.5 ||
    surnameOdds(text.charCodeAt(at)) < 2
  )
    return at;
  if (leftOf(text, at - 1) === L_OTHER || pairTie(text.charCodeAt(at - 1), text.charCodeAt(at)) === 2) return at;
  const right = rightOf(text, at + 3);
  return right <= R_EDGE || (right <= R_SAID && leftOf(text, at - 1) <= L_LIST) ? at - 1 : at;
}
