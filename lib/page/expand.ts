import type { Adapter, PageContext } from '../sites/contract.ts';
import { until } from './tasks.ts';

/** How long the site may take to show the rest of a text, ms. */
const PATIENCE = 3_000;

/**
 * Shows the rest of a collapsed text by pressing the site's own button, once. True when the text is whole
 * afterwards (also when it was before). `again` finds the card anew when the site re-rendered it.
 */
export async function expand(
  adapter: Adapter,
  card: Element,
  context: PageContext,
  signal: AbortSignal,
  again: () => Element | null = () => null,
): Promise<boolean> {
  const whole = (): boolean => {
    const now = card.isConnected ? card : again();
    const readings = now ? adapter.read(now, context) : [];
    return readings.length > 0 && readings.every(({ review }) => !review.collapsed);
  };
  if (whole()) return true;
  const button = adapter.expandButton(card, context);
  if (!button || signal.aborted) return false;
  button.click();
  return until(whole, context.document.documentElement, PATIENCE, signal);
}
