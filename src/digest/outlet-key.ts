import agencies from './data/agencies.json' with { type: 'json' };
import hosts from './data/hosts.json' with { type: 'json' };

const AGENCIES: ReadonlyMap<string, string> = new Map(Object.entries(agencies.names));
/** Sites on which each name before the last two is an outlet of its own. */
const MANY_OUTLETS: ReadonlySet<string> = new Set(hosts['many-outlets']);

/** An agency's full name, by any that it signs with; null where the words name none. */
export function agencyNamed(words: string): string | null {
  return AGENCIES.get(bare(words)) ?? null;
}

/** One mark for all ways to write an outlet's name: "The Quay Gazette" and "Quay Gazette", "AP" and "Associated Press". */
export function outletKey(name: string): string {
  return bare(agencyNamed(name) ?? name);
}

function bare(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^the\s/, '')
    .replace(/\s+/g, ' ');
}

/** The site of an address, without what stands before its registered name; null where it is none. */
export function siteOf(url: string | null): string | null {
  const host = url === null ? null : (URL.parse(url)?.hostname.toLowerCase() ?? null);
  if (host === null || host === '' || !/\p{L}/u.test(host)) return host === '' ? null : host;
  const labels = host.split('.');
  const last = labels.slice(-2);
  if (MANY_OUTLETS.has(last.join('.'))) return labels.slice(-3).join('.');
  // "example.co.uk": a country's code behind a short word is no name that anybody registered.
  const isShort = last.length === 2 && (last[0]?.length ?? 0) <= 3 && last[1]?.length === 2;
  return labels.slice(isShort ? -3 : -2).join('.');
}
