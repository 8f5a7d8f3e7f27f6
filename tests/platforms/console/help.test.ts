import { expect, test } from 'vitest';
import { commands } from '#commands/index.ts';
import { helpText } from '#platforms/console/help.ts';

test('the overview names every command and shows an example of each', () => {
  const text = helpText(commands, null);
  for (const command of commands) {
    expect(text).toContain(command.about);
    expect(text).toContain(`byline ${command.name} ${command.examples[0]}`);
  }
});

test.each(commands.map((command) => [command.name, command] as const))(
  'the help of %s names its options and examples',
  (_, command) => {
    const text = helpText(commands, command);
    for (const param of command.params.filter(({ required }) => !required)) expect(text).toContain(`--${param.name} `);
    for (const example of command.examples) expect(text).toContain(example);
    expect(text).toContain('--json');
  },
);

test('no line of the help is wider than a terminal', () => {
  const lines = [null, ...commands].flatMap((command) => helpText(commands, command).split('\n'));
  expect(lines.filter((line) => line.length > 110)).toEqual([]);
});
