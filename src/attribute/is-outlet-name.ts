import outlets from './data/outlets-en.json' with { type: 'json' };

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[’']s$/, '')
    .trim();

const KNOWN = new Map(outlets.names.map((name) => [plain(name), name]));
const ACRONYMS = new Map(Object.entries(outlets.acronyms));
const ENDINGS = new Set(outlets.endings.map((word) => word.toLowerCase()));
const KINDS = new Set(outlets.kinds);
const GENERIC = outlets.generic;

/** The name under which an outlet is always shown: "NYT" and "the New York Times" are "The New York Times". */
export function canonicalOutlet(name: string): string {
  const short = name.trim().replace(/[’']s$/, '');
  return ACRONYMS.get(short) ?? KNOWN.get(plain(short)) ?? short.replace(/^the\s+/, '');
}

/** Whether a name is that of an outlet: a well-known one, or one that says so ("Vale Herald", "Radio Keim"). */
export function isOutletName(name: string): boolean {
  const short = name.trim().replace(/[’']s$/, '');
  if (ACRONYMS.has(short) || KNOWN.has(plain(short))) return true;
  const words = plain(short).split(/\s+/);
  const last = words.at(-1) ?? '';
  return (
    words.length > 1 &&
    (ENDINGS.has(last) ||
      /^(?:radio|tv|canal|kanal|channel|télé|tele|courrier|journal|diario|corriere|gazzetta|jornal|correo|dépêche|heraldo|giornale|estado|voix)$/.test(
        words[0] ?? '',
      ) ||
      /-(?:tv|fm)$/.test(last))
  );
}

/** "newspaper", "broadcaster": a noun that makes an outlet of the name beside it. */
export function isOutletNoun(word: string): boolean {
  return KINDS.has(word);
}

/** "state television" and the like, where no outlet is named; null where none of them is in the words. */
export function genericOutlet(words: string): string | null {
  const lower = words.toLowerCase();
  return GENERIC.find((name) => !name.startsWith('the ') && lower.includes(name.toLowerCase())) ?? null;
}
