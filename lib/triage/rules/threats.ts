import type { Signal } from '../signals.ts';
import { framed } from '../threat/frames.ts';
import { type Desk, KEYWORD_ONLY } from './case.ts';
import { CRISIS } from './told.ts';

/** T10 threat, T11 conditional demand, T22 the writer's own crisis, T23 legal and agency notice. */
export function threats(desk: Desk): void {
  const { threat, sentiment } = desk.case;
  const explicit = threat.violence.length > 1;
  desk.each(threat.violence, (s) =>
    desk.add('threat-violence', desk.phraseOf(s), explicit ? 0.75 : KEYWORD_ONLY, s.word.gapped ? ['gapped'] : []),
  );
  if (sentiment !== 'positive') {
    const own = (s: Signal): boolean =>
      !FIGURE.test(desk.text.slice(Math.max(0, s.word.start - 8), s.word.end + 8)) &&
      !isOfAnother(desk.text.slice(Math.max(0, s.word.start - 10), s.word.start));
    const said = desk.meant('selfharm').filter(own);
    const farewell = framed(desk.case.reading, desk.case.signals.get('crisis-cue') ?? [], CRISIS).filter(own);
    desk.each(said.length > 0 ? said : farewell, (s) =>
      desk.add('self-harm', desk.phraseOf(s), said.length > 0 ? KEYWORD_ONLY : 0.45),
    );
  }
  desk.each(threat.legal, (s) => desk.add('threat-legal', desk.phraseOf(s), KEYWORD_ONLY));
  desk.each(threat.demand, (s) => desk.add('demand', desk.phraseOf(s), 0.5), 1);
}

/** 「期中考到想跳樓(沒有真的啦)」, 「直接跳樓層」 */
const FIGURE =
  /(?:考|寫|報告|排隊|等|讀|上班|加班)[^。，,]{0,3}到(?:想死|想跳樓)|形容詞|沒有真的|唯一想死|開玩笑|誇飾|想死這件事|跳樓層|(?:痛|癢|暈|咳|喘)到[^。，,]{0,3}(?:活不|撐不)|(?:診所|店|公司|他們)[^。]{0,4}(?:快)?撐不/;

/** 「我媽想自殺被送急診」 is urgent, but no crisis of the writer. */
const isOfAnother = (before: string): boolean =>
  /(?:爸|媽|嬤|公|婆|先生|太太|老公|老婆|兒子|女兒|弟|妹|哥|姊|姐|朋友|病人|病患|他|她|有人|網友)[^，。,我]{0,5}$/.test(
    before,
  );
