import { expect, test } from 'vitest';
import { splitAtHours } from '#attribute/split-at-hours.ts';

const split = (text: string) =>
  splitAtHours(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

test('another sentence may begin behind an hour', () => {
  const [first, second] = ['Troops opened fire without warning at 11.20 p.m.', 'Ostria’s ministry denied that.'];
  expect(split(`${first} ${second}`)).toEqual([first, second]);
});

test.each([
  'The game will begin in the old hall at 9 p.m. Eastern on Friday.',
  'They all left the hall by the back door at 5 p.m. Monday.',
  'At 11.20 p.m. Ana Ruiz rang the bell.',
])('a zone, a day or a name that the hour leads to goes on: %s', (text) => {
  expect(split(text)).toEqual([text]);
});
