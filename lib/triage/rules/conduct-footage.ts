/* T14: pictures of somebody undressed, offered or put up. Cues: `footage-cue`, `recording`. */

const BARE =
  /胸部?(?!腔|口悶)|乳房|奶|裸|全裸|內診|脫(?:衣|褲|光|掉)|更衣|換衣|換褲|下體|私密|私處|下面|屁股|裙底|露點|洗澡|沖澡|上廁所|餵奶|擠奶|走光|內褲|內衣|不雅|性愛|naked|nude|undress/i;
const FILMED =
  /偷?錄(?:影|到|了|下)|偷?拍(?:到|了|下|的)|影片|畫面|照片|檔案|截圖|偷拍|針孔|密錄|video|footage|photos?|pictures?/i;
const OFFERED =
  /想看|要看|有興趣|私訊|站內信|私我|密我|敲我|加賴|加我|雲端|連結|載點|網址|上傳|放上|放到|放(?:在)?網|公開|分享|傳給|傳到|流出|外流|賣|群組|要的|有需要|自取|無碼|dm me|link|upload|share/i;
/** Of a child unborn, of an operation, or shown in class. */
const CLINICAL =
  /超音波|胎兒|寶寶(?!.{0,4}餵)|衛教|教學|手術影片|傷口|x光|斷層|mri|牙齒|假牙|監視器|會(?:不會|被)|怕|擔心|萬一|如果|隱私權?政策|新聞|術前|術後|前後對比|對比照|廣告|宣傳/i;

/** Shows somebody undressed and gives it away. */
export const isGivenAway = (said: string): boolean =>
  FILMED.test(said) && BARE.test(said) && OFFERED.test(said) && !CLINICAL.test(said);
