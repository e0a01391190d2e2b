import { after, type Candidate, goesOn, matches, onlyDigits, type Recognizer, type Validity } from '../recognizer.ts';

const RUN = /(?<![\dA-Za-z#.])\d(?:(?: ?- ?| )?\d){8,18}(?!\d|-\d|[A-Za-z])/g;
/** Four groups with another sign between: 「4111_1111_1111_1111」. */
const GROUPS = /(?<![\dA-Za-z.])\d{4}(?:\s?[._/~·•*|,、]\s?\d{4}){3}(?![\dA-Za-z])/g;
/** The postal savings bank gives a branch and an account, seven digits each: 「局號0012345帳號0123456」. */
const POST = /(?:局號|帳號|账号)[\s:：是]{0,3}(\d{6}-?\d)(?![\d-])/dg;

export function validateCard(value: string): Validity {
  const digits = onlyDigits(value);
  if (digits.length < 13 || digits.length > 16) return 'wrong';
  // American Express has fifteen, the others sixteen (old Visa cards thirteen).
  const issuer = digits.length === 15 ? /^3[47]/ : digits.length === 13 ? /^4/ : /^(?:4|5[1-5]|2[2-7]|35|36|38|6)/;
  if (!issuer.test(digits)) return 'wrong';
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let d = Number(digits.charAt(digits.length - 1 - i));
    if (i % 2 === 1) {
      d *= 2;
      if (d > 9) d -= 9;
    }
    sum += d;
  }
  return sum % 10 === 0 ? 'right' : 'wrong';
}

/** 健保卡卡號: twelve digits; the four leading zeros are usual but no rule. Nothing to check it by. */
export function validateNhiCard(value: string): Validity {
  return onlyDigits(value).length === 12 ? 'unknown' : 'wrong';
}

const CARD_WORD =
  /卡號|卡号|信用卡|刷|visa|master|jcb|amex|運通|金融卡|原卡|扣|舊卡|新卡|這張|扣款|盜刷|授權|安全碼|CVV|到期|付款|credit|debit/i;
/** Called by its name a number is one with a slip of the pen, whatever its checksum says. */
const SAID_TO_BE =
  /(?:信用卡(?:卡)?[號号]?(?:碼|码)?|(?<!會員|悠遊|集點|禮物|金融|健保)卡[號号](?:碼|码)?)[\s:：是為]{0,3}$/;
const NHI_WORD = /健保|NHI|health insurance|health card/i;
const BANK_WORD =
  /匯|汇|帳號|帳戶|账号|账户|戶頭|存摺|存簿|轉帳|轉到|转账|郵局|邮局|銀行|银行|中信|國泰|玉山|台新|富邦|聯邦|華南|第一|合庫|彰銀|土銀|永豐|兆豐|元大|凱基|新光|遠東|星展|陽信|京城|板信|渣打|農會|信合社|退款|退費|訂金|戶名|銀|account|acct|bank|refund/i;
/** Said right before the number: then it is an account, whatever checksum it happens to have. */
const ACCOUNT_SAID = /(?:帳號|帳戶|账号|账户|戶頭|account|acct)[^\d。！？\n]{0,8}$/i;
const BANK_AFTER =
  /^[^\d。！？\n]{0,3}(?:國泰|銀行|帳|郵局|中信|玉山|台新|富邦|聯邦|華南|一銀|合庫|彰銀|土銀|永豐|兆豐|元大|凱基|新光|農會|戶名)/;
const isPhone = (digits: string): boolean => /^(?:09\d{8}|8869\d{8}|080\d{7})$/.test(digits);
const NOT_MONEY =
  /訂單|單號|發票|包裹|編號|序號|代碼|批號|條碼|電話|手機|專線|統編|統一編號|字第|許可|病歷|病历|傳真|禮券|點數|序号|撥打|打給|打(?:電話)?[\s:：]{0,2}$/;

/** Where a run of digits may end: with all of it, or at a blank behind which something else stands (「… 3645 08/27」). */
function endsOf(text: string, start: number, end: number): number[] {
  const ends = [end];
  for (let at = end - 1; at > start; at--) if (text.charAt(at) === ' ' && /\d/.test(text.charAt(at - 1))) ends.push(at);
  return ends.filter((at) => !goesOn(text, start, at));
}

/** What the digits of [start, end) are by their checksum and by the words around. */
function numberAt(text: string, start: number, end: number): Candidate | null {
  const value = text.slice(start, end);
  const digits = onlyDigits(value);
  const near = text.slice(Math.max(0, start - 22), start);
  const close = near.slice(-9);
  if (NOT_MONEY.test(close) && !CARD_WORD.test(close) && !BANK_WORD.test(close)) return null;
  const nhi = NHI_WORD.test(near) || after(text, end, 8, NHI_WORD);
  if (validateNhiCard(value) === 'unknown' && (nhi || (digits.startsWith('0000') && /卡/.test(near))))
    return { type: 'NHI_CARD_NO', start, end, score: nhi ? 0.9 : 0.6 };
  const card = CARD_WORD.test(near);
  if (
    validateCard(value) === 'right' &&
    !ACCOUNT_SAID.test(near) &&
    (card || after(text, end, 14, CARD_WORD) || /^\d{4}[ -]/.test(value))
  )
    return { type: 'CREDIT_CARD', start, end, score: card ? 0.97 : 0.8 };
  if (/^[3-6]\d{15}$/.test(digits) && SAID_TO_BE.test(near)) return { type: 'CREDIT_CARD', start, end, score: 0.6 };
  const bank =
    BANK_WORD.test(near) || (/轉\s?$/.test(near) && /^\d{3}-/.test(value)) || after(text, end, 10, BANK_AFTER);
  if (!bank || digits.length < 9 || (isPhone(digits) && !ACCOUNT_SAID.test(near))) return null;
  // A bank's code in brackets right before the number is written as part of it: 「(822) 1234-…」.
  const code = /\(\d{3}\)\s?$/.exec(near);
  return { type: 'BANK_ACCOUNT', start: start - (code ? code[0].length : 0), end, score: 0.8 };
}

/** Long runs of digits: a payment card by its checksum, an NHI card or an account by the words around. */
export const cards: Recognizer = {
  types: ['CREDIT_CARD', 'NHI_CARD_NO', 'BANK_ACCOUNT'],
  applies: (g) => g.digits >= 9,
  find({ text }) {
    const found: Candidate[] = [];
    for (const m of matches(text, GROUPS)) {
      const near = text.slice(Math.max(0, m.index - 22), m.index);
      if (validateCard(m[0]) === 'right' && !NOT_MONEY.test(near.slice(-9)))
        found.push({ type: 'CREDIT_CARD', start: m.index, end: m.index + m[0].length, score: 0.85 });
    }
    for (const m of text.includes('局號') ? matches(text, POST) : []) {
      const at = m.indices?.[1];
      if (at) found.push({ type: 'BANK_ACCOUNT', start: at[0], end: at[1], score: 0.8 });
    }
    for (const m of matches(text, RUN)) {
      const start = m.index;
      for (const end of endsOf(text, start, start + m[0].length)) {
        const one = numberAt(text, start, end);
        if (!one) continue;
        found.push(one);
        break;
      }
    }
    return found;
  },
};
