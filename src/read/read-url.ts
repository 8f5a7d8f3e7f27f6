import type { Article } from '#core/article.ts';
import { type FetchOptions, fetchPage } from './fetch-page.ts';
import { readBytes } from './read-bytes.ts';

/**
 * An address to its article. `example.org/story` is taken as https; `Article.url` is where redirects ended.
 * `allow` lets single private addresses through; `byPerson: false` makes robots.txt decide.
 * @throws Problem: any of `fetchPage` and of `readBytes`.
 */
export async function readUrl(
  url: string,
  options: Pick<FetchOptions, 'signal' | 'allow' | 'byPerson'> = {},
): Promise<Article> {
  const page = await fetchPage(url, options);
  const { signal } = options;
  return readBytes(
    page.bytes,
    { url: page.url, contentType: page.contentType },
    signal === undefined ? {} : { signal },
  );
}
