import type { Signal } from '../signals.ts';

/** Told as play … */
const PLAY =
  /哈哈|呵呵|ㄏㄏ|xd|lol|haha|笑死|😂|🤣|😆|🤪|😝|蛋糕|生日|驚喜|紓壓|好可愛|太可愛|(?:只是|純粹|開個)開?玩笑|開玩笑的/;
/** … unless he says it is none, or means weapons. */
const EARNEST =
  /(?:不是|不|沒在|沒有在|別以為[^，。]{0,4})(?:跟你)?開玩笑|說到做到|我是認真|不是嚇|not joking|i mean it|汽油|球棒|刀子|西瓜刀|抬棺/;
export const isEarnest = (head: string): boolean => EARNEST.test(head);

export const isPlayful = (head: string): boolean => PLAY.test(head) && !EARNEST.test(head);

/** Told of a story, a game, a test. */
const FICTION = /最後一集|第.集|劇情|影集|電影|小說|漫畫|動畫|遊戲|心理測驗|夢到|夢見|作夢|主角|桌遊|密室逃脫/;
export const isFiction = (head: string): boolean => FICTION.test(head) && !EARNEST.test(head);

/** 「我檢舉了」: that the writer means himself is what makes it an announcement. */
export const isOpen = (s: Signal): boolean => !s.negated && !s.told && !s.quoted;
