import connectives from './data/connectives.json' with { type: 'json' };
import names from './data/zones.json' with { type: 'json' };
import { createLookUp, foldPhrase } from './look-up.ts';
import type { Reading } from './part.ts';
import type { Token } from './token.ts';

/** ICU keeps some names that the time zone database gave up long ago (Asia/Calcutta). */
const RENAMED: ReadonlyMap<string, string> = new Map(Object.entries(names.renamed));
const ALL = [...new Set([...Intl.supportedValuesOf('timeZone'), ...RENAMED.values()])];
const OWN_NAMES = new Map(ALL.map((zone) => [zone.toLowerCase(), zone]));
const PHRASES = createLookUp(zonesByPhrase());
const AFTER: ReadonlySet<string> = new Set(connectives['after-zone']);

/** Every name of a place, folded. */
export const PLACE_NAMES = PHRASES.phrases;

/** Offsets that have a name of their own. In those names the sign is turned round: Etc/GMT-2 is UTC+2. */
const [WESTMOST, EASTMOST] = [-12, 14];
const OFFSET = /^(?:utc|gmt) ?([-+])(\d{1,2})(?::?(\d{2}))?$/;

/**
 * A time zone by its own name ("Europe/Berlin"), by a place ("New York", "Wien time") or by letters ("CET"). A name that several
 * zones answer to is read with all of them.
 */
export function readZone(tokens: readonly Token[], at: number): Reading | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const offset = OFFSET.exec(token.folded);
  if (offset !== null) return readOffset(token, at + 1, offset);
  const own = token.written.includes('/') ? findZone(token.written) : null;
  if (own !== null) return { part: { kind: 'zone', zones: [own], written: token.written }, next: at + 1 };
  const found = PHRASES.find(tokens, at);
  if (found === null) return null;
  const next = AFTER.has(tokens[found.next]?.folded ?? '') ? found.next + 1 : found.next;
  const written = tokens.slice(at, found.next).map(({ written }) => written);
  return { part: { kind: 'zone', zones: found.value, written: written.join(' ') }, next };
}

/** The name under which the zone database has a zone now, in its own spelling, or null where there is no such zone. */
function findZone(name: string): string | null {
  const zone = OWN_NAMES.get(name.toLowerCase()) ?? linkedZone(name);
  return zone === null ? null : (RENAMED.get(zone) ?? zone);
}

/** The zone that another name stands for ("US/Eastern"). */
function linkedZone(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

function readOffset(token: Token, next: number, [, sign, digits, minutes = '00']: readonly string[]): Reading {
  const hours = Number(`${sign}${digits}`);
  if (Number(minutes) !== 0 || hours < WESTMOST || hours > EASTMOST)
    return {
      part: { kind: 'wrong', why: `“${token.written}” is no zone with a name: name a place in it` },
      next,
    };
  const zone = hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
  return { part: { kind: 'zone', zones: [zone], written: token.written }, next };
}

/** Every phrase with the zones that it may mean. The lists come last, and so have the last word. */
function* zonesByPhrase(): Generator<readonly [string, readonly string[]]> {
  const unfit = new Set(names['no-places']);
  for (const zone of ALL) {
    const [area = '', place = '', more] = zone.split('/');
    const isPlace = more === undefined && area !== 'Etc' && area !== 'Antarctica' && !unfit.has(place);
    if (isPlace && place !== '') yield [place.replaceAll('_', ' '), [RENAMED.get(zone) ?? zone]];
  }
  for (const [zone, places] of [...Object.entries(names.places), ...Object.entries(names.abbreviations)])
    for (const place of places) yield [place, [zone]];
  for (const [old, zone] of RENAMED) yield [placeOf(old), [zone]];
  for (const zone of RENAMED.values()) yield [placeOf(zone), [zone]];
  for (const [name, zones] of Object.entries(names.ambiguous)) yield [name, zones];
}

function placeOf(zone: string): string {
  return foldPhrase((zone.split('/').at(-1) ?? zone).replaceAll('_', ' '));
}
