import { unfold } from '../../privacy/fold.ts';
import { around } from '../context.ts';
import type { Suspicion } from '../model/judge.ts';
import { onlySounds } from '../sayings.ts';
import { type Signal, speaksOf } from '../signals.ts';
import { cuesOf as allCues, framed } from '../threat/frames.ts';
import { type Desk, KEYWORD_ONLY, MAX_PER_KIND } from './case.ts';
import { EXPOSED, OWNER, STRIPPED } from './exact.ts';
import { HUNTS } from './hunts.ts';
import { phraseAround } from './phrase.ts';
import { ASKED, ASKED_TO_THANK, isShopAsked, TRACES } from './privacy-asked.ts';
import { isIllTold, isTrailed, THANKS } from './privacy-named.ts';
import { ofOthers, placed } from './privacy-owner.ts';

export interface Exposure {
  /** Publishes or hunts for private data of a person. */
  readonly found: boolean;
  readonly shown: boolean;
  readonly hunted: boolean;
}

/** T13 third-party data, T14 recordings, T19 the writer's own health. */
export function privacy(desk: Desk): Exposure {
  const doxx = doxxing(desk);
  for (const at of doxx.spans.slice(0, MAX_PER_KIND)) desk.add('personal-data', at, doxx.hunted ? 0.55 : 0.7);
  const filmed = framed(desk.case.reading, allCues(desk.case.signals, ['strip-cue']), STRIPPED);
  desk.each(
    filmed,
    (s) => desk.add('recording', desk.phraseOf(s), KEYWORD_ONLY, [], { severity: 'high', statutes: SEXUAL_IMAGES }),
    1,
  );
  if (filmed.length === 0 && desk.case.sentiment !== 'positive') {
    const recordings = (desk.case.signals.get('recording') ?? []).filter(
      (s) => !s.negated && isSpread(desk, s) && !onlySounds('recording', desk.case.reading, s),
    );
    desk.each(recordings, (s) => recorded(desk, s), 1);
  }
  const health = desk.case.personal.find(
    (p) => p.type === 'HEALTH_DETAIL' && isOwnHealth(desk, p.start) && !isBeside(doxx.spans, p.start),
  );
  if (health && !desk.case.animal()) desk.add('own-health', [health.start, health.end], 0.5);
  dismissShops(desk);
  return { found: doxx.spans.length > 0, shown: doxx.shown, hunted: doxx.hunted };
}

/** An illness told with the data of a third person is that person's. */
const isBeside = (spans: readonly (readonly [number, number])[], at: number): boolean =>
  spans.some(([start, end]) => start <= at && at < end + 16);

/** What only sounds like a hunt and asks for a shop's name or for an answer (`suspected.ts` looks at what is left). */
function dismissShops(desk: Desk): void {
  const { suspicions, reading } = desk.case;
  if (!suspicions.some(({ kind }) => kind === 'personal-data')) return;
  const isNone = ({ kind, clause }: Suspicion): boolean => {
    const at = kind === 'personal-data' ? reading.clauses[clause] : undefined;
    return at !== undefined && isShopAsked(reading.text.letters.slice(at.start, at.end));
  };
  desk.case = { ...desk.case, suspicions: suspicions.filter((s) => !isNone(s)) };
}

/** 「我媽有糖尿病」 is another's. */
function isOwnHealth(desk: Desk, start: number): boolean {
  const before = desk.text.slice(Math.max(0, start - 16), start).replace(/^.*[。！？!?\n]/s, '');
  return !/(?:爸|媽|父|母|嬤|公|婆|爺|奶奶|老公|老婆|先生|太太|兒子|女兒|小孩|孩子|寶寶|弟|妹|哥|姊|姐|朋友|同學|家人|他|她|病人|阿姨|叔|伯|鄰居|醫師|醫生|貓|狗|毛孩|牠|明星|藝人|某|那位|隔壁床|旁邊)[^，。,我]{0,12}$/.test(
    before,
  );
}

/** Taken where people undress, or shown naked: law reference T14. */
const UNDRESSED =
  /裸|私密|更衣|換衣|廁所|浴室|脫(?:光|衣|褲)|性影像|不雅|naked|nude|undress|changing room|toilet|[盜盗]撮|[著着]替え/i;
export const SEXUAL_IMAGES = ['刑法319-1', '刑法319-3', '刑法315-1'];

/** What staff recorded or posted of the writer: a complaint about the clinic, and no deed of the writer. */
const BY_CLINIC =
  /(?:診所|院方|醫院|醫[師生]|護理師|護士|諮詢師|櫃[台檯]|小編|行銷|[他她]們?|你們)[^。]{0,12}(?:放上|放到|放在|貼|po|傳|拿去|當(?:成)?(?:廣告|宣傳|範例|素材)|做成|上傳|用)|我的[^。，,]{0,8}(?:照|影片|畫面)|(?:沒|未)(?:有)?(?:問過|經過?|得到|徵求)[^。，,]{0,3}我|我[^。，,]{0,4}(?:沒|未)(?:有)?(?:簽|同意)/i;

function recorded(desk: Desk, s: Signal): void {
  const { sentence } = around(desk.case.reading, s.word.start, s.word.end, 40);
  if (UNDRESSED.test(sentence))
    desk.add('recording', desk.phraseOf(s), 0.45, [], { severity: 'high', statutes: SEXUAL_IMAGES });
  else if (BY_CLINIC.test(sentence))
    desk.add('recording', desk.phraseOf(s), 0.45, ['own-duty'], { statutes: ['醫療法72'] });
  else desk.add('recording', desk.phraseOf(s), 0.45);
}

/** A recording that is shown or secretly made; 「有錄音存證」 is a witness, and stays with the demand or notice. */
function isSpread(desk: Desk, s: Signal): boolean {
  const { said, sentence } = around(desk.case.reading, s.word.start, s.word.end, 40);
  if (/偷[拍錄]|馬賽克|外流|影片連結|監視器畫面|拍[到她他]|照片貼|診間影片/.test(said))
    return !/(?:以為|懷疑|說|幹嘛|沒有?|不是)[^，。]{0,6}偷[拍錄]/.test(sentence);
  if (BY_CLINIC.test(sentence)) return true;
  // Proof sent to the press or an office is a notice.
  if (/媒體|記者|律師|衛生局|議員|消保|警/.test(sentence)) return false;
  // What is only announced is the stick of a demand or a notice.
  if (/(?:會|要|就|連|再不)[^，。]{0,10}(?:貼|po|放|公開|傳)/.test(sentence)) return false;
  return /貼|po|放上|傳|上傳|發到|連結|公開|私訊|需要的|看影片|ig|youtube|臉書|群組|限動/.test(sentence);
}

/** The data are the writer's own, or given to be contacted. */
const OWN =
  /我的|本人|我住|我家|我手機|我電話|請回電|回我|回電|聯絡我|聯絡人|加我|找我|我叫|麻煩回|加賴|意者|私訊我|我是|寄給我|請聯絡|帶[^。，,]{0,4}(?:兒子|女兒|媽|爸|小孩)|my /i;
const OTHERS =
  /他|她|院長|醫師|醫生|護理師|諮詢師|櫃台|櫃檯|老闆|小姐|隔壁床|鄰居|前面那位|這個人|本名|人渣|客服|公開|[他她]的|起底|his|he |she |her /i;

interface Doxxing {
  readonly spans: readonly (readonly [number, number])[];
  readonly shown: boolean;
  readonly hunted: boolean;
}

const NOTHING: Doxxing = { spans: [], shown: false, hunted: false };
/** Without any of them, and without data of persons, nobody is exposed or hunted for. */
const TAGS: ReadonlySet<string> = new Set(['doxx', 'ask-cue', 'expose-cue', 'trace-cue', 'hunt-cue', 'other-patient']);

/** Private data of a person published, or hunted for (T13). A staff member's name alone is neither. */
function doxxing(desk: Desk): Doxxing {
  const c = desk.case;
  if (c.personal.length === 0 && !speaksOf(c.signals, TAGS)) return NOTHING;
  const plain = (s: Signal): boolean => !onlySounds('personal-data', c.reading, s);
  const hunt = (c.signals.get('doxx') ?? []).filter((s) => !s.negated && !s.told && plain(s));
  const asked = framed(c.reading, allCues(c.signals, ['ask-cue']), ASKED).filter(
    () => !ASKED_TO_THANK.test(c.reading.text.letters),
  );
  const shown = [...shownOfOthers(desk), ...otherPatient(desk).map((s) => desk.phraseOf(s))];
  for (const s of framed(c.reading, allCues(c.signals, ['expose-cue']), EXPOSED)) shown.push(desk.phraseOf(s));
  for (const s of framed(c.reading, allCues(c.signals, ['trace-cue', 'expose-cue']), TRACES))
    shown.push(desk.phraseOf(s));
  if (hunt.length === 0 && asked.length === 0 && !c.signals.has('hunt-cue'))
    return { spans: shown, shown: shown.length > 0, hunted: false };
  const worded = hunt.filter((s) => HUNT.test(desk.said(s)) && isHunt(desk, s));
  // A turn of phrase is looked for where no word alone told.
  const hunting =
    worded.length > 0 || !c.hears('personal-data')
      ? worded
      : framed(c.reading, cuesOf(hunt, (c.signals.get('hunt-cue') ?? []).filter(plain)), HUNTS);
  const hunts = new Set(hunting);
  const telling = hunt.filter((s) => !hunts.has(s) && isTelling(desk, s));
  const hunted = asked.length > 0 || (hunting.length > 0 && (c.sentiment !== 'positive' || hunting.length > 1));
  const tells =
    telling.length > 0 &&
    c.sentiment !== 'positive' &&
    !OWN.test(desk.text) &&
    OTHERS.test(desk.text) &&
    (telling.length > 1 || c.threat.level === 'violence' || shown.length > 0 || hunted);
  const words = [...asked, ...(hunted ? hunting : []), ...(tells ? telling : [])];
  return {
    spans: [...shown, ...words.map((s) => desk.phraseOf(s))],
    shown: shown.length > 0 || (tells && telling.length > 1),
    hunted: hunted || tells,
  };
}

/** What is published of a third person: numbers beside a name, an illness, what leads to the door. */
function shownOfOthers(desk: Desk): [number, number][] {
  const c = desk.case;
  // 「貼錯圖」 is no talk of another place.
  if (c.personal.length === 0 || desk.meant('wrong-place').some((s) => !desk.said(s).includes('錯'))) return [];
  const all = placed(desk);
  const { folded } = c.reading.text;
  const spans: [number, number][] = [];
  const thanked = c.sentiment === 'positive' && THANKS.test(c.reading.text.letters);
  if (thanked) return spans;
  for (const { span } of ofOthers(desk, all)) spans.push([span.start, span.end]);
  for (const at of all) {
    if (at.span.type !== 'PERSON' || !(isIllTold(c.reading, at) || isTrailed(c.reading, at))) continue;
    spans.push(unfold(folded, ...phraseAround(c.reading, at.start, at.end)));
  }
  return spans;
}

const HUNT =
  /肉搜|人肉|起底|^求|^跪求|有人知道|誰知道|誰有|有人有|有沒有[他她這]|徵|重金|要[他她的]?地址|地址我有|真面目|^公開|^公布|^揭穿|存圖|認一下|大家認|快來認|幫忙認|指認|站內信索取|查[到出]|大家(?:自己打|打|去)|一人|打爆|寄到|騷擾|馬賽克|打碼|想知道|above|name is|full name|lives at|住んでる|特定/i;

const PERSON = new RegExp(`${OWNER}|本人|女|男|這個人|病[患人]`);

/** In order of the text; a word that tells hides the cue inside it. */
const cuesOf = (words: readonly Signal[], cues: readonly Signal[]): Signal[] =>
  [...words, ...cues].sort((a, b) => a.word.start - b.word.start);

/** 「肉搜倒是不用」「起底文」, the true face of a place, a line that is always busy. */
function isHunt(desk: Desk, s: Signal): boolean {
  const { before, said, after } = around(desk.case.reading, s.word.start, s.word.end, 16);
  if (/^(?:肉搜|人肉|起底)/.test(said))
    return (
      !/(?:不用|不要|別|勿|不會|抵制|反對|被|禁止|怕)[^。，,]{0,4}$/.test(before) &&
      !/^(?:文|倒是|不|就不|犯法|違法)/.test(after)
    );
  // 「我的照片沒打碼被放在他們粉專」 was suffered.
  if (/馬賽克|打碼|遮臉/.test(said))
    return !/我(?:的|們)?[^。，,]{0,10}$/.test(before) && !/^[^。，,]{0,3}被/.test(after);
  if (/^大家認/.test(said)) return !/^[真同為錯]/.test(after);
  // 「求地址」 alone asks the way.
  if (/^(?:求|求問|想知道|有人知道|誰知道)(?:電話|地址|照片|line|賴|fb|臉書|ig)$/.test(said))
    return PERSON.test(before + after);
  if (/真面目/.test(said)) return /(?:他|她|這個人|這位|此人|醫[師生]|護理師|院長)[^。，,們]{0,6}$/.test(before);
  if (/^打爆/.test(said)) return /電話|手機/.test(said + after) && !/沒人接|不通|都沒|專線|客服/.test(after);
  return true;
}

/** 「感謝他們住院期間」「媽媽在貴院洗腎」 tell of nobody's home. */
function isTelling(desk: Desk, s: Signal): boolean {
  const { before, said, after } = around(desk.case.reading, s.word.start, s.word.end, 12);
  if (/^打爆/.test(said)) return false;
  if (/住$/.test(said) && /^(?:院|進|過|了|加護|普通|單人|雙人|在(?:病房|加護))/.test(after)) return false;
  if (/^(?:小孩|女兒|兒子|孩子|老婆|太太|老公|媽媽|爸爸)/.test(said))
    return /(?:他|她|你|妳|院長|醫[師生]|護理師|主任|小姐|老闆|那個|這個|櫃[台檯]|助理|人)(?:們)?(?:的|家的?)?$/.test(
      before,
    );
  return true;
}

/** Another patient, told apart, together with what he came for. */
const ILLNESS =
  /梅毒|菜花|淋病|愛滋|hiv|性病|披衣菌|皰疹|疱疹|攝護腺|前列腺|痔瘡|陽痿|早洩|身心科|精神科|憂鬱|躁鬱|思覺|懷孕|墮胎|流產|不孕|整形|隆乳|隆鼻|墊下巴|下巴|抽脂|雙眼皮|植髮|減肥|癌|腫瘤|糖尿|洗腎|結石|開刀|手術|肉毒|玻尿酸|拿掉|戒酒|戒毒|安眠藥/i;

function otherPatient(desk: Desk): Signal[] {
  return (desk.case.signals.get('other-patient') ?? []).filter((s) => {
    // To whom staff told it: no disclosure by the writer.
    if (s.told || (desk.said(s).startsWith('我') && desk.isSettled(desk.spanOf(s)))) return false;
    const { before, sentence, said } = around(desk.case.reading, s.word.start, s.word.end, 40);
    // 「我鄰居人很好,我開刀她還來看我」
    if (desk.case.sentiment === 'positive' && said.startsWith('我')) return false;
    if (/^病歷號/.test(said)) return false;
    // 「報告寄給我主管」 tells of no illness of his.
    if (/(?:給|跟|向|告訴|對|讓|通知|被)$/.test(before)) return false;
    if (/推薦|介紹|說|叫我|陪/.test(sentence) && !/來看|也來|在看/.test(sentence)) return false;
    return (
      ILLNESS.test(sentence) &&
      /(?:[陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾彭遊游詹胡施沈][^，。]{0,4}(?:先生|小姐|太太|阿姨|伯)|里長|藝人|明星|主唱|議員|網紅|主播|老師|立委|女團|歌手|演員|我鄰居|我主管|我老闆|我前)/.test(
        sentence,
      )
    );
  });
}
