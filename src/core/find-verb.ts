import type { Command, Verb } from './command.ts';
import { echo, hintOf } from './find-command.ts';
import { Problem } from './problem.ts';

/**
 * What a command does under this verb; without one, what it does first of all.
 * @throws Problem `BAD_USAGE` that names the nearest verb.
 */
export function findVerb(command: Command, name: string | null): Verb {
  if (name === null) return command.verbs[0];
  const found = command.verbs.find((verb) => verb.name === name);
  if (found !== undefined) return found;
  throw new Problem('BAD_USAGE', `/${command.name} knows no “${echo(name)}”; ${hintOf(name, verbNames(command))}`);
}

/** The verbs that a command is written with; none where it has one meaning. */
export function verbNames(command: Command): string[] {
  return command.verbs.flatMap(({ name }) => (name === null ? [] : [name]));
}
