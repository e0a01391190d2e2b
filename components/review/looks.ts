import { CircleAlert, Info, type LucideIcon, OctagonAlert } from 'lucide-react';
import type { Finding } from '../../lib/contract/triage.ts';

export type Severity = Finding['severity'];

/** A pattern and a colour for each: who does not see the one sees the other. */
export const LINE: Record<Severity | 'personal', string> = {
  high: 'decoration-wavy decoration-[1.5px] decoration-urgent',
  medium: 'decoration-dashed decoration-2 decoration-amber',
  low: 'decoration-dotted decoration-[1.5px] decoration-edge',
  personal: 'decoration-double decoration-1 decoration-accent',
};

/** How far below the words the first, second and third line stand. */
export const OFFSETS = ['underline-offset-[3px]', 'underline-offset-[7px]', 'underline-offset-[11px]'] as const;

/** Behind the words, and while their card stands open. */
export const GROUND: Record<Severity, { ground: string; chosen: string }> = {
  high: { ground: 'bg-urgent-soft', chosen: 'bg-urgent-soft ring-1 ring-urgent' },
  medium: { ground: 'bg-amber-soft', chosen: 'bg-amber-soft ring-1 ring-amber' },
  low: { ground: 'bg-transparent', chosen: 'bg-line/60' },
};

export const ICON: Record<Severity, { icon: LucideIcon; look: string }> = {
  high: { icon: OctagonAlert, look: 'text-urgent' },
  medium: { icon: CircleAlert, look: 'text-amber' },
  low: { icon: Info, look: 'text-muted' },
};

export const WEIGHT: Record<Severity, number> = { high: 2, medium: 1, low: 0 };

export function heaviestFirst(indices: readonly number[], findings: readonly Finding[]): number[] {
  const weight = (index: number): number => WEIGHT[findings[index]?.severity ?? 'low'];
  return [...indices].sort((a, b) => weight(b) - weight(a) || a - b);
}
