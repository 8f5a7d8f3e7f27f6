import paths from './data/guesses.json' with { type: 'json' };

type Site = { readonly host: RegExp; readonly path: RegExp; readonly feed: (parts: readonly string[]) => string };

/** Sites that name the feeds of their pages nowhere, or not all of them, and keep them at places of their own. */
const SITES: readonly Site[] = [
  {
    host: /^(?:www\.|m\.)?youtube\.com$/,
    path: /^\/channel\/(UC[\w-]{22})(?:\/|$)/,
    feed: ([id = '']) => `https://www.youtube.com/feeds/videos.xml?channel_id=${id}`,
  },
  {
    host: /^(?:www\.|m\.)?youtube\.com$/,
    path: /^\/playlist\?(?:.{0,200}&)?list=([\w-]{10,60})/,
    feed: ([id = '']) => `https://www.youtube.com/feeds/videos.xml?playlist_id=${id}`,
  },
  {
    host: /^(?:www\.|old\.|new\.)?reddit\.com$/,
    path: /^\/((?:r|u|user)\/[\w-]{2,30})\/?(?:$|\?)/,
    feed: ([name = '']) => `https://www.reddit.com/${name}/.rss`,
  },
  {
    host: /^(?:www\.)?github\.com$/,
    path: /^\/([\w.-]{1,100}\/[\w.-]{1,100})\/(commits|tags)(?:\/|$)/,
    feed: ([repository = '', what = '']) => `https://github.com/${repository}/${what}.atom`,
  },
  {
    host: /^(?:www\.)?github\.com$/,
    path: /^\/([\w.-]{1,100}\/[\w.-]{1,100})(?:\/releases)?\/?$/,
    feed: ([repository = '']) => `https://github.com/${repository}/releases.atom`,
  },
];

/** Where a well-known site keeps the feed of this page; null for all other sites. */
export function knownFeed(address: string): string | null {
  const url = URL.parse(address);
  if (url === null) return null;
  for (const { host, path, feed } of SITES) {
    const [found, ...parts] = host.test(url.hostname) ? (path.exec(`${url.pathname}${url.search}`) ?? []) : [];
    if (found !== undefined) return feed(parts);
  }
  return null;
}

/** Where sites keep their feeds when they do not say so: beside the page first, where that is not the home page, then at the top. */
export function guessFeeds(address: string): string[] {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return [];
  const folder = url.pathname.replace(/\/[^/]*\.[^/]*$/, '/').replace(/\/*$/, '/');
  const beside = folder === '/' ? [] : paths.slice(0, 1).map((path) => new URL(`${folder}${path}`, url.origin).href);
  return [...beside, ...paths.map((path) => new URL(`/${path}`, url.origin).href)];
}

const FEED_TYPE = /type\s?=\s?"?(?:application|text)\/(?:(?:rss|atom|rdf)\+xml|feed\+json)/i;

/** The feeds that a `link` header names (RFC 8288), absolute. */
export function linkedFeeds(header: string | null, base: string): string[] {
  return (header ?? '').split(/,(?=\s{0,9}<)/, 50).flatMap((link) => {
    const [, target, parameters = ''] = /^\s{0,9}<([^<>]{1,2000})>(.{0,1000})$/.exec(link) ?? [];
    const isFeed = /rel\s?=\s?"?[^";]{0,100}\balternate\b/i.test(parameters) && FEED_TYPE.test(parameters);
    const url = target === undefined || !isFeed ? null : URL.parse(target, base);
    return url !== null && /^https?:$/.test(url.protocol) ? [url.href] : [];
  });
}
