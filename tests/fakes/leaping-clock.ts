import { createFakeClock } from './fake-clock.ts';

/** A clock that goes on by itself and leaps where a test makes it. */
export function createLeapingClock(start: string) {
  const fake = createFakeClock(start);
  const began = performance.now();
  return {
    now: () => new Date(fake.now().getTime() + (performance.now() - began)),
    leap: fake.pass,
  };
}
