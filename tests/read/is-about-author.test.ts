import { expect, test } from 'vitest';
import { isAboutAuthor } from '#read/is-about-author.ts';
import { readHtml } from '#read/read-html.ts';

const AUTHORS = ['Lena Orr'];

test.each([
  'Lena Orr is a reporter for the Lenne Post who covers mills.',
  'Lena has been writing about rivers for the past five years, as a freelance journalist.',
  'Orr covers the courts.',
  'Lena’s a staff writer at the Lenne Post. She lives by the weir.',
])('a note about the author: %s', (note) => {
  expect(isAboutAuthor(note, AUTHORS)).toBe(true);
});

test.each([
  ['somebody else', 'Jonas Weir is a reporter for the Lenne Post.', AUTHORS],
  ['another name that begins so', 'Lenard Weir is a reporter.', AUTHORS],
  ['no trade', 'Lena Orr is the mayor of the town.', AUTHORS],
  ['no author', 'Lena Orr is a reporter.', []],
  ['a long paragraph', `Lena Orr is a reporter. ${'She walked on. '.repeat(100)}`, AUTHORS],
])('is none: %s', (_, paragraph, authors) => {
  expect(isAboutAuthor(paragraph, authors)).toBe(false);
});

test('the note is no part of the article, at its beginning or its end', () => {
  const note = 'Lena Orr is a reporter for the Lenne Post who has covered the river since 2019.';
  const story = [
    'The weir on the Lenne was closed on Monday after inspectors found cracks in its wall, the town said.',
    'Boats must take the old lock, which opens twice a day, until the wall has been mended in the autumn.',
    'Millers fear that the water will fall by a metre, and that the wheels will stand still for most of the summer.',
    'The town has set aside 40,000 crowns for those who lose their trade, and will vote on more in May.',
  ];
  const page = (paragraphs: readonly string[]) =>
    `<html lang="en"><head><title>Weir closed</title><meta name="author" content="Lena Orr"></head><body><article><h1>Weir closed</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
  for (const paragraphs of [
    [note, ...story],
    [...story, note],
  ]) {
    const { text } = readHtml(page(paragraphs), { url: 'https://lenne.example/weir' });
    expect(text).toBe(story.join('\n\n'));
  }
});
