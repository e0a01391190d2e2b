import * as z from 'zod/mini';
import { Clinic } from '../../../lib/contract/clinic.ts';
import type { Triage } from '../../../lib/contract/triage.ts';
import type { ComposeInput } from '../../../lib/drafting/index.ts';

/** A profile with the given parts. */
export const parse = (parts: Record<string, unknown>): Clinic =>
  z.parse(Clinic, {
    name: '',
    aliases: [],
    watch: [],
    phones: [],
    lineIds: [],
    emails: [],
    addresses: [],
    own: { googlePlaces: [], facebookPages: [], pttIds: [], dcardIds: [] },
    ...parts,
  });

/** A triage that found nothing but what is given. */
export const triage = (found: Partial<Triage> = {}): Triage => ({
  sentiment: 'negative',
  sentimentConfidence: 1,
  aspects: {},
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
  priority: 30,
  reasons: [],
  next: [],
  deadlines: [],
  partial: false,
  ...found,
});

export const risk = (kind: Triage['risks'][number]['kind']): Triage['risks'][number] => ({
  kind,
  start: 0,
  end: 1,
  severity: 'high',
  confidence: 1,
  statutes: [],
  why: '',
  action: '',
});

/** A draft asked for a complaint about waiting, or whatever the parts say. */
export const complaint = (parts: Partial<ComposeInput> & Pick<ComposeInput, 'clinic'>): ComposeInput => ({
  triage: triage({ aspects: { booking_wait: 'neg' } }),
  text: '等了兩個小時，櫃檯也沒說一聲。',
  stars: 1,
  site: 'google-maps',
  tone: 'warm',
  seed: 1,
  ...parts,
});
