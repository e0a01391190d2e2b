import { type Finding, type FindingKind, HUNCH } from '../../contract/triage.ts';
import type { Desk } from './case.ts';
import { FACTS } from './kinds.ts';
import type { Exposure } from './privacy.ts';

/** What the text looks like in the field's words; never a finding about the person. */
export function formsOf(desk: Desk, exposure: Exposure): string[] {
  const c = desk.case;
  const forms: string[] = [];
  const { threat } = c;
  const fake = desk.has('fake-engagement') && c.sentiment !== 'positive';
  // Bare disparagement of the place, with nothing told.
  const atPlace = c.insult.level === 'mild' && !desk.has('insult') && isLine(desk) && c.accusation.level === 'none';
  if (fake || atPlace || (threat.level === 'legal' && (threat.demand.length > 0 || threat.bombing.length > 0)))
    forms.push('惡意負評');
  if (isRumour(desk)) forms.push('不實爆料');
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
      /大家|一人|一起|揪|每人|帳號|親友|出[徵征]/.test(
        desk.text.slice(Math.max(0, s.word.start - 16), s.word.end + 16),
      ),
    )
  )
    forms.push('組織性攻擊');
  const essay = c.signals.get('template') ?? [];
  if (essay.length >= 3 && new Set(essay.map((s) => desk.said(s))).size >= 3) forms.push('AI 生成');
  return forms;
}

/** Too short to tell a story. */
const isLine = (desk: Desk): boolean => desk.case.accusation.letters() < 40;

/** Of these a writer seldom knows more than talk. */
const TALK: ReadonlySet<FindingKind> = new Set<FindingKind>(['credit', 'private-life', 'public-danger']);

/**
 * A serious fact told as heard from others, or talk without any ground (FORUM_RUBRIC.md). A patient who tells what
 * happened to him spreads no rumour, though somebody is said to have said something elsewhere in his text; nor does
 * who worked there.
 */
function isRumour(desk: Desk): boolean {
  const claims = desk.risks.filter(({ kind, confidence }) => FACTS.includes(kind) && confidence > HUNCH);
  const { accusation, heard } = desk.case;
  const vague = accusation.concrete() < 2;
  // Accused by the whole of a line in which others are said to have told it.
  if (claims.length === 0) return vague && isLine(desk) && accusation.level !== 'none' && heard.length > 0;
  const baseless = vague && !desk.has('ex-employee');
  return claims.some(
    (claim) =>
      (desk.secondHand.has(claim) && follows(desk, claim) && !isOwn(desk, claim)) ||
      (baseless && TALK.has(claim.kind) && !meets(desk, claim, 'personal-data')),
  );
}

/** 「我去年流產過，朋友說這間不錯」: what was told comes after. */
const follows = (desk: Desk, { end }: Finding): boolean => desk.case.heard.some((s) => desk.spanOf(s)[0] < end);

/** The writer or the family, not a friend or somebody who works there. */
const FIRST_HAND = /我(?!們?的?(?:朋友|同事|同學|鄰居|室友|閨蜜|前|學|表|[妹姊姐哥弟]))|\b(?:i|my)\b/i;

/** The writer's own health, which it is theirs to tell. */
const isOwn = (desk: Desk, claim: Finding): boolean =>
  meets(desk, claim, 'own-health') &&
  FIRST_HAND.test(desk.case.reading.text.folded.original.slice(claim.start, claim.end));

const meets = ({ risks }: Desk, { start, end }: Finding, kind: FindingKind): boolean =>
  risks.some((risk) => risk.kind === kind && risk.confidence > HUNCH && risk.start < end && start < risk.end);
