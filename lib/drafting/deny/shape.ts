import type { Rule } from '../../contract/draft.ts';

/**
 * A gross slip that words alone can show. It stops a text at once; that it finds nothing never lets one through
 * (law reference 3.4: a deny-list catches a third). Expressions are written against normalised text and bounded,
 * so that the time stays linear.
 */
export interface Pattern {
  rule: Rule;
  find: RegExp;
  /** Not a breach when the same clause says this. */
  unless?: RegExp;
  /** Not a breach in a conditional or in a sentence about confidentiality (law reference 3.6, frame-exempt). */
  exempt?: boolean;
}

/** A rule broken at a stretch of the normalised text. */
export interface Hit {
  rule: Rule;
  start: number;
  end: number;
  /** Where it is graver than the rule is by itself. */
  severity?: 'block';
}

export const hitOf = (rule: Rule, start: number, end: number, severity?: 'block'): Hit => ({
  rule,
  start,
  end,
  ...(severity ? { severity } : {}),
});

export const pattern = (rule: Rule, find: RegExp, unless?: RegExp): Pattern => ({
  rule,
  find: new RegExp(find.source, find.flags.includes('g') ? find.flags : `${find.flags}g`),
  ...(unless ? { unless } : {}),
});

export const exemptable = (rule: Rule, find: RegExp, unless?: RegExp): Pattern => ({
  ...pattern(rule, find, unless),
  exempt: true,
});

const CONDITIONAL =
  /若|如果|如有|如您|假如|倘若|如需|如欲|凡是|無論|不論|任何|每個人|每位|每一位|是否|不會因|\bif\b|whether|\bany(?:one|body)?\b|\beveryone\b/;
const SILENT =
  /(?:無法|不能|不便|不會|不得|恕|不宜|不方便|不適合|沒有辦法|沒辦法|不可以|避免|請勿|請不要|請別|別在).{0,24}(?:確認|討論|公開|說明|回應|談|透露|回答|評論|評估|張貼|貼出|描述|提供|寫出|說)|(?:cannot|can't|can not|unable|do not|don't|never|not able|won't|will not|neither).{0,30}(?:confirm|discuss|comment|share|say|disclose|respond|talk|give|deny|reveal)/;
/** A conditional that tells what happened is no conditional. */
const TELLS = /當天|當日|那天|當時|那次|上次|遲到|爽約|已經|簽|昨天|前天|其實|明明/;

/** Whether a clause speaks of nobody in particular, or refuses to speak. */
export const speaksOfNobody = (clause: string): boolean =>
  (CONDITIONAL.test(clause) || SILENT.test(clause)) && !TELLS.test(clause);
