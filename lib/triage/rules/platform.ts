import { unfold } from '../../privacy/fold.ts';
import { around } from '../context.ts';
import { Sought } from '../needs.ts';
import { type Signal, speaksOf } from '../signals.ts';
import { cuesOf, framed } from '../threat/frames.ts';
import type { Desk } from './case.ts';
import { FAKES } from './fakes.ts';
import { CLINIC_BUYS } from './kinds.ts';
import { toldOfAnotherPlace } from './other-place.ts';

const RIVAL = /^(?:推薦|推|去|找|改去|轉去|不如|寧可)/;

/** A longer word of another family hides a cue inside it: such a word is a cue as well. */
const STARS_CUES = ['stars-cue'];
const FAKE_CUES = ['fake-cue', 'fake'];
/** Without any of them only commonplaces are looked for. */
const TAGS: ReadonlySet<string> = new Set([
  ...STARS_CUES,
  ...FAKE_CUES,
  'wrong-place',
  'other-trade',
  'ex-staff',
  'template',
]);

/** 「業配滾 (開玩笑的」 */
const JOKED = /開玩笑|玩笑的|[（(]誤/;

/** T16 fake engagement, T17 wrong place, T18 (former) staff. */
export function platform(desk: Desk): void {
  const c = desk.case;
  if (c.threat.bombing.length === 0 && !speaksOf(c.signals, TAGS)) {
    templated(desk);
    return;
  }
  // Stars for a clinic that is said to break the law are first of all a matter for the clinic.
  const joked = !desk.hostile && JOKED.test(desk.text.slice(0, 200));
  const said = desk.breached || joked ? [] : (c.signals.get('fake') ?? []);
  const fake = [...c.threat.bombing, ...said.filter((s) => isFake(desk, s))];
  desk.each(fake, (s) => faked(desk, s, 0.4), 2);
  if (fake.length === 0 && !desk.breached && !joked && c.hears('fake-engagement'))
    desk.each(framed(c.reading, cuesOf(c.signals, FAKE_CUES), FAKES), (s) => faked(desk, s, 0.35), 1);
  // Who tells of it buys nothing: looked for where no other word of it was found.
  if (!desk.has('fake-engagement') && !TRADE.in(desk.text))
    desk.each(
      cuesOf(c.signals, STARS_CUES).filter((s) => {
        const { sentence } = around(c.reading, s.word.start, s.word.end, 30);
        return !s.asked && !s.negated && (OWN_STARS.test(sentence) || ORDERED.test(sentence));
      }),
      (s) => faked(desk, s, 0.35),
      1,
    );
  desk.each(toldOfAnotherPlace(desk), (s) => desk.add('wrong-place', desk.phraseOf(s), 0.45), 1);
  const staff = (c.signals.get('ex-staff') ?? []).filter((s) => !s.negated && !s.told && !s.quoted);
  const sure = staff.filter((s) => isStaffVoice(desk, s));
  if (sure.length > 0) desk.each(sure, (s) => desk.add('ex-employee', desk.phraseOf(s), 0.45), 1);
  else if (
    staff.length > 1 &&
    new Set(staff.map((s) => desk.said(s))).size > 1 &&
    /工作|上班|員工|老闆|排班|職缺|待遇/.test(desk.text)
  )
    desk.each(staff, (s) => desk.add('ex-employee', desk.phraseOf(s), 0.45), 1);
  templated(desk);
  // An essay from a language model is no crime; it only makes a visit less likely.
  const essay = c.signals.get('template') ?? [];
  if (
    essay.length >= 3 &&
    new Set(essay.map((s) => desk.said(s))).size >= 3 &&
    c.accusation.concrete() === 0 &&
    !desk.has('fake-engagement') &&
    c.sentiment !== 'neutral'
  )
    desk.each(essay, (s) => desk.add('fake-engagement', desk.phraseOf(s), 0.2, [], { statutes: [] }), 1);
}

/** Gifts or a discount for stars: the offer is the clinic's. */
const OFFER =
  /(?:五顆?星|5顆?星|好評|評論|留言|打卡|按讚)[^。]{0,12}(?:送|換|折|抽|贈|優惠|禮|減)|(?:送|換|折|抽|贈|優惠)[^。]{0,10}(?:五顆?星|5顆?星|好評|評論|留言|打卡)/;
/** Written to sell reviews, or by one who sells them. */
const TRADE = new Sought(/代[刷寫洗操衝留]|承接|報價|接單|私訊|加賴|收購|徵/);
/** 「這些五星都是員工刷的」: said of the clinic's ratings. */
const BOUGHT =
  /(?:好評|五顆?星|5顆?星|星星|評論|評價)[^。，,]{0,6}(?:都是|全是|全部|根本|是|一堆|有)?[^。，,]{0,6}(?:刷|買來|買的|洗出|洗的|灌|員工|自己人|工讀生|假的|業配|水軍)|業配|水軍|(?:一堆|都是|全是)[^。，,]{0,4}(?:假評論|假好評|水軍|業配|暗樁)/;
/** 「診所叫我們用假帳號留五星」: ordered by the clinic. */
const ORDERED =
  /(?:診所|院長|老闆娘?|店長|主管|公司|院方|經理)[^。，,]{0,3}(?:叫|要|規定|逼|要求|拜託|發獎金)[^。，,]{0,2}(?:我們|[他她]們|員工|護理師|同事|大家|每個人)[^。，,]{0,10}(?:五顆?星|5顆?星|好評|評論|假帳號|刷|洗)/;

/** 「院長自己開分身推自己的診所」「聽他們說每個月要灌三十則」: told of the clinic by who was inside, or overheard it. */
const OWN_STARS =
  /(?:診所|院長|老闆娘?|店長|主管|公司|院方|經理|行銷|小編|醫師|醫生|他們)[^。，,]{0,6}(?:都|會|自己|本人|親自|私下|偷偷|花錢|找人|請人|用|有)[^。，,]{0,10}(?:分身|假帳號|小帳|多個帳號|好幾個帳號|員工帳號|水軍|網軍|寫手|公關公司|行銷公司|工讀生)[^。]{0,16}(?:推|刷|洗|灌|留|寫|衝|評|星|自己|護航|帶風向)|(?:診所|院長|老闆娘?|主管|公司|院方|經理|店長|行銷|小編|他們)[^。，,]{0,8}(?:自己|花錢|找人|請人|買|偷偷)[^。，,]{0,6}(?:推|刷|洗|灌|衝|買|寫)[^。，,]{0,8}(?:假評|自己|自家|五顆?星|5顆?星|好評|評論|心得|業配)|(?:我|我們)(?:以前|之前|當時|上班時?|在職時)?[^。，,]{0,6}(?:被(?:要求|逼|叫|規定)|奉命)[^。]{0,12}(?:五顆?星|5顆?星|好評|評論|帳號|刷|洗|灌)/;

/** 公平法21 and 25 where the clinic is said to buy its stars, 公平法24 where readers are sent to a rival. */
function faked(desk: Desk, s: Signal, confidence: number): void {
  const { said, sentence } = around(desk.case.reading, s.word.start, s.word.end, 30);
  const at = desk.phraseOf(s);
  if (OFFER.test(sentence) && !TRADE.in(desk.text))
    desk.add('fake-engagement', at, confidence, ['own-offer'], { statutes: [...CLINIC_BUYS] });
  else if (
    !TRADE.in(desk.text) &&
    (ORDERED.test(sentence) || OWN_STARS.test(sentence) || (desk.hostile && BOUGHT.test(sentence)))
  )
    desk.add('fake-engagement', at, confidence, ['of-clinic'], { statutes: [...CLINIC_BUYS] });
  else desk.add('fake-engagement', at, confidence, [], RIVAL.test(said) ? { statutes: ['公平法24'] } : {});
}

/** 「後來再也」 before 「沒去過」. */
const STAYED_AWAY =
  /(?:再也|後來|之後|從此|好久|很久|多年|年來|月來|以後|以來)[^。，,]{0,3}$|就(?:都|也)?$|(?:又|因為|畢竟|如果|若|要是|還|都)$/;
const OF_OTHERS = /(?:那個|那些|這些|有些|有人|酸民|網友|樓上|他們?|留言的?|一星的?|負評的?)[^。，,我]{0,8}$/;
const HAS_HEARD = /(?:聽|朋友|同事|家人)[^。]{0,8}(?:說|講|推)[^。]{0,12}(?:不錯|很好|還好|還行|可以|普通|雷|不好)/;

/** Own admission, a call, a trade in stars, or sending readers next door. */
function isFake(desk: Desk, s: Signal): boolean {
  if (s.told || s.quoted || s.asked) return false;
  const { before, said, after, sentence } = around(desk.case.reading, s.word.start, s.word.end, 30);
  if (/去過|來過|看過診|消費過|踏進去過/.test(said)) {
    // 「沒來過的朋友」「從沒去過這麼好的」
    if (/^(?:的|這麼|那麼|如此|比|任何|其他|別|國|一?間)/.test(after)) return false;
    // 「後來再也沒去過」 was there once; 「我又沒來過」 excuses a question at the counter.
    if (STAYED_AWAY.test(before) || /^[^。]{0,6}(?:不知道(?:怎麼|該|要)|第一次)/.test(after)) return false;
    // 「那個留一星的根本沒來過吧」, 「聽同事說不錯，但我自己沒去過」
    if (OF_OTHERS.test(before) || (HAS_HEARD.test(sentence) && !/星|評/.test(desk.text))) return false;
    return /評|星|朋友|幫|聽|洗|刷|隨便|光看|純|留/.test(sentence + desk.text.slice(0, 80));
  }
  // 「這篇業配味好重」: said of who posted.
  if (
    /^業配/.test(said) &&
    !desk.hostile &&
    (/^(?:味|感|文|仔|嫌)/.test(after) || /(?:這[篇則串]|原po|樓主|標題)[^，。,]{0,4}$/.test(before))
  )
    return false;
  if (
    /(?:看到|有人|別人|好像|疑似|難怪|一堆|怎麼|全是|都是|是不是|該不會|竟然|被)[^，。,]{0,8}$/.test(before) &&
    /刷|洗|水軍|網軍|工讀生|業配|寫手|假|自導|員工|自己人/.test(said)
  )
    return desk.hostile;
  if (RIVAL.test(said))
    return (
      (desk.hostile || /別去|不要去|千萬|踩?雷|勸退|黑店/.test(desk.text)) &&
      /診所|牙醫|醫美|皮膚|眼科|中醫|那[間家]|[間家]$/.test(said + after.slice(0, 10))
    );
  // On the boards a mere word for pushing a post up.
  // 「病歷隨便寫寫」
  if (/^(?:隨便寫|亂寫|照抄|複製貼上)/.test(said)) return /評|星|心得|留言/.test(sentence);
  if (/^幫高調|^換/.test(said)) return desk.hostile && /噓|星|評|洗|刷|留|灌/.test(sentence.replace(said, ''));
  if (/^[給留寫]五星/.test(said)) return /送|換|折|抽|就/.test(said);
  if (/推薦下來到|介紹下來到|[薦紹]來到這/.test(said))
    return /值得推薦|推薦給大家|強力推薦|優雅|專業度/.test(desk.text);
  return !s.negated || /沒|不/.test(said);
}

/** 「服務態度極差、環境髒亂、醫師不專業」: nothing but commonplaces in a row, a mark of copied reviews. */
const COMMONPLACE =
  /^(?:強烈|非常|十分|極|極度|真心|大力)*(?:不?推薦(?:大家|給大家)?|值得推薦|服務(?:態度)?(?:極差|極為?惡劣|差勁|很?差|親切|貼心|周到|優質|一流)|環境(?:髒亂|惡劣|優雅|舒適|整潔|乾淨舒適)|醫[師生](?:團隊)?(?:極?不專業|專業|醫術精湛)|專業度?(?:極?高|不足)|cp值(?:高|爆表|極高)|價格(?:透明|不透明|偏高|合理)|收費(?:不透明|透明|混亂))[!！。~～]*$/i;

function templated(desk: Desk): void {
  const { clauses, text } = desk.case.reading;
  // Praise of that kind is too common among true patients to say anything.
  if (desk.case.sentiment !== 'negative' || clauses.length < 3 || clauses.length > 7) return;
  if (text.codes.length > 90 || desk.has('fake-engagement')) return;
  let common = 0;
  for (const clause of clauses) if (COMMONPLACE.test(text.folded.text.slice(clause.start, clause.end).trim())) common++;
  if (common < 3 || common < clauses.length - 1) return;
  const [first, last] = [clauses[0], clauses[clauses.length - 1]];
  if (first && last) desk.add('fake-engagement', unfold(text.folded, first.start, last.end), 0.25);
}

/** Speaks as one who works, worked or wanted to work there. */
function isStaffVoice(desk: Desk, s: Signal): boolean {
  const { before, said, after } = around(desk.case.reading, s.word.start, s.word.end, 16);
  // 「我在這上班嗎」「在這裡當過植物人」「聽在裡面上班的同學講」
  if (
    /^(?:嗎|植物人|病人|白老鼠|的(?:親戚|家屬|朋友|同學|同事|表|姊|妹|哥|弟|阿姨|鄰居))/.test(after) ||
    /聽$/.test(before)
  )
    return false;
  if (
    /(?:爸|媽|他|她|朋友|先生|老公|老婆|醫師|醫生|主治|院長|護理師|護士|治療師|助理|藥師|諮詢師|承辦人?|專員|主管|同事|已經|早就|們)[^，。,我]{0,5}$/.test(
      before,
    ) &&
    /離職|待過|面試|工作過|任職/.test(said)
  )
    return false;
  // 「以前員工比較親切」 is told by a patient.
  if (said.startsWith('前') && /[以台檯目先從]$/.test(before)) return false;
  if (
    /^(?:前員工|前牙助|前助理|前櫃|離職員工|離職只是|我離職|ex-|former|used to|worked|i work|工作心得|任職|實習過)/.test(
      said,
    )
  )
    return true;
  if (/^(?:我是|身為)/.test(said)) return true;
  // 「有人在這裡做過縮胃手術嗎」 asks patients.
  if (
    /做過$/.test(said) &&
    (s.asked || /^[^，。,]{0,8}(?:手術|療程|雷射|治療|檢查|健檢|植|牙|針|微整|電波|抽脂)/.test(after))
  )
    return false;
  if (/^(?:在|曾在|之前在)/.test(said)) return !/(?:他|她|朋友|媽|爸|老婆|老公)[^，。,]{0,4}$/.test(before);
  if (/^離職[了後前]$/.test(said)) return /^|我|終於/.test(before) && !/醫師|醫生|護理師|[他她]/.test(before);
  if (/面試|應徵/.test(said)) return !/醫師|研究|學校|入學|甄試/.test(before + after);
  return /^(?:高薪低報|勞保|血汗|員工福利|慣老闆|試用期)/.test(said) && desk.hostile;
}
