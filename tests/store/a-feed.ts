import type { Feed, FeedItem } from '#core/feed.ts';

/** An entry of a feed of our own; `n` tells it apart. */
export function anItem(n: number, more: Partial<FeedItem> = {}): FeedItem {
  return {
    ...{
      id: `tag:harbour.example,2026:${n}`,
      url: `https://harbour.example/story/${n}`,
      title: `Ferry number ${n} sails`,
    },
    ...{ summary: `<p>The ferry left <b>pier ${n}</b> &amp; came back.</p>`, content: null, authors: [] },
    ...{ publishedAt: null, updatedAt: null, categories: [] },
    ...more,
  };
}

/** A feed of our own with these entries. */
export function aFeed(items: readonly FeedItem[], more: Partial<Feed> = {}): Feed {
  return {
    ...{ title: 'The Harbour Post', link: 'https://harbour.example/', description: null, language: 'en' },
    items,
    ...more,
  };
}
