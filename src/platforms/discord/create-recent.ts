import type { Clock } from '#core/clock.ts';

/** What was learned a short while ago. */
export type Recent<T> = { readonly get: (key: string) => T | undefined; readonly set: (key: string, value: T) => void };

/** A memory that forgets what is older than `keepMs`. */
export function createRecent<T>(clock: Clock, keepMs: number): Recent<T> {
  const known = new Map<string, { readonly value: T; readonly until: number }>();
  return {
    get(key) {
      const found = known.get(key);
      return found === undefined || found.until <= clock.now().getTime() ? undefined : found.value;
    },
    set(key, value) {
      const now = clock.now().getTime();
      // The oldest come first.
      for (const [old, { until }] of known) {
        if (until > now) break;
        known.delete(old);
      }
      known.delete(key);
      known.set(key, { value, until: now + keepMs });
    },
  };
}
