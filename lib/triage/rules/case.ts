import { type Finding, type FindingKind, HUNCH, type PersonalSpan, type Sentiment } from '../../contract/triage.ts';
import { unfold } from '../../privacy/fold.ts';
import type { Accusation } from '../accusation.ts';
import type { Insult } from '../insult.ts';
import type { Hears, Suspicion } from '../model/judge.ts';
import type { Reading } from '../reading.ts';
import type { Extra, Sentences } from '../sentences.ts';
import type { Signal, Signals } from '../signals.ts';
import type { Threat } from '../threat.ts';
import { KINDS } from './kinds.ts';
import { bare, phraseAround } from './phrase.ts';
import type { Quiet } from './quiet.ts';

/** All that the rules T01–T24 are decided from. */
export interface Case {
  readonly reading: Reading;
  readonly signals: Signals;
  readonly sentiment: Sentiment;
  readonly insult: Insult;
  readonly accusation: Accusation;
  readonly threat: Threat;
  /** What the trained model hears where the rules may be silent. */
  readonly suspicions: readonly Suspicion[];
  readonly hears: Hears;
  readonly personal: readonly PersonalSpan[];
  /** Words that say it was told by others. */
  readonly heard: readonly Signal[];
  readonly hedged: boolean;
  /** About a beast, by its words or the clinic's name: seldom asked. */
  readonly animal: () => boolean;
  /** What went wrong and is told in passing: asked of complaints, and of praise that may hide one. */
  readonly quiet: () => Quiet;
  /** No words, or in a language that is not read: no stance is told from it. */
  readonly unread: boolean;
  readonly sentences: Sentences;
}

/** A keyword alone never says more than this (law 5.1: must not exceed "review"). */
export const KEYWORD_ONLY = 0.6;
export const MAX_PER_KIND = 4;

/** The desk on which the rules lay their findings, with what they all ask. */
export class Desk {
  readonly risks: Finding[] = [];
  /** Those of them that are told as heard from others. */
  readonly secondHand = new Set<Finding>();
  private readonly settled: (readonly [number, number])[] = [];
  readonly text: string;
  /** Complaint, wholly or in part. */
  readonly hostile: boolean;
  /** Names a member of staff. */
  readonly named: boolean;
  case: Case;
  /** A breach of law by the clinic is told so exactly that it is no matter for the platform. */
  breached = false;

  constructor(c: Case) {
    this.case = c;
    this.text = c.reading.text.folded.text;
    this.hostile = c.sentiment === 'negative' || c.sentiment === 'mixed';
    this.named = c.personal.some((p) => p.type === 'PERSON');
  }

  has(kind: FindingKind): boolean {
    return this.risks.some((r) => r.kind === kind);
  }

  /** Signals of a tag that the writer means: not denied, told of another or quoted. */
  meant(tag: string): Signal[] {
    return (this.case.signals.get(tag) ?? []).filter((s) => !s.negated && !s.told && !s.quoted);
  }

  said(s: Signal): string {
    return this.text.slice(s.word.start, s.word.end);
  }

  spanOf(s: Signal): [number, number] {
    return unfold(this.case.reading.text.folded, s.word.start, s.word.end);
  }

  /** The clause around it: for what is told or announced. A word of abuse stands by itself (`spanOf`). */
  phraseOf(s: Signal): [number, number] {
    const { reading } = this.case;
    return unfold(reading.text.folded, ...phraseAround(reading, s.word.start, s.word.end));
  }

  /** Each word once, at most so many. */
  each(list: readonly Signal[], put: (s: Signal) => void, most = MAX_PER_KIND): void {
    if (list.length === 0) return;
    const said = new Set<string>();
    for (const s of list) {
      const word = this.said(s);
      if (said.has(word) || said.size >= most) continue;
      said.add(word);
      put(s);
    }
  }

  /** `own`: what differs from the kind's usual weight and articles (`kinds.ts`). */
  add(
    kind: FindingKind,
    span: readonly [number, number],
    confidence: number,
    extras: readonly Extra[] = [],
    own: Partial<Pick<Finding, 'severity' | 'statutes'>> = {},
  ): void {
    if (span[1] <= span[0]) return;
    // The one place by which all that is underlined goes.
    const at = bare(this.case.reading.text.folded.original, span);
    // Two words of one clause are one finding.
    if (this.risks.some((r) => r.kind === kind && r.start <= at[0] && at[1] <= r.end)) return;
    const { sentences } = this.case;
    const neutral = kind === 'opinion' && extras[0] === 'neutral';
    let why = neutral ? sentences.extra.neutral : sentences.why[kind];
    // A sentence that ends in a Latin stop wants a space before the next.
    for (const extra of neutral ? [] : extras) why += `${why.endsWith('。') ? '' : ' '}${sentences.extra[extra]}`;
    const finding: Finding = {
      kind,
      start: at[0],
      end: at[1],
      severity: own.severity ?? KINDS[kind].severity,
      confidence: Math.round(Math.min(0.95, Math.max(0.05, confidence)) * 100) / 100,
      statutes: [...(own.statutes ?? KINDS[kind].statutes)],
      why,
      action: neutral
        ? sentences.actionOfNeutral
        : confidence > HUNCH
          ? sentences.action[kind]
          : sentences.actionOfHunch,
    };
    this.risks.push(finding);
    if (extras.includes('hearsay')) this.secondHand.add(finding);
  }

  /** Told by others in the same breath: in its sentence, or in the one before. 「大家都知道」 far away says nothing of it. */
  isHeard(s: Signal): boolean {
    const { clauses } = this.case.reading;
    const sentenceOf = (clause: number): number => clauses[clause]?.sentence ?? -1;
    const here = sentenceOf(s.word.clause);
    return this.case.heard.some(({ word }) => {
      const before = here - sentenceOf(word.clause);
      return before === 0 || (before === 1 && word.start < s.word.start);
    });
  }

  /** As `add`, of a clause that no other rule needs to guess at. */
  settle(...[kind, at, ...rest]: Parameters<Desk['add']>): void {
    this.add(kind, at, ...rest);
    this.settled.push(at);
  }

  isSettled([start, end]: readonly [number, number]): boolean {
    return this.settled.some(([from, to]) => from < end && start < to);
  }

  /** One step up for hearsay and a named person, down for hedges, questions and conditions. */
  swayed(base: number, s: Signal): number {
    const c = this.case;
    const heard = this.isHeard(s);
    return Math.min(
      KEYWORD_ONLY + (c.accusation.concrete() >= 2 || heard ? 0.15 : 0),
      base +
        (heard ? 0.1 : 0) +
        (this.named ? 0.05 : 0) -
        (c.hedged ? 0.08 : 0) -
        (s.asked ? 0.1 : 0) -
        (s.conditional ? 0.15 : 0),
    );
  }

  /** Notes on one claim (modifiers of 5.1): where it comes from, and whether it is put as a question. */
  notes(s: Signal, ...more: Extra[]): Extra[] {
    const c = this.case;
    const notes: Extra[] = [];
    if (this.isHeard(s)) notes.push('hearsay');
    else if (c.accusation.concrete() >= 2) notes.push('first-hand');
    if (c.hedged) notes.push('hedged');
    if (s.asked) notes.push('asked');
    return [...notes, ...more];
  }
}
