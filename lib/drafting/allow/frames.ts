import type { Clinic } from '../../contract/clinic.ts';
import { isBankSentence } from '../bank/frames.ts';
import { BANKS } from '../bank/index.ts';
import { gross } from '../deny/find.ts';
import { mask } from '../mask.ts';
import { CONTACT_MARK, HOURS_MARK, keyOf, NAME_MARK, normalise } from '../normalise.ts';
import { RULE_INFO, SAFE_REPLACEMENT } from '../rules.ts';
import { sentencesOf } from '../sentences.ts';

/** The sentences of law reference 3.4 that pass every check. */
const LAW_FRAMES = [
  '您好，謝謝您留下意見。',
  '基於醫療保密義務，本診所無法在公開平台確認或討論任何個人是否曾就醫及相關內容。',
  '看到這樣的感受，我們感到很遺憾，也會把意見轉給負責的主管了解。',
  '本診所一般的現場流程是：掛號後依報到順序看診，急症會優先處理，因此等候時間可能變動。',
  '若您願意進一步說明，歡迎於{hours}來電 {phone}，由專責窗口與您聯繫。',
  '若您願意進一步說明，歡迎於週一至週五 9:00–18:00 來電 {phone}，由專責窗口與您聯繫。',
  '如果您曾在本診所就醫，也可循本診所申訴信箱 {email} 反映，我們會依程序處理。',
  '收費項目與金額均依公告的收費標準，並張貼於候診區與官網，歡迎查閱。',
  '本診所重視每一則建議，相關流程將持續檢討改善。',
  '醫療決定需由醫師當面評估，恕無法在網路上提供個別診療建議。',
  '若您對醫療過程有疑問，可依法向曾就醫的機構申請病歷複製本，或向所在地衛生局尋求醫療爭議調解。',
  '我們重視隱私，請不要在公開留言中張貼個人或就醫資料。',
  '謝謝您的建議，停車資訊已更新於官網。',
  '我們無法在此回應個別情形，但尊重每個人表達意見的權利。',
  '謝謝您留下意見。',
  '基於醫療保密義務，無法在公開平台確認任何人是否曾就醫。',
  '本診所無法在公開平台確認任何人是否曾就醫。',
  '相關意見已轉請專責人員了解。',
  '本診所現場依報到順序看診，急症優先。',
  '醫療資訊涉及隱私，無法於公開平台討論。',
  '醫療決定均由醫師當面評估說明，無法公開討論個別情形。',
  '收費標準已公告於候診區與官網，並提供明細。',
  '歡迎於上班時間來電 {phone}，由專責窗口與您聯繫。',
  '我們已了解這份意見，並會檢討相關流程。',
  '看到這樣的感受，我們感到遺憾，會由專人了解。',
  '醫療結果因人而異，請與醫師當面討論。',
  '恕無法在網路上提供個別診療建議；如有不適請儘速就醫。',
  '本診所一般會於處置前說明風險並取得同意書（一般政策，不涉個案）。',
];

const slotted = (template: string): string =>
  template
    .replaceAll('{phone}', CONTACT_MARK)
    .replaceAll('{email}', CONTACT_MARK)
    .replaceAll('{website}', CONTACT_MARK)
    .replaceAll('{hours}', HOURS_MARK)
    .replaceAll('{name}', NAME_MARK);

/** Keys of a template: marks would not survive normalising, so its parts are normalised around them. */
function templateKey(template: string): string {
  return keyOf(
    slotted(template)
      .split(/([\ue000-\ue002])/)
      .map((part) => (/^[\ue000-\ue002]$/.test(part) ? part : normalise(part).text))
      .join(''),
  );
}

/** A template may hold several sentences to the guard (a semicolon): each is approved, and only each. */
const APPROVED: ReadonlySet<string> = new Set(
  [
    ...Object.values(RULE_INFO).flatMap(({ suggestion }) => [suggestion.zh, suggestion.en]),
    SAFE_REPLACEMENT.zh,
    SAFE_REPLACEMENT.en,
    ...LAW_FRAMES,
  ].flatMap((template) => partsOf(template).map(templateKey)),
);

function partsOf(template: string): string[] {
  return template.split(/(?<=[；;])/);
}

/** Keys under which the guard finds the given sentences again, the clinic's own data as marks. */
export function keysOf(sentences: readonly string[], clinic: Clinic | null | undefined): Set<string> {
  const keys = new Set<string>();
  for (const text of sentences) {
    for (const sentence of sentencesOf(mask(normalise(text).text, clinic))) keys.add(keyOf(sentence.text));
  }
  return keys;
}

const stepKeys = new WeakMap<Clinic, ReadonlySet<string>>();

/** Sentences that name a step of the clinic's profile, but for steps that would break a rule themselves. */
function stepsOf(clinic: Clinic): ReadonlySet<string> {
  const known = stepKeys.get(clinic);
  if (known) return known;
  const keys = new Set<string>();
  const steps = Object.values(clinic.steps).flatMap((list) => list ?? []);
  for (const step of steps.filter((text) => isUsableStep(text, clinic))) {
    for (const bank of Object.values(BANKS)) {
      for (const template of bank.steps) {
        for (const key of keysOf([template.replace('{step}', () => step.trim())], clinic)) keys.add(key);
      }
    }
  }
  stepKeys.set(clinic, keys);
  return keys;
}

/** A step is the clinic's own words: short, one line, about what it offers, and free of any rule's words. */
export function isUsableStep(step: string, clinic: Clinic | null): boolean {
  const text = step.trim();
  if (text.length < 2 || text.length > 40 || /[\n\r"「」『』{}您你妳]|\byou/i.test(text)) return false;
  const masked = mask(normalise(text).text, clinic);
  const whole = sentencesOf(masked);
  if (whole.length !== 1 || whole[0]?.text.length !== masked.length) return false;
  return !whole.some((sentence) => gross(sentence).length > 0) && !/[。!?;.]$/.test(masked);
}

export function isApproved(sentence: string, clinic: Clinic | null | undefined): boolean {
  const key = keyOf(sentence);
  if (key === '' || APPROVED.has(key) || isBankSentence(key)) return true;
  return clinic ? stepsOf(clinic).has(key) : false;
}
