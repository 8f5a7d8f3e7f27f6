import { expect, test } from 'vitest';
import { statementsOf } from '../statements-of.ts';

test.each([
  ['Ana Ruiz went on to say that the pier was lost.', 'Ana Ruiz', 'the pier was lost'],
  ['Ana Ruiz continues to insist that the pier is safe.', 'Ana Ruiz', 'the pier is safe'],
])('a verb of saying that hangs on how it was said is a cue: %s', (text, name, words) => {
  expect(statementsOf(text)).toMatchObject([{ name, said: [words] }]);
});

test('whoever only appeared to say something is shown so', () => {
  const text = 'Piet Holm appeared to suggest that keepers are lazy.';
  const [one] = statementsOf(text);
  expect(one).toMatchObject({ name: 'Piet Holm', said: ['keepers are lazy'] });
  expect(text.slice(one?.cue?.start, one?.cue?.end)).toBe('appeared to suggest');
});

test.each(['Ana Ruiz wants to say that the pier was lost.', 'Ana Ruiz went to the port to announce that it was open.'])(
  'what was only to be said was not: %s',
  (text) => {
    expect(statementsOf(text)).toEqual([]);
  },
);
