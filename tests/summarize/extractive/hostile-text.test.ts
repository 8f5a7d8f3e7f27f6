import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import type { Article } from '#core/article.ts';
import { extractiveEngine } from '#summarize/extractive/extractive-engine.ts';
import { endSentence } from '#summarize/extractive/points/sentence-ends.ts';
import { expectToEnd } from '../../expect-to-end.ts';

const MEGABYTE = 1_000_000;
const EMPTY = { sources: [], attributions: [] };

/** A text as one sentence and one paragraph: no splitter may stand between it and the engine. */
function oneSentence(text: string): Article {
  const span = { start: 0, end: text.length };
  return {
    url: null,
    title: text.slice(0, 2_000),
    outlet: null,
    authors: [],
    publishedAt: null,
    language: 'en',
    text,
    sentences: [span],
    paragraphs: [span],
    completeness: 'full',
  };
}

test.each([
  ['letters', 'x'],
  ['commas', ','],
  ['closing marks', '”'],
  ['straight marks', '"'],
  ['full stops', '.'],
  ['spaces', ' '],
  ['dashes', '– '],
  ['capitals', 'A '],
  ['digits', '7'],
  ['lone surrogates', '\ud800'],
])('a megabyte of %s is briefed and asked about', async (_, unit) => {
  const article = oneSentence(`The ferry ${unit.repeat(MEGABYTE / unit.length)}x sank`);
  await extractiveEngine.draft(article, EMPTY, { points: null, style: 'standard' });
  await extractiveEngine.answer('How many ferries sank?', article, EMPTY);
});

test('the end of a sentence is found in a megabyte of marks', () => {
  expectToEnd(() => {
    for (const unit of [',', '”', '."', '.']) endSentence(`${unit.repeat(MEGABYTE)}x`);
  });
});

test('a question of a megabyte ends', async () => {
  const article = oneSentence('The ferry sank in the harbour last night.');
  const { answered } = await extractiveEngine.answer('ferry harbour why '.repeat(50_000), article, attribute(article));
  expect(typeof answered).toBe('boolean');
});

test('an article with no sentences gives no points and no answer', async () => {
  const nothing = { ...oneSentence(''), sentences: [], paragraphs: [] };
  const { points } = await extractiveEngine.draft(nothing, EMPTY, { points: null, style: 'standard' });
  expect(points).toEqual([]);
  expect(await extractiveEngine.answer('Who?', nothing, EMPTY)).toMatchObject({ answered: false, evidence: [] });
});
