/**
 * The same function, which works out its value for each thing once, and keeps it for as long as the thing is there. `More`: what the thing
 * is read with, always the same for one thing.
 */
export function onceFor<Key extends object, More extends readonly unknown[], Value>(
  make: (key: Key, ...more: More) => Value,
): (key: Key, ...more: More) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key, ...more) => {
    const old = known.get(key) ?? { value: make(key, ...more) };
    known.set(key, old);
    return old.value;
  };
}
