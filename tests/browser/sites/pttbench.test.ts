import { test } from 'vitest';
import { linesFrom } from '../../../lib/sites/ptt/lines.ts';
import { pushOf } from '../../../lib/sites/ptt/push.ts';
import { addPush, startThread } from '../../../lib/sites/ptt/thread.ts';
import { ptt } from '../../../lib/sites/ptt.ts';
import { tokensOf } from '../../../lib/sites/dcard/parts.ts';
import { dcard } from '../../../lib/sites/dcard.ts';
const S = ['h1','h2','time','time[datetime]','a[href^="/@"]','button','[aria-label]','img','span','.push-tag','.push-userid','.push-content','.push-ipdatetime','[data-x]','a','p','div','[role="button"]'];
const bare = (cards: Iterable<Element>) => { let s = 0; for (const c of cards) for (const q of S) s += (c.querySelector(q)?.textContent ?? '').length; return s; };
const push = (n: number) => `<div class="push"><span class="hl push-tag">推 </span><span class="f3 hl push-userid">u${n}</span><span class="f3 push-content">: 推推推推推推推推推</span><span class="push-ipdatetime"> 09/22 ${10+n%10}:${10+n%50}\n</span></div>`;
const comment = (n: number): string =>
  `<div data-key="comment-x${n}"><div><img src="" alt=""><span>國立中興大學</span></div><div><span>B${n}</span><span>・</span><time datetime="2026-09-23T02:00:00.000Z">9 月 23 日</time></div><div>第 ${n} 則留言<br>第二行</div><div><button aria-label="喜歡">${n}</button><button>回覆</button></div></div>`;
test('prof', () => {
  const out: Record<string, number[]> = {};
  const time = <T>(n: string, f: () => T): T => { const t = performance.now(); const r = f(); (out[n] ??= []).push(performance.now() - t); return r; };
  for (let k = 0; k < 9; k++) {
    const html = `<div id="main-content">abc\n--\n${Array.from({length:5000},(_,i)=>push(i+1)).join('')}</div>`;
    const document = new DOMParser().parseFromString(html, 'text/html');
    const u = new URL('https://www.ptt.cc/bbs/a1/M.1790000000.A.1AB.html');
    const page = { ...ptt.detect(document, u), url: u, document, now: Date.now() };
    time('bare ptt', () => bare(document.querySelectorAll('.push')));
    const lines = time('lines', () => linesFrom(document.querySelector('#main-content')!.firstChild));
    const pushes = time('pushOf', () => lines.filter((l) => l.kind === 'push').map((l) => pushOf((l as any).element)));
    const th = startThread('a/b', 1790000000000, Date.now());
    time('addPush', () => { for (const p of pushes) addPush(th, p.push); });
    const cards = time('cards', () => ptt.cards(document, page));
    time('read', () => { for (const c of cards) ptt.read(c, page); });
    const d2 = new DOMParser().parseFromString(`<main><article><div>某大學</div><h1>t</h1><time datetime="2026-09-22T00:00:00Z">x</time><div>t</div></article><section><div>共 5 則留言</div>${Array.from({length:5000},(_,i)=>comment(i+1)).join('')}</section></main>`, 'text/html');
    const u2 = new URL('https://www.dcard.tw/f/a/p/1');
    const p2 = { ...dcard.detect(d2, u2), url: u2, document: d2, now: 0 };
    time('bare d', () => bare(d2.querySelectorAll('[data-key]')));
    const c2 = time('d cards', () => dcard.cards(d2, p2));
    time('d tokens', () => { for (const c of c2) tokensOf(c); });
    time('d read', () => { for (const c of c2) dcard.read(c, p2); });
  }
  console.log(JSON.stringify(Object.fromEntries(Object.entries(out).map(([k, a]) => [k, a.sort((x, y) => x - y)[4]!.toFixed(1)]))));
});
