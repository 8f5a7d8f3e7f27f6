import type { Usage } from '#core/briefing.ts';

/** Adds up what a model took for one request of a reader's. */
export type Meter = {
  readonly add: (usage: Usage) => void;
  /** Nothing where no model was asked. */
  readonly spent: () => { readonly usage?: Usage };
};

export function createMeter(): Meter {
  let usage: Usage | null = null;
  return {
    add(more) {
      usage = { in: (usage?.in ?? 0) + more.in, out: (usage?.out ?? 0) + more.out };
    },
    spent: () => (usage === null ? {} : { usage }),
  };
}
