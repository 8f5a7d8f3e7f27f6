import { type KeyRing, parseKeyRing } from '#store/key-ring.ts';

/** A ring of one key, for tests that do not turn on it. */
export function aRing(): KeyRing {
  const ring = parseKeyRing(`t1:${Buffer.alloc(32, 7).toString('base64')}`);
  if (ring === null) throw new Error('a ring of one key is no ring');
  return ring;
}
