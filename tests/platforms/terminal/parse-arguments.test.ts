import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problem } from '#core/problem.ts';
import { parseArguments } from '#platforms/terminal/parse-arguments.ts';
import { commands } from '../../all-commands.ts';

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
  [['frobnicate'], 'there are brief, sources, digest, ask'],
  [['brief'], 'brief needs an article: an address, a file, or - for standard input'],
  [['ask', 'a.html'], 'ask needs question'],
  [['ask', 'a.html', ' '], 'question is empty'],
  [['brief', 'a', 'b'], 'there is more: “b”'],
  [['brief', 'a', '--points', '0'], 'whole number from 1 to 10, not “0”'],
  [['brief', 'a', '--points', '2.5'], 'not “2.5”'],
  [['brief', 'a', '--points'], 'argument missing'],
  [['brief', 'a', '--engine', 'magic'], 'one of extractive, model'],
  [['brief', 'a', '--fast'], "Unknown option '--fast'"],
  [['brief', 'a', '--pionts', '3'], "Unknown option '--pionts'; did you mean “points”?"],
  [['brief', 'a', '--fast'], 'there are points, engine, style, language, json, help'],
  [['help', 'sorces'], 'did you mean “sources”?'],
  [['strat'], 'did you mean “start”?'],
  [['start', '--terminl'], 'did you mean “terminal”?'],
  [['start', '--terminal=yes'], 'does not take an argument'],
  [['start', 'now'], 'start has no use for “now”'],
  [['worker', '--terminal'], "Unknown option '--terminal'; there is only “help”"],
  [['doctor', '--json'], "Unknown option '--json'"],
  [['doctor', 'x'.repeat(1_000)], `doctor has no use for “${'x'.repeat(40)}…”`],
])('%j is refused in words', (argv, words) => {
  expect(() => parseArguments(argv, commands)).toThrow(Problem);
  expect(() => parseArguments(argv, commands)).toThrow(words);
});

test('what operates the bot is told with its flags', () => {
  const operate = (...argv: string[]) => {
    const invocation = parseArguments(argv, commands);
    return invocation.kind === 'operate' ? [invocation.operation.name, ...invocation.flags] : invocation.kind;
  };
  expect(operate('start')).toEqual(['start']);
  expect(operate('start', '--terminal')).toEqual(['start', 'terminal']);
  expect(operate('worker')).toEqual(['worker']);
  expect(operate('doctor')).toEqual(['doctor']);
  for (const name of ['start', 'worker', 'doctor']) {
    const wanted = { kind: 'help', command: { name } };
    expect(parseArguments([name, '--help'], commands)).toMatchObject(wanted);
    expect(parseArguments([name, '-h'], commands)).toMatchObject(wanted);
    expect(parseArguments(['help', name], commands)).toMatchObject(wanted);
  }
});

test('a command line has no flag that says who in a channel sees the answer', () => {
  expect(() => run('brief', 'a', '--private')).toThrow("Unknown option '--private'");
});

test.each([['--version'], ['-v']])('%s asks for the version', (word) => {
  expect(parseArguments([word], commands)).toEqual({ kind: 'version' });
});

test('whatever is typed is understood or refused with BAD_USAGE', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string(),
          fc.constantFrom('brief', 'ask', 'start', 'doctor', '--terminal', '--points', '--json', '-', '--', '-h'),
        ),
      ),
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
