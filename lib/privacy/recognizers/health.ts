import { type Candidate, matches, type Recognizer } from '../recognizer.ts';

/** Named conditions, procedures, drugs and results; 看診, 開刀 or a department alone are not (pii/RUBRIC.md). */
const CONDITIONS =
  '糖尿病 高血壓 高血脂 高膽固醇 心臟病 冠心病 心肌梗塞 心律不整 心房顫動 心衰竭 心臟衰竭 主動脈剝離 腦中風 中風 腦出血 腦溢血 腦瘤 腦膜炎 癲癇 帕金森氏症 巴金森氏症 帕金森 巴金森 失智症 失智 阿茲海默症 阿茲海默 憂鬱症 產後憂鬱 躁鬱症 焦慮症 恐慌症 強迫症 思覺失調症 思覺失調 精神分裂症 自律神經失調 失眠症 過動症 ADHD 自閉症 妥瑞症 厭食症 暴食症 氣喘 肺炎 肺結核 肺結節 肺氣腫 慢性阻塞性肺病 COPD 肺積水 氣胸 支氣管炎 鼻竇炎 過敏性鼻炎 中耳炎 扁桃腺發炎 扁桃腺炎 咽喉炎 睡眠呼吸中止症 甲狀腺亢進 甲狀腺低下 甲狀腺機能亢進 甲狀腺結節 甲亢 肝炎 肝硬化 脂肪肝 膽結石 膽囊炎 膽管炎 胰臟炎 胃潰瘍 十二指腸潰瘍 胃食道逆流 胃穿孔 大腸息肉 大腸激躁症 盲腸炎 闌尾炎 腹膜炎 腸阻塞 克隆氏症 痔瘡 疝氣 腎結石 尿路結石 腎衰竭 慢性腎臟病 尿毒症 腎盂腎炎 泌尿道感染 膀胱炎 攝護腺肥大 攝護腺癌 前列腺炎 子宮肌瘤 子宮內膜異位 子宮外孕 多囊性卵巢 卵巢囊腫 巧克力囊腫 骨盆腔發炎 子宮頸癌 流產 早產 子癲前症 妊娠糖尿病 不孕症 不孕 椎間盤突出 坐骨神經痛 骨刺 脊椎側彎 僵直性脊椎炎 類風濕性關節炎 退化性關節炎 骨質疏鬆 五十肩 足底筋膜炎 板機指 腕隧道症候群 骨折 脫臼 韌帶斷裂 十字韌帶 半月板 痛風 紅斑性狼瘡 乾燥症 纖維肌痛 異位性皮膚炎 濕疹 蕁麻疹 乾癬 帶狀疱疹 皰疹 疱疹 菜花 梅毒 淋病 愛滋病 愛滋 HIV HPV 白血病 血癌 淋巴癌 乳癌 肺癌 肺腺癌 肝癌 胃癌 大腸癌 直腸癌 食道癌 胰臟癌 膽管癌 鼻咽癌 口腔癌 舌癌 甲狀腺癌 卵巢癌 膀胱癌 皮膚癌 黑色素瘤 骨癌 腦癌 腫瘤 惡性腫瘤 血管瘤 粉瘤 脂肪瘤 纖維囊腫 白內障 青光眼 視網膜剝離 黃斑部病變 飛蚊症 乾眼症 結膜炎 角膜炎 近視雷射 糖尿病視網膜病變 耳鳴 突發性耳聾 梅尼爾氏症 眩暈症 貧血 地中海型貧血 蠶豆症 敗血症 蜂窩性組織炎 新冠肺炎 新冠確診 流感 腸病毒 登革熱 麻疹 水痘 帶原 牙周病 蛀牙 阻生齒 水平智齒 唇顎裂 唐氏症 腦性麻痺 漸凍症 多發性硬化症 重症肌無力 小兒麻痺 新生兒黃疸 熱痙攣 川崎氏症 腦震盪 皮瓣壞死 過敏性休克';
const PROCEDURES =
  '雙眼皮手術 縫雙眼皮 隆鼻 隆乳 抽脂 拉皮 眼袋手術 割眼袋 削骨 正顎手術 正顎 植髮 結紮 人工流產 墮胎 子宮切除 乳房切除 剖腹產 試管嬰兒 試管 人工受孕 洗腎 血液透析 化療 放療 電療 標靶治療 免疫治療 骨髓移植 肝移植 腎移植 心導管 裝支架 心臟支架 心律調節器 開心手術 繞道手術 髖關節置換 膝關節置換 人工膝關節 人工髖關節 人工關節 氣切 插管 胃造口 人工肛門 造口 大腸鏡 胃鏡 切片 白內障手術 青光眼手術 全口植牙 植牙 根管治療 拔智齒 齒列矯正 微創手術 脊椎手術 開顱手術 三重瓣膜';
const DRUGS =
  '百憂解 樂復得 千憂解 立普能 克憂果 安眠藥 史蒂諾斯 使蒂諾斯 贊安諾 利福全 抗憂鬱藥 抗抑郁药 抗憂鬱劑 類固醇 嗎啡 美沙冬 威而鋼 犀利士 避孕藥 降血壓藥 抗凝血劑 胰島素 猛健樂 瘦瘦針 Metformin Augmentin Prednisolone Warfarin Xanax Prozac Zoloft Stilnox Ozempic Insulin Lipitor Aspirin Concerta Ritalin Lexapro Plavix Eltroxin Tamoxifen';
const RESULTS =
  /(?:糖化血色素|血糖|血壓|膽固醇|肌酐酸|尿酸|肝指數|PSA|CEA|HbA1c|BMI|眼壓|血紅素|白血球|血小板)\s?(?:是|到|升到|飆到|高達|只有|剩|:|：)?\s?\d+(?:\.\d+)?(?:\/\d+)?/g;
const STAGE =
  '(?:\\s?(?:第?[一二三四零0-4][ABCabc]?期|末期|初期|復發|轉移|陽性|陰性|帶原者?|手術|術後|病史|化療|確診))';
const KIND =
  '(?:第[一二12]型|[ABCDEabcde]型|慢性|急性|惡性|良性|重度|中度|輕度|雙極性|先天性|遺傳性|水平|雙側|全口|產後|早期|小兒|老年)';

/** Spoken of in general, to prevent or to teach: not someone's data. */
const GENERAL =
  /^(?:疫苗|篩檢|防治|預防|衛教|專科|中心|門診|病房|科|險|講座|宣導|季|快篩|病毒疫苗|指引|友善|學會|協會)/;
/** Procedures and everyday words are someone's data only where somebody had them. */
const SOMEBODY =
  /我|他|她|媽|爸|公|嬤|婆|爺|奶|弟|妹|姐|姊|哥|兒|女|家人|朋友|先生|太太|老公|老婆|孩|寶|長輩|父|母|患|確診|診斷|罹|得了|吃|開給|開的|做|動|剛|控制|發作|用藥|服用|看|住院|術後|完|後復健|的人/;
const WEAK = new Set(
  '植牙 插管 流感 蛀牙 切片 大腸鏡 胃鏡 類固醇 試管 電療 化療 帶原 造口 Aspirin aspirin 不孕 流產 腫瘤 骨折 拔智齒 隆鼻 抽脂 近視雷射 根管治療 HPV HIV 中風 安眠藥'.split(
    ' ',
  ),
);

const wordsOf = (list: string): string[] => list.split(' ');

/** First characters of all terms: one look per character decides whether the rest is read. */
const byFirst = new Map<string, string[]>();
for (const word of [...wordsOf(CONDITIONS), ...wordsOf(PROCEDURES), ...wordsOf(DRUGS)]) {
  const key = word.charAt(0).toLowerCase();
  const list = byFirst.get(key);
  if (list) list.push(word);
  else byFirst.set(key, [word]);
}
for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);

/** The same as flags by code unit. */
const starts = new Uint8Array(0x10000);
for (const key of byFirst.keys()) {
  starts[key.charCodeAt(0)] = 1;
  starts[key.toUpperCase().charCodeAt(0)] = 1;
}

const KIND_BEFORE = new RegExp(`${KIND}$`);
const STAGE_AFTER = new RegExp(`^${STAGE}`);
const LATIN_EDGE = /[A-Za-z]/;

export const health: Recognizer = {
  types: ['HEALTH_DETAIL'],
  applies: () => true,
  find({ text, digits }) {
    const found: Candidate[] = [];
    for (let i = 0; i < text.length; i++) {
      if (starts[text.charCodeAt(i)] === 0) continue;
      const list = byFirst.get(text.charAt(i).toLowerCase()) ?? [];
      const word = list.find(
        (w) => w === text.slice(i, i + w.length) || w.toLowerCase() === text.slice(i, i + w.length).toLowerCase(),
      );
      if (!word) continue;
      const latinWord = LATIN_EDGE.test(word.charAt(0));
      if (latinWord && (LATIN_EDGE.test(text.charAt(i - 1)) || LATIN_EDGE.test(text.charAt(i + word.length)))) continue;
      let end = i + word.length;
      const rest = text.slice(end, end + 8);
      if (GENERAL.test(rest)) {
        i = end - 1;
        continue;
      }
      const kind = KIND_BEFORE.exec(text.slice(Math.max(0, i - 4), i));
      const start = i - (kind ? kind[0].length : 0);
      const stage = STAGE_AFTER.exec(rest);
      if (stage) end += stage[0].length;
      const somebody = SOMEBODY.test(text.slice(Math.max(0, start - 16), start) + text.slice(end, end + 6));
      if (somebody || !WEAK.has(word)) {
        found.push({ type: 'HEALTH_DETAIL', start, end, score: somebody ? (WEAK.has(word) ? 0.55 : 0.75) : 0.5 });
      }
      i = end - 1;
    }
    if (digits > 0)
      for (const m of matches(text, RESULTS))
        found.push({ type: 'HEALTH_DETAIL', start: m.index, end: m.index + m[0].length, score: 0.7 });
    return found;
  },
};
