import type { Observer } from '#core/observer.ts';

/** Something done over and over while the bot runs. */
export type Chore = { readonly what: string; readonly everyMs: number; readonly run: () => Promise<void> };

/**
 * Does each chore every so often, never twice at once; one that fails is told and tried again in its turn. The first time
 * comes after one whole interval: starting is not the moment for housework.
 * @returns what ends it, after the chore under way.
 */
export function keepHouse(chores: readonly Chore[], observe: Observer): () => Promise<void> {
  const underWay = new Map<Chore, Promise<void>>();
  const timers = chores.map((chore) =>
    setInterval(() => {
      if (underWay.has(chore)) return;
      const done = chore
        .run()
        .catch((cause: unknown) => observe({ kind: 'trouble', what: `${chore.what} failed`, cause }))
        .finally(() => underWay.delete(chore));
      underWay.set(chore, done);
    }, chore.everyMs).unref(),
  );
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await Promise.all(underWay.values());
  };
}
