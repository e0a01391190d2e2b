/** What stands under a post and says nothing: floors, people called by name, a place kept, laughter. */
const TOKENS =
  /^(?:@[\p{L}\p{N}_.]{0,30}|[bB]\d{1,4}|#?\d{1,4}[fF樓]|#\d{1,5}|[樓版原]主|樓[上下]|\+\d{1,2}|\+一|先?留(?:言|個言|著|名|存|爪)?|[卡佔蹲]位?|mark|路過|朝聖|簽(?:到|名)?|(?:已|剛|已經)?私(?:訊|了)?(?:了|囉|你|您|喔)?|已(?:回覆|回|讀|傳)|push|up|pm|dm|x+d+|哈+|呵+|(?:ha)+h?|lol|笑死)$/iu;
/** 「@王小明這間很爛」: what is glued to a name may be a sentence. */
const GLUED = /^@[\p{L}\p{N}_.]*[\u3400-\u9fff]{5}/u;
/** A name called in Latin letters goes on: 「@Wang Xiao Ming」. */
const SURNAMES = /(@[A-Z][a-z]{1,15})((?: [A-Z][a-z]{1,15}){1,2})(?=\s|$)/g;
/** Whoever writes more than this may mean something. */
const MOST = 200;

/** Whether a text has no word of meaning; an emoji has one. */
export function isBlank(text: string): boolean {
  const said = text.normalize('NFKC').trim();
  if (said === '') return true;
  if (said.length > MOST || /\p{Extended_Pictographic}/u.test(said.replace(/[\d#*]/g, ''))) return false;
  return said
    .replace(SURNAMES, '$1')
    .split(/[^\p{L}\p{N}@#+_.]+|\.{2,}/u)
    .every((token) => !/[\p{L}\p{N}]/u.test(token) || (TOKENS.test(token) && !GLUED.test(token)));
}
