import type { Span } from '#core/article.ts';
import grammar from '../data/grammar-en.json' with { type: 'json' };
import outlets from '../data/outlets-en.json' with { type: 'json' };
import settings from '../data/settings-en.json' with { type: 'json' };
import times from '../data/times-en.json' with { type: 'json' };

export const anyOf = (words: readonly string[]) => `(?:${words.toSorted((a, b) => b.length - a.length).join('|')})`;

/** What no word of a phrase before an outlet's name is. */
const CLOSED = anyOf([...grammar.articles, ...grammar.be, ...grammar.modals, ...grammar.negators, ...settings.closed]);
const KIND = anyOf([...outlets.kinds, ...outlets.beside]);
const AIRED = anyOf(outlets.aired);
const NAME =
  "\\p{Lu}[\\p{L}\\d’'&-]*(?:\\s(?:\\p{Lu}[\\p{L}\\d’'&-]*|\\d{1,2}(?![\\p{L}\\d:.,]\\d)|of|and|&(?=\\s\\p{Lu})))*";
const DAYS = anyOf(
  [...times.weekdays, ...times.months].map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`),
);
const WORDS = `(?:(?!${CLOSED}\\s)[\\p{L}’'-]+\\s)`;
const DETERMINED = '(?:(?:[Tt]he|an?|its|their|his|her)\\s)?';
/** Behind a name that stands between commas. */
const CLOSES = '(?=[,.;:’”"]|$|\\s(?:that|on|in|last|this)\\s)';
/** "A local paper, the Herald", "the station’s rival, Kanal Vest": a noun and, between commas, its name; behind "the newspaper," another clause begins. */
const PAUSED = `(?:(?:an?|its|their|his|her|one|another)\\s|(?:[Tt]he\\s)?[\\p{L}-]+[’']s\\s)${WORDS}{0,3}?(?:${KIND}|rival),\\s(?:the\\s)?${NAME}${CLOSES}`;
/** "The state agency, Ostwire.": where nothing more follows. */
const CLOSING = `[Tt]he\\s${WORDS}{0,3}?${KIND},\\s${NAME}(?=[.;:”"]|$|,?\\sthat\\s)`;
/** "The Karsk newspaper Vedoma", "celebrity site Popscotch": a noun of outlets right before its name. */
const APPOSED = `${PAUSED}|${CLOSING}|${DETERMINED}${WORDS}{0,4}?${KIND}\\s(?!${CLOSED}\\s)${NAME}`;
/** "Her Plume channel": somebody's own. */
const OWN = `(?:[Tt]he|his|her|its|their)\\s${WORDS}{0,2}?${NAME}\\s${AIRED}(?!\\p{L})`;
/** "Radio Keim", "the local Vale Herald". */
const NAMED = `(?:[Tt]he\\s+)?${WORDS}{0,3}?(?!${DAYS}(?!\\p{L}))${NAME}`;
/** "The newspaper", "the same channel": one that was named before. */
const MEANT = `the\\s(?:same\\s)?${anyOf([...outlets.kinds, ...outlets.meant, ...Object.keys(outlets.called)])}(?![\\p{L}-])(?!\\s(?:that|which|who|\\p{Ll}+[’']))`;
/** "State television": outlets without a name. */
const GENERIC = `${anyOf(outlets.generic.filter((name) => !name.startsWith('the ')))}(?!\\p{L})`;

/** Any phrase under which an outlet stands in a sentence. */
export const OUTLET = `${APPOSED}|${OWN}|${NAMED}|${MEANT}|${GENERIC}`;
/** "Her Sunday podcast, The Long Table", "her Plume channel": where people speak, whatever the verb before it. */
export const PROGRAMME = `${OWN}|${DETERMINED}${WORDS}{0,4}?(?:${AIRED}\\s${NAME}|${AIRED},\\s(?:the\\s)?${NAME}${CLOSES})`;
/** "A reporter for | the Courier", "Jan Holt of | the Courier": whose ear it was. */
export const STAFF = `(?:(?:(?:an?|the|its|one)\\s)?(?:[\\p{L}-]+\\s){0,2}?(?:${anyOf(outlets.evidence.staff)}|${anyOf(outlets.evidence.public)}s)\\s(?:for|from|of|at|to|with)\\s|${NAME}\\sof\\s(?=the\\s\\p{Lu}))?`;

const AT_FRONT = new RegExp(`^(?:${APPOSED})`, 'u');
/** Such a phrase is short, in characters. */
const APPOSED_REACH = 90;

/** The whole of a phrase that begins at an offset and tells what an outlet is before it names it: "the Moscow business daily Torg". */
export function apposedOutlet(text: string, { start, end }: Span): Span {
  const found = AT_FRONT.exec(text.slice(start, start + APPOSED_REACH));
  return found === null || start + found[0].length <= end ? { start, end } : { start, end: start + found[0].length };
}

const BEHIND_NOUN = new RegExp(`(?:^|\\s)(?:${KIND},?|rival,)\\s(?:the\\s)?(${NAME})$`, 'u');
const BEFORE_NOUN = new RegExp(`^(?:[Tt]he|his|her|its|their)\\s${WORDS}{0,2}?(${NAME})\\s${AIRED}$`, 'u');

/** The name in a phrase that says by its noun that an outlet's name stands in it; null in other phrases. */
export function nameOfOutlet(words: string): string | null {
  return (BEHIND_NOUN.exec(words) ?? BEFORE_NOUN.exec(words))?.[1] ?? null;
}
