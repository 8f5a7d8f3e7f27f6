/** Keeps the last `most` things made, by name or by what else they were made of, and makes none twice while it is kept. What is kept is shared: it must not change. */
export function keepRecent<T, K = string>(most: number): (name: K, make: () => T) => T {
  const kept = new Map<K, T>();
  return (name, make) => {
    const old = kept.get(name);
    if (old !== undefined) return old;
    const fresh = make();
    if (kept.size >= most) kept.clear();
    kept.set(name, fresh);
    return fresh;
  };
}
