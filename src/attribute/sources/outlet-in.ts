import type { Span } from '#core/article.ts';
import outlets from '../data/outlets-en.json' with { type: 'json' };
import type { Scan } from '../scan-article.ts';
import type { Entity, Roster } from './entity.ts';
import { canonicalOutlet, genericOutlet, isOutletName, isOutletNoun, isPaperTitle } from './is-outlet-name.ts';
import { nameOfOutlet } from './outlet-phrase.ts';
import { lastOutlet } from './resolve-role.ts';

/** Who is told things in public without being an outlet. */
const NOT_OUTLETS =
  /\b(?:Parliament|Congress|Senate|House|Court|Council|Committee|Commission|MPs|Bundestag|Assembly|Cabinet|Board|Commons|Lords|Inquiry|Union|Nations)\b/;

/** Who belongs to an outlet, and is not its newsroom. */
const INSIDE: ReadonlySet<string> = new Set(outlets.inside);
/** "The Guardian newspaper": the noun behind a name. */
const BEHIND_KIND = new RegExp(`^(.*\\p{Lu}\\S*)\\s(?:${outlets.kinds.join('|')})$`, 'u');

const ACRONYM = /^\p{Lu}{2,6}(?:-\p{Lu}+)?$/u;
/** What stands behind "the KBD" where that is a name, and not the first word of one: "the KCDR studio". */
const BEHIND_NAME =
  '(?=[.,;:’\'”"]|$|\\s(?:and|or|has|had|have|is|was|are|were|will|would|to|in|on|at|for|by|over|about|said|says|that)\\b)';

/** A word of an outlet's name is looked for in an address from this many letters on. */
const HOST_WORD = 5;

/** Names and acronyms of the outlet that publishes the article itself: it does not stand between. */
function isOwn(scan: Scan, name: string): boolean {
  const own = scan.article.outlet;
  const words = name.toLowerCase().replace(/^the\s+/, '');
  const dateline = /\(([\p{L} .-]{2,30})\)\s*[—–-]/u.exec(scan.text.slice(0, 120))?.[1]?.toLowerCase();
  if (dateline !== undefined && dateline === words) return true;
  // Where the page does not say its name its address does: "the Tribune" at anseltribune.example.
  const host =
    /^https?:\/\/([^/]+)/
      .exec(scan.article.url ?? '')?.[1]
      ?.toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '') ?? '';
  if (words.length >= HOST_WORD && host.includes(words.replaceAll(/[^\p{L}\p{N}]/gu, ''))) return true;
  if (own === null) return false;
  const mine = own.toLowerCase().replace(/^the\s+/, '');
  const initials = own
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('')
    .toLowerCase();
  return (
    mine === words ||
    mine.endsWith(` ${words}`) ||
    mine.startsWith(`${words} `) ||
    (words.length > 1 && initials === words)
  );
}

/** "Spoke to the KBD": an unknown acronym that has an article is a board or a force; those of stations have none. */
function isBody(scan: Scan, acronym: string, words: string): boolean {
  return /^the\s/i.test(words) || new RegExp(`\\b[Tt]he ${RegExp.escape(acronym)}${BEHIND_NAME}`, 'u').test(scan.text);
}

/** The outlet that a stretch of text names, under its full name; null where it names none. */
export function outletIn(scan: Scan, roster: Roster, span: Span, isTold: boolean): string | null {
  const words = scan.text.slice(span.start, span.end).trim();
  if (/^(?:this|our)\s/.test(words)) return null;
  // "The station’s rival, Kanal Ost", "the agency Ostwire", "her Plume channel": its noun tells what the name is.
  const said = nameOfOutlet(words);
  const place = said === null ? -1 : words.lastIndexOf(said);
  if (said !== null && (place > 0 || place + said.length < words.length)) {
    const inner = { start: span.start + place, end: span.start + place + said.length };
    const one = roster.at(inner);
    if (one?.isOutlet === true || isOutletName(said)) return outletIn(scan, roster, inner, isTold);
    return one?.kind === 'person' || isOwn(scan, said) ? null : canonicalOutlet(said);
  }
  // "Keim TV’s Morning Line", "the Courier’s Jan Holt": the outlet whose show or whose reporter it is.
  const owner = /^((?:the\s)?\p{Lu}[^’']*)[’']s?\s/iu.exec(words)?.[1];
  // "Radio Keim’s owners": these print nothing.
  const insider = /(?<!\beditorial\s)\b(\p{L}+)$/u.exec(words)?.[1] ?? '';
  if (owner !== undefined && INSIDE.has(insider)) return null;
  const owning =
    owner === undefined ? null : outletIn(scan, roster, { start: span.start, end: span.start + owner.length }, false);
  if (owning !== null) return owning;
  const kinded = isTold ? BEHIND_KIND.exec(words)?.[1] : undefined;
  if (kinded !== undefined && isOutletName(kinded.replace(/^the\s+/i, '')))
    return outletIn(scan, roster, { start: span.start, end: span.start + kinded.length }, false);
  const entity = roster.at(span);
  const bare = words.replace(/^the\s+/i, '');
  const named = (name: string) => (isOwn(scan, bare) || isOwn(scan, name) ? null : withRadio(scan, span, name));
  if (entity?.isOutlet) return named(entity.name);
  if (isOutletName(bare)) return named(canonicalOutlet(/^The\s/.test(words) ? words : bare));
  if (isTold && entity?.kind !== 'person' && !NOT_OUTLETS.test(words)) {
    if (entity !== null && ACRONYM.test(entity.name) && !isBody(scan, entity.name, words))
      return named(canonicalOutlet(entity.name));
    if (isPaperTitle(words)) return named(bare);
  }
  // "Told the Today show", "told Sky 7": what else has such a name is seldom told anything.
  const show =
    isTold && entity?.kind !== 'person' ? SHOW.exec(scan.text.slice(span.start, span.end + SHOW_REACH)) : null;
  if (show !== null) return named(show[1] ?? show[2] ?? bare);
  // "She told the newspaper": the outlet that was named last.
  const noun = /^the\s(?:\p{Ll}+\s)?(\p{Ll}+)$/iu.exec(words)?.[1];
  const meant = isTold && noun !== undefined ? outletCalled(scan, roster, span.start, noun, words) : null;
  if (meant !== null) return isOwn(scan, meant.name) ? null : meant.name;
  return genericOutlet(words);
}

const SHOW =
  /^(?:the )?(\p{Lu}[\p{L}’']+(?: \p{Lu}[\p{L}’']+)?)(?= (?:show|programme|program|podcast)\b)|^(\p{Lu}\p{Ll}+ \d{1,3})(?![\d,.]*\d)/u;
const SHOW_REACH = 24;

/** "Told KCDR radio": of one house the radio is another outlet than the newspaper. */
function withRadio(scan: Scan, { start, end }: Span, name: string): string {
  const isRadio = /^[^.,;:“”"]{2,40}\sradio(?![\p{L}-])/u.exec(scan.text.slice(start, end + 6));
  return isRadio?.[0].endsWith(`${name} radio`) ? `${name} radio` : name;
}

/** What such a noun means where it is no noun of outlets alone: "the agency" may be Reuters, and may be a ministry's. */
const CALLED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(outlets.called).map(([noun, names]) => [noun, new Set(names)]),
);

/** "The title", "the publication": the outlet that was named last. */
const MEANT: ReadonlySet<string> = new Set(outlets.meant);

/** "Sudwire", "Est-Press": as agencies are called. */
const WIRE = /(?:agence|agency|inform|presse?|tass|wire)$/iu;

const PLAIN = /^the\s(?:(?:same|news|broadcasting)\s)?\p{Ll}+$/iu;

/** "The newspaper", "the corporation": the outlet named last before an offset that is called so. */
function outletCalled(scan: Scan, roster: Roster, at: number, noun: string, words: string): Entity | null {
  if (isOutletNoun(noun) || MEANT.has(noun)) return lastOutlet(scan, roster, at, noun);
  const names = CALLED.get(noun);
  // "The development corporation" is another.
  if (names === undefined || !PLAIN.test(words)) return null;
  // "The agency" is no wire where the article tells of another agency.
  const isOther =
    noun === 'agency' && roster.entities.some(({ name, isOutlet }) => !isOutlet && /\bAgency\b/u.test(name));
  return lastOutlet(
    scan,
    roster,
    at,
    noun,
    ({ name }) => names.has(name) || (noun !== 'corporation' && !isOther && WIRE.test(name)),
  );
}
