import type { DraftLanguage } from './bank/index.ts';

/** `other`: a language the bank has no sentences in (Thai, Korean, Vietnamese …). */
export type ReviewLanguage = DraftLanguage | 'other';

const count = (text: string, expression: RegExp): number => text.match(expression)?.length ?? 0;

/** Written by people in Taiwan inside Chinese, or as a sigh of its own: no English. */
const CHATTER = /^(?:qq|xdd*|orz|ok|gg|tmd|omg|lol|ptt|app|line|fb|ig|dm|po|vs|vip|no|yes|x+)$/i;
const ENGLISH =
  /^(?:the|is|was|are|were|and|to|of|in|for|it|this|that|i|my|you|they|very|not|no|with|so|but|at|on|have|had|good|great|nice|bad|doctor|staff|clinic|service|here|place|thank|thanks|recommend|excellent|professional|friendly|wait|time|never|best|worst|amazing|kind|a)$/i;
/** Small words of other languages in Latin letters; those that English has too are left out. */
const FOREIGN =
  /^(?:el|la|los|las|que|muy|para|por|con|una|pero|gracias|le|les|est|une|très|pas|avec|pour|merci|und|der|die|das|ist|nicht|sehr|mit|ich|danke|il|che|molto|non|grazie|sangat|dan|yang|tidak|dengan|bagus|terima|kasih|saya|ini|ang|mga|sa|po|salamat|não|muito|obrigado|rất|không|cảm|ơn|tốt|bác|sĩ|và|của|là)$/i;

/**
 * The language a review is written in, by its letters. Nothing to tell by (no words, only emoji) is Traditional
 * Chinese, as is Chinese of any kind.
 */
export function languageOf(text: string): ReviewLanguage {
  const sample = text.slice(0, 5_000);
  const han = count(sample, /[\u3400-\u9fff]/g);
  // 「の」 and the faces made of katakana stand in Chinese too.
  const hiragana = count(sample, /[\u3041-\u3096]/g) - count(sample, /の/g);
  const katakana = count(sample, /[\u30a1-\u30faー]{3,}/g) * 3;
  if (hiragana >= 2 || (katakana > 0 && hiragana >= 1)) {
    if (hiragana + katakana >= (han + hiragana + katakana) * 0.15) return 'ja';
  }
  if (katakana > 0 && katakana >= han) return 'ja';
  const foreign = count(
    sample,
    /[\u0e00-\u0e7f\uac00-\ud7af\u0400-\u04ff\u0600-\u06ff\u0590-\u05ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff]/g,
  );
  if (foreign > han && foreign >= 2) return 'other';
  const words = (sample.match(/\p{Script=Latin}{2,}/gu) ?? []).filter((word) => !CHATTER.test(word));
  if (han > 0) return words.length >= 12 && words.length > han * 2 ? 'en' : 'zh-TW';
  if (words.length === 0) return 'zh-TW';
  const english = words.filter((word) => ENGLISH.test(word)).length;
  const other = words.filter(
    (word) => FOREIGN.test(word) || /[ăđơưạảấầẩậắằặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹñßãõ]/i.test(word),
  ).length;
  return other > english ? 'other' : 'en';
}
