import { parseFeed as parseBySmith } from 'feedsmith';
import { parseFeed } from 'htmlparser2';
import { makeNews } from '#feeds/make-news.ts';
import { readFeed } from '#index.ts';
import { cpuOf } from './cpu-of.ts';
import { median } from './median.ts';

const ITEMS = 2_000;
const ITEM_BYTES = 3_100;
const ROUNDS = 7;
const URL_OF_IT = 'https://tides.example/feed';
const NOW = new Date('2026-05-20T06:00:00Z');

/**
 * A feed of some 6 MiB with 2,000 items, read: CPU time in ms, the median of seven rounds that take turns. `parse` is
 * htmlparser2's own reading of feeds, `feedsmith` that of the library feedsmith; neither knows encodings or relative addresses, and both
 * leave dates as they are written. `poll` also makes the entries ready to be kept. `ratio` is `readFeed` to `parse`, `toFeedsmith` to
 * `feedsmith`, `escaped` the same for texts that are escaped and do not stand in CDATA.
 */
export async function measureFeeds() {
  const text = makeFeed((html) => `<![CDATA[${html}]]>`);
  const bytes = new TextEncoder().encode(text);
  const read = (one: Uint8Array) => readFeed(one, { url: URL_OF_IT });
  const escaped = makeFeed((html) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  const escapedBytes = new TextEncoder().encode(escaped);
  const [parse = 0, feedsmith = 0, own = 0, poll = 0, feedsmithEscaped = 0, ownEscaped = 0] = await takeTurns([
    () => parseFeed(text),
    () => parseBySmith(text),
    () => read(bytes),
    () => makeNews(read(bytes), URL_OF_IT, NOW),
    () => parseBySmith(escaped),
    () => read(escapedBytes),
  ]);
  return {
    ...{ bytes: bytes.length, items: ITEMS, parse, feedsmith, readFeed: own, poll },
    ratio: share(own, parse),
    toFeedsmith: share(own, feedsmith),
    escaped: share(ownEscaped, feedsmithEscaped),
  };
}

/** The median CPU time of each, in ms. */
async function takeTurns(parts: readonly (() => unknown)[]): Promise<number[]> {
  const times: number[][] = parts.map(() => []);
  for (let round = -2; round < ROUNDS; round++)
    for (const [at, part] of parts.entries()) {
      const ms = await cpuOf(part);
      if (round >= 0) times[at]?.push(ms);
    }
  return times.map(middle);
}

function share(one: number, other: number): number {
  return Math.round((100 * one) / other) / 100;
}

function makeFeed(write: (html: string) => string): string {
  const filler = '<p>The tide came in over the stones, and went out again &amp; nobody said a word.</p>';
  const body = filler.repeat(Math.ceil(ITEM_BYTES / filler.length)).slice(0, ITEM_BYTES);
  const items = Array.from(
    { length: ITEMS },
    (_, n) =>
      `<item><guid>entry-${n}</guid><title>Tide table ${n} &#8211; high water</title><link>https://tides.example/${n}?utm_source=feed</link><pubDate>Tue, 19 May 2026 ${String(n % 24).padStart(2, '0')}:00:00 +0200</pubDate><description>${write(body)}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Tides</title><link>https://tides.example/</link>${items.join('')}</channel></rss>`;
}

function middle(all: readonly number[]): number {
  return Math.round(median(all));
}
