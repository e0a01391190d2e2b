import { clausesOf } from '../sentences.ts';

/** What was thought or said to us is no visit: 「您的意見」. */
const OPINION =
  /[您你妳](?:的|所)?(?:寶貴)?(?:意見|建議|回饋|留言|評論|指教|提醒|鼓勵|肯定|支持|反映|反饋|想法|心情|感受|文字|來信|疑問|好評|評價|分享|建言|(?:所|提出|提到)?(?:反映|反應|提|述)的?(?:事項|問題|情形))/g;
/** Somebody spoken to without being spoken of: 「供您參考」, 「與您聊聊」. */
const MANNERS = /(?:供|與|和|向|跟|為|節省|陪|聽|回覆|回答|通知|祝福?|讓我們為)[您你妳]/g;
const CARE =
  /就醫|就診|看診|門診|急診|掛號|預約|約診|報到|候診|等候|等待|久候|久等|排隊|病人|病友|病歷|住院|醫療|檢查|費用|收費|家屬|長輩|孩子|家長|評估|診間|不便|不適|服務|治療|處置|手術|回診|恢復|療程/;
const OPEN =
  /若|如果|如有|如需|如您|假如|倘若|任何|無法|不便(?=在|於|說|回|公|談|透|確)|不會|不能|不得|恕|是否|不宜|歡迎|可透過|可於|可以|請/;
/** A thing done or found in somebody's case. */
const EVENT =
  /事後|(?:已經?|曾經?|業[已經]|(?<![已曾業未不神])經)(?!於|公告|由|轉|將您的|過|驗|常|費|營).{0,5}(?:聯繫|聯絡|說明|了解|瞭解|協助|處理|查|確認|致歉|道歉)/;

/**
 * Where the judge has no say whatever it thinks: a clause that ties 「您」 to care without a condition or a refusal,
 * or that tells what was done about it. Only an approved frame or a person lets that through.
 */
export const beyondJudging = (sentence: string): boolean =>
  clausesOf(sentence).some(({ text }) => {
    const rest = text.replace(OPINION, '').replace(MANNERS, '');
    return (/[您你妳]/.test(rest) && CARE.test(text) && !OPEN.test(text)) || EVENT.test(text);
  });

/** Harmless words can tell an event, too: 「本人事後有來電」. */
export const tellsEvent = (sentence: string): boolean => clausesOf(sentence).some(({ text }) => EVENT.test(text));
