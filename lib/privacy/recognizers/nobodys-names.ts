import { isHanCode, L_ROLE, L_ROLE_EDGE, leftOf, R_TITLE, rightOf } from './name-context.ts';
import { titleAt } from './titles.ts';

/** Names that are nobody's data where they stand: of shops, of films, of stars somebody looks like, of appearance. */

/** What a shop with somebody's name sells: 「洪先生餛飩」「邱媽媽涼麵」. */
const SOLD =
  /^(?:之家|的店(?![員長]))|^(?:[手現老正古]?[工煮做店宗早]?)?(?:餛飩|扁食|水餃|鍋貼|煎餃|餃子|包子|水煎包|小籠|湯包|饅頭|豆漿|飯糰|飯團|涼麵|乾麵|湯麵|拉麵|麵線|麵店|麵館|麵攤|炒麵|米粉|米糕|粄條|牛肉|羊肉|豬腳|滷肉|魯肉|肉燥|滷味|肉羹|肉圓|肉粽|油飯|雞排|雞肉|雞湯|鴨肉|鵝肉|鹹酥雞|鹽酥雞|炸雞|便當|自助餐|快餐|早餐|早午餐|小吃|熱炒|小館|餐廳|餐館|飯館|飯店|食堂|食府|廚房|火鍋|麻辣|酸菜|燒肉|燒烤|烤肉|牛排|披薩|漢堡|壽司|蛋糕|麵包|餅店|餅舖|蔥油餅|蔥抓餅|餡餅|燒餅|蛋餅|甜點|甜湯|豆花|仙草|芋圓|冰店|冰品|剉冰|刨冰|果汁|飲料|茶行|茶飲|茶莊|咖啡|臭豆腐|豆腐|海產|海鮮|魚湯|魚丸|蚵仔|羊排|粥|書店|書局|花店|服飾|文具|眼鏡|藥局|藥房|雜貨|商行|商號|五金|洗衣|當鋪|銀樓|鐘錶|補習班|幼兒園|舞蹈|擔擔|桂花|鐵板|沙茶|麻油|薑母鴨|羊肉爐|生煎|粉圓|手搖|青菜)/;
/** 「甄嬛傳」「孫燕姿演唱會」 */
const WORK = /^(?:傳(?![統送單染給的來])|演唱會|代言|主演|的(?:歌|電影|戲|劇|演唱會|專輯)|(?:同款|翻版|本人)(?!說))/;
const SHOWN =
  /(?:代言人是?|海報[是找]?|廣告[是找]?|歌手|藝人|明星|偶像|影星|女神|男神|(?:音樂|歌|電視)[^，。！？\s]{0,3}[放播]著?)\s?[:：「]?$/;
/** 「長得像孫燕姿」 */
const LIKE =
  /(?:(?:長得|長的|很|超|好|有點|有夠|根本|真的|就|不)(?:像|似)|像|神似|酷似|撞臉|媲美|堪比|比美|以為(?:自己|你|她|他)?是)(?:到|極了)?\s?$/;
/** 「像王大明這種護理師」: of somebody who is there. */
const THIS_ONE = /^(?:這|那)(?:樣|種|位|個)?的?(?:[醫護櫃助諮藥治院主人員老])/;

/** So well known that they are meant whenever nothing says otherwise. */
const STARS = new Set(
  '蔡依林 蔡康永 桂綸鎂 許純美 周潤發 張惠妹 張學友 張國榮 梁朝偉 張曼玉 王祖賢 林心如 范冰冰 章子怡 劉亦菲 楊貴媚 陳意涵 許瑋甯 林依晨 賴雅妍 徐若瑄 徐熙媛 徐熙娣 蕭亞軒 孫燕姿 梁靜茹 田馥甄 鄧紫棋 鄧麗君 王心凌 蔡健雅 張韶涵 陳綺貞 魏如萱 盧廣仲 吳青峰 林宥嘉 蕭敬騰 楊宗緯 韋禮安 羅志祥 周渝民 吳建豪 言承旭 彭于晏 張孝全 阮經天 趙又廷 陳柏霖 劉以豪 許光漢 柯震東 王大陸 林柏宏 吳慷仁 黃子佼 吳宗憲 張小燕 陶晶瑩 許效舜 豬哥亮 沈玉琳 白冰冰 于美人 侯佩岑 張鈞甯 陳妍希 郭雪芙 曾之喬 謝金燕 全智賢 宋慧喬 李敏鎬 金秀賢 宋仲基 韓國瑜 蘇貞昌 侯友宜 蔣萬安 盧秀燕 吳孟達 甄子丹 吳彥祖 古天樂 謝霆鋒 陳奕迅 莫文蔚 諾貝爾 邱吉爾 夏威夷 唐吉訶 羅浮宮 葛瑪蘭 白富美 郭董'.split(
    ' ',
  ),
);
/** Implants, lenses and fillers, and shops that are everywhere. */
const BRANDS = new Set(
  '喬雅登 瑞絲朗 舒顏萃 洢蓮絲 艾麗斯 艾莉薇 薇貝拉 士卓曼 卓曼 安卓健 諾保科 何嘉仁 金石堂 康是美 屈臣氏 白蘭氏 施華洛 康乃爾 賀利氏 費森尤'.split(
    ' ',
  ),
);

/** 「黃衣服的店員」: what somebody wears or has, with a colour that is a surname. */
const APPEARANCE = /^[黃白藍金][色]?(?:頭髮|衣服|上衣|外套|制服|褲|裙|短髮|長髮|髮|眼鏡|背心|帽)/;

/** True where the name at [start, end) is no one's. */
export function isNobodys(text: string, start: number, end: number): boolean {
  if (!isHanCode(text.charCodeAt(start))) return false;
  const next = text.slice(end, end + 8);
  if (SOLD.test(next) || APPEARANCE.test(text.slice(start, start + 5))) return true;
  if (end - start > 4) return false;
  const name = text.slice(start, end);
  if (BRANDS.has(name)) return true;
  if (rightOf(text, end) === R_TITLE || titleAt(text, start + 1)?.end === end) return false;
  if (WORK.test(next)) return true;
  const left = leftOf(text, start);
  if (STARS.has(name) && left !== L_ROLE && left !== L_ROLE_EDGE) return true;
  if (end - start !== 3) return false;
  const near = text.slice(Math.max(0, start - 8), start);
  // 「在看甄嬛傳」
  if (name.endsWith('傳') && /[看追演播]$/.test(near)) return true;
  return (LIKE.test(near) && !THIS_ONE.test(next)) || SHOWN.test(near);
}
