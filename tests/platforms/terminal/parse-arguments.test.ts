import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '#commands/index.ts';
import { Problem } from '#core/problem.ts';
import { parseArguments } from '#platforms/terminal/parse-arguments.ts';

const run = (...argv: string[]) => {
  const invocation = parseArguments(argv, commands);
  if (invocation.kind !== 'run') throw new Error(`asked for ${invocation.kind}`);
  return { name: invocation.command.name, args: invocation.args, json: invocation.json };
};

test('nothing at all asks for help', () => {
  expect(parseArguments([], commands)).toEqual({ kind: 'help', command: null });
});

test.each([['--help'], ['-h'], ['help']])('%s asks for help', (word) => {
  expect(parseArguments([word], commands)).toEqual({ kind: 'help', command: null });
});

test('help for one command is found from both sides', () => {
  const wanted = { kind: 'help', command: commands[0] };
  expect(parseArguments(['help', 'brief'], commands)).toEqual(wanted);
  expect(parseArguments(['brief', '--help'], commands)).toEqual(wanted);
});

test('an article and options come out by name', () => {
  expect(run('brief', 'a.html', '--points', '4', '--engine', 'extractive', '--style=short', '--json')).toEqual({
    name: 'brief',
    args: { article: 'a.html', points: 4, engine: 'extractive', style: 'short' },
    json: true,
  });
});

test('- is standard input, not an option', () => {
  expect(run('sources', '-')).toMatchObject({ args: { article: '-' } });
});

test('a question needs no quotation marks', () => {
  expect(run('ask', 'a.html', 'who', 'closed', 'it?')).toMatchObject({
    args: { article: 'a.html', question: 'who closed it?' },
  });
});

test.each([
  [['breif', 'a'], 'did you mean “brief”?'],
  [['frobnicate'], 'there are brief, sources, ask'],
  [['brief'], 'brief needs article'],
  [['ask', 'a.html'], 'ask needs question'],
  [['ask', 'a.html', ' '], 'question is empty'],
  [['brief', 'a', 'b'], 'there is more: “b”'],
  [['brief', 'a', '--points', '0'], 'whole number from 1 to 10, not “0”'],
  [['brief', 'a', '--points', '2.5'], 'not “2.5”'],
  [['brief', 'a', '--points'], 'argument missing'],
  [['brief', 'a', '--engine', 'magic'], 'one of extractive, model'],
  [['brief', 'a', '--fast'], "Unknown option '--fast'"],
  [['help', 'sorces'], 'did you mean “sources”?'],
])('%j is refused in words', (argv, words) => {
  expect(() => parseArguments(argv, commands)).toThrow(Problem);
  expect(() => parseArguments(argv, commands)).toThrow(words);
});

test('whatever is typed is understood or refused with BAD_USAGE', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('brief', 'ask', '--points', '--json', '-', '--', '-h'))),
      (argv) => {
        try {
          parseArguments(argv, commands);
        } catch (error) {
          expect(error).toMatchObject({ name: 'Problem', code: 'BAD_USAGE' });
        }
      },
    ),
  );
});
