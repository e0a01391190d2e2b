import type { CustodyFacts, Recheck } from './contract.ts';
import type { Sentences } from './words.ts';

/** What the custody log and time-stamps say in a few fixed English words, for people. */

type Language = keyof Sentences;

export const OUTCOME_WORDS: Record<Recheck['outcome'], Sentences> = {
  'still-there': { 'zh-TW': '仍在線上，文字相同', en: 'still online, same text' },
  changed: { 'zh-TW': '仍在線上，文字已變更', en: 'still online, text changed' },
  gone: {
    'zh-TW': '已無法看到（頁面不存在、標示刪除，或頁面上已沒有這一則）',
    en: 'no longer to be seen (page gone, marked as deleted, or no longer on its page)',
  },
  unclear: { 'zh-TW': '無法判斷', en: 'cannot be told' },
};

const DETAILS: Record<string, Sentences> = {
  complete: { 'zh-TW': '完整', en: 'complete' },
  incomplete: { 'zh-TW': '不完整', en: 'incomplete' },
  capture: { 'zh-TW': '存證套件', en: 'evidence package' },
  case: { 'zh-TW': '案件檔', en: 'case file' },
  'redacted case': { 'zh-TW': '遮蔽版案件檔', en: 'redacted case file' },
  backup: { 'zh-TW': '備份', en: 'backup' },
};

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** The further facts of an entry; what is not known stays as it is, null where there is nothing to say. */
export function logDetail(
  { action, detail }: Pick<CustodyFacts, 'action' | 'detail'>,
  language: Language,
): string | null {
  if (detail === undefined || detail === '') return null;
  if (ID.test(detail)) return related(detail, language);
  const [outcome = '', id = ''] = detail.split(' ');
  if (action === 're-checked' && Object.hasOwn(OUTCOME_WORDS, outcome)) {
    const words = OUTCOME_WORDS[outcome as Recheck['outcome']][language];
    return id === '' ? words : `${words}${language === 'en' ? '; ' : '；'}${related(id, language)}`;
  }
  return Object.hasOwn(DETAILS, detail) ? (DETAILS[detail]?.[language] ?? detail) : detail;
}

const related = (id: string, language: Language): string =>
  language === 'en' ? `other capture ${id}` : `相關存證 ${id}`;

const FAILURES: readonly (readonly [RegExp, (number: string) => Sentences])[] = [
  [
    /^no answer\b/,
    () => ({
      'zh-TW': '沒有回應：這台電腦可能沒有連上網路，或網址有誤',
      en: 'no answer: this computer may be offline, or the address is wrong',
    }),
  ],
  [
    /^the (?:authority|calendar) answered (\d+)$/,
    (status) => ({
      'zh-TW': `對方的伺服器拒絕或故障（HTTP ${status}）`,
      en: `its server refused or failed (HTTP ${status})`,
    }),
  ],
  [/^not a web address$/, () => ({ 'zh-TW': '不是網址', en: 'not a web address' })],
];

/** Why no time-stamp was had. Whatever else was wrong with an answer: it was none that can be used. */
export function stampFailure(failure: string, language: Language): string {
  for (const [shape, say] of FAILURES) {
    const [whole, number = ''] = shape.exec(failure) ?? [];
    if (whole !== undefined) return say(number)[language];
  }
  return language === 'en'
    ? `its answer is no valid time-stamp (${failure})`
    : `回覆的不是有效的時間戳記（${failure}）`;
}
