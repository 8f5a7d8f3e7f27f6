import outlets from '../data/outlets-en.json' with { type: 'json' };

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[’']s$/, '')
    .trim();

const KNOWN = new Map(outlets.names.map((name) => [plain(name), name]));
const ACRONYMS = new Map(Object.entries(outlets.acronyms));
const ENDINGS = new Set(outlets.endings.map((word) => word.toLowerCase()));
const OPENINGS = new Set(outlets.openings.map((word) => word.toLowerCase()));
const COMPOUNDS = new RegExp(`^\\p{Lu}\\p{Ll}{2,}(?:${outlets.compounds.join('|')})$`, 'u');
const TITLES = new Set(outlets.titles.map((word) => word.toLowerCase()));
const KINDS = new Set(outlets.kinds);
const GENERIC = outlets.generic;

/** The name under which an outlet is always shown: "NYT" and "the New York Times" are "The New York Times". */
export function canonicalOutlet(name: string): string {
  const short = name.trim().replace(/[’']s$/, '');
  return ACRONYMS.get(short) ?? KNOWN.get(plain(short)) ?? short.replace(/^the\s+/, '');
}

/** "BayFM", "KeimTV": a word that ends in capitals as stations' names do. */
const STATION = /^\p{Lu}[\p{L}\d]*\p{Ll}(?:FM|TV|News|Radio)$/u;

/** Whether a name is that of an outlet: a well-known one, or one that says so ("Vale Herald", "Radio Keim"). */
export function isOutletName(name: string): boolean {
  const short = name.trim().replace(/[’']s$/, '');
  if (ACRONYMS.has(short) || KNOWN.has(plain(short))) return true;
  const words = plain(short).split(/\s+/);
  const last = words.at(-1) ?? '';
  // "Ostwire", "Nordposten".
  if (words.length === 1) return COMPOUNDS.test(short) || STATION.test(short);
  // "This magazine", "a local newspaper" are no names.
  const own = short.replace(/^the\s/i, '');
  if (!/^\p{Lu}/u.test(own)) return false;
  if (/\s(?:radio|television)$/.test(own)) return true;
  return (
    /\s[\p{Lu}\d]/u.test(own) && (ENDINGS.has(last) || [OPENINGS, KNOWN].some((known) => known.has(words[0] ?? '')))
  );
}

/** "The Beacon", "the Post": what told somebody something under such a name is a paper. Without its article it need be none. */
export function isPaperTitle(words: string): boolean {
  const title = /^[Tt]he\s(\p{Lu}[\p{L}-]+)$/u.exec(words)?.[1]?.toLowerCase() ?? '';
  return TITLES.has(title) || ENDINGS.has(title.slice(title.lastIndexOf('-') + 1));
}

/** "newspaper", "broadcaster": a noun that makes an outlet of the name beside it. */
export function isOutletNoun(word: string): boolean {
  return KINDS.has(word);
}

/** "state television" and the like, where no outlet is named; null where none of them is in the words. */
export function genericOutlet(words: string): string | null {
  // "Valdorian state radio", "Dreznan media": a country's.
  const whose = /(?:^|\s)(\p{Lu}[\p{L}-]+\s(?:state\s|public\s)?(?:media|radio|television|TV))$/u.exec(words)?.[1];
  if (whose !== undefined && !/^(?:The|A)\s/.test(whose)) return whose;
  const lower = words.toLowerCase();
  return GENERIC.find((name) => !name.startsWith('the ') && lower.includes(name.toLowerCase())) ?? null;
}
