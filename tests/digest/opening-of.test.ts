import { expect, test } from 'vitest';
import { choosePoint } from '#digest/choose-point.ts';
import { openingOf } from '#digest/opening-of.ts';
import { aBriefing } from '../a-briefing.ts';

const TITLE = 'Harbour bridge closed';

test('a summary is told in its first whole sentences', () => {
  const summary =
    'Inspectors found cracks as wide as a coin. Buses go by the old mill. A third sentence is for readers.';
  expect(openingOf(summary, TITLE)).toBe('Inspectors found cracks as wide as a coin. Buses go by the old mill.');
});

test.each([
  [
    'breaks off',
    'Inspectors found cracks as wide as a coin. Buses go by the…',
    'Inspectors found cracks as wide as a coin.',
  ],
  [
    'breaks off without a sign',
    'Inspectors found cracks as wide as a coin. Buses go by',
    'Inspectors found cracks as wide as a coin.',
  ],
  [
    'ends with an invitation',
    'Inspectors found cracks as wide as a coin. [Read more]',
    'Inspectors found cracks as wide as a coin.',
  ],
])('what %s is left out', (_, summary, expected) => {
  expect(openingOf(summary, TITLE)).toBe(expected);
});

test.each([
  ['says the title again', 'The harbour bridge is closed.'],
  ['has no whole sentence', 'Comments'],
  ['is empty', ''],
  ['is one endless sentence', `${'cracks and more cracks, '.repeat(40)}and no end.`],
])('a summary that %s is no line', (_, summary) => {
  expect(openingOf(summary, TITLE)).toBeNull();
});

test('the point under a title is the first that says more than it', () => {
  const briefing = aBriefing();
  const [first, second] = briefing.points;
  expect(choosePoint(briefing, 'A title about something else')).toBe(first);
  expect(choosePoint(briefing, 'Bridge over the Sund closed on Monday')).toBe(second);
});

test('what is read behind another point never stands under a title alone', () => {
  const briefing = aBriefing();
  const [first, second, ...rest] = briefing.points;
  if (first === undefined || second === undefined) throw new Error('two points are needed');
  const points = [first, { ...second, follows: true as const }, ...rest];
  expect(choosePoint({ ...briefing, points }, 'Bridge over the Sund closed on Monday')?.text).not.toBe(second.text);
});
