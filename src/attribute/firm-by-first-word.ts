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
 * begins; persons go on by their surnames. Null where none does, or several do. `seen`: the words of the text; `names`: all its names.
 */
export function firmByFirstWord(
  keys: Keys,
  word: string,
  seen: ReadonlySet<string>,
  names: readonly Name[],
): Entity | null {
  if (isFirstName(word)) return null;
  const [found, other] = keys.find(`first ${plainWord(word)}`).filter((entity) => isLikeFirm(entity, word, seen));
  if (found === undefined || other !== undefined) return null;
  const last = ` ${found.name}`.slice(found.name.lastIndexOf(' ') + 1);
  const isSurname = names.some(({ text }) => ` ${text}`.endsWith(last) && !text.endsWith(found.name));
  return isSurname ? null : found;
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
