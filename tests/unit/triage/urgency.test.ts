import { describe, expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';
import { read } from '../../../lib/triage/reading.ts';
import { gatherSignals } from '../../../lib/triage/signals.ts';
import { isGrave, urgentFeatures, weighGravity } from '../../../lib/triage/urgency.ts';

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
  ])('death: %s', (text) => {
    expect(gravity(text).deaths.length).toBeGreaterThan(0);
  });

  test.each([
    '護理師說完就走了，態度很差',
    '等到快氣死了，態度爛死了',
    '辦死亡證明的動線很亂',
    '是要等人死了才處理嗎',
    '罔顧人命的停車場動線',
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
