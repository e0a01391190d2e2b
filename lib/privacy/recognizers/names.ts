/** Surnames, titles and words that look like names: what the PERSON recognizer knows. */

export const DOUBLE_SURNAMES = [
  '歐陽',
  '司馬',
  '上官',
  '諸葛',
  '范姜',
  '張簡',
  '司徒',
  '端木',
  '皇甫',
  '夏侯',
  '東方',
  '令狐',
  '公孫',
  '慕容',
  '尉遲',
  '呼延',
  '宇文',
  '長孫',
  '鮮于',
  '西門',
  '南宮',
];

/** Japanese surnames that are no Taiwanese place or word; with a title or a given name behind them. */
export const JAPANESE_SURNAMES = new Set(
  '田中 佐藤 鈴木 高橋 渡邊 渡辺 伊藤 山本 中村 加藤 吉田 山田 山口 松本 井上 木村 山崎 池田 橋本 阿部 石川 前田 藤田 小川 岡田 後藤 村上 近藤 石井 齋藤 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 藤原 松田 中島 岡本 中川 原田 竹內 石田 上田 森田 柴田 酒井 工藤 橫山 宮崎 宮本 內田 高木 安藤 谷口 大野 丸山 今井 河野 藤本 村田 武田 杉山 增田 小島 松井 岩崎 櫻井 木下 野口 松尾 野村 菊地 佐野'.split(
    ' ',
  ),
);

/** English names that people in Taiwan go by. */
export const ENGLISH_NAMES = new Set(
  'Amy Tina Jason Vicky Peter John Mary David Kevin Eric Alex Andy Allen Alan Ann Anna Annie Angela Alice Amanda Amber Ariel Ben Betty Bill Bob Brian Bella Candy Carol Carrie Cathy Cherry Cindy Chris Christine Claire Coco Daniel Debbie Denny Diana Doris Eddie Elaine Ellen Elsa Emily Emma Eva Fiona Frank Gary George Gina Grace Hank Helen Henry Ivy Jack James Jane Janet Jasmine Jay Jenny Jeff Jerry Jessica Jessie Jimmy Joanna Joe Joy Joyce Judy Julia Julie Karen Kate Kelly Ken Kenny Kiki Laura Lily Linda Lisa Lucy Lulu Maggie Mandy Marco Maria Mark Max Melody Michael Michelle Mike Mia Mina Molly Momo Nancy Nick Nicole Nina Olivia Oscar Patty Paul Peggy Penny Phoebe Queenie Rachel Ray Rebecca Rita Robert Roger Rose Ruby Ryan Sally Sam Sandy Sara Sarah Selina Sharon Shirley Simon Sophia Sophie Stella Stephanie Steven Sunny Susan Ted Terry Tiffany Tim Tom Tommy Tony Tracy Vanessa Victor Victoria Vincent Vivian Wendy William Winnie Yvonne Zoe Zack Chloe Calvin Leo Lena Iris Irene Ivan Hannah Ian Yumi Mei Aaron Abby Ada Adam Agnes Aileen Albert Alexa Alicia Alina Allison Alvin Amelia Anita Annabel Anthony Aria Arthur Ashley Athena Audrey Aurora Barbara Becky Belle Benjamin Bernie Bess Beth Beverly Bonnie Brandon Brenda Bruce Cara Carl Carlos Carmen Caroline Cassie Catherine Cecilia Celia Celine Charlene Charles Charlie Chelsea Cheryl Christina Christy Ciel Clara Claudia Connie Cora Crystal Dana Danny Daphne Darren Dave Della Dennis Derek Dora Dylan Edison Edith Edward Edwin Eileen Ella Ellie Elva Elvis Enya Erica Erin Esther Ethan Eugene Eunice Evan Evelyn Faye Felix Flora Frances Freda Freya Genie Gigi Gloria Gordon Greg Gwen Harry Hebe Heidi Hugo Ines Ingrid Irena Isabel Isabella Jackie Jackson Jacky Jacob Jamie Janice Jasper Jeffrey Jennifer Jeremy Jerome Jill Jim Jocelyn Jodie Johnny Jolin Jonathan Joseph Josephine Joshua Juno Justin Karina Kathy Katie Kay Keith Kelvin Kitty Kristen Kyle Lara Larry Lauren Leon Leona Lillian Lindsay Lorraine Louis Louise Lucas Lydia Lynn Mabel Marcus Margaret Marian Martha Martin Mavis Megan Meggie Melissa Mickey Milly Mindy Miranda Miya Monica Morris Myra Nana Naomi Natalie Nathan Nelson Niki Nita Noah Nora Norah Oliver Pamela Patricia Patrick Pauline Philip Phyllis Polly Rae Raymond Regina Renee Richard Rick Robin Ronnie Rosie Roy Sabrina Samantha Samuel Sasha Scott Sean Serena Shannon Sheila Sherry Sidney Silvia Sonia Stacy Stanley Stephen Steve Susie Suzy Sylvia Teresa Thomas Tia Toby Todd Trista Una Ursula Vera Verna Veronica Vicki Viola Vita Vivi Vivien Wanda Wayne Wilson Xenia Yoyo Yuki Yuna Zara Joanne Josie Yvette Kristy Krystal Jenna Jolene Joey Lance Lucia Luna Lexi Maya Nelly Neil Owen Perry Rex Roland Romeo Sadie Tanya Tess Trevor Tyler Vince Vivienne Walter Zoey Kris Kai Karl Kara Kent Janine Hilda Harold Gavin Gabby Fanny Emmy Emilia Elisa Eleanor Duncan Dolly Donna Cynthia Cleo Clark Carina Camille Camila Bryan Brad Bobby Becca Ava Austin Arlene Andrea Andrew Aimee Adele Abigail Angie'.split(
    ' ',
  ),
);

/** Simplified forms of surnames, each before its traditional one. */
export const SIMPLIFIED_SURNAMES =
  '陈陳黄黃张張吴吳刘劉杨楊许許郑鄭谢謝赖賴叶葉苏蘇庄莊吕呂萧蕭罗羅简簡钟鍾卢盧赵趙颜顏孙孫邓鄧马馬温溫蓝藍蒋蔣纪紀连連冯馮欧歐汤湯邹鄒龚龔严嚴韩韓陆陸钱錢谭譚骆駱顾顧万萬饶饒张張龙龍贾賈贺賀齐齊岳岳单單乔喬毕畢费費阎閻闫閻鲁魯鲍鮑麦麥';

/** English words with a capital that are no one's name. */
export const NOT_A_GIVEN_NAME =
  /^(?:Google|Line|Facebook|App|Apple|Android|Dcard|Ptt|Covid|Good|Great|Very|The|This|That|They|There|Their|These|She|He|His|Her|We|You|Your|My|It|Its|And|But|For|From|With|When|What|Where|Why|How|Not|No|Yes|Ok|Dr|Doctor|Mr|Mrs|Ms|Miss|Nurse|Staff|Clinic|Hospital|Taiwan|Taipei|Taichung|Tainan|Kaohsiung|Chinese|English|Japanese|American|Thank|Thanks|Please|Sorry|Hello|Hi|Dear|Best|Bad|Nice|Friendly|Clean|Quick|Waited|Left|Never|Always|Highly|Recommended|Martens|Wu|Master|Visa|Pay|Botox|Email|Mail|Wifi|Covid|Omicron|Youtube|Instagram|Threads|Starbucks|Gogoro|Altis|Toyota|Metformin|Augmentin|Prednisolone|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Love|Not|Absolute|Front|Terrible|Refund|Crooks|Killer|Heard|Everyone|Trashy|Left|If|Do|Is|Can|Are|Was|Ex|As|In|On|At|To|By|Of|An|Or|So|Had|Has|Have|Will|Would|Could|Should|May|Might)$/;

/** Names of brands, shops, places and people in the news: no one's personal data here. */
export const FAMOUS = new Set(
  '吳寶春 林東芳 郭元益 李錦記 洪瑞珍 梁社漢 張君雅 王永慶 王品集 鼎泰豐 陳允寶 莊家火 施德霖 李施德 張國周 馬應龍 莊松榮 林三益 高露潔 溫士頓 曹操到 孫中山 蔣中正 蔣經國 李登輝 陳水扁 馬英九 蔡英文 賴清德 柯文哲 陳時中 王必勝 薛瑞元 周杰倫 張學良 孫悟空 李洛克 林鳳營 王老吉 康師傅 周星馳 劉德華 林志玲 金城武 郭台銘 張忠謀 黃仁勳 王世堅 費玉清 馬偕博 南丁格 唐三藏 王建民 林書豪 戴資穎 連戰 關雲長 張三豐 白娘子 張冠李 江郎才 葉公好 黃粱一 毛遂自 班門弄 孔融讓 程門立 馬到成 龍飛鳳 金玉良 高山流 白頭偕 古道熱 金榜題 石破天 方興未 任勞任 安居樂 溫文儒 溫文爾 文儒雅 文爾雅 康莊大 莊敬自 高枕無 花枝招 池魚之 王道文 梅開二 錢莊家 白駒過 柳暗花 杜門不 項莊舞 范進中 周而復 文武雙 江山易 金碧輝 馬首是 古色古 葉落歸 錦衣玉 華而不 常年累 王八蛋 江子翠 高中同 國中同 全民健 毛小孩 葉克膜 康乃馨 簡言之 毛茸茸 冷颼颼 白皙皙 胡志明 葉佩雯 莊孝維 伍佰元 全宇宙 高中生 游泳池 游泳課 王力宏 郭富城 林青霞 楊丞琳 柳橙汁 高中同學 高中老師 國中同學 國中老師 國小老師'.split(
    ' ',
  ),
);

/** Words of hospitals that start like a name, for those that restaurant reviews do not teach. */
export const WORDS = new Set(
  '王牌 奚落 屠夫 龐大 龐德 談話 談到 衛生 衛教 衛福 危險 危急 柴油 蒙受 留言 留下 鞏固 厲害 屈服 衡量 釋放 釋出 易於 皮膚 習慣 黃疸 黃斑 黃體 黃金 白內 白血 白帶 白斑 白袍 白癜 石膏 雷射 雷同 包紮 包皮 包覆 甘油 康復 康健 安胎 安寧 安全 安排 安心 安撫 安慰 金屬 金額 高血 高燒 高壓 高齡 高階 高雄 高醫 溫水 溫度 溫柔 溫暖 顏面 施打 施行 施作 管灌 管路 管制 管線 湯藥 房顫 房間 牛皮 麥粒 葉酸 葉黃 毛囊 毛病 毛巾 花粉 花費 花蓮 計畫 計算 解釋 解決 解說 解答 應該 全身 全口 全瓷 全麻 全部 全程 全家 全民 任何 任由 任意 向來 向上 連續 連絡 連假 連同 關節 關心 關懷 關於 單位 單據 單純 單獨 時間 時段 常常 常態 方便 方式 方法 方案 成人 成功 成大 文件 文化 路線 車禍 車位 古早 童軍 童綜 章程 宋朝 余震 巫婆 藍色 紀錄 程序 程度 江湖 段時 尤其 曾經 許多 許久 彭湖 澎湖 莊嚴 侯診 游離 何況 何必 何時 史上 平均 平安 平時 何以 左右 左側 左手 左腳 莫名 查詢 查房 查看 項目 申請 申訴 利用 祝福 祝您 于是 賀爾 米粉 席位 司機 胥靠 黎明 龍頭 龍骨 商店 幸好 幸運 幸福 儲值 梅雨 伏冒 酒精 樂觀 柳丁 柳營 林口 林森 新竹 洪水 馬桶 馬上 馬偕 馬公 嘉義 石牌 汐止 唐氏 唐突 周邊 周末 周遭 周全 張開 張貼 鄭重 謝謝 謝絕 謝意 杜絕 宜蘭 呂宋 辛苦 辛勞 辛酸 包括 包含 包容'.split(
    ' ',
  ),
);

/** Words made of the characters of given names: what is said of doctors, and of places. */
export const GIVEN_WORDS = new Set(
  '儀容 仲介 棟樑 棟梁 古箏 草菅 仁慈 慈祥 文雅 儒雅 賢慧 聰慧 智慧 俊俏 欽佩 榮耀 榮譽 英勇 英俊 英明 威嚴 威武 忠誠 恩惠 祝賀 祈福 賜福 虔誠 芬芳 雄偉 宏偉 弘揚 飛揚 昇華 風華 年華 豐沛 充沛 寬裕 富裕 品德 德政 仁政 立志 淑女 賢淑 貞潔 純潔 純樸 秀麗 玲瓏 凱旋 致勝 溫婉 心儀 容顏 瑜伽 瑜珈 珊瑚 祥瑞 楓葉 桂冠 榕樹 俊男 俊美 豪傑 富豪 哲學 睿智 鳳凰 昌盛 盛大 祖宗 祖傳 繼承 信譽 威信 佩戴 拓展 飛翔 翱翔 宇宙 伶俐 海涵 涵義 湛藍 浩瀚 汪洋 江山 崇敬 峻峭 勳章 功勳 超卓 晴朗 炫耀 輝煌 光輝 輝瑞 康熙'.split(
    ' ',
  ),
);
