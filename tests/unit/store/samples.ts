import * as z from 'zod/mini';
import type { Review, Triage } from '../../../lib/contract/index.ts';
import { emptyClinic, Preferences } from '../../../lib/contract/index.ts';
import { openStore, type Reading, type SettingsCopy, type Store } from '../../../lib/store/index.ts';

export const NOON = '2026-03-10T04:00:00.000Z';
export const LATER = '2026-03-10T06:00:00.000Z';
export const NEXT_WEEK = '2026-03-17T04:00:00.000Z';
export const amy = { name: '王小美', role: 'desk' } as const;

let opened = 0;

/** A store of its own for each test, that does not wait between tries; `pauses` are the waits it asked for. */
export function freshStore(): Store & { pauses: number[] } {
  const pauses: number[] = [];
  const { db } = openStore(`test-${++opened}`);
  return {
    db,
    pauses,
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
    },
  };
}

export function review(over: Partial<Review> = {}): Review {
  return {
    site: 'google-maps',
    kind: 'review',
    id: 'r1',
    parent: null,
    url: null,
    place: { id: 'p1', name: '晨星診所' },
    title: null,
    author: { id: 'a1', name: '阿明', url: null, badges: [] },
    text: '等了兩個小時才看到醫生。',
    language: null,
    translated: false,
    collapsed: false,
    rating: 2,
    recommends: null,
    postedAt: { shown: '2 週前', iso: '2026-02-24T04:00:00.000Z', precision: 'month' },
    edited: null,
    counts: {},
    floor: null,
    ip: null,
    country: null,
    photos: null,
    ownerReply: null,
    relevance: 'own',
    ...over,
  };
}

export function triage(over: Partial<Triage> = {}): Triage {
  return {
    sentiment: 'negative',
    sentimentConfidence: 0.9,
    aspects: { booking_wait: 'neg' },
    evidence: {},
    insult: 'none',
    accusation: 'none',
    threat: 'none',
    risks: [],
    personal: [],
    forms: [],
    hearsay: false,
    sarcasm: false,
    urgent: false,
    priority: 40,
    reasons: ['候診太久'],
    next: [],
    deadlines: [],
    partial: false,
    ...over,
  };
}

export const risk = (kind: Triage['risks'][number]['kind'], severity: 'low' | 'medium' | 'high' = 'medium') => ({
  kind,
  start: 0,
  end: 2,
  severity,
  confidence: 0.8,
  statutes: [],
  why: '',
  action: '',
});

export const reading = (over: Partial<Review> = {}, judged: Partial<Triage> = {}): Reading => ({
  review: review(over),
  triage: triage(judged),
  relevance: over.relevance === undefined ? 'own' : over.relevance,
});

/** The value of a result that must be ok. */
export async function value<T>(
  result: Promise<{ ok: true; value: T } | { ok: false; failure: string; detail?: string }>,
): Promise<T> {
  const answer = await result;
  if (!answer.ok) throw new Error(`${answer.failure} ${answer.detail ?? ''}`);
  return answer.value;
}

export const settings = (): SettingsCopy => ({
  clinic: { ...emptyClinic('晨星診所'), people: [amy] },
  preferences: z.parse(Preferences, {}),
  sentences: [],
});
