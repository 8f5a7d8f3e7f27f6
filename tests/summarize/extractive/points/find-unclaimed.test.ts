import { expect, test } from 'vitest';
import { findUnclaimed } from '#summarize/extractive/points/find-unclaimed.ts';
import { pickPoints } from '#summarize/extractive/points/pick-points.ts';
import { readPassages } from '#summarize/extractive/read-passages.ts';
import { type Said, saidIn } from '../said-in.ts';

const NEWS = [
  'The council of Elvest sold its last quarry on Monday.',
  'Forty people work there in two shifts.',
  'The new owner is a firm from the coast.',
  'It paid three million crowns for the land.',
];

/** The sentences in which nobody knows who speaks, of these behind four that are plain. */
function unclaimedIn(more: string, statements: readonly Said[] = [], language = 'en') {
  const { article, testimony } = saidIn([...NEWS, more].join(' '), statements, { language });
  const passages = readPassages(article, testimony);
  return [...findUnclaimed(passages, article)].map((at) => passages[at]?.text);
}

test.each([
  'I think the price was far too low for such a place.',
  'Ask my neighbours, who have heard the blasting for years.',
  'We have waited for this for a long time.',
  '“I never thought that they would sell it.”',
])('somebody speaks of himself and nobody says who: %s', (sentence) => {
  expect(unclaimedIn(sentence)).toEqual([sentence]);
});

test.each([
  'The quarry is as old as the town that we know.',
  'The pit was opened under Charles I for the harbour wall.',
  'The mayor, asked about the price, said “I sleep well”.',
])('nobody speaks of himself: %s', (sentence) => {
  expect(unclaimedIn(sentence)).toEqual([]);
});

test('where a source stands for it, it is clear', () => {
  const words = 'I think the price was far too low for such a place';
  expect(unclaimedIn(`“${words},” the miller said.`, [{ words, by: 'the miller', form: 'direct' }])).toEqual([]);
  expect(unclaimedIn(`${words}.`, [{ words, by: 'the miller' }])).toEqual([]);
  expect(unclaimedIn(`${words}.`, [{ words, by: 'the miller', confidence: 0.2 }])).toHaveLength(1);
});

test('an essay tells of its author, and in other languages nothing is known', () => {
  expect(unclaimedIn('I grew up beside it. I went to see it. My father had worked there.')).toEqual([]);
  expect(unclaimedIn('I think the price was far too low for such a place.', [], 'de')).toEqual([]);
});

test('such a sentence is no point, nor does it lead one', () => {
  const { article, testimony } = saidIn([...NEWS, 'I think the quarry was sold for too little.'].join(' '), []);
  const passages = readPassages(article, testimony);
  const even = passages.map(() => 1);
  const points = pickPoints(passages, { news: even, rest: even }, 10, article);
  expect(points.length).toBeGreaterThan(2);
  expect(points.flatMap((point) => point.passages)).not.toContain(passages.length - 1);
});
