import { parseArgs } from 'node:util';
import type { Arguments, Command, Param } from '#core/command.ts';
import { echo, findCommand, hintOf } from '#core/find-command.ts';
import { Problem } from '#core/problem.ts';
import { readValue } from '#core/read-value.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { type DigestOrder, parseDigest } from './parse-digest.ts';

/** What a line of arguments asks for. */
export type Invocation =
  | { readonly kind: 'run'; readonly command: Command; readonly args: Arguments; readonly json: boolean }
  | { readonly kind: 'operate'; readonly operation: Operation; readonly flags: ReadonlySet<string> }
  | { readonly kind: 'digest'; readonly order: DigestOrder }
  | { readonly kind: 'help'; readonly command: Command | Operation | 'digest' | null }
  | { readonly kind: 'version' };

/**
 * Arguments (without node and the script) to what they ask for. Options and places come from the command's own definition; at
 * a command line a command has its first meaning, and takes an article always. Words beyond the last place join it, so that a
 * question needs no quotation marks.
 * @throws Problem `BAD_USAGE`.
 */
export function parseArguments(argv: readonly string[], commands: readonly Command[]): Invocation {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h') return { kind: 'help', command: null };
  if (name === '--version' || name === '-v') return { kind: 'version' };
  // In a channel it is another command of this name: schedules belong to channels.
  if (name === 'digest' || (name === 'help' && rest[0] === 'digest')) {
    const order = name === 'help' ? null : parseDigest(rest);
    return order === null ? { kind: 'help', command: 'digest' } : { kind: 'digest', order };
  }
  if (name === 'help') return { kind: 'help', command: rest[0] === undefined ? null : findAny(rest[0], commands) };
  const found = findAny(name, commands);
  if (!('verbs' in found)) return parseOperation(found, rest);
  const params = paramsOf(found);
  const named = params.filter(({ required }) => !required).map((param) => [param.name, 'string'] as const);
  const { values, positionals } = split(rest, { ...Object.fromEntries(named), json: 'boolean' });
  if (values.help === true) return { kind: 'help', command: found };
  const args: Record<string, string | number | boolean> = { ...placed(positionals, found, params) };
  for (const param of params.filter(({ required }) => !required)) {
    const value = values[param.name];
    if (typeof value === 'string') args[param.name] = readValue(value, { ...param, name: `--${param.name}` });
  }
  return { kind: 'run', command: found, args, json: values.json === true };
}

/** What a command takes here. A flag says who in a channel sees the answer; a command line has one reader. */
export function paramsOf(command: Command): readonly Param[] {
  return command.verbs[0].params.filter(({ kind }) => kind !== 'flag');
}

function findAny(name: string, commands: readonly Command[]): Command | Operation {
  return findCommand<Command | Operation>(name, [...commands, ...OPERATIONS]);
}

function parseOperation(operation: Operation, rest: readonly string[]): Invocation {
  const flags = Object.fromEntries(operation.flags.map((flag) => [flag.name, 'boolean'] as const));
  const { values, positionals } = split(rest, flags);
  if (values.help === true) return { kind: 'help', command: operation };
  const [extra] = positionals.slice(operation.subject === null ? 0 : 1);
  const subject = positionals[0] ?? operation.subject;
  if (operation.subject !== null && subject !== operation.subject)
    throw new Problem('BAD_USAGE', `it is written ${operation.name} ${operation.subject}`);
  if (extra !== undefined) throw new Problem('BAD_USAGE', `${operation.name} has no use for “${echo(extra)}”`);
  const given = operation.flags.filter((flag) => values[flag.name] === true).map((flag) => flag.name);
  return { kind: 'operate', operation, flags: new Set(given) };
}

function split(
  rest: readonly string[],
  options: Readonly<Record<string, 'string' | 'boolean'>>,
): { values: Readonly<Record<string, unknown>>; positionals: readonly string[] } {
  const names = [...Object.keys(options), 'help'];
  try {
    return parseArgs({
      args: [...rest],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(Object.entries(options).map(([name, type]) => [name, { type }])),
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (cause) {
    const [message = 'these options cannot be understood'] = cause instanceof Error ? cause.message.split('. ') : [];
    const [, unknown] = /^Unknown option '-+(.*)'$/.exec(message) ?? [];
    throw new Problem('BAD_USAGE', unknown === undefined ? message : `${message}; ${hintOf(unknown, names)}`, {
      cause,
    });
  }
}

/** What is looked up in a channel has to be given here, and may lie in a file. */
function neededWords({ kind, name, about }: Param): string {
  return kind === 'article' ? 'an article: an address, a file, or - for standard input' : `${name}: ${about}`;
}

function placed(positionals: readonly string[], command: Command, params: readonly Param[]): Record<string, string> {
  const places = params.filter(({ required }) => required);
  const missing = places[positionals.length];
  if (missing !== undefined) throw new Problem('BAD_USAGE', `${command.name} needs ${neededWords(missing)}`);
  const last = places.at(-1);
  if (positionals.length > places.length && last?.kind !== 'text') {
    throw new Problem(
      'BAD_USAGE',
      `${command.name} takes one ${last?.name ?? 'word'}, and there is more: “${positionals[places.length]}”`,
    );
  }
  const values = places.map(
    (place, i) => [place.name, place === last ? positionals.slice(i).join(' ') : (positionals[i] ?? '')] as const,
  );
  const empty = values.find(([, value]) => value.trim() === '');
  if (empty !== undefined) throw new Problem('BAD_USAGE', `${command.name}: ${empty[0]} is empty`);
  return Object.fromEntries(values);
}
