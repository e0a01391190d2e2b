import type { Sentiment, Triage } from '../contract/triage.ts';
import { across, around, type Context, opening } from './context.ts';
import type { Reading } from './reading.ts';
import type { Signal, Signals } from './signals.ts';

export interface Threat {
  readonly level: Triage['threat'];
  /** T10: harm to people or property, also veiled, wished or egged on. */
  readonly violence: readonly Signal[];
  /** T23: steps at law, authorities, the press, publicity announced. */
  readonly legal: readonly Signal[];
  /** T11: what is wanted, or else. */
  readonly demand: readonly Signal[];
  /** Stars as a weapon, own or called for (T16). */
  readonly bombing: readonly Signal[];
}

/**
 * A word of harm or law is a threat only when someone announces it: each is judged by the sentence it stands in.
 * News, play, other people's words and what staff did to a patient are none (RUBRIC.md, FORUM_RUBRIC.md).
 */
export function judgeThreat(reading: Reading, signals: Signals, sentiment: Sentiment): Threat {
  const none: Threat = { level: 'none', violence: [], legal: [], demand: [], bombing: [] };
  if (!TAGS.some((tag) => signals.has(tag))) return none;
  // Praise by word, not by a smile alone (「輪胎自己顧好喔😊」).
  const friendly = sentiment === 'positive' && reading.stances.some((stance) => stance.sign > 0 && stance.weight > 1);
  const violence = findViolence(
    reading,
    signals,
    friendly ? 'positive' : sentiment === 'positive' ? 'neutral' : sentiment,
  );
  if (friendly) return violence.length > 0 ? { ...none, level: 'violence', violence } : none;
  const said = (tag: string): readonly Signal[] => signals.get(tag) ?? [];
  const at = (s: Signal, reach = 40): Context => around(reading, s.word.start, s.word.end, reach);
  const legal = [
    ...said('legal:act').filter((s) => isOpen(s) && isOurs(at(s, 24), s)),
    ...said('legal:channel').filter((s) => isOpen(s) && goesTo(at(s), s)),
    ...said('legal:deed').filter((s) => isOpen(s) && isAnnounced(at(s), s)),
    // Quotation marks make it the more sarcastic.
    ...said('legal:praise').filter((s) => !s.told && isSarcastic(at(s, 20))),
  ];
  const published = said('legal:publish').filter((s) => isOpen(s) && isPublished(at(s), s));
  const bombs = said('legal:bomb').filter((s) => isOpen(s) && isBombing(at(s, 24)));
  const demands = said('demand').filter(
    (s) => !s.told && !s.quoted && isPressing(across(reading, s.word.start, s.word.end, 70)),
  );
  const playful = bombs.length + demands.length > 0 && isPlayful(opening(reading));
  const bombing = playful ? [] : bombs;
  const demand = playful ? [] : demands;
  const level =
    violence.length > 0
      ? 'violence'
      : legal.length + published.length + bombing.length + demand.length > 0
        ? 'legal'
        : 'none';
  // Publicity as the stick behind a demand is the demand itself (T11).
  const notice = [...legal, ...(demand.length > 0 ? [] : published)];
  return { level, violence, legal: notice.sort((a, b) => a.word.start - b.word.start), demand, bombing };
}

const TAGS = [
  'violence:act',
  'violence:veiled',
  'violence:mark',
  'legal:act',
  'legal:channel',
  'legal:deed',
  'legal:publish',
  'legal:praise',
  'legal:bomb',
  'demand',
];

/** 「我檢舉了」: that the writer means himself is what makes it an announcement. */
const isOpen = (s: Signal): boolean => !s.negated && !s.told && !s.quoted;

/* ---- violence ---- */

/** Told as play … */
const PLAY =
  /哈哈|呵呵|ㄏㄏ|xd|lol|haha|笑死|😂|🤣|😆|🤪|😝|蛋糕|生日|驚喜|紓壓|好可愛|太可愛|(?:只是|純粹|開個)開?玩笑|開玩笑的/;
/** … unless he says it is none, or means weapons. */
const EARNEST =
  /(?:不是|不|沒在|沒有在|別以為[^，。]{0,4})(?:跟你)?開玩笑|說到做到|我是認真|不是嚇|not joking|i mean it|汽油|球棒|刀子|西瓜刀|抬棺/;
const isPlayful = (head: string): boolean => PLAY.test(head) && !EARNEST.test(head);

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
  /(?:醫師|醫生|護士|護理師|護理|人員|小姐|先生|保全|警衛|院長|櫃[台檯]|志工|看護|他們?|她們?|老師|媽媽?|爸爸?)[^，。,我]{0,10}$/;
const ONESELF = /(?:我|恁爸|林北|老子|阮)[^，。,]{0,10}$/;
const SUFFERED = /(?:被|遭|挨)[^，。,]{0,8}$/;
const DESERVED =
  /(?:早晚|遲早|應該|活該|該|小心|希望|祝|最好|咒|有一天|總有|難保|不怕|怎麼(?:還|都)?[沒不]|出門|出去|哪天|祝你們?|願)[^，。,]{0,10}$/;
const REPORTED = /(?:被|遭|聽|聽到|嗆|恐嚇|威脅|揚言|說要?|罵|表示)[^，。,]{0,6}$/;

function findViolence(reading: Reading, signals: Signals, sentiment: Sentiment): Signal[] {
  const found: Signal[] = [];
  const marks: Signal[] = [];
  for (const s of signals.get('violence:act') ?? []) {
    if (s.told) continue;
    const c = around(reading, s.word.start, s.word.end);
    if (s.negated && !/逼我[^，。,]{0,4}$/.test(c.before)) continue;
    if (s.quoted && REPORTED.test(c.before.replace(/[「『"“][^」』"”]{0,20}$/, ''))) continue;
    if (SUFFERED.test(c.before) && !DESERVED.test(c.before)) continue;
    if (NEWS.test(c.sentence) && !/[你妳我恁]/.test(c.sentence)) continue;
    const soft = SOFT.test(c.said);
    if (soft && STAFF_DID.test(c.before) && !ONESELF.test(c.before)) continue;
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
    if (/^等著[瞧看]/.test(c.said) && /進步|改善|變好|更好|好消息/.test(c.after)) continue;
    if (
      /^(?:道上(?!的(?:朋友|兄弟))|.{0,4}兄弟|.*泡茶|.*喝茶|喬|報仇|冤有頭|女兒|兒子|小孩|孩子|去|到|在|約)/.test(
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
  if (found.length === 0 && marks.length < 2) return [];
  const head = opening(reading);
  if (isPlayful(head)) return [];
  const all = [...found, ...marks].sort((a, b) => a.word.start - b.word.start);
  // Praise holds rough words too (「打死我也不換」): only a plain announcement overrides it.
  if (sentiment === 'positive' && !(found.length > 1 || EARNEST.test(head))) return [];
  return all;
}

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
        !/[問查找想用聽約比測]$/.test(c.before)
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
          /[你妳他她恁]|診所|店|醫院|院長|醫師|醫生|護士|護理師|櫃|招牌|它/.test(
            c.before.slice(-16) + c.after.slice(0, 6),
          ) &&
          !STAFF_DID.test(c.before.replace(/我[^，。,]*$/, '')) &&
          !/^(?:錢|價|半|掉重練|預算|成本|到|車)/.test(c.after) &&
          !SUFFERED.test(c.before)
        );
      if (/^被/.test(c.said) || /^(?:撞死|出車禍)$/.test(c.said))
        return DESERVED.test(c.before) && !/^[^，。,]{0,4}(?:嗎|怎麼辦)/.test(c.after);
      if (/^欠/.test(c.said)) return false;
      return /^[^，。,]{0,3}(?:[你妳他她]|那[個間]|這[個間]|醫|護|櫃|院長|店|診所)/.test(c.after);
  }
}

/* ---- law, authorities, press, publicity ---- */

/** Said of what others do, did or might do. */
const THIRD =
  /(?<![跟向對把將給替幫讓和找])(?:他們?|她們?|院方|對方|別人|人家|有人|鄰居|病人|病患|隔壁|網友|護士|護理師|醫師|醫生|醫院|診所|貴院|公司|你們?|妳們?)[^，。,我]{0,8}$/;
const PASSIVE = /(?:被|遭|收到|收過|怕|擔心|害怕|小心)[^，。,]{0,8}$/;
const ASKING = /怎麼|如何|請問|想問|請教|求問|有沒有人|有人.{0,6}[嗎過]|能不能|可不可以|哪[裡邊間]|需不需要/;
const RHETORICAL = /要我|需要我|逼我|非要|是不是要|才(?:會|要)?(?:處理|道歉|甘願)|等著|吧/;
/** Advice to someone else, or a mere possibility. */
const ADVICE =
  /(?:建議|可以|不妨|應該|原po|你可以|妳可以|其實|記得|麻煩你|如果|假如|萬一|曾經|想過|考慮過)[^，。,我]{0,10}$/;
const ANNOUNCE =
  /(?:會|要|將|已經?|準備|就|去|正在|決定|打算|一定|必定|絕對|直接|馬上|立刻|向|跟|往|打|撥|寫|寄|找|正式|乾脆|不然|否則|只好|只能|明天|昨天|今天|今早|剛|下週|下禮拜|下周|週[一二三四五]|禮拜|改天|等等|請|叫|再不[^，。,]{1,8}|ready to|will)[^，。,]{0,10}$/;
const OWN_CHANNEL = /院長信箱|意見箱|意見信箱|客服|護理長|貴院|公關室|社服|病友中心|院內|主管反[映應]|服務台/;

function isOurs(c: Context, s: Signal): boolean {
  if (/[a-zぁ-ん]/.test(c.said)) return !/\b(?:he|she|they|clinic|someone)\b/.test(c.before);
  if (PASSIVE.test(c.before) && !/等著|準備/.test(c.before + c.said)) return false;
  if (THIRD.test(c.before) && !/等著|準備|你們|你$/.test(c.before)) return false;
  return !((s.asked || ASKING.test(c.sentence)) && !RHETORICAL.test(c.sentence));
}

const CHANNEL_DOES =
  /^[^，。,]{0,6}(?:見|檢舉|舉報|投訴|申訴|陳情|提告|告|反[映應]|爆料|爆|好好查|查一查|查|處理|介入|調解|協調|評理|說明|受理|立案|備案|會勘|專線|電話(?:已|我)|伺候|報到|聊聊|打了|已經|通報|來看|來拍|來採訪|採訪|報導|上門|公評|公審|主持公道|知道|complain)/;
const CHANNEL_GO =
  /(?:我|我們|會|要|已經?|就|去|打|撥|寄|找|跟|向|往|請|聯絡|通知|告上|告到|鬧上|送|投書|爆料給|檢舉到|投訴到|申訴到|寫信給|打給|打去|打到|交給|反映給)[^，。,]{0,5}$/;

/** 「已經跟衛生局檢舉」「消保官見」, not 「收到法院的信」「我在衛生局上班」. */
function goesTo(c: Context, s: Signal): boolean {
  if (PASSIVE.test(c.before) || ADVICE.test(c.before) || /(?:說|叫我|要我|嗆我?)去?[跟找向]?$/.test(c.before))
    return false;
  if (/^[^，。,]{0,4}(?:你們?)?(?:要|該|請|應該)?好好查/.test(c.after)) return true;
  if (THIRD.test(c.before)) return false;
  if ((s.asked || ASKING.test(c.sentence)) && !RHETORICAL.test(c.sentence)) return false;
  const does = CHANNEL_DOES.test(c.after);
  if (/^[^，。,]{0,8}(?:電話|信|公文|檢舉|案)?(?:已經?|都)[^，。,]{0,6}(?:打了|了|受理|立案|寄出|介入)/.test(c.after))
    return true;
  if (/^(?:1999|1950)$/.test(c.said) && !/打|撥|電|線/.test(c.sentence)) return false;
  if (/^[^，。,]{0,3}見(?:[^面過證識]|$)|^(?:我|都|那邊)[^，。,]{0,6}(?:認識|有熟|有人|聯絡)/.test(c.after))
    return true;
  const goes = CHANNEL_GO.test(c.before);
  if (goes && /^(?:1999|1950)$/.test(c.said)) return true;
  if (goes && does) return true;
  if (goes && /(?:檢舉|投訴|申訴|陳情|告|投書|爆料|舉報|鬧上|寫信)[^，。,]{0,5}$/.test(c.before)) return true;
  // 「再不處理就衛生局」
  return (
    /(?:就|直接|下一站|改天|明天|不然|否則|準備|那就)(?:去|找|到)?$/.test(c.before) &&
    !/^[^，。,]{0,4}(?:上班|看|開會|規定|公告)/.test(c.after)
  );
}

const AT_LAW =
  /^(?:提告|告發|報警|報案|備案|立案|訴訟|打官司|上法院|告上|告到|存證信函|律師函|告[他她這]|[要會去來]告|提訴|調解|申請調解|上新聞|踢爆|爆料|揭發|寄證據|爆ㄌㄧㄠˋ|爆出來)$/;
const CHANNEL =
  /衛生局|衛生署|衛福部|健保|消保|消基|公平會|勞工局|勞動局|國稅|政風|監察院|公會|醫策會|議員|立委|民代|1999|1950|法院|媒體|記者|新聞|信箱市長|市長|局|署|有關單位|相關單位|主管機關|上級|公社/;
const SURELY = /(?:一定|絕對|必定|必|鐵定|放心)[^，。,]{0,3}(?:會|要|往|去)?[^，。,]{0,8}$/;

/** A deed is announced, not asked about, advised or told of someone else; to the own mailbox it is no threat. */
function isAnnounced(c: Context, s: Signal): boolean {
  if (PASSIVE.test(c.before) || ADVICE.test(c.before)) return false;
  if (/^(?:知|訴|別|一段|一聲|解|誡|示|白)/.test(c.after) && /告$/.test(c.said)) return false;
  if (/^(?:專線|信箱|電話|管道|單|表|無門|人|書要|中心|流程|櫃)/.test(c.after) && !/已|打/.test(c.before)) return false;
  if (THIRD.test(c.before)) return false;
  if ((s.asked || ASKING.test(c.sentence)) && !RHETORICAL.test(c.sentence)) return false;
  const near = c.before.slice(-24) + c.said + c.after.slice(0, 14);
  if (AT_LAW.test(c.said)) {
    // Called the police on the spot, about the way in, about a theft: an account of the day.
    if (/^(?:報警|報案|備案|立案|調解|申請調解)$/.test(c.said))
      return (
        /(?:會|要|將|準備|不然|否則|再不|直接|就|已經?)[^，。,]{0,4}$/.test(c.before) &&
        !/想|早就|都要|可以|該|需要|得|是要|差點/.test(c.before.slice(-8))
      );
    if (/^(?:上新聞|爆料|踢爆|爆出來)$/.test(c.said))
      return /(?:會|要|就|去|將|準備|不然|否則|等著|找|直接|已經?|幫你們?)[^，。,]{0,6}$/.test(c.before);
    return ANNOUNCE.test(c.before) || /^[^，。,]{0,3}(?:你們|到底|定了|了$|已)/.test(c.after);
  }
  if (OWN_CHANNEL.test(near) && !CHANNEL.test(near.replace(/院長信箱|意見信箱/g, ''))) return false;
  if (CHANNEL.test(near)) return ANNOUNCE.test(c.before) || /^[^，。,]{0,2}(?:了|中|完|到|過)/.test(c.after);
  return SURELY.test(c.before) && !/[你妳]可以|想/.test(c.before);
}

const SHOW = /(?:就|會|要|不然|否則|連|準備|打算|馬上|直接|通通)[^，。,]{0,12}$/;

/** 「不退我就貼到爆料公社」「所有對話我會公開」; what staff or others posted is no threat. */
function isPublished(c: Context, s: Signal): boolean {
  if (!SHOW.test(c.before + c.said.charAt(0)) || PASSIVE.test(c.before) || ADVICE.test(c.before)) return false;
  if (s.asked && !RHETORICAL.test(c.sentence)) return false;
  if (THIRD.test(c.before) || /希望|醫院|護理師|護士|朋友|她的?照片貼/.test(c.before.slice(-12))) return false;
  if (/^(?:dcard|ptt|threads|社團|限動|靠北|抖音|小紅書)$/.test(c.said))
    return /(?:就|會|要|不然|否則|再)[^，。,]{0,8}(?:貼|po|發|上|放|寫|去|到)[^，。,]{0,3}$|(?:就|會|要|不然|否則)(?:去|上|到)?$/.test(
      c.before,
    );
  if (/^(?:貼[到上在]|發[到文上]|放[上到]|傳到|上傳到|寄給|轉到)$/.test(c.said))
    return /^[^，。,]{0,8}(?:網|社|版|板|ptt|dcard|臉書|fb|ig|爆|媒體|公司|群組|平台|抖音|來|噗|推特|threads|脆|小紅書|部落|記者|衛生|公開|留言|評論|google|估狗|谷歌)/.test(
      c.after,
    );
  return /我|們|[你妳]|證據|錄音|對話|影片|截圖|照片|這件|真相|全部|醜/.test(c.sentence);
}

function isSarcastic(c: Context): boolean {
  const said = c.before + c.said;
  if (/(?:他們?|她們?|醫院|院方|政府|一直|加強|多|少|要求|人員|護士|醫師|醫生|自己)[^，。,我]{0,5}$/.test(c.before))
    return false;
  if (c.said === '讚頌') return /投訴|單位/.test(c.sentence);
  if (
    /^(?:幫忙|免費)?宣傳$/.test(c.said) &&
    !/好好|大力|到處|四處|努力|幫[你妳貴]|替[你妳貴]|跟[^，。,]{1,8}/.test(said)
  )
    return false;
  return /我|會|一定|絕對|幫|替|來/.test(said) && !/希望|應該|可以/.test(said);
}

/** 「給一星」 alone is what a reviewer does; a weapon it is by number, by accounts, by calling others. */
function isBombing(c: Context): boolean {
  if (
    /(?:看到|有人|別人|為什麼|原本|以前|之前|被|網友|很多人|不要|別再?|想說|本來|個月前|那些|怎麼這麼多)[^，。,]{0,10}$/.test(
      c.before,
    )
  )
    return false;
  if (/^[給留送塞]/.test(c.said))
    return /(?:大家|一起|每天|天天|每個平台|各[大個]|親友|親戚|家人|全家|同事|群組|號召|叫|幫忙|幫我|換帳號|人人)[^。]{0,14}$/.test(
      c.before,
    );
  if (/平台$/.test(c.said)) return /一星|負評|1星|刷|洗/.test(c.sentence);
  if (/^(?:親友團|換帳號|洗版|出征|[每天]|帳號|[開用辦])/.test(c.said))
    return /一星|一顆|負評|評論|刷|洗|噓|灌|更新|留言|幫你/.test(c.sentence);
  return true;
}

/* ---- demands ---- */

const STICK =
  /告|檢舉|投訴|申訴|法院|律師|存證|爆|公開|貼|po|發文|上網|放上|媒體|記者|新聞|週刊|一星|一顆星|負評|限動|衛生局|消保|議員|鬧|抬棺|冥紙|砸|翻桌|走著瞧|等著瞧|每天|天天|兄弟|好看|堵|法庭|白布條|門口|告訴大家|讓大家|publish|lawyer|court|press|review|police|health bureau|sue|report|star|platform|everywhere|website|facebook|google|post|sns|ネット|口コミ|拡散|書[きく]|通報|訴え/;
const UNLESS =
  /(?:不|沒|没|再不|若無|若毋)(?:有)?(?:要)?(?:退|賠|還|给|給|補|道歉|處理|重做|負責|解決|回覆|交代|刪|撤|回)[^。]{0,24}?(?:就|我會|我要|我們會|否則|不然|只好|會|別怪|見|等|那)|(?:否則|要不然|不然|要嘛|做不到|做不到就|逾期|逾時)|(?:期限|三天內|[0-9一二兩三五七十]{1,2}天內|限[你貴]?|[禮週周]拜?.?[以之]?前|之前沒|月底前|until|before|within|if not|or (?:i|we|else)|unless|くれない|ないなら|なければ)|不[^。，]{0,6}的話/;
const EXCHANGE =
  /(?:退|賠|給|還|拿|重做|補償|道歉|處理|吐)[^。]{0,20}?(?:我?就|再|才|馬上|立刻)(?:會|來)?(?:幫你們?)?(?:把[^，。]{0,8})?(?:改|刪|撤|下架|閉嘴|不追究|收回|移除|補[五5])|(?:刪文?|改評[價論]|下架|撤[文掉])[^。]{0,6}可以|(?:想|(?<!有|沒)要|想叫|叫)我(?:刪|撤|改)[^。]{0,14}(?:先|就|可以|除非|退|賠)|(?:要|想要|換)[^。，]{0,4}(?:五星|好評|刪文)[^。]{0,3}(?:就|先)|封口費|遮羞費|先[^。]{0,20}再(?:說|談)|換(?:你們)?(?:五星|刪文)/;

/** Something wanted, tied to a condition with a stick behind, or to taking a review back. */
function isPressing(c: Context): boolean {
  if (
    /(?:醫院|院方|診所|他們?|櫃[台檯]|護理師)(?:說|表示|回|竟)[^，。]{0,12}$/.test(c.before) &&
    !/我就|我會|我要/.test(c.after)
  )
    return false;
  if (/(?:要|叫|要求|逼)我[^，。,]{0,8}$|(?:收到|被)[^。]{0,16}$/.test(c.before) && !/我就|我會/.test(c.after))
    return false;
  if (/^也?就算了?/.test(c.after)) return false;
  if (EXCHANGE.test(c.sentence)) return true;
  return (
    UNLESS.test(c.sentence.replace(/就算了?|就好|不然[你妳]|不然呢|不然我[看不]/g, '')) &&
    STICK.test(c.sentence.replace(/公告|報告|告知|告訴我|廣告|被告知|警告/g, ''))
  );
}
