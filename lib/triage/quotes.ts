/*
 * Answers on PTT carry the lines they answer (「※ 引述《某甲》之銘言：」, 「: 很推薦」): another's words, not judged as the writer's. They
 * become blanks, so that every place keeps its index.
 */

/** A line of another's, or that names whom the next lines are of, or the marks of a post that is passed on. */
const QUOTED =
  /^(?:[ \t]*[:：>][ \t>:：]?[^\n]*|[ \t]*※? ?引述[《〈「][^\n]*|[ \t]*※ (?:發信站|文章網址|編輯|轉錄者|轉錄至看板)[^\n]*)$/gm;

/** The text with what it quotes blanked out; the same text where nothing of its own would be left, or nothing is quoted. */
export function ownWords(text: string): string {
  if (!/^[ \t]*(?:※|[:：>]|引述)/m.test(text)) return text;
  const own = text.replace(QUOTED, (line) => ' '.repeat(line.length));
  return own.trim() === '' ? text : own;
}
