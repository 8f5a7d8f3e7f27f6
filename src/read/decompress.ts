import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';
import { Problem } from '#core/problem.ts';
import { shorten } from './shorten.ts';

export type ContentCoding = 'gzip' | 'deflate' | 'br' | 'zstd';

/** What we ask for in `accept-encoding`. */
export const CONTENT_CODINGS = 'gzip, deflate, br, zstd';

/** Zstandard windows of content codings stay within 8 MiB (RFC 9659), so one page cannot claim gigabytes. */
const MOST_ZSTD_WINDOW_LOG = 23;

/** Fewer and larger pieces than zlib's own 16 KiB. */
const CHUNK_BYTES = 64 * 1024;

/**
 * The coding that a `content-encoding` header names, or null for none. Names that are no coding at all (servers put
 * charsets there) count as none, as in browsers.
 * @throws Problem `UNDECODABLE` for codings one above the other: no server needs them, and bombs are built of them.
 */
export function contentCoding(header: string): ContentCoding | null {
  const names = header
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > 1) throw new Problem('UNDECODABLE', `compressed more than once (${shorten(names.join(', '))})`);
  switch (names[0]) {
    case 'gzip':
    case 'x-gzip':
      return 'gzip';
    case 'deflate':
    case 'br':
    case 'zstd':
      return names[0];
    default:
      return null;
  }
}

/**
 * Undoes one content coding, piece by piece; the caller counts what comes out and stops when it is too much.
 * @throws Problem `UNDECODABLE` for bytes that are not what the header said, or that break off; the source's own Problems.
 */
export async function* decompress(
  chunks: AsyncIterable<Uint8Array>,
  coding: ContentCoding,
): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done) return;
  const decoder = createDecoder(coding, first.value);
  const pumping = pipeline(Readable.from(startingWith(first.value, source), { objectMode: false }), decoder);
  // The decoder tells of every failure as well; this only keeps the second telling from going unheard.
  pumping.catch(() => undefined);
  try {
    yield* decoder;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('UNDECODABLE', `broken ${coding} compression`, { cause: error });
  } finally {
    decoder.destroy();
  }
}

async function* startingWith(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

function createDecoder(coding: ContentCoding, first: Uint8Array): Transform {
  switch (coding) {
    case 'gzip':
      return createGunzip({ chunkSize: CHUNK_BYTES });
    case 'deflate':
      return hasZlibHeader(first)
        ? createInflate({ chunkSize: CHUNK_BYTES })
        : createInflateRaw({ chunkSize: CHUNK_BYTES });
    case 'br':
      return createBrotliDecompress({ chunkSize: CHUNK_BYTES });
    case 'zstd':
      return createZstdDecompress({
        chunkSize: CHUNK_BYTES,
        params: { [constants.ZSTD_d_windowLogMax]: MOST_ZSTD_WINDOW_LOG },
      });
    default:
      return coding satisfies never;
  }
}

/** RFC 9110 means zlib by "deflate", some servers send it raw; the low four bits of zlib's first byte are always 8 (RFC 1950). */
function hasZlibHeader(first: Uint8Array): boolean {
  return ((first[0] ?? 0) & 0x0f) === 8;
}
