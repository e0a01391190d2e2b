import type { Context } from '../context.ts';

const STICK =
  /告|檢舉|投訴|申訴|法院|律師|存證|爆|公開|貼|po|發文|上網|放上|媒體|記者|新聞|週刊|一星|一顆星|負評|限動|衛生局|消保|議員|鬧|抬棺|冥紙|砸|翻桌|走著瞧|等著瞧|市長|國稅|勞動局|全公司|連載|標記你|調解|頭版|報紙|上報|稽查|出名|後果自負|寫出來|講出去|警察|星星|客人知道|每天|天天|兄弟|好看|堵|法庭|白布條|門口|店口|大廳|坐到|每個平台|各平台|靜坐|守在|站崗|布條|洗[一1兩]|發八卦|置底|影片|電視台|里長|消基|勞工局|健保署|公會|1999|提告|告訴大家|讓大家|publish|lawyer|court|press|review|police|health bureau|sue|report|star|platform|everywhere|website|facebook|google|post|sns|ネット|口コミ|拡散|書[きく]|通報|訴え|載せ|[曬晒]す|instagram|寫真|[寫写]真/;
const UNLESS =
  /不(?:出面|認錯|說明|講清楚|面對)[^。]{0,10}(?:我?就|我會|我們會|否則|不然)|(?:不|沒|没|再不|若無|若毋)(?:有)?(?:要)?(?:退|賠|還|给|給|補|道歉|處理|重做|負責|解決|回覆|交代|刪|撤|回|匯|把[^。，,]{0,10}(?:退|還|吐|交|給))[^。]{0,24}?(?:就|我會|我要|我們會|否則|不然|只好|會|別怪|見|等|那)|(?:否則|要不然|不然|要嘛|做不到|做不到就|逾期|逾時)|(?:[天點號日月週班底]|禮拜.?|[週周].)(?:之|以)?[前內][^。，,]{0,4}(?:沒有?|未|不)[^。，,]{0,6}(?:匯|退|賠|處理|道歉|回|下來|看到|公開|給|解決|交代|收到|說明)|過了我就|少一[項樣個]|晚一[天分秒]|堅持不|看不到[^。，]{0,4}(?:誠意|道歉)|(?:假如|如果|要是|若)[^。，]{0,6}(?:不|沒)[^。，]{0,8}(?:認|退|賠|還|道歉|處理|給)|(?:期限|三天內|[0-9一二兩三五七十]{1,2}天內|限[你貴]?|[禮週周]拜?.?[以之]?前|之前沒|月底前|until|before|within|if not|or (?:i|we|else)|unless|くれない|ないなら|なければ)|不[^。，]{0,6}的話/;
const EXCHANGE =
  /(?:退|賠|給|還|拿|重做|補償|道歉|處理|吐)[^。]{0,20}?(?:我?就|再|才|馬上|立刻)(?:會|來)?(?:幫你們?)?(?:把[^，。]{0,8})?(?:改|刪|撤|下架|閉嘴|不追究|收回|移除|補[五5])|(?:刪文?|改評[價論]|下架|撤[文掉])[^。]{0,6}可以|(?:想|(?<!有|沒)要|想叫|叫)我(?:刪|撤|改)[^。]{0,14}(?:先|就|可以|除非|退|賠)|(?:要|想要|換)[^。，]{0,4}(?:五星|好評|刪文)[^。]{0,3}(?:就|先)|封口費|遮羞費|先[^。]{0,20}再(?:說|談)|換(?:你們)?(?:五星|刪文)/;

const STAFF_ASKS =
  /(?:醫[師生]|護理[師長]|護士|櫃[台檯]|主管|院長|院方|診所|店家|客服|律師函|公司|對方|[他她]們?|老闆|諮詢師|助理|員工)[^。，,]{0,10}(?:要|叫|逼|要求|請|威脅|希望|拜託|求)我/;
const AND_I = /我們?(?:就|會|要|一定|馬上|也)|(?:不然|否則)/;

/** 「主管要我刪評才肯退費」: what staff asked of the writer is no demand of the writer's. */
export const isAskedByStaff = (sentence: string): boolean =>
  STAFF_ASKS.test(sentence) && !AND_I.test(sentence.replace(STAFF_ASKS, ''));

/** Something wanted, tied to a condition with a stick behind, or to taking a review back. */
export function isPressing(c: Context): boolean {
  if (isAskedByStaff(c.sentence)) return false;
  if (
    /(?:醫院|院方|診所|他們?|櫃[台檯]|護理師)(?:說|表示|回|竟)[^，。]{0,12}$/.test(c.before) &&
    !/我就|我會|我要/.test(c.after)
  )
    return false;
  if (/(?:要|叫|要求|逼)我[^，。,]{0,8}$|(?:收到|被)[^。]{0,16}$/.test(c.before) && !/我就|我會/.test(c.after))
    return false;
  if (/^也?就算了?/.test(c.after)) return false;
  // 「已經有下架」: told as done.
  if (/^(?:下架|刪文|刪評)$/.test(c.said) && (/(?:已經?|有)$/.test(c.before) || /^(?:前|之前|了)/.test(c.after)))
    return false;
  if (EXCHANGE.test(c.sentence)) return true;
  return (
    UNLESS.test(c.sentence.replace(/就算了?|就好|不然[你妳]|不然呢|不然我[看不]/g, '')) &&
    STICK.test(c.sentence.replace(/公告|報告|告知|告訴我|廣告|被告知|警告/g, ''))
  );
}
