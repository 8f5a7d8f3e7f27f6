import { nearestWord } from './nearest-word.ts';
import { Problem } from './problem.ts';

/** So much of a word that nobody knows is repeated to whoever typed it. */
const LONGEST_ECHO = 40;

/**
 * The command of this name, or whatever else has a name to be found by.
 * @throws Problem `BAD_USAGE` that names the nearest one.
 */
export function findCommand<T extends { readonly name: string }>(name: string, commands: readonly T[]): T {
  const found = commands.find((command) => command.name === name);
  if (found !== undefined) return found;
  const names = commands.map((command) => command.name);
  throw new Problem('BAD_USAGE', `there is no command “${echo(name)}”; ${hintOf(name, names)}`);
}

/** "did you mean “cited”?", or all that there are. */
export function hintOf(word: string, words: readonly string[]): string {
  const near = nearestWord(word, words);
  if (near !== null) return `did you mean “${near}”?`;
  if (words.length === 0) return 'there are none';
  return words.length === 1 ? `there is only “${words[0]}”` : `there are ${words.join(', ')}`;
}

/** What somebody typed, short enough to be repeated. */
export function echo(word: string): string {
  return word.length <= LONGEST_ECHO ? word : `${word.slice(0, LONGEST_ECHO).toWellFormed()}…`;
}
