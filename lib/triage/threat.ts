import type { Sentiment, Triage } from '../contract/triage.ts';
import type { Reading } from './reading.ts';
import type { Signal, Signals } from './signals.ts';

export interface Threat {
  readonly level: Triage['threat'];
  readonly violence: readonly Signal[];
  readonly legal: readonly Signal[];
  readonly demand: readonly Signal[];
}

/** Words that are a threat whoever says them; the others need an angry text around them. */
const EXPLICIT =
  /砸|蛋洗|潑|放火|縱火|燒|炸|拿刀|帶刀|持刀|砍|捅|殺|宰|弄死|打死|打斷|打断|打爆|揍|扁|毆|巴掌|布袋|球棒|開槍|堵|圍診所|翻桌|掀|拆|走不出|給你好看|要你好看|讓你們?好看|抬棺|冥紙|道上|毀容|血債|同歸於盡|拼了|拚了|kill|smash|beat|burn|殴|燃|watch your back|兄弟|黑道|汽油/;
/** Said of the future or to someone: what makes reported violence a threat. */
const AIMED =
  /我會|我要|我就|就去|去你|你們|你給|給你|你等|下次|等著|小心|再.{0,6}(?:試試|一次|一句)|早晚|遲早|敢|不要以為|禮拜|明天|明仔載|改天|約|想拿|好想|有人要|一起去|帶人|叫人|欠人家|祝|絕對不會放過|走著瞧|if i|will|should|次に|活該|放車上|放在包包|可以幫喬|路過|自己顧好|顧好|剛好而已|再給我|滅火器/;
/** Violence told as news, play or figure of speech. */
const NOT_A_THREAT = /新聞|笑|哈哈|xd|😂|🤣|😆|蛋糕|生日|驚喜|可愛|紓壓|保全.{0,8}被打|被毆打|🤪/;

export function judgeThreat(reading: Reading, signals: Signals, sentiment: Sentiment): Threat {
  const text = reading.text.folded.text.toLowerCase();
  const hostile = sentiment !== 'positive';
  const open = (s: Signal): boolean => !s.negated && !s.told && !s.self;
  const violence = (signals.get('violence:act') ?? []).filter(open);
  const demand = (signals.get('demand') ?? []).filter((s) => !s.told && !s.self);
  const legalWords = (signals.get('legal:act') ?? []).filter((s) => open(s) && !s.quoted);
  const violent =
    hostile &&
    violence.length > 0 &&
    !NOT_A_THREAT.test(text) &&
    AIMED.test(text) &&
    (violence.length > 1 ||
      violence.some((s) => EXPLICIT.test(text.slice(s.word.start, s.word.end)) || s.word.gapped) ||
      VEILED.test(text));
  const legal = sentiment === 'positive' ? [] : legalWords.filter((s) => isAnnounced(text, s));
  const pressing = hostile && demand.length > 0 && PRESSING.test(text);
  const level = violent ? 'violence' : legal.length > 0 || pressing ? 'legal' : 'none';
  return {
    level,
    violence: violent ? violence : [],
    legal,
    demand: pressing || legal.length > 0 || violent ? demand : [],
  };
}

/** Threats that name no deed. */
const VEILED =
  /等著瞧|走著瞧|出門小心|騎車小心|過馬路小心|(?:女兒|小孩|家人).{0,16}(?:查得到|知道|幼稚園|小心)|(?:幾點下班|下班時間).{0,20}(?:知道|小心)|等著看好|絕對不會放過|絕不放過|嘗嘗這種滋味|leaves work|輪胎自己|滅火器|泡茶|輸贏|掛.{0,4}試試看/;

/** Conditions with a stick behind: money back or else. */
const PRESSING =
  /不(?:退|賠|還|給|補|道歉|處理|重做).{0,12}(?:就|我會|我要|否則|不然)|(?:否則|要不然|不然).{0,14}(?:告|爆|公開|貼|見|法院|媒體|新聞|一星|限動)|(?:退|賠|給|還|拿).{0,12}我?就(?:改|刪|撤|下架)|做不到.{0,8}(?:就|我)|(?:給我?|給這篇|我給你)?.{0,6}就(?:下架|刪文|改五星)|若無還|if not|or i |返金してくれない/;

/** A step at law or to the public is announced, not asked about or told of someone else. */
function isAnnounced(text: string, signal: Signal): boolean {
  const { start, end } = signal.word;
  const said = text.slice(start, end);
  // The boards' names are a place; they announce something only as the target below.
  if ((/[a-z]/.test(said) && !/^(?:dcard|ptt)$/.test(said)) || /[ぁ-ん]/.test(said)) return true;
  const before = text.slice(Math.max(0, start - 14), start);
  const after = text.slice(end, end + 14);
  const around = before + said + after;
  if (signal.asked && !/是不是|吧|要不要/.test(after)) return false;
  if (/院長信箱|意見箱|客訴|被告知|告知|公告|會被告|被告嗎|不用賠|告別|廣告|報告|告訴我|告訴你們的/.test(around))
    return false;
  if (/^(?:宣傳|好好宣傳|幫你們宣傳|幫你宣傳|大力宣傳)$/.test(said)) return /會|要|幫|好好|大力/.test(before + said);
  if (/律師函|存證信函|記者會|法院見|備案|立案/.test(said)) return !/收到|收過|怎麼|隔壁/.test(around);
  if (/刷一星|洗一星|一人一|開洗|刷負評|估狗一星|來刷|親友團|洗負評|洗評論/.test(said)) return true;
  // A complaint by itself goes to the clinic's own mailbox; to an authority it is a notice.
  if (
    /^(?:投訴|申訴|檢舉|舉報|陳情|投書)$/.test(said) &&
    !AUTHORITY.test(text.slice(Math.max(0, start - 24), end + 16))
  )
    return false;
  if (/^(?:曝光|貼到|貼上|發到|放上|po網|po到|寄給|限動|dcard|ptt|讓大家知道|讓更多人知道)$/.test(said)) {
    return /(?:就|會|要|不然|否則|再|連)[^，。！？,.!?]{0,12}$/.test(before) && !/希望|醫院|他們|被/.test(before);
  }
  return (
    ANNOUNCING.test(before) ||
    /見$|見[,。!]|告到底|處理|受理|檢舉了|投訴了|投訴到|查一查|好好查|幫我(?:曝光|申訴)/.test(said + after)
  );
}

const AUTHORITY =
  /衛生局|衛生署|衛福部|健保|消保|消基|公平會|勞工局|勞動局|國稅局|政風|監察院|公會|醫策會|議員|立委|民代|1999|1950|法院|媒體|記者|新聞|局/;
const ANNOUNCING =
  /(?:將|會|要|準備|已|已經|正在|決定|一定|必定|絕對|直接|下一站|向|打|私訊|聯絡|寄給|就是|再不|提出|作出|明天|昨天|下週|週五|禮拜)[^，。！？,.!?]{0,8}$/;
