import { across, around } from '../context.ts';
import type { Reading } from '../reading.ts';
import { type Signal, type Signals, speaksOf } from '../signals.ts';
import { cuesOf, type Frame } from '../threat/frames.ts';
import type { Desk } from './case.ts';
import { BLOWS } from './conduct-blows.ts';
import { CHARGES } from './conduct-charges.ts';
import { DIRT } from './conduct-dirt.ts';
import { FACTS_TOLD } from './conduct-facts.ts';
import { isGivenAway } from './conduct-footage.ts';
import { MAIMED } from './conduct-harm.ts';
import { CROSSED } from './conduct-lines.ts';
import { LOSSES } from './conduct-pets.ts';
import { BREACHES } from './conduct-privacy.ts';
import { SLIGHTS } from './conduct-slights.ts';
import { injured } from './facts.ts';
import { DEATHS } from './grave-deaths.ts';
import { MISHAPS } from './grave-mishaps.ts';
import { SEXUAL_IMAGES } from './privacy.ts';
import { isToldQuietly, QUIET_CUES, type Quiet, toldIn } from './quiet.ts';

/** What the writer tells of staff by turns of phrase, whatever the model makes of it. */
export interface Conduct {
  /** Hands, eyes or words where they do not belong (RUBRIC.md: urgent). */
  readonly sexual: boolean;
  /** Staff are told to have spoken ill of a group the writer belongs to. */
  readonly slighted: boolean;
  /** Somebody, or a pet at a vet, did not come back, or not whole. */
  readonly dead: boolean;
  /** Staff are told to have struck somebody. */
  readonly beaten: boolean;
  /** Something that the clinic answers for is told as a fact. */
  readonly accuses: boolean;
}

const NOTHING: Conduct = { sexual: false, slighted: false, dead: false, beaten: false, accuses: false };
const LOST_CUES = ['lost-cue'];
const FACT_CUES = ['fact-cue'];
const MAIMED_CUES = ['maimed-cue', 'died'];
const GONE_CUES = ['gone-cue', 'lost-cue', 'died'];
const MISHAP_CUES = ['mishap-cue', 'injured', 'maimed-cue'];
/** Of these somebody has to be told today; what was only nearly or wrongly done is looked into. */
const GRAVE =
  /壞死|失明|看不|只看得|[發變]黑|黑掉|見骨|潰爛|截|神經|韌帶|肌腱|穿孔|骨折|敗血|蜂窩|氣胸|休克|昏迷|[三四34]期|末期|轉移|癌/;
const FOOTAGE_CUES = ['footage-cue', 'recording'];
/** What is filmed and to whom it is offered stand in one or two sentences. */
const NEAR = 60;
const TOUCH_CUES = ['touch-cue'];
const BLOW_CUES = ['struck-cue'];
const SECRECY_CUES = ['secrecy-cue'];
const CHARGE_CUES = ['charge-cue'];
const SLIGHT_CUES = ['slight-cue'];
const DIRT_CUES = ['dirt-cue'];
/** Without any of them nothing is told of staff. */
const CUES: ReadonlySet<string> = new Set([
  ...QUIET_CUES,
  ...LOST_CUES,
  ...FACT_CUES,
  ...MAIMED_CUES,
  ...GONE_CUES,
  ...MISHAP_CUES,
  ...FOOTAGE_CUES,
  ...TOUCH_CUES,
  ...BLOW_CUES,
  ...SECRECY_CUES,
  ...CHARGE_CUES,
  ...SLIGHT_CUES,
  ...DIRT_CUES,
]);
/** What staff may not tell of a patient, nor use for another end. */
const SECRECY = ['醫療法72', '個資法20'];
const YOUNG = /國[小中]|高中|未成年|小學|幼兒|孩子|小孩|女兒|兒子|妹妹|(?:^|\D)(?:\d|1[0-7])歲/;

/** T03–T05, T13 and T21 as suffered by the writer. Before the other rules, which do not tell the same clause again. */
export function conduct(desk: Desk): Conduct {
  if (desk.case.sentiment === 'positive' || !speaksOf(desk.case.signals, CUES)) return NOTHING;
  const quiet = desk.case.quiet();
  const touched = [...told(desk, TOUCH_CUES, CROSSED), ...quiet.hands];
  desk.each(touched, (s) => {
    const { sentence } = around(desk.case.reading, s.word.start, s.word.end, 24);
    desk.settle(
      'crime-claim',
      desk.phraseOf(s),
      desk.swayed(0.55, s),
      desk.notes(s, ...(YOUNG.test(sentence) ? (['minor'] as const) : [])),
    );
  });
  const charged = told(desk, CHARGE_CUES, CHARGES);
  desk.each(charged, (s) => desk.settle('crime-claim', desk.phraseOf(s), desk.swayed(0.5, s), desk.notes(s)), 2);
  const beaten = told(desk, BLOW_CUES, BLOWS);
  desk.each(beaten, (s) => desk.settle('crime-claim', desk.phraseOf(s), desk.swayed(0.55, s), desk.notes(s)), 2);
  const spread = [...told(desk, SECRECY_CUES, BREACHES), ...quiet.secrets];
  desk.each(spread, (s) =>
    desk.settle('accusation', desk.phraseOf(s), desk.swayed(0.5, s), desk.notes(s, 'own-duty'), {
      statutes: SECRECY,
    }),
  );
  // The words are the staff's, not the writer's: neither slur nor insult.
  const slighted = told(desk, SLIGHT_CUES, SLIGHTS);
  desk.each(slighted, (s) =>
    desk.settle('accusation', desk.phraseOf(s), desk.swayed(0.5, s), desk.notes(s, 'own-duty'), { statutes: [] }),
  );
  const dirt = [...told(desk, DIRT_CUES, DIRT), ...quiet.dirt];
  desk.each(dirt, (s) => desk.settle('hygiene-claim', desk.phraseOf(s), desk.swayed(0.5, s), desk.notes(s)));
  const plain = desk.hostile ? told(desk, FACT_CUES, FACTS_TOLD) : [];
  desk.each(plain, (s) => desk.settle('accusation', desk.phraseOf(s), desk.swayed(0.45, s), desk.notes(s)), 2);
  const mishaps = [...told(desk, MISHAP_CUES, MISHAPS), ...quiet.wrong];
  const maiming = mishaps.filter((s) => GRAVE.test(desk.said(s)));
  const wrong = mishaps.filter((s) => !maiming.includes(s));
  desk.each(wrong, (s) => desk.settle('accusation', desk.phraseOf(s), desk.swayed(0.5, s), desk.notes(s)), 2);
  const lost = [
    ...told(desk, LOST_CUES, LOSSES),
    ...told(desk, GONE_CUES, DEATHS),
    ...told(desk, MAIMED_CUES, MAIMED),
    ...maiming,
    ...quiet.grave,
  ];
  desk.each(lost, (s) => injured(desk, s, 0.5), 1);
  const shown = cuesOf(desk.case.signals, FOOTAGE_CUES).find(
    (s) => !s.negated && isGivenAway(across(desk.case.reading, s.word.start, s.word.end, NEAR).sentence),
  );
  if (shown) desk.settle('recording', desk.phraseOf(shown), 0.5, [], { severity: 'high', statutes: SEXUAL_IMAGES });
  return {
    sexual: touched.length > 0,
    slighted: slighted.length > 0,
    dead: lost.length > 0,
    beaten: beaten.length > 0,
    accuses: [touched, charged, beaten, spread, slighted, dirt, plain, wrong, lost].some((list) => list.length > 0),
  };
}

/** Hands where they do not belong, a limb or a life that did not come back: no praise tells of it without thanks. */
export const tellsHarm = (reading: Reading, signals: Signals): boolean =>
  speaksOf(signals, CUES) && HARMS.some(([tags, frames]) => toldIn(reading, signals, tags, frames).length > 0);

const HARMS = [
  [TOUCH_CUES, CROSSED],
  [BLOW_CUES, BLOWS],
  [CHARGE_CUES, CHARGES],
  [SECRECY_CUES, BREACHES],
  [LOST_CUES, LOSSES],
  [GONE_CUES, DEATHS],
  [MAIMED_CUES, MAIMED],
] as const;

/** So exact that no kind word takes it away: 「護理師很親切 打點滴打到手臂壞死」. */
export const tellsMishap = (reading: Reading, signals: Signals, quiet: () => Quiet): boolean =>
  toldIn(reading, signals, MISHAP_CUES, MISHAPS).length > 0 || isToldQuietly(quiet());

/** What is quoted or passed on is told all the same; what is supposed, or in the news, is not. */
const told = (desk: Desk, tags: readonly string[], frames: readonly Frame[]): readonly Signal[] =>
  toldIn(desk.case.reading, desk.case.signals, tags, frames);
