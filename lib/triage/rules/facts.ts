import type { FindingKind } from '../../contract/triage.ts';
import { unfold } from '../../privacy/fold.ts';
import { HEAVY } from '../accusation.ts';
import { around } from '../context.ts';
import { isOfAnother } from '../elsewhere.ts';
import { greedIn } from '../greed.ts';
import type { DangerKind } from '../model/table.ts';
import { onlySounds } from '../sayings.ts';
import type { Signal } from '../signals.ts';
import type { Frame } from '../threat/frames.ts';
import { cuesOf, framed } from '../threat/frames.ts';
import { BLAME, isNeedle } from '../urgency.ts';
import { ANIMAL, VET } from './animals.ts';
import { type Desk, MAX_PER_KIND } from './case.ts';
import { CRIMES, ELSEWHERE } from './crimes.ts';
import { DANGER, isSeason } from './danger.ts';
import { BREACHES } from './exact.ts';
import { phraseAround } from './phrase.ts';
import { CREDIT, OWN_PURSE, PRIVATE } from './standing.ts';

const CRIME_TAGS = [
  'crime-sexual',
  'crime-violence',
  'crime-licence',
  'crime-record',
  'crime-tax',
  'crime-theft',
  'crime-fraud',
  'crime-drug',
];

/** Where turns of phrase are looked for; the exact words of a kind are cues as well. */
const CRIME_CUES = ['crime-cue', ...CRIME_TAGS];
const PRIVATE_CUES = ['private-cue'];
const CREDIT_CUES = ['credit-cue'];
const DANGER_CUES = ['danger-cue', 'outbreak', 'alarm'];

/** What the clinic itself answers for if it is true: 醫療法72, 個資法27, fees, treating whoever comes. */
const OWN_DUTY: ReadonlySet<string> = new Set(['claim:privacy', 'claim:refusal', 'claim:money', 'claim:licence']);

/** From this chance on a single weak word is enough of a finding. */
const SURE = 0.6;

/** T02–T05, T09, T12, T20 as statements of fact. Says whether sexual offences are told. */
export function facts(desk: Desk): { sexual: boolean } {
  const { accusation, sentiment, signals } = desk.case;
  const hearsay = desk.case.heard.length > 0;
  const { claims, gravity, serious } = accusation;
  const accuses = accusation.level !== 'none';
  const grave = [...gravity.deaths, ...gravity.narrow, ...gravity.blamed];
  if (serious) {
    const told = grave[0] ?? accusation.harm.find((s) => isInjury(desk, s)) ?? claims.get('death')?.find(isPlain);
    if (told) injured(desk, told, 0.55);
  } else if (gravity.deaths.length > 0 && hearsay) {
    injured(desk, gravity.deaths[0] as Signal, 0.5);
  }

  const worded = sentiment === 'positive' ? NONE : claimedOf(desk, CRIME_TAGS);
  const crimes =
    worded.length > 0 || sentiment === 'positive' ? worded : phrased(desk, 'crime-claim', CRIME_CUES, CRIMES);
  // Praise accuses nobody; what it tells of may be the clinic's own breach all the same.
  const breaches = framed(desk.case.reading, cuesOf(signals, ['breach-cue']), BREACHES);
  desk.breached = breaches.length > 0;
  desk.each(breaches, (s) =>
    desk.add('crime-claim', desk.phraseOf(s), desk.swayed(0.45, s), desk.notes(s, 'own-duty')),
  );
  const told = crimes.length > 0 && (desk.hostile || accuses || hearsay || worded.length === 0);
  if (told) desk.each(crimes, (s) => desk.add('crime-claim', desk.phraseOf(s), desk.swayed(0.5, s), desk.notes(s)));
  const covered = new Set<string>();
  if (told) for (const s of crimes) covered.add(`${s.word.clause}`);

  const dirt = desk.hostile || hearsay ? claimed(desk, 'dirty') : [];
  desk.each(dirt, (s) => desk.add('hygiene-claim', desk.phraseOf(s), desk.swayed(0.5, s), desk.notes(s)));

  if (accuses) {
    const list = (['malpractice', 'refusal', 'death', 'abuse', 'money', 'privacy', 'licence'] as const)
      .flatMap((topic) => claims.get(topic) ?? [])
      .filter((s) => !covered.has(`${s.word.clause}`) && !sounds(desk, 'accusation', s));
    // One weak word in a doubtful text accuses of nothing.
    const weak = list.every((s) => s.word.family.weight < 1) && new Set(list.map((s) => desk.said(s))).size < 2;
    if (weak && accusation.chance < SURE) list.length = 0;
    desk.each(list.sort((a, b) => b.word.family.weight - a.word.family.weight).slice(0, MAX_PER_KIND), (s) =>
      desk.add(
        'accusation',
        desk.phraseOf(s),
        desk.swayed(0.5, s),
        desk.notes(
          s,
          ...(accusation.level === 'general' ? (['general'] as const) : []),
          ...(OWN_DUTY.has(s.word.tag) ? (['own-duty'] as const) : []),
        ),
        accusation.level === 'general' ? { severity: 'low' } : {},
      ),
    );
    const greed = desk.has('accusation') || desk.has('crime-claim') ? null : greedIn(desk.case.reading);
    if (greed) {
      const at = phraseAround(desk.case.reading, ...greed);
      desk.add('accusation', unfold(desk.case.reading.text.folded, ...at), 0.4, ['general'], { severity: 'low' });
    }
  }

  if (sentiment !== 'positive' && !isOfAnother(desk.case.reading)) {
    const affairs = (claims.get('private') ?? []).filter((s) => isOfStaff(desk, s) && !sounds(desk, 'private-life', s));
    desk.each(
      affairs.length > 0
        ? affairs
        : phrased(desk, 'private-life', PRIVATE_CUES, PRIVATE).filter((s) => isOfStaff(desk, s)),
      (s) => desk.add('private-life', desk.phraseOf(s), desk.swayed(0.45, s), desk.notes(s)),
    );
    const money = (claims.get('credit') ?? []).filter(
      (s) =>
        !s.conditional &&
        !(s.asked && sentiment === 'neutral') &&
        !JOB_AD.test(desk.text) &&
        !OWN_PURSE.test(around(desk.case.reading, s.word.start, s.word.end, 16).sentence) &&
        !isOwnClaim(desk, s) &&
        !sounds(desk, 'credit', s),
    );
    const phrases =
      money.length > 0 ? [] : phrased(desk, 'credit', CREDIT_CUES, CREDIT).filter((s) => !isOwnClaim(desk, s));
    desk.each(money.length > 0 ? money : phrases, (s) =>
      desk.add('credit', desk.phraseOf(s), desk.swayed(0.5, s), desk.notes(s)),
    );
  }
  const outbreak = desk.meant('outbreak');
  const alarmed = outbreak.length > 0 && desk.meant('alarm').length > 0;
  if (!alarmed && sentiment !== 'positive')
    desk.each(
      phrased(desk, 'public-danger', DANGER_CUES, DANGER).filter(() => !isSeason(desk.text)),
      (s) => desk.add('public-danger', desk.phraseOf(s), desk.swayed(0.45, s), desk.notes(s)),
      2,
    );
  if (alarmed && sentiment !== 'positive')
    desk.each(
      [...outbreak, ...desk.meant('alarm')],
      (s) => desk.add('public-danger', desk.phraseOf(s), desk.swayed(0.5, s), desk.notes(s)),
      2,
    );
  return { sexual: sentiment !== 'positive' && signals.has('crime-sexual') && gravity.sexual.length > 0 };
}

/** T03. Of animals 醫預法 says nothing. */
export function injured(desk: Desk, s: Signal, base: number): void {
  const animal = isOfAnimal(desk, s);
  desk.add(
    'serious-injury',
    desk.phraseOf(s),
    desk.swayed(base, s),
    desk.notes(s, ...(animal ? (['animal'] as const) : [])),
    animal ? { statutes: [] } : {},
  );
}

/** 「徵牙助 月薪35000起」 */
const JOB_AD = /(?:徵|誠徵|急徵|招募|應徵|職缺)[^。]{0,40}(?:月薪|時薪|薪資|供餐|週休|勞健保)|(?:月薪|時薪)\s?\d{3,6}/;

const isPlain = (s: Signal): boolean => s.word.family.weight >= 1;

/** A word of harm that tells of harm done: not a ward, a risk explained, or what the patient came with. */
function isInjury(desk: Desk, s: Signal): boolean {
  const { before, said, after } = around(desk.case.reading, s.word.start, s.word.end, 16);
  if (/(?:風險|可能|最怕|怕|擔心|避免|預防|防止|以免|如果|萬一|會不會|差點)[^，。,]{0,8}$/.test(before)) return false;
  if (
    /^[^，。,]{0,3}(?:病房|大樓|中心|室|科|門診|護理|護士|醫[師生]|團隊|人員|單位|區|床|的?(?:風險|機率|可能))/.test(
      after,
    )
  )
    return false;
  if (/^(?:末期|癌末|洗腎|急性|化療藥|急救)/.test(said)) return false;
  return HEAVY.test(said) || BLAME.test(around(desk.case.reading, s.word.start, s.word.end, 36).sentence);
}

const isOfAnimal = (desk: Desk, s: Signal): boolean =>
  desk.case.animal() ||
  VET.test(desk.text.slice(0, 2_000)) ||
  ANIMAL.test(around(desk.case.reading, s.word.start, s.word.end, 40).sentence);

/** A turn of phrase where no exact word was found; asked about, it is no claim. */
function phrased(desk: Desk, kind: DangerKind, cues: readonly string[], frames: readonly Frame[]): Signal[] {
  const { reading, signals, hears } = desk.case;
  if (!hears(kind)) return [];
  // What others are said to have told is passed on all the same: 「聽說是…」.
  const called = cuesOf(signals, cues).map((s) => (s.told ? { ...s, told: false } : s));
  return framed(reading, called, frames).filter(
    (s) =>
      !s.conditional &&
      !(s.asked && desk.case.sentiment === 'neutral') &&
      !ELSEWHERE.test(around(reading, s.word.start, s.word.end).sentence) &&
      !sounds(desk, kind, s),
  );
}

/** Only sounds like a finding of that kind. */
const sounds = (desk: Desk, kind: FindingKind, s: Signal): boolean => onlySounds(kind, desk.case.reading, s);

const NONE: readonly Signal[] = [];

/** Of most kinds of crime no text has a word. */
function claimedOf(desk: Desk, tags: readonly string[]): readonly Signal[] {
  let found = NONE;
  for (const tag of tags) if (desk.case.signals.has(tag)) found = found.concat(claimed(desk, tag));
  return found;
}

/** Told as a fact about this place: not asked, supposed, denied, in the news, or suffered by staff. */
function claimed(desk: Desk, tag: string): Signal[] {
  return (desk.case.signals.get(tag) ?? []).filter((s) => {
    if (s.conditional || (s.asked && desk.case.sentiment === 'neutral')) return false;
    const { before, said, after } = around(desk.case.reading, s.word.start, s.word.end, 20);
    if (isNeedle(said, after)) return false;
    if (sounds(desk, tag === 'dirty' ? 'hygiene-claim' : 'crime-claim', s)) return false;
    if (/^\s*(?:re:\s*)?[[【(]?新聞/i.test(desk.text)) return false;
    // The words themselves begin with a denial (「沒開收據」「不是醫師打的」).
    if (s.negated && !/^[沒不未無]/.test(said)) return false;
    if (
      /(?:沒有?|不是|不會|不用|不必|擔心|怕|以為|誤會|別|不要|避免|懷疑我|防|幹嘛|怎麼檢舉|哪裡檢舉)[^，。,]{0,4}$/.test(
        before,
      ) &&
      !/^[沒不未無]/.test(said)
    )
      return false;
    // A thief who came in from the street, patients who fight: nothing that staff are accused of.
    if (
      /^crime-(?:theft|violence)$/.test(tag) &&
      (/小偷|宵小|竊賊|外人/.test(before + said + after) ||
        (/^[被遭]/.test(said) && !SUSPECT.test(around(desk.case.reading, s.word.start, s.word.end).sentence)))
    )
      return false;
    if (/^(?:防治|宣導|電話|嗎|新聞|的新聞|事件很多|專線)/.test(after)) return false;
    if (/新聞|報導|電影|國考|考題|題目|[韓日陸台美]劇|[那這上下]集|劇情/.test(before)) return false;
    if (tag === 'crime-sexual' && s.asked && /(?:會不會|會|要|需要)(?:先|全部|直接)?$/.test(before)) return false;
    return !/(?:護理師|護士|醫護|保全|員工)(?:被|遭)$/.test(before);
  });
}

/** 「欠我退款三個月」: a creditor tells of a claim, not of a purse that is empty (§313 asks for solvency). */
function isOwnClaim(desk: Desk, s: Signal): boolean {
  const { sentence } = around(desk.case.reading, s.word.start, s.word.end, 24);
  return (
    /欠我|沒退|[不沒](?:給|能|讓|肯|願意)?退|無法退|還我|(?:退款|退費|訂金|押金)[^。，,]{0,6}(?:沒|未|拖|等)/.test(
      sentence,
    ) && !/倒|跑|捲|人去樓空|失聯|破產|空號|大家|一堆|好多人|很多人|會員/.test(sentence)
  );
}

/** Who may be meant where something was stolen or somebody beaten. */
const SUSPECT =
  /(?:被|遭)(?:護|醫|院|主任|照服|看護|居服|治療|復健|助理|保全|警衛|志工|櫃|人員|老師|師傅|獸醫|員工|老闆|他們|清潔)|員工|看護|照服|居服|護佐/;

/** Of a member of staff, not of the writer's own family. */
function isOfStaff(desk: Desk, s: Signal): boolean {
  const { before, said, sentence } = around(desk.case.reading, s.word.start, s.word.end, 40);
  // 「國小三年級」
  if (said === '小三' && before.endsWith('國')) return false;
  if (/(?:我|我們)(?:的)?(?:跟|和|與|家|先生|老公|老婆|爸|媽|前)?[^，。,]{0,3}$/.test(before)) return false;
  return (
    desk.named ||
    desk.case.heard.length > 0 ||
    /院長|醫師|醫生|主任|護理長|護理師|護士|諮詢師|助理|老闆|櫃[台檯]|他|她|那個|這個|dr|doctor|nurse|he|she|先生|小姐/.test(
      sentence,
    )
  );
}
