import { type Json, numberOf, recordsOf, textOf } from './json.ts';
import type { CommandOptions } from './stand-in.ts';

/** Numbers of Discord's option types. */
const OPTION = { subcommand: 1, group: 2, string: 3, integer: 4, boolean: 5, number: 10 } as const;
/** Options that name a user, channel, role or anything mentionable: their value is an id. */
const IDS: readonly number[] = [6, 7, 8, 9];

/**
 * What Discord's client makes of what a person typed: nested options, typed as registered. It sends nothing that breaks
 * the command's own rules, so neither do we.
 * @throws Error that says what the client would not let the person do
 */
export function fillOptions(command: Json, given: CommandOptions): readonly Json[] {
  const { subcommand, focused, ...values } = given;
  const registered = recordsOf(command.options);
  const isNested = registered.some(({ type }) => type === OPTION.subcommand || type === OPTION.group);
  if (!isNested) {
    if (subcommand !== undefined) throw new Error(`/${textOf(command.name)} has no subcommands`);
    return fill(registered, values, focused, `/${textOf(command.name)}`);
  }
  const [first, second] = (subcommand ?? '').split(' ');
  const outer = registered.find(({ name }) => name === first);
  if (outer === undefined)
    throw new Error(`/${textOf(command.name)} has no subcommand ${subcommand ?? '(none given)'}`);
  if (outer.type === OPTION.subcommand) return [filled(outer, values, focused)];
  const inner = recordsOf(outer.options).find(({ name }) => name === second);
  if (inner === undefined)
    throw new Error(`/${textOf(command.name)} ${first} has no subcommand ${second ?? '(none given)'}`);
  return [{ name: outer.name, type: outer.type, options: [filled(inner, values, focused)] }];
}

type Values = Readonly<Record<string, string | number | boolean | undefined>>;

function filled(sub: Json, values: Values, focused: string | undefined): Json {
  return { name: sub.name, type: sub.type, options: fill(recordsOf(sub.options), values, focused, textOf(sub.name)) };
}

function fill(
  registered: readonly Json[],
  values: Values,
  focused: string | undefined,
  where: string,
): readonly Json[] {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  const unknown = given.find(([name]) => registered.every((option) => option.name !== name));
  if (unknown !== undefined) throw new Error(`${where} has no option ${unknown[0]}`);
  // While a person still types, required options may be missing.
  const missing = registered.find(({ name, required }) => required === true && values[textOf(name)] === undefined);
  if (missing !== undefined && focused === undefined)
    throw new Error(`${where} needs the option ${textOf(missing.name)}`);
  if (focused !== undefined) refuseFocus(registered, values, focused, where);
  return given.map(([name, value]) => {
    const option = registered.find((one) => one.name === name) ?? {};
    const isFocused = name === focused;
    if (!isFocused) refuseValue(option, value, `${where} ${name}`);
    return { name, type: option.type, value, ...(isFocused ? { focused: true } : {}) };
  });
}

function refuseFocus(registered: readonly Json[], values: Values, focused: string, where: string): void {
  const option = registered.find(({ name }) => name === focused);
  if (option?.autocomplete !== true) throw new Error(`${where} ${focused} has no autocomplete`);
  if (values[focused] === undefined) throw new Error(`${where} ${focused} is focused: say what was typed, if only ''`);
}

function refuseValue(option: Json, value: unknown, where: string): void {
  const { type } = option;
  const isRight =
    type === OPTION.boolean
      ? typeof value === 'boolean'
      : type === OPTION.integer
        ? Number.isSafeInteger(value)
        : type === OPTION.number
          ? Number.isFinite(value)
          : typeof value === 'string' && (!IDS.includes(numberOf(type)) || /^\d+$/.test(value));
  if (!isRight) throw new Error(`${where} takes no ${typeof value} such as ${String(value)}`);
  const choices = recordsOf(option.choices);
  if (choices.length > 0 && choices.every((choice) => choice.value !== value))
    throw new Error(`${where} has no choice ${String(value)}`);
  if (typeof value === 'number') refuseRange(value, option.min_value, option.max_value, where);
  if (typeof value === 'string' && type === OPTION.string) {
    // A string option holds 6000 characters at most, whatever was registered.
    refuseRange(value.length, option.min_length ?? 1, option.max_length ?? 6000, `${where} (length)`);
  }
}

function refuseRange(value: number, least: unknown, most: unknown, where: string): void {
  if (typeof least === 'number' && value < least) throw new Error(`${where}: ${value} is less than ${least}`);
  if (typeof most === 'number' && value > most) throw new Error(`${where}: ${value} is more than ${most}`);
}
