import { opening } from './context.ts';
import { Sought } from './needs.ts';
import type { Reading } from './reading.ts';

/*
 * Talk under a post that is not about the clinic: of who wrote above, of the post itself, of the insurance and politics, of a
 * trade one learns; and a request for a place to go. It may scoff or laugh, and no clinic is praised or blamed by it. Told by the
 * whole text: nothing of a clinic stands in it, and nothing that the writer went through there.
 */

/** Longer ones tell a story of their own. */
const SHORT = 80;

/** 「樓上在講什麼」「B3 根本是我」「原PO自己沒刷牙」「噓 內文沒重點」「這篇業配味好重」「先問保險理不理賠」; 「去樓下買」「2樓的候診區」 are floors of a house. */
const OF_THE_THREAD = new Sought(
  /^[^一-龥a-z\d]*(?:[推噓]\s?)?(?:[同回給笑看]?(?:[一二三四五六七八九十]{1,2}|\d{1,3})(?:樓|f(?![a-z]))(?:[\s，,:：]|$|[在講說是也你好不真可根懂太什哪怎那]|一定|應該|的(?:說|邏|意|大|朋|網))|b\d{1,4}(?![a-z\d\-~]|的|樓|美食|餐|停車|電梯))|(?<![去在到從跑往搬住走])樓(?:上|下(?!買|領|抽|繳|批|停|等))|樓主|原po|po主|[版板][主友規]|酸民|鄉民|內文|標題|排版|(?:發|po|貼)錯[版板]|問卦|日經文|業配|釣魚文|廢文|這[篇串則]|保險|理賠|保單|實支實付/,
);
/** 「姨媽來的時候不要去洗牙」 is said to everybody, 「我也好想割雙眼皮」「有錢人才能植牙」 of nothing that happened. */
const OF_NOTHING_DONE = new Sought(
  /(?:的時候|期間|前一[天晚]|當天|[做打拔洗植補]完)[^。，,\s]{0,3}(?:不要|別|不能|記得|要記得|最好)|[好也超]想要?(?:做|割|打|植|把|變|試|養)|有錢人|窮人|太窮|好窮|吃土/,
);
/** Somebody or something of a clinic, or a word that is said of one. */
const OF_A_CLINIC =
  /診所|貴院|院[長方]|醫院|醫[師生美]|牙醫|獸醫|護理[師長]|護士|助理|櫃[台檯]|小姐|諮詢|[這那哪本][間家位裡邊]|[你他]們|店家|態度|服務|技術|環境|收費|價[格錢位]|療程|掛號|候診|叫號|推薦|不推|退[費款]|推銷|黑店|騙|坑|盤子|很盤|雷|爛|差(?![別異點不一])|貴|專業|仔細|耐心|親切|溫柔|厲害|不錯|很好|超好/;
/** It happened to the writer or to his people. */
const WENT_THROUGH =
  /被(?!原po|樓|標題|這[篇串則]|推|[一二三四五六七八九十\d]{1,2}樓)|上次|之前|[去來做看遇等]過|我(?:也|才|剛|昨天|今天)?(?:去|來|做|打|花|等|掛|拔|植|付)|等(?:了|到|很|超|好)|痛|害我|[都是]真的|真的(?:這樣|很)|一模一樣|一樣的|苦主|受害|過來人|遭遇|[+＋]1|同感|沒錯|說[得的]對|同意|我(?:們|家|的)?(?:爸|媽|阿|婆婆|小孩|兒子|女兒|老[公婆]|先生|太太|朋友|同[學事])/;

/** What is weighed of a place that one goes to: 「台灣人真的比較信任大醫院」「全台灣醫療最高殿堂，但人太多」. */
const WEIGHED =
  /服務|環境|團隊|志工|親切|細心|優良|優秀|專業|醫術|差勁|糟|停車|效率|[回看候]診|預約|排隊|動線|設備|信任|最高|大醫院|人(?:真的)?(?:太|好|很)多/;
/** Whomever it is meant for, and whoever is shown. */
const ILL_WILL = /去死|該死|小心|知道你|找到你|等著|肉搜|本名|名字|地址|電話|\d{4}/;

/** 「健保費年年漲」「衛福部長換誰都一樣」「台灣人就是愛看醫生」「急診又不是便利商店」 */
const OF_POLITICS = new Sought(
  /健保(?:費|署|局|點|制度|大?餓|倒|破產|遲早|就是|真的|已經|吃到飽)|衛福部|部分負擔|政府|部長|立委|政治|選[舉票]|分級醫療|點值|核刪|護病比|藥價|台灣人|(?<![外中美各])國人|急診(?:室)?又?不是|現在的?(?:病人|病患|民眾)|逛醫院|醫療(?:崩|量能|人力|資源(?:浪費|分配|不均|有限)|浪費)|浪費醫療|(?:護理師|醫護|護士|醫師)荒|缺護/,
);
/** 「我也想當醫生」「我同學當PGY」 */
const OF_A_TRADE = new Sought(
  /想當(?:個)?(?:醫[師生]|牙醫|獸醫|護理師|護士)|pgy|[一-龥]學系|護理系|國考|護理實習|實習日常|下輩子當/,
);
/** One clinic is meant after all, or one's own case. */
const OF_THIS_ONE =
  /[這那本][間家位裡邊種]|貴院|你們|他們家|院[長方]|櫃[台檯]|老闆|態度|大小聲|臉色|推銷|上次|(?:收|叫|兇|罵|騙|要|跟|對)我(?!們)|我(?:之前|昨天|今天|去|媽|爸|小孩|兒子|女兒|老公|老婆|先生|太太|阿)|被(?!健保|政府|那些|這些)|退[費款]|自費|掛號費|[欠扣]薪|發薪|積欠|罰/;

/** 「有沒有推薦的皮膚科」「求推薦」「有人推薦嗎」 */
const ASKS_WHERE = new Sought(
  /(?:有沒有|有無|求|請(?:問|益|大家|各位)?|想問|想找|徵|誰有|哪裡有)[^。，,！!\n放]{0,12}推薦|推薦(?:的|哪|一下)?[^。，,！!\n]{0,10}(?:嗎|嘛|呢|[?？])|[有求]推(?:薦)?(?:的|嗎|[?？]|$)/,
);
/** Who praises in the same breath has found one. */
const HAS_FOUND =
  /我(?:都|自己|們?全?家|很|超|大|真心|也)?[推愛]|推薦(?:這|給|大家|他)|[這他]們?[間家]?(?:真的|很|超)|大推|激推|推爆|滿分|讚|值得|感動|救了/;

/** What is said of others than the clinic; never asked of what has stars. */
function isOfOthers(said: string, length: number): boolean {
  if (length > SHORT) return false;
  if (
    (OF_THE_THREAD.in(said) || OF_NOTHING_DONE.in(said)) &&
    ![OF_A_CLINIC, WENT_THROUGH, ILL_WILL].some((p) => p.test(said))
  )
    return true;
  return (OF_POLITICS.in(said) || OF_A_TRADE.in(said)) && ![OF_THIS_ONE, WEIGHED, ILL_WILL].some((p) => p.test(said));
}

/** A text without stars that is not about a clinic; `praises`: as a mere request for one is read as well. */
export function isChatter(reading: Reading, praises: boolean): boolean {
  const said = opening(reading, 300);
  return isOfOthers(said, reading.text.codes.length) || (praises && ASKS_WHERE.in(said) && !HAS_FOUND.test(said));
}
