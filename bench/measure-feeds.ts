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
 * htmlparser2's own reading of feeds, which knows no dates, encodings or relative addresses; `poll` also makes the entries ready to be kept.
 */
export async function measureFeeds() {
  const text = makeFeed();
  const bytes = new TextEncoder().encode(text);
  const times: Record<'parse' | 'readFeed' | 'poll', number[]> = { parse: [], readFeed: [], poll: [] };
  for (let round = -2; round < ROUNDS; round++) {
    const took = {
      parse: await cpuOf(() => parseFeed(text)),
      readFeed: await cpuOf(() => readFeed(bytes, { url: URL_OF_IT })),
      poll: await cpuOf(() => makeNews(readFeed(bytes, { url: URL_OF_IT }), URL_OF_IT, NOW)),
    };
    if (round < 0) continue;
    times.parse.push(took.parse);
    times.readFeed.push(took.readFeed);
    times.poll.push(took.poll);
  }
  const [parse, read, poll] = [middle(times.parse), middle(times.readFeed), middle(times.poll)];
  return {
    bytes: bytes.length,
    items: ITEMS,
    parse,
    readFeed: read,
    poll,
    ratio: Math.round((100 * read) / parse) / 100,
  };
}

function makeFeed(): string {
  const filler = '<p>The tide came in over the stones, and went out again &amp; nobody said a word.</p>';
  const body = filler.repeat(Math.ceil(ITEM_BYTES / filler.length)).slice(0, ITEM_BYTES);
  const items = Array.from(
    { length: ITEMS },
    (_, n) =>
      `<item><guid>entry-${n}</guid><title>Tide table ${n} &#8211; high water</title><link>https://tides.example/${n}?utm_source=feed</link><pubDate>Tue, 19 May 2026 ${String(n % 24).padStart(2, '0')}:00:00 +0200</pubDate><description><![CDATA[${body}]]></description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Tides</title><link>https://tides.example/</link>${items.join('')}</channel></rss>`;
}

function middle(all: readonly number[]): number {
  return Math.round(median(all));
}
