/** What no rule finds, and what was learned tells: two accounts of one matter in words of their own. */
import { expect, test } from 'vitest';
import { LEARNED } from '#summarize/extractive/disagreements/learned/chance-of-difference.ts';
import { listPairs } from '#summarize/extractive/disagreements/list-pairs.ts';
import { readPassages } from '#summarize/extractive/read-passages.ts';
import { differencesIn } from '../differences-in.ts';
import { type Said, saidIn } from '../said-in.ts';

const harbourmaster = (words: string, more: Partial<Said> = {}): Said => ({ words, by: 'the harbourmaster', ...more });
const pilots = (words: string, more: Partial<Said> = {}): Said => ({ words, by: 'the pilots', ...more });

const likely = (text: string, statements: readonly Said[]) => differencesIn(text, statements, LEARNED).length;

const UNRULED: readonly (readonly [text: string, one: Said, other: Said])[] = [
  [
    'The harbourmaster said that the ferry had steered for the sandbank, but the pilots deny having left the channel.',
    harbourmaster('the ferry had steered for the sandbank'),
    pilots('having left the channel', { verb: 'deny', stance: 'denies' }),
  ],
];

test.each(UNRULED)('%s', (text, one, other) => {
  expect(differencesIn(text, [one, other])).toEqual([]);
  expect(likely(text, [one, other])).toBe(1);
});

const NO_DIFFERENCE: readonly (readonly [why: string, one: Said, other: Said])[] = [
  [
    'a question',
    harbourmaster('the crane was lawfully rented'),
    pilots('who had rented the crane at all?', { verb: 'ask' }),
  ],
  ['a bound', harbourmaster('at least 21 sailors had died'), pilots('the death toll was 26')],
  ['another thing that is counted', harbourmaster('21 sailors had died'), pilots('33 sailors were missing')],
  [
    'each counts its own',
    harbourmaster('39 boats were missing'),
    pilots('11 boats were missing from their respective quays'),
  ],
  ['the same once more', harbourmaster('the quay would close for good'), pilots('the quay would close for good too')],
  [
    'what was asked for is refused',
    harbourmaster('the firm would take its challenge to the crane further'),
    pilots('the challenge to the crane', { verb: 'reject', stance: 'denies' }),
  ],
  [
    'another suggestion is denied',
    harbourmaster('the firm had let the crane rust'),
    pilots('the suggestion that guests were overcharged at breakfast', { verb: 'reject', stance: 'denies' }),
  ],
];

test.each(NO_DIFFERENCE)('nothing is weighed: %s', (_why, one, other) => {
  const said = (statement: Said) => `${statement.by} ${statement.verb ?? 'say'}: ${String(statement.words)}`;
  expect(likely(`${said(one)}. But ${said(other)}.`, [one, other])).toBe(0);
});

test('far apart, only a rule finds a difference', () => {
  const [text, one, other] = UNRULED[0] ?? [];
  if (text === undefined || one === undefined || other === undefined) throw new Error('no case');
  const far = text.replace(', but the pilots', `. ${'Rain fell on the quay all night. '.repeat(8)}But the pilots`);
  expect(likely(far, [one, other])).toBe(0);
});

test('what else is disputed in the article is counted for each pair', () => {
  const text =
    'The harbourmaster said that the ferry had left early. The pilots deny having seen it. The cook denied having sold the tickets.';
  const { article, testimony } = saidIn(text, [
    harbourmaster('the ferry had left early'),
    pilots('having seen it', { verb: 'deny', stance: 'denies' }),
    { words: 'having sold the tickets', by: 'the cook', verb: 'deny', stance: 'denies' },
  ]);
  const pairs = listPairs(article, testimony, readPassages(article, testimony));
  const besides = pairs.map(({ first, second, besides }) => [
    first.text.split(' ')[1],
    second.text.split(' ')[1],
    besides,
  ]);
  expect(besides).toEqual([
    ['ferry', 'seen', { clashes: 0, denials: 1 }],
    ['ferry', 'sold', { clashes: 0, denials: 1 }],
    ['seen', 'sold', { clashes: 0, denials: 0 }],
  ]);
});
