import type { Command, Param } from '#core/command.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { paramsOf } from './parse-arguments.ts';
import { DIGEST_HELP } from './parse-digest.ts';

const INVOKED_AS = 'byline';
/** An article that lies in every checkout. */
const EXAMPLE = 'examples/harbour-bridge.html';

/** The help for everything, or for one command or operation, written from their definitions. */
export function helpText(commands: readonly Command[], command: Command | Operation | 'digest' | null): string {
  if (command === null) return overview(commands.filter(({ name }) => name !== 'digest'));
  if (command === 'digest') return DIGEST_HELP;
  return 'verbs' in command ? helpFor(command) : operationHelp(command);
}

function overview(commands: readonly Command[]): string {
  const width = Math.max(...[...commands, ...OPERATIONS].map(({ name }) => name.length));
  return [
    'byline: the key points of a news article, and who said them, through which outlet, in whose words.',
    '',
    `Usage: ${INVOKED_AS} <command> <url | file | -> [options]`,
    `       ${INVOKED_AS} ${OPERATIONS.map(({ name }) => name).join(' | ')}`,
    `In a checkout, ${INVOKED_AS} is: npm run --silent ${INVOKED_AS} --`,
    '',
    'Commands:',
    ...commands.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`),
    `  ${'digest'.padEnd(width)}  The day's stories from feeds, one entry a story: byline digest --help`,
    '',
    'To run the bot:',
    ...OPERATIONS.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`),
    '',
    'Options of every command:',
    '  --json  one JSON document on standard output, for programs',
    '  --help  how a command is written, with examples',
    '',
    'Examples:',
    ...commands.flatMap((command) =>
      examplesOf(command)
        .slice(0, 1)
        .map((example) => `  ${example}`),
    ),
    '',
    'Exit codes: 0 done, 2 wrong usage, 3 the input could not be read, 4 nothing survived verification,',
    '5 a configured service does not answer.',
    '',
  ].join('\n');
}

function operationHelp({ name, about, flags, subject }: Operation): string {
  const shown = flags.map((flag) => `  --${flag.name}  ${flag.about}`);
  return [
    `${about}.`,
    '',
    `Usage: ${INVOKED_AS} ${subject === null ? name : `${name} ${subject}`}${shown.length === 0 ? '' : ' [options]'}`,
    ...shown,
    '',
  ].join('\n');
}

function helpFor(command: Command): string {
  const params = paramsOf(command);
  const places = params.filter(({ required }) => required);
  const options = params.filter(({ required }) => !required);
  const shown = [
    ...options.map((param) => [`--${param.name} ${placeholderOf(param)}`, param.about]),
    ['--json', 'one JSON document on standard output'],
  ];
  const width = Math.max(...shown.map(([left = '']) => left.length));
  return [
    `${command.about}.`,
    '',
    `Usage: ${INVOKED_AS} ${[command.name, ...places.map(placeOf)].join(' ')} [options]`,
    '',
    'Options:',
    ...shown.map(([left = '', right = '']) => `  ${left.padEnd(width)}  ${right}`),
    '',
    'Examples:',
    ...examplesOf(command).map((example) => `  ${example}`),
    '',
  ].join('\n');
}

/** A command's own examples as lines of a shell: where a channel would know the article, an example stands in. */
function examplesOf(command: Command): string[] {
  const [verb] = command.verbs;
  const isRecalled = verb.params.some((param) => param.kind === 'article' && param.isRecalled);
  return verb.examples.map((words) => {
    if (!isRecalled || words.startsWith('https:')) return `${INVOKED_AS} ${command.name} ${words}`;
    return `${INVOKED_AS} ${command.name} ${EXAMPLE}${words === '' ? '' : ` "${words}"`}`;
  });
}

function placeOf(param: Param): string {
  return param.kind === 'article' ? '<url | file | ->' : `<${param.name}>`;
}

function placeholderOf(param: Param): string {
  switch (param.kind) {
    case 'article':
    case 'text':
    case 'feed':
      return 'NAME';
    case 'number':
      return `N (${param.least} to ${param.most})`;
    case 'choice':
      return param.choices.join('|');
    case 'flag':
      return '';
    default:
      return param satisfies never;
  }
}
