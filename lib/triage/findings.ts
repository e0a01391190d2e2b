import type { Finding, FindingKind, PersonalSpan, Sentiment } from '../contract/triage.ts';
import { unfold } from '../privacy/fold.ts';
import type { Accusation } from './accusation.ts';
import type { Insult } from './insult.ts';
import type { Reading } from './reading.ts';
import type { Extra, Sentences } from './sentences.ts';
import type { Signal, Signals } from './signals.ts';
import type { Threat } from './threat.ts';

/** All that the rules T01–T24 are decided from. */
export interface Case {
  readonly reading: Reading;
  readonly signals: Signals;
  readonly sentiment: Sentiment;
  readonly insult: Insult;
  readonly accusation: Accusation;
  readonly threat: Threat;
  readonly personal: readonly PersonalSpan[];
  readonly hearsay: boolean;
  readonly hedged: boolean;
  readonly sentences: Sentences;
}

export interface Found {
  readonly risks: Finding[];
  readonly forms: string[];
  /** Publishes or hunts for private data of a person. */
  readonly doxxing: boolean;
  readonly sexual: boolean;
  readonly stalking: boolean;
}

/** A keyword alone never says more than this (law 5.1: must not exceed "review"). */
const KEYWORD_ONLY = 0.6;
const MAX_PER_KIND = 4;

export function findRisks(c: Case): Found {
  const risks: Finding[] = [];
  const text = c.reading.text.folded.text;
  const add = (
    kind: FindingKind,
    at: readonly [number, number],
    severity: Finding['severity'],
    confidence: number,
    statutes: readonly string[],
    extras: readonly Extra[] = [],
  ): void => {
    if (at[1] <= at[0]) return;
    // A sentence that ends in a Latin stop wants a space before the next.
    const notes = extras.map((e) => c.sentences.extra[e]);
    const why =
      kind === 'opinion' && extras[0] === 'neutral'
        ? c.sentences.extra.neutral
        : [c.sentences.why[kind], ...notes].join(' ').replace(/。 /g, '。');
    risks.push({
      kind,
      start: at[0],
      end: at[1],
      severity,
      confidence: Math.round(Math.min(0.95, Math.max(0.05, confidence)) * 100) / 100,
      statutes: [...statutes],
      why,
      action: c.sentences.action[kind],
    });
  };
  const spanOf = (s: Signal): [number, number] => unfold(c.reading.text.folded, s.word.start, s.word.end);
  const each = (list: readonly Signal[], put: (s: Signal) => void): void => {
    const said = new Set<string>();
    for (const s of list) {
      const word = text.slice(s.word.start, s.word.end);
      if (said.has(word) || said.size >= MAX_PER_KIND) continue;
      said.add(word);
      put(s);
    }
  };
  const named = c.personal.some((p) => p.type === 'PERSON');
  const hostile = c.sentiment === 'negative' || c.sentiment === 'mixed';
  const firstHand = !c.hearsay && c.accusation.concrete >= 2;
  const turn: Extra[] = [];
  if (c.hearsay) turn.push('hearsay');
  else if (firstHand) turn.push('first-hand');
  if (c.hedged) turn.push('hedged');
  /** One step up for hearsay and a named person, down for hedges, questions and first-hand detail. */
  const swayed = (base: number, s?: Signal): number =>
    Math.min(
      KEYWORD_ONLY + (c.accusation.concrete >= 2 || c.hearsay ? 0.15 : 0),
      base +
        (c.hearsay ? 0.1 : 0) +
        (named ? 0.05 : 0) -
        (c.hedged ? 0.08 : 0) -
        (s?.asked ? 0.1 : 0) -
        (s?.conditional ? 0.15 : 0),
    );

  // T10
  each(c.threat.violence, (s) => {
    const explicit = c.threat.violence.length > 1;
    add(
      'threat-violence',
      spanOf(s),
      'high',
      explicit ? 0.75 : KEYWORD_ONLY,
      ['刑法305', '醫療法24', '醫療法106'],
      s.word.gapped ? ['gapped'] : [],
    );
  });
  // T22
  const selfHarm = (c.signals.get('selfharm') ?? []).filter((s) => !s.negated && !s.told && !s.quoted);
  if (c.sentiment !== 'positive') each(selfHarm, (s) => add('self-harm', spanOf(s), 'high', KEYWORD_ONLY, []));
  // T23, T11
  each(c.threat.legal, (s) => add('threat-legal', spanOf(s), 'medium', KEYWORD_ONLY, []));
  if (c.threat.demand.length > 0 && c.threat.level !== 'none') {
    each(c.threat.demand.slice(0, 1), (s) =>
      add('demand', spanOf(s), 'medium', 0.5, ['刑法346', '刑法304', '刑法305']),
    );
  }
  // T07, T08
  const aimed = c.insult.signals.filter((s) => s.word.tag === 'abuse:severe' || aimsAtPerson(c.reading, s, named));
  each(aimed, (s) => {
    const severe = s.word.tag === 'abuse:severe';
    const notes: Extra[] = [];
    if (s.word.gapped) notes.push('gapped');
    if (named) notes.push('named');
    if (!severe) notes.push('insult-mild');
    add(
      'insult',
      spanOf(s),
      severe ? (named ? 'high' : 'medium') : 'low',
      severe ? KEYWORD_ONLY : 0.4,
      ['刑法309'],
      notes,
    );
  });
  // T02–T05, T09, T12, T20 as facts
  const { claims } = c.accusation;
  const serious = c.accusation.serious;
  if (serious) {
    const where = c.accusation.harm[0] ?? claims.get('death')?.[0];
    if (where) add('serious-injury', spanOf(where), 'high', swayed(0.55, where), ['醫預法6', '刑法310'], turn);
  }
  const accuses = c.accusation.level !== 'none';
  const crime = [
    ...(claims.get('licence') ?? []),
    ...(claims.get('money') ?? []),
    ...(claims.get('abuse') ?? []),
  ].filter((s) => CRIME.test(text.slice(s.word.start, s.word.end)));
  if (hostile && (accuses || c.hearsay))
    each(crime, (s) => add('crime-claim', spanOf(s), 'high', swayed(0.5, s), ['刑法310'], turn));
  if (hostile)
    each(claims.get('hygiene') ?? [], (s) =>
      add('hygiene-claim', spanOf(s), 'medium', swayed(0.5, s), ['刑法310'], turn),
    );
  if (accuses) {
    const crimes = new Set(crime);
    const facts = [
      ...(claims.get('malpractice') ?? []),
      ...(claims.get('refusal') ?? []),
      ...(claims.get('death') ?? []),
      ...(claims.get('abuse') ?? []),
      ...(claims.get('money') ?? []),
      ...(claims.get('privacy') ?? []),
    ].filter((s) => !crimes.has(s));
    each(facts.sort((a, b) => b.word.weight - a.word.weight).slice(0, MAX_PER_KIND), (s) =>
      add(
        'accusation',
        spanOf(s),
        c.accusation.level === 'specific' ? 'medium' : 'low',
        swayed(0.5, s),
        ['刑法310', '民195'],
        c.accusation.level === 'general' ? [...turn, 'general'] : turn,
      ),
    );
  }
  if (hostile || c.hearsay) {
    each(claims.get('private') ?? [], (s) =>
      add('private-life', spanOf(s), 'medium', swayed(0.45, s), ['刑法310', '民195'], turn),
    );
    each(claims.get('credit') ?? [], (s) => add('credit', spanOf(s), 'medium', swayed(0.5, s), ['刑法313'], turn));
  }
  const publicDanger = claims.get('public') ?? [];
  if (publicDanger.length > 1)
    each(publicDanger.slice(0, 2), (s) =>
      add('public-danger', spanOf(s), 'high', swayed(0.5, s), ['社維法63', '刑法310'], turn),
    );

  const doxx = doxxing(c, text);
  for (const at of doxx.spans.slice(0, MAX_PER_KIND))
    add('personal-data', at, 'high', doxx.hunted ? 0.55 : 0.7, ['個資法19', '個資法20', '個資法41']);
  // T14, T15, T16–T19, T21
  const recording = (c.signals.get('recording') ?? []).filter((s) => !s.negated && !s.told);
  if (c.sentiment !== 'positive')
    each(recording.slice(0, 1), (s) => add('recording', spanOf(s), 'medium', 0.45, ['刑法315-1']));
  const harass = (c.signals.get('harass') ?? []).filter((s) => !s.negated && !s.quoted);
  const stalking = /第.{1,3}次留言|看得到.{0,4}(?:妳|你|她).{0,4}下班|為什麼不回我/.test(text);
  const leering = harass.length > 0 && LEERING.test(text) && !/醫師問|醫生問|檢查|超音波|乳房|被摸|脫/.test(text);
  if (leering || stalking)
    each(harass.slice(0, 2), (s) =>
      add('harassment', spanOf(s), stalking ? 'high' : 'medium', 0.5, stalking ? ['跟騷法3'] : ['刑法309', '跟騷法3']),
    );
  each(
    (c.signals.get('fake') ?? [])
      .filter((s) => !s.negated || /沒/.test(text.slice(s.word.start, s.word.end)))
      .slice(0, 2),
    (s) => add('fake-engagement', spanOf(s), 'low', 0.4, ['公平法24']),
  );
  const wrong = (c.signals.get('wrong-place') ?? []).filter((s) => !s.negated);
  if (wrong.length > 0 && isElsewhere(text, wrong, c))
    each(wrong.slice(0, 1), (s) => add('wrong-place', spanOf(s), 'low', 0.45, []));
  const staff = (c.signals.get('ex-staff') ?? []).filter((s) => !s.negated);
  if (
    staff.length > 1 ||
    staff.some((s) =>
      /前員工|離職|應徵|面試|裡面待|裡面上班|staff|工作過|used to/.test(text.slice(s.word.start, s.word.end)),
    )
  ) {
    each(staff.slice(0, 1), (s) => add('ex-employee', spanOf(s), 'low', 0.45, []));
  }
  const health = c.personal.find((p) => p.type === 'HEALTH_DETAIL');
  if (health) add('own-health', [health.start, health.end], 'low', 0.5, ['個資法6']);
  const slur = (c.signals.get('discrim') ?? []).filter((s) => !s.negated && !s.told && !s.quoted && !s.self);
  if (hostile && slur.length > 0 && c.insult.level !== 'none')
    each(slur.slice(0, 2), (s) => add('discrimination', spanOf(s), 'medium', 0.5, ['刑法309']));

  // T24, T01
  if (c.sentiment === 'positive' || c.sentiment === 'mixed') add('praise', bestStance(c.reading, 1), 'low', 0.8, []);
  const others = risks.some((r) => r.kind !== 'praise' && r.kind !== 'own-health');
  if (hostile || !others) {
    if (c.sentiment === 'neutral' && !others) add('opinion', bestStance(c.reading, -1), 'low', 0.5, [], ['neutral']);
    else if (hostile)
      add('opinion', bestStance(c.reading, -1), 'low', accuses || c.insult.level === 'severe' ? 0.5 : 0.8, ['刑法311']);
  }
  risks.sort((a, b) => SEVERITY[b.severity] - SEVERITY[a.severity] || b.confidence - a.confidence || a.start - b.start);
  return {
    risks,
    forms: formsOf(c, risks, doxx),
    doxxing: doxx.spans.length > 0,
    sexual:
      hostile &&
      [...(claims.get('abuse') ?? [])].some((s) => SEXUAL.test(text.slice(s.word.start, s.word.end)) && !s.asked),
    stalking,
  };
}

const SEVERITY = { high: 2, medium: 1, low: 0 } as const;
const CRIME =
  /密醫|無照|無牌|沒牌|執照|沒有牌|假醫|冒牌|吸毒|販毒|洗錢|賄賂|詐領|a健保|浮報|虛報|偽造|竄改|幽靈|根本沒做|侵占|偷|竊|盜|性侵|性騷|猥褻|強姦|詐|紅包|逃漏稅|漏稅|借牌|訓|摸|觸|虐待|毆打|billed|fraud|scam|請求され|unlicensed|胸|捲款/i;
const SEXUAL = /性騷|性侵|猥褻|侵犯|摸|觸|胸|強姦|強暴|鹹豬手|內側滑|不該停|不該碰|偷窺/;
const LEERING = /騷|胸部|奶|腿超讚|約嗎|約喔|下次約|約炮|約砲|制服|哥哥|裙|賴嗎|ig|sexy|hot|看得到|不回我/i;

/** A mild word is a finding only at a person: someone is named or a role stands close by. */
function aimsAtPerson(reading: Reading, signal: Signal, named: boolean): boolean {
  if (named) return true;
  const text = reading.text.folded.text.slice(Math.max(0, signal.word.start - 12), signal.word.end + 8);
  return /醫師|醫生|护士|醫师|護理師|護士|櫃台|櫃檯|小姐|先生|院長|主任|志工|保全|警衛|助理|諮詢師|老闆|他|她|你|妳|doctor|nurse|receptionist/i.test(
    text,
  );
}

interface Doxxing {
  spans: [number, number][];
  shown: boolean;
  hunted: boolean;
}

const PRIVATE = new Set([
  'PHONE',
  'ADDRESS',
  'NATIONAL_ID',
  'EMAIL',
  'LINE_ID',
  'SOCIAL_ACCOUNT',
  'BIRTHDAY',
  'PLATE',
  'MEDICAL_RECORD_NO',
  'NHI_CARD_NO',
  'URL_PROFILE',
  'BANK_ACCOUNT',
  'CREDIT_CARD',
]);
/** The data are the writer's own, or given to be contacted. */
const OWN =
  /我的|本人|我住|我家|我手機|我電話|請回電|回我|聯絡我|聯絡人|加我|找我|我叫|麻煩回|加賴|意者|私訊我|我是|寄給我|請聯絡|my /i;
const OTHERS =
  /他|她|院長|醫師|醫生|護理師|諮詢師|櫃台|櫃檯|老闆|小姐|隔壁床|鄰居|前面那位|這個人|本名|人渣|客服|her|his|he |she /i;

/** Private data of a person published, or hunted for (T13). A staff member's name alone is neither. */
function doxxing(c: Case, text: string): Doxxing {
  const spans: [number, number][] = [];
  const hunt = (c.signals.get('doxx') ?? []).filter((s) => !s.negated && !s.told);
  const own = OWN.test(text);
  const aboutOthers = OTHERS.test(text);
  const shown = c.personal.filter((p) => PRIVATE.has(p.type) && p.score >= 0.5);
  const publishes =
    shown.length > 0 &&
    aboutOthers &&
    !own &&
    c.sentiment !== 'positive' &&
    !(c.signals.get('wrong-place')?.length ?? 0);
  if (publishes) for (const p of shown) spans.push([p.start, p.end]);
  const hunting = hunt.filter((s) => HUNT.test(text.slice(s.word.start, s.word.end)));
  const hunts = new Set(hunting);
  const telling = hunt.filter((s) => !hunts.has(s));
  const hunted = hunting.length > 0 && c.sentiment !== 'positive';
  if (hunted) for (const s of hunting) spans.push(unfold(c.reading.text.folded, s.word.start, s.word.end));
  else if (
    telling.length > 0 &&
    !own &&
    aboutOthers &&
    c.sentiment === 'negative' &&
    (telling.length > 1 || c.threat.level === 'violence' || publishes)
  ) {
    for (const s of telling) spans.push(unfold(c.reading.text.folded, s.word.start, s.word.end));
  }
  return { spans, shown: publishes || telling.length > 1, hunted: hunted || spans.length > 0 };
}

const HUNT =
  /肉搜|人肉|起底|求全名|求本名|本名叫|求ig|求賴|要地址|地址我有|有他賴|有她賴|公開[他她這]|存圖|認一下|大家認|站內信索取|id查到|大家自己打|大家打去|一人寄一封|打爆|寄到他|above|her name is|lives at|小孩念|戶籍|微信|調べた|住んでる/i;

/** Not our place: only when nothing of a clinic is said. */
function isElsewhere(text: string, wrong: readonly Signal[], c: Case): boolean {
  if (/點錯|評錯|留錯|徵家庭手工|代刷|歪樓|執政黨|隔壁的|不是這間|走錯/.test(text))
    return c.sentiment !== 'positive' || wrong.length > 1;
  if (/診所|醫院|醫師|醫生|護理|看診|門診|急診|病房|牙|藥|doctor|clinic|hospital/i.test(text)) return false;
  return (
    wrong.length > 0 && /牛肉麵|湯頭|小菜|火鍋|飯店|民宿|包裹|物流|銀行|burger|fries|房間|貓|狗|政策|日領/i.test(text)
  );
}

/** The clause with most of a stance, as the finding's span; the whole text when nothing stands out. */
function bestStance(reading: Reading, sign: 1 | -1): [number, number] {
  let best = -1;
  let most = 0;
  const net = new Map<number, number>();
  for (const stance of reading.stances) {
    const value = (net.get(stance.clause) ?? 0) + stance.weight * stance.sign * sign;
    net.set(stance.clause, value);
    if (value > most) {
      most = value;
      best = stance.clause;
    }
  }
  const { folded } = reading.text;
  const clause = best >= 0 ? reading.clauses[best] : undefined;
  const [from, to] = clause ? [clause.start, clause.end] : [0, Math.min(folded.text.length, 200)];
  const said = folded.text.slice(from, to);
  const lead = said.length - said.trimStart().length;
  return unfold(folded, from + lead, Math.max(from + lead, from + said.trimEnd().length));
}

/** What the text looks like in the field's words; never a finding about the person. */
function formsOf(c: Case, risks: readonly Finding[], doxx: Doxxing): string[] {
  const forms: string[] = [];
  const has = (kind: FindingKind): boolean => risks.some((r) => r.kind === kind);
  const basis = c.accusation.concrete >= 2;
  const fake = has('fake-engagement') && c.sentiment !== 'positive';
  const atPlace = c.insult.level === 'mild' && !has('insult');
  if (fake || atPlace || (c.threat.level === 'legal' && (has('demand') || has('fake-engagement'))))
    forms.push('惡意負評');
  const fact =
    c.accusation.level !== 'none' ||
    has('crime-claim') ||
    has('credit') ||
    has('private-life') ||
    has('public-danger') ||
    has('hygiene-claim');
  if (
    fact &&
    (c.hearsay || (!basis && (has('crime-claim') || has('private-life') || has('public-danger') || has('credit'))))
  )
    forms.push('不實爆料');
  if (has('insult') || c.insult.level === 'severe' || c.threat.level === 'violence' || has('harassment'))
    forms.push('網路謾罵');
  if (doxx.shown && doxx.spans.length > 0) forms.push('個資洩漏');
  if (doxx.hunted) forms.push('肉搜起底');
  if ((c.signals.get('spread')?.length ?? 0) > 0 && c.sentiment === 'negative') forms.push('組織性攻擊');
  if ((c.signals.get('template')?.length ?? 0) >= 3) forms.push('AI 生成');
  return forms;
}
