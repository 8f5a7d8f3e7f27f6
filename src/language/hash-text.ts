/** Joins a value to a hash: 32 bits in, 32 bits out. Multiplicative (Knuth's golden ratio) with a shift to spread the high bits. */
export function mixHash(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** A 32-bit hash of a text (FNV-1a over UTF-16 units): the same on every machine, as weights are looked up by it. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 13);
}
