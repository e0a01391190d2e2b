import { describe, expect, test } from 'vitest';
import { type FindingKind, isFound } from '../../../lib/contract/triage.ts';
import { triage } from '../../../lib/triage/index.ts';

const read = (text: string, stars: number | null = 1) => triage({ text, stars });
/** A post or push: no stars. */
const said = (text: string) => triage({ text, stars: null, site: 'ptt', kind: 'comment' });
const SERIOUS: readonly FindingKind[] = ['crime-claim', 'harassment', 'threat-violence', 'personal-data', 'demand'];
const serious = ({ risks }: ReturnType<typeof triage>) =>
  risks.map(({ kind }) => kind).filter((kind) => SERIOUS.includes(kind));

describe('lines crossed without a hand on a breast', () => {
  test.each([
    '量體溫那個男的眼睛一直往我領口瞄，我拉外套他還笑',
    '男技師盯著我的大腿看了整整十分鐘，我全身不自在',
    '諮商師說要給我安全感就把我摟著腰，還親我臉頰',
    '我在他們診所當櫃台半年，主任三不五時從背後環住我',
    '幫我拉筋的師傅說骨盆要打開，然後手就一直碰到我的重要部位',
    '做復健他的下半身一直故意貼上來，我往前縮他就再靠過來',
    '那年我才15歲，他叫我把褲子再拉下來一點，我不敢講',
    '掛號留的電話被那個藥師拿去加我LINE，每天問我有沒有男友要不要出去喝酒',
    '健身課的男教練壓到我大腿內側，我整個人僵住不敢出聲',
    '我只是手指受傷，他硬要我把毛衣脫掉，還說這樣比較準',
    '那個推拿阿伯最愛摸年輕女生的腰，大家避開',
    '照X光的男技術員當晚就在IG上找到我，留言說照片比本人香',
    '通乳師是男的，邊按邊說好有彈性，噁心死了',
  ])('%s', (text) => {
    const { risks, urgent, accusation } = read(text);
    expect(isFound(risks, 'crime-claim')).toBe(true);
    expect({ urgent, accusation }).toEqual({ urgent: true, accusation: 'specific' });
  });

  test.each([
    ['護理師摟著我的肩膀安慰我，眼淚都掉下來', 5],
    ['醫師盯著我的膝蓋看了三秒就說沒事', 2],
    ['醫生連正眼都沒看我，盯著電腦', 1],
    ['治療師手放在我腰上調整姿勢，講解很清楚', 4],
    ['請你們加我LINE通知報告結果，結果等一個月都沒有人理', 2],
    ['叫院長打給我道歉，不然合約我就影印給大家看', 1],
    ['在那邊做拉皮之後一直腫，不敢講', 1],
  ] as const)('none: %s', (text, stars) => {
    const judged = read(text, stars);
    expect(isFound(judged.risks, 'crime-claim')).toBe(false);
  });

  test('nothing has happened to who asks what will', () => {
    for (const text of ['照大腸鏡會被看光嗎，會不會被摸到', '第一次看泌尿科會被摸嗎，好緊張']) {
      expect(said(text).urgent).toBe(false);
    }
  });

  test('nor in a series', () => {
    expect(serious(said('那部日劇院長猥褻護理師，看得我好氣'))).toEqual([]);
    expect(said('影集第三集法官判他十年，律師講得好').next.join()).not.toContain('律師評估');
  });
});

describe('what is said of staff as of bodies', () => {
  test.each([
    '那個洗牙的穿短裙根本犯規 想捏爆',
    '新來的藥師一開口我就硬了',
    '女復健師彎腰的時候 滿滿的溝 推',
    '身心科那位胸前兩團肉才是真正的藥',
    '那個櫃檯一個晚上多少錢 我買單',
    '推 女醫師E奶 每次去都捨不得走',
    '護理長就是老處女沒男人滋潤才會這樣講話',
    '好想把她推倒在診療椅上',
    '聲音這麼甜 床上一定更甜',
    '這種藥師叫我每天給她打針都願意😏',
  ])('%s', (text) => {
    expect(isFound(said(text).risks, 'harassment')).toBe(true);
  });

  test.each([
    '這診所的態度看到我拳頭都硬了',
    '打完針屁股硬硬的腫一塊',
    '小臼齒窩溝封填要做嗎 女醫師說可以再看看',
    '請問住院一晚多少錢 單人房',
    '坐到腿都麻了，肩膀整個硬掉',
    '護理師很美，很會安撫小孩，大推',
    '更年期有性冷感的困擾，醫師講解很仔細',
    '她第一個跳上病床壓胸，救回我爸',
    '切了五顆息肉，報告只有兩顆',
    '他冒冷汗冒到外套都濕了才有人過來',
    '等兩小時欠幹譙，櫃台還在聊天',
    '聽診本來就要掀衣服啊，護理師也在旁邊',
  ])('none: %s', (text) => {
    expect(isFound(said(text).risks, 'harassment')).toBe(false);
  });
});

describe('charges told as plain facts', () => {
  test.each([
    '標榜中藥粉的減重包，食藥署一驗有利尿劑跟安非他命',
    '他在大陸被撤銷醫師資格才跑回來執業',
    '那醫師去年才被停止執業三個月，居然照樣看診',
    '跟我收五千自費的肺炎鏈球菌疫苗，瓶子上面印政府提供',
    '健保有給付的止痛貼片，卻跟我收自費一片兩百',
    '想早點排到刀，總醫師暗示我們要有表示，後來塞了三萬給主任才排到',
    '老闆叫會計做兩套帳，一套專門給國稅局',
    '眼藥水的效期用貼紙蓋住，撕開是前年',
    '護理師叫我先在空白同意書簽名，內容後來才補上去',
    '拿朋友的健保卡領藥，他們照樣給',
    '她拆的那支針明明是用過的，我問還嘴硬',
    '疫苗就放在櫃檯室溫一整個下午，溫度表是下班前亂填的',
  ])('%s', (text) => {
    const { risks, accusation } = read(text);
    expect(isFound(risks, 'crime-claim')).toBe(true);
    expect(accusation).toBe('specific');
  });

  test.each([
    ['公費疫苗打完還送貼紙，小孩很開心', 4],
    ['公費流感沒有了，只能打自費的，一劑八百', 3],
    ['健保給付的跟自費的差在哪講不清楚', 2],
    ['志工發勸募單，我爸以為要捐才能排到刀，塞了兩千', 2],
  ] as const)('none: %s', (text, stars) => {
    expect(isFound(read(text, stars).risks, 'crime-claim')).toBe(false);
  });

  test('of another place, in the news', () => {
    expect(serious(said('[新聞] 減肥藥驗出西布曲明 網購業者遭移送'))).toEqual([]);
  });
});

describe('blows by staff', () => {
  test.each([
    '牙醫助理因為我兒子一直動就巴他的頭，我兒子嚇到發抖',
    '陪阿嬤去換藥，照服員不耐煩竟然甩了阿嬤一巴掌',
    '護理師扯我媽的頭髮，還用力捏她的手臂',
    '照服員捶了他胸口一拳，監視器都有拍到',
    '院長罵人摔病歷夾，砸到我額頭縫五針',
  ])('%s', (text) => {
    const { risks, urgent } = read(text);
    expect(isFound(risks, 'crime-claim')).toBe(true);
    expect(urgent).toBe(true);
  });

  test.each([
    ['醫師摸摸我兒子的頭說好棒', 4],
    ['護理師拍著我女兒的背說不哭，打針一下就好', 5],
    ['助理把我的頭輕輕扶正，拍了兩張X光', 4],
  ] as const)('none: %s', (text, stars) => {
    expect(read(text, stars).urgent).toBe(false);
  });
});

describe('persons hunted, followed, threatened', () => {
  test.each([
    '求肉 這護理師太誇張',
    '有神到那個女的IG沒',
    '她老公在竹科 誰同公司的出來爆',
    '有她資料的鄉民請站內信 我要讓她紅',
    '有他臉書帳號的麻煩私訊我 一定讓他紅',
  ])('hunted: %s', (text) => {
    expect(isFound(said(text).risks, 'personal-data')).toBe(true);
  });

  test.each(['求肉圓店 醫院附近', '家父失智走失，有看到他的請聯絡我', '想送餅乾給她，有她資料的請私訊'])(
    'not hunted: %s',
    (text) => {
      expect(isFound(said(text).risks, 'personal-data')).toBe(false);
    },
  );

  test('followed at this hour', () => {
    const { risks, urgent } = said('我現在就跟在她後面 剛過文化路');
    expect(isFound(risks, 'harassment')).toBe(true);
    expect(urgent).toBe(true);
  });

  test.each(['好想刮花他的賓士 我知道他停B2', '很想在她車上劃個兩道', '我表哥道上的 住址我有了 等著'])(
    'threatened: %s',
    (text) => {
      expect(said(text).threat).toBe('violence');
    },
  );

  test('an old life, told for a laugh', () => {
    expect(said('笑死 我弟以前混過的 現在看到牙醫還會哭').threat).toBe('none');
  });
});

describe('stars for money', () => {
  test.each(['一顆星換兩萬，三天內回我', '把六萬退了這則我就當沒寫過', '一星換一萬 我還有三個帳號 要不要談看看'])(
    '%s',
    (text) => {
      expect(isFound(read(text).risks, 'demand')).toBe(true);
    },
  );

  test('a toothbrush is no ransom', () => {
    expect(isFound(read('五顆星換一支牙刷，我是覺得還好', 4).risks, 'demand')).toBe(false);
  });
});

test('no purse is spoken of without a word of money', () => {
  for (const text of ['員工團購貼滿電梯公告欄，衛教被蓋在下面', '每次評鑑前就開始整理資料，員工都在笑'])
    expect(triage({ text, stars: 2 }).risks.filter(({ kind }) => kind === 'credit')).toEqual([]);
});
