import { type Clinic, emptyClinic } from '../../../../lib/contract/clinic.ts';
import type { Draft, Tone } from '../../../../lib/contract/draft.ts';
import type { Sending } from '../../../../lib/contract/model.ts';
import type { Review } from '../../../../lib/contract/review.ts';
import { compose } from '../../../../lib/drafting/compose.ts';
import { addressOf, quirksOf } from '../../../../lib/drafting/llm/address.ts';
import type { Clock } from '../../../../lib/drafting/llm/clock.ts';
import type { Endpoint, Occasion, Progress, WriteInput } from '../../../../lib/drafting/llm/index.ts';
import { triage } from '../../../../lib/triage/index.ts';
import type { ModelServer } from '../../../fixtures/model-server.ts';

/** Everything here is invented. */
export const CLINIC: Clinic = {
  ...emptyClinic('微光牙醫診所'),
  aliases: ['微光'],
  doctors: [{ name: '林靜好', aliases: ['靜好醫師'] }],
  phones: ['02-2999-0000'],
  steps: { booking_wait: ['線上預約', '候診號查詢'], attitude: ['每週同仁溝通課程'] },
  people: [{ name: '阿主管', role: 'manager' }],
};

export const REVIEW = '等了三個小時，櫃檯態度很差，叫號也不清楚。';

export function review(text = REVIEW, part: Partial<Review> = {}): Review {
  return {
    site: 'google-maps',
    kind: 'review',
    id: 'r1',
    parent: null,
    url: null,
    place: { id: 'p', name: '微光牙醫診所' },
    title: null,
    author: { id: null, name: '松鼠先生', url: null, badges: [] },
    text,
    language: 'zh-TW',
    translated: false,
    collapsed: false,
    rating: 1,
    recommends: null,
    postedAt: { shown: '2 天前', iso: null, precision: 'unknown' },
    edited: null,
    counts: {},
    floor: null,
    ip: null,
    country: null,
    photos: null,
    ownerReply: null,
    relevance: 'own',
    ...part,
  };
}

export function occasion(text = REVIEW, part: Partial<Review> = {}, tone: Tone = 'warm'): Occasion {
  const of = review(text, part);
  const judged = triage({ text, stars: of.rating, site: of.site, clinic: CLINIC });
  const draft: Draft = compose({
    triage: judged,
    text,
    stars: of.rating,
    site: of.site,
    clinic: CLINIC,
    tone,
    seed: 7,
  });
  return { review: of, triage: judged, clinic: CLINIC, draft };
}

export const endpointOf = (server: ModelServer, part: Partial<Endpoint> = {}): Endpoint => ({
  provider: 'ollama',
  address: addressOf(server.url),
  model: 'test-model',
  key: null,
  ...part,
});

/** As if the server stood elsewhere: what may be sent is another. */
export const cloudOf = (server: ModelServer, part: Partial<Endpoint> = {}): Endpoint => {
  const endpoint = endpointOf(server, { provider: 'openai', key: 'k-test', ...part });
  return { ...endpoint, address: { ...endpoint.address, local: false } };
};

export function input(endpoint: Endpoint, part: Partial<WriteInput> = {}): WriteInput & { seen: Progress[] } {
  const seen: Progress[] = [];
  return {
    occasion: occasion(),
    sending: (endpoint.address.local ? 'redacted' : 'findings') as Sending,
    endpoint,
    quirks: quirksOf(endpoint.provider),
    signal: new AbortController().signal,
    progress: (progress) => seen.push(progress),
    seen,
    ...part,
  };
}

/** A clock that stands still until it is told: `pass` runs what became due, `hurry` lets every pause end at once. */
export function fakeClock(hurry: (ms: number) => boolean = () => false) {
  let now = 0;
  const timers = new Set<{ at: number; callback: () => void }>();
  const clock: Clock = {
    now: () => now,
    after(ms, callback) {
      const timer = { at: now + ms, callback };
      timers.add(timer);
      if (hurry(ms)) queueMicrotask(() => timers.delete(timer) && callback());
      return () => void timers.delete(timer);
    },
  };
  return {
    clock,
    pass(ms: number) {
      now += ms;
      for (const timer of [...timers].sort((a, b) => a.at - b.at)) {
        if (timer.at <= now && timers.delete(timer)) timer.callback();
      }
    },
    pending: () => timers.size,
  };
}
