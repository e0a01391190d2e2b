import { expect, test } from 'vitest';

test('real browser', () => {
  expect(navigator.userAgent).toContain('Chrome');
});
