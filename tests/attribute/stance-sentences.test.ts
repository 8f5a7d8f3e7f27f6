import { expect, test } from 'vitest';
import table from './stance-sentences.json' with { type: 'json' };
import { statementsOf } from './statements-of.ts';

/** Each sentence with what it does to a statement, and by whom: the ways of English news prose to deny, to decline, and to do neither. */
const sentences = table as readonly (readonly string[])[];

const stancesIn = (text: string) => statementsOf(text).map(({ stance }) => stance);

test.each(sentences.filter(([, , who]) => who !== undefined))('%s: %s by %s', (text = '', stance = '', who = '') => {
  const plain = (name: string) => name.toLowerCase().replace(/^the /, '');
  const found = statementsOf(text).filter((one) => one.stance === stance);
  expect(found.map(({ name }) => plain(name))).toContain(plain(who));
});

test.each(sentences.filter(([, stance]) => stance === 'nothing'))('%s: %s is denied or declined', (text = '') => {
  expect(stancesIn(text).filter((stance) => stance !== 'asserts')).toEqual([]);
});

test.each(sentences.filter(([, stance]) => stance === 'no denial'))('%s: %s', (text = '') => {
  expect(stancesIn(text)).not.toContain('denies');
});
