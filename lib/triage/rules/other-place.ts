import { around } from '../context.ts';
import type { Signal } from '../signals.ts';
import type { Desk } from './case.ts';

/*
 * T17: the text is about another place, or about none. What is taken for it is reported to the platform as off topic, so a complaint about
 * care in which a bank, a parcel or a label occurs must never be (decision 028).
 */

const CARE =
  /診所|醫院|醫師|醫生|護理|護士|看診|門診|急診|病房|牙|藥|治療|掛號|手術|打針|健保|院長|doctor|clinic|hospital|dentist|nurse|treatment/i;
/** Names a place of care, its people or what is done there. */
export const speaksOfCare = (text: string): boolean => CARE.test(text);

/** Whatever happens where people are cared for; one word of it is enough to leave a text alone. */
const IN_CARE =
  /[診诊藥药療疗症癌疫病瘡]|[医醫][師师生院美療疗]|骨[科折]|針[灸筒]|住院|出院|院[方內区區]|貴院|手術|手术|開刀|术后|術後|[抽驗流輸]血|血[壓糖袋水]|檢[驗體]|健檢|衛教|輪椅|復健|看护|看護|月子|哺乳|母乳|諮詢師|掛號|候[診位]|陪病|皮膚|眼科|超音波|雷射|假牙|矯正|營養師|批價|乳攝|產房|技師|單人房|四人床|五十肩|驗尿|physio|care\b|patient|pain|surgery|病院|入院/i;

const isInCare = (text: string): boolean => CARE.test(text) || IN_CARE.test(text);

/** 「點錯地方」「貼錯間了」「我留錯篇」. */
const PLACE_AFTER = /^(?:了|成)?(?:地方|對象|[一這那]?[間家店版板篇串]|評論|文)/;
const BY_WRITER = /(?:^|[，。,.!！\s])(?:我|手滑|手機|不小心|抱歉|不好意思|剛剛|對不起)[^，。]{0,5}$|^$/;

function isMistaken(said: string, before: string, after: string): boolean {
  // 「按錯星星不會改」; 「噓 發錯板 請去別板」 is said to who posted.
  if (/[版板]$/.test(said) && (/噓\s?$/.test(before) || /^[^。]{0,4}(?:請|麻煩|該|要)/.test(after))) return false;
  if (/(?:差點|怕)[^，。]{0,3}$/.test(before) || /^過/.test(after)) return false;
  const placed = /[間家店版板方篇論象]$/.test(said) || PLACE_AFTER.test(after);
  // 「打針打錯地方」「血袋條碼貼錯」「系統點錯」: no place was mistaken.
  if (/^[打標]/.test(said)) return placed && !/[針刀血管]/.test(before + after);
  if (/^[貼發按找走]/.test(said)) return placed && !/^.{2}(?:地方|對象)/.test(said);
  return placed || (BY_WRITER.test(before) && !/^(?:了)?(?:星|[一二三四五\d]?顆|分|評分)/.test(after));
}

/** Says that another place is meant. */
function saysSo(desk: Desk, s: Signal): boolean {
  const { said, before, after, sentence } = around(desk.case.reading, s.word.start, s.word.end, 30);
  if (/錯/.test(said)) return isMistaken(said, before, after);
  if (/^隔壁/.test(said))
    return (
      /無關|沒關係|不是(?!我|病人)|[點評]錯|[說講](?:的|成)|的事|案子|版|板|修/.test(sentence) &&
      // 「可以去隔壁版問問看」「住隔壁的居民」「比隔壁的貴」
      !/隔壁(?:病|床|桌|診|的?(?:大哥|阿|先生|小姐|居民|貴)|[版板][^。，,]{0,3}(?:問|發|爬|找|看|逛|那篇))/.test(
        said + after,
      ) &&
      !/[比住]$/.test(before)
    );
  // 「我看我跟這間沒緣分」「大醫院的藥跟這裡開的會衝到」
  if (/^[跟和與]這/.test(said))
    return (
      !/不知|不確定|不曉得/.test(before) &&
      /無關|沒關係|沒有?(?:任何)?關[係聯]|的事|[兩另]一?[間家]|不同|不一樣|搞混|同名/.test(said + after)
    );
  // 「新聞那間在外縣市，不是這裡，不要亂傳」, 「不是這家的問題」, 「幫朋友問的，不是這家」
  if (/^不是這/.test(said))
    return (
      !/(?:要|是|問的|朋友)[，,\s]?$/.test(before) &&
      !/^(?:的(?:問題|錯)|醫院|診所)/.test(after) &&
      !/請問|想問|有人知道|亂傳|謠言|造謠|誤會|以訛傳訛|[幫替]朋友/.test(desk.text)
    );
  // 「本來要約另一間，被一星評論嚇到」「隔天去了另一間問，醫師說只有一顆」「另外一間醫院說是子宮外孕」
  if (/^另/.test(said))
    return (
      !/^[^，。]{0,6}(?:說|講|醫[師生]|檢查|問|才)/.test(after) &&
      /[說講評點][^。，,]{0,4}(?:的?是|的那|錯|成)|應該是|是另|無關|沒關係/.test(sentence)
    );
  // 「系統把我跟同名的人合併了」: a patient of the same name.
  if (/^同名/.test(said))
    return (
      !/^(?:的)?(?:人|先生|小姐|病)|搞混/.test(after) &&
      /[間家縣市]|高雄|台[北中南]|診所|醫院|店|[版板]|回樓/.test(sentence) &&
      !/搞混|合併|當成|名單|單子|初診/.test(sentence)
    );
  if (/^(?:我說|講|你)/.test(said)) return /隔壁|另|[台高新][北中南雄竹]/.test(said + after.slice(0, 2));
  return !/^一下/.test(after);
}

const SPAM =
  /^(?:徵|家庭代工|日領|週領|日入|免經驗|在家|意者|加[vlL賴我]|代刷|小額|免聯徵|快速|證件|貸款|娛樂城|百家樂|博弈|虛擬|投資|飆股|私我)/;
/** Beside one such word; a loan or 「意者」 alone is anybody's. */
const MORE_SPAM =
  /日領|週領|兼職|代工|免經驗|免聯徵|小額|快速(?:借|過)|證件借|娛樂城|百家樂|投資群|飆股|代刷|出售|徵(?!才)|加賴|加line|加v|工讀|[一每]則/i;

const SAYS_SO = /錯|^(?:歪樓|離題|不是這|[跟和與]這|我說的|講的|你[說講]的|另一?[間外家]|兩間|同名|隔壁)/;

/** Politics of health care are no other place's matter: 「政府補助太少，老人家看病看不起」. */
const POLITICS = /政策|執政|在野|政府|選舉|總統|立法院|罷免|黨|中共/;
const OF_PARTIES = /執政|在野|立法院|[國民眾進]+黨|選舉(?!車)|罷免(?!投票)|藍綠|總統(?!府)|中共/;
const ANNOUNCED = /1999|陳情|檢舉|大聲公|職缺|請假|義診/;

/** Money that goes to and fro, and likenesses. */
const PAID =
  /匯|帳|賬|账|戶頭|刷|信用卡|扣款|分期|貸|退|搶|封條|貼條|atm|催收|聯貸|申訴|履約|代碼|薪|卡費|保險|證明|領錢|地址|單號/i;
const LIKE = /like an? $|(?:像|當|比|如|改名叫|學|開)[^，。,\s]{0,8}$/;
const LIKE_AFTER = /^(?:[^，。,\s]{0,2}(?:等級|級|一樣|比較快|機)|還有人)/;
/** It tells where something is, or who told of it. */
const BESIDE = /(?:附近|對面|旁邊|路上|樓下|走去|在|聽|院內|[一二三]樓|地下室)[^，。,\s]{0,8}$/;
const BESIDE_AFTER =
  /^[^，。,\s]{0,3}(?:隔壁|樓上|對面|旁邊|附近|群組|的?老闆|的?店員|老師|師傅?說|師說|的?朋友|線|放警衛)/;

function isOtherTrade(desk: Desk, s: Signal): boolean {
  if (desk.text.length < 6 || isInCare(desk.text)) return false;
  const { before, said, after } = around(desk.case.reading, s.word.start, s.word.end, 20);
  // 「少喝手搖飲」: what to leave off is no trade.
  if (/(?:少|別|不要|不能|戒|禁|可以|好想|想|去)[吃喝]?$/.test(before)) return false;
  if (/^煞車/.test(said) && !/修|機車行|師傅|來令/.test(desk.text)) return false;
  if (/^(?:銀行|匯款|包裹|快遞|宅配|物流)/.test(said) && PAID.test(desk.text)) return false;
  return !LIKE.test(before) && !LIKE_AFTER.test(after) && !BESIDE.test(before) && !BESIDE_AFTER.test(after);
}

function isElsewhere(desk: Desk, s: Signal): boolean {
  const said = desk.said(s);
  if (s.word.tag === 'other-trade') return isOtherTrade(desk, s);
  if (SAYS_SO.test(said)) return saysSo(desk, s);
  if (SPAM.test(said)) return !isInCare(desk.text) && MORE_SPAM.test(desk.text.replace(said, ''));
  if (!POLITICS.test(said)) return false;
  return (
    desk.text.length < 120 &&
    OF_PARTIES.test(desk.text) &&
    !ANNOUNCED.test(desk.text) &&
    !isInCare(desk.text.replace(/疫苗|政策/g, ''))
  );
}

/** Where a text says that it is about another place or about none. */
export const toldOfAnotherPlace = (desk: Desk): Signal[] =>
  [...desk.meant('wrong-place'), ...desk.meant('other-trade')].filter((s) => isElsewhere(desk, s));
