import type { Briefing } from '#core/briefing.ts';

/** A briefing for whoever gets it without paying: what a model took for it is counted once, for whoever had it written. */
export function withoutUsage({ usage: _, ...briefing }: Briefing): Briefing {
  return briefing;
}
