import type { Clock } from '#core/clock.ts';
import type { Patience } from './create-asker.ts';

/** A wait of `ms` at most under the caller's signal, which knows how much of it is left. */
export function withinTime(ms: number, signal: AbortSignal, clock: Clock): Patience {
  const until = clock.now().getTime() + ms;
  return {
    signal: AbortSignal.any([signal, AbortSignal.timeout(ms)]),
    left: () => Math.max(0, until - clock.now().getTime()),
  };
}
