import type { Desk } from './case.ts';
import type { Exposure } from './privacy.ts';

/** What the text looks like in the field's words; never a finding about the person. */
export function formsOf(desk: Desk, exposure: Exposure): string[] {
  const c = desk.case;
  const forms: string[] = [];
  const { threat } = c;
  const fake = desk.has('fake-engagement') && c.sentiment !== 'positive';
  // Bare disparagement of the place, with nothing told.
  const atPlace =
    c.insult.level === 'mild' && !desk.has('insult') && c.accusation.letters() < 40 && c.accusation.level === 'none';
  if (fake || atPlace || (threat.level === 'legal' && (threat.demand.length > 0 || threat.bombing.length > 0)))
    forms.push('惡意負評');
  const rumour = ['crime-claim', 'credit', 'private-life', 'public-danger', 'hygiene-claim', 'serious-injury'] as const;
  const fact = c.accusation.level !== 'none' || rumour.some((kind) => desk.has(kind));
  const baseless =
    (['private-life', 'public-danger', 'credit'] as const).some((kind) => desk.has(kind)) &&
    c.accusation.concrete() < 2;
  if (fact && (c.heard.length > 0 || baseless)) forms.push('不實爆料');
  if (
    desk.has('insult') ||
    c.insult.level === 'severe' ||
    threat.level === 'violence' ||
    desk.has('harassment') ||
    desk.has('discrimination')
  )
    forms.push('網路謾罵');
  if (exposure.shown && exposure.found) forms.push('個資洩漏');
  if (exposure.hunted) forms.push('肉搜起底');
  const calls = (c.signals.get('spread')?.length ?? 0) > 0 && c.sentiment === 'negative';
  if (
    calls ||
    threat.bombing.some((s) =>
      /大家|一人|一起|揪|每人|帳號|親友|出征/.test(desk.text.slice(Math.max(0, s.word.start - 16), s.word.end + 16)),
    )
  )
    forms.push('組織性攻擊');
  const essay = c.signals.get('template') ?? [];
  if (essay.length >= 3 && new Set(essay.map((s) => desk.said(s))).size >= 3) forms.push('AI 生成');
  return forms;
}
