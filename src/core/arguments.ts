import type { Arguments } from './command.ts';

/** The text given for a parameter; empty where it was not given. */
export function textOf(args: Arguments, name: string): string {
  const value = args[name];
  return value === undefined ? '' : String(value);
}

/** The number given for a parameter, or null. */
export function numberOf(args: Arguments, name: string): number | null {
  const value = args[name];
  return typeof value === 'number' ? value : null;
}

/** Which of `choices` was given for a parameter, or null. */
export function choiceOf<T extends string>(args: Arguments, name: string, choices: readonly T[]): T | null {
  return choices.find((choice) => choice === args[name]) ?? null;
}
