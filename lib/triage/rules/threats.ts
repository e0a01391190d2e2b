import { type Desk, KEYWORD_ONLY } from './case.ts';

/** T10 threat, T11 conditional demand, T22 the writer's own crisis, T23 legal and agency notice. */
export function threats(desk: Desk): void {
  const { threat, sentiment } = desk.case;
  const explicit = threat.violence.length > 1;
  desk.each(threat.violence, (s) =>
    desk.add(
      'threat-violence',
      desk.spanOf(s),
      'high',
      explicit ? 0.75 : KEYWORD_ONLY,
      ['刑法305', '醫療法24', '醫療法106'],
      s.word.gapped ? ['gapped'] : [],
    ),
  );
  if (sentiment !== 'positive')
    desk.each(
      desk.meant('selfharm').filter((s) => !isOfAnother(desk.text.slice(Math.max(0, s.word.start - 10), s.word.start))),
      (s) => desk.add('self-harm', desk.spanOf(s), 'high', KEYWORD_ONLY, []),
    );
  desk.each(threat.legal, (s) => desk.add('threat-legal', desk.spanOf(s), 'medium', KEYWORD_ONLY, []));
  desk.each(
    threat.demand,
    (s) => desk.add('demand', desk.spanOf(s), 'medium', 0.5, ['刑法346', '刑法304', '刑法305']),
    1,
  );
}

/** 「我媽想自殺被送急診」 is urgent, but no crisis of the writer. */
const isOfAnother = (before: string): boolean =>
  /(?:爸|媽|嬤|公|婆|先生|太太|老公|老婆|兒子|女兒|弟|妹|哥|姊|姐|朋友|病人|病患|他|她|有人|網友)[^，。,我]{0,5}$/.test(
    before,
  );
