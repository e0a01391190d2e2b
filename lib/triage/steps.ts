import { type FindingKind, isFound, isIntimate, isStalking } from '../contract/triage.ts';
import type { Standing } from './priority.ts';
import { FACTS, isHarmless, saysBought } from './rules/kinds.ts';
import type { Next } from './sentences.ts';

/** From here on a threat is said in plain words; below, somebody has to judge whether it is meant. */
const EXPLICIT = 0.7;

/** Claims about the care or the clinic that it has to look into itself, whoever is right (law reference T04, T05). */
const TO_CHECK: readonly FindingKind[] = ['crime-claim', 'hygiene-claim', 'public-danger'];

/** What to do, in order. What is only a hunch asks for a look, never for a report, a lawyer or the police. */
export function nextSteps(s: Standing): Next[] {
  const t = s.triage;
  const steps: Next[] = [];
  const image = t.risks.find(({ kind }) => kind === 'recording');
  const intimate = isIntimate(t.risks);
  const go = (...more: Next[]): void => {
    for (const step of more) if (!steps.includes(step) && !(intimate && step === 'capture')) steps.push(step);
  };
  const has = (kind: FindingKind): boolean => t.risks.some((risk) => risk.kind === kind);
  const found = (...kinds: FindingKind[]): boolean => kinds.some((kind) => isFound(t.risks, kind));
  const quiet = s.silence !== null;
  const mask = (): void => {
    if (t.personal.some((p) => p.type !== 'CLINIC_CONTACT')) go('mask');
  };
  // Most reviews: there is nothing to see to but an answer.
  const calm = !quiet && !t.urgent && !t.partial && t.threat === 'none' && t.accusation === 'none';
  if (calm && t.risks.every(({ kind }) => isHarmless(kind))) {
    answer(s, found, steps, go);
    mask();
    return steps;
  }
  const stalking = isStalking(t.risks);
  const crisis = found('self-harm');
  const injury = found('serious-injury');
  const shown = FACTS.some(has);

  if (s.emergency) go('emergency');
  if (t.unread) go('translate');
  else if (t.partial) go('expand');
  if (intimate && image && t.threat !== 'violence' && isFound([image], 'recording')) go('call-police', 'note-image');
  // Where a life is in danger for certain, that comes before what has to be read once more.
  const certain = crisis || found('threat-violence');
  const read = (): void => {
    if ((has('self-harm') && !crisis) || (has('threat-violence') && t.threat !== 'violence')) go('look');
    else if (t.risks.some(({ kind }) => !found(kind)) || (t.accusation !== 'none' && !shown)) go('confirm');
  };
  if (!certain) read();
  if (crisis) go('helpline', 'no-reply', 'doctor-today');
  if (t.threat === 'violence') {
    const plain = t.risks.some(({ kind, confidence }) => kind === 'threat-violence' && confidence >= EXPLICIT);
    go(plain ? 'police' : 'safety', 'capture', 'no-reply');
  }
  if (certain) read();
  // An answer would only lead more readers to the data, or feed who follows staff: have it taken down first.
  if (found('personal-data')) go('capture', 'report-privacy', 'lawyer', 'no-reply');
  // Whoever tells of hands on his own body is no harasser.
  if (stalking || (found('harassment') && !s.sexual)) go('capture', 'report-abuse');
  if (t.urgent && t.threat !== 'violence' && !crisis) {
    // Only the sound of it: a person tells whether the doctor is needed.
    if (s.silence === 'grave' && !s.sexual && !steps.includes('confirm')) go('look');
    go('doctor-today', 'capture', 'no-reply');
  }
  if (image) {
    if (intimate) go('call-police', 'note-image');
    else
      go(
        ...(image.statutes.includes('醫療法72')
          ? (['capture', 'check'] as const)
          : (['note-image', 'capture'] as const)),
      );
    go('lawyer');
  }
  if (s.silence === 'minor') go('capture', 'report-privacy');
  if (s.silence === 'legal') go('capture', 'lawyer');
  if (s.silence === 'sensitive' && t.sentiment !== 'positive') go('manager');
  if (quiet && s.silence !== 'look' && s.silence !== 'unread') go('no-reply');
  if (found(...TO_CHECK)) go('capture', 'check', 'lawyer');
  if (found('credit', 'private-life', 'demand')) go('capture', 'lawyer');
  if (t.threat === 'legal' && found('threat-legal')) go('lawyer');
  if (t.accusation === 'specific' && shown) go('capture', 'check');
  // What is told of the clinic's own duties may be true, and costs it most.
  if (t.risks.some((risk) => risk.kind === 'accusation' && risk.statutes.includes('醫療法72'))) go('lawyer');
  if (t.accusation !== 'none' && !steps.includes('doctor-today')) go('doctor');
  // A mild word is mostly borne, and of the bereaved nobody complains to the platform (law reference 2.6, 113憲判3).
  const abused = t.risks.some(({ kind, severity }) => kind === 'insult' && severity !== 'low');
  if (abused && !injury) go('capture', 'report-abuse');
  if (found('discrimination')) go('capture', 'report-hate');
  if (found('fake-engagement')) {
    if (t.risks.some(saysBought)) go('own-offer');
    else go('capture', 'report-fake');
  }
  if (found('wrong-place')) go('other-place', 'report-off-topic');
  if (found('ex-employee')) go('hr');
  // Whoever looks first decides on an answer too.
  if (!quiet) answer(s, found, steps, go);
  mask();
  return steps;
}

/** Stars, or Facebook's yes and no, that say the opposite of the words. */
export function contradicts(s: Standing): boolean {
  const { sentiment } = s.triage;
  if (s.stars !== null) return (s.stars >= 4 && sentiment === 'negative') || (s.stars <= 2 && sentiment === 'positive');
  return s.recommends === true ? sentiment === 'negative' : s.recommends === false && sentiment === 'positive';
}

/** Nothing of the case where it may end before a court; else an invitation, thanks, or nothing. */
function answer(
  s: Standing,
  found: (...kinds: FindingKind[]) => boolean,
  steps: readonly Next[],
  go: (...more: Next[]) => void,
): void {
  const t = s.triage;
  const touchy =
    t.accusation !== 'none' || t.threat === 'legal' || found('demand', 'private-life', 'credit', ...TO_CHECK);
  // Nobody is thanked or invited who was never here; the clinic's own doings are answered for.
  if (steps.includes('report-fake') || steps.includes('other-place')) return;
  // Remarks on somebody's body are neither thanked for nor answered within the day; what else is complained of is.
  if (found('harassment') && !touchy) {
    if (t.sentiment === 'negative' || t.sentiment === 'mixed') go('reply-neutral');
    return;
  }
  if (touchy) go('reply-neutral');
  // One star for fine words is a slip or scorn: thanks would be taken for mockery.
  else if (t.sentiment === 'positive') go(contradicts(s) ? 'reply-neutral' : 'thank');
  else if (t.sentiment === 'neutral') {
    if (s.question) go('reply-neutral');
    else if (steps.length === 0) go('leave');
  } else if (!s.answered) go('reply');
}
