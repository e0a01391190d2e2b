import { across } from '../context.ts';
import type { Reading } from '../reading.ts';
import type { Signal, Signals } from '../signals.ts';
import { cuesOf, type Frame } from '../threat/frames.ts';

/*
 * Somebody may be in danger at this very hour: 「我爸在你們急診胸痛冒冷汗，叫了三次都沒人來」. No law, no letter and no reply helps;
 * somebody has to go or to call. Cues: `now-cue`.
 */

const NOW =
  '(?:現在|目前|正在|此刻|到現在|還在|剛剛|剛才|剛(?!出生|好|開始|才)|今天(?:早上|下午|晚上|中午)?|下午|快點|快來|拜託|救命|怎麼辦|該去|要去哪|先去哪|掛哪科|在線等|叫不(?:醒|太醒)|沒人(?:來|理|管)|打不通|一直轉|正常嗎|嗎$)';
const DANGER =
  '(?:胸痛|冒冷汗|(?:喘|吸)不(?:過|到)氣|呼吸(?:困難|有點困難|很喘|好喘)|(?:很|好|一直|越來越)喘|(?<![一-龥])喘|[叫搖]不(?:太)?醒|血氧[^。，,]{0,4}[1-8]\\d|昏(?:倒|過去)|倒(?:下去|在(?:地|廁|復健|走廊))|抽搐|(?:血流|流血)不止|血(?:一直流|止不住)|(?:高燒|發燒|燒到|一直燒)[^。，,]{0,3}4[0-2](?:\\.\\d)?度?[^。]{0,8}抽|抽筋|抽一下|一直抽|叫[^。，,]{0,3}沒(?:有)?反應|血糖[^。，,]{0,4}(?:[1-4]\\d(?!\\d)|測不到)|吞(?:了|下)?[^。，,]{0,8}(?:整罐|半罐|一罐|整排|[幾十]+顆)|吐血|意識(?:不清|模糊|不太清)|發紫|臉都?黑|沒(?:有)?呼吸|誤吞|喉嚨(?:很|好|緊|腫|有點|卡)[^。，,]{0,3}|(?:嘴巴?|臉|嘴唇|眼睛)[^。，,]{0,3}腫|站不起來|痰(?:塞|卡)(?:住)?|點滴漏|吞[^。，,]{0,3}嗆|睜不開|大舌頭|舌頭[^。，,]{0,3}(?:大|腫)|(?:一次|全部|整包|整個月|個月份?)[^。，,]{0,8}吃(?:掉|下|光)|吃(?:掉|了|光)[^。，,]{0,3}(?:整|全部|[三兩]個月))';
/** Over, told of another day, feared, in jest or in the news; what a drill or a leaflet says. */
const PAST =
  /昨天|前天|上(?:次|週|禮拜|個?月)|那(?:天|時|次)|當(?:時|天|下|初)|去年|前年|之前|以前|後來|結果|幸好|還好|謝|感恩|恩人|救命之|救命仙|好了|恢復|如果|萬一|怕|擔心|會不會|新聞|演習|疫苗後可能|笑|哈哈|xd|快死掉|[快差要][^。，,]{0,1}昏倒|貴到|等到|搶救|[一二兩三四五六七八九十\d]+年|孕吐|心得|推薦|口罩/;

/** Letters before and after a cue. */
const REACH = 40;

const EMERGENCIES: readonly Frame[] = [
  { at: new RegExp(`${NOW}[^。]{0,24}${DANGER}|${DANGER}[^。]{0,24}${NOW}`), unless: PAST },
  {
    // 「產婦在外面痛到站不起來，叫我們自己轉院，救命」
    at: /站不起來[^。]{0,20}救命|救命[^。]{0,12}(?:快|有人|誰|拜託)/,
    unless: /恩人|謝|救命之|仙|新聞|哈哈|xd/,
  },
];

/** The words that tell of it, or null. */
export function findEmergency(reading: Reading, signals: Signals): Signal | null {
  for (const cue of cuesOf(signals, ['now-cue'])) {
    // Sentences break off where somebody is afraid: what stands around counts, not the clause.
    const { sentence } = across(reading, cue.word.start, cue.word.end, REACH);
    if (EMERGENCIES.some(({ at, unless }) => at.test(sentence) && !unless?.test(sentence))) return cue;
  }
  return null;
}
