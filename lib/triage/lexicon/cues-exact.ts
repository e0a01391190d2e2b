import type { Family } from '../matcher.ts';

/**
 * Where a turn of phrase may be so exact that it counts in the sweetest praise (`rules/exact.ts`, `threat/exact.ts`),
 * one family a kind. They say nothing by themselves; each is rare in ordinary reviews. The trained table is not
 * taught them.
 */
export const EXACT_CUES: readonly Family[] = [
  {
    // Somebody is followed, watched, waited for.
    tag: 'follow-cue',
    terms: `跟蹤 尾隨 偷跟 偷偷跟 悄悄跟 一路跟 默默跟 {跟著,跟在,跟到,跟上}{他,她,你,醫師,醫生,護理師,護士,小姐,院長,櫃台,櫃檯,藥師,助理,主任,諮詢師} 樓下 {你,她,醫師,醫生,護理師,小姐,院長}家 住處 租屋處 宿舍 新家 偷偷拍 偷拍 背影 百張 多張 {下班,回家,睡}的照片 睡前 做成桌布 當桌布 定位器 追蹤器 airtag gps 竊聽 望遠鏡 {看著,守著,盯著}{你,她,他,醫師,醫生,護理師,小姐,院長} {等,陪}{你,她,他,醫師,護理師,小姐}{下班,下車,出來,的燈,坐,搭} 等你的燈 {知道,曉得,摸清,記得}{你,她,他,醫師,護理師,小姐}{幾,每,住,家,下班,走,搭,騎,自己,一個人} {查到,找到}{你,她,他} 側門 後門 員工出口 錄音筆 針孔 新帳號 小號 傳訊息 私訊給 搬到 搬來 {後面,隔壁,對面}那桌 {坐,站,躲,等}在你 {跟,尾隨,跟蹤}到{他,她,你} {你,他,她}家{巷口,對面,隔壁,附近,樓上} {站,坐,躲}在{他,她} 跟了{他,她,你} 愛上我 整晚 整夜 封鎖 拉黑 偶遇 巧遇 開車跟 騎車跟 上下班 下班的 {摸清楚,查清楚}{他,她,你} 封鎖我 封鎖也 封鎖沒 不會放棄 不放棄 註定 注定 遲早 是我的{人,女人,男人,老婆,老公} 你的新{號碼,電話,地址,帳號}`,
  },
  {
    // Where somebody lives, may be called, sends the children to school.
    tag: 'expose-cue',
    terms: `{醫師,醫生,護理師,護士,小姐,院長,主任,藥師,他,她,治療師,諮詢師}{手機,電話,的手機,的電話,的私人,私人,line,的line} 私人{手機,電話,門號,line,ig} 手機 住在 住哪 家住 他住 她住 院長家 醫師家 家在 住址 地址 車牌 車號 車是 {女兒,兒子,小孩,孩子,弟弟,妹妹}{讀,念,唸,在,就讀,上} 國小 國中 幼兒園 幼稚園 附小 校門口 學校門口`,
  },
  {
    // Somebody undressed is filmed or shown.
    tag: 'strip-cue',
    terms: `錄下來 錄起來 錄了 錄到 拍下來 拍到 拍了 偷拍 偷錄 裸照 私密照 不雅照 不雅片 性愛{照,片,影片} 換衣影片 更衣影片 裙底 的影片 全程錄影 廁所我 更衣室我 放了手機 偷錄的 偷拍的`,
  },
  {
    // Sweet words for what is to come, and a bat that is harder than a door.
    tag: 'veil-cue',
    terms: `「謝謝 「感謝 「報答 「回報 「答謝 「招待 「照顧 「關心 「回饋 「回敬 「款待 「伺候 「孝敬 好好{謝,感謝,謝謝,報答,回報,答謝,招待,伺候,款待,回敬} 收禮 收大禮 大禮 {我,我們}的禮物 門硬 頭硬 玻璃硬 鐵門硬 招牌硬 骨頭硬 嘴硬 牙硬 車硬 腿硬 臉硬 {好,真,很,這麼,太,超}可愛 {好,真,很,這麼,太,超}漂亮`,
  },
  {
    // Stars held for ransom, a term with a stick.
    tag: 'sold-cue',
    terms: `負評 一星 刪評 評論處理 評論分數 維持五星 心裡有數 考慮 想清楚 想想看 不處理 不合作 不付 越來越多`,
  },
  {
    // A suit held before somebody, as a question.
    tag: 'sued-cue',
    terms: `被{,提,人,病人,家屬,患者}告 被檢舉 吃官司 吃上官司 可以{告,提告} 能{告,提告}`,
  },
  {
    // Praise that tells of a breach of law.
    tag: 'breach-cue',
    terms: `{不用,免,不必,沒,沒有,免掛號}{看診,看醫師,看醫生,掛號,處方,處方箋,問診,本人,病歷} 安眠藥 管制藥 史蒂諾斯 使蒂諾斯 減肥藥 健保卡 {美容師,美療師,美甲師,紋繡師,芳療師,櫃台,櫃檯,小姐,妹妹,老闆娘,店長,工讀生,學生,業務,諮詢師,護理師,護士,助理,實習生}{幫我打,直接打,直接幫,親自,自己打,也能打,可以打,幫我開,幫我割,幫我拔,幫我縫,拔牙,幫打} 不用等醫 不用醫 不用看醫 沒有醫師 沒有醫生 醫師不在 醫生不在 診斷書 診斷證明 假單 病名 我的卡 {美療師,美容師,店長,老闆娘}打 {不開,不用開,免開,不拿,不用}{收據,發票} 收據 店長 老闆娘`,
  },
];
