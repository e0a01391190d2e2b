/*
 * T22: what only sounds like the wish to die. Daily misery is told in such words every day; grief, shame and fear are
 * not daily.
 */

/** Letters on either side of a phrase that tell how it is meant. */
export const BESIDE = 10;

const DIE =
  '(?:想|好想|很想|真想|快|只想|會|直接|不)?(?:去|要)?(?:想死|死一死|想去死|自殺|不想活|活不下去|輕生|尋死|跳樓|跳太平洋|跳海|撞牆|生不如死|一頭撞死)';
/** Not daily: 「被逼到想死」「難過到不想活」. */
const GRIEF =
  /逼|霸凌|欺|罵|辱|折磨|鬱|絕望|難過|崩潰|失眠|活|傷心|壓力|孤單|寂寞|自責|愧|害|嘲|酸|網暴|焦慮|恐慌|厭世|心痛|心碎|哭|怕|恨|病[到得]|痛苦|失去|失戀|生無可戀|無助|無望/;
/** 「停車場繞到想死」「填資料填到我不想活了」「瀉藥喝到想死」. */
const TO_DEATH = new RegExp(`([一-龥]{1,6})[到得](?:我|都|會|快|真的|整個|有點|當下|直接|好|很|差點){0,3}${DIE}`);
/** 「按下去我直接想死」「孕吐當下想死」. */
const AT_ONCE = /(?:直接|當下|當場|瞬間|馬上)(?:真的)?(?:想死|想去死|不想活)/;
/** 「不想活那麼久但既然要活」 */
const SO_LONG = /不想活(?:那麼|這麼|太|到)|想活(?:那麼|這麼)?[久長]/;
/** A place, a trade, others than the writer hold on no longer. */
const OF_A_PLACE =
  /(?:[你他]們|貴院|診所|醫院|店家?|公司|基層|院所|業者|牙醫|醫[師生]們?|護理師|護士|醫護|員工|同業|健保|制度|急診|偏鄉|小兒科|婦產科|人力|剩下的)[^，。,我]{0,10}(?:撐|活|熬|做)/;
/** 「別家獸醫說要安樂死」 */
const PUT_DOWN =
  /(?:說|叫|建議|要求|幫|給|讓|替|勸|決定|考慮|被)[^，。,我]{0,6}(?:安樂死)|安樂死(?:的?(?:費用|價|藥|議題|合法))/;

const DAILY =
  /(?:荷包|錢包|皮夾|存摺|存款|戶頭|信用卡|鈔票|體重計|鬧鐘|牙齒|頭髮)[^。，,我]{0,4}(?:想死|自殺|不想活|尋短|輕生)|(?:考|寫|報告|排隊|等|讀|上班|加班|痛|癢|熱|累|餓|醜|貴|尷尬|笑|忙|煩|難吃|無聊)[^。，,]{0,2}到[^。，,]{0,3}(?:想死|想跳樓|想自殺|不想活|生不如死)|形容詞|沒有真的|唯一想死|(?<![不沒][是有在]?(?:在)?)開玩笑|誇飾|想死這件事|跳樓(?:層|大拍賣|價|機)|(?:痛|癢|暈|咳|喘)到[^。，,]{0,3}(?:活不|撐不)|(?:診所|店|公司|他們)[^。]{0,4}(?:快)?撐不|不想活(?:的(?!感|念|心|狀)|在(?!這))/;

const isToDeath = (around: string): boolean => {
  const said = TO_DEATH.exec(around);
  return said !== null && !GRIEF.test(said[1] as string);
};

/** Whether the words around a phrase of dying make it a figure of speech, or say it of somebody else. */
export const isFigure = (around: string): boolean =>
  DAILY.test(around) ||
  isToDeath(around) ||
  AT_ONCE.test(around) ||
  SO_LONG.test(around) ||
  OF_A_PLACE.test(around) ||
  PUT_DOWN.test(around);
