import { expect, test } from 'vitest';
import { statementsOf } from './statements-of.ts';

test('who told an outlet is the source, and the outlet stands between', () => {
  const [one] = statementsOf('“We are leaving,” the envoy Marta Olsen told Reuters.');
  expect(one).toMatchObject({ name: 'Marta Olsen', via: ['Reuters'] });
});

test('an outlet in its own voice is the source', () => {
  const [one] = statementsOf('The Wall Street Journal reported that the firm would close.');
  expect(one).toMatchObject({ name: 'The Wall Street Journal', kind: 'organization', via: [] });
});

test('an outlet that cites someone relays it', () => {
  const [one] = statementsOf(
    'The mine will close in June, the Northern Courier reported on Monday, citing two managers.',
  );
  expect(one).toMatchObject({ name: 'two managers', via: ['Northern Courier'], said: ['The mine will close in June'] });
});

test('an acronym that the article defines is the outlet’s name', () => {
  const all = statementsOf(
    'The talks have stalled, according to sources cited by The New York Times (NYT). “He said, in short, ‘Enough,’” one source told the NYT. According to officials cited by the NYT, the envoy has “no plan” to return.',
  );
  expect(all.map(({ via }) => via)).toEqual([['The New York Times'], ['The New York Times'], ['The New York Times']]);
  expect(all[1]).toMatchObject({ name: 'one source', named: false, form: 'direct' });
  expect(all[2]).toMatchObject({ kind: 'group', named: false, quoted: ['no plan'] });
});

test('the outlet that publishes the article does not stand between', () => {
  const [one] = statementsOf('Marta Olsen told the Ledger that the road was closed.', {
    outlet: 'The Lakeside Ledger',
  });
  expect(one?.via).toEqual([]);
});

test('an interview reaches the sentences after it', () => {
  const all = statementsOf(
    'In an interview with the BBC, Jonas Weir said the mill would stay. “I promise it,” he said.',
  );
  expect(all.map(({ via }) => via)).toEqual([['BBC'], ['BBC']]);
});

test('a person who relays is no outlet', () => {
  const [one] = statementsOf('The diplomat quoted her as saying the border would open.');
  expect(one?.via).toEqual([]);
});

test('a document comes through the outlet that saw it', () => {
  const [one] = statementsOf('A draft letter, seen by the Harbour Courier, says the price is too low.');
  expect(one).toMatchObject({ kind: 'document', via: ['Harbour Courier'] });
});

test('who told the newspaper told the one that was named last', () => {
  const all = statementsOf(
    'The mine will close in June, The Northern Courier reported on Monday. A manager told the newspaper that 40 people would go.',
  );
  expect(all.map(({ name, via }) => [name, via])).toEqual([
    ['The Northern Courier', []],
    ['a manager', ['The Northern Courier']],
  ]);
});
