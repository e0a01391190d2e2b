import { francAll } from 'franc-min';

/** `other`: a language in which neither triage nor the sentence bank is at home (Thai, Korean, Vietnamese …). */
export type ReviewLanguage = 'zh-TW' | 'en' | 'ja' | 'other';

/** So much tells the language of a text. */
const SAMPLE = 5_000;

const count = (text: string, expression: RegExp): number => text.match(expression)?.length ?? 0;

/** Written by people in Taiwan inside Chinese, or as a sigh of its own: no English. */
const CHATTER = /^(?:qq|xdd*|orz|ok|gg|tmd|omg|lol|ptt|app|line|fb|ig|dm|po|vs|vip|no|yes|x+)$/i;
/** Of these some stand in every English sentence. */
const ENGLISH = new Set(
  (
    'a about after again all am amazing an and any appointment are as ask asked at avoid awful back bad be because ' +
    'been before best but by call called came can cheap clean clinic could dentist did dirty do doctor doctors does ' +
    "don't dont dr english even ever excellent expensive experience fast first for friendly from get go good got great " +
    "had has have he help helpful her here him his hospital hour hours how i i'm if in is it it's just kind last like " +
    'love loved made me minutes money more most much my never new nice no not nurse nurses of off ok okay old on one ' +
    'only or our out over paid patient patients pay people person phone place poor price professional really recommend ' +
    'recommended rude said service she slow so some speak staff still super terrible than thank thanks that the their ' +
    'them there they thing this time to told too top treated treatment two up us very wait waited waiting was we well ' +
    'went were what when where which who why will with worst would you your'
  ).split(' '),
);
/** Small words of other languages in Latin letters; those that English has too are left out. */
const FOREIGN =
  /^(?:el|la|los|las|que|muy|para|por|con|una|pero|gracias|le|les|est|une|très|pas|avec|pour|merci|und|der|das|ist|nicht|sehr|mit|ich|danke|il|che|molto|non|grazie|sangat|dan|yang|tidak|dengan|bagus|terima|kasih|saya|ini|ang|mga|sa|po|salamat|não|muito|obrigado|rất|không|cảm|ơn|tốt|bác|sĩ|và|của|là)$/i;
const FOREIGN_LETTERS = /[ăđơưạảấầẩậắằặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹñßãõ]/i;
/** Hebrew, Arabic, Cyrillic, the scripts of India and South-East Asia, Hangul. */
const FOREIGN_SCRIPTS =
  /[\u0e00-\u0e7f\uac00-\ud7af\u0400-\u04ff\u0600-\u06ff\u0590-\u05ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff]/g;

/** Where Google shows its translation first the original follows. */
const TRANSLATED = /^(\(由 ?Google ?提供翻譯\).*?)\(原始評論\).*$/s;

/** What migrants and visitors in Taiwan write; of more, short English is taken for the odd ones. */
const ASKED = ['eng', 'vie', 'ind', 'zlm', 'tgl', 'spa', 'fra', 'deu', 'por', 'ita', 'nld'];
/** Chosen on invented reviews in those and in English (figures: decision 016). */
const FEWEST_WORDS = 3;
const MOST_ENGLISH_WORDS = 0.2;
const MOST_LIKE_ENGLISH = 0.85;

/**
 * The language a review is written in, by its letters and small words. Nothing to tell by (no words, only emoji) is
 * Traditional Chinese, as is Chinese of any kind.
 */
export function languageOf(text: string): ReviewLanguage {
  const sample = text.slice(0, SAMPLE).replace(TRANSLATED, '$1');
  const han = count(sample, /[\u3400-\u9fff]/g);
  // 「の」 and the faces made of katakana stand in Chinese too.
  const hiragana = count(sample, /[\u3041-\u3096]/g) - count(sample, /の/g);
  const katakana = count(sample, /[\u30a1-\u30faー]{3,}/g) * 3;
  if (hiragana >= 2 || (katakana > 0 && hiragana >= 1)) {
    if (hiragana + katakana >= (han + hiragana + katakana) * 0.15) return 'ja';
  }
  if (katakana > 0 && katakana >= han) return 'ja';
  const foreign = count(sample, FOREIGN_SCRIPTS);
  if (foreign > han && foreign >= 2) return 'other';
  const words = (sample.match(/[\p{Script=Latin}'’]{2,}/gu) ?? []).filter((word) => !CHATTER.test(word));
  const inLatin = words.length >= 12 && words.length > han * 2;
  if (words.length === 0 || (han > 0 && !inLatin)) return 'zh-TW';
  return isEnglish(sample, words) ? 'en' : 'other';
}

function isEnglish(sample: string, words: readonly string[]): boolean {
  const english = words.filter((word) => ENGLISH.has(word.toLowerCase().replace('’', "'"))).length;
  const other = words.filter((word) => FOREIGN.test(word) || FOREIGN_LETTERS.test(word)).length;
  if (other > english) return false;
  // Runs of three letters tell a language, but take many a short English remark for another.
  if (words.length < FEWEST_WORDS || english > words.length * MOST_ENGLISH_WORDS) return true;
  const likely = francAll(sample, { only: ASKED, minLength: 8 });
  const asEnglish = likely.find(([language]) => language === 'eng')?.[1] ?? 1;
  return asEnglish >= MOST_LIKE_ENGLISH;
}

/**
 * Whether the text is in a language that triage cannot read: nothing that it finds, or does not find, tells anything
 * then. `codes` are those of the normalised text: most texts are Chinese and told so by a count.
 */
export function isUnread(text: string, codes: Uint16Array): boolean {
  let han = 0;
  let others = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if (code >= 0x3400 && code <= 0x9fff) han++;
    else if ((code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code < 0x2000) || (code >= 0xac00 && code < 0xd7b0))
      others++;
  }
  return others > han && languageOf(text) === 'other';
}
