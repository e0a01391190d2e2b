import { opening } from '../context.ts';
import type { Suspicion } from '../model/judge.ts';
import type { Reading } from '../reading.ts';
import type { Signals } from '../signals.ts';
import { isTerse } from '../terse.ts';
import { isAside } from './aside.ts';
import { isFiction, isPlayful } from './play.ts';
import { isAtOthers, isSuffered } from './violence.ts';

/** Law told of elsewhere: 「[新聞] 某工作室無照遭判刑」. */
export const NEWS = /^[^一-龥]*(?:re[^一-龥]*)?(?:新聞|公告|轉貼|轉錄)/;

/**
 * A threat that the model only half hears is still meant where no stars tell of a visit: posts threaten far oftener than
 * reviews, in which a long complaint sounds like many things.
 */
export function heeded(
  heard: readonly Suspicion[],
  starred: boolean,
  reading: Reading,
  signals: Signals,
): readonly Suspicion[] {
  if (heard.length === 0) return heard;
  const suspicions = isTerse(reading, FEW) ? heard.filter((s) => isWorded(s, signals)) : heard;
  if (starred || !suspicions.some(({ kind }) => kind.startsWith('threat-'))) return suspicions;
  const head = opening(reading);
  const meant = isAtOthers(head) ? suspicions.filter(({ kind }) => kind !== 'threat-violence') : suspicions;
  if (isTerse(reading, BRIEF)) return meant;
  return meant.map((s) => {
    if (!s.kind.startsWith('threat-')) return s;
    // 「等等去堵醫師！生日蛋糕訂好了」, news of an attack elsewhere: a look at most.
    if (s.kind === 'threat-violence') return { ...s, sure: !isNobodys(head) && !NEWS.test(head) };
    return s.sure || NEWS.test(head) || isAside(head) ? s : { ...s, sure: true };
  });
}

/** Of fewer letters none is heard without a word of it: 「推 蓋布袋」. */
const FEW = 7;
const VIOLENT = ['violence:cue', 'violence:mark', 'violence:act', 'violence:veiled', 'blow-cue'];
const isWorded = ({ kind }: Suspicion, signals: Signals): boolean =>
  kind === 'threat-violence' && VIOLENT.some((tag) => signals.has(tag));
/** Of fewer letters none is believed that is half heard. */
const BRIEF = 12;

/** Of the writer himself, of what he fears, of one who has died. */
const OWN =
  /^[^。，,]{0,4}(?:我|本人)(?:就是?|真的?是?|根本|也|才)?(?:很|有夠|超|太)?(?:個)?(?:蠢|笨|白[痴癡目]|智障|腦殘|北七|廢物|智商)|(?:怕|擔心|以為)[^。，,]{0,4}[他她]?(?:會)?(?:揍|打|扁|殺|罵)我|一路好走|送(?:我家|我們家|牠|他)[^。]{0,12}最後/;
const isNobodys = (head: string): boolean => isSuffered(head) || isPlayful(head) || isFiction(head) || OWN.test(head);
