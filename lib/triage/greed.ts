import { Sought } from './needs.ts';
import type { Reading } from './reading.ts';

/** 「只想賺錢」「只會謀利」「爽賺掛號費」: care for the sake of money. */
const GREED = new Sought(
  /(?:只|就)(?:是)?(?:想|會|顧|為了?|看|有|在乎|認)(?:要|著|到|你的)?[^。，,\s]{0,5}(?:賺(?!外快)|撈|斂財|謀利|利益|業績|錢(?![包筒櫃]))|[爽好狂比]較?賺[^。，,]{0,3}(?:掛號費|診察費|錢|[吧嗎?？])|(?:用來|拿來|為了|為)(?:的)?賺[^。，,]{0,3}錢|賺錢的?(?:目的|機會|工具|機器|對象)|視錢如命|唯利是圖|見錢眼開|向錢看/,
);
/** Of parking, food or a raffle, of one's own purse, and of who is said not to. */
const ELSEWHERE =
  /停車|機車|便當|餐廳|美食|超商|販賣|外送|清潔|廁所|薪|外快|我(?:們)?(?:只|也|要|就|想|是)[^。，,]{0,4}(?:賺|省|花)|不(?:是|會|像|為)[^。，,]{0,6}(?:賺|撈|錢|業績)|沒(?:有)?(?:在)?(?:想)?賺/;

const BESIDE = 60;

/** Where a text says, in its folded letters, that the place cares for nothing but money: a general accusation (RUBRIC.md); null: nowhere. */
export function greedIn({ text: { folded } }: Reading): readonly [number, number] | null {
  const match = GREED.find(folded.text);
  if (!match) return null;
  const [start, end] = [match.index, match.index + match[0].length];
  return ELSEWHERE.test(folded.text.slice(Math.max(0, start - BESIDE), end + BESIDE)) ? null : [start, end];
}
