import { keyOf } from '../../contract/index.ts';
import type { CaseFile, CaseReview } from '../case-file.ts';
import { DECISION_WORDS, MARK_WORDS, SITE_NAMES, whoOf } from '../words.ts';
import { type Html, html, link, NOTHING, page, shortTime, table } from './html.ts';

/** index.html of a case file: what it is about, the deadlines, the timeline, then review by review. */
export function casePage(file: CaseFile): Promise<string> {
  const title = `案件資料：${file.name}`;
  /** People say 「第二則」, not an id of forty characters. */
  const numbers = new Map(file.reviews.map(({ key }, index) => [key, `第 ${index + 1} 則`]));
  const of = (key: string | null): string => (key === null ? '' : (numbers.get(key) ?? key));
  return page(
    title,
    html`<h1>${title}</h1>
<p class="sub">${file.clinic}　案件編號 ${file.id}　製作 ${shortTime(file.madeAt.taipei)}（臺北時間）　${whoOf(file.by)['zh-TW']}</p>
<p>本頁是診所以瀏覽器擴充功能「覆評 ReplyWell」整理的案件資料：評論、期限、處理經過與存證。每份存證的畫面、文字與雜湊值在它自己的頁面（見「存證」一節的連結）；核對方法見 HOW-TO-VERIFY.txt。看這些頁面不需要安裝程式，也不需要連線。</p>
${
  file.redacted
    ? html`<div class="box warn"><strong>遮蔽版本。</strong>第三人的姓名、帳號與聯絡資料已遮蔽；原件留存於診所，各檔案註明所由製作之原件雜湊值。遮蔽由程式辨識，交付前請再以人工檢查。</div>`
    : html`<div class="box warn"><strong>含第三人個人資料。</strong>僅供委任律師或依法調查之機關使用，請勿轉傳。</div>`
}
<div class="box">本文件列出程式找到的文字與可能涉及的條文（法規文字以 2024-10-11 為準），是否成立由律師判斷。</div>
<h2>內容一覽</h2>
<table><thead><tr><th class="short">內容</th><th class="narrow">平台</th><th>作者</th><th class="narrow">發表（如畫面）</th><th class="narrow">處理狀態</th></tr></thead><tbody>${file.reviews.map(
      ({ key, review, mark }) =>
        html`<tr><td>${of(key)}</td><td>${SITE_NAMES[review.site]}</td><td>${review.author.name}</td><td>${review.postedAt.shown}</td><td>${MARK_WORDS[mark]}</td></tr>`,
    )}</tbody></table>
<h2>期限（臺北時間）</h2>
${deadlines(file.reviews, of, file.madeAt.utc)}
<h2>時間軸（臺北時間）</h2>
<table><thead><tr><th class="narrow">時間</th><th>事項</th><th class="short">內容</th></tr></thead><tbody>${file.timeline.map(
      ({ at, key, text }) => html`<tr><td>${taipei(at)}</td><td>${text}</td><td>${of(key)}</td></tr>`,
    )}</tbody></table>
<h2>存證</h2>
${
  file.captures.length === 0
    ? html`<p>本案件沒有附存證。</p>`
    : html`<table><thead><tr><th>存證編號</th><th class="narrow">資料夾</th><th class="narrow">擷取（臺北時間）</th><th class="short">內容</th></tr></thead><tbody>${file.captures.map(
        ({ path, id, key, capturedAt }) =>
          html`<tr><td><a href="${path}index.html">${id}</a></td><td>${path}</td><td>${shortTime(capturedAt.taipei)}</td><td>${of(key)}</td></tr>`,
      )}</tbody></table>`
}
${file.reviews.map((review) => reviewOf(review, of(review.key)))}`,
    `ReplyWell  ${file.id}`,
  );
}

function deadlines(reviews: readonly CaseReview[], of: (key: string) => string, madeAt: string): Html {
  const rows = reviews
    .flatMap(({ key, deadlines: all }) => all.map((deadline) => ({ key, ...deadline })))
    .sort((a, b) => (a.due < b.due ? -1 : 1));
  if (rows.length === 0) return html`<p>沒有計算中的期限。</p>`;
  return html`<table><thead><tr><th class="narrow">到期</th><th>期限</th><th class="narrow">依據</th><th class="short">內容</th></tr></thead><tbody>${rows.map(
    ({ due, what, note, statute, key }) =>
      html`<tr><td>${taipei(due)}${Date.parse(due) < Date.parse(madeAt) ? html`<br><strong>製作時已過</strong>` : NOTHING}</td><td>${what}${note === '' ? NOTHING : html`<br><span class="sub">${note}</span>`}</td><td>${statute}</td><td>${of(key)}</td></tr>`,
  )}</tbody></table>`;
}

const taipei = (iso: string): string =>
  new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const STATES = { typed: '草稿', used: '已使用', 'set-aside': '保留' };

function reviewOf(row: CaseReview, number: string): Html {
  const { key, review, firstSeen, mark, findings, revisions, decisions, notes, drafts } = row;
  return html`<h2>${number}　${SITE_NAMES[review.site]}：${review.author.name}</h2>
${table([
  ['內容編號', key],
  // A redacted review has another id than the one it was captured under.
  ['遮蔽後編號', keyOf(review) === key ? null : keyOf(review)],
  ['網址', review.url && link(review.url)],
  ['發表時間（如畫面）', review.postedAt.shown],
  ['首次看到', taipei(firstSeen)],
  ['星等', review.rating],
  ['處理狀態', MARK_WORDS[mark]],
  ['標題', review.title],
  ['全文', review.text],
])}
${
  findings.length === 0
    ? NOTHING
    : html`<h3>可能涉及（由律師判斷）</h3>
<table><thead><tr><th>文字</th><th class="narrow">條文</th><th>說明</th></tr></thead><tbody>${findings.map(
        ({ quote, statutes, why, confidence }) =>
          html`<tr><td>${quote}</td><td>${statutes.join('、')}</td><td>${why}（把握度 ${Math.round(confidence * 100)}%）</td></tr>`,
      )}</tbody></table>`
}
${section(
  '先前的文字',
  revisions.map(({ until, text }) => [`至 ${taipei(until)}`, text]),
)}
${section(
  '決定',
  decisions.map(({ at, by, what, mark: to, reason, text }) => [
    `${taipei(at)} ${whoOf(by)['zh-TW']}`,
    [`${DECISION_WORDS[what]}${to === undefined ? '' : `為「${MARK_WORDS[to]}」`}`, reason && `理由：${reason}`, text]
      .filter(Boolean)
      .join('\n'),
  ]),
)}
${section(
  '備註',
  notes.map(({ at, by, text }) => [`${taipei(at)} ${by ?? ''}`, text]),
)}
${section(
  '回覆文字',
  drafts.map(({ at, state, text }) => [`${taipei(at)} ${STATES[state]}`, text]),
)}`;
}

const section = (name: string, rows: [string, string][]): Html =>
  rows.length === 0 ? NOTHING : html`<h3>${name}</h3>\n${table(rows)}`;
