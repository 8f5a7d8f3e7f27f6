/** What was made or asked for last. `get` and `set` both make it the latest; `peek` looks, and leaves the order as it is. */
export type Latest<Value> = {
  readonly get: (key: string) => Value | undefined;
  readonly peek: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
};

/** A memory of `most` things: of more, the one that was not asked for for the longest time is forgotten. */
export function createLatest<Value>(most: number): Latest<Value> {
  const known = new Map<string, Value>();
  const set = (key: string, value: Value): void => {
    known.delete(key);
    known.set(key, value);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
  };
  return {
    get(key) {
      const value = known.get(key);
      if (value !== undefined) set(key, value);
      return value;
    },
    peek: (key) => known.get(key),
    set,
  };
}
