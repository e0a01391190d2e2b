import type { Context } from '../context.ts';
import type { Signal } from '../signals.ts';

/** Said of what others do, did or might do. */
const THIRD =
  /揚言[^。，,]{0,4}$|(?:家屬|病人|病患|隔壁床)[^。]{0,14}(?:嗆|說要?|喊|威脅)[^。，,]{0,4}$|(?:推文|原文|樓上|客服|店長|網友|又)說[^。，,]{0,6}$|(?<![跟向對把將給替幫讓和找])(?:[他她]們?|院方|對方|別人|人家|有人|鄰居|病人|病患|隔壁|網友|護士|護理師|醫師|醫生|醫院|診所|貴院|公司|[你妳]們?)[^，。,我]{0,8}$/;
const PASSIVE = /(?:被|遭|收到|收過|怕|擔心|害怕|小心)[^，。,]{0,8}$/;
/** What was nearly done, would be done in another's place, or is the way of the times. */
const UNDONE =
  /(?:本來|原本|差點|差一點|一度|當初|當下|以為|換作|換成|如果是我|要是我|換我|若是我|我的話|早就|動不動|動輒|三不五時|有人(?:說|要)|說什麼|聽到)[^。]{0,16}$/;
const ASKING = /怎麼|如何|請問|想問|請教|求問|有沒有人|有人.{0,6}[嗎過]|能不能|可不可以|哪[裡邊間]|需不需要/;
const RHETORICAL = /看你們?怎麼|要我|需要我|逼我|非要|是不是要|才(?:會|要)?(?:處理|道歉|甘願)|等著|吧/;
/** Advice to someone else, or a mere possibility. */
const ADVICE =
  /(?:建議|可以|不妨|應該|原po|[你妳]可以|其實|記得|麻煩你|如果|假如|萬一|曾經|想過|考慮過)[^，。,我]{0,10}$/;
const ANNOUNCE =
  /(?:會|要|將|已經?|準備|就|去|正在|決定|打算|一定|必定|絕對|直接|馬上|立刻|向|跟|往|打|撥|寫|寄|找|正式|乾脆|不然|否則|只好|只能|明天|昨天|今天|今早|剛|下週|下禮拜|下周|週[一二三四五]|禮拜|改天|等等|請|叫|再不[^，。,]{1,8}|ready to|will)[^，。,]{0,10}$/;
const OWN_CHANNEL = /院長信箱|意見箱|意見信箱|客服|護理長|貴院|公關室|社服|病友中心|院內|主管反[映應]|服務台/;

/** What staff told the writer to do: 「叫我有本事去投訴」. */
const TOLD_TO_US = /(?:叫|要|請|讓)(?:我們?|家屬|病人)[^，。,]{0,8}$/;

/** 「等著收到抽獎的禮物」: what is waited for there is no paper. */
const GIFTS = /^(?:到|下|驚喜|禮|包裹|簡訊|通知|報告|好消息|藥|攤|拾|費|工|店)/;

export function isOurs(c: Context, s: Signal): boolean {
  if (/收$/.test(c.said) && GIFTS.test(c.after)) return false;
  if (TOLD_TO_US.test(c.before)) return false;
  if (/[a-zぁ-ん]/.test(c.said)) return !/\b(?:he|she|they|clinic|someone)\b/.test(c.before);
  if (PASSIVE.test(c.before) && !/等著|準備/.test(c.before + c.said)) return false;
  if (THIRD.test(c.before) && !/等著|準備|你們|你$/.test(c.before)) return false;
  return !((s.asked || ASKING.test(c.sentence)) && !RHETORICAL.test(c.sentence));
}

const CHANNEL_DOES =
  /^[^，。,]{0,6}(?:見|檢舉|舉報|投訴|申訴|陳情|提告|告|反[映應]|爆料|爆|好好查|查一查|查|處理|介入|調解|協調|評理|說明|受理|立案|備案|會勘|專線|電話(?:已|我)|伺候|報到|聊聊|打了|已經|通報|來看|來拍|來採訪|採訪|報導|上門|公評|公審|主持公道|知道|complain)/;
const CHANNEL_GO =
  /(?:我|我們|會|要|已經?|就|去|打|撥|寄|找|跟|向|往|請|聯絡|通知|告上|告到|鬧上|送|投書|爆料給|檢舉到|投訴到|申訴到|寫信給|打給|打去|打到|交給|反映給)[^，。,]{0,5}$/;

/** An office that acts by itself, told. */
const CHANNEL_DID =
  /^[^，。,]{0,4}(?:擬|調高|調降|修法|公布|宣布|開放|規劃|表示|指出|提醒|呼籲|說明|統計|補貼|給付|核刪|又在|只會|約談|搜索|起訴|判|罰|查獲|查封|抓|糾正|裁罰|認定|停約|貼封條|封條|的扣薪|扣薪|開協調會|通過|規定|補助|核准|認證|公證|拍賣|評鑑)/;

/** 「已經跟衛生局檢舉」「消保官見」, not 「收到法院的信」「我在衛生局上班」. */
export function goesTo(c: Context, s: Signal): boolean {
  if (
    PASSIVE.test(c.before) ||
    ADVICE.test(c.before) ||
    UNDONE.test(c.before) ||
    CHANNEL_DID.test(c.after) ||
    /(?:說|叫我|要我|嗆我?)去?[跟找向]?$|我(?:就|只好)?(?:說|回)(?:那|好)|那時候?|當時|(?:阿姨|伯伯|先生|太太|家屬|病人)說/.test(
      c.before,
    )
  )
    return false;
  if (/^[^，。,]{0,4}(?:你們?)?(?:要|該|請|應該)?好好查/.test(c.after)) return true;
  if (THIRD.test(c.before) || (/^(?:派出所|警察局)$/.test(c.said) && LOST.test(c.sentence))) return false;
  // 「跟衛生局公告的一樣」
  if (/^的?(?:公告|公布的|核定|核備|備查|標準|收費|名單|網站|查得到|規定|認可)/.test(c.after)) return false;
  // 「打去衛生所問到的」
  if (/^[^。，,]{0,3}(?:問|查詢|掛號|看診|打疫苗|領|申請)/.test(c.after)) return false;
  if ((s.asked || ASKING.test(c.sentence)) && !RHETORICAL.test(c.sentence)) return false;
  const does = CHANNEL_DOES.test(c.after);
  if (/^[^，。, ]{0,8}(?:電話|信|公文|檢舉|案)?(?:已經?|都)[^，。, ]{0,6}(?:打了|了|受理|立案|寄出|介入)/.test(c.after))
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

/** Told to the police because something is gone, not against anyone here. */
const LOST = /遺失|丟失|撿到|掉了|不見|皮夾|錢包|長夾|走失|被偷|監視器|冒用|大德|拾獲/;

const AT_LAW =
  /^(?:提告|告發|報警|報案|備案|立案|訴訟|打官司|上法院|告上|告到|存證信函|律師函|告[他她這]|[要會去來]告|提訴|調解|申請調解|上新聞|踢爆|爆料|揭發|寄證據|爆ㄌㄧㄠˋ|爆出來)$/;
const CHANNEL =
  /衛生局|衛生署|衛福部|健保|消保|消基|公平會|勞工局|勞動局|國稅|政風|監察院|公會|醫策會|議員|立委|民代|1999|1950|法院|媒體|記者|新聞|信箱市長|市長|局|署|有關單位|相關單位|主管機關|上級|公社/;
const SURELY = /(?:一定|絕對|必定|必|鐵定|放心)[^，。,]{0,3}(?:會|要|往|去)?[^，。,]{0,8}$/;

/** A deed is announced, not asked about, advised or told of someone else; to the own mailbox it is no threat. */
export function isAnnounced(c: Context, s: Signal): boolean {
  if (PASSIVE.test(c.before) || ADVICE.test(c.before) || UNDONE.test(c.before)) return false;
  if (/^(?:知|訴|別|一段|一聲|解|誡|示|白)/.test(c.after) && /告$/.test(c.said)) return false;
  if (/^(?:專線|信箱|電話|管道|單|表|無門|人|書要|中心|流程|櫃)/.test(c.after) && !/已|打/.test(c.before)) return false;
  if (THIRD.test(c.before)) return false;
  if ((s.asked || ASKING.test(c.sentence)) && !RHETORICAL.test(c.sentence)) return false;
  // 「已經備案,撿到的請通知」
  if (/^(?:報警|報案|備案|立案)$/.test(c.said) && LOST.test(c.sentence)) return false;
  // 「調監視器要律師函」
  if (/^(?:律師函|存證信函)$/.test(c.said))
    return (
      /(?:寄|發|送|出|收|等|準備|委請|擬)[^。，,]{0,6}$/.test(c.before) ||
      /^[^。，,]{0,4}(?:已|寄|送|發|遞|見|伺候|上路)/.test(c.after)
    );
  const near = c.before.slice(-24) + c.said + c.after.slice(0, 14);
  if (/^開記者會$/.test(c.said) && !/我|家屬|將|準備|[週日號點]/.test(c.before)) return false;
  if (AT_LAW.test(c.said)) {
    // Called the police on the spot, about the way in, about a theft: an account of the day.
    if (/^(?:報警|報案|備案|立案|調解|申請調解)$/.test(c.said))
      return (
        /(?:會|要|將|準備|不然|否則|再不)[^，。,]{0,4}$|我們?(?:已經?|就)?去$/.test(c.before) &&
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
export function isPublished(c: Context, s: Signal): boolean {
  if (!SHOW.test(c.before + c.said.charAt(0)) || PASSIVE.test(c.before) || ADVICE.test(c.before)) return false;
  if (s.asked && !RHETORICAL.test(c.sentence)) return false;
  // 「手就放上來了」
  if (/^放上$/.test(c.said) && (/^來了?/.test(c.after) || /手[^。，,]{0,3}$/.test(c.before))) return false;
  if (THIRD.test(c.before) || /(?:希望|醫院|護理師|護士|朋友|[他她]的?照片貼)[^我]*$/.test(c.before.slice(-12)))
    return false;
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

export function isSarcastic(c: Context): boolean {
  const said = c.before + c.said;
  if (/(?:[他她]們?|醫院|院方|政府|一直|加強|多|少|要求|人員|護士|醫師|醫生|自己)[^，。,我]{0,5}$/.test(c.before))
    return false;
  // 「根本業配」「打廣告很兇」: what the place does for itself.
  if (
    /^(?:打廣告|業配|口碑|代言|推廣|知名度|爆紅|上熱門|上頭條)$/.test(c.said) &&
    !/(?:幫|替|讓|給|為)(?:[你妳他恁貴]|這[間家]|院)[^。，,]{0,8}$|(?:我|阮)[^。，,]{0,3}(?:會|一定|絕對|來)[^。，,]{0,6}$/.test(
      c.before,
    )
  )
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
export function isBombing(c: Context): boolean {
  if (
    /(?:不好意思|抱歉|失禮|難怪|大家都|果然|看到|有人|別人|為什麼|原本|以前|之前|被|網友|很多人|不要|別再?|想說|本來|個月前|那些|怎麼這麼多)[^，。,]{0,10}$/.test(
      c.before,
    )
  )
    return false;
  // Of what others do, sell or gain nothing by; of stars explained.
  if (
    /沒用|會刪|被刪|同業|眼紅|找人來|小幫手|忘了|代(?:刷|寫|洗|檢)|專案|量大|可議|堅持|是因為|才能評|優惠|免費送|五星好評|店員|店家|老闆|員工|感覺被騙|只能給|本來|團購|米其林|浮濫|水軍/.test(
      c.sentence,
    )
  )
    return false;
  if (/^[給留送塞]/.test(c.said))
    return /(?:大家|一起|每天|天天|每個平台|各[大個]|親友|親戚|家人|全家|同事|群組|號召|叫|幫忙|幫我|換帳號|人人)[^。]{0,14}$/.test(
      c.before,
    );
  if (/平台$/.test(c.said)) return /一星|負評|1星|刷|洗/.test(c.sentence);
  // 「每天洗鼻子」
  if (/^(?:每天|每個月|每週|天天)/.test(c.said) && !/星|評|篇|文|版|噓|則/.test(c.said + c.after.slice(0, 10)))
    return false;
  if (/^(?:親友團|換帳號|洗版|出[徵征]|[每天]|帳號|[開用辦])/.test(c.said))
    return /一星|一顆|負評|評論|刷|洗|噓|灌|更新|留言|幫你/.test(c.sentence);
  return true;
}
