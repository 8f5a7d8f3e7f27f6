import { parseArgs } from 'node:util';
import type { Arguments, Command, Param } from '#core/command.ts';
import { Problem } from '#core/problem.ts';
import { nearestWord } from './nearest-word.ts';

/** What a line of arguments asks for. */
export type Invocation =
  | { readonly kind: 'run'; readonly command: Command; readonly args: Arguments; readonly json: boolean }
  | { readonly kind: 'help'; readonly command: Command | null }
  | { readonly kind: 'version' };

/**
 * Arguments (without node and the script) to what they ask for. Options and places come from the command's own
 * definition. Words beyond the last place join it, so that a question needs no quotation marks.
 * @throws Problem `BAD_USAGE`.
 */
export function parseArguments(argv: readonly string[], commands: readonly Command[]): Invocation {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h') return { kind: 'help', command: null };
  if (name === '--version' || name === '-v') return { kind: 'version' };
  if (name === 'help') return { kind: 'help', command: rest[0] === undefined ? null : findCommand(rest[0], commands) };
  const command = findCommand(name, commands);
  const { values, positionals } = split(rest, command);
  if (values.help === true) return { kind: 'help', command };
  const args: Record<string, string | number> = { ...placed(positionals, command) };
  for (const param of command.params.filter(({ required }) => !required)) {
    const value = values[param.name];
    if (typeof value === 'string') args[param.name] = parseValue(value, param);
  }
  return { kind: 'run', command, args, json: values.json === true };
}

function findCommand(name: string, commands: readonly Command[]): Command {
  const found = commands.find((command) => command.name === name);
  if (found !== undefined) return found;
  const near = nearestWord(
    name,
    commands.map((command) => command.name),
  );
  const hint =
    near === null ? `there are ${commands.map((command) => command.name).join(', ')}` : `did you mean “${near}”?`;
  throw new Problem('BAD_USAGE', `there is no command “${name}”; ${hint}`);
}

function split(
  rest: readonly string[],
  command: Command,
): { values: Readonly<Record<string, unknown>>; positionals: readonly string[] } {
  const named = command.params.filter(({ required }) => !required);
  const options = Object.fromEntries(named.map(({ name }) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({
      args: [...rest],
      allowPositionals: true,
      options: { ...options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (cause) {
    const [message = 'these options cannot be understood'] = cause instanceof Error ? cause.message.split('. ') : [];
    throw new Problem('BAD_USAGE', message, { cause });
  }
}

function placed(positionals: readonly string[], command: Command): Record<string, string> {
  const places = command.params.filter(({ required }) => required);
  const missing = places[positionals.length];
  if (missing !== undefined) throw new Problem('BAD_USAGE', `${command.name} needs ${missing.name}: ${missing.about}`);
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

function parseValue(value: string, param: Param): string | number {
  switch (param.kind) {
    case 'article':
    case 'text':
      return value;
    case 'number': {
      const isWithin = /^\d{1,6}$/.test(value) && Number(value) >= param.least && Number(value) <= param.most;
      if (isWithin) return Number(value);
      throw new Problem(
        'BAD_USAGE',
        `--${param.name} takes a whole number from ${param.least} to ${param.most}, not “${value}”`,
      );
    }
    case 'choice':
      if (param.choices.includes(value)) return value;
      throw new Problem('BAD_USAGE', `--${param.name} is one of ${param.choices.join(', ')}, not “${value}”`);
    default:
      return param satisfies never;
  }
}
