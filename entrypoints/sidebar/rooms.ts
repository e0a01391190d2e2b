import type { RuleWords } from '../../components/review/actions.ts';
import type { Clinic, UiLanguage } from '../../lib/contract/clinic.ts';
import type { GuardResult, Rule } from '../../lib/contract/draft.ts';
import type { PersonalSpan } from '../../lib/contract/triage.ts';
import type { ReviewView, SettingsView } from '../../lib/contract/views.ts';
import type { OfficialText } from '../../lib/drafting/official/shape.ts';

/** The pure rooms run here in the page, loaded when a draft or a note is first looked at. */
const guardRoom = () => import('../../lib/drafting/guard.ts');
const rulesRoom = () => import('../../lib/drafting/rules.ts');
const privacyRoom = () => import('../../lib/privacy/index.ts');

export async function checkDraft(
  text: string,
  review: string,
  clinic: Clinic | null,
  approved: readonly string[] = [],
): Promise<GuardResult> {
  const { guard } = await guardRoom();
  return guard(text, { review, clinic, approved });
}

export async function wordsOfRule(rule: Rule, language: UiLanguage): Promise<RuleWords> {
  const { title, why } = (await rulesRoom()).RULE_INFO[rule];
  return language === 'en' ? { title: title.en, why: why.en } : { title: title.zh, why: why.zh };
}

export async function findPersonalData(text: string, clinic: Clinic | null): Promise<PersonalSpan[]> {
  const { findPersonal } = await privacyRoom();
  return findPersonal(text, clinic);
}

/** Statement, platform reports, message and briefing for a review; nothing is sent anywhere. */
export async function officialFor(view: ReviewView, settings: SettingsView): Promise<OfficialText[]> {
  const { officialTexts } = await import('../../lib/drafting/official/index.ts');
  return officialTexts({
    review: view.review,
    triage: view.triage,
    clinic: settings.clinic,
    decisions: view.decisions,
    firstSeen: view.firstSeen,
    corrected: view.original !== null,
    doctorReviewed: view.decisions.some(
      ({ what, by }) => what === 'confirmed' && (by?.role === 'doctor' || by?.role === 'manager'),
    ),
    language: settings.clinic?.language ?? 'zh-TW',
    screen: settings.preferences.language,
    seed: 1,
  });
}
