import type { Health, Review } from '../../contract/index.ts';
import type { CustodyEntry, Manifest, ManifestFile, Moment, OuterTimestamp, Place } from '../contract.ts';
import { ACTION_WORDS, adapterWords, FILE_WORDS, missingSentence, SITE_NAMES, whoOf } from '../words.ts';
import { type Html, html, link, NOTHING, page, shortTime, table } from './html.ts';
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

/** More than this nobody reads on paper: the file itself has it all. */
const MOST_TEXT = 60_000;
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp']);

/** index.html of a capture: summary, pictures, text, every field, hashes, custody. Prints on A4. */
export function capturePage(content: CapturePage): Promise<string> {
  const { manifest } = content;
  const title = `存證紀錄${COPIES[manifest.kind] ?? ''}：${SITE_NAMES[manifest.page.site]}　${manifest.review.author.name}`;
  return page(
    title,
    html`<h1>${title}</h1>
<p class="sub">存證編號 ${manifest.id}</p>
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
${files(content)}
<h2>時間戳記</h2>
${timestamps(content.timestamps)}
<h2>保管紀錄</h2>
${custody(content.custody)}
<p class="sub">核對方法見 HOW-TO-VERIFY.txt，請公證人重新連線查看的步驟見 revisit.html。</p>`,
    `ReplyWell  ${manifest.id}  manifest SHA-256 ${content.manifestHash.slice(0, 32)}...`,
  );
}

const both = ({ taipei, utc }: Moment): string => `${shortTime(taipei)}（臺北時間；UTC ${shortTime(utc)}）`;

/** What a reader of the first sheet must know: what, whose, where, when, by whom, and what it is good for. */
function summary({ manifest }: CapturePage): Html {
  const { claim, doesNotProve, complete, review, page: at, capturedAt, finishedAt, by, case: held } = manifest;
  const copied = manifest.derivedFrom !== null;
  return html`${table([
    ['平台', SITE_NAMES[at.site]],
    ['標題', review.title],
    ['作者', [...new Set([review.author.name, review.author.id])].filter(Boolean).join('　')],
    ['發表時間（如畫面）', review.postedAt.shown],
    ['網址', link(at.url)],
    ['擷取時間', both(capturedAt)],
    [copied ? '製作人員' : '擷取人員', whoOf(by)['zh-TW']],
    ['製作時間', copied ? both(finishedAt) : null],
    ['案件', held?.name ?? null],
    ['檔案', `${manifest.files.length} 個`],
  ])}
${
  complete
    ? NOTHING
    : html`<div class="box warn"><strong>這是不完整的存證。</strong>擷取在完成前結束，缺少的部分列於「未包含的項目」。</div>`
}
<div class="box"><p><strong>本套件的主張：</strong>${claim['zh-TW']}</p>
<p><strong>本套件不證明：</strong></p><ul>${doesNotProve.map((sentence) => html`<li>${sentence['zh-TW']}</li>`)}</ul></div>`;
}

function pictures({ files, page: { addressBar, url } }: Manifest): Html {
  const shots = files.filter(({ type }) => PICTURES.has(type));
  const address =
    addressBar === 'pictured'
      ? html`<p class="sub lead">網址列見「整個視窗」的畫面。</p>`
      : html`<p class="sub lead">畫面不含網址列；網址為程式讀取並記錄：${link(url)}</p>`;
  if (shots.length === 0) return html`${address}<p>沒有畫面。</p>`;
  return html`${address}${shots.map(
    ({
      name,
      kind,
      place,
      covers,
    }) => html`<figure${tall(place) ? html` class="tall"` : NOTHING}><img src="${name}" alt="${FILE_WORDS[kind]}">
<figcaption>${name}　${FILE_WORDS[kind]}${coveredWords(covers)}${
      place === null
        ? ''
        : `　位置 x ${Math.round(place.x)}、y ${Math.round(place.y)}，${Math.round(place.width)} × ${Math.round(place.height)} CSS 像素，倍率 ${place.scale}`
    }</figcaption></figure>`,
  )}`;
}

/** How much of a redacted picture is covered. */
const coveredWords = (covers: ManifestFile['covers']): string =>
  covers === undefined ? '' : covers.length === 0 ? '，沒有需要遮蔽之處' : `，遮蔽 ${covers.length} 處（灰框黑底）`;

/** Higher than wide: it needs the sheet to itself to be legible. */
const tall = (place: Place | null): boolean => place !== null && place.height > place.width;

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

const OUTCOMES = {
  'still-there': '仍在線上，文字相同',
  changed: '仍在線上，文字已變更',
  gone: '已無法看到（404 或標示刪除）',
  unclear: '無法判斷',
};

function recheck({ of, manifestHash, outcome, diff }: NonNullable<Manifest['recheck']>): Html {
  return html`<h2>與先前存證比較</h2>
${table([
  ['先前存證', of],
  ['其清單雜湊', html`<span class="hash">${manifestHash}</span>`],
  ['結果', OUTCOMES[outcome]],
])}
${diff.length === 0 ? NOTHING : html`<div class="text">${diff.map(({ op, text }) => (op === '-' ? html`<del>－${text}</del>` : html`<ins>＋${text}</ins>`))}</div>`}`;
}

function files({ manifest, manifestHash, key }: CapturePage): Html {
  return html`<table class="files"><thead><tr><th>檔案</th><th>位元組</th><th>SHA-256</th></tr></thead><tbody>${manifest.files.map(
    ({ name, kind, bytes, sha256, parent }) =>
      html`<tr><td><strong>${name}</strong><br>${FILE_WORDS[kind]}${parent ? html`<br>自 ${parent.name} 製作` : NOTHING}</td><td>${bytes}</td><td class="hash">${sha256}</td></tr>`,
  )}</tbody></table>
${table([
  ['清單 manifest.json', html`<span class="hash">${manifestHash}</span>`],
  ['前一份存證的清單', manifest.previous && html`<span class="hash">${manifest.previous}</span>`],
  ['製作自', manifest.derivedFrom && html`<span class="hash">${manifest.derivedFrom.manifestHash}</span>`],
  ['簽章公鑰（SPKI）', html`<span class="hash">${key}</span>`],
])}`;
}

const STATES = { granted: '已取得', pending: '等待確認', failed: '未取得' };

function timestamps(stamps: readonly OuterTimestamp[]): Html {
  if (stamps.length === 0) return html`<p>沒有第三方時間戳記；時間為本機時鐘。</p>`;
  return html`<table><thead><tr><th>機構</th><th>狀態</th><th>時間（UTC）</th><th>檔案</th></tr></thead><tbody>${stamps.map(
    ({ authority, state, time, response, failure }) =>
      html`<tr><td>${authority}</td><td>${STATES[state]}${failure === null ? '' : `（${failure}）`}</td><td>${time === null ? '' : shortTime(time)}</td><td>${response ?? ''}</td></tr>`,
  )}</tbody></table>`;
}

function custody(entries: readonly CustodyEntry[]): Html {
  const own = entries.filter(({ facts }) => facts !== null);
  return html`<table><thead><tr><th>時間（UTC）</th><th>事項</th><th>人員</th><th>說明</th></tr></thead><tbody>${own.map(
    ({ facts }) =>
      facts === null
        ? NOTHING
        : html`<tr><td>${shortTime(facts.at)}</td><td>${ACTION_WORDS[facts.action]}</td><td>${whoOf(facts.by)['zh-TW']}${facts.duty === undefined ? '' : `（當時值班：${whoOf(facts.duty)['zh-TW']}）`}</td><td>${[facts.reason, facts.detail].filter(Boolean).join('；')}</td></tr>`,
  )}</tbody></table>`;
}
