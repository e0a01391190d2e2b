import type { Signal } from '../signals.ts';

/** Told as play … */
const PLAY =
  /哈哈|呵呵|ㄏㄏ|xd|lol|haha|笑死|😂|🤣|😆|🤪|😝|蛋糕|生日|驚喜|紓壓|好可愛|太可愛|(?:只是|純粹|開個)開?玩笑|開玩笑的/;
/** … unless he says it is none, or means weapons. */
const EARNEST =
  /(?:不是|不|沒在|沒有在|別以為[^，。]{0,4})(?:跟你)?開玩笑|說到做到|我是認真|不是嚇|not joking|i mean it|汽油|球棒|刀子|西瓜刀|抬棺/;
export const isEarnest = (head: string): boolean => EARNEST.test(head);

export const isPlayful = (head: string): boolean => PLAY.test(head) && !EARNEST.test(head);

/** Said, and taken back in the same breath: 「拜託大家給一星（開玩笑的）」. */
const TAKEN_BACK = /開玩笑的|(?:只是|純粹|開個)開?玩笑|[（(]誤/;
export const isTakenBack = (head: string): boolean => TAKEN_BACK.test(head) && !EARNEST.test(head);

/** Told of a story, a game, a test. */
const FICTION = /最後一集|第.集|劇情|影集|電影|小說|漫畫|動畫|遊戲|心理測驗|夢到|夢見|作夢|主角|桌遊|密室逃脫/;

/** A game, a series, a film is what is spoken of. Idioms of amazement (「這劇情」「演技真好」) are none. */
const STORY =
  /主題醫院|模擬器|(?:手術|醫院|看診|電動|手機)遊戲(?!區|間)|影集|[韓日美陸台]劇|(?:那|這|上|下|第.{1,2})集(?![團中合體滿點乳氣資結水])|反派|關卡|大結局|[男女]主角|黑傑克|\bnpc\b(?!護|醫|櫃|一樣|似)/;
/** Somebody at a real desk plays with his telephone. */
const AT_WORK =
  /(?:玩|打|滑)[^。，,]{0,6}(?:手機|遊戲)[^。]{0,12}(?:不理|沒空|叫號|看診|掛號|打針)|(?:櫃[台檯]|護理師|醫[師生]|護士|助理)[^。，,]{0,8}(?:在|都)?(?:玩|打|滑|追)/;
export const isStory = (head: string): boolean => STORY.test(head) && !EARNEST.test(head) && !AT_WORK.test(head);
export const isFiction = (head: string): boolean => (FICTION.test(head) && !EARNEST.test(head)) || isStory(head);

/** 「我檢舉了」: that the writer means himself is what makes it an announcement. */
export const isOpen = (s: Signal): boolean => !s.negated && !s.told && !s.quoted;
