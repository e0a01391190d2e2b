import { utf8 } from '../bytes.ts';
import type { Moment } from '../contract.ts';

/** A piece of HTML whose text is escaped. Only `html` makes one. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | readonly Html[];

/** Everything put in is text, unless it is a piece of HTML itself: captured words never become markup. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.reduce((out, string, index) => out + written(parts[index - 1] ?? '') + string) };
}

function written(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'html' in part ? part.html : part.map((piece) => piece.html).join('\n');
}

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Also takes out what turns the reading order round or cannot stand in HTML. */
const escaped = (text: string): string =>
  text
    .replace(/[&<>"']/g, (character) => NAMED[character] ?? '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');

export const NOTHING: Html = html``;

/** A link to the web as text that can be clicked; only text where it is no web address. */
export const link = (url: string | null): Html => {
  if (url === null) return html`（未顯示）`;
  return /^https?:\/\//i.test(url) ? html`<a href="${url}" rel="noreferrer noopener">${url}</a>` : html`${url}`;
};

/** 2026-03-10T12:00:00.000+08:00 → 2026-03-10 12:00:00 */
export const shortTime = (iso: string): string => iso.slice(0, 19).replace('T', ' ');

/** In Taipei's time, and in the one that machines compare. */
export const both = ({ taipei, utc }: Moment): string => `${shortTime(taipei)}（臺北時間；UTC ${shortTime(utc)}）`;

/** Rows of name and value; those without a value are left out. */
export const table = (rows: readonly (readonly [string, Part | null])[]): Html =>
  html`<table class="fields">${rows
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value ?? ''}</td></tr>`)}</table>`;

const STYLE = `
:root{color-scheme:light}
body{margin:0 auto;max-width:52rem;padding:1.5rem;line-break:strict;overflow-wrap:anywhere;font:15px/1.6 "Noto Sans TC","PingFang TC","Microsoft JhengHei",sans-serif;color:#1b1f23;background:#fff}
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.15rem;margin:2rem 0 .5rem;border-bottom:2px solid #0f766e;padding-bottom:.2rem}h3{font-size:1rem;margin:1.2rem 0 .3rem}
p,ul,ol{margin:.5rem 0}.sub{color:#57606a}
.box{border:1px solid #0f766e;border-left-width:6px;padding:.6rem .9rem;margin:1rem 0}
.warn{border-color:#b45309;background:#fffbeb}
table{border-collapse:collapse;width:100%;margin:.5rem 0;table-layout:fixed}
th,td{border:1px solid #d0d7de;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere;white-space:pre-wrap}
.fields th{width:11rem;background:#f6f8fa;font-weight:600}
thead th{background:#f6f8fa}
.files th:nth-child(2),.files td:nth-child(2){width:6rem;text-align:right}.files th:nth-child(3){width:60%}
.thread th:nth-child(1){width:2.5rem}.thread th:nth-child(2){width:8rem}.thread th:nth-child(3){width:8.5rem}
.own td{background:#f0fdfa}.own td:first-child{border-left:4px solid #0f766e}
.narrow{width:8.5rem}.short{width:5rem}
.hash{font:.72rem/1.5 ui-monospace,Consolas,Menlo,"DejaVu Sans Mono",monospace}
.text{white-space:pre-wrap;overflow-wrap:anywhere;box-decoration-break:clone;-webkit-box-decoration-break:clone;border:1px solid #d0d7de;padding:.6rem .8rem;background:#f6f8fa}
figure{margin:1rem 0;break-inside:avoid}figure img{max-width:100%;height:auto;border:1px solid #d0d7de;display:block}
figcaption{font-size:.85rem;color:#57606a}
del{color:#b42318}ins{color:#067647}
.line{display:block;border-bottom:1px solid #57606a;height:2rem}
@page{size:A4;margin:16mm 15mm 18mm}
@media print{body{max-width:none;padding:0;font-size:10pt}h1{font-size:16pt}h2{font-size:12.5pt}h3{font-size:11pt}a{color:inherit;text-decoration:none}h2,h3,.lead{break-after:avoid}tr,li,.box{break-inside:avoid}.text,.thread{font-size:9pt;line-height:1.5}.hash{font-size:7.2pt}.sub{color:#3d444d}figure img{max-width:100%;max-height:110mm}figure.tall img{max-height:225mm}thead{display:table-header-group}}
`;

/** A reader must not take the sign for the author's. */
const HIDDEN = html`<p class="sub">頁面中的「\ufffd」代表原文在該處有看不見的控制字元（例如反轉文字方向）或無法顯示的字元；為免誤讀以此符號代替，原樣見 text.txt。</p>`;

/** At the foot of every printed sheet: which package it is of, and its number. */
const footed = (mark: string): string =>
  `${STYLE}@page{@bottom-left{content:"${mark.replace(/[^\w .:/-]/g, '')}";font:7.5pt sans-serif;color:#57606a}@bottom-right{content:counter(page) " / " counter(pages);font:7.5pt sans-serif;color:#57606a}}
`;

/**
 * A page that runs nothing and loads nothing but the pictures beside it. `mark` (ASCII) is printed at the foot of each
 * sheet.
 */
export async function page(title: string, body: Html, mark = 'ReplyWell'): Promise<string> {
  const style = footed(mark);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(style)));
  const policy = `default-src 'none'; img-src 'self' file:; style-src 'sha256-${btoa(String.fromCharCode(...hash))}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="zh-Hant-TW">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
${body}
${body.html.includes('\ufffd') ? HIDDEN : NOTHING}
</body>
</html>
`.html;
}
