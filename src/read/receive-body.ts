import { Problem } from '#core/problem.ts';
import { contentCoding, decompress } from './decompress.ts';
import type { FetchLimits } from './fetch-limits.ts';
import { limitBytes } from './limit-bytes.ts';
import { networkProblem } from './network-problem.ts';
import { mediaTypeOf, type PageKinds } from './page-kinds.ts';
import { shorten } from './shorten.ts';
import type { Answer } from './with-guarded-client.ts';

/**
 * The body of an answer that is to be read, decompressed, and its `content-type`.
 * @throws Problem `UNSUPPORTED_TYPE`, `TOO_LARGE`, `UNDECODABLE`, and what the network throws.
 */
export async function receiveBody(
  answer: Answer,
  kinds: PageKinds,
  limits: FetchLimits,
): Promise<{ readonly contentType: string | null; readonly bytes: Uint8Array }> {
  const { host } = answer.url;
  const contentType = answer.headerOf('content-type');
  const mediaType = mediaTypeOf(contentType);
  if (!kinds.isWelcome(mediaType))
    throw new Problem('UNSUPPORTED_TYPE', `${host} sent ${shorten(mediaType ?? 'no type')}`);
  const declared = Number(answer.headerOf('content-length') ?? '');
  if (declared > limits.wireBytes) throw new Problem('TOO_LARGE', `${host} announces ${declared} bytes`);
  const chunks = limitBytes(contentOf(answer, limits), limits.decodedBytes, `from ${host} when decompressed`);
  return { contentType, bytes: await collectBytes(chunks) };
}

/** The body's bytes, counted on the wire and decompressed. */
export function contentOf(answer: Answer, limits: FetchLimits): AsyncGenerator<Uint8Array> {
  const coding = contentCoding(answer.headerOf('content-encoding') ?? '');
  const wire = limitBytes(received(answer), limits.wireBytes, `from ${answer.url.host}`);
  return coding === null ? wire : decompress(wire, coding);
}

async function* received({ body, url }: Answer): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw networkProblem(error, url.host);
  }
}

export async function collectBytes(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}
