import type { Counts, Review } from '../../contract/review.ts';
import type { Finding } from '../../contract/triage.ts';
import { clockOf, dateOf, dayOf } from '../../desk/calendar.ts';
import { terms as termsEn } from '../../strings/en/terms.ts';
import { statuteText } from '../../strings/law.ts';
import { terms as termsZh } from '../../strings/zh-TW/terms.ts';
import { ABOUT_NOBODY } from '../../triage/explain.ts';
import { type OfficialInput, type OfficialText, type Words, words } from './shape.ts';

const LONGEST = 6_000;
const DAY = 24 * 3_600_000;
const DID: Record<OfficialInput['decisions'][number]['what'], Words> = {
  marked: { zh: '改為', en: 'marked as ' },
  copied: { zh: '複製回覆', en: 'copied a reply' },
  inserted: { zh: '放入回覆框', en: 'put a reply into the box' },
  override: { zh: '放行一份文字', en: 'let a text through' },
  confirmed: { zh: '看過並確認', en: 'looked at it and confirmed' },
  bound: { zh: '綁定頁面', en: 'bound the page' },
  captured: { zh: '存證', en: 'preserved evidence' },
};
const COUNTED: Record<keyof Counts, Words> = {
  likes: { zh: '按讚', en: 'likes' },
  comments: { zh: '留言', en: 'comments' },
  shares: { zh: '分享', en: 'shares' },
  views: { zh: '瀏覽', en: 'views' },
  push: { zh: '推', en: 'pushes' },
  boo: { zh: '噓', en: 'boos' },
  neutral: { zh: '→', en: 'neutral' },
};

/**
 * What a lawyer wants to know first, from what is public and what was done here. Confidential, never to be
 * published; no chart data and no court paper. `may` is how findings are worded: whether it is so the lawyer says.
 */
export function briefing(input: OfficialInput): OfficialText {
  const say = words(input.language);
  const tell = words(input.screen);
  const en = input.language === 'en';
  const terms = en ? termsEn : termsZh;
  const colon = en ? ': ' : '：';
  const comma = en ? ', ' : '、';
  const { review, triage, clinic, decisions } = input;
  const item = (label: Words, value: string | number | null | undefined): string[] =>
    value === null || value === undefined || value === '' ? [] : [`- ${say(label)}${colon}${value}`];
  const finding = (one: Finding): string => {
    const quote = review.text.slice(one.start, Math.min(one.end, one.start + 80)).replace(/\s+/g, ' ');
    const laws = one.statutes.map((code) => statuteText(code, input.language)).join(comma);
    const may = ABOUT_NOBODY.has(one.kind)
      ? { zh: `相關條文：${laws}`, en: `articles concerned: ${laws}` }
      : { zh: `可能涉及${laws}，由律師判斷`, en: `may concern ${laws}; for the lawyer to judge` };
    const parts = [quote && (en ? `"${quote}"` : `「${quote}」`), terms.kind[one.kind], one.why, laws && say(may)];
    return `- ${parts.filter(Boolean).join(en ? ' — ' : '｜')}`;
  };
  const done = ({ at, by, what, mark, reason }: OfficialInput['decisions'][number]): string => {
    const who = by
      ? `${by.name}${en ? ', ' : '・'}${terms.role[by.role]}`
      : say({ zh: '未選值班', en: 'nobody on duty' });
    const marked = what === 'marked' && mark ? (en ? `“${terms.mark[mark]}”` : `「${terms.mark[mark]}」`) : '';
    const why = reason ? say({ zh: `；理由：${reason}`, en: `; reason: ${reason}` }) : '';
    return `- ${clockOf(at)} ${say(DID[what])}${marked}${en ? ` (${who})` : `（${who}）`}${why}`;
  };
  const counts = Object.entries(review.counts)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${say(COUNTED[name as keyof Counts])} ${value}`);
  const serious = triage.risks.filter(({ kind }) => kind !== 'opinion' && kind !== 'praise');
  // The day in which the desk answers is its own aim, and no period of law.
  const periods = triage.deadlines.filter(({ from, due }) => Date.parse(due) - Date.parse(from) > 2 * DAY);
  const captured = decisions.filter(({ what }) => what === 'captured').length;
  const text = [
    say({ zh: '律師諮詢摘要（機密，僅供律師）', en: 'Briefing for the lawyer (confidential)' }),
    '',
    say({ zh: '一、內容來源', en: '1. Where it stands' }),
    ...item({ zh: '診所', en: 'Clinic' }, clinic?.name.replace(/\s+/g, ' ').slice(0, 80)),
    ...item({ zh: '平台', en: 'Platform' }, terms.site[review.site]),
    ...item({ zh: '網址', en: 'Address' }, review.url),
    ...item({ zh: '標題', en: 'Title' }, review.title),
    ...item({ zh: '顯示名稱', en: 'Shown name' }, review.author.name),
    ...item({ zh: '帳號編號或頁面', en: 'Account' }, review.author.id ?? review.author.url),
    ...item({ zh: 'IP（頁面顯示）', en: 'IP as shown' }, review.ip),
    ...item({ zh: '顯示時間', en: 'Shown time' }, review.postedAt.shown),
    ...item(
      { zh: '本機首次看到（臺北時間）', en: 'First seen here (Taipei time)' },
      input.firstSeen && clockOf(input.firstSeen),
    ),
    ...item({ zh: '星等', en: 'Stars' }, review.rating),
    ...item({ zh: '推薦與否', en: 'Recommends' }, recommended(review, say)),
    ...item({ zh: '互動數', en: 'Counts' }, counts.join(comma)),
    ...(review.edited
      ? item({ zh: '編輯', en: 'Edited' }, say({ zh: '頁面標示曾編輯', en: 'the page says it was edited' }))
      : []),
    '',
    say({ zh: '二、公開原文', en: '2. The public text' }),
    review.text.slice(0, LONGEST) || say({ zh: '（沒有文字）', en: '(no text)' }),
    ...(review.text.length > LONGEST
      ? [say({ zh: '（以下從略，全文見存證資料）', en: '(cut; the whole stands in the evidence)' })]
      : []),
    ...(review.collapsed
      ? [say({ zh: '※ 網站收合了部分內文，以上可能不完整。', en: 'Note: the site had folded part of the text.' })]
      : []),
    ...(triage.unread
      ? [say({ zh: '※ 程式讀不懂這個語言，下列標示可能遺漏。', en: 'Note: the program cannot read this language.' })]
      : []),
    ...(review.ownerReply
      ? [
          '',
          say({ zh: '診所已經公開的回覆：', en: 'What the clinic replied in public:' }),
          review.ownerReply.text.slice(0, LONGEST),
        ]
      : []),
    '',
    say({
      zh: '三、程式標示（僅供參考，多數嚴厲評論屬意見）',
      en: '3. What the program marked (most harsh reviews are opinion)',
    }),
    ...(serious.length > 0
      ? serious.slice(0, 20).map(finding)
      : [say({ zh: '- 沒有特別標示', en: '- nothing in particular' })]),
    ...(input.corrected ? [say({ zh: '- 以上標示已由同仁更正過', en: '- staff have corrected what was marked' })] : []),
    ...(triage.hearsay ? [say({ zh: '- 作者提到是聽說的', en: '- the writer says it is hearsay' })] : []),
    '',
    say({ zh: '四、期限（保守估算，請律師確認）', en: '4. Deadlines (conservative; please confirm)' }),
    ...(periods.length > 0
      ? periods.map(({ what, due }) => `- ${what}${colon}${dateOf(dayOf(due))}`)
      : [say({ zh: '- 沒有推算出期限', en: '- none computed' })]),
    '',
    say({ zh: '五、已做的處理（臺北時間）', en: '5. What was done (Taipei time)' }),
    ...(decisions.length > 0 ? decisions.slice(-20).map(done) : [say({ zh: '- 尚未處理', en: '- nothing yet' })]),
    captured > 0
      ? say({
          zh: `- 已存證 ${captured} 次，存證檔另附`,
          en: `- evidence preserved (${captured}), attached separately`,
        })
      : say({ zh: '- 尚未存證', en: '- no evidence preserved yet' }),
    '',
    say({ zh: '六、想請教的問題', en: '6. Questions' }),
    say({
      zh: '- 這些文字偏向意見或事實陳述？是否值得處理，成本與勝算如何？',
      en: '- Opinion or statement of fact? Is it worth acting on, at what cost and odds?',
    }),
    say({
      zh: '- 公開回覆是否適合？是否需要先做網頁公證？',
      en: '- Is a public reply advisable? Should a notary record the page first?',
    }),
    say({ zh: '- 告訴期限與證據還缺什麼？', en: '- Which time limits run, and what evidence is missing?' }),
  ].join('\n');
  return {
    kind: 'lawyer',
    id: 'lawyer',
    title: tell({ zh: '給律師的摘要', en: 'Briefing for the lawyer' }),
    text,
    why: null,
    check: [
      tell({
        zh: '只交給診所委任或諮詢的律師，不貼到群組或網路。',
        en: "Only to the clinic's own lawyer; not into groups or online.",
      }),
      tell({
        zh: '病歷由診所直接交付律師，不要寫進這裡；內部查證只寫結論（需法律評估、服務問題、無法確認）。',
        en: 'Charts go to the lawyer directly, not in here; of internal checks write the conclusion only.',
      }),
      tell({ zh: '附上存證檔與診所登記資料。', en: 'Attach the evidence file and the clinic’s registration.' }),
    ],
    // The lawyer is the one who reads it.
    lawyer: false,
  };
}

const recommended = ({ recommends }: Review, say: (both: Words) => string): string | null =>
  recommends === null ? null : say(recommends ? { zh: '推薦', en: 'yes' } : { zh: '不推薦', en: 'no' });
