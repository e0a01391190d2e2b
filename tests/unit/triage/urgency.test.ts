import { describe, expect, test } from 'vitest';
import { gatherClaims, judgeAccusation } from '../../../lib/triage/accusation.ts';
import { tally } from '../../../lib/triage/features.ts';
import { triage } from '../../../lib/triage/index.ts';
import { read } from '../../../lib/triage/reading.ts';
import { gatherSignals } from '../../../lib/triage/signals.ts';
import { isGrave, isTold, urgentFeatures, weighGravity } from '../../../lib/triage/urgency.ts';

const gravity = (text: string) => {
  const reading = read(text);
  return weighGravity(reading, gatherSignals(reading));
};

describe('what a text tells of death and injury', () => {
  test.each([
    '阿公轉到病房隔天就走了',
    '我媽在你們急診沒救回來',
    '打完針我家狗狗當晚就走了，獸醫說不關他的事',
    '寶寶沒保住，醫師連超音波都沒照',
    'My father died after they sent us home',
    '我媽去年過世，報告從頭到尾沒講',
    '阿公住院很快就過世了',
    '沒想到我爸隔天就過世了',
    '轉出加護病房我爸就往生了',
    '到別家醫院急救，媽媽還是過世了',
  ])('death: %s', (text) => {
    expect(gravity(text).deaths.length).toBeGreaterThan(0);
  });

  test.each([
    '護理師說完就走了，態度很差',
    '等到快氣死了，態度爛死了',
    '辦死亡證明的動線很亂',
    '是要等人死了才處理嗎',
    '罔顧人命的停車場動線',
    '我爸說會害死他的是無聊',
    '叫我去死一死算了，我媽都聽到',
    '這樣會出人命的吧，我爸差點滑倒',
    '我媽快等死了',
  ])('no death: %s', (text) => {
    expect(gravity(text).deaths.length).toBe(0);
  });

  test('an injury is blamed on care only where something blames it', () => {
    expect(gravity('我爸中風後在這裡復健，治療師很有耐心').blamed.length).toBe(0);
    expect(gravity('一直說是頭暈，拖到中風，現在左邊不能動').blamed.length).toBeGreaterThan(0);
  });

  test('assault and violence are those of the writer or a patient', () => {
    expect(gravity('檢查時被摸胸，我整個人僵住').sexual.length).toBe(1);
    expect(gravity('保全動手打人，把我推倒').violent.length).toBeGreaterThan(0);
    expect(gravity('新聞說護理師被打，真辛苦').violent.length).toBe(0);
  });
});

describe('something grave is told, or the head must be surer', () => {
  const GRAVE = [
    '延誤治療，轉院的時候已經第四期',
    '拖了三個月才照斷層，癌細胞都轉移了',
    '我媽去年病歿，報告從頭到尾沒講',
    '還好有命出院，不敢再去',
    '護理師叫人綁住雙手關在房間兩小時',
  ];
  const MERE = [
    '急診等了六小時沒人理，護理師口氣很差',
    '拖了兩個月還沒退費，電話也都沒有人接',
    '我爸住加護病房，探病時間一改再改',
  ];
  const isUrgent = (text: string, starred: boolean, urgent: number): boolean => {
    const reading = read(text);
    const claims = gatherClaims(reading, gatherSignals(reading));
    const trained = { accuses: 0.9, specific: 0.9, urgent, thresholds: { accusation: 0.5, urgent: 0.5 } };
    return judgeAccusation(claims, reading, 'negative', [1, 0, 0, 0], tally(reading), trained, starred).serious;
  };

  test.each(GRAVE)('%s', (text) => {
    expect(isTold(gravity(text), text)).toBe(true);
    expect(isUrgent(text, true, 0.3)).toBe(true);
    expect(isUrgent(text, true, 0.2)).toBe(false);
    expect(isUrgent(text, false, 0.49)).toBe(false);
  });

  test.each(MERE)('none: %s', (text) => {
    expect(isTold(gravity(text), text)).toBe(false);
    expect(isUrgent(text, true, 0.51)).toBe(false);
    expect(isUrgent(text, true, 0.6)).toBe(true);
    // Posts tell dangers in turns of phrase.
    expect(isUrgent(text, false, 0.51)).toBe(true);
  });
});

test('features grow with what is told and stay finite', () => {
  const none = urgentFeatures(gravity('櫃台態度很差'), 'negative');
  const grave = urgentFeatures(gravity('延誤治療，阿公隔天就往生了'), 'negative');
  expect(none.length).toBe(grave.length);
  expect(none.every((v) => v === 0)).toBe(true);
  expect(grave.some((v) => v > 0)).toBe(true);
  expect(grave.every(Number.isFinite)).toBe(true);
});

test('praise is not urgent', () => {
  expect(isGrave(gravity('感謝醫師救回我爸，心跳停止還搶救回來'), 'positive')).toBe(false);
});

test('an urgent review says so', () => {
  expect(triage({ text: '阿公轉院後隔天就走了，延誤治療，誰負責', stars: 1 }).urgent).toBe(true);
});
