import { expect, test } from 'vitest';
import { findQuotations } from '#language/find-quotations.ts';
import { expectToEnd } from '../expect-to-end.ts';

function quoted(text: string, language = 'en'): string[] {
  return findQuotations(text, language).map(
    ({ inner, depth, isClosed }) => `${depth}${isClosed ? '' : '!'} ${text.slice(inner.start, inner.end)}`,
  );
}

test('finds straight and curly quotations, with and without their marks', () => {
  const text = 'She said "no" and “yes”.';
  expect(quoted(text)).toEqual(['0 no', '0 yes']);
  expect(findQuotations(text, 'en').map(({ outer }) => text.slice(outer.start, outer.end))).toEqual(['"no"', '“yes”']);
});

test('takes British single marks, and leaves apostrophes alone', () => {
  expect(quoted('He called it ‘a shame’, and the ’90s’ worst.')).toEqual(['0 a shame']);
  expect(quoted("He called it 'a shame' in James' house, rock 'n' roll and '90s songs.")).toEqual(['0 a shame']);
  expect(quoted("Don't tell 'em it's the drivers' fault.")).toEqual([]);
  expect(quoted('‘I don’t know the drivers’ names,’ he said.')).toEqual(['0 I don’t know the drivers’ names,']);
  expect(quoted("'We won't go,' she said. 'Not now.'")).toEqual(["0 We won't go,", '0 Not now.']);
});

test('opens a straight mark after a colon or comma that lacks its space', () => {
  expect(quoted('He said:"No", then "yes,"and left.')).toEqual(['0 No', '0 yes,']);
});

test('does not take feet and inches for marks', () => {
  expect(quoted('He is 6\'2" tall and carried a 5" pipe.')).toEqual([]);
  expect(quoted('“He is 6\'2" tall,” she said.')).toEqual(['0 He is 6\'2" tall,']);
});

test('nests quotations and counts their depth', () => {
  expect(quoted('“He said, ‘I’m out,’ and left,” she said.')).toEqual([
    '0 He said, ‘I’m out,’ and left,',
    '1 I’m out,',
  ]);
  expect(quoted('"He said, \'I am out,\' and left," she said.')).toEqual([
    "0 He said, 'I am out,' and left,",
    '1 I am out,',
  ]);
  expect(quoted('‘He said, “I am out,” and left,’ she said.')).toEqual([
    '0 He said, “I am out,” and left,',
    '1 I am out,',
  ]);
});

test('gives a quotation over paragraphs piece by piece, and only the last as closed', () => {
  expect(quoted('“One.\n\n“Two.\n\n“Three,” he said.')).toEqual(['0! One.', '0! Two.', '0 Three,']);
});

test('ends an unclosed mark at its paragraph', () => {
  expect(quoted('He said “this never ends.\n\nNobody cared.')).toEqual(['0! this never ends.']);
});

test('reads the marks of TeX and of the wires', () => {
  expect(quoted("``We are done,'' he said. ''We are.''")).toEqual(['0 We are done,', '0 We are.']);
});

test('reads the marks of other languages', () => {
  expect(quoted('Er sagte: „Das ist ‚gut‘ so.“ Dann ging er.', 'de')).toEqual(['0 Das ist ‚gut‘ so.', '1 gut']);
  expect(quoted('»Nein«, sagte sie. »Nie.«', 'de')).toEqual(['0 Nein', '0 Nie.']);
  expect(quoted('Il a dit : « Non, “jamais” », puis « oui ».', 'fr')).toEqual(['0 Non, “jamais”', '1 jamais', '0 oui']);
  expect(quoted('Hon sade: ”Nej, aldrig.” Sedan ”ja”.', 'sv')).toEqual(['0 Nej, aldrig.', '0 ja']);
  expect(quoted('Powiedział: „Nie ma mowy”. I wyszedł.', 'pl')).toEqual(['0 Nie ma mowy']);
  expect(quoted('市長は「『無理だ』と聞いた」と語った。', 'ja')).toEqual(['0 『無理だ』と聞いた', '1 無理だ']);
});

test('gives spans whose marks are in the text', () => {
  for (const text of ['“”', '"', '""', "''", '‘’', '« »', '「', '“ ”', '\ud800“a”']) {
    for (const { outer, inner } of findQuotations(text, 'en')) {
      expect(outer.start).toBeLessThan(inner.start);
      expect(inner.start).toBeLessThan(inner.end);
      expect(inner.end).toBeLessThanOrEqual(outer.end);
      expect(outer.end).toBeLessThanOrEqual(text.length);
    }
  }
});

test('does not hang on hostile text', () => {
  const size = 100_000;
  for (const unit of ['“', '”', '"', "'", ' "a', ' ‘a', '‘a’ ', '„', '«', '「', '`` ', ' "a \'b', 's’ ']) {
    const text = unit.repeat(size / unit.length);
    expectToEnd(() => {
      findQuotations(text, 'en');
    });
  }
});

test('a straight mark opens where a page has lost the space before it', () => {
  const text = 'It rained."We stayed," she said."It was cold."Boats were lost.';
  expect(findQuotations(text, 'en').map(({ inner }) => text.slice(inner.start, inner.end))).toEqual([
    'We stayed,',
    'It was cold.',
  ]);
});

test('a mark and the one around it may be kept apart by a space', () => {
  expect(quoted('"You shake hands and say, \'Well rowed,\' " said Ana. "It is hard."')).toEqual([
    "0 You shake hands and say, 'Well rowed,'",
    '1 Well rowed,',
    '0 It is hard.',
  ]);
  expect(quoted('The dogs\' "home" burned.')).toEqual(['0 home']);
});
