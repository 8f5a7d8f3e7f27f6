import type { Ground } from './ground.ts';

/** Several checks ask the same of the same few sentences, one after the other; more than a claim's need not be kept. */
const MOST_KEPT = 200;

/** The same function, which does not work out again what it has just worked out about the same text. */
export function rememberTexts<T>(read: (text: string, ground: Ground) => T): (text: string, ground: Ground) => T {
  const kept = new WeakMap<Ground, Map<string, T>>();
  return (text, ground) => {
    const known = kept.get(ground) ?? new Map<string, T>();
    kept.set(ground, known);
    const old = known.get(text);
    if (old !== undefined) return old;
    if (known.size >= MOST_KEPT) known.clear();
    const fresh = read(text, ground);
    known.set(text, fresh);
    return fresh;
  };
}
