import type { Manifest, RecordingEnd } from '../contract.ts';
import { clockText } from '../recording.ts';
import { type Html, html, NOTHING, table } from './html.ts';

export const END_WORDS: Record<RecordingEnd, string> = {
  stopped: '由操作人員停止',
  limit: '已達最長時間，自動停止',
  'too-large': '已達可保存的大小，自動停止',
  'page-gone': '分頁關閉或離開該頁，錄到此為止；離開後的畫面沒有保留',
  interrupted: '錄影中斷，不完整',
  'storage-full': '儲存空間不足，不完整',
  failed: '未能繼續，不完整',
};

/** The recording that this package adds: what it is called, from when to when, how to see it. Not played in the page. */
export function recordingOf({ recording, files, page: { url } }: Manifest): Html {
  const file = files.find(({ kind }) => kind === 'recording');
  if (!recording || !file) return NOTHING;
  const { from, to, ended, width, height, type } = recording;
  return html`<h2>螢幕錄影</h2>
<p class="lead">檔案 <a href="${file.name}"><strong>${file.name}</strong></a>：用 Chrome、Edge、Firefox 瀏覽器或 VLC 播放器開啟，不需要本程式。</p>
${table([
  ['開始', `${instant(from.taipei)}（臺北時間；UTC ${instant(from.utc)}）`],
  ['結束', `${instant(to.taipei)}（臺北時間；UTC ${instant(to.utc)}）`],
  ['長度', clockText(Date.parse(to.utc) - Date.parse(from.utc))],
  ['如何結束', END_WORDS[ended]],
  ['畫面', `${width} × ${height} 像素，${type}，沒有聲音`],
  ['網址列', `只錄下分頁內的畫面，網址列沒有入鏡；網址為程式讀取並記錄：${url}`],
])}
<p class="sub">錄影期間每秒確認分頁仍是同一頁才寫入；檔案除檔頭的長度外，為錄影程式產生的原樣。</p>`;
}

/** 2026-03-10T12:00:00.123Z → 2026-03-10 12:00:00.123 */
const instant = (iso: string): string => iso.replace('T', ' ').replace(/Z$|[+-]\d\d:\d\d$/, '');
