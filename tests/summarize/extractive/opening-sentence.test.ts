/** How the first sentence of an article, and one that opens with a small word, is read alone. */
import { expect, test } from 'vitest';
import { openingOf } from '#summarize/extractive/points/opening-of.ts';
import { wordPoint } from '#summarize/extractive/points/word-point.ts';
import { readPassages } from '#summarize/extractive/read-passages.ts';
import { saidIn } from './said-in.ts';

/** Whether the sentence with these words leans on another one, in this text. */
function leans(text: string, start: string): boolean {
  const { article, testimony } = saidIn(text, []);
  const passages = readPassages(article, testimony);
  const passage = passages.find((one) => one.text.startsWith(start));
  if (passage === undefined) throw new Error(`no sentence with ${start}`);
  const point = wordPoint(passage, passages, article);
  return point.isDangling || point.passages.length > 1;
}

const REST = 'The mill on the Lenne was sold on Monday to a baker from the coast.';

test.each([
  'This tiny mill has ground the flour of a whole valley.',
  'They may not look it, but the wheels of the mill are new.',
  'These wheels were cut from one oak.',
])('what opens an article has nothing to lean on: %s', (sentence) => {
  expect(leans(`${sentence} ${REST}`, sentence)).toBe(false);
  expect(leans(`${REST} ${sentence}`, sentence)).toBe(true);
});

test('a page’s heading before it makes no difference', () => {
  expect(leans(`Mill sold\n\nThis tiny mill has ground for a valley.\n\n${REST}`, 'This tiny')).toBe(false);
});

test('whoever opens it as "he" is named only later', () => {
  expect(leans(`He has ground the flour of a whole valley. ${REST}`, 'He has')).toBe(true);
});

test.each([
  ['So far, the mill has lost no money.', 'So far, the mill has lost no money.'],
  ['So the mill was sold.', 'The mill was sold.'],
  ['Yet another mill was sold.', 'Yet another mill was sold.'],
  ['Yet the mill was sold.', 'The mill was sold.'],
  ['But for the flood, the mill would stand.', 'But for the flood, the mill would stand.'],
  ['But the mill still stands.', 'The mill still stands.'],
])('a small word goes only where it ties a sentence to the one before: %s', (sentence, text) => {
  expect(openingOf(sentence, 'en').text).toBe(text);
});
