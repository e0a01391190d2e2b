import { describe, expect, test } from 'vitest';
import { emptyClinic } from '../../../lib/contract/clinic.ts';
import { findPersonal } from '../../../lib/privacy/index.ts';
import { validateCard } from '../../../lib/privacy/recognizers/cards.ts';
import { validateNationalId } from '../../../lib/privacy/recognizers/national-id.ts';
import { validatePhone } from '../../../lib/privacy/recognizers/phone.ts';

/** What is found, as `TYPE value`. */
const found = (text: string): string[] => findPersonal(text).map((s) => `${s.type} ${text.slice(s.start, s.end)}`);

describe('validators know right, wrong and unknown', () => {
  test.each([
    ['A123456789', 'right'],
    ['a123456789', 'right'],
    ['A123456788', 'wrong'],
    ['A800000014', 'right'],
    ['AC01234567', 'right'],
    ['AB12', 'wrong'],
  ] as const)('national id %s is %s', (value, validity) => {
    expect(validateNationalId(value)).toBe(validity);
  });

  test.each([
    ['0912-345-678', 'right'],
    ['+886 912 345 678', 'right'],
    ['02-2345-6789', 'unknown'],
    ['0800-123-456', 'wrong'],
    ['0912-345-67', 'wrong'],
  ] as const)('phone %s is %s', (value, validity) => {
    expect(validatePhone(value)).toBe(validity);
  });

  test('cards by checksum and issuer', () => {
    expect(validateCard('4111 1111 1111 1111')).toBe('right');
    expect(validateCard('4111 1111 1111 1112')).toBe('wrong');
    expect(validateCard('9111 1111 1111 1111')).toBe('wrong');
  });
});

describe('finds', () => {
  test.each<[string, string[]]>([
    ['我的身分證是 A123456789 麻煩查一下', ['NATIONAL_ID A123456789']],
    ['手機0912-345-678可以聯絡', ['PHONE 0912-345-678']],
    ['打零九一二三四五六七八找我', ['PHONE 零九一二三四五六七八']],
    ['手機 0 9 1 2 - 3 4 5 - 6 7 8', ['PHONE 0 9 1 2 - 3 4 5 - 6 7 8']],
    ['信箱 abc.def@example.com 謝謝', ['EMAIL abc.def@example.com']],
    ['信箱 abc(at)example.com', ['EMAIL abc(at)example.com']],
    ['加賴 abc_123 聊', ['LINE_ID abc_123']],
    ['IG @some.one_99 有照片', ['SOCIAL_ACCOUNT @some.one_99']],
    ['我住台中市西區某某路12巷3號5樓', ['ADDRESS 台中市西區某某路12巷3號5樓']],
    ['生日民國70年5月6日', ['BIRTHDAY 民國70年5月6日']],
    ['病歷號是 0012345', ['MEDICAL_RECORD_NO 0012345']],
    ['健保卡號 0000 1234 5678', ['NHI_CARD_NO 0000 1234 5678']],
    ['我媽住5B-12床', ['BED_NO 5B-12床']],
    ['車牌ABC-1234擋到門口', ['PLATE ABC-1234']],
    ['刷卡卡號4111-1111-1111-1111被重複扣款', ['CREDIT_CARD 4111-1111-1111-1111']],
    ['匯款帳號 123-456789012', ['BANK_ACCOUNT 123-456789012']],
    ['10月6日下午3點到診', ['VISIT_TIME 10月6日下午3點']],
    ['我有第二型糖尿病', ['HEALTH_DETAIL 第二型糖尿病']],
    ['我的頁面 https://www.facebook.com/some.body.99', ['URL_PROFILE https://www.facebook.com/some.body.99']],
    ['Add my line tommychen', ['LINE_ID tommychen']],
    ['My line id is tommychen', ['LINE_ID tommychen']],
    ['her instagram is pretty_amy', ['SOCIAL_ACCOUNT pretty_amy']],
    ['加line tommychen 私訊', ['LINE_ID tommychen']],
    ['推薦林大文醫師', ['PERSON 林大文']],
    ['櫃檯林小姐很客氣', ['PERSON 林小姐']],
    ['謝謝邱*芳護理師', ['PERSON 邱*芳']],
    ['方姓藥師說缺貨', ['PERSON 方姓藥師']],
    ['Dr. Chen 很仔細', ['PERSON Dr. Chen']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('leaves alone', () => {
  test.each([
    '掛號費150元，初診加收50元',
    '有問題請撥1922或0800-000-123',
    '訂單 A123456788 已出貨',
    '任何醫師都可以看診',
    '也許醫師很忙，收費櫃台在一樓',
    '週一至週五 09:00–12:00',
    '至少有 12 床在走廊上',
    '文章網址 https://www.ptt.cc/bbs/Some/M.1700000000.A.123.html',
    'LINE Pay 跟 Apple Pay 都可以',
    'Holiday hours: closed, emergency line open.',
    'They keep you on the phone and then the line goes dead.',
    'The line was long',
    'on fb people say it is good',
    '@Jerry @May look at this',
    '流感疫苗一劑1200元',
    '保溫杯型號 BKS-5028',
    '感謝醫師跟護理師',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test("the clinic's own contacts are recognised, however they are spaced", () => {
  const clinic = {
    ...emptyClinic('測試診所'),
    phones: ['02-2345-6789'],
    lineIds: ['@testclinic'],
    addresses: ['臺北市大安區測試路 1 號'],
  };
  const text = '電話 (02)2345-6789，LINE @testclinic，地址台北市大安區測試路1號';
  expect(findPersonal(text, clinic).map((s) => s.type)).toEqual(['CLINIC_CONTACT', 'CLINIC_CONTACT', 'CLINIC_CONTACT']);
});
