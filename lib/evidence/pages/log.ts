import { type CustodyEntry, momentOf, type OuterTimestamp } from '../contract.ts';
import { logDetail, stampFailure } from '../log-words.ts';
import { ACTION_WORDS, whoOf } from '../words.ts';
import { both, type Html, html, NOTHING, shortTime } from './html.ts';

/** What became of a capture after it was sealed: its time-stamps and its log, in the time that people live by. */

const STATES = { granted: '已取得', pending: '等待確認', failed: '未取得' };

export function timestamps(stamps: readonly OuterTimestamp[]): Html {
  if (stamps.length === 0) return html`<p>沒有第三方時間戳記；時間為本機時鐘。</p>`;
  return html`<table><thead><tr><th>機構</th><th>狀態</th><th>時間</th><th>檔案</th></tr></thead><tbody>${stamps.map(
    ({ authority, state, time, response, failure }) =>
      html`<tr><td>${authority}</td><td>${STATES[state]}${failure === null ? '' : `（${stampFailure(failure, 'zh-TW')}）`}</td><td>${time === null ? '' : both(momentOf(time))}</td><td>${response ?? ''}</td></tr>`,
  )}</tbody></table>`;
}

export function custody(entries: readonly CustodyEntry[]): Html {
  const own = entries.filter(({ facts }) => facts !== null);
  return html`<table><thead><tr><th>時間（臺北時間）</th><th>事項</th><th>人員</th><th>說明</th></tr></thead><tbody>${own.map(
    ({ facts }) =>
      facts === null
        ? NOTHING
        : html`<tr><td>${shortTime(momentOf(facts.at).taipei)}</td><td>${ACTION_WORDS[facts.action]}</td><td>${whoOf(facts.by)['zh-TW']}${facts.duty === undefined ? '' : `（當時值班：${whoOf(facts.duty)['zh-TW']}）`}</td><td>${[facts.reason, logDetail(facts, 'zh-TW')].filter(Boolean).join('；')}</td></tr>`,
  )}</tbody></table>`;
}
