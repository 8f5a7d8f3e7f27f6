import type { Article } from '#core/article.ts';
import type { Validators } from '#core/corrections.ts';
import { type FetchOptions, fetchChanged } from './fetch-page.ts';
import { readBytes } from './read-bytes.ts';

/**
 * An address that was read before, read again where it has changed since; null where the site says that it has not. No person
 * asks, so robots.txt decides.
 * @throws Problem: any of `fetchPage` and of `readBytes`.
 */
export async function rereadUrl(
  url: string,
  before: Validators,
  options: Pick<FetchOptions, 'signal' | 'allow'> = {},
): Promise<(Validators & { readonly article: Article }) | null> {
  const page = await fetchChanged(url, before, { ...options, byPerson: false });
  if (page === null) return null;
  const { bytes, contentType, etag, lastModified } = page;
  const { signal } = options;
  const article = await readBytes(bytes, { url: page.url, contentType }, signal === undefined ? {} : { signal });
  return { article, etag, lastModified };
}
