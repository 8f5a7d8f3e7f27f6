import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Arguments, Command } from '#core/command.ts';
import { Problem } from '#core/problem.ts';
import { readOptions } from '#core/read-options.ts';
import { readWords } from '#core/read-words.ts';
import { expectToEnd } from '../expect-to-end.ts';
import { ASK, FEEDS } from './a-command.ts';

const read = (command: Command, line: string) => {
  const words = readWords(command, line);
  return words.kind === 'help' ? 'help' : { verb: words.verb.name, ...words.args };
};
const ADD = { verb: 'add', site: 'https://example.org', every: 2 };

test('without a verb the first one is meant, and so it is with an address', () => {
  expect(read(FEEDS, '')).toEqual({ verb: 'list' });
  expect(read(FEEDS, 'ADD example.org 2')).toEqual(ADD);
  expect(() => read(FEEDS, 'example.org')).toThrow('/feeds has no use for “example.org”');
});

test.each([
  '--limit 5',
  '--limit=5',
  '--limit:5',
  '—limit 5',
  '—limit=5',
  'limit:5',
  'limit: 5',
  'LIMIT:5',
  '--Limit "5"',
  '\u200elimit:5\u200e',
])('an option may be written %s', (option) => {
  expect(read(FEEDS, `add example.org 2 ${option}`)).toEqual({ ...ADD, limit: 5 });
  expect(read(FEEDS, `add ${option} example.org 2`)).toEqual({ ...ADD, limit: 5 });
});

test.each([
  ['quiet', true],
  ['Quiet', true],
  ['--quiet', true],
  ['quiet:true', true],
  ['--quiet=false', false],
])('a flag may be written %s', (flag, quiet) => {
  expect(read(FEEDS, `add example.org 2 ${flag}`)).toEqual({ ...ADD, quiet });
});

test('a choice and a text are taken as they are meant', () => {
  expect(read(FEEDS, 'add example.org 2 depth:All --title "The Quay Gazette"')).toEqual({
    ...ADD,
    depth: 'all',
    title: 'The Quay Gazette',
  });
  expect(read(FEEDS, 'add example.org 2 --title “quiet”')).toEqual({ ...ADD, title: 'quiet' });
});

test.each(['help', 'HELP', '--help', '-h', '?', 'add help', 'list --help', 'Add ?'])('%s asks for help', (line) => {
  expect(read(FEEDS, line)).toBe('help');
});

test('help in quotation marks is a word like another, and so it is among others', () => {
  expect(read(ASK, '"help"')).toEqual({ verb: null, question: 'help' });
  expect(read(ASK, 'help whom?')).toEqual({ verb: null, question: 'help whom?' });
});

test.each([
  ['Who closed it?', { question: 'Who closed it?' }],
  ['“Who closed it?”', { question: 'Who closed it?' }],
  ['Who said “no way” there?', { question: 'Who said “no way” there?' }],
  ['why — and --how: really', { question: 'why — and --how: really' }],
  ['https://example.org/a who?', { article: 'https://example.org/a', question: 'who?' }],
  ['example.org/a who?', { article: 'https://example.org/a', question: 'who?' }],
  ['<https://example.org/a|A label> who?', { article: 'https://example.org/a', question: 'who?' }],
  ['Node.js is whose?', { question: 'Node.js is whose?' }],
  ['Booking.com said what?', { question: 'Booking.com said what?' }],
  ['U.S. or E.U.?', { question: 'U.S. or E.U.?' }],
  ['3.5 of what?', { question: '3.5 of what?' }],
  ['من أغلق الجسر؟ 🌉', { question: 'من أغلق الجسر؟ 🌉' }],
])('/ask %s', (line, args) => {
  expect(read(ASK, line)).toEqual({ verb: null, ...args });
});

test.each([
  [FEEDS, 'ad example.org', '/feeds knows no “ad”; did you mean “add”?'],
  [FEEDS, 'weather', '/feeds knows no “weather”; there are list, add'],
  [FEEDS, 'list --limit 3', '/feeds takes no “--limit”; there are none'],
  [FEEDS, 'add example.org 2 --limt 3', '/feeds takes no “--limt”; did you mean “limit”?'],
  [FEEDS, 'add example.org 2 --x', '/feeds takes no “--x”; there are title, depth, limit, quiet'],
  [FEEDS, 'add example.org 2 --limit', 'limit needs a value: how many at most'],
  [FEEDS, 'add example.org 2 limit:', 'limit needs a value: how many at most'],
  [FEEDS, 'add example.org 2 limit:99', 'limit takes a whole number from 1 to 50, not “99”'],
  [FEEDS, 'add example.org 2 limit:-1', 'not “-1”'],
  [FEEDS, 'add example.org 2 limit:1e1', 'not “1e1”'],
  [FEEDS, 'add example.org 2 depth:most', 'depth is one of some, all, not “most”'],
  [FEEDS, 'add example.org 2 quiet:maybe', 'quiet is given or not; it takes no “maybe”'],
  [FEEDS, 'add', '/feeds add needs site: the address of a site'],
  [FEEDS, 'add example.org', '/feeds add needs every: hours between two looks'],
  [FEEDS, 'add somewhere', '“somewhere” is not the address of an article'],
  [FEEDS, 'add example.org 2 example.net', 'one article at a time, and “example.net” is one more'],
  [FEEDS, 'add example.org 2 more', '/feeds has no use for “more”'],
  [ASK, '', '/ask needs question: what you want to know'],
  [ASK, 'https://example.org/a', '/ask needs question: what you want to know'],
  [ASK, '""', 'question is empty'],
  [ASK, `why${'y'.repeat(10_000)}`, 'question has 10003 characters; 4000 are the most'],
])('%o is refused in words', (command, line, words) => {
  expect(() => readWords(command, line)).toThrow(expect.objectContaining({ code: 'BAD_USAGE' }));
  expect(() => readWords(command, line)).toThrow(words);
});

test('a slip of 10,000 characters is repeated by its beginning, never by half a sign', () => {
  expect(() => readWords(FEEDS, 'x'.repeat(10_000))).toThrow(`“${'x'.repeat(40)}…”`);
  expect(() => readWords(FEEDS, `${'x'.repeat(39)}😀${'x'.repeat(10_000)}`)).toThrow(
    expect.objectContaining({ message: expect.not.stringMatching(/\p{Cs}/u) }),
  );
});

/** Lines as people and their programs may write them, and lines that nobody would. */
const aLine = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'add',
          'list',
          '--',
          '—',
          '--limit',
          'limit:',
          '2',
          'quiet',
          '"',
          '“',
          '”',
          'help',
          'example.org',
        ),
        fc.constantFrom('__proto__', '--constructor', 'toString:1', '<https://x.org|', '>', '\u0000', '\ud800', '🙂'),
        fc.string(),
      ),
    )
    .map((words) => words.join(' ')),
);

test('whatever is typed is understood or refused with BAD_USAGE', () => {
  fc.assert(
    fc.property(fc.constantFrom(FEEDS, ASK), aLine, (command, line) => {
      try {
        const words = readWords(command, line);
        if (words.kind === 'run') expect(command.verbs).toContain(words.verb);
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
        expect(error).toMatchObject({ code: 'BAD_USAGE' });
      }
    }),
  );
});

test('what is understood holds nothing hidden, and no more than was asked for', () => {
  fc.assert(
    fc.property(aLine, (line) => {
      const words = tryTo(() => readWords(ASK, line));
      if (words?.kind !== 'run') return;
      expect(Object.keys(words.args).every((name) => ['article', 'question'].includes(name))).toBe(true);
      for (const value of Object.values(words.args)) expect(value).not.toMatch(/[\p{Cc}\p{Cs}\u200b\u202e]/u);
    }),
  );
});

const aWord = fc.stringMatching(/^[\p{L}\p{N}’.,!-]{1,12}$/u).filter((word) => !/^[-—]|^\W*$/.test(word));
const someWords = fc.array(aWord, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const someArgs = fc.record(
  {
    site: fc.webUrl().filter((url) => !/["'.,;:!?)\]]$/.test(url)),
    every: fc.integer({ min: 1, max: 24 }),
    title: someWords,
    depth: fc.constantFrom('some', 'all'),
    limit: fc.integer({ min: 1, max: 50 }),
    quiet: fc.boolean(),
  },
  { requiredKeys: ['site', 'every'] },
);

test('arguments survive being written as words, in every spelling', () => {
  fc.assert(
    fc.property(someArgs, fc.array(fc.nat()), ({ site, every, ...options }, chances) => {
      const written = Object.entries(options).map(([name, value], at) => spell(name, value, chances[at] ?? at));
      expect(read(FEEDS, ['add', ...written, site, every].join(' '))).toEqual({ verb: 'add', site, every, ...options });
      expect(read(FEEDS, ['add', site, every, ...written].join(' '))).toEqual({ verb: 'add', site, every, ...options });
    }),
  );
});

test('words and typed options agree', () => {
  fc.assert(
    fc.property(someArgs, ({ site, every, ...options }) => {
      const written = Object.entries(options).map(([name, value]) => spell(name, value, 0));
      const words = readWords(FEEDS, ['add', site, every, ...written].join(' '));
      expect({ kind: 'run', ...readOptions(FEEDS, 'add', { site, every, ...options }) }).toEqual(words);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (question) => {
      // A text that is given by name may begin with anything; in words its beginning may be an address or ask for help.
      const asWords = tryTo(() => readWords(ASK, `“${question.replace(/[”"„«]/g, '')}”`));
      const asOption = tryTo(() => readOptions(ASK, null, { question: question.replace(/[”"„«]/g, '') }));
      expect(asWords === null ? null : questionOf(asWords)).toBe(asOption === null ? null : questionOf(asOption));
    }),
  );
});

test('typed options are refused in the same words', () => {
  const cases: [string | null, Record<string, string | number | boolean>, string][] = [
    ['ad', {}, '/feeds knows no “ad”; did you mean “add”?'],
    ['add', { site: 'example.org', every: 2, limt: 3 }, '/feeds takes no “limt”; did you mean “limit”?'],
    ['list', { limit: 3 }, '/feeds takes no “limit”; there are none'],
    ['add', { site: 'somewhere', every: 2 }, '“somewhere” is not the address of an article'],
    ['add', { every: 2 }, '/feeds add needs site'],
    ['add', { site: 'example.org', every: 2.5 }, 'every takes a whole number from 1 to 24, not “2.5”'],
    ['add', { site: 'example.org', every: Number.NaN }, 'not “NaN”'],
    ['add', { site: '\u200b', every: 2 }, 'site is empty'],
  ];
  for (const [verb, options, words] of cases) expect(() => readOptions(FEEDS, verb, options)).toThrow(words);
});

test('an address given as an option is found as it is in words', () => {
  expect(readOptions(FEEDS, 'add', { site: '<https://example.org/a|a>', every: '2' }).args).toEqual({
    site: 'https://example.org/a',
    every: 2,
  });
});

test('a megabyte is read or refused', () => {
  for (const part of ['a ', '"a ', '--x ', 'a:', 'https://x.org/ ', '— ']) {
    const outcome = expectToEnd(() => tryTo(() => readWords(ASK, part.repeat(200_000))));
    expect(outcome).toBeNull();
  }
});

function spell(name: string, value: string | number | boolean | undefined, chance: number): string {
  if (value === true) return [name, `--${name}`, `${name}:true`][chance % 3] ?? name;
  if (value === false) return [`${name}:false`, `--${name}=false`][chance % 2] ?? name;
  const grouped = typeof value === 'string' && value.includes(' ');
  if (grouped || name === 'title')
    return [`--${name} "${value}"`, `—${name} “${value}”`, `${name}: «${value}»`][chance % 3] ?? '';
  return [`--${name} ${value}`, `--${name}=${value}`, `${name}:${value}`, `${name}: ${value}`][chance % 4] ?? '';
}

function questionOf(read: { readonly args?: Arguments } | { readonly kind: 'help' }): unknown {
  return 'args' in read ? read.args?.question : null;
}

function tryTo<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
