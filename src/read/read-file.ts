import type { Article } from '#core/article.ts';
import { readBytes } from './read-bytes.ts';

/**
 * A local document to its Article: HTML, PDF or plain text, told by its bytes and, where they say nothing, by its name. A
 * saved page keeps the address that it names itself.
 * @throws Problem as `readBytes` does.
 */
export function readFile(bytes: Uint8Array, name: string): Promise<Article> {
  return readBytes(bytes, { url: null, contentType: /\.x?html?$/i.test(name) ? 'text/html' : null });
}
