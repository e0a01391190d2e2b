import { after, type Candidate, matches, onlyDigits, type Recognizer, type Validity } from '../recognizer.ts';

const RUN = /(?<![\dA-Za-z#.])\d(?:[ -]?\d){8,18}(?![\d]|[ -]\d|[A-Za-z])/g;

export function validateCard(value: string): Validity {
  const digits = onlyDigits(value);
  if (digits.length < 13 || digits.length > 16) return 'wrong';
  if (!/^(?:4|5[1-5]|2[2-7]|3[47]|35|6)/.test(digits)) return 'wrong';
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

const CARD_WORD = /卡號|信用卡|刷|visa|master|jcb|運通|金融卡|原卡|扣|舊卡|這張|扣款|盜刷/i;
/** Called by its name a number is one with a slip of the pen, whatever its checksum says. */
const SAID_TO_BE = /信用卡(?:卡)?號?(?:碼)?[\s:：是為]{0,3}$/;
const NHI_WORD = /健保卡|健保快易通|健保|NHI/i;
const BANK_WORD =
  /匯|帳號|帳戶|戶頭|存摺|轉帳|郵局|銀行|中信|國泰|玉山|台新|富邦|聯邦|華南|第一|合庫|彰銀|土銀|退款|訂金|戶名|銀|account/i;
const NOT_MONEY =
  /訂單|單號|發票|包裹|編號|序號|代碼|批號|條碼|電話|手機|專線|統編|統一編號|字第|許可|病歷|傳真|撥打|打/;

/** Long runs of digits: a payment card by its checksum, an NHI card or an account by the words around. */
export const cards: Recognizer = {
  types: ['CREDIT_CARD', 'NHI_CARD_NO', 'BANK_ACCOUNT'],
  applies: (g) => g.digits >= 9,
  find({ text }) {
    const found: Candidate[] = [];
    for (const m of matches(text, RUN)) {
      const start = m.index;
      const end = start + m[0].length;
      const digits = onlyDigits(m[0]);
      const near = text.slice(Math.max(0, start - 22), start);
      const close = text.slice(Math.max(0, start - 9), start);
      if (NOT_MONEY.test(close) && !CARD_WORD.test(close) && !BANK_WORD.test(close)) continue;
      const nhi = NHI_WORD.test(near) || after(text, end, 8, NHI_WORD);
      if (validateNhiCard(m[0]) === 'unknown' && (nhi || (digits.startsWith('0000') && /卡/.test(near)))) {
        found.push({ type: 'NHI_CARD_NO', start, end, score: nhi ? 0.9 : 0.6 });
      } else if (
        validateCard(m[0]) === 'right' &&
        (CARD_WORD.test(near) || after(text, end, 8, CARD_WORD) || /^\d{4}[ -]/.test(m[0]))
      ) {
        found.push({ type: 'CREDIT_CARD', start, end, score: CARD_WORD.test(near) ? 0.97 : 0.8 });
      } else if (/^\d{4}([ -])\d{4}\1\d{4}\1\d{4}$/.test(m[0]) && SAID_TO_BE.test(near)) {
        found.push({ type: 'CREDIT_CARD', start, end, score: 0.6 });
      } else if (
        (BANK_WORD.test(near) || after(text, end, 6, /\(?(?:國泰|銀行|帳)/)) &&
        digits.length >= 9 &&
        digits.length <= 19 &&
        !/^09\d{8}$/.test(digits)
      ) {
        found.push({ type: 'BANK_ACCOUNT', start, end, score: 0.8 });
      }
    }
    return found;
  },
};
