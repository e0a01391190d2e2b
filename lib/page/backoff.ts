/** Mends allowed in a row, and the span they are counted over, before we rest. */
const LIMIT = 5;
const SPAN = 5_000;
const LONGEST_REST = 80_000;

export interface Backoff {
  /** Whether to mend now; counts it when so. */
  allow(): boolean;
  /** Milliseconds until `allow` can say yes again; 0 when it can now. */
  rest(): number;
}

/**
 * Against a page that undoes what we do in a loop: five mends in five seconds, then a rest of five seconds that
 * doubles each time, so that two scripts never fight for ever. A quiet span starts it afresh.
 */
export function createBackoff(now: () => number = Date.now): Backoff {
  let times: number[] = [];
  let restUntil = 0;
  let restLength = SPAN;
  return {
    allow() {
      const time = now();
      if (time < restUntil) return false;
      if (restUntil > 0 && time - restUntil > SPAN) restLength = SPAN;
      times = times.filter((at) => time - at < SPAN);
      if (times.length >= LIMIT) {
        restUntil = time + restLength;
        restLength = Math.min(restLength * 2, LONGEST_REST);
        times = [];
        return false;
      }
      times.push(time);
      return true;
    },
    rest: () => Math.max(0, restUntil - now()),
  };
}
