import type { Clinic } from '../../contract/clinic.ts';
import { Sought } from '../needs.ts';

/** Words of a clinic for animals; somewhere in a text they tell that a beast may be meant. */
export const VET = /獸醫|動物醫院|毛孩|毛小孩|寵物|牠|\bvets?\b|veterinar|ペット|動物病院/i;
export const ANIMAL = /貓|狗(?!眼|屁|官|腿|血)|犬|兔|鼠|鸚鵡|\b(?:dog|cat|puppy|kitten|rabbit)s?\b|[貓猫]/i;

/** Who is called so treats animals only. */
const NAMED = /動物|獸醫|寵物|犬貓|貓犬|\b(?:vets?|veterinar\w*|animals?|pets?)\b|どうぶつ|ペット/i;
/** Said of nobody else. */
const PATIENT = new Sought(/獸醫|動物醫院|毛小孩|毛孩|牠|愛犬|愛貓|\bvets?\b|veterinar|動物病院|愛[貓猫]/i);
/** 「我家柴犬」, not 「把我當狗」. */
const OWN = new Sought(
  /(?:我家|我們家|咱家|家裡|家中|我的|我養|帶|抱)[^，。,！!?？\s像當罵跟比如被]{0,6}(?:貓|狗|犬|兔|倉鼠|天竺鼠|鸚鵡|烏龜|刺蝟)(?!眼|屁|官|腿|血|屎|一樣)|\b(?:my|our) (?:\w+ ){0,2}(?:dog|cat|puppy|kitten|rabbit|hamster|parrot)s?\b|うちの(?:犬|貓|猫)/i,
);
/** A beast beside a word of care. */
const PET = new Sought(/貓咪|狗狗|狗兒|貓貓|兔兔|柴犬|柯基|臘腸|馬爾濟斯|米克斯|橘貓|黃金獵犬|倉鼠|鸚鵡|喵星人|汪星人/);
const CARE = new Sought(
  /住院|看診|看病|結紮|手術|開刀|麻醉|打針|一針|疫苗|驗血|抽血|洗牙|吐|拉肚子|走了|離開|安樂|領回|火化|剃|醫師|醫生|治療|吃藥/,
);
/** A person was bitten, or cannot bear fur. */
const BITTEN = new Sought(/[被遭][^，。,]{0,8}(?:咬|抓傷)|過敏原|\b(?:bitten|bit me|allergic to)\b/i);

const HEAD = 2_000;

/** Whether a text is about a beast that was treated: nobody's health, and no secret of a person's care. */
export function isAboutAnimal(text: string, clinic?: Pick<Clinic, 'name' | 'aliases'> | null): boolean {
  if (clinic && [clinic.name, ...clinic.aliases].some((name) => NAMED.test(name))) return true;
  const head = text.slice(0, HEAD);
  if (BITTEN.in(head) && !/獸醫|動物醫院|\bvets?\b/i.test(head)) return false;
  return PATIENT.in(head) || OWN.in(head) || (PET.in(head) && CARE.in(head));
}
