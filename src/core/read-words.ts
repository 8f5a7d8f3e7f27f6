import type { Arguments, Command, Param, Verb } from './command.ts';
import { findAddress, readAddress } from './find-address.ts';
import { echo, hintOf } from './find-command.ts';
import { findVerb, verbNames } from './find-verb.ts';
import { nearestWord } from './nearest-word.ts';
import { Problem } from './problem.ts';
import { refuseMissing } from './read-options.ts';
import { readValue } from './read-value.ts';
import { splitWords, type Word } from './split-words.ts';

/** What the words after a command ask for. */
export type WordsRead =
  | { readonly kind: 'help' }
  | { readonly kind: 'run'; readonly verb: Verb; readonly args: Arguments };

const HELP = new Set(['help', '--help', '-h', '?']);

/**
 * The words after a command, as somebody typed them in a chat, to its verb and arguments. What is required stands by its
 * place, a text takes the words that are left as they were typed; the rest is written `name:value`, `--name value` or
 * `--name=value`, and a flag is its bare name. Quotation marks group words and take them as they are.
 * @throws Problem `BAD_USAGE` in words; for a slip with the nearest verb or option.
 */
export function readWords(command: Command, line: string, isInThread = false): WordsRead {
  const words = splitWords(line);
  if (asksForHelp(command, words)) return { kind: 'help' };
  const { bare } = command;
  if (words.length === 0 && bare !== undefined)
    return { kind: 'run', verb: findVerb(command, isInThread ? bare.thread : bare.floor), args: {} };
  const { verb, rest } = splitVerb(command, words);
  const { args, places } = splitOptions(command, verb, rest);
  placeWords(command, verb, places, args);
  refuseMissing(command, verb, args);
  return { kind: 'run', verb, args };
}

/** "help", alone or after a verb. */
function asksForHelp(command: Command, words: readonly Word[]): boolean {
  const [first, second] = words;
  const last = words.length === 2 && verbNames(command).includes(first?.text.toLowerCase() ?? '') ? second : first;
  return last !== undefined && words.at(-1) === last && !last.isQuoted && HELP.has(last.text.toLowerCase());
}

/**
 * A verb is the first word. An address or an option there means the first verb; any other word is a slip, and gets the
 * nearest.
 */
function splitVerb(command: Command, words: readonly Word[]): { verb: Verb; rest: readonly Word[] } {
  const [first] = words;
  const names = verbNames(command);
  if (names.length === 0 || first === undefined) return { verb: findVerb(command, null), rest: words };
  if (names.includes(first.text.toLowerCase()))
    return { verb: findVerb(command, first.text.toLowerCase()), rest: words.slice(1) };
  if (first.isQuoted || DASHED.test(first.text) || findAddress(first.text) !== null)
    return { verb: findVerb(command, null), rest: words };
  if (command.wordsMean !== undefined && !(words.length === 1 && nearestWord(first.text, names) !== null))
    return { verb: findVerb(command, command.wordsMean), rest: words };
  return { verb: findVerb(command, first.text), rest: words };
}

function splitOptions(command: Command, verb: Verb, words: readonly Word[]) {
  const named = verb.params.filter((param) => !param.required && param.kind !== 'article');
  const args: Record<string, string | number | boolean> = {};
  const places: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) continue;
    const option = word.isQuoted ? null : readOption(word.text, named);
    if (option === null) {
      places.push(word);
      continue;
    }
    if (option.param === undefined) {
      // In a text that is taken whole a dash begins no option of ours.
      if (verb.params.some(({ kind, required }) => kind === 'text' && required)) places.push(word);
      else {
        const names = named.map(({ name }) => name);
        throw new Problem('BAD_USAGE', `/${command.name} takes no “${echo(word.text)}”; ${hintOf(option.name, names)}`);
      }
    } else if (option.param.kind === 'flag') args[option.param.name] = readValue(option.value ?? 'true', option.param);
    else {
      const value = option.value ?? words[++at]?.text;
      if (value === undefined)
        throw new Problem('BAD_USAGE', `${option.param.name} needs a value: ${option.param.about}`);
      args[option.param.name] = readValue(value, option.param);
    }
  }
  return { args, places };
}

/** `--name`, `--name=value`, `--name:value`; writing programs make one long dash of two short ones. */
const DASHED = /^(?:--|—)(\p{L}[\p{L}-]*)(?:[=:](.*))?$/u;

type Option = { readonly name: string; readonly param: Param | undefined; readonly value: string | null };

/** A dashed option, `name:value`, `name:` with its value after a space, or a flag's bare name; null where it is none of these. */
function readOption(word: string, params: readonly Param[]): Option | null {
  const find = (name: string) => params.find((param) => param.name === name.toLowerCase());
  const [, dashed, value] = DASHED.exec(word) ?? [];
  if (dashed !== undefined) return { name: dashed, param: find(dashed), value: value || null };
  const [, before, after] = /^(\p{L}+):(?!\/\/)(.*)$/u.exec(word) ?? [];
  const param = before === undefined ? undefined : find(before);
  if (before !== undefined && param !== undefined) return { name: before, param, value: after || null };
  const flag = find(word);
  return flag?.kind === 'flag' ? { name: word, param: flag, value: null } : null;
}

/** Whether a parameter stands by its place, and not by its name. */
function isPlaced(param: Param): boolean {
  return param.kind === 'article' || param.required || (param.kind === 'text' && param.isPlaced === true);
}

function placeWords(
  command: Command,
  verb: Verb,
  words: readonly Word[],
  args: Record<string, string | number | boolean>,
): void {
  let rest = words;
  for (const [at, param] of verb.params.entries()) {
    const [next] = rest;
    if (!isPlaced(param) || next === undefined) continue;
    const takesRest = param.kind === 'text' || (param.kind === 'feed' && !verb.params.slice(at + 1).some(isPlaced));
    if (takesRest || (param.kind === 'article' && param.orWords === true && findAddress(next.text) === null)) {
      const words = rest.length === 1 ? next.text : rest.map(({ written }) => written).join(' ');
      args[param.name] = readValue(words, param);
      rest = [];
    } else if (param.kind === 'article') {
      // What can be recalled is given only by an address; any other word belongs to what follows.
      if (param.isRecalled && !isAddressed(next, verb)) continue;
      args[param.name] = readValue(readAddress(next.text), param);
      rest = rest.slice(1);
    } else {
      args[param.name] = readValue(next.text, param);
      rest = rest.slice(1);
    }
  }
  const [extra] = rest;
  if (extra === undefined) return;
  const isSecond = findAddress(extra.text) !== null && Object.keys(args).length > 0;
  throw new Problem(
    'BAD_USAGE',
    isSecond
      ? `one article at a time, and “${echo(extra.text)}” is one more`
      : `/${command.name} has no use for “${echo(extra.text)}”`,
  );
}

/** Many a question begins with a name that has a dot ("Booking.com said …"): before a text an article has a scheme or a path. */
function isAddressed({ text, isQuoted }: Word, verb: Verb): boolean {
  const isBeforeText = verb.params.some((param) => param.kind === 'text' && param.required);
  return findAddress(text) !== null && !(isBeforeText && (isQuoted || !/[:/]/.test(text)));
}
