import { expect, test } from 'vitest';
import { statementsOf } from './statements-of.ts';

test('“reportedly” at the cue or in the statement is its hedge', () => {
  expect(statementsOf('The firm reportedly told staff that the mill would close.')[0]?.hedge).toBe('reportedly');
  expect(statementsOf('The mill was reportedly sold in May.')[0]).toMatchObject({
    kind: 'unstated',
    hedge: 'reportedly',
  });
});

test('a weak verb in the main clause is the hedge', () => {
  expect(statementsOf('Engineers said the deck may fail in a storm.')[0]?.hedge).toBe('may');
});

test('the month of May is no hedge', () => {
  expect(statementsOf('Ana Ruiz said the bridge would open in May.')[0]?.hedge).toBeNull();
});

test('a plain statement has none', () => {
  expect(statementsOf('Ana Ruiz said the bridge was open.')[0]?.hedge).toBeNull();
});

test.each([
  ['Ana Ruiz said the pier could sink.', 'could'],
  ['“It could sink,” Ana Ruiz said.', null],
  ['Ana Ruiz said the clerk could not answer.', null],
])('“could” weakens only the article’s own report: %s', (text, hedge) => {
  expect(statementsOf(text)[0]?.hedge).toBe(hedge);
});

test('what somebody was able to say is in no doubt', () => {
  expect(statementsOf('Dana Holt said she could confirm three deaths.')[0]?.hedge).toBeNull();
});

test('a weak verb about a noun inside does not weaken the statement', () => {
  expect(statementsOf('Paul Renner denied a letter that appears to bear his name.')[0]?.hedge).toBeNull();
});
