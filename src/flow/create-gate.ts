/** Lets work begin, so many at once in all and for each key; the rest wait in their order. */
export type Gate = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function createGate(most: { readonly atOnce: number; readonly forKey: number }): Gate {
  const running = new Map<string, number>();
  const waiting: { readonly key: string; readonly begin: () => void }[] = [];
  let all = 0;
  const isFree = (key: string) => all < most.atOnce && (running.get(key) ?? 0) < most.forKey;

  function enter(key: string): void {
    all++;
    running.set(key, (running.get(key) ?? 0) + 1);
  }

  function leave(key: string): void {
    all--;
    const left = (running.get(key) ?? 1) - 1;
    if (left === 0) running.delete(key);
    else running.set(key, left);
    const next = waiting.findIndex((one) => isFree(one.key));
    if (next >= 0) waiting.splice(next, 1)[0]?.begin();
  }

  return async (key, work) => {
    if (isFree(key)) enter(key);
    else
      await new Promise<void>((resolve) => {
        const begin = () => {
          enter(key);
          resolve();
        };
        waiting.push({ key, begin });
      });
    try {
      return await work();
    } finally {
      leave(key);
    }
  };
}
