import { expect, test } from 'vitest';
import { helpText } from '#platforms/terminal/help.ts';
import { OPERATIONS } from '#platforms/terminal/operations.ts';
import { parseArguments } from '#platforms/terminal/parse-arguments.ts';
import { commands as all } from '../../all-commands.ts';

/** At a command line the digest is another command. */
const commands = all.filter(({ name }) => name !== 'digest');

test('the overview names every command and shows an example of each', () => {
  const text = helpText(commands, null);
  for (const command of commands) {
    expect(text).toContain(command.about);
    expect(text).toContain(`  byline ${command.name} `);
  }
});

test.each(commands.map((command) => [command.name, command] as const))(
  'the help of %s names its options and examples',
  (_, command) => {
    const text = helpText(commands, command);
    const [{ params, examples }] = command.verbs;
    for (const param of params.filter(({ required, kind }) => !required && kind !== 'flag'))
      expect(text).toContain(`--${param.name} `);
    for (const example of examples) expect(text).toContain(example);
    expect(text).toContain('--json');
  },
);

test('what operates the bot is in the overview and has a help of its own', () => {
  for (const operation of OPERATIONS) {
    expect(helpText(commands, null)).toContain(operation.about);
    expect(helpText(commands, operation)).toContain(`byline ${operation.name}`);
  }
});

test('every example of the help is taken by the command line', () => {
  const examples = commands.flatMap((command) =>
    [...helpText(commands, command).matchAll(/^ {2}byline (.+)$/gm)].map(([, line = '']) => line),
  );
  expect(examples.length).toBeGreaterThanOrEqual(commands.length);
  for (const line of examples) {
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    expect(parseArguments(words, commands)).toMatchObject({ kind: 'run' });
  }
});

test('no line of the help is wider than a terminal', () => {
  const lines = [null, ...commands].flatMap((command) => helpText(commands, command).split('\n'));
  expect(lines.filter((line) => line.length > 110)).toEqual([]);
});
