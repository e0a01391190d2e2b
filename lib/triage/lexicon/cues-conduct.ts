import type { Family } from '../matcher.ts';

/**
 * Cue words of what staff did to the writer (`rules/conduct.ts`): they say nothing by themselves and only call for a
 * look at their sentence. Rare in ordinary reviews.
 */
export const CONDUCT_CUES: readonly Family[] = [
  {
    tag: 'touch-cue',
    terms: `
    掀{起,開,我,她,上,到} 整件掀 全裸 脫光 脫掉 脫下 脫到 全部脫 {衣服,上衣,內衣,胸罩,褲子,內褲,裙子,釦子,扣子}{脫,解,拉,扯,掀,全} {脫,解開,拉開,拉下,扯下,解,拉我,脫我}{衣,上衣,內,胸罩,褲,裙,的衣,的內,的褲}
    {伸,摸,滑,探,塞,鑽}{進,到,入,去,向,我,她} 往下{摸,滑,伸} 偷摸 亂摸 一直摸 {揉,捏,碰,抓,親,吻,舔}{我,她,了我,了她,人家,到我} 磨蹭 蹭我 蹭到 頂我 頂著我 貼{著我,在我,到我} 強吻 強抱 硬抱 熊抱 抱住{我,她} 壓在{我,她}身上 壓到{我,她}身上
    下體 胸部 屁股 私處 大腿 裙底 罩杯 奶{子,很,好} 身材{很,真,好,不錯} 開房 叫床 約我 約妳 想我 裸照 自慰 打手槍 生殖器 露鳥 睡著{的時候,後,時} 麻醉{中,時,後,的時候} 手機{拍,錄,對著} {半夜,凌晨,深夜,私下,下班後}{傳,line,賴,密,加我,打給我,打電話給我} 有沒有{男友,男朋友} 黃腔 黃色笑話 解開 支開
    touched_my touching_my undress naked`,
  },
];
