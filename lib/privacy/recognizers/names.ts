/** Surnames, titles and words that look like names: what the PERSON recognizer knows. */

/** Common single surnames; a name is only read with a title, a label or a relative beside it. */
export const SURNAMES = new Set([
  ...'陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓馬阮董唐溫温藍蔣石古紀姚連馮歐程湯田康姜汪白鄒尤巫鐘黎涂龔嚴韓袁金童陸夏柳凃邵錢伍倪溫于譚駱熊任甘秦顧毛章史官萬俞雷粘饒張闕凌崔尹孔辛武辜陶段龍韋葛池孟褚殷麥賀賈莫文管關向包丘梅華利裴樊房全佘左花魯安鮑郝穆塗邢蒲成谷常閻練盛鄔耿聶符申祝繆曲岳齊應晏單喬桂瞿卜冷靳沙牛艾季路席藺苗鈕滕幸解巴查車隋樂鄺卞仇計胥焦印吉匡桑冉翟費岑畢喻湛遲栗刁裘欒封宮商伏戚'.split(
    '',
  ),
]);

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
];

/** Surnames that seldom end a given name: 「林口陳醫師」 is 陳醫師, not 林口陳. */
export const TOP_SURNAMES = new Set(
  '陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范宋鄧杜傅侯曹薛丁卓馬阮董唐藍蔣紀姚馮歐湯姜巫鄒涂龔韓溫'.split(
    '',
  ),
);

/** Surnames that are also everyday words: alone with a title they need a boundary on the left. */
export const WORDY_SURNAMES = new Set(
  '費練錢賀麥時遲向關顧章解高方金白任何文安全成常向應單連于利華官古石康連田龍章武史路車計查樂車解幸席左花莫包管關房商伏封牛季巴池段雷萬游曾施許余江湯馬童溫古毛冷沙'.split(
    '',
  ),
);

/** Words ending in a surname that make no name with a title: 「任何醫師」「如何」「也許醫師」. */
export const NOT_BEFORE_TITLE =
  /(?:任何|如何|為何|幾何|也許|或許|允許|准許|不許|許多|最高|很高|更高|大方|地方|對方|雙方|院方|對方|官方|平安|不安|早安|晚安|午安|請安|保安|安全|完全|齊全|健全|現金|黃金|獎金|明白|空白|對白|方向|向來|一向|經常|平常|日常|通常|非常|正常|時常|家常|反應|效應|對應|回應|應該|簡單|名單|帳單|藥單|訂單|批價單|接連|一連|甚至連|就連|連|至於|由於|關於|對於|等於|屬於|終於|便利|順利|權利|不利|繁華|年華|中華|長官|五官|器官|感官|古|鑽石|結石|健康|小康|下文|中文|英文|全文|作文|公文|論文|的|沙|大樓|這位|那位|每位|各位|一位|兩位|三位|位|女|男|老|小|大|新|好|本|該|此|某|其他|別的|另|另外|主治|住院|實習|值班|急診|門診|家庭|中|西|牙|獸|外科|內科|眼科|兒科|骨科|科|部|診|院|區|班|室|組|師|級|和|與|及|或|跟|找|看|問|給|請|讓|被|叫|謝|感謝|謝謝|推薦|有)$/;

export const STAFF_TITLES = [
  '主治醫師',
  '住院醫師',
  '實習醫師',
  '總醫師',
  '牙醫師',
  '中醫師',
  '獸醫師',
  '心理師',
  '醫師',
  '醫生',
  '牙醫',
  '大夫',
  '專科護理師',
  '護理師',
  '護理長',
  '護士長',
  '護士',
  '藥劑師',
  '藥師',
  '治療師',
  '物理治療師',
  '職能治療師',
  '語言治療師',
  '檢驗師',
  '醫檢師',
  '放射師',
  '營養師',
  '諮詢師',
  '美容師',
  '驗光師',
  '個管師',
  '社工師',
  '社工',
  '看護',
  '照服員',
  '專師',
  '院長',
  '副院長',
  '主任',
  '副主任',
  '教授',
  '博士',
  '理事長',
  '經理',
  '店長',
  '組長',
  '課長',
  '督導',
  '秘書',
  '會計',
  '助理',
  '專員',
  '櫃檯',
  '櫃台',
  '志工',
  '教練',
  '老師',
];
export const CIVIL_TITLES = [
  '小姐',
  '先生',
  '女士',
  '太太',
  '媽媽',
  '爸爸',
  '阿姨',
  '伯伯',
  '奶奶',
  '爺爺',
  '阿嬤',
  '阿公',
  '同學',
  '小弟',
  '小妹',
  '媽咪',
  '大哥',
  '大姐',
  '大姊',
];

/** Characters that given names are made of: what lets a full name stand without a title beside it. */
export const GIVEN = new Set(
  '美麗華雅婷怡君淑芬惠玲慧敏珍珠秀英麗娟芳玉梅蘭鳳月桂雲霞雪琴素貞春秋香蓮瓊瑤瑩瑜瑛琳琪萍菁菱蓉蕙薇薔茹茵莉莎莹婉婷婕嫻媛娜姿妤妍如姍佳佩依倩儀俐俞伶亭亞晴晨昕昀昱景智志忠誠信義仁禮孝勇傑豪偉宏弘鴻洪俊峻駿柏松柳桐榮樺楷樹森林彬斌威武文斐輝煌耀光明亮朗旭昇升昌晟晏正政平安和祥福祿壽康健強剛堅毅立力勝成功建國家民治永遠長恆久興隆盛旺財富貴金銀銘鈞鈺鋒鎮錦欽鑫玄玲珊瑞璇璋琮珮瑋瑀琬宜宛宇宸宥寧容寬定守富寶嘉喜善慶吉品哲啟聖賢良德行道達通逸展翔飛翰翊羽育胤承傳紹繼祖宗裕廷庭廣彥彤彰心思念恩惠慈愷恬恆懷憲應政敦敏敬文斯新方旻映曉書曼朋本杰東枝柔棋楓欣歆沛沁沅泓泰津洋洲浩海涵淑淳淵清渝湘源滿漢潔潤澄澤濟瀚炫炳烈煒照熙燕爾玟珈琇生甫男益盈盛眉真睿碧祐禎秉科程穎穗立筠筱筑箴紋純紘紫綺維綸緯羚翠翎耀聆肇舒舜良芊芷苡若英茜莊莛菲萱葦葳蓁蔚薰虹蝶衍裴襄觀言詠詩詮誼諺謙讌豐貝貞資軒辰迪逢進達郁鄉采里鈴錡鍵鎧鐘閎陞陽雁雅雯震霖霆靖靜韋韻順頎頤風馨驊鵬麒麟黛齊齡坤坪垣城基堂堯增壬士大天奇奕女好孟季學守宛實宣家容寅小少尚岑岳峰崇嵐川州巧帆帝帛幸延弈強彩彬徵從微心忍念怜怡恩悅情惟愛慎慕懿戎成戴承拓振捷授掄揚援攸政敏斌方於旺昂昇明易春昭時晉普暄曜月有朝木村杏杉李杭松林果枚枝柏查柔栩桃桂桓梓森棠楚榆榕槿樂樸欽正武殷毓民永江池汶沐沙沛河治泉法泱波津流浚涓淇淨深添渝溫滋漢瀅灝炎炯為烜然煥照熹燁牧玫玥玲珀珍珩球理琦琨琪瑄璟璿甄甜生用申由畇疆皓盈目直相真知石研硯碩祈祺禾秀秋秦稜穆空竹笙第筠管節米精紅純素紹細經綾綿總繡群翌翎耘聞育肯能自致臻舟航艾芝芬芯花芸芹苑苓茂茗荃荷莘莞菊菡華萍葉葵蒂蒨蓓薈藝蘊行裕覃觀詞誌誠諄諭讓象豪貴質賦赫起超越軍輔辛農連運遙適選遠邦邵郡鄰配酉里重野金釗釩銓銳鋐錄鎂長間閔陸雋雙雨雪露青靈非韶頌願飛馥駒騰驥鯤鴻鶯麟默鼎'.split(
    '',
  ),
);

/** Not part of a given name. */
export const NOT_IN_NAME = new Set(
  '的了是在有我你他她它們這那個位和與及或跟也都就很不沒要會能可說問看給對讓被把叫請謝感醫護師生院科診長主任小姐先太媽爸人家一二三四五六七八九十大吃去來到過再還又才只最更超真好壞時候後前上下裡外因為但如果而且嗎吧呢啊喔啦欸唷哦等多少每各某該此其另別於從由用幫找掛推薦稱呼姓名字職護病患門急樓室床年月日號點'.split(
    '',
  ),
);

/** English words with a capital that are no one's name. */
export const NOT_A_GIVEN_NAME =
  /^(?:Google|Line|Facebook|App|Apple|Android|Dcard|Ptt|Covid|Good|Great|Very|The|This|That|They|There|Their|These|She|He|His|Her|We|You|Your|My|It|Its|And|But|For|From|With|When|What|Where|Why|How|Not|No|Yes|Ok|Dr|Doctor|Mr|Mrs|Ms|Miss|Nurse|Staff|Clinic|Hospital|Taiwan|Taipei|Taichung|Tainan|Kaohsiung|Chinese|English|Japanese|American|Thank|Thanks|Please|Sorry|Hello|Hi|Dear|Best|Bad|Nice|Friendly|Clean|Quick|Waited|Left|Never|Always|Highly|Recommended|Martens|Wu|Master|Visa|Pay|Botox|Email|Mail|Wifi|Covid|Omicron|Youtube|Instagram|Threads|Starbucks|Gogoro|Altis|Toyota|Metformin|Augmentin|Prednisolone|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Love|Not|Absolute|Front|Terrible|Refund|Crooks|Killer|Heard|Everyone|Trashy|Left|If|Do|Is|Can|Are|Was|Ex|As|In|On|At|To|By|Of|An|Or|So|Had|Has|Have|Will|Would|Could|Should|May|Might)$/;
