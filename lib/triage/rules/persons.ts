import { around } from '../context.ts';
import type { Signal } from '../signals.ts';
import { type Desk, KEYWORD_ONLY } from './case.ts';

/** T07, T08 abuse, T15 sexual or persistent words at staff, T21 slurs. Says whether staff are stalked. */
export function persons(desk: Desk): { stalking: boolean } {
  const { insult, reading } = desk.case;
  const aimed = insult.signals.filter((s) => isSevere(s) || aimsAtPerson(desk, s));
  desk.each(aimed, (s) => {
    const severe = isSevere(s);
    desk.add(
      'insult',
      desk.spanOf(s),
      severe ? KEYWORD_ONLY : 0.4,
      [
        ...(s.word.gapped || s.word.tag === 'abuse:homophone' ? (['gapped'] as const) : []),
        ...(desk.named ? (['named'] as const) : []),
        ...(severe ? [] : (['insult-mild'] as const)),
      ],
      severe ? (desk.named ? { severity: 'high' } : {}) : { severity: 'low' },
    );
  });
  const harass = desk.meant('harass').filter((s) => isLeering(desk, s));
  const stalking =
    desk.case.signals.has('harass') &&
    /第.{1,3}次留言|看得?到.{0,4}[妳你她].{0,4}下班|為什麼(?:不回我|封鎖我)|(?:每天|天天).{0,6}(?:等[妳你]|看著[妳你]|來看[妳你]|送花)/.test(
      desk.text,
    );
  desk.each(
    stalking ? desk.meant('harass') : harass,
    (s) =>
      desk.add('harassment', desk.phraseOf(s), 0.5, [], stalking ? { severity: 'high', statutes: ['跟騷法3'] } : {}),
    2,
  );
  const slurs = desk.meant('discrim').filter((s) => !s.self);
  if (
    desk.hostile ||
    slurs.some((s) => /^(?:死|支那|番|滾|黑鬼|低端)/.test(around(reading, s.word.start, s.word.end, 0).said))
  )
    desk.each(slurs, (s) => desk.add('discrimination', desk.spanOf(s), 0.5), 2);
  return { stalking };
}

const isSevere = (s: Signal): boolean => s.word.tag === 'abuse:severe' || s.word.tag === 'abuse:homophone';

const PERSON =
  /醫師|醫生|大夫|牙醫|獸醫|院長|主任|護理|護士|護佬|櫃[台檯]|小姐|先生|助理|諮詢師|老闆|人員|志工|保全|警衛|客服|藥師|教授|他|她|你|妳|仔|婆|娘|doctor|dentist|nurse|receptionist|staff|he |she |him|her /i;
const PLACE_ONLY = /診所|醫院|店|集團|機構|急診|單位|公司/;

/** A mild word with a person in its clause; of the place alone it is T08, no §309 finding. */
function aimsAtPerson(desk: Desk, s: Signal): boolean {
  const { before, said, after } = around(desk.case.reading, s.word.start, s.word.end, 24);
  const clause = before.replace(/^.*[，,、]/, '') + said + after.replace(/[，,、].*$/, '');
  if (PLACE_ONLY.test(said) && !PERSON.test(said)) return false;
  if (PERSON.test(clause) || desk.named) return true;
  return PERSON_WORD.test(said);
}

/** Words that are only said of people. */
const PERSON_WORD =
  /臉|嘴|腦|眼|婆|人|仔|鬼|女|男|豬|狗|小丑|🤡|🐒|🐍|沒品|缺德|沒水準|教養|機車|雞歪|機歪|白目|公主|老大|媽的/;

/** Said of a body or for a meeting, of staff; not what a patient tells of an examination. */
const CLINICAL =
  /醫[師生]問|問我|檢查|超音波|乳房|乳癌|攝影|被摸|摸我|觸診|內診|手術|隆乳|隆胸|衣服換|換衣|更衣|貼片|抽脂|整形|疼痛|腫塊|按摩|復健|產後|哺乳|餵奶|先生|老公/;
const TOWARDS =
  /妹|小姐|護理師|護士|櫃[台檯]|諮詢師|助理|醫師|醫生|她|妳|女|正|姐姐|nurse|doctor|girl|she|her|receptionist/i;

function isLeering(desk: Desk, s: Signal): boolean {
  const { sentence, said } = around(desk.case.reading, s.word.start, s.word.end, 40);
  if (CLINICAL.test(sentence)) return false;
  if (/^(?:胸部|內[衣褲]|.?裙|約|想認識|脫|sexy|車速|好硬|單身|有男友)/.test(said))
    return TOWARDS.test(sentence) && LEER.test(sentence);
  return TOWARDS.test(sentence);
}

const LEER =
  /好大|很大|超大|真大|辣|騷|性感|養眼|正|漂亮|可愛|約|求|賴|ig|line|上|睡|抱|親|給我看|好看|誘惑|😏|🤤|😍|嘿嘿|流口水|嗎$|嗎|喔|date|tonight/i;
