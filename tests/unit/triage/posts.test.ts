import { describe, expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';
import { cpuMs } from '../cpu.ts';

/** What posts and pushes say in a few letters, and what sounds alike and is harmless. */
const post = (text: string) => triage({ text, stars: null, site: 'ptt', kind: 'comment' });

describe('violence in so many words, whatever the mood of the push', () => {
  test.each([
    '推 賞他兩拳看他還笑不笑得出來',
    '真想一拳把院長的牙打斷',
    '恨不得把那個護理師的臉打腫',
    '有種別跑，林北就在巷口等你',
    '大家各帶一桶餿水過去',
    '再刪我評論，我就去你們店裡掀桌',
    '院長那台賓士停在後面，順手幫他刮個兩道',
    '門面裝潢那麼新，可惜不耐燒',
    '你全家的照片我都留著',
    '奉勸院長先把遺囑寫好',
    '我一定共伊的手骨拍斷',
    '摃予伊袂振動',
    '之前那個這樣對我媽的人，到現在還坐輪椅',
    '再兇一次，下次就換你躺病床',
    '等著看院長那雙手還可以用多久',
    '拿鹽酸給那個諮詢師敷臉最快',
    '禮拜五送診所一份大禮，記得看新聞',
    '院長女兒念那間雙語對吧，放學路上記得牽緊一點',
    '我們家不走法律途徑，走的是另外一條路',
    '不知道他那隻開刀的手還能用幾年',
  ])('%s', (text) => {
    expect(post(text).threat).toBe('violence');
    expect(post(text).urgent).toBe(true);
  });

  test.each([
    '醫師說給他一刀就好，粉瘤十分鐘就拿掉了',
    '我媽說再熬夜就打斷我的腿，所以乖乖來看診',
    '跌倒把牙齒撞斷，醫師補得看不出來',
    '在電視上看到有人說要去店裡掀桌，拜託不要這樣',
    '我的車停在診所後面被刮花，櫃檯幫忙調監視器',
    '老公下班在門口等我，一起去領藥',
    '醫生會在門口等你到最後一個病人看完',
    '一拳打在棉花上，客訴都沒有回音',
    '防火門有標示，逃生動線清楚',
    '預立醫囑跟遺囑怎麼寫，社工講得很清楚',
    '打球把鼻樑撞歪，這位醫師喬得很漂亮',
    '哈哈真想把他的零食一拳打爛，太愛吃了',
    '上一個病人看了四十分鐘，輪到我已經十二點',
    '換他躺下看診，醫師很細心',
    '這組假牙不知道可以用多久，醫師說大概十年',
    '阿公的手還能動多久，復健科醫師說要看狀況',
    '醫師用杏仁酸幫我換膚，很溫和',
    '吃的是鹽酸普萘洛爾，藥師講解很清楚',
    '護理師準備了一份小禮物給寶寶',
    '看新聞才知道這間有夜診',
    '護理師叮嚀女兒放學過馬路要小心',
    '不走法院，走調解，另外一條路比較快',
    '說「砍死院長」的那則不是我，我的帳號被盜了，已經報案',
  ])('none: %s', (text) => {
    expect(post(text).threat).toBe('none');
  });
});

describe('abuse that is hidden or alluded to', () => {
  test.each([
    '那間的主任就是個王X蛋',
    '他Ｘ的是在兇什麼',
    '櫃檯就ㄐㄅ人一個',
    'NC護士 只會翻白眼',
    '掛號那位智ㄓㄤˋ',
    '一條老狗 佔著位子不退休',
    '🐶也會開藥喔 長見識了',
    '披著白袍的流氓',
    '根本從豬圈放出來的',
    '這個醫生有夠阿里不達',
    '榕醫 不解釋',
  ])('%s', (text) => {
    expect(post(text).insult).not.toBe('none');
  });

  test.each([
    '我真的智障，健保卡放在家裡還跑來',
    '有詐騙集團冒充診所打電話，請大家小心',
    '我家養了一條老狗，鄰居推薦這間獸醫',
    '被隔壁的老狗咬，急診處理得很快',
    '照X光的小姐很親切，X的那台機器很新',
    '公園那棵大榕樹旁邊就是診所',
    '狗狗看到醫師就汪汪叫 超可愛',
    '辣雞便當店樓上那間牙醫',
    '腦殘本人又把預約記成下禮拜，櫃檯還幫我喬',
    '拔牙手速根本畜生級，我還沒眨眼就結束',
    '樓上酸民留言「庸醫一個」，我爸就是他救回來的',
    '模擬器那關的屠夫外科一直解不掉，有攻略嗎',
    '他x光照了兩張就說好了',
  ])('none: %s', (text) => {
    expect(post(text).insult).toBe('none');
  });
});

test('a word of severe abuse is no praise, whatever the thanks', () => {
  for (const text of ['蒙古大夫，謝謝再聯絡', '這SB醫生會不會看病啊'])
    expect([text, post(text).sentiment]).toEqual([text, 'negative']);
  expect(post('不是蒙古大夫，謝謝醫師').sentiment).not.toBe('negative');
});

describe('facts told without a word that accuses', () => {
  const told = (text: string) => triage({ text, stars: 1 }).accusation;

  test.each([
    '明細列了五支針，實際我只打三支，櫃檯說系統就是這樣',
    '說好開右眼，結果動到左眼，醫師說反正兩眼都要開',
    '瓶子上的效期是去年，護理師還是照打',
    '我跟他講過會過敏，照樣打下去',
    '說是拉傷叫我回去貼藥布，隔天去別間照片子才知道骨折',
    '棉球留在鼻子裡兩個月，是別家醫師夾出來的',
    '做完療程出來皮夾少了三千，問誰都說不知道',
    '病歷影本少了手術那幾頁，櫃檯說本來就沒有',
    '看護把我爸從輪椅上硬拉起來，手臂一圈都是指印',
    '我說要去別間看，院長當場把診斷書揉成一團丟垃圾桶',
  ])('%s', (text) => {
    expect(told(text)).not.toBe('none');
  });

  test.each([
    '假設真的有開錯藥，也該先聽診所怎麼說',
    '如果真像他講的那樣，衛生局會去查吧',
    '明細列得很清楚，三支針就是三支，沒有多收',
    '等了兩小時，櫃檯只說系統慢',
    '錢包掉在候診室，護理師追出來還我，謝謝',
    '抽血按壓沒按好，手臂滿是瘀青',
    '處方箋寫錯一個字，藥師請醫師重開，舊的撕掉作廢',
  ])('none: %s', (text) => {
    expect(triage({ text, stars: null }).accusation).toBe('none');
  });

  test('a wish of harm is no claim of harm', () => {
    const said = triage({ text: '祝院長也被亂開刀，死在手術台上', stars: 1 });
    expect([said.threat, said.accusation]).toEqual(['violence', 'none']);
  });
});

describe('what did not come back', () => {
  test.each([
    '打完針左腳到現在都動不了，醫師叫我再等等',
    '抽脂做到一半OHCA，家屬還在外面等',
    '送到大醫院人就不行了，診所隔天照常開門',
    '我昨晚爬上陽台站了很久',
    '我們趕到的時候牠已經冷了',
    '鈴按了十次沒人來，隔壁床的阿公就這樣掛了',
    '兔子早上還好好的，下午裝在紙箱裡還我',
  ])('%s', (text) => {
    expect(triage({ text, stars: null }).urgent).toBe(true);
  });

  test.each([
    '麻藥還沒退，嘴巴沒有感覺，講話像大舌頭',
    '打完針手不能動一個小時就恢復了，跟說明一樣',
    '參加急救課程，老師教OHCA怎麼處理',
    '從陽台看出去風景很好，病房安靜',
    '電話講到一半就直接掛了',
    '便當送到的時候都冷了，病房餐可以改進',
    '倉鼠剪完指甲裝在紙箱裡還我，暖暖包也放好了',
  ])('none: %s', (text) => {
    expect(triage({ text, stars: null }).urgent).toBe(false);
  });
});

describe('questions, jokes and offices that only set a standard', () => {
  test.each([
    '請問有人在這裡做過雷射手術嗎？會不會很乾',
    '收費跟衛生局公告的標準一樣，收據清楚',
    '業配推啦 (開玩笑的 我室友寫的)',
    '沒有啦，我不是要告他們，只是問申訴要寫什麼',
    '原本預約另一間，看了評論才換來這邊',
  ])('%s', (text) => {
    expect(post(text).threat).toBe('none');
    expect(post(text).risks.filter(({ kind }) => /ex-employee|fake|threat|wrong-place/.test(kind))).toEqual([]);
  });
});

test('what the writer fears is no threat', () => {
  expect(post('手術很順，想吃麻辣鍋又不敢問醫生，怕他揍我').threat).toBe('none');
});

test('a game, a film and the writer’s own folly are nobody’s abuse, claim or threat', () => {
  for (const text of [
    '昨天那集炸彈放在手術室，看到不敢呼吸',
    '手術遊戲第三關，我把他砍到剩一隻手還是過關',
    '智障本人健保卡插反三次，後面大哥快把我丟出去',
  ]) {
    const { threat, accusation, insult, urgent } = post(text);
    expect([text, threat, accusation, insult, urgent]).toEqual([text, 'none', 'none', 'none', false]);
  }
});

test('a look for blows takes no longer the longer the text', () => {
  const time = (n: number): number => cpuMs(() => post('有種別跑真想賞他一拳打歪，'.repeat(n)));
  time(50);
  expect(time(4000)).toBeLessThan(400 + 40 * time(200));
});
