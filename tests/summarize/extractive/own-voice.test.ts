import { expect, test } from 'vitest';
import { wordPoint } from '#summarize/extractive/points/word-point.ts';
import { readPassages } from '#summarize/extractive/read-passages.ts';
import { type Said, saidIn } from './said-in.ts';

/** The point that the first sentence becomes. */
function pointOf(text: string, statements: readonly Said[]) {
  const { article, testimony } = saidIn(text, statements);
  const passages = readPassages(article, testimony);
  const [passage] = passages;
  if (passage === undefined) throw new Error('no sentence');
  return wordPoint(passage, passages, article);
}

test('a sentence of the article’s own that only touches on what somebody said is credited to nobody', () => {
  const words = 'she will wait for the tide';
  const holm = (cue: string, more: Partial<Said> = {}): Said => ({ words, by: 'Holm', cue, ...more });
  const credits = (text: string, said: Said) => pointOf(text, [said]).attributions;
  const own = 'the plan of the yard is to sell the hull and to pay its sailmakers with what the sale will bring';
  expect(credits(`If we hear Holm well when she says that ${words}, ${own}.`, holm('says'))).toEqual([]);
  expect(
    credits(`The yard sold the hull of the ferry at the old quay, ${own}, after Holm said ${words}.`, holm('said')),
  ).toEqual([]);
  expect(credits(`Holm said that ${words}, and ${own}.`, holm('said'))).toEqual(['a1']);
  expect(
    credits(
      `Holm has turned against the yard and its owners, who say that ${own}, adding that ${words}.`,
      holm('adding'),
    ),
  ).toEqual(['a1']);
});

test('a “that” which begins what is said points back', () => {
  const text = 'The ledger shows that number could fall to under one third of the fleet.';
  const words = 'that number could fall to under one third of the fleet';
  expect(pointOf(text, [{ words, by: 'The ledger', cue: 'shows', verb: 'show' }]).text).toBe(text);
});

test('nor is a sentence that tells of a hint or a promise as of any other thing', () => {
  const words = 'the yard spies on her rival';
  const text = `The union will hope to gain by a row of slips of the new owners, which ended in Holm’s hint that ${words}.`;
  expect(pointOf(text, [{ words, by: 'Holm', cue: 'hint', verb: 'hint' }]).attributions).toEqual([]);
});

test('words in marks beside somebody’s name keep the cue that says whose they are', () => {
  const point = (words: string) => {
    const text = `Holm said ${words}.`;
    return pointOf(text, [{ words, by: 'Holm', cue: 'said', form: 'mixed' }]).text === text;
  };
  expect(point('Ana Ruiz’s answers on the matter of the weir are “all fog”')).toBe(true);
  expect(point('the answers on the matter of the weir are “all fog”')).toBe(false);
});
