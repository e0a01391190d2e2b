import { describe, expect, test } from 'vitest';
import { CUSTODY_ACTIONS } from '../../../lib/evidence/contract.ts';
import { logDetail, stampFailure } from '../../../lib/evidence/log-words.ts';

const ID = 'b7076344-735e-4845-bff7-9bb9328c13e7';

describe('what the log keeps in English', () => {
  test.each([
    ['captured', 'complete', '完整'],
    ['exported', 'redacted case', '遮蔽版案件檔'],
    ['re-checked', `changed ${ID}`, `仍在線上，文字已變更；相關存證 ${ID}`],
    ['redacted', ID, `相關存證 ${ID}`],
    ['timestamped', 'https://tsa.example', 'https://tsa.example'],
  ] as const)('%s %s is said in words', (action, detail, said) => {
    expect(logDetail({ action, detail }, 'zh-TW')).toBe(said);
    expect(logDetail({ action, detail }, 'en')).not.toMatch(/[\u3400-\u9fff]/);
  });

  test('nothing is said where nothing is known, whatever was done', () => {
    for (const action of CUSTODY_ACTIONS) expect(logDetail({ action }, 'zh-TW')).toBeNull();
    expect(logDetail({ action: 're-checked', detail: 'constructor x' }, 'zh-TW')).toBe('constructor x');
    expect(logDetail({ action: 'exported', detail: 'toString' }, 'zh-TW')).toBe('toString');
  });
});

test.each([
  ['no answer: TypeError', /網路/, /offline/],
  ['the authority answered 503', /503/, /503/],
  ['the calendar answered 404', /404/, /404/],
  ['not a web address', /不是網址/, /address/],
  ['the nonce is another', /不是有效的時間戳記（the nonce is another）/, /no valid/],
] as const)('why no time-stamp was had: %s', (failure, zh, en) => {
  expect(stampFailure(failure, 'zh-TW')).toMatch(zh);
  expect(stampFailure(failure, 'en')).toMatch(en);
});
