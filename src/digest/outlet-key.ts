import agencies from './data/agencies.json' with { type: 'json' };
import hosts from './data/hosts.json' with { type: 'json' };

const AGENCIES: ReadonlyMap<string, string> = new Map(Object.entries(agencies.names));
/** Sites on which each name before the last two is an outlet of its own. */
const MANY_OUTLETS: ReadonlySet<string> = new Set(hosts['many-outlets']);

/**
 * An agency's full name, by any that it signs with; null where the words name none. Short names count as agencies write them
 * ("AP", "dpa"): "Ani" and "Pap" are people.
 */
export function agencyNamed(words: string): string | null {
  const name = AGENCIES.get(bare(words)) ?? null;
  const isShort = words.trim().length <= LONGEST_ACRONYM && !/\s/.test(words.trim());
  return isShort && words !== words.toUpperCase() && words.trim() !== name ? null : name;
}

const LONGEST_ACRONYM = 5;
/** "Agence France-Presse" has two words, "Press Trust of India" four. */
const LONGEST_NAME = 4;

/** The first agency that a line names among other words. */
export function agencyIn(line: string): string | null {
  const words = line.match(/[\p{L}\p{M}-]+/gu) ?? [];
  for (let size = LONGEST_NAME; size > 0; size--)
    for (let at = 0; at + size <= words.length; at++) {
      const name = agencyNamed(words.slice(at, at + size).join(' '));
      if (name !== null) return name;
    }
  return null;
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

/**
 * The site of an address by its registered name; null where there is none: a machine's number or bare name says nothing about whose
 * pages lie on it.
 */
export function siteOf(url: string | null): string | null {
  const labels = (url === null ? '' : (URL.parse(url)?.hostname.toLowerCase() ?? '')).split('.');
  const last = labels.slice(-2);
  if (labels.length < 2 || !/\p{L}/u.test(last[1] ?? '')) return null;
  if (MANY_OUTLETS.has(last.join('.'))) return labels.slice(-3).join('.');
  // "example.co.uk": a country's code behind a short word is no name that anybody registered.
  const isShort = (last[0]?.length ?? 0) <= 3 && last[1]?.length === 2;
  return labels.slice(isShort ? -3 : -2).join('.');
}
