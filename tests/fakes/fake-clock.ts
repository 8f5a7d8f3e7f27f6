import type { Clock } from '#core/clock.ts';

/** A clock that stands still until it is told otherwise. */
export function createFakeClock(start = '2026-03-02T08:00:00Z'): Clock & { readonly pass: (ms: number) => void } {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    pass(ms) {
      now += ms;
    },
  };
}
