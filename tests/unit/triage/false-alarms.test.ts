import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';
import { takeModel } from '../../../lib/triage/model/state.ts';
import { loadWeights } from '../../../scripts/weights.ts';

const review = (text: string, stars: number) => triage({ text, stars, site: 'google-maps', kind: 'review' });
const comment = (text: string) => triage({ text, stars: null, site: 'dcard', kind: 'comment' });
const kinds = (text: string, stars: number | null) =>
  triage({ text, stars, site: stars === null ? 'dcard' : 'google-maps', kind: stars === null ? 'comment' : 'review' })
    .risks.map(({ kind }) => kind)
    .filter((kind) => !['opinion', 'praise', 'own-health'].includes(kind));

/** A clinic that is alarmed for nothing stops reading the alarms. */
describe('nothing is meant', () => {
  beforeAll(() => {
    expect(loadWeights()).toBe('full');
  });
  afterAll(() => takeModel(null));

  test.each([
    ['停車場轉了五圈轉到想死，建議坐公車', 2],
    ['表格寫到我不想活了，一共十張', 1],
    ['清腸藥喝到想死，其他都很順利', 4],
    ['孕吐到不想活，張醫師的藥救了我', 5],
    ['推拿師一按我直接想死，但隔天就好了', 4],
    ['健檢就是不想活那麼短，推這間', 5],
    ['前一間動物醫院說要安樂死，這裡救回來了', 5],
    ['這種服務，看你們還能撐多久', 1],
  ])('misery of every day is no cry for help: %s', (text, stars) => {
    expect(kinds(text, stars)).not.toContain('self-harm');
  });

  test.each(['被你們逼到想死，每天都在哭', '失眠到不想活了，沒有人可以說', '毀容之後我難過到想自殺'])(
    'grief is: %s',
    (text) => {
      expect(kinds(text, 1)).toContain('self-harm');
      expect(kinds(text, null)).toContain('self-harm');
    },
  );

  test.each(['晚安', '掰掰', '我也覺得', '拜託了', '妳側臉好看', '求店名', '分享出去', '已檢舉', '幫高調', '快逃'])(
    'so few letters say nothing grave: %s',
    (text) => {
      const { urgent, threat, accusation } = comment(text);
      expect([urgent, threat, accusation]).toEqual([false, 'none', 'none']);
    },
  );

  test.each(['我好想把我主管打一頓', '換作是我早就揍我男友了', '這種家長真的很想呼他巴掌'])(
    'nobody at the clinic is threatened: %s',
    (text) => {
      const { threat, urgent } = comment(text);
      expect([threat, urgent]).toEqual(['none', false]);
    },
  );
  test('… but staff are', () => {
    expect(comment('那個櫃檯真的很想呼他巴掌，下次讓我遇到就試試看').threat).toBe('violence');
  });

  test.each(['這麼好的醫師我一定要昭告天下', '我是律師，這裡的同意書講得最清楚'])(
    'law and publicity are part of praise: %s',
    (text) => {
      expect(review(text, 5).threat).toBe('none');
    },
  );

  test.each([
    ['補評，服務很好', 5],
    ['第一次來，之後再來補評論', 3],
    ['手滑按到一顆星，抱歉，其實是五顆星的診所', 1],
    ['之前在隔壁那間看半年沒好，這裡一次就找到問題', 5],
    ['隔天去了另一間問，醫師說只有一顆要處理', 1],
    ['課程沒用完不給退', 1],
    ['講沒三句就叫助理拿合約出來', 1],
    ['最近登革熱好多，大家要小心', null],
    ['聽同事說不錯，但我自己沒去過', null],
  ])('no ground to report anybody: %s', (text, stars) => {
    expect(kinds(text, stars)).toEqual([]);
  });

  test.each(['等到快往生還沒輪到我', '結帳的時候尷尬到想原地去世'])('nobody died: %s', (text) => {
    const { urgent, risks } = comment(text);
    expect(urgent).toBe(false);
    expect(risks.map(({ kind }) => kind)).not.toContain('serious-injury');
  });

  test('a board tells of another clinic', () => {
    expect(comment('我上次在別間也被拔錯牙 超衰').accusation).toBe('none');
    expect(comment('這間拔錯我的牙，還不承認').accusation).toBe('specific');
  });

  test.each(['我會再吃一罐看看', '沒什麼效果，會再換一家看看', '我打算再打一次試試看'])(
    'the next try is no dare: %s',
    (text) => {
      expect(review(text, 3).threat).toBe('none');
      expect(comment(text).urgent).toBe(false);
    },
  );
  test.each(['你再收一次看看', '敢再亂開藥試試看', '再不退錢試試看'])('… a dare is: %s', (text) => {
    expect(comment(text).threat).toBe('violence');
  });

  test.each([
    ['按錯星星改不了，抱歉', 1],
    ['星星按錯了改不回來，醫師很細心', 1],
    ['掛了三次都額滿，我大概跟這間沒緣分', 2],
    ['噓 發錯版 請去隔壁', null],
    ['這個去隔壁板問比較快', null],
    ['政府對偏鄉醫療根本沒在管', null],
    ['你們年輕人少喝手搖', null],
    ['退訂金請匯到我的銀行戶頭', 1],
    ['刷卡要去找提款機，只收兩家銀行的', 2],
    ['血袋標籤貼錯，嚇死人', 1],
    ['系統按錯科別，我跑了三層樓', 1],
    ['檢查單跟同名的人搞混', 1],
    ['輪椅的煞車是壞的', 2],
    ['陪病規定一直改，政府都放寬了', 1],
    ['信貸還要繳兩年，貸款壓得喘不過氣，效果卻沒有', 1],
    ['新大樓像飯店等級', 5],
    ['美髮店老闆娘介紹我來的', 5],
    ['不是這家的問題啦，全台都缺貨', null],
    ['I was treated like a parcel', 1],
  ])('nobody is at the wrong place: %s', (text, stars) => {
    expect(kinds(text, stars)).not.toContain('wrong-place');
  });
  test.each([
    '點錯地方了，我要評的是對面那家',
    '他們說的案子跟這間無關',
    '評錯間了不好意思',
    '抱歉留錯了',
    '拉麵湯頭太鹹，老闆臉很臭',
    '這家銀行開戶要等兩小時',
    '包裹一週還沒到，客服不回',
    '徵兼職，日領，意者加賴',
  ])('… here he is: %s', (text) => {
    expect(kinds(text, null)).toContain('wrong-place');
  });

  test.each([
    '主治離職了沒人接手，報告要等一個月',
    '聽在裡面上班的同學講，藥都換便宜的',
    '從停車場走到病房超遠，當我在這上班嗎',
    '在這裡上班的親戚都勸我別來',
  ])('no one who works there writes: %s', (text) => expect(kinds(text, 1)).not.toContain('ex-employee'));
  test('… here one does', () => expect(kinds('前員工路過，加班費從來沒發過', 1)).toContain('ex-employee'));

  test.each(['這篇業配感好重', '拜託大家給一星讓我掛得到號（開玩笑的）'])('no stars are bought: %s', (text) => {
    expect(kinds(text, text.startsWith('拜託') ? 5 : null)).not.toContain('fake-engagement');
  });
  test('… a call for bad stars is one under five stars as well', () => {
    expect(kinds('拜託大家都來給一星，讓這間倒', 1)).toContain('fake-engagement');
  });

  test.each([
    ['照顧阿嬤三年，我一個人真的快撐不住', 'credit'],
    ['五萬塊就這樣飛走，斑還是在', 'credit'],
    ['離娘家近 小兒科醫師會巡房\n大家怎麼選', 'personal-data'],
    ['求推薦中醫 我想調體質', 'self-harm'],
    ['我給他看六年了', 'self-harm'],
  ])('%s: no %s', (text, kind) => {
    expect(kinds(text, null)).not.toContain(kind);
  });
  test.each([
    ['聽說這家快撐不住了，訂金小心', 'credit'],
    ['訂金五萬就這樣沒了，人去樓空', 'credit'],
    ['那個護理師的娘家我知道在哪', 'personal-data'],
    ['我真的撐不下去了，每天都在哭', 'self-harm'],
  ])('… %s: %s', (text, kind) => {
    expect(kinds(text, null)).toContain(kind);
  });
});

describe('quoted lines of PTT are another’s', () => {
  beforeAll(() => {
    expect(loadWeights()).toBe('full');
  });
  afterAll(() => takeModel(null));
  const post = (text: string) => triage({ text, stars: null, site: 'ptt', kind: 'post' });

  test('mood and findings are of the writer’s own words', () => {
    const found = post('※ 引述《abc1234 (小A)》之銘言：\n: 這間超爛 醫師是庸醫 大家快逃\n我看三年了 醫師很細心 推薦');
    expect([found.sentiment, found.insult, found.accusation]).toEqual(['positive', 'none', 'none']);
    expect(found.risks.map(({ kind }) => kind)).toEqual(['praise']);
    for (const { start, end } of found.risks) expect(start >= 40 && end > start).toBe(true);
  });

  test('personal data in them is masked all the same', () => {
    const text = ': 院長電話 0912-345-678\n這樣貼不好吧';
    const found = post(text);
    expect(found.personal.map(({ start, end }) => text.slice(start, end))).toContain('0912-345-678');
  });

  test('a text of quotes alone is read as it is', () => {
    expect(post(': 醫師很細心，推薦').sentiment).toBe('positive');
  });
});
