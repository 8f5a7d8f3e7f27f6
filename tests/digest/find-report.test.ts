import { expect, test } from 'vitest';
import { findReport } from '#digest/find-report.ts';
import { anAccount, anEntry, told } from './an-account.ts';

const BODY = 'The ferry stops on Sundays, the firm said.\n\nIt had lost money for years, and nobody had noticed.';

test.each([
  ['a byline', BODY, ['Reuters'], 'Reuters'],
  ['a byline with a person', BODY, ['Jane Doe, Associated Press'], 'Associated Press'],
  ['a staff byline', BODY, ['Reuters Staff'], 'Reuters'],
  ['a dateline', `BERLIN, May 3 (Reuters) - ${BODY}`, [], 'Reuters'],
  ['a dateline in small letters', `Berlin (dpa) - ${BODY}`, [], 'dpa'],
  ['a dateline without a place', `(AP) — ${BODY}`, [], 'Associated Press'],
  ['a dateline of an agency that nobody knows', `PORT ANSEL (Northwire) — ${BODY}`, [], 'Northwire'],
  ['a last line', `${BODY}\n\n(AFP)`, [], 'AFP'],
  ['a line of origin', `${BODY}\n\nSource: dpa`, [], 'dpa'],
  ['a line of rights', `${BODY}\n\nCopyright 2026 The Associated Press. All rights reserved.`, [], 'Associated Press'],
])('%s tells whose report it is', (_, text, authors, expected) => {
  expect(findReport(told(anAccount('Hill Post', text, { authors })))).toBe(expected);
});

test.each([
  ['somebody with an agency’s short name', BODY, ['Ani']],
  ['brackets in a sentence', `The firm (Lund Lines) - once a bakery - stops. ${BODY}`, []],
  ['an agency that is only told something', `${BODY} The firm told Reuters that it was sorry.`, []],
  [
    'an agency that is spoken about',
    `${BODY}\n\nThe news agency Reuters has its office in the old mill by the river.`,
    [],
  ],
  ['an outlet’s own rights', `${BODY}\n\n© 2026 Hill Post. All rights reserved.`, []],
])('%s tells nothing', (_, text, authors) => {
  expect(findReport(told(anAccount('Hill Post', text, { authors })))).toBeNull();
});

test('an agency’s own page is its own report', () => {
  expect(findReport(told(anAccount('Reuters', `BERLIN (Reuters) - ${BODY}`)))).toBeNull();
});

test('a summary that was not read further may have a dateline, too', () => {
  expect(findReport({ entry: anEntry({ summary: `PORT ANSEL (AP) — ${BODY}` }), account: null })).toBe(
    'Associated Press',
  );
});
