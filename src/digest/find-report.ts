import type { Telling } from '#core/digest.ts';
import type { Testimony } from '#core/testimony.ts';
import { agencyIn, agencyNamed, outletKey } from './outlet-key.ts';

/** "BERLIN, May 3 (Reuters) - …", "(AP) — …": the agency in brackets, a dash behind. */
const DATELINE = /^\s*(?<place>\p{Lu}[^()\n]{1,60}?\s)?\((?<name>\p{L}[\p{L} .&-]{1,30})\)\s*[—–_-]/u;
/** Lines at the end that say whose text it is: "Source: dpa", "© 2026 AFP", "Copyright 2026 The Associated Press. All rights reserved." */
const OWNED =
  /^[\s([*—–-]*(?:source|sources|quelle|quellen|fuente|©|\(c\)|copyright|by|from|via|with (?:reporting|material|files|information)|mit material|additional reporting)(?=[\s:.(\d]|$)/iu;
const LONGEST_OWNED = 160;
/** An agency's line may stand above a last line of furniture. */
const LAST_PARAGRAPHS = 2;
/** "Reuters Staff". */
const STAFF = /\s(?:staff|reporters?|newsroom|news agency|agency)$/i;

/** Two relayed statements prove nothing about a long article, and make up a short one. */
const RELAYED = [
  { least: 3, share: 1 / 3 },
  { least: 2, share: 1 / 2 },
] as const;

/**
 * Whose report a telling carries in the place of its own: an agency that its byline, its dateline or its last line names, or the
 * outlet that a third of its statements come through (of a short one a half). `outlets`: keys of those that have the story. Null: its own, as far as one can tell.
 */
export function findReport({ entry, account }: Telling, outlets: ReadonlySet<string> = NONE): string | null {
  if (account === null) return datelineOf(entry.summary ?? '');
  const { article, testimony } = account;
  const signed = article.authors.map(agencyOf).find((name) => name !== null) ?? null;
  const found = signed ?? datelineOf(article.text) ?? signatureOf(article.text) ?? relayedOf(testimony, outlets);
  // An agency's own page names it, too.
  return found !== null && article.outlet !== null && outletKey(found) === outletKey(article.outlet) ? null : found;
}

/** "Jane Doe, Associated Press", "Reuters Staff". */
function agencyOf(author: string): string | null {
  const parts = author.split(/[,/|()–—]| and | for /);
  return parts.map((part) => agencyNamed(part.trim().replace(STAFF, ''))).find((name) => name !== null) ?? null;
}

const NONE: ReadonlySet<string> = new Set();

function datelineOf(text: string): string | null {
  const { place = '', name = '' } = DATELINE.exec(text.slice(0, 120))?.groups ?? {};
  const agency = agencyNamed(name);
  // A name that nobody knows is an agency's behind a place in capitals only.
  const [town = ''] = place.split(',');
  return agency ?? (town !== '' && town === town.toUpperCase() ? name : null);
}

function signatureOf(text: string): string | null {
  const last = text
    .slice(-2 * LONGEST_OWNED)
    .split('\n\n')
    .slice(1)
    .slice(-LAST_PARAGRAPHS);
  const names = last.map((line) => {
    if (line.length > LONGEST_OWNED) return null;
    return OWNED.test(line) ? agencyIn(line) : agencyNamed(line.replace(/^[\s([—–-]+|[\s)\].]+$/g, ''));
  });
  return names.find((name) => name !== null) ?? null;
}

/** The outlet that most statements come through; where it has the story too (`outlets`), also what it says in its own voice. */
function relayedOf({ attributions, sources }: Testimony, outlets: ReadonlySet<string>): string | null {
  const speakers = new Map(sources.map(({ id, name }) => [id, name]));
  const counts = new Map<string, number>();
  for (const { via, source } of attributions) {
    const speaker = speakers.get(source) ?? '';
    const outlet = via.at(-1) ?? (outlets.has(outletKey(speaker)) ? speaker : null);
    if (outlet !== null) counts.set(outlet, (counts.get(outlet) ?? 0) + 1);
  }
  const [first] = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (first === undefined) return null;
  const [outlet, count] = first;
  const isRelayed = RELAYED.some(({ least, share }) => count >= least && count >= share * attributions.length);
  return isRelayed ? outlet : null;
}
