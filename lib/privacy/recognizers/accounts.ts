import { before, type Candidate, matches, type Recognizer } from '../recognizer.ts';

const HANDLE = '[@]?[A-Za-z0-9][A-Za-z0-9._-]{2,29}';
/** What may stand between 「LINE」「賴」 and the id. */
const GLUE =
  '(?:\\s|[:：＋+,，、=→>~(（「『【《]|[\\u2190-\\u27bf]|[\\ud83c-\\ud83e][\\udc00-\\udfff]|\\ufe0f|id|ID|Id|(?:is|account|handle|name)\\s|是|為|我|他|她|帳號|官方|號|号|账号|小寫|大寫|好友|的|請|已換成|改成|換成|搜尋|搜|工作|加|一樣|回|也|可以|上|叫|新|都|用|找|=){0,14}';
const LINE = new RegExp(
  `(?:(?<![A-Za-z])(?:line|LINE|Line|[Ll] [Ii] [Nn] [Ee])(?![A-HJ-Za-hj-z]|[Ii](?![Dd]))|賴|ㄌㄞˋ?|加\\s?[Ll](?=\\s?[:：]))${GLUE}(${HANDLE})`,
  'gd',
);
const SOCIAL = new RegExp(
  `(?:(?<![A-Za-z])(?:ig|IG|Ig|instagram|Instagram|threads|Threads|tiktok|TikTok|twitter|Twitter|wechat|WeChat|Wechat|telegram|Telegram|TG|fb|FB|ptt|PTT|Ptt|dcard|Dcard|DCARD|insta|Insta|plurk|Plurk|discord|Discord|snapchat|weibo)(?![A-Za-z./])|批踢踢|狄卡|微博|臉書|小紅書|小红书|卡稱|脆|微信號?|微信号?|抖音號?|噗浪|推特)${GLUE}(${HANDLE})`,
  'gd',
);
/** 「搜尋 ID abc_12」「ID：abc_12（賴）」: an ID to make friends by. */
const FRIEND =
  /(?:好友|加我|搜尋|私我|找我)[^。！？\n]{0,6}?(?:ID|id|Id)[\s:：是]{0,3}([A-Za-z][A-Za-z0-9._-]{3,29})|(?<![A-Za-z])(?:ID|id)[\s:：是]{0,3}([A-Za-z][A-Za-z0-9._-]{3,29})\s?[(（]\s?(?:賴|line|LINE|Line)/dg;
/** LINE gives official accounts three figures and five letters. */
const LINE_GIVEN = /^@\d{3}[a-z]{5}$/;
/** Readers of a board by their nickname, where a sign or a figure shows that it is one. */
const READER = /(?:版友|板友|網友|鄉民|樓主|樓上|樓下|原po|原PO|[Bb]站)\s?([A-Za-z][A-Za-z0-9_.]{2,20})/dg;
/** 「作者 abc1234 (小名)」 at the head of a board's post; 「abc1234 這個帳號」. */
const AUTHOR =
  /(?:作者[\s:：]{1,3}|引述《)([A-Za-z][A-Za-z0-9]{2,11})\s?\(|(?<![A-Za-z0-9@._/-])([A-Za-z][A-Za-z0-9_]{3,19})\s?(?:這個|那個|此)(?:帳號|ID|id)/dg;
/** 「折扣碼 @GLOW20」 is nobody. */
const CODE = /(?:碼|代號|密碼|序號|口令|密語|code)[\s:：是「]{0,3}$/i;
const MENTION = /(?<![A-Za-z0-9._%+-])@[A-Za-z0-9_][A-Za-z0-9._-]{2,29}/g;
/** The nickname at the head of a push. */
const PUSH = /(?:^|\n)[ \t]{0,4}(?:推|噓|→)[ \t]{1,4}([A-Za-z][A-Za-z0-9]{2,11})(?=\s?[:：])/dg;
const NOT_AN_ID =
  /^@?(?:pay|id|today|official|oa|line|app|apple|google|https?|www|com|points?|tv|music|ig|fb|facebook|instagram|threads|dcard|ptt|email|mail|and|or|the|bot|notify|group|vip|ok|all|everyone|here)\b/i;
const LINE_WORD = /line|賴|官方帳號/gi;
const SOCIAL_WORD = /(?<![a-z])(?:ig|fb|instagram|threads|facebook)(?![a-z])|臉書|脆|推特|抖音|微信|噗浪/gi;
const lastOf = (text: string, words: RegExp): number => matches(text, words).at(-1)?.index ?? -1;
/** Of the words before a handle in the same sentence the nearest tells whose it is. */
function ofLine(text: string, start: number): boolean {
  const near =
    text
      .slice(Math.max(0, start - 28), start)
      .split(/[。！？\n]/)
      .at(-1) ?? '';
  const line = lastOf(near, LINE_WORD);
  return line >= 0 && line > lastOf(near, SOCIAL_WORD);
}

/** Further from the word LINE, only what is shaped like an id: letters with a sign or a figure among them. */
const FAR =
  /(?<![A-Za-z])(?:line|LINE|Line|賴)(?![A-Za-z])[^。！？\n]{2,34}?(?<![A-Za-z0-9@._/:-])([a-z][a-z0-9]{1,20}(?:[._-][a-z0-9]{1,20}){1,3})(?![A-Za-z0-9@._/-])/dg;

const trimmed = (value: string): string => value.replace(/[._-]+$/, '');

/** 「the line goes dead」「on fb people say」: in a Latin sentence a plain word right after the label is the next word. */
const isNextWord = (text: string, label: number, [start, end]: [number, number]): boolean =>
  /^[A-Za-z]+\s+(?:is\s+)?$/.test(text.slice(label, start)) &&
  /^[A-Za-z]+$/.test(trimmed(text.slice(start, end))) &&
  (/[A-Za-z](?<!\b(?:add|my|his|her|our|their))[,.]? $/i.test(text.slice(Math.max(0, label - 9), label)) ||
    /^,? [a-z]/.test(text.slice(end, end + 3)));

export const accounts: Recognizer = {
  types: ['LINE_ID', 'SOCIAL_ACCOUNT'],
  applies: (g) => g.latin >= 2,
  find({ text }) {
    const found: Candidate[] = [];
    const put = (type: 'LINE_ID' | 'SOCIAL_ACCOUNT', at: [number, number] | undefined, score: number): void => {
      if (!at) return;
      const value = trimmed(text.slice(at[0], at[1]));
      if (value.replace('@', '').length < 3 || NOT_AN_ID.test(value)) return;
      if (text.charAt(at[1]) === '@' || /^\.[a-z]/i.test(text.slice(at[1], at[1] + 2))) return;
      // A number by itself may be a phone or a price.
      if (!/[A-Za-z]/.test(value) && type === 'SOCIAL_ACCOUNT') return;
      if (!/[A-Za-z_]/.test(value) && value.length < 6) return;
      // A plain capitalised word after the label is a name or a brand, not an id.
      // Nor is a first name after @: a friend is called to look.
      if (/^@?[A-Z][a-z]+$/.test(value) || (/^[A-Z]{2,5}$/.test(value) && score < 0.9)) return;
      found.push({ type, start: at[0], end: at[0] + value.length, score });
    };
    const afterLabel = (type: 'LINE_ID' | 'SOCIAL_ACCOUNT', label: RegExp, score: number): void => {
      for (const m of matches(text, label)) {
        const at = m.indices?.[1];
        // 「又薄又脆pizza」 is no site and no handle.
        if (text.charAt(m.index) === '脆' && !/[@._\d]/.test(m[1] ?? '')) continue;
        if (at && !isNextWord(text, m.index, at)) put(type, at, score);
      }
    };
    afterLabel('LINE_ID', LINE, 0.9);
    for (const m of matches(text, FAR))
      if (!/\.(?:com|tw|net|org)$|www|http/.test(m[1] ?? '')) put('LINE_ID', m.indices?.[1], 0.55);
    afterLabel('SOCIAL_ACCOUNT', SOCIAL, 0.85);
    for (const m of matches(text, FRIEND)) put('LINE_ID', m.indices?.[1] ?? m.indices?.[2], 0.8);
    for (const m of matches(text, READER)) if (/[\d_]/.test(m[1] ?? '')) put('SOCIAL_ACCOUNT', m.indices?.[1], 0.65);
    for (const m of matches(text, AUTHOR)) put('SOCIAL_ACCOUNT', m.indices?.[1] ?? m.indices?.[2], 0.7);
    for (const m of matches(text, PUSH)) put('SOCIAL_ACCOUNT', m.indices?.[1], 0.7);
    for (const m of matches(text, MENTION)) {
      if (before(text, m.index, 10, CODE)) continue;
      const line = LINE_GIVEN.test(trimmed(m[0])) || ofLine(text, m.index);
      put(line ? 'LINE_ID' : 'SOCIAL_ACCOUNT', [m.index, m.index + m[0].length], 0.7);
    }
    return found;
  },
};
