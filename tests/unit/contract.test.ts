import { expect, test } from 'vitest';
import { emptyClinic, urgencyOf } from '../../lib/contract/index.ts';

test('a profile with a name only is whole', () => {
  expect(emptyClinic('微笑診所')).toMatchObject({
    name: '微笑診所',
    doctors: [],
    own: { pttIds: [] },
    language: 'zh-TW',
  });
});

test('urgency follows the priority at its borders', () => {
  expect([0, 19, 20, 49, 50, 79, 80, 100].map(urgencyOf)).toEqual([
    'calm',
    'calm',
    'normal',
    'normal',
    'soon',
    'soon',
    'today',
    'today',
  ]);
});
