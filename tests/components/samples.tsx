import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { vi } from 'vitest';
import { LanguageProvider } from '../../components/language.tsx';
import { Now } from '../../components/now.tsx';
import { type Clinic, emptyClinic, type UiLanguage } from '../../lib/contract/clinic.ts';
import type { Finding, Triage } from '../../lib/contract/triage.ts';
import type { QueueItem, ReviewView, SettingsView } from '../../lib/contract/views.ts';

/** Everything here is invented. */
export const NOW = Date.parse('2026-03-02T04:00:00Z');

/** The small DOM lays nothing out; a list needs a height to fill and rows that have one. */
export function layOut(): void {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(360);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(104);
}

export function show(ui: ReactElement, language: UiLanguage = 'zh-TW') {
  const wrap = (child: ReactElement) => (
    <Now value={NOW}>
      <LanguageProvider language={language}>{child}</LanguageProvider>
    </Now>
  );
  const view = render(wrap(ui));
  return { ...view, again: (next: ReactElement) => view.rerender(wrap(next)) };
}

export const item = (part: Partial<QueueItem> = {}): QueueItem => ({
  key: 'google-maps:r1',
  site: 'google-maps',
  kind: 'review',
  author: '松鼠先生',
  rating: 1,
  recommends: null,
  postedAt: { shown: '2 天前', iso: null, precision: 'unknown' },
  place: '安心診所',
  title: null,
  excerpt: '等了三個小時',
  priority: 60,
  sentiment: 'negative',
  aspects: { booking_wait: 'neg' },
  risks: [],
  reason: null,
  relevance: 'own',
  collapsed: false,
  answered: false,
  mark: 'open',
  due: null,
  stored: false,
  order: 0,
  ...part,
});

export const triage = (part: Partial<Triage> = {}): Triage => ({
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
  priority: 60,
  reasons: ['等候時間的抱怨'],
  next: ['24 小時內回覆'],
  deadlines: [],
  partial: false,
  ...part,
});

export function finding(text: string, words: string, part: Partial<Finding> = {}): Finding {
  const start = text.indexOf(words);
  return {
    kind: 'insult',
    start,
    end: start + words.length,
    severity: 'high',
    confidence: 0.9,
    statutes: ['刑法309'],
    why: '對特定人的貶抑字眼。',
    action: '先存證。',
    ...part,
  };
}

interface ViewPart extends Partial<Omit<ReviewView, 'review'>> {
  review?: Partial<ReviewView['review']>;
}

export const reviewView = ({ review, ...part }: ViewPart = {}): ReviewView => ({
  key: 'google-maps:r1',
  review: {
    site: 'google-maps',
    kind: 'review',
    id: 'r1',
    parent: null,
    url: 'https://example.com/r1',
    place: { name: '安心診所' },
    title: null,
    author: { id: null, name: '松鼠先生', url: null, badges: [] },
    text: '等了三個小時',
    language: 'zh-TW',
    translated: false,
    collapsed: false,
    rating: 1,
    recommends: null,
    postedAt: { shown: '2 天前', iso: null, precision: 'unknown' },
    edited: false,
    counts: {},
    floor: null,
    ip: null,
    country: null,
    photos: null,
    ownerReply: null,
    relevance: 'own',
    ...review,
  },
  triage: triage(),
  original: null,
  corrections: [],
  relevance: 'own',
  mark: 'open',
  onPage: true,
  stored: true,
  firstSeen: '2026-03-02T00:00:00Z',
  notes: [],
  decisions: [],
  revisions: [],
  typed: null,
  ...part,
});

export const DESK = { name: '阿櫃', role: 'desk' } as const;
export const MANAGER = { name: '阿主管', role: 'manager' } as const;

export const clinic = (part: Partial<Clinic> = {}): Clinic => ({
  ...emptyClinic('安心診所'),
  people: [DESK, MANAGER],
  ...part,
});

export const settings = (part: Partial<SettingsView> = {}): SettingsView => ({
  clinic: clinic(),
  preferences: {
    language: 'zh-TW',
    theme: 'system',
    tone: 'warm',
    sidebar: { width: 360, side: 'right', open: true },
    retentionDays: null,
    lastBackup: null,
  },
  onDuty: null,
  ...part,
});
