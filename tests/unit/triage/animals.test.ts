import { expect, test } from 'vitest';
import { triage } from '../../../lib/triage/index.ts';
import { isAboutAnimal } from '../../../lib/triage/rules/animals.ts';
import { parse } from '../drafting/support.ts';

test.each([
  '吳醫師幫我家柴犬結紮，麻醉後就沒醒來',
  '帶兔子去看牙，結果一直流血',
  '狗狗只打一針收我三千',
  '醫生對毛孩很溫柔',
  'They sent my dog home bleeding.',
])('is about an animal: %s', (text) => {
  expect(isAboutAnimal(text)).toBe(true);
});

test.each([
  '櫃檯把人當狗罵',
  '被狗咬去打破傷風，醫生隨便看一眼',
  '狗眼看人低的櫃檯',
  '我對貓過敏，醫師開了藥',
  '門口有隻貓咪很可愛',
  '帶我像狗一樣繞來繞去',
])('is about people: %s', (text) => {
  expect(isAboutAnimal(text)).toBe(false);
});

test('the treatment of a pet is nobody’s own health', () => {
  const own = (text: string, name = '') =>
    triage({ text, stars: 1, clinic: parse({ name }) }).risks.some(({ kind }) => kind === 'own-health');
  expect(own('吳醫師幫我家柴犬結紮，結果傷口一直發炎')).toBe(false);
  expect(own('結紮完傷口一直發炎', '幸福動物醫院')).toBe(false);
  expect(own('我結紮完傷口一直發炎')).toBe(true);
});
