import type { Feed } from '#core/feed.ts';
import { Problem } from '#core/problem.ts';
import { decodeFeed } from './decode-feed.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { readXmlFeed } from './read-xml-feed.ts';

/** The longest feeds of news outlets have some 5 MiB; more than this is an archive, or an attack. */
const MOST_BYTES = 16 * 1024 * 1024;
const HEAD_BYTES = 65_536;

/**
 * A feed of any kind (RSS, Atom, RDF, JSON Feed), however badly written, to what it says. `url`: where it was fetched, for
 * addresses written in short; `contentType`: the header that came with it. A feed without items is a feed.
 * @throws Problem `NOT_A_FEED` where it is something else, `TOO_LARGE` beyond 16 MiB.
 */
export function readFeed(bytes: Uint8Array | string, options: { url: string; contentType?: string }): Feed {
  const { url, contentType = null } = options;
  if (bytes.length <= MOST_BYTES) return readWhole(bytes, url, contentType);
  // What it is comes before how long it is: a film is no feed, however long.
  readWhole(typeof bytes === 'string' ? bytes.slice(0, HEAD_BYTES) : bytes.subarray(0, HEAD_BYTES), url, contentType);
  throw new Problem('TOO_LARGE', `the feed has ${bytes.length} bytes`);
}

function readWhole(bytes: Uint8Array | string, url: string, contentType: string | null): Feed {
  const text = typeof bytes === 'string' ? bytes : decodeFeed(bytes, contentType);
  return /^[\s\ufeff]*\{/.test(text) ? readJsonFeed(text, url) : readXmlFeed(text, url);
}
