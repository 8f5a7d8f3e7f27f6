import type { Source } from '#core/testimony.ts';
import titles from '../data/titles.json' with { type: 'json' };
import { wordsOf } from '../words/words-of.ts';

/** "the", "Mr", "a spokesman for": words that tell no one from another. */
const TITLES: ReadonlySet<string> = new Set(titles);

/**
 * Whether a name or description may mean this source. For persons the last name decides, and the first names where both
 * give one ("Moira Hargreave" is not "Desmond Hargreave"); for others one telling word of the name or the role is enough.
 */
export function maySpeakFor(speaker: string, source: Source): boolean {
  const wanted = tellingWords(speaker);
  const name = tellingWords(source.name);
  if (wanted.length === 0 || name.length === 0) return true;
  if (source.kind === 'person' && source.named && isProperName(speaker)) return isSamePerson(wanted, name);
  const known = new Set([...name, ...tellingWords(source.role ?? '')].map(trimPlural));
  return wanted.some((word) => known.has(trimPlural(word)));
}

/** Capitalised in all its telling words: "Kit Halloran", not "the sporting director". */
export function isProperName(speaker: string): boolean {
  const words = speaker.match(/[\p{L}\p{M}]+/gu) ?? [];
  const telling = words.filter((word) => !TITLES.has(word.toLowerCase()));
  return telling.length > 0 && telling.every((word) => /^\p{Lu}/u.test(word));
}

function isSamePerson(a: readonly string[], b: readonly string[]): boolean {
  if (a.every((word) => b.includes(word)) || b.every((word) => a.includes(word))) return true;
  return a.at(-1) === b.at(-1) && a[0]?.charAt(0) === b[0]?.charAt(0);
}

/** Somebody whom the article speaks of as of one that its readers know by now: "the actress", not "an official" or "officials". */
export function isOneKnown(name: string): boolean {
  return /^(?:the|his|her|its|their) /iu.test(name) && !/[^s]s$/u.test(name);
}

/** Whether two names share a telling word: "Harbour Courier" and "the Courier". */
export function hasSharedWord(a: string, b: string): boolean {
  const known = new Set(tellingWords(a));
  return tellingWords(b).some((word) => known.has(word));
}

/** The words that tell one from another, in lower case. */
export function tellingWords(text: string): string[] {
  return wordsOf(text).filter((word) => word.length > 1 && !TITLES.has(word));
}

function trimPlural(word: string): string {
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
}
