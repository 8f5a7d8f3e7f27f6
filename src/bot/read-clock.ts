import type { Clock } from '#core/clock.ts';

/** The machine's clock: the one place that asks what time it is. */
export const systemClock: Clock = { now: () => new Date() };
