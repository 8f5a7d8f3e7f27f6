/** The same function, which works out its value for each thing once, and keeps it for as long as the thing is there. */
export function onceFor<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const old = known.get(key) ?? { value: make(key) };
    known.set(key, old);
    return old.value;
  };
}
