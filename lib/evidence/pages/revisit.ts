import type { Manifest } from '../contract.ts';
import { SITE_NAMES } from '../words.ts';
import { type Html, html, link, page, shortTime, table } from './html.ts';
import { countsOf } from './review-fields.ts';

/** A capture that is to be looked at again. */
export type Revisited = Manifest & { manifestHash: string };

/**
 * revisit.html: what a notary needs to see the page with their own eyes (公證法 §80: what was stated, seen and
 * experienced). A picture of ours can only be certified as a copy.
 */
export function revisitSheet(captures: readonly Revisited[]): Promise<string> {
  return page(
    '重新連線查看表（公證體驗用）',
    html`<h1>重新連線查看表（公證體驗用）</h1>
<p class="sub">本表供公證人於其電腦即時連線查看時使用；程式的畫面不能代替公證人的實際體驗。請在貼文被刪除或修改前辦理。</p>
<h2>步驟</h2>
<ol>
<li>以公證人的電腦與網路開啟瀏覽器，清除瀏覽資料或使用無痕視窗，記錄電腦時間與標準時間之差。</li>
<li>在網址列輸入下列網址（不要點選他人傳來的連結），確認網址列顯示的網域相同。</li>
<li>視平台需要登入時，記明使用何人帳號登入。</li>
<li>依「查看項目」逐項核對，將畫面列印或存檔，連同網址列與時間。</li>
<li>另開啟作者頁面與診所頁面並存檔。</li>
<li>如已無法看到，記明顯示的訊息與時間。</li>
</ol>
${captures.map(sheet)}
<h2>查看紀錄</h2>
${table([
  ['查看日期與時間', html`<span class="line"></span>`],
  ['使用設備與網路', html`<span class="line"></span>`],
  ['與本表不同之處', html`<span class="line"></span><span class="line"></span>`],
  ['在場人員簽名', html`<span class="line"></span>`],
])}`,
  );
}

/** What was recorded beside what is seen now: the notary fills in the third column. */
function sheet({ id, page: at, review, capturedAt, manifestHash }: Revisited): Html {
  const start = [...review.text.replace(/\s+/g, ' ')].slice(0, 60).join('');
  const items: [string, string | number | null][] = [
    ['頁面標題', at.title],
    ['作者顯示名稱', review.author.name],
    ['作者帳號', review.author.id],
    ['標題', review.title],
    ['發表時間', review.postedAt.shown],
    ['星等', review.rating],
    ['文字開頭', `「${start}」，全文見 index.html`],
    ['互動數', countsOf(review.counts)],
    ['已編輯標示', review.edited === null ? null : review.edited ? '有' : '無'],
  ];
  return html`<h2>${SITE_NAMES[at.site]}：${review.author.name}</h2>
${table([
  ['存證編號', `${id}（${shortTime(capturedAt.taipei)} 臺北時間擷取）`],
  ['清單雜湊', html`<span class="hash">${manifestHash}</span>`],
  ['網址', link(at.url)],
  ['該則網址', review.url && review.url !== at.url ? link(review.url) : null],
  ['作者頁面', review.author.url && link(review.author.url)],
])}
<h3>查看項目</h3>
<table><thead><tr><th class="narrow">項目</th><th>存證所載</th><th>公證人所見</th></tr></thead><tbody>${items
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => html`<tr><td>${name}</td><td>${value ?? ''}</td><td></td></tr>`)}
<tr><td>留言串</td><td>見 index.html「整串內容」</td><td></td></tr></tbody></table>`;
}
