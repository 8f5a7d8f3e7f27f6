import { createHash } from 'node:crypto';

/** From 0 up to 1, evenly spread over all words, and the same for one word every time. */
export function shareOf(word: string): number {
  return createHash('sha256').update(word).digest().readUInt32BE(0) / 2 ** 32;
}
