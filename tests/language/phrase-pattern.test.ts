import { expect, test } from 'vitest';
import { phrasePattern } from '#language/phrase-pattern.ts';

const lists = { is: ['is', 'was'], charge: ['claim', 'fairy tale'], charges: ['<charge>[s]', 'stories'] };

/** Which of some texts hold a phrase anywhere. */
function held(phrase: string, ...texts: string[]): string[] {
  const pattern = phrasePattern('anywhere', [phrase], lists);
  return texts.filter((text) => pattern.test(text));
}

test('words are found in any case, and not as parts of other words', () => {
  expect(held('no offer', 'There was No offer.', 'a casino offer', 'no offers')).toEqual(['There was No offer.']);
});

test('one of several phrases stands', () => {
  expect(held('it (is|was not) so', 'it is so', 'it was not so', 'it was so')).toEqual(['it is so', 'it was not so']);
});

test.each(['[it] is so', 'it [really] is', 'is so [now]', 'it is [in any [such] case] so'])(
  'what stands in brackets may be missing: %s',
  (phrase) => {
    expect(held(phrase, 'it is so')).toEqual(['it is so']);
  },
);

test('what stands in brackets may stand there', () => {
  expect(held('[it] is [really] so [now]!', 'it is really so now!')).toEqual(['it is really so now!']);
  expect(held('rumo[u]r[s]', 'a rumor', 'rumours', 'rumoured')).toEqual(['a rumor', 'rumours']);
});

test('a list stands for its phrases, and they may name other lists', () => {
  expect(held('<charges> <is> old', 'fairy tales is old', 'stories was old', 'tales is old')).toEqual([
    'fairy tales is old',
    'stories was old',
  ]);
});

test('a star is any word but “not”, also one with an ending', () => {
  expect(held('is * so', 'is surely so', 'is not so', 'is so')).toEqual(['is surely so']);
  expect(held('is *ly so', 'is surely so', 'is quite so')).toEqual(['is surely so']);
});

test('a quotation may begin between two words, and must where its mark stands', () => {
  expect(held('no such offer', 'no “such offer”')).toEqual(['no “such offer”']);
  expect(held('“ [a] lie', 'called it “a lie”', 'called it a lie', '“lie”')).toEqual(['called it “a lie”', '“lie”']);
});

test('an apostrophe is either apostrophe, and a full stop a full stop', () => {
  expect(held('it’s no. 2', "it's no. 2", 'it’s no. 2', 'it’s not 2')).toEqual(["it's no. 2", 'it’s no. 2']);
});

test('a dots’ gap is of a few words', () => {
  expect(held('claim … false', 'claim that it is false', 'claim false', `claim ${'very '.repeat(20)}false`)).toEqual([
    'claim that it is false',
  ]);
});

test('phrases stand where they are asked for', () => {
  const texts = ['untrue', '“untrue”.', 'untrue, he said', 'untrue stories', 'it is untrue.', 'was untrue: '];
  const at = (place: Parameters<typeof phrasePattern>[0]) =>
    texts.filter((text) => phrasePattern(place, ['untrue']).test(text));
  expect(at('anywhere')).toEqual(texts);
  expect(at('front')).toEqual(texts.slice(0, 4));
  expect(at('alone')).toEqual(texts.slice(0, 3));
  expect(at('end')).toEqual(['untrue', '“untrue”.', 'it is untrue.']);
  expect(at('before')).toEqual(['untrue', 'was untrue: ']);
  expect(at('all')).toEqual(['untrue', '“untrue”.']);
});

test.each(['(is', 'is)', '[is', '<verb> so', '<is'])('a phrase that cannot be read is named: %s', (phrase) => {
  expect(() => phrasePattern('anywhere', [phrase], lists)).toThrow(`phrase “${phrase}”`);
});

test('other words stand in every place of a phrase', () => {
  const pattern = phrasePattern('anywhere', ['no[t] [any] more', 'ever']);
  expect(pattern.replaceIn('Never, ever; not more, or No “any more”', '–')).toBe('Never, –; –, or –”');
  expect(phrasePattern('front', ['so']).replaceIn('so so', '')).toBe(' so');
});

test('the first place is found, and there the first of the phrases, as far as it goes', () => {
  const pattern = phrasePattern('anywhere', ['is [very] old', '* old', 'very … news']);
  expect(pattern.exec('It is very old news')).toEqual({ 0: 'is very old', index: 3 });
  expect(pattern.exec('Some İ very old news')).toEqual({ 0: 'very old', index: 7 });
  expect(pattern.exec('It is not old, nor very news')).toBeNull();
});

test('what is no letter may begin a phrase, but not behind one', () => {
  expect(held('’s own', 'it’s own', 'it ’s own', '’S own')).toEqual(['it ’s own', '’S own']);
  expect(held('2 of *', '2 of three', 'a2 of three', '12 of three', '2 of not')).toEqual(['2 of three', '12 of three']);
});
