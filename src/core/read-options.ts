import type { Arguments, Command, Verb } from './command.ts';
import { readAddress } from './find-address.ts';
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
    args[name] = param.kind === 'article' ? readAddress(String(given)) : given;
  }
  refuseMissing(command, verb, args);
  return { verb, args };
}

/** In a channel what can be recalled need not be given. */
export function refuseMissing(command: Command, verb: Verb, args: Arguments): void {
  const missing = verb.params.find(
    (param) => param.required && args[param.name] === undefined && !(param.kind === 'article' && param.isRecalled),
  );
  if (missing !== undefined) throw new Problem('BAD_USAGE', `/${command.name} needs ${missing.name}: ${missing.about}`);
}
