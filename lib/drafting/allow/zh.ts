import { type ReviewWords, repeated } from '../echo.ts';
import { clausesOf } from '../sentences.ts';
import { covered, strayed, tree } from './cover.ts';
import { EVERYDAY, GENERAL_CARE } from './zh-everyday.ts';
import { CARE_WORDS, ZH_WORDS } from './zh-words.ts';

const WORDS = tree([...ZH_WORDS, ...EVERYDAY]);
const WORDS_OF_EVERYONE = tree([...ZH_WORDS, ...EVERYDAY, ...GENERAL_CARE]);
/** A clause about everyone, not about somebody. */
const GENERAL =
  /一般|原則|通常|依規定|因人而異|而異|任何|每個人|人人|每位|每一位|民眾|當面|由醫師|需由|各科|無法|不便|恕/;
/** Praise of how it was done answers the facts of a case: only as an aim, a duty or thanks. */
const PRAISE =
  /清楚|親切|良好|周到|細緻|耐心|透明|明確|乾淨|整潔|完善|優質|順暢|友善|溫柔|專業|用心|仔細|認真|一致|標準|主動|完整|安全|準時|禮貌|嚴謹|謹慎|溫和|和善|客氣|很快/;
const AIM =
  /會|將|希望|期許|期待|期望|盼|努力|要求|原則|更|讓|能|目標|應|需|為了|以|重視|檢|肯定|鼓勵|謝|是否|若|如果|依|持續|不夠|未|讀|您的|看待|方向/;
/** What was thought or said to us is no visit: 「您的意見」. */
const OPINION =
  /您的(?:寶貴)?(?:意見|建議|回饋|留言|評論|指教|提醒|鼓勵|肯定|支持|反映|反饋|想法|心情|感受|文字|來信|疑問|好評|評價)/g;

const OPEN = /若|如果|如有|如需|假如|倘若|任何|無法|不便|不會|不能|不得|恕|是否|不宜|歡迎/;
const PRICE = /[0-9一二三四五六七八九十百千萬]元/;
const TARIFF = /每|掛號費|停車|公告|標準|規費|光碟|起/;

/** Forms with a free place, where what stands in it cannot tell of a case. */
const FORMS: readonly RegExp[] = [
  // passing on: to which unit is free
  /^(?:我們|本院|本診所|院方)?(?:也|都)?(?:已|將|會|已經|將會)?(?:將|把)?您的(?:寶貴)?(?:意見|反映|建議|回饋|反饋|評論|指教)(?:回饋|反映|轉達|轉知|轉給|提供|傳達|反應)(?:給|至|予|到)?[\u4e00-\u9fff]{0,14}(?:單位|部門|中心|科|室|團隊|主管|同仁|參考|了解|瞭解|改善|檢討|評估|處理)$/,
  // thanks for an opinion of a named institution
  /^(?:感謝|謝謝|感恩)您(?:對|給予)[\u4e00-\u9fff]{2,12}(?:醫院|診所|中心)的?(?:認可|肯定|支持|好評|建議|鼓勵|指教|評論|評價|意見)$/,
  // a condition that ends in a wish or a doubt
  /^(?:若|如|如果|倘若|假如)(?:您|有|需|對)[\u4e00-\u9fff]{1,24}(?:疑問|疑慮|問題|需要|需求|意願|想法|建議|就醫|看診|說明|了解|瞭解|協助|困擾|聯繫|影響|申請)$/,
];
const FACT = /當[天日時]|那|這次|上次|已經|了(?!解)|過(?!程|敏|度)|沒有|遲|刪|星|退費|優惠|賠|告訴您|病情|診斷/;

function knownClause(clause: string, review: ReviewWords | null): boolean {
  if (!FACT.test(clause) && FORMS.some((form) => form.test(clause))) return true;
  if (!covered(clause, GENERAL.test(clause) ? WORDS_OF_EVERYONE : WORDS).all) return false;
  if (clause.replace(OPINION, '').includes('您') && CARE_WORDS.test(clause) && !OPEN.test(clause)) return false;
  if (PRAISE.test(clause) && !AIM.test(clause)) return false;
  if (PRICE.test(clause) && !TARIFF.test(clause)) return false;
  // Words of the review are only a topic when they are our own words too; whole stretches of it are not.
  return review === null || repeated(clause, review).every((run) => run.length <= 8);
}

/** Whether every clause of a Chinese sentence is made of harmless words, as the fixed forms of courtesy and policy are. */
export const knownChinese = (sentence: string, review: ReviewWords | null): boolean =>
  clausesOf(sentence).every((clause) => knownClause(clause.text, review));

/** How many characters of a Chinese sentence stray from the harmless words. */
export const strayedChinese = (sentence: string): number => strayed(sentence, WORDS);
