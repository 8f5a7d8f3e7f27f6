import { expect, test } from 'vitest';
import { wordPoint } from '#summarize/extractive/points/word-point.ts';
import { readPassages } from '#summarize/extractive/read-passages.ts';
import { type Said, saidIn } from '../said-in.ts';

/** The point that the sentence with these words becomes. */
function pointOf(text: string, statements: readonly Said[]) {
  const { article, testimony } = saidIn(text, statements, { language: 'en' });
  const passages = readPassages(article, testimony);
  const passage = passages.find((one) => one.text.includes(text.slice(0, 12)));
  if (passage === undefined) throw new Error(`no sentence of ${text}`);
  return wordPoint(passage, passages, article);
}

test.each([
  ['another clause', 'A survey showed that the bay was clean, but a survey is no proof.', 'A survey', 'showed', 'show'],
  [
    'a remark on it',
    'Holm pointed out that the gap had shrunk to two years, a detail buried on the last page.',
    'Holm',
    'pointed out',
    'point out',
  ],
  [
    'a clause behind a quotation',
    'The ministry said there was “no cause for alarm,” and by noon the queues had come.',
    'The ministry',
    'said',
    'say',
  ],
])('what may be %s of the article’s is not told as somebody’s words', (_, text, by, cue, verb) => {
  const words = text.slice(text.indexOf(cue) + cue.length + 1).replace(/^that /u, '');
  expect(pointOf(text, [{ words: words.slice(0, -1), by, cue, verb }]).text).toBe(text);
});

test('a thing whose verbs only tell more of it is no statement', () => {
  const text = 'The debate revealed a deep gulf in the way the two towns see the plan for the harbour.';
  const words = 'a deep gulf in the way the two towns see the plan for the harbour';
  expect(pointOf(text, [{ words, by: 'The debate', cue: 'revealed', verb: 'reveal' }]).text).toBe(text);
});

test('what we are not sure about stands as the article has it, with no line of ours', () => {
  const text = 'Officials said the bridge over the river would close on Friday.';
  const words = 'the bridge over the river would close on Friday';
  const point = pointOf(text, [{ words, by: 'Officials', cue: 'said', confidence: 0.7 }]);
  expect([point.text, point.attributions]).toEqual([text, []]);
});
