import type { Deadline, PostedAt, UiLanguage } from '../contract/index.ts';
import { type DayNumber, dayOf, daysAfter, endOf, monthsAfter, startOf, workingDaysAfter } from './calendar.ts';

/**
 * The deadlines of law.md 2.4, as of the law of 2024-10-11. Pure arithmetic: which of them apply to a review is
 * for triage and the lawyer to say. Times are ISO in UTC; a day ends when it ends in Taipei.
 */
export const DEADLINES = [
  'reply', // 24 hours: the desk's own rule
  'order', // 2 months, 社會秩序維護法 §31
  'complaint', // 6 months, 刑事訴訟法 §237
  'civil', // 2 years, 民法 §197, 個資法 §30
  'civil-limit', // 10 years from the act, 民法 §197
  'care', // 5 working days, 醫療事故預防及爭議處理法 §6
  'chart', // 7 working days, 同法 §10
  'objection', // 10 days, 刑事訴訟法 §256
] as const;
export type DeadlineKind = (typeof DEADLINES)[number];

/** A deadline with what staff must know of it. */
export interface DeskDeadline extends Deadline {
  kind: DeadlineKind;
  /** When to remind, before it is due; ISO, ascending. */
  alerts: string[];
  /** Where the figure comes from; empty for the desk's own rule. */
  statute: string;
  /** What the computation does not know. */
  note: string;
}

interface Words {
  what: string;
  note: string;
}

const HOUR = 3_600_000;

const WORDS: Record<DeadlineKind, Record<UiLanguage, Words>> = {
  reply: {
    'zh-TW': { what: '24 小時內回覆或決定不回覆', note: '' },
    en: { what: 'Reply, or decide not to, within 24 hours', note: '' },
  },
  order: {
    'zh-TW': {
      what: '社會秩序維護法的處理期限（2 個月）',
      note: '自行為成立或行為終了時起算，發文時間不明時以首次看到的時間計。是否適用建議由律師判斷。',
    },
    en: {
      what: 'Two months under the Social Order Maintenance Act',
      note: 'Runs from the act or its end; from first sight where the posting time is unknown. Ask a lawyer whether it applies.',
    },
  },
  complaint: {
    'zh-TW': {
      what: '告訴期限（知悉犯人起 6 個月）',
      note: '保守地從首次看到這則內容起算；實際自確知行為人時起算，僅有懷疑不開始起算，建議由律師判斷。末日遇假日不順延計算。',
    },
    en: {
      what: 'Six months to file a complaint, from knowing who did it',
      note: 'Counted from first sight, which is the cautious way; it really runs from knowing the author for certain. Ask a lawyer. A last day on a holiday is not moved.',
    },
  },
  civil: {
    'zh-TW': {
      what: '民事損害賠償請求期限（知悉損害及行為人起 2 年）',
      note: '保守地從首次看到這則內容起算，建議由律師判斷。',
    },
    en: {
      what: 'Two years to claim damages, from knowing the damage and the author',
      note: 'Counted from first sight, which is the cautious way. Ask a lawyer.',
    },
  },
  'civil-limit': {
    'zh-TW': { what: '民事損害賠償請求最長期限（行為時起 10 年）', note: '個資法的請求權為損害發生起 5 年。' },
    en: {
      what: 'Ten years at most to claim damages, from the act',
      note: 'Five years from the damage under the Personal Data Protection Act.',
    },
  },
  care: {
    'zh-TW': {
      what: '重大醫療事故的說明與關懷（5 個工作日內）',
      note: '從首次看到這則內容的翌日起算；若診所更早知悉事故，應從事故翌日起算。已扣除週六、週日，未計國定假日與補班日。',
    },
    en: {
      what: 'Explain and care after a serious incident within five working days',
      note: 'Counted from the day after first sight; if the clinic knew of the incident earlier, count from the day after it. Weekends are left out, public holidays are not known.',
    },
  },
  chart: {
    'zh-TW': {
      what: '提供病歷複製本（7 個工作日內）',
      note: '從收到申請的翌日起算。已扣除週六、週日，未計國定假日與補班日。',
    },
    en: {
      what: 'Hand over a copy of the chart within seven working days',
      note: 'Counted from the day after the request. Weekends are left out, public holidays are not known.',
    },
  },
  objection: {
    'zh-TW': { what: '對不起訴處分聲請再議（收到處分書後 10 日內）', note: '從收到處分書的翌日起算，未計在途期間。' },
    en: {
      what: 'Ten days to object to a non-prosecution',
      note: 'Counted from the day after the decision was received, without days for travel.',
    },
  },
};

const STATUTES: Record<DeadlineKind, string> = {
  reply: '',
  order: '社會秩序維護法31',
  complaint: '刑事訴訟法237',
  civil: '民法197、個資法30',
  'civil-limit': '民法197、個資法30',
  care: '醫療事故預防及爭議處理法6',
  chart: '醫療事故預防及爭議處理法10',
  objection: '刑事訴訟法256',
};

function deadline(
  kind: DeadlineKind,
  from: string,
  due: string,
  alerts: readonly string[],
  language: UiLanguage,
): DeskDeadline {
  return {
    kind,
    ...WORDS[kind][language],
    from,
    due,
    alerts: alerts.filter((alert) => alert > from && alert < due),
    statute: STATUTES[kind],
  };
}

/** Days counted back from the last one, at the start of the day, for reminders. */
const before = (last: DayNumber, ...days: number[]): string[] => days.map((count) => startOf(last - count));

/** 24 hours from the posted time where that is known to the day or better, else from first sight. */
export function replyDeadline(postedAt: PostedAt, firstSeen: string, language: UiLanguage = 'zh-TW'): DeskDeadline {
  const from = isoOf(knownToTheDay(postedAt) ?? firstSeen);
  const start = Date.parse(from);
  const due = new Date(start + 24 * HOUR).toISOString();
  return deadline('reply', from, due, [new Date(start + 20 * HOUR).toISOString()], language);
}

/** Two months from the act (the posted time where known), else from first sight. */
export function orderDeadline(postedAt: PostedAt, firstSeen: string, language: UiLanguage = 'zh-TW'): DeskDeadline {
  const from = isoOf(knownToTheDay(postedAt) ?? firstSeen);
  const last = monthsAfter(dayOf(from), 2);
  return deadline('order', from, endOf(last), before(last, 30, 7), language);
}

/** Six months, counted from first sight (law.md 2.4), with reminders on days 120, 150 and 170. */
export function complaintDeadline(firstSeen: string, language: UiLanguage = 'zh-TW'): DeskDeadline {
  const from = isoOf(firstSeen);
  const day = dayOf(from);
  const alerts = [120, 150, 170].map((count) => startOf(daysAfter(day, count)));
  return deadline('complaint', from, endOf(monthsAfter(day, 6)), alerts, language);
}

/** Two years from first sight. */
export function civilDeadline(firstSeen: string, language: UiLanguage = 'zh-TW'): DeskDeadline {
  const from = isoOf(firstSeen);
  const last = monthsAfter(dayOf(from), 24);
  return deadline('civil', from, endOf(last), before(last, 180, 90, 30), language);
}

/** Ten years from the act. */
export function civilLimit(postedAt: PostedAt, firstSeen: string, language: UiLanguage = 'zh-TW'): DeskDeadline {
  const from = isoOf(knownToTheDay(postedAt) ?? firstSeen);
  const last = monthsAfter(dayOf(from), 120);
  return deadline('civil-limit', from, endOf(last), before(last, 180, 30), language);
}

/** Five working days after the day on which the clinic learned of a death or serious injury. */
export function careDeadline(firstSeen: string, language: UiLanguage = 'zh-TW'): DeskDeadline {
  const from = isoOf(firstSeen);
  const last = workingDaysAfter(dayOf(from), 5);
  return deadline('care', from, endOf(last), before(last, 1, 0), language);
}

/** Seven working days after a copy of the chart was asked for. */
export function chartDeadline(requested: string, language: UiLanguage = 'zh-TW'): DeskDeadline {
  const from = isoOf(requested);
  const last = workingDaysAfter(dayOf(from), 7);
  return deadline('chart', from, endOf(last), before(last, 1, 0), language);
}

/** Ten days after a decision not to prosecute was received. */
export function objectionDeadline(received: string, language: UiLanguage = 'zh-TW'): DeskDeadline {
  const from = isoOf(received);
  const last = daysAfter(dayOf(from), 10);
  return deadline('objection', from, endOf(last), before(last, 5, 2), language);
}

/** Reminders that have come due by `now` for a deadline that has not passed. */
export const alertsDue = ({ alerts, due }: DeskDeadline, now: string): string[] =>
  isoOf(now) > due ? [] : alerts.filter((alert) => alert <= isoOf(now));

/** What is left, in ms; negative when it has passed. */
export const timeLeft = ({ due }: Pick<Deadline, 'due'>, now: string): number => Date.parse(due) - Date.parse(now);

function knownToTheDay({ iso, precision }: PostedAt): string | null {
  return precision === 'minute' || precision === 'day' ? iso : null;
}

const isoOf = (time: string): string => new Date(time).toISOString();
