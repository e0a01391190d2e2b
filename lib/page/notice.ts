import { closedRoot, icon, NOTICE } from './own.ts';

const CLOSE = 'M6 6l12 12M18 6 6 18';

/**
 * One line in the corner of the page that the person can close, for when there is no sidebar left to say it: the
 * extension was updated or removed under the page. Stays until it is closed or the page is loaded anew.
 */
export function showNotice(document: Document, text: string, close: string): void {
  for (const left of document.querySelectorAll(NOTICE)) left.remove();
  const host = document.createElement(NOTICE);
  host.setAttribute('role', 'status');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host{all:initial!important;position:fixed!important;right:16px!important;bottom:16px!important;z-index:2147483647!important;display:block!important}
.box{display:flex;align-items:center;gap:8px;max-width:320px;box-sizing:border-box;padding:10px 8px 10px 14px;border-radius:10px;background:#0f766e;color:#fff;font:400 14px/1.6 system-ui,"Noto Sans TC","PingFang TC","Microsoft JhengHei",sans-serif;box-shadow:0 0 0 1px #fff,0 4px 16px #0004}
button{all:initial;flex:none;display:flex;align-items:center;justify-content:center;width:32px;height:32px;border-radius:8px;color:#fff;cursor:pointer}
button:hover{background:#115e59}button:focus-visible{outline:3px solid #5eead4}
@media print{:host{display:none!important}}`);
  const box = document.createElement('div');
  box.className = 'box';
  const words = document.createElement('span');
  words.textContent = text;
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-label', close);
  button.append(icon(document, CLOSE, 14));
  button.addEventListener('click', () => host.remove());
  box.append(words, button);
  closedRoot(host, sheet).append(box);
  document.documentElement.append(host);
}
