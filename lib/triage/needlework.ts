import { Sought } from './needs.ts';
import type { Reading } from './reading.ts';

/** A vein that was missed, a bruise, a needle more. */
const NEEDLES = new Sought(
  /抽血|抽不到|[扎打下拔挨戳插](?:了|到)?[一二兩三四五六七八幾\d]?針|不會打針|血管|[瘀淤]青|(?:打|施打)疫苗/,
);
/** What went further, or is told beside it. */
const MORE = new Sought(
  /感染|蜂窩|敗血|壞死|神經|昏|休克|死(?!了)|命|亡|過世|止血|出血|輸血|氣泡|共用|重複使用|消毒|過期|[打抽拿]錯|別人的|藥|檢查|診斷|手術|開刀|偷|騙|歧視|摸|騷|拒|急診|住院|麻|知覺|個月|實習|錢|費/,
);
/** In a longer text more is told than needles. */
const LONGEST = 160;

/**
 * A complaint about drawing blood or giving a shot and nothing else: no accusation (RUBRIC.md: failed venipuncture,
 * bruising, minor pain).
 */
export function isNeedlework({ text: { codes, folded } }: Reading): boolean {
  return codes.length <= LONGEST && NEEDLES.in(folded.text) && !MORE.in(folded.text);
}
