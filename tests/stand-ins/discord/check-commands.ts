import { ApplicationCommandUpdateRequestSchema } from 'discord-api-spec/zod';
import { checkShape } from './check-shape.ts';
import { type Issue, refuseIssues } from './discord-error.ts';
import { isRecord, type Json, lengthOf, listOf, numberOf, recordOf, recordsOf, textOf } from './json.ts';

type Path = readonly (string | number)[];

const TYPE = { slash: 1, user: 2, message: 3 } as const;
const OPTION = { subcommand: 1, group: 2, string: 3, integer: 4, number: 10 } as const;
/** Slash commands, and menu commands of each kind. */
const MOST: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };
/** Names, descriptions and choice values of one command, all together. */
const LARGEST_COMMAND = 8000;
const LONGEST_CHOICE = 100;
const SLASH_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/**
 * The commands, if Discord would register them.
 * @throws DiscordError 50035 as Discord would refuse them
 */
export function checkCommands(body: unknown): readonly Json[] {
  if (!Array.isArray(body))
    refuseIssues([{ path: [], code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' }]);
  const commands = recordsOf(body);
  refuseIssues([
    ...listOf(body).flatMap((command, at) =>
      checkShape(ApplicationCommandUpdateRequestSchema, asSpecified(command), [at]),
    ),
    ...checkNumbers(commands),
    ...repeated(commands.map(({ name, type }) => `${typeOf({ type })} ${textOf(name)}`)).map((at) => ({
      path: [at],
      code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
      message: 'Application command names must be unique',
    })),
    ...commands.flatMap((command, at) => checkCommand(command, [at])),
  ]);
  return commands;
}

function checkNumbers(commands: readonly Json[]): readonly Issue[] {
  return Object.entries(MOST).flatMap(([type, most]) => {
    const count = commands.filter((command) => typeOf(command) === Number(type)).length;
    const message = `Maximum number of application commands reached (${most}).`;
    return count > most ? [{ path: [], code: 'APPLICATION_COMMANDS_MAX', message }] : [];
  });
}

function checkCommand(command: Json, path: Path): readonly Issue[] {
  const isSlash = typeOf(command) === TYPE.slash;
  const description = textOf(command.description);
  const isTooLarge = sizeOf(command) > LARGEST_COMMAND;
  return [
    ...(isSlash ? checkName(command, path) : []),
    ...(isSlash && description === '' ? [required([...path, 'description'])] : []),
    ...(!isSlash && description !== ''
      ? [issue([...path, 'description'], 'APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED', 'Menu commands have none')]
      : []),
    ...(!isSlash && listOf(command.options).length > 0
      ? [issue([...path, 'options'], 'APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED', 'Menu commands have no options')]
      : []),
    ...(isTooLarge
      ? [issue(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${LARGEST_COMMAND})`)]
      : []),
    ...repeated(listOf(command.contexts)).map((at) =>
      issue([...path, 'contexts', at], 'SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains this value'),
    ),
    ...repeated(listOf(command.integration_types)).map((at) =>
      issue(
        [...path, 'integration_types', at],
        'SET_TYPE_ALREADY_CONTAINS_VALUE',
        'The set already contains this value',
      ),
    ),
    ...checkOptions(command, path, 0),
  ];
}

/** `depth` is 0 in the command, 1 in a group or a subcommand of it, 2 in a subcommand of a group. */
function checkOptions(holder: Json, path: Path, depth: number): readonly Issue[] {
  const options = recordsOf(holder.options);
  const at = (index: number, ...more: Path) => [...path, 'options', index, ...more];
  const isNested = ({ type }: Json) => type === OPTION.subcommand || type === OPTION.group;
  const isMixed = options.some(isNested) && !options.every(isNested);
  const firstOptional = options.findIndex((option) => !isNested(option) && option.required !== true);
  return [
    ...(isMixed
      ? [
          issue(
            [...path, 'options'],
            'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
            'Sub-command and sub-command group option types are mutually exclusive to all other types',
          ),
        ]
      : []),
    ...repeated(options.map(({ name }) => name)).map((index) =>
      issue(at(index), 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists'),
    ),
    ...options.flatMap((option, index) => [
      ...checkName(option, at(index)),
      ...(textOf(option.description) === '' ? [required(at(index, 'description'))] : []),
      ...(firstOptional !== -1 && index > firstOptional && option.required === true
        ? [
            issue(
              at(index),
              'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
              'Required options must be placed before non-required options',
            ),
          ]
        : []),
      ...checkValues(option, at(index)),
      ...(isNested(option) &&
      (depth === 2 || (depth === 1 && (option.type === OPTION.group || holder.type !== OPTION.group)))
        ? [issue(at(index, 'type'), 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Not allowed at this depth')]
        : []),
      ...(option.type === OPTION.group && listOf(option.options).length === 0 ? [required(at(index, 'options'))] : []),
      ...checkOptions(option, at(index), depth + 1),
    ]),
  ];
}

function checkValues(option: Json, path: Path): readonly Issue[] {
  const choices = recordsOf(option.choices);
  const isNumber = option.type === OPTION.integer || option.type === OPTION.number;
  const [least, most] = isNumber ? [option.min_value, option.max_value] : [option.min_length, option.max_length];
  return [
    ...(option.autocomplete === true && choices.length > 0
      ? [issue(path, 'APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES', 'Autocomplete cannot be used with choices')]
      : []),
    ...repeated(choices.map(({ name }) => name)).map((at) =>
      issue(
        [...path, 'choices', at],
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
        'Choice name already exists',
      ),
    ),
    ...choices.flatMap(({ value, name }, at) => [
      ...(textOf(name) === '' ? [required([...path, 'choices', at, 'name'])] : []),
      // The specification lets 6000 pass.
      ...(lengthOf(value) > LONGEST_CHOICE
        ? [
            issue(
              [...path, 'choices', at, 'value'],
              'BASE_TYPE_MAX_LENGTH',
              `Must be ${LONGEST_CHOICE} or fewer in length.`,
            ),
          ]
        : []),
      ...(option.type === OPTION.integer && !Number.isSafeInteger(value)
        ? [issue([...path, 'choices', at, 'value'], 'NUMBER_TYPE_COERCE', 'Value is not int.')]
        : []),
    ]),
    ...(typeof least === 'number' && typeof most === 'number' && least > most
      ? [issue(path, 'APPLICATION_COMMAND_OPTIONS_MIN_GREATER_THAN_MAX', 'The minimum is greater than the maximum')]
      : []),
  ];
}

/** Lower-case letters of any script, digits, `-`, `_` and `'`. */
function checkName({ name }: Json, path: Path): readonly Issue[] {
  const text = textOf(name);
  if (SLASH_NAME.test(text) && text === text.toLowerCase()) return [];
  return [issue([...path, 'name'], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')];
}

function sizeOf(holder: Json): number {
  const choices = recordsOf(holder.choices).map(({ name, value }) => lengthOf(name) + lengthOf(value));
  const options = recordsOf(holder.options).map(sizeOf);
  return [lengthOf(holder.name), lengthOf(holder.description), ...choices, ...options].reduce(
    (all, one) => all + one,
    0,
  );
}

function typeOf({ type }: Json): number {
  return numberOf(type, TYPE.slash);
}

/** discord.js sends permissions as text, which Discord takes; the specification knows the number only. */
function asSpecified(command: unknown): unknown {
  if (!isRecord(command)) return command;
  const permissions = command.default_member_permissions;
  const isDigits = typeof permissions === 'string' && /^\d+$/.test(permissions);
  return isDigits ? { ...recordOf(command), default_member_permissions: Number(permissions) } : command;
}

/** The places of values that were there before. */
function repeated(values: readonly unknown[]): readonly number[] {
  return values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
}

function issue(path: Path, code: string, message: string): Issue {
  return { path, code, message };
}

function required(path: Path): Issue {
  return issue(path, 'BASE_TYPE_REQUIRED', 'This field is required');
}
