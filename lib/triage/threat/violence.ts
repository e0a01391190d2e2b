import type { Sentiment } from '../../contract/triage.ts';
import { across, around, type Context, opening } from '../context.ts';
import type { Reading } from '../reading.ts';
import type { Signal, Signals } from '../signals.ts';
import { cuesOf, framed } from './frames.ts';
import { HARM } from './harm.ts';
import { menaced } from './menace.ts';
import { isEarnest, isFiction, isOpen, isPlayful } from './play.ts';

/** What happened elsewhere. */
const NEWS = /新聞|報導|男子|女子|嫌犯|歹徒|兇嫌|被捕|落網|壓制|判刑|法官|案發|監視器拍/;

/** Someone is about to, wants to, or calls others to. */
const PLAN =
  /(?:我|我們|咱|阮|恁爸|林北|老子|本大爺|爸|哥|弟|兄弟|家屬|大家|朋友|有人|誰)[^，。,]{0,10}$|(?:會|要|就|去|來|欲|將|準備|打算|好想|真想|很想|想|恨不得|巴不得|早晚|遲早|應該|活該|欠|下次|改天|明天|明仔載|今晚|禮拜.?|等一下|一定|直接|小心|敢|最好|希望|祝|不如|乾脆|怎麼(?:還|都)?[沒不]|哪個|拜託|保證|哪天|早該|真該|可以|一起|揪|約|給我|等著|信不信|別怪|不要怪|逼我|再[^，。]{1,8}|否則|不然|i will|i'll|gonna|going to|should|will|if i|want to|let me|次に|今度)[^，。,]{0,8}$/;
/** Whom it would hit. */
const TARGET =
  /^[^，。,]{0,8}(?:你|妳|您|他|她|恁|伊|店|診所|醫院|院長|醫|護|櫃|招牌|這間|那間|這家|那家|試試|活該|剛好|才爽|洩憤|算了|her|him|them|you|his|the)/;
const SECOND = /[你妳您恁伊]|他|她|診所|醫院|院長|醫師|醫生|護|櫃|招牌|店|you|your|her|him|them|their|his/;
/** Deeds that staff are also said to have done to patients, and figures of speech. */
const SOFT =
  /^(?:打[你妳他她醫護院櫃]|打一頓|毆打|教訓|修理|給[你妳他她醫院護]|[要會]?[一定]?.?付出|一?巴掌|一拳|賞|呼|甩|巴|翻桌|掀|堵|要堵|來堵|圍|踹|揍|扁|讓[你妳他她]|掌嘴|推|毀容|冥紙|輸贏|等[你妳他她]下班|打斷|砍人|刺す|待って|punch|stab|smash|bomb)/;
const STAFF_DID =
  /(?:醫師|醫生|護士|護理師|護理|人員|小姐|先生|保全|警衛|院長|櫃[台檯]|志工|看護|[他她]們?|老師|媽媽?|爸爸?)[^，。,我]{0,10}$/;
const OTHERS_DID =
  /(?:老婆|老公|男友|女友|追求|前夫|前妻|(?:一個|有個|那位|某個)(?:病人|客人|男的|男人|家屬))[^。]{0,30}$/;
const ONESELF = /(?:我|恁爸|林北|老子|阮)[^，。,]{0,10}$/;
const SUFFERED = /(?:被|遭|挨)[^，。,]{0,8}$/;
/** Told of somebody else, or of a mind that is ill. */
const OF_OTHERS =
  /揚言|(?:上次|昨天|之前|前幾天|上個?月|曾經)有(?:人|病人|家屬|民眾)|病患說要|保護令|思覺失調|妄想|幻聽|產後|(?:想|要)[^。，,]{0,4}(?:打|砍|揍|殺)[^。，,]{0,6}的(?:醉漢|病人|病患|家屬|人|民眾|客人)/;
/** 「我好想把我老闆打一頓」「這種家長真的很想呼他巴掌」「把智齒殺光」: nobody at the clinic is meant. */
const OTHER_TARGET =
  /(?:我|他|她|自己|別人)(?:的|家)?(?:前)?(?:老闆|主管|同事|男友|女友|男朋友|女朋友|老公|老婆|先生|太太|婆婆|公公|爸|媽|哥|弟|姊|妹|室友|房東|鄰居|同學|小孩|兒子|女兒)|(?:這|那)(?:種|個|些)(?:家長|爸媽|父母|家屬|病人|奧客|客人|男人|男的|渣男|老公|婆婆|屁孩|小孩|駕駛|酒駕|詐騙|網友|酸民|黃牛|插隊)|渣男|詐騙集團|(?:智齒|蛀牙|牙菌|細菌|病毒|黴菌|痘痘|粉刺|癌細胞|腫瘤|結石|蟑螂|蚊子|蟲|頭蝨|脂肪|贅肉|黑斑|時間)/;
const AT_CLINIC = /診所|醫院|醫[師生]|護理|護士|院長|櫃[台檯]|主任|店|你|您/;
export const isAtOthers = (said: string): boolean => OTHER_TARGET.test(said) && !AT_CLINIC.test(said);

const HELD_BACK = /^[^。]{0,10}(?:忍住|忍下|有忍|忍著|沒有?這麼做|還是算了|默默)/;
const DESERVED =
  /(?:早晚|遲早|應該|活該|該|小心|希望|祝|最好|咒|有一天|總有|難保|不怕|怎麼(?:還|都)?[沒不]|出門|出去|哪天|祝你們?|願)[^，。,]{0,10}$/;
const REPORTED = /(?:被|遭|聽|聽到|嗆|恐嚇|威脅|揚言|說要?|罵|表示)[^，。,]{0,6}$/;

/** `phrases`: whether turns of phrase are worth looking for where words are silent. */
export function findViolence(reading: Reading, signals: Signals, sentiment: Sentiment, phrases: boolean): Signal[] {
  const found: Signal[] = [];
  const marks: Signal[] = [];
  for (const s of signals.get('violence:act') ?? []) {
    if (s.told) continue;
    const c = around(reading, s.word.start, s.word.end);
    if (s.negated && !/逼我[^，。,]{0,4}$/.test(c.before)) continue;
    if (s.quoted && REPORTED.test(c.before.replace(/[「『"“][^」』"”]{0,20}$/, ''))) continue;
    if (SUFFERED.test(c.before) && !DESERVED.test(c.before)) continue;
    if (NEWS.test(c.sentence) && !/[你妳我恁]/.test(c.sentence)) continue;
    // 「拿球棒敲破她的車窗,老闆叫她和解」: another's deed, told.
    if (OTHERS_DID.test(c.before) && !/[你妳恁我]/.test(c.before)) continue;
    if (/^打爆/.test(c.said) && /電話|手機|號碼|專線|總機|09\d\d/.test(c.sentence)) continue;
    if (/^拿刀/.test(c.said) && /(?:醫[師生]|主任|院長)$/.test(c.before)) continue;
    if (OF_OTHERS.test(c.sentence) || HELD_BACK.test(c.after)) continue;
    if (isAtOthers(c.sentence)) continue;
    // 「自砸招牌」 is an idiom of bad work.
    if (/招牌$/.test(c.said) && !PLAN.test(c.before)) continue;
    const soft = SOFT.test(c.said);
    if (soft && STAFF_DID.test(c.before) && !ONESELF.test(c.before)) continue;
    // 「醫生會在門口等你到看完」
    if (/等[你他]/.test(c.said) && STAFF_DID.test(c.before) && !ONESELF.test(c.before)) continue;
    const planned = PLAN.test(c.before);
    const aimed = SECOND.test(c.said) || TARGET.test(c.after) || SECOND.test(c.before.slice(-14));
    if (planned && aimed) found.push(s);
    else if (!soft && (aimed || planned || s.word.gapped)) found.push(s);
    else if (soft && planned) marks.push(s);
  }
  for (const s of signals.get('violence:veiled') ?? []) {
    if (!isOpen(s)) continue;
    const c = around(reading, s.word.start, s.word.end);
    if (REPORTED.test(c.before) || SUFFERED.test(c.before)) continue;
    // 「我老公是律師,你們等著」, 「別逼我找媒體」: what is to come is lawful.
    if (/等著|走著瞧|逼我|先禮後兵|記住|放過|善罷|代價/.test(c.said) && LAWFUL.test(c.sentence)) continue;
    // 「開車要小心」 is advice to everybody, 「院長出門最好小心」 is not.
    if (/^(?:出門|走路|騎車|開車|過馬路|回家|下班|晚上|出入)/.test(c.said) && !isWarned(c.sentence)) continue;
    if (/^等著[瞧看]/.test(c.said) && /進步|改善|變好|更好|好消息/.test(c.after)) continue;
    if (
      /^(?:道上(?!的(?:朋友|兄弟))|.{0,4}兄弟|.*泡茶|.*喝茶|先禮後兵|喬|報仇|冤有頭|女兒|兒子|小孩|孩子|去|到|在|約)/.test(
        c.said,
      )
    )
      marks.push(s);
    else if (sentiment === 'negative' || SECOND.test(across(reading, s.word.start, s.word.end, 60).sentence))
      found.push(s);
  }
  for (const s of signals.get('violence:mark') ?? []) {
    if (s.told || s.quoted) continue;
    const c = around(reading, s.word.start, s.word.end, 20);
    if (isMarkMeant(c)) found.push(s);
    else if (c.said === '等著' && /^(?:[。！!.…~]|$)/.test(c.after) && c.before.length <= 3) marks.push(s);
  }
  // What words alone found stands; a frame tells the same again only where they were silent.
  const looks = phrases && sentiment !== 'positive';
  if (found.length === 0 && looks) found.push(...framed(reading, cuesOf(signals, HARM_CUES), HARM));
  if (found.length === 0 && looks) found.push(...menaced(reading, signals));
  if (found.length === 0 && marks.length < 2) return [];
  const head = opening(reading);
  if (isPlayful(head) || isFiction(head) || isSuffered(head)) return [];
  const all = [...found, ...marks].sort((a, b) => a.word.start - b.word.start);
  // Praise holds rough words too (「打死我也不換」): only a plain announcement overrides it.
  if (sentiment === 'positive' && !(found.length > 1 || isEarnest(head))) return [];
  return all;
}

/** Asked by those whom it hits: clinic staff, neighbours, kin of an ill man. */
const SUFFERERS =
  /(?:我|我們)(?:是|在)[^。，,]{0,8}(?:診所|醫院)[^。，,]{0,4}(?:上班|工作|護理師|護士|櫃|員工)|我是(?:護理師|護士|牙助|醫師|助理)|開診所的|收到恐嚇|被(?:病人|病患|家屬|客人|民眾|酒醉)[^。，,]{0,8}(?:打|威脅|恐嚇|跟蹤|堵|騷擾|揍|嗆|砸)|(?:可以|要不要|能不能|要)報警嗎|可以報案|(?:該)?怎麼(?:處理|自保|報警|提告)|保護令|暴力零容忍[^。]{0,10}(?:支持|海報|宣導)|譴責|醫護加油|(?:看到|聽到|有)(?:有人|網友)[^。，,]{0,6}(?:說|嗆|喊|留言|嚷)[^。]{0,24}(?:拜託(?:不要|別)|請不要|不要這樣|好可怕|太誇張|太過分)|不是我[^。]{0,12}帳號[^。，,]{0,3}[被遭][^。，,]{0,2}[盜駭]|帳號[^。，,]{0,3}[被遭][^。，,]{0,2}[盜駭][^。]{0,16}不是我/;
export const isSuffered = (head: string): boolean => SUFFERERS.test(head);

const LAWFUL =
  /錄音|錄影|影片|截圖|對話|公開|放上來|貼出|客服|退費|寫在這|先打|禮：|律師|提告|告你|告死|被告|檢舉|投訴|申訴|衛生局|衛福部|媒體|記者|議員|法院|法庭|存證|消保|1999|上新聞|爆料|一星|負評|評論|官司|法律/;

const ADDRESSED = /[你妳恁]|院長|醫[師生]|護理?[師士]|櫃[台檯]|主任|老闆|最好|給我|奉勸|勸/;
const CARING =
  /地板|地面|濕|滑|坡|階梯|施工|路面|雨|散瞳|麻醉|頭暈|藥|術後|車道|出口|動線|提醒|叮[嚀囑]|交代|說|設計|視線|病人|長輩|老人/;
const isWarned = (sentence: string): boolean => ADDRESSED.test(sentence) && !CARING.test(sentence);

/** 「會再換一間看看」「我想再擦一罐試試看」: the writer's own next try, where nobody is dared. */
const OWN_TRY = /(?:我|會|想|打算|準備|考慮|決定)(?:先|可能|應該|就|也)?再[^，。,你他恁敢]{1,8}$/;
const DARED = /[你他恁][^，。,]{0,12}$|敢|有種/;
const isOwnTry = (before: string): boolean => OWN_TRY.test(before) && !DARED.test(before);

function isMarkMeant(c: Context): boolean {
  switch (c.said) {
    case '試試看':
    case '試試':
    case '試看看':
    case '看看':
      return (
        /(?:再[^，。,]{1,8}|(?:敢|有種|膽子)[^，。,]{0,8}|惹我)(?:一[次句下])?$/.test(c.before) &&
        !/再(?:吃|回|觀|等|看|去|來|去別)/.test(c.before) &&
        // 「我再打去問看看」
        !/[問查找想用聽約比測]$/.test(c.before) &&
        !isOwnTry(c.before) &&
        !/吃|喝|點|訂|嚐|餐|菜|機會|辣|烤|買|預約|掛/.test(c.before.slice(-14)) &&
        !/^[^，。,]{0,4}(?:其他|別的|主菜|烤|旁邊|豆|它)/.test(c.after)
      );
    case '小心一點':
    case '小心點':
      return /(?:給我|最好|叫[你妳他她][^，。,]{0,4}|勸[你妳他她][^，。,]{0,4}|[你妳]們?|院長|醫師|醫生)$/.test(
        c.before,
      );
    case '等著':
      return /(?:[你妳恁]們?|給我)$/.test(c.before);
    case '手癢':
    case '討公道':
      return false;
    case '打一頓':
      return PLAN.test(c.before) && SECOND.test(c.before + c.after);
    default:
      if (/^(?:[砸掀揍砍捅潑堵踹宰劈燒踢敲打撞]|按在)/.test(c.said))
        return (
          /(?:把|將|去|想|要|會|敢|哪天|應該|該)[^，。,]{0,16}$/.test(c.before) &&
          /[你妳他她恁]|診所|店|醫院|院長|醫師|醫生|護士|護理師|櫃|招牌|它|保全|警衛|那個|這個|那些|這些/.test(
            c.before.slice(-16) + c.after.slice(0, 6),
          ) &&
          !STAFF_DID.test(c.before.replace(/我[^，。,]*$/, '')) &&
          !/^(?:錢|價|半|冷水|招牌|掉重練|預算|成本|到|車)/.test(c.after) &&
          !SUFFERED.test(c.before)
        );
      if (/^被/.test(c.said) || /^(?:撞死|出車禍)$/.test(c.said))
        return DESERVED.test(c.before) && !/^[^，。,]{0,4}(?:嗎|怎麼辦)/.test(c.after);
      if (/^欠/.test(c.said)) return false;
      return /^[^，。,]{0,3}(?:[你妳他她]|那[個間]|這[個間]|醫|護|櫃|院長|店|診所)/.test(c.after);
  }
}

/** Words of harm are cues as well, where the words alone decided nothing. */
const HARM_CUES = ['violence:cue', 'violence:act', 'violence:veiled', 'violence:mark'];
