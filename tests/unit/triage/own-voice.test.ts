import { expect, test } from 'vitest';
import { emptyClinic, type Review } from '../../../lib/contract/index.ts';
import { isOwnVoice } from '../../../lib/triage/relevance.ts';

const clinic = {
  ...emptyClinic('微光牙醫診所'),
  own: { googlePlaces: [], facebookPages: ['weiguang.dental'], pttIds: ['weiguang'], dcardIds: [] },
};
const by = (id: string | null, name: string) => ({ author: { id, name, url: null, badges: [] } }) as unknown as Review;

test('by the account, never by the name', () => {
  expect(isOwnVoice(by('Weiguang.Dental', '微光'), clinic)).toBe(true);
  expect(isOwnVoice(by('weiguang', 'x'), clinic)).toBe(true);
  expect(isOwnVoice(by('someone', '微光牙醫診所'), clinic)).toBe(false);
  expect(isOwnVoice(by(null, '微光牙醫診所'), clinic)).toBe(false);
  expect(isOwnVoice(by('weiguang', 'x'), null)).toBe(false);
});
