import type { DraftSentence } from '../contract/draft.ts';
import type { Aspect } from '../contract/triage.ts';
import { isUsableStep } from './allow/frames.ts';
import { fits, type Materials, pick, said, suiting } from './picking.ts';

/** A thing that one has, not a thing that one does: 「線上預約」, not 「增加人力」. */
const THING =
  /(?:服務|系統|查詢|預約|掛號|信箱|專線|電話|公告|表|單|管道|制度|頁面|網站|時段|窗口|動線圖|停車場|飲水機|手冊|影片|地圖|app|line)$|^(?!.*(?:ing\b|^we\b))[a-z][a-z -]*$/i;
/** A thing that one does: it follows 「做法是」, never 「有」. */
const DEED =
  /^(?:增加|加強|調整|定期|提供|設置|安排|開放|增設|延長|縮短|更新|公布|先|事先|提前|主動|說明|協助|提醒|改善|優化|落實)|^(?:we\b|[a-z]+ing\b)/i;

/** A price list is no answer to a parking fee, nor online booking to who could not book online. */
function answers(step: string, { occasion }: Materials, aspect: Aspect): boolean {
  const topic = aspect === occasion.main ? occasion.topic.name['zh-TW'] : '';
  if (/停車/.test(topic)) return /停車|車位|parking/i.test(step);
  if (/線上/.test(topic)) return false;
  return !occasion.reaching || aspect !== occasion.main || /電話|專線|預約|掛號|回電|line|phone|book/i.test(step);
}

const steps = (materials: Materials, aspect: Aspect): string[] =>
  (materials.clinic?.steps[aspect] ?? []).filter(
    (step) => isUsableStep(step, materials.clinic) && fits(step, materials) && answers(step, materials, aspect),
  );

export const hasStep = (materials: Materials, aspect: Aspect): boolean => steps(materials, aspect).length > 0;

/** Templates in which the step makes a sentence. */
function around({ bank }: Materials, step: string): readonly string[] {
  if (THING.test(step)) return bank.steps.filter((text) => !bank.verbSteps.includes(text));
  const deeds = DEED.test(step) ? bank.verbSteps : [];
  return deeds.length > 0
    ? deeds
    : bank.steps.filter((text) => !bank.nounSteps.includes(text) && !bank.verbSteps.includes(text));
}

/** What is generally so about a thing that is not quite its aspect: charts, and being reached. */
function policies({ bank, occasion }: Materials, aspect: Aspect): readonly string[] {
  if (occasion.charts) return bank.charts;
  const { policy } = bank.aspects[aspect];
  if (aspect !== 'booking_wait' || aspect !== occasion.main) return policy;
  if (occasion.reaching) return bank.reaching.policy;
  // Who waits at the counter asks nothing of booking.
  const waiting = policy.filter((text) => !/預約|掛號|booking|booked|予約/i.test(text));
  return /預約|掛號/.test(occasion.topic.name['zh-TW']) || waiting.length === 0 ? policy : waiting;
}

/** A step that the clinic has for this aspect, else what is generally so. */
export function general(materials: Materials, aspect: Aspect): DraftSentence {
  const found = materials.occasion.charts ? [] : steps(materials, aspect);
  // The one step of a profile is not told in every alternative.
  if (found.length > 1 || (found.length === 1 && materials.written < 2)) {
    const step = pick(materials, found).trim();
    const texts = around(materials, step).map((text) => text.replace('{step}', () => step));
    return { text: pick(materials, suiting(materials, texts)), purpose: 'improvement' };
  }
  return said(materials, 'policy', aspect, () => pick(materials, suiting(materials, policies(materials, aspect))));
}
