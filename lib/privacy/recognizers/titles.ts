/** What people of a clinic are called, and where a title starts and ends in a text. */

/** staff: only someone who works there; civil: anyone; kin: a relative as the writer calls him; soft: needs a sure name. */
export type TitleKind = 'staff' | 'civil' | 'soft';

const STAFF =
  '醫師 醫生 醫屍 医师 医生 大夫 牙醫師 牙醫生 牙醫 中醫師 獸醫師 獸醫 護理師 护理师 護理長 护理长 護士長 護士 护士 護師 護佐 護理人員 醫護人員 護理 藥師 药师 藥劑師 治療師 治疗师 物理師 職能師 復健師 檢驗師 醫檢師 放射師 營養師 營養 諮詢師 美容師 驗光師 個管師 個案管理師 社工師 社工 看護 照服員 照護員 專師 專護 院長 院长 主任 教授 博士 理事長 執行長 經理 店長 組長 課長 股長 科長 部長 督導 秘書 會計 助理 專員 志工 義工 教練 老師 學姐 學姊 學長 書記 技術員 技師 衛教師 協調師 管理師 心理師 聽力師 呼吸師 語言師 阿長 警衛 保全 麻醉師 檢查員 護理助理 助理員 技術師 放射士 醫放師 復建師 物治師 聽語師 諮商師 助產師 助產士 泌乳師 驗光員 批價員 掛號員 書記員 護生 司機 師傅 工程師 管理員 檢驗士 藥劑生 配藥師 保險員 家醫師 外科醫師 內科醫師 傳送員 檢驗員 服務員 櫃檯人員 櫃台人員 行政人員 員工 工讀生 實習生 PGY 小天使 醫美師 医師 心理諮商師 美療師 芳療師 推拿師 整復師 整骨師 按摩師 刮痧師 洗牙師 牙助 跟診 配鏡師 視光師 X光師 光師 檢查師 檢驗員 技士 店員 服務生 服務人員 總監 顧問 副理 襄理 領班 隊長 班長 董事長 師母 院長夫人 副護理長 副護理師 副護 高專 老师 美容师 咨询师 营养师 检验师 物理师 护理人员 院长 店长 经理 组长 教练 师傅 主秘 牧師 修女 法師 關懷師 佐理員 居服員 調劑員 事務員 辦事員 駐警 醫';
const CIVIL =
  '小姐 先生 女士 太太 媽媽 爸爸 阿姨 伯伯 奶奶 爺爺 阿嬤 阿公 同學 小弟 小妹 媽咪 大哥 大姐 大姊 姑姑 叔叔 師姐 師姊 師兄 老闆娘 老闆 老板娘 老板 妈妈 爷爷 师姐 大婶 弟弟 妹妹 姊姊 姐姐 大嬸 嬸嬸 大叔 小哥 さん';
const SOFT = '姐 姊 哥 醫 副';
/** What may stand before a title and belongs to it. */
const MODIFIERS =
  '主治 住院 實習 專科 專責 資深 總 副 代理 個案 門診 急診 病房 牙科 骨科 外科 內科 眼科 婦科 兒科 皮膚科 家醫科 心臟科 神外 中 牙 獸 女 男 物理 職能 語言 呼吸 臨床 心理 復健 麻醉 研究 計畫 小 大 老 客座 榮譽 特聘 值班 值日 主刀 執刀 身心科 精神科 耳鼻喉科 泌尿科 神經科 神經外科 胸腔科 腸胃科 麻醉科 復健科 婦產科 小兒科 整外 整形外科 掛號 批價 櫃台 櫃檯 客服 行政 傷口 美容 美學 居家 出院準備 約聘 社區 執行';

interface Title {
  readonly word: string;
  /** Its second character; 0: it has one only. */
  readonly second: number;
  readonly kind: TitleKind;
}

/** Words by their first character: a table says which list, for it is asked often. */
interface Lists<T> {
  readonly which: Uint8Array;
  readonly lists: T[][];
}
const listsOf = <T>(): Lists<T> => ({ which: new Uint8Array(0x10000), lists: [[]] });
const listAt = <T>({ which, lists }: Lists<T>, code: number): readonly T[] => lists[which[code] as number] as T[];
const byFirst = listsOf<Title>();
const modifiersByFirst = listsOf<string>();
/** 1: a title may start here; 2: a modifier; 3: both. */
const titleFirst = new Uint8Array(0x10000);
export const opensTitle = (code: number): boolean => titleFirst[code | 0] !== 0;

function put<T>({ which, lists }: Lists<T>, word: string, value: T): void {
  const key = word.charCodeAt(0);
  if (which[key] === 0) which[key] = lists.push([]) - 1;
  (lists[which[key] as number] as T[]).push(value);
}

for (const [kind, words] of [
  ['soft', SOFT],
  ['staff', STAFF],
  ['civil', CIVIL],
] as const)
  for (const word of words.split(' ')) {
    if (kind === 'staff' && word === '醫') continue;
    put(byFirst, word, { word, kind, second: word.length > 1 ? word.charCodeAt(1) : 0 });
    titleFirst[word.charCodeAt(0)] = (titleFirst[word.charCodeAt(0)] as number) | 1;
  }
for (const word of MODIFIERS.split(' ')) {
  put(modifiersByFirst, word, word);
  titleFirst[word.charCodeAt(0)] = (titleFirst[word.charCodeAt(0)] as number) | 2;
}
for (const list of byFirst.lists) list.sort((a, b) => b.word.length - a.word.length);
for (const list of modifiersByFirst.lists) list.sort((a, b) => b.length - a.length);

/** 「醫」「姐」 by themselves end here; before other characters they are part of a word. */
const SOFT_GOES_ON = /[院生師療學護藥囑德術美療界檢療事妹弟姐姊夫哥布倫作主總理教組隊業處駕食標手科部長會刊廠班座]/;

/** First two characters of every title and of every modifier with what may follow it, hashed: most places fail here. */
const openings = new Uint8Array(0x10000);
const opening = (a: number, b: number): number => (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 16;
const allWords = [...STAFF.split(' '), ...CIVIL.split(' ')];
for (const word of [...allWords, ...MODIFIERS.split(' ')])
  if (word.length > 1) openings[opening(word.charCodeAt(0), word.charCodeAt(1))] = 1;
  else
    for (const next of [...allWords, ...MODIFIERS.split(' ')])
      openings[opening(word.charCodeAt(0), next.charCodeAt(0))] = 1;

/** A single character that is a title, before something that it does not go on with. */
const softFirst = new Uint8Array(0x10000);
for (const word of SOFT.split(' ')) softFirst[word.charCodeAt(0)] = 1;

export interface TitleHere {
  readonly end: number;
  readonly kind: TitleKind;
  /** Where the title's last word starts: after modifiers. */
  readonly core: number;
}

/** False where no title can start, by two characters alone. */
export const mayBeTitle = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return softFirst[code] === 1 || openings[opening(code, text.charCodeAt(at + 1))] === 1;
};

/** The title that starts at `at`, with its modifiers; null when there is none. */
export function titleAt(text: string, at: number): TitleHere | null {
  let from = at;
  for (let step = 0; step < 3; step++) {
    const code = text.charCodeAt(from);
    const flag = from < text.length ? (titleFirst[code] as number) : 0;
    if (flag === 0) return null;
    const next = text.charCodeAt(from + 1);
    if (softFirst[code] === 0 && openings[opening(code, next)] === 0) return null;
    if (flag & 1) {
      for (const { word, kind, second } of listAt(byFirst, code)) {
        if ((second !== 0 && second !== next) || !text.startsWith(word, from)) continue;
        const end = from + word.length;
        if (kind === 'soft' && SOFT_GOES_ON.test(text.charAt(end))) continue;
        // 「護理」 is the work as well as the person.
        if ((word === '護理' || word === '營養') && /[站人系的品質工團照過床之所]/.test(text.charAt(end))) continue;
        return { end, kind, core: from };
      }
    }
    if (!(flag & 2)) return null;
    const modifier = listAt(modifiersByFirst, code).find((m) => text.startsWith(m, from));
    if (!modifier) return null;
    from += modifier.length;
  }
  return null;
}
