import type { Arguments, Command, Param, Verb } from './command.ts';
import { findAddress, readAddress } from './find-address.ts';
import { echo, hintOf } from './find-command.ts';
import { findVerb } from './find-verb.ts';
import { Problem } from './problem.ts';
import { readValue } from './read-value.ts';

/**
 * A command's typed options, as a platform with menus hands them over, to its arguments.
 * @throws Problem `BAD_USAGE`: an unknown verb or option, a value out of bounds, something missing.
 */
export function readOptions(
  command: Command,
  verbName: string | null,
  options: Readonly<Record<string, string | number | boolean>>,
): { readonly verb: Verb; readonly args: Arguments } {
  const verb = findVerb(command, verbName);
  const args: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(options)) {
    const param = verb.params.find((one) => one.name === name);
    if (param === undefined) {
      const names = verb.params.map((one) => one.name);
      throw new Problem('BAD_USAGE', `/${command.name} takes no “${echo(name)}”; ${hintOf(name, names)}`);
    }
    const given = readValue(String(value), param);
    args[name] = param.kind === 'article' ? readArticle(String(given), param.orWords === true) : given;
  }
  refuseMissing(command, verb, args);
  return { verb, args };
}

/** @throws Problem `BAD_USAGE` where it has to be an address and is none. */
function readArticle(given: string, orWords: boolean): string {
  return orWords ? (findAddress(given) ?? given) : readAddress(given);
}

/** In a channel what can be recalled or looked up need not be given. */
export function mayBeAbsent(param: Param): boolean {
  return param.kind === 'article' && (param.isRecalled || param.orWords === true);
}

/** @throws Problem `BAD_USAGE` that names what is missing. */
export function refuseMissing(command: Command, verb: Verb, args: Arguments): void {
  const missing = verb.params.find((param) => param.required && args[param.name] === undefined && !mayBeAbsent(param));
  const calledAs = verb.name === null ? command.name : `${command.name} ${verb.name}`;
  if (missing !== undefined) throw new Problem('BAD_USAGE', `/${calledAs} needs ${missing.name}: ${missing.about}`);
}
