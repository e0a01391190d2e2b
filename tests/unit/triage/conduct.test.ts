import { describe, expect, test } from 'vitest';
import { isFound } from '../../../lib/contract/triage.ts';
import { triage } from '../../../lib/triage/index.ts';

const read = (text: string, stars: number | null = 1) => triage({ text, stars });

describe('sexual misconduct told by a patient', () => {
  test.each([
    '做復健的時候，男治療師一直蹭我的屁股，我整個人僵住',
    '超音波師趁沒人在場把我內衣拉開，說順便看看',
    '只是看感冒，醫師卻解開我的上衣釦子，護理師還被他支開',
    '整骨師傅突然捏我的胸部，還說這樣會放鬆',
    '醫師從病歷抄我電話，半夜傳line問我有沒有男友',
    '諮詢師帶我進小房間，要我脫到只剩內褲轉一圈',
    '治療師的手慢慢滑進我的內褲，問我舒不舒服',
    '醫師掀開女兒的衣服，還鎖門不讓媽媽陪',
  ])('%s', (text) => {
    const { risks, urgent, priority, next, accusation } = read(text);
    expect(isFound(risks, 'crime-claim')).toBe(true);
    expect({ urgent, accusation }).toEqual({ urgent: true, accusation: 'specific' });
    expect(priority).toBeGreaterThanOrEqual(90);
    expect(next[0]).toContain('今天');
    expect(next).toContain('暫不回覆');
    expect(next).toContain('請律師評估');
  });

  test.each([
    '照心電圖要把上衣掀起來，有女護理師在場',
    '醫師請我脫外套量血壓，量了三次',
    '醫師請我掀衣服聽診，聽不到三秒就說沒事，敷衍',
    '打針前叫我把褲子拉下來一點，打完很痛',
    '復健師按我大腿內側拉傷的地方，太大力',
    '護理師抱住我安慰我，但醫師很冷漠',
    '寶寶的屁股起紅疹，醫師看一下就說沒事',
  ])('none: %s', (text) => {
    const { risks, urgent } = read(text);
    expect({ urgent, crime: isFound(risks, 'crime-claim') }).toEqual({ urgent: false, crime: false });
  });
});

describe('secrets of patients that staff gave away', () => {
  test.each([
    '櫃台在候診區大聲問我「妳是來驗梅毒的喔」，後面的人全都轉頭',
    '護理師當著一堆人的面喊我的病名，說我有b肝',
    '診所把我術後照片直接放IG當宣傳，我根本沒同意',
    '護理師把我的病歷拍照傳到她的LINE群組',
    '櫃檯小姐打電話給我公司主管，說我有看身心科',
    '助理查了我的病歷，到處跟同學八卦',
    '病歷影本當便條紙，背面還有其他病人的身分證字號',
    '內診到一半簾子被拉開，外面一排人',
    '護理師把我懷孕的事告訴我同事',
    '診所小編把我的對話截圖貼在限動取笑，沒有經過我同意',
  ])('%s', (text) => {
    const { risks, priority, next, accusation } = read(text);
    const told = risks.find(({ kind }) => kind === 'accusation');
    expect(told?.statutes).toContain('醫療法72');
    expect(accusation).toBe('specific');
    expect(priority).toBeGreaterThanOrEqual(50);
    for (const step of ['先存證', '內部查核', '律師']) expect(next.join()).toContain(step);
    expect(risks.find(({ kind, confidence }) => kind === 'opinion' && confidence > 0.5)).toBeUndefined();
  });

  test.each([
    '我把我的照片放IG推薦這家，結果第二次就變差了',
    '護理師叫號很大聲，嚇到小孩',
    '醫師怕我阿公重聽，大聲講病情講了三次，但是等很久',
    '廣告上的術前術後照片跟實際差很多',
    '候診區很吵，大家都在聊自己的病情',
    '醫師把X光片傳給我看，但是沒有解釋',
  ])('none: %s', (text) => {
    const told = read(text).risks.filter(({ statutes }) => statutes.includes('個資法20'));
    expect(told).toEqual([]);
  });
});

describe('slights by staff', () => {
  test.each([
    '我是越南人，櫃台說「外勞先去旁邊」',
    '坐輪椅來，櫃台說殘障的不要擋在門口',
    '醫師一直叫我死甲',
    '護理師笑我兒子娘娘腔',
    '知道我是感染者就不肯幫我洗牙',
    '被保全罵番仔，我是原住民又怎樣',
    '我先生聽障，醫師嫌他聽不懂很麻煩',
  ])('%s', (text) => {
    const { risks, next, insult, accusation } = read(text);
    expect(isFound(risks, 'accusation')).toBe(true);
    expect({ insult, accusation }).toEqual({ insult: 'none', accusation: 'specific' });
    expect(risks.some(({ kind }) => kind === 'discrimination' || kind === 'insult')).toBe(false);
    expect(next.join()).toContain('內部查核');
    expect(next.join()).not.toContain('檢舉');
  });

  test.each(['櫃台那個越南妹講話聽不懂，滾回去', '一堆外勞在候診區，臭死了'])('the writer’s own: %s', (text) => {
    expect(isFound(read(text).risks, 'discrimination')).toBe(true);
  });

  test.each([
    '身障車位都被佔走，警衛不管',
    '櫃台說外勞看護可以陪病但要先申請',
    '醫師說再不開刀會變殘廢，嚇人',
    '我有憂鬱症，醫師講話很冷淡',
  ])('none: %s', (text) => {
    expect(isFound(read(text).risks, 'accusation')).toBe(false);
  });
});

describe('dirt seen, and an oath at nobody', () => {
  test.each([
    '助理把掉在地上的鏡子撿起來擦一擦又放進我嘴裡，幹你娘有夠噁心。',
    '漱口杯沖一沖就給下一位用，靠北喔',
    '醫師戴著手套滑手機，接著直接伸進我嘴巴',
    '治療台有蟑螂爬過去，他們笑笑說沒事',
    '診療椅上還留著上一個病人的血，也沒擦',
  ])('%s', (text) => {
    const { risks, next } = read(text);
    expect(isFound(risks, 'hygiene-claim')).toBe(true);
    expect(next.join()).toContain('內部查核');
    expect(next.join()).not.toContain('檢舉');
  });

  test.each([
    '器械掉到地上，助理說不好意思重新拿一支新的',
    '上一個病人看很久，害我等一小時',
    '廁所有蟑螂，衛生紙也沒補',
  ])('none: %s', (text) => {
    expect(isFound(read(text).risks, 'hygiene-claim')).toBe(false);
  });

  test.each(['幹你娘的醫師，會不會看病啊', '醫師幹你娘啦', '王醫師，幹你娘', '幹你娘，你們這群人', '幹你娘垃圾醫院'])(
    'at somebody: %s',
    (text) => {
      expect(read(text).next.join()).toContain('檢舉');
    },
  );
});

describe('stars that the clinic is said to make', () => {
  test.each([
    '我是前員工，院長都自己開分身帳號在PTT推自己的診所',
    '離職了才敢講，診所花錢請人寫假評論',
    '聽櫃台聊天說院長叫她們用家人帳號刷好評',
    '小編自己用小帳在Dcard推自家診所，被抓包',
    '我以前被要求每週灌五則好評',
  ])('%s', (text) => {
    for (const stars of [1, null]) {
      const { next } = read(text, stars);
      expect(next.join()).toContain('先內部確認有沒有');
      expect(next.join()).not.toContain('向平台檢舉');
    }
  });

  test.each(['代刷五星，一則八十，私訊報價', '大家一起來刷一星'])('others: %s', (text) => {
    expect(read(text, null).next.join()).toContain('檢舉：不實互動');
  });
});

describe('not come back from care', () => {
  test.each([
    '貓住院一個晚上就走了',
    '麻醉後就沒醒來',
    '狗狗結紮完隔天就走了，醫師連一句話都沒有',
    '帶毛孩去洗牙，麻醉之後再也沒醒過來',
    '送去急診，橘貓沒能撐過，帳單卻要三萬',
  ])('%s', (text) => {
    const { risks, urgent } = read(text);
    expect({ urgent, injury: isFound(risks, 'serious-injury') }).toEqual({ urgent: true, injury: true });
  });

  test.each([
    '貓住院一晚就出院了，就是貴',
    '帶狗打完針就走了，三分鐘收八百',
    '狗狗麻醉還沒醒就叫我們帶走',
    '麻醉醒來喉嚨很痛',
    '擔心狗狗麻醉醒不過來，醫師也不解釋',
    '看完診貓咪我們就抱走了，沒有下次',
  ])('none: %s', (text) => {
    const { risks, urgent } = read(text);
    expect({ urgent, injury: isFound(risks, 'serious-injury') }).toEqual({ urgent: false, injury: false });
  });
});

describe('pictures of somebody undressed, given away', () => {
  test.each([
    '我有全程偷錄影 診間裡醫師幫我看胸部的畫面 想看的站內信 之後會放雲端',
    '手上有她內診的影片，要的加賴',
    '洗澡的畫面我都錄到了，分享在群組',
  ])('%s', (text) => {
    const { priority, next, risks } = read(text);
    expect(priority).toBeGreaterThanOrEqual(85);
    expect(next.slice(0, 2)).toEqual(['通知主管並報警', expect.stringContaining('不要下載')]);
    expect(risks.find(({ kind }) => kind === 'recording')?.severity).toBe('high');
  });

  test.each(['超音波影片會放雲端給爸媽下載，只是很慢', '錄影存證了，會交給衛生局', '衛教影片都是英文，看不懂'])(
    'none: %s',
    (text) => {
      expect(read(text).risks.some(({ severity, kind }) => kind === 'recording' && severity === 'high')).toBe(false);
    },
  );
});
