import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../lib/contract/draft.ts';
import { guard } from '../../../lib/drafting/index.ts';
import { parse } from './support.ts';

const REVIEW = '打完肉毒右眼皮下垂兩個月，林醫師都不理我，櫃台小美態度超差。';
const context = { review: REVIEW, clinic: parse({ name: '日光牙醫診所', phones: ['02-1234-5678'] }) };

interface Family {
  rules: Rule[];
  /** Stopped. */
  block: string[];
  /** Named by a rule; where the judge doubts a soft one, a person decides. */
  warn: string[];
  fine: string[];
}

const FAMILIES: Record<string, Family> = {
  'something for a review that is taken back, in any order and wording': {
    rules: ['R12'],
    block: [
      '若您願意移除評論，我們可以退還全額療程費用。',
      '如果您願意撤下評論，我們可以退還費用。',
      '如您移除評論，我們願意退還訂金。',
      '若您願意更新評論內容，我們可以協助退還相關費用。',
      '如果您願意修改評分，我們可以減免費用。',
      '若您願意撤回這則意見，我們可以免收費用。',
      '我們願意退還費用，希望您能移除評論。',
      '退還費用的部分，請您先移除評論再與我們聯繫。',
      '我們可以提供療程折扣，也歡迎您更新評論。',
      '只要您把這則下架，退費的事一切好談。',
      '加我的私人LINE我私下轉三千給你，評論幫我處理一下。',
      '您若把負評拿掉，費用這邊我們全部退給您。',
      '評論撤掉之後，訂金三天內就會匯到您的帳戶。',
      '退一半給您，這篇就收回好嗎？',
      '先把文章下架，現金我們私下處理。',
      '若願意改為五顆星，下次掛號費就不收您了。',
      '我們準備了一份小禮物，想請您重新考慮這則評價。',
      '只要那則留言不見，錢的事都好說。',
      '您隱藏這則評論的話，療程費我們就免了。',
      '負評刪一刪，訂金我們就不跟您拿了。',
      '幫忙把一星改掉，下次洗牙算我們的。',
      '若您考慮調整給分，我們能送您一組電動牙刷。',
      '您把內容拿掉，我們給您一個滿意的數字。',
      '評論能下架的話，我們自然會給您交代。',
      '文章刪除以後，請來櫃台領回費用。',
      '您先改評價，其他都可以商量。',
      '您肯把星星加回去的話，洗牙費就當我們請的。',
      '一句話，您撤評，我們退款。',
      '我們很樂意退回您付的錢。也麻煩您把那篇文章刪一刪。',
      '我們可以賠您一萬元。請把貼文刪除。',
      '錢我們可以還您。但這篇評論能不能請您先撤掉？',
      '要不要考慮把負評收起來？洗牙我們招待。',
      'We will happily give your money back. Could you take down the post?',
      'Please remove your review. We can then refund you.',
    ],
    warn: [],
    fine: [
      '歡迎您隨時更新評論。',
      '謝謝您更新評論。',
      '收費與退費規定公告於櫃台，歡迎洽詢。',
      '收費與退費規定公告於櫃台。歡迎您隨時更新評論。',
      '我們不會以任何優惠換取刪除評論。',
      '本診所不提供任何回饋來交換好評。',
      '無論評論是否修改，我們都會檢討流程。',
      '退費依契約與法令辦理。歡迎來電洽詢。',
      '優惠停車資訊公告於官網。',
      '看到您的評論，我們會調整叫號方式。',
      '我們會更新官網的收費說明。',
      'We never offer gifts for reviews.',
    ],
  },
  'a refund promised in public': {
    rules: ['R14'],
    block: [],
    warn: [
      '我們可以退還費用。',
      '療程費用可以退還，請與我們聯繫。',
      '您的費用我們可以全額退還。',
      '這筆錢我們會退給您。',
      '我們願意退一半的費用。',
      '費用全退，請您放心。',
      '訂金會原路退回。',
      '我們會把多收的部分退還給您。',
      '為表歉意，本次費用不收。',
      '下次的費用由我們吸收。',
      '我們願意負擔您後續的醫療費用。',
      '院方同意退您一半的費用。',
      '這次就不跟您收錢了。',
      '您繳的費用會如數奉還。',
      '訂金隨時可以拿回去。',
      '您的損失由診所承擔。',
    ],
    fine: [
      '退費申請的方式公告於官網，歡迎查閱。',
      '收費標準與退費原則均依主管機關規定。',
      '未帶健保卡者先收押金，十日內補卡可退費。',
      '停車費可折抵，請洽櫃台。',
      '無法在此說明退費事宜，敬請見諒。',
      '收費有疑問時，可向櫃台申請退費。',
    ],
  },
  'somebody spoken to as a patient': {
    rules: ['R01', 'R02', 'R03', 'R05', 'R06', 'R17', 'R20'],
    block: [
      '我們重視每一位病人，包括您。',
      '我們會再與您聯絡，說明檢查結果。',
      '有任何不適歡迎隨時回診。',
      '歡迎您回來讓醫師再看一次。',
      '歡迎隨時回來，醫師會為您重新評估。',
      '謝謝您這三年來的信任。',
      '謝謝您帶孩子來找我們。',
      '小朋友當天表現得很棒。',
      '謝謝您長期以來的支持，您的牙齒恢復得很好我們很開心。',
      '我們會把您的病歷再檢視一次。',
      '我們查詢了預約系統，沒有看到您的名字。',
      '家長您好，寶貝的腸病毒好些了嗎？',
      '身為我們的病人，您的感受很重要。',
      '隨時都可以回來找我們調整。',
      '感謝您多年來一直讓我們照顧。',
      '弟弟那天很勇敢，一滴眼淚都沒掉。',
      '掛號名單裡面沒有您這個人。',
      '妹妹的咳嗽好一點了嗎？',
      '我們對您印象很深刻。',
      '我們沒有您的資料。',
      '歡迎找時間再過來一趟。',
      '我們看了您上次的X光片。',
      '下回換藥時我們再跟您解釋。',
      '謝謝您每半年都來報到。',
      '您家老二真的很可愛。',
    ],
    warn: ['療程後的反應因人而異，請耐心等候。', '報告出來後，我們會打電話通知您。'],
    fine: [
      '歡迎來電。',
      '謝謝您的支持。',
      '謝謝您的信任與鼓勵。',
      '我們重視每一位來訪者的意見。',
      '若有任何不適，請儘速就醫。',
      '若您需要檢查報告，可至櫃台申請。',
      '醫師會在診間當面說明檢查結果。',
      '回診時間可於線上預約系統查詢。',
      '孩子看診容易緊張，我們會加強安撫的訓練。',
      '祝您和家人平安健康。',
    ],
  },
  'staff named, their discipline or their private life told': {
    rules: ['R04', 'R18', 'R21'],
    block: ['黃醫師那天有點累，請見諒。', '陳醫師當天看了八十個病人，比較沒耐心。'],
    warn: [
      '櫃台同仁小美我們已經要求改善。',
      '小美已經被我們開除了，請您息怒。',
      '小美會親自向您道歉。',
      '護理師小雯會打電話跟您說對不起。',
      '那位助理我們扣了她的薪水。',
      '我們已請阿玲寫檢討報告。',
      '林醫師最近家裡有事，心情不好。',
      '櫃台那位是新來的工讀生，已經請她走路了。',
      '我們罰了護理師三千元。',
      '吳醫師個性就是比較直。',
      '櫃台同事已經辭職。',
      '那位值班同仁被我們記了一支警告。',
    ],
    fine: [
      '我們會加強同仁的溝通訓練。',
      '小編會把意見轉給團隊。',
      '櫃台小冊子可自由取閱。',
      '小小的鼓勵對我們來說很重要。',
      '阿姨們辛苦打掃，謝謝您看見。',
      '颱風天是否看診，以縣市政府停班公告為準。',
      '我們做到了公開透明。',
    ],
  },
  'blame, mockery, denial': {
    rules: ['R10', 'R18'],
    block: [
      '您的態度也讓我們同仁很受傷。',
      '同仁當時也被嚇到了。',
      '這位網友您是同業派來的吧？',
      '您的帳號只有一則評論，明顯是假帳號洗負評。',
      '有些人自己不刷牙還怪醫師，哈哈。',
      '你4不4有病？去看精神科啦',
      '我們的處理完全符合醫療常規。',
      '護理師被您罵到哭。',
      '自己不保養，怪誰呢？',
      '請您也檢討一下自己。',
      '您所說的都不是真的。',
      '您根本是來找麻煩的。',
      '這完全是捏造的故事。',
      '事情根本不是您講的那樣。',
      '我們覺得您有點反應過度。',
      '您的評論根本在抹黑。',
      '您的說法誇大了。',
      '醫師沒有錯。',
    ],
    warn: [
      '不喜歡可以去別家。',
      '我們的醫師都有按照標準流程處理。',
      '這則評論不是事實。',
      '覺得貴的話可以找便宜的診所。',
      '哈哈，這種評論也寫得出來。',
      '內容與實際情況差很多。',
    ],
    fine: [
      '我們尊重每個人表達意見的權利。',
      '態度與語氣是我們要努力的地方。',
      '現場一般依標準流程作業。',
      '器械均依規定消毒滅菌。',
      '我們會檢討自己的流程與態度。',
      '您的心情一定不好受。',
      '任何人都可以到別的院所尋求第二意見。',
      '評論要不要更動，由您自己決定。',
      '同仁的說明若有不足，我們會檢討。',
    ],
  },
  'threats, cameras, the police and the authorities': {
    rules: ['R02', 'R08', 'R11', 'R18'],
    block: [
      '如不於三日內刪除此則不實評論，我們將採取法律行動，後果自負。',
      '我們已將您的資料提供給警方。',
      '監視器都有錄到您大吼大叫的樣子，需要的話我們可以公開。',
      '診所都有錄影，歡迎您來看。',
      '健保局已經查過了，我們沒有違規。',
      '三天內不刪文就等著收傳票。',
      '警察已經知道您是誰了。',
      '我們有您在櫃台咆哮的影片。',
      '衛生局來看過，說我們一切合法。',
      '請撤下不實內容，否則法院見。',
      '請把留言刪掉。不然我們會請警察處理。',
      '我們知道您住哪裡。',
      '您的IP我們查得到。',
    ],
    warn: [
      '本診所已委託律師蒐證，將對您提出妨害名譽告訴。',
      '我們的律師已經在處理您這篇評論。',
      '我們已經把對話錄下來了。',
      '現場都有監視器，誰對誰錯一看便知。',
    ],
    fine: [
      '保護個資是我們的責任。',
      '候診區設有監視器，以維護大家的安全。',
      '現場設有監視器，歡迎提醒我們動線上的問題。',
      '收費項目依衛生局核定。',
      '我們會警惕自己，持續改進。',
      '我們尊重您保留或修改評論的權利。',
    ],
  },
};

describe.each(Object.entries(FAMILIES))('%s', (_, { rules, block, warn, fine }) => {
  it.each(block)('stops 「%s」', (text) => {
    const { verdict, violations } = guard(text, context);
    expect(verdict).toBe('block');
    expect(rules).toContain(violations.find(({ severity }) => severity === 'block')?.rule);
  });

  it.each(warn)('names a rule for 「%s」', (text) => {
    const { verdict, violations } = guard(text, context);
    expect(verdict).not.toBe('safe');
    expect(rules).toContain(violations[0]?.rule);
  });

  it('says why, and offers what passes in its place', () => {
    for (const text of [...block, ...warn]) {
      for (const { why, suggestion } of guard(text, context).violations) {
        expect(why).not.toBe('');
        expect(guard(suggestion, context).verdict).toBe('safe');
      }
    }
  });

  it.each(fine)('leaves 「%s」 alone', (text) => {
    expect(guard(text, context)).toEqual({ verdict: 'safe', violations: [], unsure: [] });
  });
});

it('reads an English list of what is never offered as one clause', () => {
  const text = 'We never offer a refund, a discount or a gift for a change of stars or a deletion of a review.';
  expect(guard(text, context).violations).toEqual([]);
});

describe('a bargain over two sentences', () => {
  const text = '我們可以退費。謝謝您。也請您把評論刪除。';

  it('is marked in both of them', () => {
    const near = '您好。我們可以退費。也請您把評論刪除。';
    const marked = guard(near, context)
      .violations.filter(({ rule }) => rule === 'R12')
      .map(({ start, end }) => near.slice(start, end));
    expect(marked).toEqual(['退費', '評論刪除']);
  });

  it('needs neighbours', () => {
    expect(guard(text, context).violations.map(({ rule }) => rule)).not.toContain('R12');
  });

  it('costs in proportion to their number', () => {
    const started = performance.now();
    guard('退費。刪評論。'.repeat(2_000), context);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
