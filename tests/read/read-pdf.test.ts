import { expect, test } from 'vitest';
import { readPdf } from '#read/read-pdf.ts';
import { aPdf } from './a-pdf.ts';
import { expectProblem } from './expect-problem.ts';

const LINES = [
  'The harbour board voted on Monday to close the old swing',
  'bridge for eleven weeks, after divers found two cracks.',
  '',
  'Shopkeepers on the northern quay had asked for a shorter clo-',
  'sure. They fear that the detour will keep their customers at home.',
];

test('joins lines to paragraphs and mends words that were parted', async () => {
  const article = await readPdf(aPdf([LINES], 'Bridge to close'), null);
  expect(article.title).toBe('Bridge to close');
  expect(article.text).toBe(
    'The harbour board voted on Monday to close the old swing bridge for eleven weeks, after divers found two cracks.\n\nShopkeepers on the northern quay had asked for a shorter closure. They fear that the detour will keep their customers at home.',
  );
  expect(article).toMatchObject({ url: null, language: 'en', completeness: 'full' });
});

test('takes a first line that is a headline for the title', async () => {
  const article = await readPdf(aPdf([['Swing bridge to close', '', ...LINES]]), 'https://www.quay.example/a.pdf');
  expect(article).toMatchObject({ title: 'Swing bridge to close', outlet: 'quay.example' });
  expect(article.text.startsWith('The harbour board')).toBe(true);
});

test('what stands above the article on a printed page is no part of it: the paper’s line, the title, who wrote it', async () => {
  const page = ['The Quay Gazette - 19 May', '', 'Swing bridge to close', '', 'By Ida Holm', '', ...LINES];
  const article = await readPdf(aPdf([page], 'Swing bridge to close'), null);
  expect(article).toMatchObject({ title: 'Swing bridge to close', authors: ['Ida Holm'] });
  expect(article.text.startsWith('The harbour board')).toBe(true);
});

test('drops running heads and page numbers', async () => {
  const pages = [1, 2, 3, 4].map((number) => [
    `Quay Gazette - ${number}`,
    '',
    `On day ${'one two three four'.split(' ')[number - 1]} the divers went down again and found nothing new.`,
    '',
    String(number),
  ]);
  const { text } = await readPdf(aPdf(pages), null);
  expect(text).not.toContain('Gazette');
  expect(text).not.toMatch(/\d/);
  expect(text.split('\n\n')).toHaveLength(4);
});

test('says that a PDF without text is no article', async () => {
  await expectProblem(readPdf(aPdf([[]]), null), 'NOT_AN_ARTICLE');
});

test('says that a broken PDF cannot be read', async () => {
  await expectProblem(readPdf(new TextEncoder().encode('%PDF-1.7\nnothing of the kind'), null), 'UNDECODABLE');
});

test('stops when the asker has gone', async () => {
  await expectProblem(readPdf(aPdf([LINES]), null, AbortSignal.abort()), 'CANCELLED');
  const controller = new AbortController();
  const reading = readPdf(aPdf([LINES]), null, controller.signal);
  controller.abort();
  await expectProblem(reading, 'CANCELLED');
});
