/** Keeps the last `most` things made, by name, and makes none twice while it is kept. What is kept is shared: it must not change. */
export function keepRecent<T>(most: number): (name: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (name, make) => {
    const old = kept.get(name);
    if (old !== undefined) return old;
    const fresh = make();
    if (kept.size >= most) kept.clear();
    kept.set(name, fresh);
    return fresh;
  };
}
