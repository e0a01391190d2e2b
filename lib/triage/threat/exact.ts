import type { Reading } from '../reading.ts';
import type { Signal, Signals } from '../signals.ts';
import { cuesOf, type Frame, framed } from './frames.ts';

/* Threats and bargains in turns of phrase so exact that thanks and stars take nothing away. Cues: cues-exact.ts. */

const TOOL = '(?:球棒|棒子|鐵鎚|鐵槌|榔頭|石頭|磚頭|拳頭|鐵棍|棍子|木棍|刀子?|怪手|鋤頭|斧頭|鐵棒|砂石車|卡車|子彈)';
const BREAKS = '(?:鐵?門|頭|玻璃門?|招牌|骨頭|嘴|牙齒?|臉|命|膝蓋|車窗?|櫃[台檯]|腿|鐵捲門)';
const THANK = '(?:謝謝?|感謝|報答|回報|答謝|招待|伺候|款待|回敬|照顧|關心|回饋|孝敬)';
const YOU = '(?:[你他她]|恁|院長|醫[師生]|護理師|主任|診所|大家)';
/** Of who has been helped, or means a real cake. */
const GRATEFUL =
  /康復|痊癒|健康|恢復|漂亮|這樣(?:好|美|帥)|治好|醫好|水果|蛋糕|卡片|錦旗|餅乾|點心|飲料|紅包袋|抽獎|週年|贈品|哈哈/;

/** T10 in sweet words. */
export const VEILED: readonly Frame[] = [
  {
    // 「我會好好『謝謝』你的」
    at: new RegExp(
      `好好[「『"“]${THANK}[」』"”]|(?:大禮|全家|親自|登門|成這樣|變成這樣)[^。]{0,16}[「『"“]${THANK}[」』"”](?:給)?${YOU}|(?:會|要|來|改天|一定)[^。，,]{0,4}[「『"“]${THANK}[」』"”]${YOU}[^。]{0,16}(?:等著|收禮|大禮|禮物|準備|期待|全家)`,
    ),
    unless: GRATEFUL,
  },
  {
    at: new RegExp(
      `(?:把|害)(?:我|阮|我們)?(?:[媽爸哥弟姊妹]|阿[公嬤]|太太|老婆|老公|先生|兒子|女兒|家人|小孩|爸爸|媽媽|弟弟)?[^。，,]{0,6}(?:成這樣|到(?:躺|坐輪椅|不能走|走不了)[^。，,]{0,6})[^。]{0,24}(?:好好[「『"“]?${THANK}|等著收(?:禮|大禮|我)|收大禮|(?:期待|準備(?:收|接))[^。，,]{0,5}(?:禮物|大禮|回禮))`,
    ),
    unless: GRATEFUL,
  },
  {
    // 「看是你的門硬還是我的球棒硬」
    at: new RegExp(
      `${BREAKS}(?:比較|夠|有多)?硬[,，\\s]{0,2}(?:還是|或是|不然就是)[^。，,]{0,3}(?:我|阮|咱|林北|恁爸|兄弟)[^。，,]{0,4}${TOOL}|(?:我|阮|林北|恁爸)[^。，,]{0,3}${TOOL}(?:比較)?硬[,，\\s]{0,2}(?:還是|或是)[^。，,]{0,6}${BREAKS}`,
    ),
  },
  {
    // 「你女兒好可愛,要顧好喔,不見了多可惜」
    at: /(?:(?:你|妳)(?!們)|院長|醫[師生]|主任|護理師|小姐)(?:的|家)?(?:的)?(?:女兒|兒子|小孩|孩子|太太|老婆)[^。，,]{0,6}(?:可愛|漂亮|乖|活潑)[^。]{0,16}(?:(?:要|記得|最好)[^。，,]{0,2}(?:顧好|看好|小心)|(?:萬一|要是|如果|哪天)[^。，,]{0,8}(?:不見|出事|走丟|受傷|怎樣|怎麼樣|意外))/,
    unless: /打(?:針|疫苗)|過敏|感冒|發燒|視力|牙|地板|樓梯|刷牙|吃/,
  },
];

const MONEY = '(?:\\d{3,}|\\d[萬千]|[一二兩三四五六七八九十幾]+[萬千])';
const STARS = '(?:負評|一顆?星|1顆?星|評論|評價|五星|星)';
const MORE =
  '(?:(?:會|就|還|再|將|持續|繼續)[^。，,]{0,6}(?:更多|越來越多|愈來愈多|變多|增加|再(?:來|多)|來|多|有)[^。，,]{0,6}(?:則|顆|篇|星|負評|喔|$)?|越來越多|持續增加|更多)';
const ELSE = '(?:不(?:處理|付|合作|理會?|買|續約)|否則|不然|要不然|再不(?:處理|付|理)|逾期)';

/** T11: stars held for ransom, and a term whose price need not be said. */
export const RANSOMED: readonly Frame[] = [
  {
    at: new RegExp(
      `${STARS}[^。]{0,22}${MONEY}[^。]{0,26}${ELSE}[^。]{0,12}${MORE}|${MONEY}[^。，,]{0,10}[^。]{0,10}(?:刪|移除|下架|洗掉|撤)[^。]{0,18}${ELSE}[^。]{0,12}${MORE}|${MONEY}[^。]{0,8}${ELSE}[^。]{0,10}(?:很多|一堆|滿滿|更多)[^。，,]{0,3}(?:一星|負評)`,
    ),
    unless: /療程|植牙|蛀牙|手術|發炎|惡化|收過|被勒索|收到(?:簡訊|訊息|電話)|詐騙|小心/,
  },
  {
    // 「一顆星換一萬，要不要談看看」「把六萬退了這則我就當沒寫過」
    at: new RegExp(
      `${STARS}(?:一顆|一則|一篇)?[^。，,]{0,2}(?:換|抵|值|賣(?:你)?|開價)[^。，,]{0,3}${MONEY}|${MONEY}[^。，,]{0,4}(?:換|買|抵)[^。，,]{0,3}${STARS}|${MONEY}[^。，,]{0,4}(?:退|匯|賠|付)(?:了|來|給我|回來|還)?[,，\\s]?(?:這[則篇]|評論|負評|一星)?[^。，,]{0,3}(?:我)?就(?:當)?(?:沒|不曾)(?:有)?(?:寫|發|留|這)[^。，,]{0,4}|(?:帳號|分身)[^。]{0,8}(?:要不要|看看|考慮)[^。，,]{0,4}(?:談|給|出價|付)`,
    ),
    unless: /療程|植牙|蛀牙|手術|被勒索|詐騙|小心|飯店|(?:診所|店家|老闆|他們)[^。，,]{0,6}(?:說|送|給|要我)|送|折|禮/,
  },
  {
    at: /(?:天|小時|鐘頭)(?:的)?(?:時間)?(?:好好)?(?:考慮|想清楚|想想|決定)[^。]{0,8}(?:私下|私了|和解|錢|賠)[^。]{0,10}(?:還是|或是?|不然|否則)[^。]{0,10}(?:報|媒體|記者|新聞|公審|爆料|爆出|公開|週刊|法院|網路)|(?:私下|私了|和解|記者|媒體|新聞|日報|週刊|公開|爆料)[^。]{0,20}(?:數字|金額|價碼|多少錢|價錢)[^。，,]{0,5}心裡有數/,
    unless: /(?:診所|院方|醫院|他們|老闆|對方)[^。，,]{0,4}給我|請問|新聞說/,
  },
];

const SUED = '(?:被(?:病人|家屬|患者|人)?(?:提?告(?![知訴])|檢舉)|吃(?:上)?官司|(?:可以|能)(?:提告|告(?:人|你|妳)))';
const DARE = '(?:不怕|不擔心|沒在怕|(?:別|不要)?以為(?:這樣)?(?:就)?不會)';

/** T23 as a question that expects no answer: who does so may be sued. */
export const WARNED: readonly Frame[] = [
  {
    // 「你們這樣不怕被告嗎」「難道不知道亂收費會被告？」
    at: new RegExp(
      `${DARE}[^。，,我]{0,8}${SUED}|(?:難道|都|也|是)不知道?[^。，,我]{0,10}${SUED}|不知道?[^。，,我]{0,10}${SUED}[^。，,]{0,3}(?:嗎|喔|吧|是嗎|\\?|$)`,
    ),
    // Who fears it himself, and what he writes here.
    unless:
      /我(?:們)?(?:[^。，,]{0,3}(?:怕|不怕|會不會|這樣|寫|說))|留言|評論|負評|評價|一星|po|貼文|發文|文章|這篇|版主|推文|網友|說實話|實話|店名|診所名|指名/,
  },
];

/** Quoted too: 「謝謝」 in quotes is the threat itself. */
const openly = (signals: Signals, tag: string): Signal[] =>
  cuesOf(signals, [tag]).map((cue) => ({ ...cue, told: false, quoted: false }));

export const findVeiled = (reading: Reading, signals: Signals): Signal[] =>
  signals.has('veil-cue') ? framed(reading, openly(signals, 'veil-cue'), VEILED) : [];

export const findRansom = (reading: Reading, signals: Signals): Signal[] =>
  signals.has('sold-cue') ? framed(reading, openly(signals, 'sold-cue'), RANSOMED) : [];

export const findWarned = (reading: Reading, signals: Signals): Signal[] =>
  signals.has('sued-cue') ? framed(reading, cuesOf(signals, ['sued-cue']), WARNED) : [];
