import trackers from './data/trackers.json' with { type: 'json' };

const ALWAYS: ReadonlySet<string> = new Set(trackers.always);
/** Names that are trackers on one site and tell pages apart on another. A number tells pages apart. */
const UNLESS_NUMBER: ReadonlySet<string> = new Set(trackers.unlessNumber);
/** The same page in another dress. */
const VIEWS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(trackers.views));

/** Addresses that only lead on, and the parameters that hold where to. */
const WRAPPERS: readonly { readonly host: RegExp; readonly path: RegExp; readonly names: readonly string[] }[] = [
  { host: /(?:^|\.)google\.[a-z.]{2,6}$/, path: /^\/url$/, names: ['url', 'q'] },
  { host: /(?:^|\.)bing\.com$/, path: /^\/news\/apiclick\.aspx$/i, names: ['url'] },
  { host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, names: ['u'] },
  { host: /^out\.reddit\.com$/, path: /^/, names: ['url'] },
];

/** No server takes longer addresses; their parts are looked at again and again. */
const LONGEST = 8_192;

/** What stands under these is no host of its own: "m.co.uk" is not "co.uk" on a telephone. */
const REGISTRY = /^(?:[a-z]{2,3}\.)?[a-z]{2,}$/;
const HOST_DRESS = /^(?:www\d?|m|mobile|amp|touch|wap)\./;

/**
 * Two addresses of one page give one string: without scheme differences, "www", mobile and AMP hosts and paths, default
 * ports, trackers, fragments, final slashes and index files; the query in order. For comparing, not for opening: nobody
 * promises that it leads anywhere. What is no web address comes back as it was given.
 */
export function canonicalUrl(url: string): string {
  return url.length > LONGEST ? url : canonical(url);
}

/** Every address inside another is shorter, so this ends. */
function canonical(written: string): string {
  const url = URL.parse(written.trim());
  if (url === null || !/^https?:$/.test(url.protocol)) return written;
  const inner = unwrapped(url);
  if (inner !== null) return canonical(inner);
  const host = hostOf(url.hostname);
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  // A page that draws itself in the browser keeps its place in the fragment; all others keep a paragraph there.
  const fragment = /^#!?\/./.test(url.hash) ? url.hash : '';
  return `https://${host}${port}${pathOf(url.pathname)}${queryOf(url.search)}${fragment}`;
}

/** Google's and others' copies and ways out, to the page that they mean. */
function unwrapped({ hostname, pathname, search, searchParams }: URL): string | null {
  const [, amp] = /^\/amp\/(?:s\/)?([^/]+\.[^/]+\/.*)$/.exec(pathname) ?? [];
  if (amp !== undefined && /(?:^|\.)google\.[a-z.]{2,6}$/.test(hostname)) return `https://${amp}${search}`;
  const [, cached] = /^\/[a-z]{1,2}\/(?:s\/)?([^/]+\.[^/]+(?:\/.*)?)$/.exec(pathname) ?? [];
  if (cached !== undefined && hostname.endsWith('.cdn.ampproject.org')) return `https://${cached}${search}`;
  // In whatever dress it comes: "google.com/url/amp" leads on as "google.com/url" does.
  const [bareHost, barePath] = [hostOf(hostname), pathOf(pathname)];
  const wrapper = WRAPPERS.find(({ host, path }) => host.test(bareHost) && path.test(barePath));
  const targets = wrapper?.names.map((name) => searchParams.get(name) ?? '') ?? [];
  return targets.find((target) => /^https?:\/\//i.test(target)) ?? null;
}

function hostOf(hostname: string): string {
  const host = hostname.replace(/\.$/, '');
  const bare = host.replace(HOST_DRESS, '');
  if (bare !== host && !isRegistry(bare)) return hostOf(bare);
  // "en.m.wikipedia.org": the mark may stand inside.
  return host.replace(/^([a-z-]{2,12})\.m\.(?=[^.]+\.[^.]+)/, '$1.');
}

function isRegistry(host: string): boolean {
  return !host.includes('.') || (REGISTRY.test(host) && /^(?:ac|co|com|edu|gov|net|org|or|ne|go)\./.test(host));
}

function pathOf(pathname: string): string {
  const path = pathname
    .replace(/%[0-9a-f]{2}/gi, unescaped)
    .replace(/\/{2,}/g, '/')
    .replace(/;jsessionid=[^/]*/i, '')
    .replace(/^\/amp(?=\/)/, '')
    .replace(/\/amp\/?$/, '/')
    .replace(/\.amp(?=(?:\.html?)?\/?$)/, '')
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, '/')
    .replace(/\/+$/, '');
  return path === pathname || path === '' ? path : pathOf(path);
}

/** RFC 3986, section 6.2.2: what needs no escape has none, and escapes are in capitals. */
function unescaped(escaped: string): string {
  const sign = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
  return /[A-Za-z0-9._~-]/.test(sign) ? sign : escaped.toUpperCase();
}

function queryOf(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .map((part) => part.replace(/%[0-9a-f]{2}/gi, unescaped).replace(/^([^=]*)=$/, '$1'))
    .filter((part) => part !== '' && tellsPagesApart(part));
  return kept.length === 0 ? '' : `?${[...new Set(kept)].toSorted().join('&')}`;
}

function tellsPagesApart(part: string): boolean {
  const at = part.indexOf('=');
  const name = (at < 0 ? part : part.slice(0, at)).toLowerCase();
  const value = at < 0 ? '' : part.slice(at + 1).toLowerCase();
  if (ALWAYS.has(name) || trackers.prefixes.some((prefix) => name.startsWith(prefix))) return false;
  if (UNLESS_NUMBER.has(name)) return /^\d+$/.test(value);
  return VIEWS.get(name)?.includes(value) !== true;
}
