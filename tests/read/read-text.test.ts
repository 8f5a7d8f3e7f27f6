import { expect, test } from 'vitest';
import { textAt } from '#core/article.ts';
import { readText } from '#read/read-text.ts';
import { expectToEnd } from '../expect-to-end.ts';
import { STORY } from './a-page.ts';

const [FIRST = '', SECOND = '', THIRD = ''] = STORY;
const problem = (code: string): unknown => expect.objectContaining({ code });

test('takes a headline off the text and keeps the paragraphs as they are', () => {
  const article = readText(`Swing bridge to close\n\n${FIRST}\n\n${SECOND}\n`);
  expect(article.title).toBe('Swing bridge to close');
  expect(article.text).toBe(`${FIRST}\n\n${SECOND}`);
  expect(article).toMatchObject({ url: null, outlet: null, authors: [], publishedAt: null, completeness: 'full' });
});

test('leaves a first sentence in the text', () => {
  const article = readText(`The bridge is closed.\n\n${FIRST}`);
  expect(article.title).toBe('');
  expect(article.text).toBe(`The bridge is closed.\n\n${FIRST}`);
});

test('keeps the text as it is under a title that is given', () => {
  const article = readText(`A line of its own\n\n${FIRST}`, { title: 'Bridge', url: 'https://example.org/a' });
  expect(article).toMatchObject({
    title: 'Bridge',
    url: 'https://example.org/a',
    text: `A line of its own\n\n${FIRST}`,
  });
});

test('does not say a given title twice', () => {
  expect(readText(`Bridge shut\n\n${FIRST}`, { title: 'Bridge shut' }).text).toBe(FIRST);
});

test('understands every kind of line end', () => {
  for (const end of ['\n', '\r\n', '\r', '\u2028', '\u2029'])
    expect(readText([FIRST, SECOND, THIRD].join(end + end)).text).toBe([FIRST, SECOND, THIRD].join('\n\n'));
});

test('understands mixed line ends and blank lines that hold spaces', () => {
  expect(readText(`${FIRST}\r\n \t\r\n${SECOND}\n\u00a0\n${THIRD}\r\r`).paragraphs).toHaveLength(3);
});

test('takes long lines without blank lines between them for paragraphs', () => {
  expect(readText(STORY.join('\n')).text).toBe(STORY.join('\n\n'));
});

test('joins lines that were wrapped by hand', () => {
  const wrapped =
    'The harbour board voted on Monday to close the old swing bridge for\neleven weeks, after divers found two cracks in its central pier and\nthe engineers said that it could not wait.';
  expect(readText(`${wrapped}\n\n${SECOND}`).text).toBe(`${wrapped.replaceAll('\n', ' ')}\n\n${SECOND}`);
});

test('keeps page furniture that was pasted along out of the text', () => {
  const article = readText(
    [
      'Swing bridge to close',
      '3 minutes, 12 seconds Read',
      FIRST,
      'Share This Post',
      SECOND,
      'Advertisement',
      THIRD,
      'Similar Posts',
      'For more information on harbour works, stay tuned to our news website.',
    ].join('\n\n'),
  );
  expect(article.title).toBe('Swing bridge to close');
  expect(article.text).toBe([FIRST, SECOND, THIRD].join('\n\n'));
});

test('says that a teaser is a part, and drops the notice at its end', () => {
  const article = readText(`${FIRST}\n\n${SECOND}\n\nSubscribe to continue reading.`);
  expect(article.completeness).toBe('partial');
  expect(article.text).toBe(`${FIRST}\n\n${SECOND}`);
});

test('reads a single sentence', () => {
  const article = readText('The bridge is closed.');
  expect(article.text).toBe('The bridge is closed.');
  expect(article.sentences).toEqual([{ start: 0, end: 21 }]);
});

test('makes lone surrogates harmless', () => {
  const article = readText(`A ship \ud800 came in. Then\udfff it left.`);
  expect(article.text.isWellFormed()).toBe(true);
  expect(article.text).toBe('A ship \ufffd came in. Then\ufffd it left.');
});

test('gives sentences and paragraphs that point into the text', () => {
  const article = readText(STORY.join('\n\n'));
  expect(article.paragraphs.map((span) => textAt(article.text, span))).toEqual(STORY);
  for (const span of article.sentences) expect(textAt(article.text, span)).toBe(textAt(article.text, span).trim());
  expect(article.sentences.length).toBeGreaterThan(STORY.length);
});

test('refuses what holds no text', () => {
  for (const text of ['', ' \n\t\n ', '\u0000\u0001', '— * —', 'Share This Post'])
    expect(() => readText(text)).toThrow(problem('NOT_AN_ARTICLE'));
});

test('reads fifty thousand words within a second or two', () => {
  const article = readText(Array.from({ length: 450 }, () => STORY.join('\n\n')).join('\n\n'));
  expect(article.text.split(/\s+/).length).toBeGreaterThan(50_000);
  expect(article.language).toBe('en');
});

test('refuses a text that is longer than any article', () => {
  expect(() => readText('a b. '.repeat(1_000_000))).toThrow(problem('TOO_LARGE'));
});

test.each([
  ['letters', 'a'],
  ['spaces in a line', `${'a'.padEnd(1_000)} `],
  ['line feeds', '\n'],
  ['full stops', '.'],
  ['quotation marks', '"'],
])('does not hang on half a megabyte of %s', (_, piece) => {
  const text = `The bridge is shut. ${piece.repeat(Math.floor(500_000 / piece.length))}`;
  expectToEnd(() => {
    readText(text);
  });
});

test('gives the same article twice', () => {
  const text = `Swing bridge to close\n\n${STORY.join('\n\n')}`;
  expect(readText(text)).toEqual(readText(text));
});

test('a stamp goes, a sentence that begins like one stays', () => {
  const stamp = 'Published on 12 March 2026';
  const report = 'Published on Monday, the report says that the bridge failed two inspections.';
  const { text } = readText(`The bridge is shut for the summer.\n\n${stamp}\n\n${report}`, { title: 'Bridge shut' });
  expect(text).toBe(`The bridge is shut for the summer.\n\n${report}`);
});

test('marks that are stacked on a letter are cut, so that what points into the text counts no more of them', () => {
  const { text, sentences } = readText(`The mayor${'\u0301'.repeat(50_000)} said that the bridge is closed.`);
  expect(text).toBe(`The mayor${'\u0301'.repeat(8)} said that the bridge is closed.`);
  expect(sentences).toEqual([{ start: 0, end: text.length }]);
});
