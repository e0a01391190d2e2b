/** Names of illness and states of the body: said of somebody they are R05. */
export const CONDITIONS =
  /感冒|發燒|咳嗽|過敏|糖尿病|高血壓|血壓|血糖|骨折|骨裂|扭傷|蛀牙|牙周病|牙周|齲齒|智齒|發炎|感染|化膿|腫瘤|癌症?|氣喘|肺炎|中風|懷孕|孕婦|流產|濕疹|皮膚炎|異位性|青春痘|痘痘|疤痕|肥厚疤|蟹足腫|反黑|色素|皰疹|蕁麻疹|頭痛|偏頭痛|暈眩|腸胃炎|胃潰瘍|胃食道逆流|便秘|腹瀉|拉肚子|痔瘡|結石|腎臟|肝炎|脂肪肝|白內障|青光眼|近視|眩光|乾眼|飛蚊|中耳炎|鼻竇炎|鼻炎|扁桃腺|息肉|椎間盤|坐骨神經|五十肩|足底筋膜炎|關節炎|退化|失眠|憂鬱|焦慮|恐慌|躁鬱|敗血症|潰瘍|出血|血腫|瘀青|紅腫|腫脹|麻痺|失明|失能|不孕|卵巢|子宮|經痛|更年期|攝護腺|泌尿道|性病|愛滋|梅毒|diabet\w*|hypertension|fracture|infection|allerg\w*|cancer|tumou?r|asthma|pneumonia|pregnan\w*|eczema|acne|scar(?:ring)?|rash|swelling|bruis\w*|migraine|cavity|cavities|abscess|gum disease|numbness|bleeding|lump(?:s|y)?/gi;

/** Names of treatments, operations and drugs: said of somebody they are R06. */
export const TREATMENTS =
  /手術|開刀|拔牙|植牙|根管|抽神經|洗牙|補牙|矯正|牙套|假牙|牙冠|全瓷|貼片|美白|雷射|電波|音波|皮秒|飛梭|肉毒|玻尿酸|填充|隆鼻|隆乳|抽脂|雙眼皮|埋線|植髮|除毛|震波|徒手|復健|針灸|推拿|拔罐|麻醉|打針|點滴|抽血|注射|疫苗|顯影劑|抗生素|類固醇|止痛藥|退燒藥|安眠藥|抗憂鬱藥|避孕藥|胃鏡|大腸鏡|超音波|斷層|核磁共振|x光|切片|縫合|拆線|換藥|剖腹|自然產|無痛|試管|人工受孕|洗腎|化療|電療|放療|導尿|插管|心導管|支架|結紮|implants?|crowns?|fillings?|root canal|extraction|braces|aligners?|veneers?|botox|fillers?|laser|surgery|injection|antibiotics?|steroids?|painkillers?|chemotherapy|dialysis|x-?rays?|ultrasound|vaccin\w*|anaesthe\w*|anesthe\w*|massage/gi;

const one = (source: RegExp): RegExp => new RegExp(source.source, source.flags.replace('g', ''));
const CONDITION = one(CONDITIONS);
const TREATMENT = one(TREATMENTS);
export const namesCondition = (text: string): boolean => CONDITION.test(text);
export const namesTreatment = (text: string): boolean => TREATMENT.test(text);
