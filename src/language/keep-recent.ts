/** The sentences of an article or two: whoever judges what is said of an article asks of the same sentences again. */
const MOST_KEPT = 400;

/** Keeps what was made last, by name, and makes nothing twice while it is kept. What is kept is shared: it must not change. */
export function keepRecent<T>(): (name: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (name, make) => {
    const old = kept.get(name);
    if (old !== undefined) return old;
    const fresh = make();
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(name, fresh);
    return fresh;
  };
}
