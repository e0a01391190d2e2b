import type { ComponentProps } from 'react';
import { vi } from 'vitest';
import ReviewPanel from '../../components/review/review-panel.tsx';
import { settings } from './samples.tsx';

type PanelProps = ComponentProps<typeof ReviewPanel>;

/** The review that is open, by itself: what is not given is as in a sidebar that stands nowhere in a list. */
export const reviewPanel = (props: Pick<PanelProps, 'view' | 'actions'> & Partial<PanelProps>) => (
  <ReviewPanel
    settings={settings()}
    writable
    position={null}
    onReview={vi.fn()}
    onBack={vi.fn()}
    onStep={vi.fn()}
    {...props}
  />
);
