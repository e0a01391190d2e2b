import { opening } from './context.ts';
import type { Reading } from './reading.ts';

/*
 * Whom a text is about: this clinic, or one that the writer left, read of or heard of. Told by the whole text, for who is meant
 * is seldom said twice.
 */

/** Said at once: 「我上次在別間也被…」「我上一間診所直接…」「韓國整形…」. What another clinic found is told of this one. */
const ANOTHER =
  /^[^一-龥]*(?:推|噓)?\s?我?(?:上次|之前|以前|當初|那時|去年|前年)?(?:(?:是)?[在去]?(?:別[間家]|別的(?:診所|醫院)|上一[間家]|前一[間家])(?:[^。，,\s]{0,4}(?:診所|醫院))?(?:也|直接|就|被|做|遇|拔|整|倒|看|打)|(?:我|我們|以前|當年|之前){0,2}(?:當兵|在?軍中|在?部隊)|[在去](?:大陸|中國|韓國|日本|泰國|國外)(?:做|看|弄|裝|打|開|整)|(?:韓國|日本|泰國|大陸)的?(?:整形|醫美))/;
/** This one is named or spoken to beside it. */
const THIS = /這[間家裡邊位次]|你們|貴院|貴診所|他們家|來到|結果(?:來|到)|才(?:轉|換|來)|比|就(?:轉|換)|重做|救/;
/** A long text that names no other place at its head is about this one. */
const SHORT = 60;

/** 「我上次在別間也被拔錯牙」: a short text that tells of another place alone. */
export function isOfAnother(reading: Reading): boolean {
  if (reading.text.codes.length > SHORT) return false;
  const said = opening(reading, SHORT);
  return ANOTHER.test(said) && !THIS.test(said);
}
