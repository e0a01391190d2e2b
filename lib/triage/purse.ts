import { Sought } from './needs.ts';
import type { Reading } from './reading.ts';

/** Money that was paid beforehand, and who is said to be unable to give it back. */
const PREPAID = new Sought(
  /儲值|充值|預付|預繳|前払|課程|套票|套裝|堂數|[一二三四五六七八九十\d]堂|包堂|療程(?:券|還|沒|剩)|會員|會籍|訂金|定金|尾款|退[費款錢]|討(?:轉來|回來)|prepa(?:y|id)|package|deposit|refund/,
);
const INSOLVENT = new Sought(
  /倒[閉店產帳]|[要快會]倒(?:[了掉債啦喔]|(?![一-龥]))|跑路|落跑|跳票|收掉|收攤|收起來|結束營業|歇業|關門大吉|破產|周轉|週轉|倒[產産]|潰れ|つぶれ|bankrupt|insolven|going under|closing down/,
);

/** 「聽說要倒了，儲值的快去退」: of price by the rubric of posts, and a complaint however calmly it is told. */
export const fearsForMoney = ({ text: { letters } }: Reading): boolean => INSOLVENT.in(letters) && PREPAID.in(letters);

/** Of what is paid, or by whom it should be; any hint will do, for the heads have heard it. */
const MONEY = new Sought(
  /元|(?<![結硬腫])塊(?!牌|肉|地|都|區)|圓|錢|毛(?!病|孩|巾|小)|[百千仟萬]|費|價|貴(?!院|單位|科|所|診|醫|人|公司|寶)|便宜|推[銷坑]|[強硬狂]推|坑|騙|[多加亂溢超另才也都就又][收付繳]|收(?:了|我|你|取|高|很|太|現)|單(?:子)?價|[$＄]|nt\b|ntd|\binsur|\bpay|\bpaid|\bfee?s?\b|free|charg|\bbill|\bcosts?\b|refund|prepa|afford|課程|套票|套餐|分期|刷[卡個了]|加購|順便做|療程|[陪賠]|退|訂金|押金|業績|紅包|賺|[划不]值|划算|[買花]|財|盤子|肥羊|[吸坑宰][血錢人羊]|黑店|健保|補助|優惠|打折|折扣|免|帳|cp|發票|料金|返金|前払|値|無料|安かった|詐|倒[閉產]|保固|現金|明細|收據|手續費|荷包|加做|升級|升等|付多少|要付|小時[一二兩三四五六七八九]?十|見積|押し賣り|割高|払|會計|保險|檢查を|該做|叫[你我]們?做|叫[你我]開|不用[做開拔補]|cheap|expens|money|pric|upsell|gouge|overcharg|rip.?off|scam|bankrupt|[0-9]{3}(?![0-9]{0,6}(?:號|[-/年]))/,
);
/** Kept as proof, earned, owed to somebody else, or a number of other things. */
const NOT_PRICE =
  /(?:收據|發票|簽單|單據|刷卡單|明細)[^，。,；]{0,8}(?:都在|留著|還在|我?有|拍|存|為證|影本)|[\d一二三四五六七八九十百千萬]{1,8}(?:追蹤|粉絲|人|公里|步|cc)|(?:薪水|底薪|月薪|日領|時薪|實領|加班費|獎金)[^，。,]{0,14}|欠[他她我你][^，。,]{0,3}[百千萬億]{1,4}|欠[他她我你妳您][們]?(?:的)?錢|繳費(?!用)|電話費|加班費|經費|浪費|收據正本|[^，。,！!？?\s]{0,16}(?:悠遊卡|一卡通|繳費機|收銀機)[^，。,！!？?\s]{0,16}|(?:電話|手機|line|09)[^，。,]{0,16}[\d-]{3,14}/g;

/** Whether money is spoken of at all: without it nothing is said of prices, whatever it sounds like. */
export const speaksOfMoney = ({ text: { letters } }: Reading): boolean =>
  MONEY.in(letters) && MONEY.in(letters.replace(NOT_PRICE, ''));
