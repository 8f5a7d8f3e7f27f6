import { randomBytes } from 'node:crypto';

/** 128 bits: nobody guesses it, and its 22 characters fit Discord's nonce of 25. */
const BYTES = 16;

/** An unguessable word of 22 characters of base64url. */
export function randomWord(): string {
  return randomBytes(BYTES).toString('base64url');
}
