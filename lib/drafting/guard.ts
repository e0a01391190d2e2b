import type { Clinic } from '../contract/clinic.ts';
import type { GuardResult, GuardViolation, Rule } from '../contract/draft.ts';
import { knownEnglish } from './allow/en.ts';
import { isApproved, keysOf } from './allow/frames.ts';
import { knownChinese, strayedChinese } from './allow/zh.ts';
import { foreignContacts } from './contacts.ts';
import { bargainsAcross } from './deny/bargain.ts';
import { gross } from './deny/find.ts';
import type { Hit } from './deny/shape.ts';
import { echoes, type ReviewWords, repeated, wordsOfReview } from './echo.ts';
import { tellsEvent } from './judge/bounds.ts';
import { type Judgement, judge, likelySafe } from './judge/index.ts';
import { mask } from './mask.ts';
import { isDisguised, type Normal, normalise, originalSpan } from './normalise.ts';
import { FOREIGN_CONTACT, RULE_INFO } from './rules.ts';
import { type Stretch, sentencesTyped } from './sentences.ts';

export interface GuardContext {
  /** The review that is answered: what it says must not be said back. */
  review?: string | null | undefined;
  /** The clinic's own name, phone and hours meet no rule. */
  clinic?: Clinic | null | undefined;
  /** Sentences that a manager or doctor of this clinic approved. */
  approved?: readonly string[] | undefined;
  /** Asked in place of the trained judge about sentences that neither a frame nor a rule knows. */
  judge?: ((sentence: string) => 'safe' | 'unsafe' | 'unsure') | undefined;
  /** Asked in its place with the sentence as the guard reads it; for measuring. */
  consult?: ((sentence: string, review: ReviewWords | null, strict: boolean) => boolean) | undefined;
  /** Likewise, whether the judge finds a sentence that meets a rule more likely safe than not. */
  doubts?: ((sentence: string, review: ReviewWords | null) => boolean) | undefined;
}

type Opinion = { hits: Hit[]; unsure: boolean };

/**
 * Rules whose words also stand in plain notices and sayings: their hit stops a text only where the judge, too, finds
 * the sentence more likely unsafe than safe; else a person must confirm. It never lets one through.
 */
const SOFT: ReadonlySet<Rule> = new Set<Rule>(['R02', 'R04', 'R05', 'R06', 'R10', 'R15', 'R16', 'R17', 'R18', 'R20']);

/**
 * What stands in a reply that must not (law reference 3.4), sentence by sentence: approved frame → allowed; broken
 * rule → violation; made of harmless words only → allowed; else unsure, unless the trained judge calls it safe. Offsets are
 * UTF-16 indices into `reply` as typed. Linear in the length; throws for no string.
 */
export function guard(reply: string, context: GuardContext = {}): GuardResult {
  const normal = normalise(reply);
  const text = mask(normal.text, context.clinic);
  const review = context.review ? wordsOfReview(context.review) : null;
  const approved = context.approved?.length ? keysOf(context.approved, context.clinic) : null;

  const violations: GuardViolation[] = [];
  const unsure: [number, number][] = [];
  const sentences = sentencesTyped(text, reply, normal);
  const deals = dealsOf(sentences);
  sentences.forEach((sentence, index) => {
    if (isApproved(sentence.text, context.clinic) || approved?.has(keyOfSentence(sentence))) return;
    const typed = reply.slice(...originalSpan(normal, sentence.start, sentence.end));
    const doubts =
      context.doubts ?? ((read: string, said: ReviewWords | null) => !isDisguised(typed) && likelySafe(read, said));
    const { hits, unsure: open } = opinionOf(sentence, review, deals[index] ?? [], (strict) => {
      if (context.judge) return context.judge(typed) === 'safe';
      if (isDisguised(typed)) return false;
      return [sentence.text, ...joined(sentences, index)].every((read) =>
        context.consult ? context.consult(read, review, strict) : remembered(read, review, strict) === 'safe',
      );
    });
    const doubted = hits.length > 0 && hits.every((hit) => mayDoubt(text, hit)) && doubts(sentence.text, review);
    for (const hit of separate(hits)) violations.push(violation(normal, hit, sentence, doubted));
    const hidden = hits.length === 0 && !open && hides(sentences, index);
    if (open || hidden) unsure.push(originalSpan(normal, sentence.start, sentence.end));
  });
  for (const found of foreign(normal, context)) {
    if (violations.some(({ rule, start, end }) => rule === 'R08' && start < found.end && found.start < end)) continue;
    violations.push(found);
  }
  violations.sort((a, b) => a.start - b.start);
  return { verdict: verdictOf(violations, unsure.length), violations, unsure };
}

/** Contacts that are not the clinic's own: a mobile number is a person's, of others somebody must say whose they are. */
function foreign(normal: Normal, { clinic, approved }: GuardContext): GuardViolation[] {
  const language = /[\u3040-\u30ff\u3400-\u9fff]/.test(normal.text) ? 'zh' : 'en';
  return foreignContacts(normal.text, clinic).flatMap(({ start, end, mobile }) => {
    const shown = normal.text.slice(start, end);
    if (approved?.some((sentence) => normalise(sentence).text.includes(shown))) return [];
    const [from, to] = originalSpan(normal, start, end);
    const { why, suggestion } = FOREIGN_CONTACT;
    return [
      {
        rule: 'R08' as const,
        start: from,
        end: to,
        why: why[language],
        suggestion: suggestion[language],
        severity: mobile ? ('block' as const) : ('warn' as const),
      },
    ];
  });
}

/** For each sentence what of a bargain with its neighbour stands in it. */
function dealsOf(sentences: readonly Stretch[]): Hit[][] {
  const deals: Hit[][] = sentences.map(() => []);
  sentences.slice(1).forEach((second, index) => {
    const [before, after] = bargainsAcross(sentences[index] as Stretch, second);
    deals[index]?.push(...before);
    deals[index + 1]?.push(...after);
  });
  return deals;
}

/** So short a piece, or one that ends with its line and no mark, may be half of a sentence. */
const FRAGMENT = 8;
const isFragment = ({ text }: Stretch): boolean => text.length <= FRAGMENT || !/[。!?~…)」.]$/.test(text);

/** The sentence together with its neighbours where a break may have cut it: then both halves are read as one too. */
function joined(sentences: readonly Stretch[], index: number): string[] {
  const own = sentences[index];
  const out: string[] = [];
  for (const [first, second] of [
    [sentences[index - 1], own],
    [own, sentences[index + 1]],
  ])
    if (first && second && (isFragment(first) || isFragment(second)))
      out.push(first.text.replace(/[。!?;~…,\s"'「」『』()]+$/, '') + second.text.replace(/^["'「『(\s]+/, ''));
  return out;
}

/** Whether a rule is met once a comma within, or a line break before or behind, is taken away. */
function hides(sentences: readonly Stretch[], index: number): boolean {
  const own = sentences[index] as Stretch;
  const meets = (read: string): boolean => gross({ text: read, start: 0, end: read.length }).length > 0;
  // Beside so short a piece a comma cuts words, not clauses.
  const text = own.text.replace(/^(?:您好|你好|哈囉|嗨)[,!:]/, '');
  const within = text.replace(
    /(?<=^|[,、:])([\u3400-\u9fff]{1,4})[,、:]+(?=[\u3400-\u9fff])|[,、:]+(?=[\u3400-\u9fff]{1,4}(?:[,、:。!?]|$))/g,
    '$1',
  );
  if (within !== text && meets(within)) return true;
  return joined(sentences, index).some(meets);
}

/** One keystroke changes one sentence: what was judged of the others, against the same review, still holds. */
const judged = { review: null as ReviewWords | null, of: new Map<string, Judgement>() };
const REMEMBERED = 300;

function remembered(sentence: string, review: ReviewWords | null, strict: boolean): Judgement {
  if (judged.review !== review || judged.of.size > REMEMBERED) {
    judged.review = review;
    judged.of.clear();
  }
  const key = strict ? `!${sentence}` : sentence;
  const known = judged.of.get(key);
  if (known !== undefined) return known;
  const found = judge(sentence, review, strict);
  judged.of.set(key, found);
  return found;
}

const keyOfSentence = (sentence: Stretch): string => keysOf([sentence.text], null).values().next().value ?? '';

function opinionOf(
  sentence: Stretch,
  review: ReviewWords | null,
  deals: readonly Hit[],
  cleared: (strict: boolean) => boolean,
): Opinion {
  const echo = review ? echoes(sentence, review) : { hits: [], wording: false, topic: false };
  const hits = [...gross(sentence), ...deals, ...echo.hits];
  if (hits.length > 0) return { hits, unsure: false };
  const known = /[\u3040-\u30ff\uac00-\ud7af\u0e00-\u0e7f\ufffd]/.test(sentence.text)
    ? false
    : /[\u3400-\u9fff]/.test(sentence.text)
      ? knownChinese(sentence.text, review)
      : knownEnglish(sentence.text);
  if (echo.wording || (review && saysBack(sentence.text, review))) return { hits, unsure: true };
  if (known && !echo.topic && !tellsEvent(sentence.text)) return { hits, unsure: false };
  return { hits, unsure: !cleared(echo.topic) };
}

/** Whole stretches of the review, but for what any reply may say, are for a person to judge. */
const saysBack = (text: string, review: ReviewWords): boolean =>
  repeated(text, review).some((run) => run.length > 7 && strayedChinese(run) > 1);

/** An offer with a call to take it up is no notice. */
const BIDS = /(?:歡迎|立即|快來|現在|趕快|加).{0,12}(?:預約|line|私訊|諮詢|體驗|優惠)/;

/** What is said of somebody, 「您」 or a relative, is no notice: there the rule stands by itself. */
const mayDoubt = (text: string, { rule, start, end }: Hit): boolean =>
  SOFT.has(rule) &&
  !/[您你妳]|令[堂尊郎嬡慈]|\byou/.test(text.slice(start, end)) &&
  !(rule === 'R16' && BIDS.test(text.slice(Math.max(0, start - 12), end + 16)));

/** One finding per rule and place: the longest of those that overlap. */
function separate(hits: Hit[]): Hit[] {
  const kept: Hit[] = [];
  const last = new Map<Hit['rule'], Hit>();
  for (const hit of [...hits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const twin = last.get(hit.rule);
    if (twin && twin.end > hit.start) {
      twin.end = Math.max(twin.end, hit.end);
      if (hit.severity) twin.severity = hit.severity;
      continue;
    }
    const own = { ...hit };
    kept.push(own);
    last.set(hit.rule, own);
  }
  return kept;
}

function violation(normal: Normal, hit: Hit, sentence: Stretch, doubted: boolean): GuardViolation {
  const info = RULE_INFO[hit.rule];
  const [start, end] = originalSpan(normal, hit.start, wordEnd(sentence, hit.end));
  const language = /[\u3040-\u30ff\u3400-\u9fff]/.test(sentence.text) ? 'zh' : 'en';
  return {
    rule: hit.rule,
    start,
    end,
    why: info.why[language],
    suggestion: info.suggestion[language],
    severity: doubted ? 'warn' : (hit.severity ?? info.severity),
  };
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** A rule may stop within 「穩定」 or at 「根管」: what is underlined goes on to the end of the word, of 「根管治療」. */
function wordEnd({ text, start }: Stretch, end: number): number {
  const word = end > start ? words.segment(text).containing(end - start - 1) : undefined;
  const to = word?.isWordLike ? word.index + word.segment.length : end - start;
  return start + to + (/^(?:治療|手術|療程|檢查)/.exec(text.slice(to))?.[0].length ?? 0);
}

function verdictOf(violations: GuardViolation[], unsure: number): GuardResult['verdict'] {
  if (violations.some(({ severity }) => severity === 'block')) return 'block';
  return violations.length > 0 || unsure > 0 ? 'warn' : 'safe';
}
