import { Problem } from '#core/problem.ts';

/**
 * Passes chunks on until there have been too many bytes.
 * @throws Problem `TOO_LARGE`, before the chunk that exceeds `most` is passed on.
 */
export async function* limitBytes(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
  what: string,
): AsyncGenerator<Uint8Array> {
  let count = 0;
  for await (const chunk of chunks) {
    count += chunk.byteLength;
    if (count > most) throw new Problem('TOO_LARGE', `more than ${most} bytes ${what}`);
    yield chunk;
  }
}

/** The first `most` bytes; reads no further than that. */
export async function* firstBytes(chunks: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let left = most;
  for await (const chunk of chunks) {
    yield chunk.subarray(0, left);
    left -= chunk.byteLength;
    if (left <= 0) return;
  }
}
