const KINDS = [
  'ArrayBuffer',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int8Array',
  'Uint16Array',
  'Int16Array',
  'Uint32Array',
  'Int32Array',
  'Float32Array',
  'Float64Array',
] as const;

/**
 * Makes every buffer count that this thread's code asks for from now on, and refuses what is too large: an engine's memory limit does not
 * cover buffers, and a library that unpacks a bomb takes gigabytes of them. For a thread that does nothing else. `most` and `total`: bytes
 * of one buffer, and of all that were ever asked for. Tells whether one was refused; a library may have hidden that it was.
 */
export function limitBuffers({ most, total }: { readonly most: number; readonly total: number }): () => boolean {
  let taken = 0;
  let wasRefused = false;
  const take = (bytes: number, together = bytes): void => {
    taken += bytes;
    if (together <= most && taken <= total) return;
    wasRefused = true;
    throw new RangeError(`more than ${together > most ? most : total} bytes are not given`);
  };
  const hall: Record<string, unknown> = globalThis;
  for (const kind of KINDS) {
    const { [kind]: plain } = globalThis;
    const counted: typeof plain = new Proxy(plain, {
      construct(target, given: readonly unknown[], newTarget) {
        take(elementsOf(given[0]) * ('BYTES_PER_ELEMENT' in target ? target.BYTES_PER_ELEMENT : 1));
        return Reflect.construct(target, given, newTarget === counted ? target : newTarget);
      },
    });
    hall[kind] = counted;
  }
  const Plain = globalThis.DecompressionStream;
  hall.DecompressionStream = class {
    readonly writable: WritableStream;
    readonly readable: ReadableStream;

    constructor(format: ConstructorParameters<typeof Plain>[0]) {
      const { writable, readable } = new Plain(format);
      let unpacked = 0;
      const counting = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          unpacked += chunk.byteLength;
          take(chunk.byteLength, unpacked);
          controller.enqueue(chunk);
        },
      });
      this.writable = writable;
      this.readable = readable.pipeThrough(counting);
    }
  };
  return () => wasRefused;
}

/** How many elements a buffer will have that is made of this; a view of another buffer has none of its own. */
function elementsOf(given: unknown): number {
  if (typeof given === 'number') return given;
  if (typeof given !== 'object' || given === null || given instanceof ArrayBuffer) return 0;
  return 'length' in given && typeof given.length === 'number' ? given.length : 0;
}
