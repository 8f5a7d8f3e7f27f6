import { Problem } from '#core/problem.ts';
import { shorten } from './shorten.ts';

/** RFC 9110, section 4.1, asks for 8,000 octets at least; nobody links an article with more. */
const LONGEST_ADDRESS = 8_192;

/**
 * What a person or a feed gave as an address, to the URL that is asked for: `example.org/story` is meant as https, and a
 * fragment is for the reader's browser, so it stays here. WHATWG's parser brings every spelling of a host to one
 * (`2130706433`, `0x7f.1`, full-width digits), so that the guard judges what a connection would go to.
 * @throws Problem `BAD_ADDRESS`: no address, another scheme than http and https, user name or password in it.
 */
export function webAddress(input: string): URL {
  const given = input.trim();
  if (given.length > LONGEST_ADDRESS) throw new Problem('BAD_ADDRESS', `an address of ${given.length} characters`);
  const bare = isBare(given);
  const url = parse(bare ? `https://${given.replace(/^\/\//, '')}` : given);
  if (url === null) throw new Problem('BAD_ADDRESS', `“${shorten(given)}” is no address`);
  if (bare && !/[.:]/.test(url.hostname) && url.hostname !== 'localhost') {
    throw new Problem('BAD_ADDRESS', `“${shorten(given)}” names no site`);
  }
  return checked(url);
}

/**
 * Where a redirect leads, judged like an address that a person gave.
 * @throws Problem `BAD_ADDRESS`.
 */
export function redirectAddress(location: string, from: URL): URL {
  const url = location.length > LONGEST_ADDRESS ? null : parse(location, from);
  if (url === null) throw new Problem('BAD_ADDRESS', `${from.host} redirects to “${shorten(location)}”, no address`);
  return checked(url);
}

function checked(url: URL): URL {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Problem('BAD_ADDRESS', `${shorten(url.protocol)} is neither http: nor https:`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new Problem('BAD_ADDRESS', `the address for ${url.host} holds a user name or password`);
  }
  const plain = new URL(url);
  plain.hash = '';
  return plain;
}

/** No scheme: `example.org/story`, `example.org:8080`, `//example.org/story`; but `mailto:x` and `data:x` have one. */
function isBare(given: string): boolean {
  if (given.startsWith('//')) return true;
  const scheme = /^[a-z][a-z\d+.-]{0,255}:/i.exec(given)?.[0];
  if (scheme === undefined) return true;
  return /^\d{1,5}(?:[/?#]|$)/.test(given.slice(scheme.length));
}

function parse(text: string, base?: URL): URL | null {
  return URL.parse(text, base?.href);
}
