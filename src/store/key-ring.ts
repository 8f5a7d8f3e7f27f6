import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** Keys that seal tokens at rest: the first seals, all open. Made ready once: with plain bytes each seal would make its key anew. */
export type KeyRing = { readonly first: string; readonly keys: ReadonlyMap<string, KeyObject> };

const KEY_BYTES = 32;
/** Keys are never used as they are given, so that one secret may serve other purposes later. */
const PURPOSE = 'byline/tokens/v1';

/**
 * `k2:<base64 of 32 bytes>,k1:…` to a ring; null where nothing is set.
 * @throws Error in words that name the entry by its place or id, and never hold key material.
 */
export function parseKeyRing(text: string): KeyRing | null {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const keys = new Map<string, KeyObject>();
  for (const [at, entry] of entries.entries()) {
    const [, id, base64] = /^([a-z0-9]{1,16}):([A-Za-z0-9+/_-]+={0,2})$/.exec(entry) ?? [];
    if (id === undefined || base64 === undefined)
      throw new Error(`entry ${at + 1} is not written as <id>:<base64>; an id has 1 to 16 small letters and digits`);
    const secret = Buffer.from(base64, 'base64');
    if (secret.length !== KEY_BYTES) throw new Error(`key ${id} has ${secret.length} bytes, not ${KEY_BYTES}`);
    if (keys.has(id)) throw new Error(`key ${id} stands there twice`);
    keys.set(id, createSecretKey(Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), PURPOSE, KEY_BYTES))));
  }
  const [first] = keys.keys();
  return first === undefined ? null : { first, keys };
}
