import type { Name } from '#language/find-names.ts';
import type { Entity } from './entity.ts';
import type { Keys } from './look-up-name.ts';
import { isFirmWord, isFirstName, nounKind } from './noun-kind.ts';
import { plainWord } from './split-titles.ts';

/** What the last word of a firm's name looks like: "Instruments", "Parking", "Cell" where the article writes that small. */
const LIKE_THING = /(?:[^s]s|ing)$/;
const SHORT = 5;

/**
 * "Brightholm" after "Brightholm Instruments": the one name of two words, taken for a person's by its shape alone, that a word standing alone
 * begins; persons go on by their surnames. Null where none does, or several do. `seen`: the words of the text; `surnames`: its names by their last words.
 */
export function firmByFirstWord(
  keys: Keys,
  word: string,
  seen: ReadonlySet<string>,
  surnames: () => ReadonlyMap<string, ReadonlySet<string>>,
): Entity | null {
  if (isFirstName(word)) return null;
  const [found, other] = keys.find(`first ${plainWord(word)}`).filter((entity) => isLikeFirm(entity, word, seen));
  if (found === undefined || other !== undefined) return null;
  const isSurname = [...(surnames().get(lastWord(found.name)) ?? [])].some((text) => !text.endsWith(found.name));
  return isSurname ? null : found;
}

/** The names of a text by their last words. */
export function byLastWord(names: readonly Name[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { text } of names) found.set(lastWord(text), (found.get(lastWord(text)) ?? new Set()).add(text));
  return found;
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

function isLikeFirm({ kind, gender, role, name }: Entity, word: string, seen: ReadonlySet<string>): boolean {
  const [first, last, more] = name.split(' ');
  if (
    kind !== 'person' ||
    gender !== null ||
    role !== null ||
    first !== word ||
    last === undefined ||
    more !== undefined
  )
    return false;
  const lower = plainWord(last);
  return (
    seen.has(lower) || isFirmWord(lower) || nounKind(lower) !== null || (lower.length > SHORT && LIKE_THING.test(lower))
  );
}
