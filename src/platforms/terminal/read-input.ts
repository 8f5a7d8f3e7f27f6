import { open, stat } from 'node:fs/promises';
import { Problem } from '#core/problem.ts';

/** What was named at the command line: an address to fetch, or bytes at hand. */
export type Input =
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly name: string };

/** A saved page with its scripts rarely has more than 5 MB; twice that is left for long PDFs. */
const MOST_BYTES = 10 * 1024 * 1024;

/** A pipe may wait for a slow download or for a person who types; a minute without an end is a mistake. */
const WAIT_MS = 60_000;

/**
 * An address, a file's path or `-` to what it stands for. What carries a scheme is an address; an existing file comes
 * before a bare host name.
 * @throws Problem `NOT_FOUND`, `TOO_LARGE`, `TOO_SLOW`, `BAD_USAGE` (a folder), `FORBIDDEN` (no permission).
 */
export async function readInput(
  input: string,
  stdin: AsyncIterable<Uint8Array>,
  waitMs: number = WAIT_MS,
): Promise<Input> {
  if (input === '-') {
    const name = 'standard input';
    return { kind: 'bytes', bytes: await inTime(collect(stdin, name), name, waitMs), name };
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(input)) return { kind: 'address', url: input };
  const bytes = await inTime(readFileAt(input), input, waitMs);
  if (bytes !== null) return { kind: 'bytes', bytes, name: input };
  if (looksLikeHost(input)) return { kind: 'address', url: `https://${input}` };
  throw new Problem('NOT_FOUND', `no file “${input}”`);
}

async function collect(chunks: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.length;
    if (size > MOST_BYTES) throw tooLarge(name);
  }
  return Buffer.concat(parts);
}

async function readFileAt(path: string): Promise<Uint8Array | null> {
  try {
    const status = await stat(path);
    if (status.isDirectory()) throw new Problem('BAD_USAGE', `“${path}” is a folder; name a file in it`);
    if (status.size > MOST_BYTES) throw tooLarge(path);
    await using file = await open(path);
    return await collect(file.createReadStream(), path);
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ERR_INVALID_ARG_VALUE')
      return null;
    if (code === 'EACCES' || code === 'EPERM')
      throw new Problem('FORBIDDEN', `no permission to read “${path}”`, { cause });
    throw new Problem('UNDECODABLE', `“${path}” cannot be read: ${code}`, { cause });
  }
}

/** A pipe that nobody writes to never ends by itself. */
async function inTime<T>(work: Promise<T>, name: string, waitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const problem = new Problem('TOO_SLOW', `“${name}” did not end within ${waitMs / 1000} s`);
    timer = setTimeout(() => reject(problem), waitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function tooLarge(name: string): Problem {
  return new Problem('TOO_LARGE', `${name} has more than ${MOST_BYTES / 1024 / 1024} MB`);
}

/** Files that people keep articles and feeds in; `story.html` is a file that is not there, never a host. */
const FILE_ENDING = /\.(?:html?|xhtml|txt|md|pdf|json|xml|rss|atom|opml)$/i;

function looksLikeHost(input: string): boolean {
  const [host = ''] = input.split(/[/?#]/, 1);
  if (/^(?:localhost|\d{1,3}(?:\.\d{1,3}){1,3}|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(host)) return true;
  return /^(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?::\d{1,5})?$/u.test(host) && !FILE_ENDING.test(host);
}
