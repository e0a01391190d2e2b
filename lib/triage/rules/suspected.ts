import { type FindingKind, HUNCH } from '../../contract/triage.ts';
import { opening } from '../context.ts';
import { isForeign } from '../normalise.ts';
import { isSaying } from '../sayings.ts';
import { isAskedByStaff } from '../threat/demand.ts';
import { NEWS } from '../threat/heard.ts';
import type { Desk } from './case.ts';
import { isFigure } from './crisis-figures.ts';
import { isSeason } from './danger.ts';
import { NEAR_OWN } from './hunts.ts';
import { FACTS } from './kinds.ts';
import { stretchOf } from './phrase.ts';

/** 「人生好難」「救我狗命」「被一星評論嚇到」「收到診所律師函要我刪文」: what sounds like one and is known to be none. */
const SIGHS = /想太多|人生好難|狗命|社死|[餓渴癢羨]死|笑死|殺了我吧/;
const READ_THEM =
  /(?:被|看了?|看完|因為)[^。，,]{0,6}(?:[一1]星|負評|評論|評價)[^。，,]{0,4}(?:嚇|勸退|卻步|擔心|猶豫)|補(?:個|上|顆|回)?[^。，,]{0,3}星/;
/** 「我先睡了大家晚安」, and nothing else. */
const GOOD_NIGHT = /^(?:那)?我?(?:先|要|去|要去)?睡(?:了|囉|啦|覺)?(?:大家)?晚安[~～]*$/;
/** 「妳的遺囑我看過了，矯正費不能算遺產喔」: another's, in jest. */
const OF_ANOTHER = /[你他]的遺[囑書]/;
/** 「廣告打免費諮詢」, 「電話是空號」: an offer, a number, and nobody who buys stars or owes. */
/** 「一星」「停車負五星」「環境五星」: a mark, and no trade in marks. */
const STARS_ALONE = /^[^。，,給]{0,5}負?[一二兩三四五1-5]顆?星[級吧了啊]?$/;
const OFFERED = /免費(?:諮詢|評估|檢查|體驗|停車)/;
const NO_DEBT = /出面|空號|換老闆|換院長/;
const DEBT = /錢|款|欠|薪|倒|跑|關|儲值|療程|課程|債/;
/** 「三萬塊就這樣飛走」: the writer's own money, spent and not kept by anybody. */
const SPENT = /[百千萬]塊?錢?[^。，,]{0,4}(?:飛走|飛了|噴掉|噴了|沒了|蒸發|打水漂|丟(?:進)?水)/;
/** 「補一顆牙要我半個月薪水」: dear, and not owed to anybody. */
const DEAR = /(?:我|人)?(?:大概|快|將近|的)?(?:[一兩三半幾二四五六\d]個?月|半年|一年)的?(?:薪水|薪資|工資)/;
const UNPAID = /欠|拖|沒[領拿發給]|發不|不發|積|討/;
const KEPT = /訂金|定金|押金|會員|儲值|課程|療程|預繳|預付|[他你]們|倒/;
const SENT_TO_ME = /(?:收到|接到|寄)[^。，,]{0,8}(?:律師函|存證信函)/;

/** What a patient wants, refuses or asks in the ordinary way: 「求推薦中醫，我想調體質」「我看五年了」「是不是有養貓」. */
const ORDINARY =
  /我(?:只是|就|也|心裡)?想(?:要|請)?(?:問|請教|確認|知道|了解|預約|掛號|調[體理整]|看[牙診醫中皮哪]|做(?:矯正|雷射|植|健?檢)|拔牙|植[牙髮]|補牙|洗牙|減[肥重]|瘦|矯正|檢查|換[診醫一])|不想(?:再)?(?:給[他該這醫]|回應|開刀|花錢)|(?:看|做|追蹤|跟|來)了?(?:快|超過)?[一二兩三四五六七八九十幾半\d]+多?(?:年|個月)[多了]{0,2}$|^(?:是不是|有沒有|請問|想問)[^我人自]{0,20}$|洗牙|拔牙|看牙|補牙|健檢/;
/** 「以後不會再去了」「不可能有下次」: only the place is left. */
const STAYS_AWAY =
  /(?:不會|不想|不可能|不敢|不再|不考慮|不打算|不用|不必|別|不要|懶得)(?:想)?(?:再|有)?(?:去|來|回訪|回購|光顧|消費|嘗試|試|考慮|踏進|回診|回去|下次|第二次|打擾|期待|推薦)|最後一次(?:消費|光顧|來|去|吃|買|看診)/;
/** 「那我不等了」「先走囉」「掰掰」「好，換一家」: only the queue is left. */
const PARTS =
  /^(?:好[啦喔吧]?|算了|那)?[我就]*先走[了囉啦喔]*$|[不沒][^。，,]{0,2}等[了下不到]|等不[到了下]|那我不[看等買]|^(?:掰|bye|88|再聯絡|謝謝再聯絡|再會)+[了啦~]*$|再見(?:存款|荷包|錢)|來不及說再見|不想努力|(?:排隊|等|塞車|爬樓梯|憋尿)[^。，,]{0,4}(?:累|撐不)|醫[師生][^。，,]{0,4}打斷|我也想(?:接|要|買|知道|做)|走一走/;
const OF_LIFE = /死|活|命|消失|離開|結束|解脫|撐|再見|醒|睡|痛|走(?!路)|世|留下|意義|勇氣/;

/** 「你們幾點下班」「話講到一半被打斷」「心裡堵堵的」「自砸招牌」. */
const HARMLESS_BLOWS =
  /幾點(?:下班|關|休息|開|打烊)|下班時間[^。，,]{0,3}[塞堵]|(?<![手腳腿骨])打斷(?!.{0,3}[你他]們?[的手腳腿])|堵堵|堵車|塞車|棺材臉|剁手|帶刀|刀子嘴|打爆|砸(?:鍋|了?招牌)|翻桌|啞鈴|打混|殺光|死光|一路好走|打死不|一刀下去/;

function isMistaken(kind: FindingKind, clause: string, sure: boolean): boolean {
  // A cry for help that was heard plainly is no sigh.
  if (kind === 'self-harm')
    return (
      isFigure(clause) ||
      GOOD_NIGHT.test(clause) ||
      OF_ANOTHER.test(clause) ||
      (!sure && (ORDINARY.test(clause) || STAYS_AWAY.test(clause)) && !OF_LIFE.test(clause)) ||
      (!sure && PARTS.test(clause)) ||
      (!sure && SIGHS.test(clause) && !/想死|不想活|活不下去|自殺|輕生/.test(clause))
    );
  if (kind === 'threat-violence') return !sure && HARMLESS_BLOWS.test(clause);
  if (kind === 'public-danger') return isSeason(clause);
  if (kind === 'fake-engagement') return READ_THEM.test(clause) || OFFERED.test(clause) || STARS_ALONE.test(clause);
  if (kind === 'credit')
    return (
      (NO_DEBT.test(clause) && !DEBT.test(clause)) ||
      (SPENT.test(clause) && !KEPT.test(clause)) ||
      (DEAR.test(clause) && !UNPAID.test(clause))
    );
  if (kind === 'personal-data') return NEAR_OWN.test(clause);
  return kind === 'demand' && (isAskedByStaff(clause) || SENT_TO_ME.test(clause));
}

/** Of another script than the text: a name, a row of stars, what a site's translation was made from. */
const isForeignPiece = (clause: string): boolean => {
  const letters = clause.replace(/[\s\p{P}\p{S}\p{M}\p{Cf}\d]/gu, '');
  return letters.replace(/[^一-鿿ㄅ-ㄩ]/gu, '').length * 2 < letters.length || letters.length < 2;
};

const BESIDE = 4;
/** Confidence in what the model is sure of. */
const SURE = 0.45;

/**
 * Dangers by the sound of a whole clause (DANGERS, model/table.ts), where no rule found one of that kind: wording has no end,
 * lists have. Never more than a call to look, and weighed as such.
 */
export function suspected(desk: Desk): void {
  const { reading, suspicions } = desk.case;
  if (suspicions.length === 0) return;
  const news = NEWS.test(opening(reading));
  const foreign = isForeign(reading.text.codes);
  for (const { kind, clause: place, sure } of suspicions) {
    const span = reading.clauses[place];
    if (!span || desk.has(kind) || (desk.breached && kind === 'fake-engagement')) continue;
    const clause = reading.text.letters.slice(span.start, span.end);
    if (isMistaken(kind, clause, sure)) continue;
    if (isSaying(kind, reading.text.letters.slice(Math.max(0, span.start - 8), span.end + 16))) continue;
    // In a Chinese text hardly anything was learnt of it.
    if (!sure && !foreign && isForeignPiece(clause)) continue;
    const at = stretchOf(reading.text.folded, span.start, span.end);
    // What the papers tell is of another place, unless it is said in so many words.
    if (!sure && news && FACTS.includes(kind)) continue;
    // The clauses beside a claim that was told in plain words sound like one as well.
    if (!sure && FACTS.includes(kind) && desk.isSettled([at[0] - BESIDE, at[1] + BESIDE])) continue;
    // No article is named on the sound of a clause alone.
    desk.add(kind, at, sure ? SURE : HUNCH, ['sounds'], sure ? {} : { severity: 'medium', statutes: [] });
  }
}
