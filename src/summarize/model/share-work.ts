import { createLatest } from '#core/create-latest.ts';

/** Work that was begun, for all who want it. */
type Begun<T> = { readonly result: Promise<T>; readonly controller: AbortController; waiting: number };

export type ShareWork<T> = {
  /** What is remembered for a key; undefined where nothing is. */
  readonly known: (key: string) => T | undefined;
  /**
   * The result for a key: what is remembered, what somebody else is waiting for already, or what `work` makes. `work` is called off
   * when everyone who waited for it has gone. `isShared`: this call began no work.
   */
  readonly get: (
    key: string,
    work: (signal: AbortSignal) => Promise<T>,
    signal?: AbortSignal,
  ) => Promise<{ readonly value: T; readonly isShared: boolean }>;
};

/**
 * One piece of work for many who ask for the same, at once or later. Failures are remembered for nobody. Of more than `most` results
 * the one that was not asked for for the longest time is forgotten. `isKept`: whether a result is worth remembering.
 */
export function createShareWork<T>(most: number, isKept: (value: T) => boolean = () => true): ShareWork<T> {
  const done = createLatest<T>(most);
  const underWay = new Map<string, Begun<T>>();

  function begin(key: string, work: (signal: AbortSignal) => Promise<T>): Begun<T> {
    const controller = new AbortController();
    const result = work(controller.signal);
    const begun = { result, controller, waiting: 0 };
    underWay.set(key, begun);
    const forget = () => {
      if (underWay.get(key) === begun) underWay.delete(key);
    };
    result.then((value) => {
      forget();
      if (isKept(value)) done.set(key, value);
    }, forget);
    return begun;
  }

  return {
    known: done.peek,
    async get(key, work, signal) {
      signal?.throwIfAborted();
      const known = done.get(key);
      if (known !== undefined) return { value: known, isShared: true };
      const old = underWay.get(key);
      const begun = old ?? begin(key, work);
      return { value: await waitFor(begun, signal, () => underWay.delete(key)), isShared: old !== undefined };
    },
  };
}

/** @throws what the work throws, or the signal's reason as soon as this one has gone. */
function waitFor<T>(begun: Begun<T>, signal: AbortSignal | undefined, forget: () => void): Promise<T> {
  begun.waiting++;
  return new Promise((resolve, reject) => {
    const leave = () => {
      begun.waiting--;
      if (begun.waiting === 0) {
        // Whoever asks from now on begins anew, and does not get what is being called off.
        forget();
        begun.controller.abort(signal?.reason);
      }
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', leave, { once: true });
    begun.result.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
  });
}
