import { describe, expect, test } from 'vitest';
import { findPersonal } from '../../../lib/privacy/index.ts';

/** Numbers with something else right behind them, in lists of data and in messages typed in haste. */
const found = (text: string): string[] =>
  findPersonal(text)
    .filter((s) => s.type !== 'PERSON')
    .map((s) => `${s.type} ${text.slice(s.start, s.end)}`);

describe('a blank ends a number', () => {
  test.each<[string, string[]]>([
    ['證號A123456789 0911222333 麻煩回電', ['NATIONAL_ID A123456789', 'PHONE 0911222333']],
    ['A123456789 8月2日領過報告', ['NATIONAL_ID A123456789']],
    ['A 123 456 789 0911222333', ['NATIONAL_ID A 123 456 789', 'PHONE 0911222333']],
    ['信用卡 4111 1111 1111 1111 09/29', ['CREDIT_CARD 4111 1111 1111 1111']],
    ['卡號4111111111111111 123 都給了', ['CREDIT_CARD 4111111111111111']],
    ['健保卡 0000 1234 5678 0911222333', ['NHI_CARD_NO 0000 1234 5678', 'PHONE 0911222333']],
    ['病歷號0091234 6/3 領過藥', ['MEDICAL_RECORD_NO 0091234']],
    ['病歷號 120334 0911222333', ['MEDICAL_RECORD_NO 120334', 'PHONE 0911222333']],
    ['病歷號 00123 456', ['MEDICAL_RECORD_NO 00123 456']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    '會員卡 4111 1111 1111 1111 2222 點數歸零',
    '貨號 A123456789 2 箱',
    'A 123 456 789 012 是機台編碼',
    'A1234567890',
    'A123456789-3 是零件',
  ])('%s goes on or is something else', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a birthday without its word', () => {
  test.each<[string, string[]]>([
    ['周雅文 67/4/9 A123456789', ['BIRTHDAY 67/4/9', 'NATIONAL_ID A123456789']],
    ['A123456789 女 1979.4.9', ['NATIONAL_ID A123456789', 'BIRTHDAY 1979.4.9']],
    // A slip of the pen, but with a birthday beside it.
    ['A123456788 67/4/9 的報告', ['NATIONAL_ID A123456788', 'BIRTHDAY 67/4/9']],
    ['我66年次的', ['BIRTHDAY 66年次']],
    ['民國51年生的老人家', ['BIRTHDAY 民國51年生']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each(['66年次以上可以免費打', '開業20年生意很好', '民國54年(含)以前出生', '75年生產的老機器'])(
    '%s is nobody born',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  test('a visit beside an ID is no birthday', () => {
    expect(found('A123456789 2024/10/3 的紀錄不見了')).toEqual(['NATIONAL_ID A123456789']);
  });
});

describe('written in other ways', () => {
  test.each<[string, string[]]>([
    ['打2700-1234沒人接', ['PHONE 2700-1234']],
    ['撥22001234響很久', ['PHONE 22001234']],
    ['0911-222-xxx 打來推銷', ['PHONE 0911-222-xxx']],
    ['O911222333 找我', ['PHONE O911222333']],
    ['L I N E : ab1234', ['LINE_ID ab1234']],
    ['mary 點 lee 在 gmail 點 com', ['EMAIL mary 點 lee 在 gmail 點 com']],
    ['停車ABC-1234 櫃台說能折抵', ['PLATE ABC-1234']],
    ['第七床的家屬很吵', ['BED_NO 第七床']],
    ['1203房陳奶奶沒人理', ['BED_NO 1203房']],
    ['寄到羅斯福路二段12號', ['ADDRESS 羅斯福路二段12號']],
    ['我家住永和中正路三段', ['ADDRESS 永和中正路三段']],
    ['我住復興路二段', ['ADDRESS 復興路二段']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    '皮秒打3000-5000發',
    '統編打 22001234 就好',
    '打2000-3000元的針',
    '第一床刀開很久',
    '1203房的客人',
    '走復興路二段左轉',
    '有A12-3456號櫃',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
