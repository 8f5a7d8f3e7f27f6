import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Problem } from '#core/problem.ts';
import type { KeyRing } from './key-ring.ts';

const CIPHER = 'aes-256-gcm';
const VERSION = 'v1';
/** As NIST SP 800-38D advises for GCM. */
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals a token for one row: `v1.<key id>.<base64url of iv, tag and ciphertext>`. The row's name is bound in, so that a sealed
 * token moved to another row does not open.
 */
export function seal(plain: string, row: string, ring: KeyRing): string {
  const key = ring.keys.get(ring.first);
  if (key === undefined) throw new Error('a key ring always holds its first key');
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundTo(row, ring.first));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return `${VERSION}.${ring.first}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/**
 * Opens what was sealed for this row. `isStale`: a newer key is there, and it is time to seal it again.
 * @throws Problem `BAD_SEAL`, which tells the row and never the token.
 */
export function unseal(
  sealed: string,
  row: string,
  ring: KeyRing,
): { readonly plain: string; readonly isStale: boolean } {
  const [version, id = '', body = '', ...more] = sealed.split('.');
  const key = ring.keys.get(id);
  const bytes = Buffer.from(body, 'base64url');
  // Base64 may be written in more than one way; only the way in which we write it counts.
  const isOurs = version === VERSION && more.length === 0 && bytes.toString('base64url') === body;
  if (!isOurs || bytes.length < IV_BYTES + TAG_BYTES) throw new Problem('BAD_SEAL', `${row}: not in our form`);
  if (key === undefined)
    throw new Problem('BAD_SEAL', `${row}: sealed with key ${id.slice(0, 16)}, which is not there`);
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(row, id));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const plain = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    return { plain: plain.toString('utf8'), isStale: id !== ring.first };
  } catch (cause) {
    throw new Problem('BAD_SEAL', `${row}: changed, or moved from another row`, { cause });
  }
}

function boundTo(row: string, key: string): Buffer {
  return Buffer.from(JSON.stringify([VERSION, key, row]));
}
