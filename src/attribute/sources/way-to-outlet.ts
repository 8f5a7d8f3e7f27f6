import settings from '../data/settings-en.json' with { type: 'json' };
import times from '../data/times-en.json' with { type: 'json' };
import { anyOf } from './outlet-phrase.ts';

/** The way of a verb or a noun to an outlet: "interview | published by". A time may stand before who got something, and not before where it stood: "published on Friday in the journal". */
type Way = { readonly word: string; readonly link: string | null; readonly isTimed: boolean };

const DAYS = [...times.weekdays, ...times.months, ...times.periods].flatMap((word) => [
  word,
  `${word.charAt(0).toUpperCase()}${word.slice(1)}`,
]);
/** When something came to an outlet: "obtained | last week | by". */
const WHEN = `\\s(?:${anyOf(settings.sooner)}|(?:(?:late|early|earlier|later)\\s)?(?:on\\s|in\\s)?(?:(?:last|this|that)\\s)?${anyOf(DAYS)}(?:\\s(?:${times.dayParts.join('|')}))?)`;
/** "Announced on", "vowed in": known outlets alone stand there. */
export const SAID: readonly string[] = ['on', 'in', 'to'];

const wayOf = (word: string, link: string): Way => ({ word, link, isTimed: /(?:by|to)$/.test(link) });
const WAYS: readonly Way[] = [
  ...[settings.made, settings.verbs].flatMap((kind) =>
    Object.entries(kind).flatMap(([word, links]) => links.map((link) => wayOf(word, link))),
  ),
  ...settings.told.map((word) => ({ word, link: null, isTimed: false })),
  ...settings.saying.flatMap((word) => SAID.map((link) => ({ word, link, isTimed: false }))),
];

export const firstWord = (phrase: string): string => /^\p{L}+/u.exec(phrase)?.[0] ?? '';

/** Of two ways that stand in one place, the longer one does: "to be broadcast by", and not "to". Those with a time come first. */
const lengthOf = ({ word, link, isTimed }: Way): number =>
  word.length + (link?.length ?? 0) + (isTimed ? WHEN.length : 0);
const BY_FIRST: ReadonlyMap<string, readonly Way[]> = Map.groupBy(
  WAYS.toSorted((a, b) => lengthOf(b) - lengthOf(a)),
  ({ word }) => firstWord(word),
);

const TIMED = anyOf(WAYS.flatMap(({ link, isTimed }) => (isTimed && link !== null ? [link] : [])));
const TIME_BEFORE_LINK = new RegExp(`${WHEN}(?=\\s${TIMED})`, 'uy');
const TIME = new RegExp(`${WHEN}(?=\\s\\p{Ll}+$)`, 'u');

/** Whether a way to an outlet may begin with a word. */
export function mayLeadToOutlet(first: string): boolean {
  return BY_FIRST.has(first);
}

/**
 * Where the way ends with which a text begins, whose first word is `first`; -1 where it begins with none. One regular expression of all of
 * them, each with its times, would take longer to be compiled than an article to be read.
 */
export function wayEnd(text: string, first: string): number {
  for (const { word, link, isTimed } of BY_FIRST.get(first) ?? []) {
    if (!text.startsWith(word)) continue;
    if (link === null) return word.length;
    const time = isTimed && text.includes(link, word.length) ? timeEnd(text, word.length) : -1;
    const end = time < 0 ? -1 : linkEnd(text, time, link);
    const found = end < 0 ? linkEnd(text, word.length, link) : end;
    if (found >= 0) return found;
  }
  return -1;
}

function timeEnd(text: string, at: number): number {
  TIME_BEFORE_LINK.lastIndex = at;
  return TIME_BEFORE_LINK.test(text) ? TIME_BEFORE_LINK.lastIndex : -1;
}

function linkEnd(text: string, at: number, link: string): number {
  return text.startsWith(link, at + 1) && /\s/u.test(text.charAt(at)) ? at + 1 + link.length : -1;
}

/** A way without its time: "obtained last week by" is "obtained by". */
export function withoutTime(way: string): string {
  return way.replace(TIME, '');
}
