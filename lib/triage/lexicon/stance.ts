import type { Family } from '../matcher.ts';

/** Words of stance without an aspect: they take the aspect of what the clause speaks of. */
export const STANCE_WORDS: readonly Family[] = [
  {
    tag: 'pos',
    weight: 2,
    terms: `
    很棒 超棒 真棒 非常棒 太棒了 棒棒 超讚 很讚 真讚 非常讚 大讚 給讚 按讚 讚讚 大推 激推 強推 狂推 推薦 非常推薦 極力推薦 強力推薦 值得推薦 值得信賴 信賴 值得信任 非常滿意 很滿意 滿意 滿分 一百分 100分 100顆星 一百顆 五星 五顆星 5星 5顆星 五星級 五星好評 好評 給五 最棒 最優 最佳 最強 最讚 頂尖 首選 一流 一等一 無可挑剔 沒話說 沒得挑 無懈可擊 完美 優秀 卓越 傑出 優質 優良 超優 很優 出色 太厲害 很厲害 超厲害 好厲害 厲害 神級 給力 超強 很強 超好 非常好 真的很好 真好 太好了 好棒 好讚 極好 極佳 很好 相當好 都很好 不錯 很不錯 還不錯 蠻不錯 滿不錯 挺不錯 蠻好 滿好 挺好 很ok 讚
    感謝 感恩 非常感謝 十分感謝 由衷感謝 衷心感謝 感激 感激不盡 道謝 多謝 銘感五內 感動 超感動 很感動 感人 敬佩 佩服 欽佩 致敬 敬上 讚賞 讚美 稱讚 誇獎 表揚 嘉獎 還好遇到 多虧 感念 很舒服 很喜歡 最愛 繼續保持 保持下去 繼續加油 福音 福氣 有福 驕傲 國之 台灣之光 名不虛傳 口碑 有口皆碑 優於 圓滿 完善 周到 周全 到位 便民 人性化 進步很多 有進步 改善很多 好多了 
    👍 💯 ❤ ♥ 💕 🥰 😍 👏 🌹 💖 💗 💓 🫶 🥳 🏆 ✨ 😘
    棒 好醫院 好醫師 好診所 偉大 好選擇 頂級 高檔 為榮 支持 齊全 生動 詳細 完整 有秩序 井然有序 辛苦你了 辛苦您了 辛苦 以病人為中心 父母心 名實相符 程度高 年輕有為 一目了然 淺顯易懂 療癒 療愈 好玩 真是棒 有人性 可靠 值得肯定 溫情 謝了 gj 業界良心 不踩雷 沒踩雷 沒有踩雷 推 大推薦 給推 高手 心服口服 補五星 公道話
    good great excellent amazing awesome perfect wonderful fantastic professional friendly kind helpful patient caring clean efficient fast quick best recommend recommended love gentle thorough superb top gentle fine fair
    很贊 赞 點讚 不錯喔 靠譜 很靠譜 正規
    良い よい 優しい 親切 丁寧 おすすめ 最高 素晴らしい ありがとう 良かった よかった きれい 綺麗
    足好 真好 足讚 足佮意 誠好 遮爾好`,
  },
  {
    tag: 'pos',
    weight: 0.8,
    terms: `最好 尊重 方便 加油 🙏 祝福 平安 順利 肯定 敬意 信任 開心 喜歡 用心 貼心 進步 還可以 還ok 榮幸 幸運 幸好 還好有 放心 安心 舒服 便利 好險 致謝 ☺ 😊 值得 thanks thank nice 謝謝 良好`,
  },
  {
    tag: 'neg',
    weight: 2,
    terms: `
    爛 很爛 超爛 超級爛 有夠爛 真爛 太爛 好爛 非常爛 爛死 爛死了 爛透 爛透了 爛爆 爛到 爛到爆 爛斃 最爛 極爛 巨爛 爛得 爛的 差勁 差 很差 超差 超級差 有夠差 真差 太差 極差 非常差 最差 奇差 差到 差評 負評 糟 糟糕 很糟 超糟 糟透 最糟 糟到 惡劣 可惡 可恥 可悲 可笑 可怕 噁心 離譜 誇張 很扯 超扯 太扯 有夠扯 真扯 荒謬 荒唐 傻眼 無語 很氣 氣死 火大 不爽 超不爽 很不爽 憤怒 失望 很失望 超失望 大失所望 失望透頂 後悔 很後悔 心寒 寒心 心累 崩潰 不滿 不滿意 不推 不推薦 不建議 勸退 勸世 千萬不要 千萬別 千萬勿 別來 不要來 不要去 不要再來 不會再來 不會再去 不會想再 不再來 再也不 絕對不會 永遠不會 永不 拒絕往來 下次不會 避雷 很雷 超雷 踩雷 地雷 雷店 慎入 勿入 慎選 警惕 避開 拒絕 黑店 被騙 詐騙 垃圾 廢物 沒用 丟臉 丟人 無恥 沒救 沒藥救 零分 負分 0分 零顆星 0顆星 負星 給一星 給一顆 不想給 一顆都不想 一顆星都 1顆星都 莫名其妙 莫名 很怪 超怪 不合理 不公平 不公 不爽 不舒服的感覺 感覺很差 感覺差 感受很差 感受差 觀感 觀感不佳 印象差 印象很差 很不好 不佳 欠佳 不良 不妥 不當 不應該 不像話 不行 不ok 不OK 很麻煩 混亂 很亂 超亂 亂七八糟 一團亂 一塌糊塗 問題很大 毛病 缺失 有待加強 有待改進 有待改善 待加強 待改善 需要改善 需改善 需要改進 應該改善 應該檢討 要檢討 要加強 能改善 可以改善 退步 越來越差 愈來愈差 越來越爛 每況愈下 沒落 名聲 徒具虛名 虛有其表 浪得虛名 浪費生命 受罪 找罪受 活受罪 折騰 自求多福 倒閉 關門 倒一倒 投訴 申訴 檢舉 抱怨 客訴 抗議 受夠 受不了 忍不住 忍無可忍 過分 太過分 超過分 欺負 欺人太甚 很瞎 超瞎 機車 靠北 靠腰 媽的 他媽的 shit 呵呵 傻爆眼 黑人問號 翻白眼 驚悚 惡夢 噩夢 地獄 陰影 悲哀 悲劇 悲慘 惡質 低級 低劣 劣質 普普 還好而已 馬馬虎虎 沒人性 沒天理 沒道理 講不聽 虛偽 造假 說謊 騙人 欺騙 不誠實 不老實 不負責 沒責任 沒醫德 馬虎 散漫 沒救了 怎麼會這樣 這是什麼 什麼東西 什麼鬼 搞什麼 在搞什麼 在幹嘛 幹什麼吃 什麼心態 是怎樣 是怎麼回事 有事嗎 有病嗎 夠了 別鬧 真好笑 沒有之一 令人髮指 令人質疑 令人擔憂 堪憂 堪慮 質疑
    👎 💩 😡 🤬 😤 🤮 😠 🖕 🤢 😒 🙄 💢 ❌ ⚠ 🙃
    bad terrible horrible awful worst rude unprofessional dirty expensive slow disappointed disappointing disgusting avoid never waste scam poor arrogant unfriendly impatient careless overpriced pushy ignored refused killer
    很坑 骗 黑心 差劲
    最悪 ひどい 悪い 二度と 最低 不親切 高すぎ 冷たい
    夭壽 毋好 真歹`,
  },
  {
    tag: 'neg',
    weight: 0.6,
    terms: `問題 改善 改進 麻煩 小心 注意 嚴重 擔心 困難 困擾 不夠 不足 懷疑 恐怖 可憐 痛苦 難過 奇怪 煎熬 折磨 缺點 不便 不方便 普通 遺憾 可惜 加強 無奈 傷心 無助 😢 😭 😓 😞 絕望 無言 笑話 算了 怎麼這樣 什麼意思 好笑 笑死 有問題 存疑 嚇到 嚇死 三思 隨便 草率 爭議 糾紛 浪費 不好 氣到 生氣 一星 1星 一顆星 1顆星 檢討`,
  },
];

/** What a clause speaks of. Tag `t:` and the aspect that a stance word beside it takes. */
export const TARGET_WORDS: readonly Family[] = [
  {
    tag: 't:attitude',
    terms: `
    護理師 護理人員 護士 護士們 護理長 護理 護佬 個管師 專科護理師 專師 看護 照服員 傳送 櫃台 櫃台人員 櫃檯小姐 服務台 服務人員 志工 義工 批價人員 掛號人員 行政人員 工作人員 人員 同仁 員工 職員 小姐 先生 阿姨 大姊 大姐 妹妹 保全 警衛 駐衛警 總機 客服 客服人員 態度 服務 服務態度 口氣 語氣 諮詢師 助理 藥師 檢驗師 放射師 醫檢師 治療師 營養師 社工 清潔 醫護 醫護人員 醫療人員 醫事人員 staff nurse nurses receptionist reception front_desk 受付 スタッフ 看護師 護理站`,
  },
  {
    tag: 't:doctor',
    terms: `醫師 醫生 主治 主治醫師 大夫 主任 教授 院長 副院長 實習醫師 住院醫師 總醫師 醫師團隊 醫療團隊 團隊 doctor doctors dr dentist physician 先生 医者 牙醫 獸醫`,
  },
  {
    tag: 't:medical',
    terms: `
    醫術 醫療 醫療品質 醫療水準 醫療技術 技術 手術 開刀 治療 療程 診斷 看診 看病 問診 診療 打針 抽血 檢查 藥 用藥 藥物 開藥 麻醉 復健 拔牙 洗牙 植牙 補牙 生產 接生 剖腹 傷口 術後 照顧 照護 急救 急診醫師 病情 效果 疫苗 專業 醫德 treatment surgery diagnosis procedure medical care 治療 診察 薬 腕`,
  },
  {
    tag: 't:environment',
    terms: `
    環境 設備 設施 病房 病床 廁所 浴室 化妝室 停車 停車場 停車位 車位 動線 冷氣 空調 電梯 手扶梯 餐 餐點 伙食 美食街 餐廳 座位 椅子 空間 候診區 候診室 大廳 建築 大樓 院區 地點 位置 交通 接駁車 公車 捷運 衛生 整潔 清潔 床 被子 枕頭 空氣 味道 氣味 燈光 標示 指標 網路 輪椅 飲水機 硬體 parking facility facilities toilet environment place building 駐車場 院内`,
  },
  {
    tag: 't:price',
    terms: `價格 價錢 收費 費用 自費 掛號費 停車費 診察費 部分負擔 急診費 藥費 醫藥費 材料費 價位 金額 錢 元 塊 帳單 明細 收據 退費 price fee cost charge charged money 値段 料金 費用`,
  },
  {
    tag: 't:booking_wait',
    terms: `掛號 預約 等候 等待 候診 看診速度 看診時間 叫號 排隊 電話 打電話 領藥 拿藥 批價 報到 效率 時間 門診時間 床位 排床 住院中心 速度 流程 約診 號碼 號碼牌 wait waiting appointment booking queue phone 待ち時間 予約`,
  },
  {
    tag: 't:information',
    terms: `資訊 訊息 網站 官網 網頁 app 系統 公告 說明 指引 通知 告知 規定 程序 手續 資料 文件 診斷書 診斷證明 證明書 病歷 報告 information website system 説明`,
  },
  {
    tag: 't:other',
    terms: `醫院 診所 貴院 院方 這家 這間 這裡 急診 急診室 門診 整體 行政 管理 制度 hospital clinic 病院 クリニック`,
  },
];

/** Words that turn, weaken or move what stands beside them. */
export const MODIFIERS: readonly Family[] = [
  {
    tag: 'not',
    terms: `不 沒 沒有 無 未 非 並非 並不 並沒有 不是 不會 不太 不夠 不怎麼 不算 沒那麼 沒有那麼 不那麼 毫不 毫無 絕不 從不 從沒 從未 從來不 從來沒有 缺乏 缺少 少了 難以 不能 無法 不曾 未曾 不再 別再 不要 別 勿 不見 看不到 感受不到 感覺不到 談不上 稱不上 算不上 not no never isn't wasn't don't didn't doesn't without 毋 無啥 袂 ない`,
  },
  {
    tag: 'not-not',
    terms: `好不好 不好意思 不用擔心 不用處理 不就 不是沒有 不見得 差點 差別 差異 差額 相差 出差 時差 誤差 差了 差一點 不只 不但 不僅 不單 不光 不得不 不管 不論 不知 不知道 不曉得 不斷 不時 不同 不少 不久 不久前 不用說 不愧 不愧是 不好意思 不過 不如 不然 無論 無疑 非常 非但 未來 不停 不禁 差不多 沒想到 沒多久 沒問題 不客氣 無比 無數 是不是 有沒有 能不能 可不可以 會不會 好不好 要不要 難道不 不就 不小心 不得了 不可思議 別人 別家 別的 特別 分別 個別 性別 非得 無聊 沒事 無時無刻 不二`,
  },
  {
    tag: 'wish',
    terms: `希望 建議 期望 期待 盼望 盼 但願 麻煩 拜託 懇請 煩請 請貴院 應該 應該要 應當 需要 要再 再多 多一點 多點 能夠 可以再 能再 若能 如果能 如能 最好 加強 改善 改進 提升 學習 學學 檢討 hope wish should could`,
  },
  { tag: 'wish-kept', terms: `繼續保持 保持 繼續努力 早日康復 平安 健康 順利 越來越好 更好 更多人 下次 還會 再來` },
  {
    tag: 'contrast',
    terms: `但 但是 不過 可是 然而 只是 可惜 唯 唯一 唯獨 除了 卻 偏偏 殊不知 結果 沒想到 反而 雖然 雖 儘管 就是 美中不足 but however although though except 但是啦`,
  },
  {
    tag: 'concede',
    terms: `雖然 雖 儘管 固然 原本 本來 以前 之前 過去 曾經 原以為 本以為 以為 還以為 號稱 標榜 自稱 所謂 所謂的 聽說 據說 都說 說好的 應該是 理應 明明 身為 既然 難道 虧我 枉費 還說 還敢說 假裝`,
  },
  { tag: 'condition', terms: `如果 若 要是 假如 假設 萬一 除非 倘若 if 的話 會不會 是否 是不是` },
  {
    tag: 'question',
    terms: `請問 想問 想請問 問一下 請益 詢問 有人知道 有沒有人 有推薦 哪間 哪裡 嗎 多少錢 幾點 怎麼 如何 求推 問題 同問 ですか ますか can_i do_you is_it 可以嗎`,
  },
  {
    tag: 'intense',
    terms: `很 超 非常 極 太 真的 真 有夠 十分 特別 相當 超級 實在 最 so very really extremely absolutely`,
  },
  {
    tag: 'sarcasm',
    terms: `五星給 五顆星給 真厲害 厲害了 好厲害喔 好棒棒 太棒了吧 真是太 謝謝指教 感謝你們讓我 謝謝你們讓我 感謝貴院讓 六顆星 六星 一百顆星都不夠 真是貼心 真會 很會做生意 真會做生意 好會 恭喜 佩服佩服 真佩服 呵呵 見識到 大開眼界 開了眼界 值得學習 不愧是 優秀 神效率 有效率喔 神醫 好喔 了不起 好偉大 好大的官威 官威 長見識`,
  },
];
