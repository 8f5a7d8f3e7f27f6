import { expect, test } from 'vitest';
import { readPassages } from '#summarize/extractive/read-passages.ts';
import { type Said, saidIn } from './said-in.ts';

const proseOf = (text: string, said: readonly Said[], language: string) => {
  const { article, testimony } = saidIn(text, said, { language });
  return readPassages(article, testimony).map(({ isProse }) => isProse);
};

const words = 'Der Verein baut im Frühjahr ein neues Bootshaus';

test('a sentence that only says who told the one before is no point', () => {
  const said = [{ words, by: 'der Verein', cue: 'teilte' }];
  expect(proseOf(`${words}. Das teilte der Verein am Montag mit. Es regnet.`, said, 'de')).toEqual([true, false, true]);
});

test('one that tells more, by its length or by another statement, is one', () => {
  const long = 'Das teilte der Verein am Montag nach einer langen Sitzung im alten Rathaus mit, in dem es brannte.';
  expect(proseOf(`${words}. ${long}`, [{ words, by: 'der Verein', cue: 'teilte' }], 'de')).toEqual([true, true]);
  const said = [
    { words, by: 'der Verein', cue: 'teilte' },
    { words: 'es eile', by: 'Ana Holm', cue: 'rief' },
  ];
  expect(proseOf(`${words}. Das teilte der Verein mit, es eile, rief Ana Holm.`, said, 'de')).toEqual([true, true]);
});
