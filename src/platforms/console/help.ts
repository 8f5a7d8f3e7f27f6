import type { Command, Param } from '#core/command.ts';

const INVOKED_AS = 'byline';

/** The help for all commands, or for one, written from their definitions. */
export function helpText(commands: readonly Command[], command: Command | null): string {
  return command === null ? overview(commands) : helpFor(command);
}

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'byline: the key points of a news article, and who said them, through which outlet, in whose words.',
    '',
    `Usage: ${INVOKED_AS} <command> <url | file | -> [options]`,
    `In a checkout, ${INVOKED_AS} is: npm run --silent ${INVOKED_AS} --`,
    '',
    'Commands:',
    ...commands.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`),
    '',
    'Options of every command:',
    '  --json  one JSON document on standard output, for programs',
    '  --help  how a command is written, with examples',
    '',
    'Examples:',
    ...commands.flatMap((command) => command.examples.slice(0, 1).map((example) => `  ${lineOf(command, example)}`)),
    '',
    'Exit codes: 0 done, 2 wrong usage, 3 the input could not be read, 4 nothing survived verification,',
    '5 a configured service does not answer.',
    '',
  ].join('\n');
}

function helpFor(command: Command): string {
  const places = command.params.filter(({ required }) => required);
  const options = command.params.filter(({ required }) => !required);
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
    ...command.examples.map((example) => `  ${lineOf(command, example)}`),
    '',
  ].join('\n');
}

function lineOf(command: Command, example: string): string {
  return `${INVOKED_AS} ${command.name} ${example}`;
}

function placeOf(param: Param): string {
  return param.kind === 'article' ? '<url | file | ->' : `<${param.name}>`;
}

function placeholderOf(param: Param): string {
  switch (param.kind) {
    case 'article':
    case 'text':
      return 'NAME';
    case 'number':
      return `N (${param.least} to ${param.most})`;
    case 'choice':
      return param.choices.join('|');
    default:
      return param satisfies never;
  }
}
