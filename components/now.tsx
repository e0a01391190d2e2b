import { createContext, useContext, useEffect, useState } from 'react';

/** A fixed "now" for tests and pictures; null: the clock of this computer. */
export const Now = createContext<number | null>(null);

/** The present minute, in milliseconds; renders again when it changes. */
export function useNow(): number {
  const fixed = useContext(Now);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (fixed !== null) return;
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, [fixed]);
  return fixed ?? now;
}
