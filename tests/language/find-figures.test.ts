import { expect, test } from 'vitest';
import { findFigures } from '#language/find-figures.ts';
import { expectToEnd } from '../expect-to-end.ts';

function figures(text: string, language = 'en'): string[] {
  return findFigures(text, language).map(({ text: words, kind, value, unit }) => `${words} = ${kind} ${value} ${unit}`);
}

test('gives one value and unit to one sum, however it is written', () => {
  for (const sum of ['£31m', '£31 million', '31 million pounds', 'GBP 31m']) {
    expect(findFigures(`It cost ${sum}.`, 'en').map(({ kind, value, unit }) => [kind, value, unit])).toEqual([
      ['money', 31_000_000, 'GBP'],
    ]);
  }
});

test('reads numbers in words', () => {
  expect(
    figures(
      'Two dozen men, half a million ants, twenty-two dogs, one hundred and five cats, two and a half million bees.',
    ),
  ).toEqual([
    'Two dozen = number 24 null',
    'half a million = number 500000 null',
    'twenty-two = number 22 null',
    'one hundred and five = number 105 null',
    'two and a half million = number 2500000 null',
  ]);
});

test('does not take "one" alone for a figure', () => {
  expect(figures('One of them said no one came.')).toEqual([]);
  expect(figures('It took one week and one million steps.')).toEqual([
    'one week = duration 1 week',
    'one million = number 1000000 null',
  ]);
});

test('reads fractions, and round crowds without a value', () => {
  expect(findFigures('Two-thirds of the seats', 'en')[0]?.value).toBeCloseTo(2 / 3);
  expect(figures('Dozens fled.')).toEqual(['Dozens = number null null']);
});

test('tells percent, percentage points and basis points apart', () => {
  expect(figures('9%, nine percent, 9 per cent, 2 percentage points, 25 basis points')).toEqual([
    '9% = percent 9 percent',
    'nine percent = percent 9 percent',
    '9 per cent = percent 9 percent',
    '2 percentage points = percent 2 percentage point',
    '25 basis points = percent 25 basis point',
  ]);
});

test('gives dates their canonical form', () => {
  for (const date of ['26 May 2026', 'May 26, 2026', '26.05.2026', '2026-05-26', 'the 26th of May 2026'])
    expect(
      findFigures(`On ${date} it rained.`, 'en').map(({ unit }) => unit),
      date,
    ).toEqual(['2026-05-26']);
  expect(figures('He may march in May, or on May 3.')).toEqual(['May = date null --05', 'May 3 = date null --05-03']);
  expect(figures('In 1995 and in the 1990s.')).toEqual(['1995 = date 1995 1995', '1990s = date null 1990s']);
});

test('reads times of day', () => {
  for (const time of ['5 p.m.', '5pm', '17:00', '5:00 p.m.', '5.00pm']) {
    expect(
      findFigures(`At ${time} it rained.`, 'en').map(({ kind, value }) => [kind, value]),
      time,
    ).toEqual([['time', 17]]);
  }
  expect(findFigures('12:30 a.m.', 'en')[0]?.value).toBe(0.5);
});

test('reads durations, ages and ordinals', () => {
  expect(figures('A 22-year-old waited three weeks for the 20th, not the first.')).toEqual([
    '22-year = duration 22 year',
    'three weeks = duration 3 week',
    '20th = ordinal 20 null',
    'first = ordinal 1 null',
  ]);
});

test('leaves metres alone where they are run or swum', () => {
  expect(findFigures('the 100m race', 'en')[0]?.value).toBe(100);
  expect(findFigures('31m people', 'en')[0]?.value).toBe(31_000_000);
});

test('reads other languages by their own separators and words', () => {
  expect(figures('1.234,5 Euro, 3,5 Mio. Euro, 12 Prozent, 3. Mai 2026, 17.30 Uhr', 'de')).toEqual([
    '1.234,5 Euro = money 1234.5 EUR',
    '3,5 Mio. Euro = money 3500000 EUR',
    '12 Prozent = percent 12 percent',
    '3. Mai 2026 = date null 2026-05-03',
    '17.30 Uhr = time 17.5 null',
  ]);
  expect(figures('1 234,5 euros, douze jours', 'fr')).toEqual([
    '1 234,5 euros = money 1234.5 EUR',
    'douze jours = duration 12 day',
  ]);
  expect(figures('1.200 euros', 'es')).toEqual(['1.200 euros = money 1200 EUR']);
});

test('never overlaps, and gives the very words', () => {
  const text = 'Between $2m-$3m, 10-15 per cent, 3-2, 1.2.3, \ud800 5 and 2026-05-26T17:00.';
  let end = 0;
  for (const { span, text: words } of findFigures(text, 'en')) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(text.slice(span.start, span.end)).toBe(words);
    end = span.end;
  }
});

test('does not hang on hostile text', () => {
  for (const unit of ['1', '1,', '1 ', '111 ', 'million ', 'two ', 'and ', '$', '%', '1:', 'May ', 'a', ' ']) {
    const text = unit.repeat(100_000 / unit.length);
    for (const language of ['en', 'fr']) {
      expectToEnd(() => {
        findFigures(text, language);
      });
    }
  }
});
