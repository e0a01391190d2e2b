import type { Clinic } from '../contract/clinic.ts';
import type { PersonalSpan } from '../contract/triage.ts';
import { type Folded, fold } from './fold.ts';

export function findPersonalIn(_folded: Folded, _clinic: Clinic | null): PersonalSpan[] {
  return [];
}

export function findPersonal(text: string, clinic?: Clinic | null): PersonalSpan[] {
  return findPersonalIn(fold(text), clinic ?? null);
}
