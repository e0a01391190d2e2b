import type { Health, Review } from '../../contract/index.ts';
import { fromHex } from '../bytes.ts';
import type { CustodyEntry, Manifest, OuterTimestamp } from '../contract.ts';
import { sha256 } from '../hash.ts';
import { OUTCOME_WORDS } from '../log-words.ts';
import { adapterWords, FILE_WORDS, missingSentence, SITE_NAMES, whoOf } from '../words.ts';
import { both, type Html, html, link, NOTHING, page, table } from './html.ts';
import { custody, timestamps } from './log.ts';
import { pictures, shownPictures } from './pictures.ts';
import { recordingOf } from './recording.ts';
import { itemOf, named, threadTable } from './review-fields.ts';

/** What the page of one capture shows. */
export interface CapturePage {
  manifest: Manifest;
  manifestHash: string;
  /** SPKI hex. */
  key: string;
  /** The plain text (or its redacted copy); null where there is none. */
  text: string | null;
  /** The post and all comments shown (or their redacted copy), in the page's order. */
  thread: readonly Review[];
  custody: readonly CustodyEntry[];
  timestamps: readonly OuterTimestamp[];
}

/** What a copy must say of itself at the top. */
const COPIES: Partial<Record<Manifest['kind'], string>> = {
  redaction: '（遮蔽版，不是原件）',
  annotation: '（事後加入）',
};

/** For whoever has never heard of the program: police, prosecutor, court. */
function whatItIs({ kind, files }: Manifest): string {
  if (kind === 'redaction')
    return '本頁是一份網頁存證的遮蔽版：留言者等第三人的姓名、帳號與聯絡資料已遮蔽，以保護其個人資料。文字中的〔第三人1〕等為代號，在同一份存證裡，同一代號為同一人；〔電話1〕等為遮去的資料，編號只用於同一段文字；畫面以灰框黑底遮蔽。原件留存於診所，可以下列雜湊值核對。';
  if (kind === 'annotation') return '本頁是事後加入一份網頁存證的檔案，屬於下列原存證。';
  const did = shownPictures(files).length > 0 ? '拍下畫面、記錄文字與欄位' : '記錄文字與欄位';
  return `${kind === 'recheck' ? '本頁是先前存證的內容再次查看的紀錄。' : '本頁是一份網頁存證。'}擷取人員以自己的瀏覽器打開下列網址，由瀏覽器擴充功能「覆評 ReplyWell」${did}，隨即計算每個檔案的雜湊值並簽章封存。`;
}
const HOW_TO_READ = '看這一頁不需要安裝程式，也不需要連線；原始檔案都在同一個資料夾。';

/** More than this nobody reads on paper: the file itself has it all. */
const MOST_TEXT = 60_000;

/** index.html of a capture: summary, pictures, text, every field, hashes, custody. Prints on A4. */
export async function capturePage(content: CapturePage): Promise<string> {
  const { manifest } = content;
  const fingerprint = await sha256(fromHex(content.key));
  const title = `存證紀錄${COPIES[manifest.kind] ?? ''}：${SITE_NAMES[manifest.page.site]}　${manifest.review.author.name}`;
  return page(
    title,
    html`<h1>${title}</h1>
<p class="sub">存證編號 ${manifest.id}</p>
<p>${whatItIs(manifest)}${HOW_TO_READ}</p>
${summary(content)}
<h2>畫面</h2>
${pictures(manifest)}
${recordingOf(manifest)}
<h2>文字內容</h2>
${textOf(content.text)}
<h2>欄位</h2>
${fields(manifest)}
${
  content.thread.length < 2
    ? NOTHING
    : html`<h2>整串內容</h2>
${threadTable(content.thread, manifest.review.id)}`
}
${manifest.recheck === null ? NOTHING : recheck(manifest.recheck)}
<h2>未包含的項目</h2>
${
  manifest.missing.length === 0
    ? html`<p>無。</p>`
    : html`<ul>${manifest.missing.map((missing) => html`<li>${missingSentence(missing)}</li>`)}</ul>`
}
<h2>檔案與雜湊值（SHA-256）</h2>
${files(content, fingerprint)}
<h2>時間戳記</h2>
${timestamps(content.timestamps)}
<h2>保管紀錄</h2>
${custody(content.custody)}
<p class="sub">核對方法見 HOW-TO-VERIFY.txt，請公證人重新連線查看的步驟見 revisit.html。</p>
${signature(manifest)}`,
    `ReplyWell  ${manifest.id}  manifest SHA-256 ${content.manifestHash.slice(0, 32)}...`,
  );
}

/** What a reader of the first sheet must know: what, whose, where, when, by whom, and what it is good for. */
function summary({ manifest }: CapturePage): Html {
  const { claim, doesNotProve, complete, review, page: at, capturedAt, finishedAt, by, case: held } = manifest;
  const { derivedFrom, capturedBy = null, recheck: again } = manifest;
  const copied = derivedFrom !== null;
  return html`${table([
    ['平台', SITE_NAMES[at.site]],
    ['標題', review.title],
    ['作者', [...new Set([review.author.name, review.author.id])].filter(Boolean).join('　')],
    ['發表時間（如畫面）', review.postedAt.shown],
    ['網址', link(at.url)],
    ['擷取時間', both(capturedAt)],
    ['診所', manifest.clinic ?? null],
    ['擷取人員', copied ? capturedBy && whoOf(capturedBy)['zh-TW'] : whoOf(by)['zh-TW']],
    ['製作人員', copied ? whoOf(by)['zh-TW'] : null],
    ['製作時間', copied ? both(finishedAt) : null],
    ['原存證編號', derivedFrom?.id ?? null],
    ['重新檢查結果', again && OUTCOME_WORDS[again.outcome]['zh-TW']],
    ['案件', held?.name ?? null],
    ['檔案', `${manifest.files.length} 個，雜湊值列於下方`],
  ])}
${
  complete
    ? NOTHING
    : html`<div class="box warn"><strong>這是不完整的存證。</strong>擷取在完成前結束，缺少的部分列於「未包含的項目」。</div>`
}
<div class="box"><p><strong>本套件的主張：</strong>${claim['zh-TW']}</p>
<p><strong>本套件不證明：</strong></p><ul>${doesNotProve.map((sentence) => html`<li>${sentence['zh-TW']}</li>`)}</ul></div>`;
}

function textOf(text: string | null): Html {
  if (text === null) return html`<p>沒有文字檔。</p>`;
  const shown = text.replace(/\r\n?/g, '\n').replace(/\n(?:[ \t]*\n){2,}/g, '\n\n');
  const cut = shown.length > MOST_TEXT;
  return html`<div class="text">${cut ? shown.slice(0, MOST_TEXT) : shown}</div><p class="sub">${
    cut ? `以上為前 ${MOST_TEXT} 字。` : ''
  }連續的空行併為一行，原樣見文字檔。</p>`;
}

const yesNo = (value: boolean | null): string => (value === null ? '未比對' : value ? '是' : '否');

/** Everything that law.md 2.2 asks for and the page showed. */
function fields(manifest: Manifest): Html {
  const { page: at, environment: on, review, clock, checks } = manifest;
  return html`<h3>案件與頁面</h3>
${table([
  [
    '案件',
    manifest.case && (manifest.case.name === null ? manifest.case.id : `${manifest.case.name}（${manifest.case.id}）`),
  ],
  ['平台', SITE_NAMES[at.site]],
  ['網址（網址列）', link(at.url)],
  ['標準網址', at.canonicalUrl && link(at.canonicalUrl)],
  ['頁面標題', at.title],
  ['地點／粉專／看板', at.place && named(at.place)],
  ['網址列畫面', at.addressBar === 'pictured' ? '有' : '僅記錄網址，未入鏡'],
])}
<h3>內容</h3>
${itemOf(review, manifest.key)}
${table([
  ['辨識診所之處', manifest.identifies.join('、')],
  ['整串則數', manifest.threadSize],
  [
    '貼文圖片',
    manifest.pictures
      .map(({ url, alt, loaded }) => `${alt || '（無說明）'} ${url}${loaded ? '' : '（未載入）'}`)
      .join('\n'),
  ],
  ...manifest.shown.map(({ label, value }) => [label, value] as const),
])}
<h3>擷取</h3>
${table([
  ['開始', both(manifest.capturedAt)],
  ['完成', both(manifest.finishedAt)],
  [
    '時鐘',
    clock.offsetMs === null
      ? '本機時鐘，未與伺服器比對'
      : `本機時鐘比 ${clock.source ?? '伺服器'} 的 Date 標頭${clock.offsetMs < 0 ? '慢' : '快'} ${(Math.abs(clock.offsetMs) / 1000).toFixed(1)} 秒`,
  ],
  [
    '首次看到',
    manifest.firstSeen && `${both(manifest.firstSeen.at)}${manifest.firstSeen.by ? `　${manifest.firstSeen.by}` : ''}`,
  ],
  [manifest.derivedFrom === null ? '擷取人員' : '製作人員', whoOf(manifest.by)['zh-TW']],
  ['瀏覽器', `${on.browser}${on.userAgent ? `　${on.userAgent}` : ''}`],
  ['作業系統', on.os],
  ['程式版本', `ReplyWell ${on.build}；讀取模組 ${at.adapter.name}`],
  ['欄位讀取', adapterWords(at.adapter.version)['zh-TW']],
  [
    '讀取狀況',
    at.health &&
      `${HEALTH[at.health.status]}${at.health.problems.map(({ field, count }) => `；${field} ×${count}`).join('')}`,
  ],
  [
    '視窗',
    `${on.window.width} × ${on.window.height}${on.viewport ? `，頁面 ${on.viewport.width} × ${on.viewport.height}` : ''}，縮放 ${on.zoom === null ? '未知' : `${Math.round(on.zoom * 100)}%`}，像素比 ${on.dpr}`,
  ],
  ['語言／時區', `${on.language}　${on.timeZone}`],
])}
<h3>檢查</h3>
${table([
  ['擷取前重新載入', checks.reloaded ? '是' : '否'],
  ['間隔兩次畫面相同', yesNo(checks.shotsAgree)],
  ['畫面文字與 DOM 相符', yesNo(checks.textAgrees)],
  ['載入後的頁面變動次數', checks.mutations],
  ['自動化控制標記', yesNo(checks.automated)],
  [
    '伺服器版本比對',
    checks.served &&
      `${checks.served.url}　狀態 ${checks.served.status}　Date ${checks.served.date ?? '無'}　內容相符：${yesNo(checks.served.agrees)}`,
  ],
])}`;
}

const HEALTH: Record<Health['status'], string> = {
  ok: '正常',
  degraded: '部分欄位讀取不完整',
  broken: '頁面結構已變，欄位可能不完整',
  'not-applicable': '不適用',
};

function recheck({ of, manifestHash, outcome, diff }: NonNullable<Manifest['recheck']>): Html {
  return html`<h2>與先前存證比較</h2>
${table([
  ['先前存證', of],
  ['其清單雜湊', html`<span class="hash">${manifestHash}</span>`],
  ['結果', OUTCOME_WORDS[outcome]['zh-TW']],
])}
${diff.length === 0 ? NOTHING : html`<div class="text">${diff.map(({ op, text }) => (op === '-' ? html`<del>－${text}</del>` : html`<ins>＋${text}</ins>`))}</div>`}`;
}

function files({ manifest, manifestHash, key }: CapturePage, fingerprint: string): Html {
  return html`<table class="files"><thead><tr><th>檔案</th><th>位元組</th><th>SHA-256</th></tr></thead><tbody>${manifest.files.map(
    ({ name, kind, bytes, sha256, parent }) =>
      html`<tr><td><strong>${name}</strong><br>${FILE_WORDS[kind]}${parent ? html`<br>自 ${parent.name} 製作` : NOTHING}</td><td>${bytes}</td><td class="hash">${sha256}</td></tr>`,
  )}</tbody></table>
${table([
  ['清單 manifest.json', html`<span class="hash">${manifestHash}</span>`],
  ['前一份存證的清單', manifest.previous && html`<span class="hash">${manifest.previous}</span>`],
  ['製作自', manifest.derivedFrom && html`<span class="hash">${manifest.derivedFrom.manifestHash}</span>`],
  ['簽章金鑰的指紋', html`<span class="hash">${fingerprint}</span>`],
  ['簽章公鑰（SPKI）', html`<span class="hash">${key}</span>`],
])}`;
}

/** What a person signs is presumed genuine (民訴358); of a printout it must be shown that it agrees with the file (民訴363). */
const signature = ({ derivedFrom }: Manifest): Html => html`<h2>簽名（提出列印本時填寫）</h2>
<p class="sub">本列印本與電子檔內容相符；上列內容由本人於所載時間${derivedFrom === null ? '擷取' : '製作'}。</p>
${table([
  [derivedFrom === null ? '擷取人員簽名' : '製作人員簽名', html`<span class="line"></span>`],
  ['日期', html`<span class="line"></span>`],
])}`;
