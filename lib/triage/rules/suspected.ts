import { type FindingKind, HUNCH } from '../../contract/triage.ts';
import { opening } from '../context.ts';
import { isAskedByStaff } from '../threat/demand.ts';
import { NEWS } from '../threat/heard.ts';
import type { Desk } from './case.ts';
import { isFigure } from './crisis-figures.ts';
import { isSeason } from './danger.ts';
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
const OFFERED = /免費(?:諮詢|評估|檢查|體驗|停車)/;
const NO_DEBT = /出面|空號|換老闆|換院長/;
/** Without a word of it, the sound alone says nothing of a purse. */
const ANY_MONEY =
  /錢|款|欠|薪|資|倒|跑|關|收|退|搬|儲值|療程|課程|債|付|繳|租|賣|讓|轉|撐|虧|賠|破產|停|歇|空號|空的|人去|失聯|聯絡不|法拍|封|營|拖|走了|沒人|消失|月|年終|財|帳|股|買走|併購|[a-z]/;
const DEBT = /錢|款|欠|薪|倒|跑|關|儲值|療程|課程|債/;
const SENT_TO_ME = /(?:收到|接到|寄)[^。，,]{0,8}(?:律師函|存證信函)/;

function isMistaken(kind: FindingKind, clause: string, sure: boolean): boolean {
  // A cry for help that was heard plainly is no sigh.
  if (kind === 'self-harm')
    return (
      isFigure(clause) ||
      GOOD_NIGHT.test(clause) ||
      OF_ANOTHER.test(clause) ||
      (!sure && SIGHS.test(clause) && !/想死|不想活|活不下去|自殺|輕生/.test(clause))
    );
  if (kind === 'public-danger') return isSeason(clause);
  if (kind === 'fake-engagement') return READ_THEM.test(clause) || OFFERED.test(clause);
  if (kind === 'credit') return (NO_DEBT.test(clause) && !DEBT.test(clause)) || (!sure && !ANY_MONEY.test(clause));
  return kind === 'demand' && (isAskedByStaff(clause) || SENT_TO_ME.test(clause));
}

const BESIDE = 4;
/** Confidence in what the model is sure of. */
const SURE = 0.45;

/**
 * Dangers by the sound of a whole clause (DANGERS, model/table.ts), where no rule found one of that kind: wording has no end,
 * lists have. Never more than a call to look, and weighed as such.
 */
export function suspected(desk: Desk): void {
  const { reading, suspicions } = desk.case;
  const news = suspicions.length > 0 && NEWS.test(opening(reading));
  for (const { kind, clause, sure } of suspicions) {
    const span = reading.clauses[clause];
    if (!span || desk.has(kind) || (desk.breached && kind === 'fake-engagement')) continue;
    if (isMistaken(kind, reading.text.letters.slice(span.start, span.end), sure)) continue;
    const at = stretchOf(reading.text.folded, span.start, span.end);
    // What the papers tell is of another place, unless it is said in so many words.
    if (!sure && news && FACTS.includes(kind)) continue;
    // The clauses beside a claim that was told in plain words sound like one as well.
    if (!sure && FACTS.includes(kind) && desk.isSettled([at[0] - BESIDE, at[1] + BESIDE])) continue;
    // No article is named on the sound of a clause alone.
    desk.add(kind, at, sure ? SURE : HUNCH, ['sounds'], sure ? {} : { severity: 'medium', statutes: [] });
  }
}
