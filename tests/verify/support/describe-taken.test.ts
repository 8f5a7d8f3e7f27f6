import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { createCheckClaims } from '#verify/check-claims.ts';
import { createGround } from '#verify/ground.ts';
import { readSentence } from '#verify/read-sentence.ts';
import { alignWords } from '#verify/support/align-words.ts';
import { describePieces } from '#verify/support/describe-pieces.ts';
import { describeTaken, TAKEN_TRAITS } from '#verify/support/describe-taken.ts';
import { scorePieces } from '#verify/support/score-pieces.ts';
import { plainArticle } from '../plain-article.ts';

const ARTICLE = plainArticle(
  [
    'A retired teacher named Oda Brekke painted the doors of the chapel and sold three small watercolours to a dealer from Vesby.',
    'The Port and Fishery Council closed the fish market for two weeks after inspectors found a colony of rats in the cellar.',
    'Children from the island school planted forty apple trees beside the road to the ferry.',
  ].join('\n\n'),
);
const GROUND = createGround(ARTICLE, { sources: [], attributions: [] });

function takenFrom(text: string): (string | null)[] {
  return alignWords(readSentence(text, GROUND), GROUND).map((one) => (one === null ? null : `${one.place}:${one.at}`));
}

function trait(name: string, text: string): number | undefined {
  return describeTaken(text, GROUND)?.[name];
}

test('words are taken from the sentence that they stand together in, and in another form where need be', () => {
  expect(takenFrom('Inspectors find rats in the cellar.')).toEqual(['1:13', '1:14', '1:18', '1:19', '1:20', '1:21']);
  expect(takenFrom('Zebras planted trees.')).toEqual([null, '2:5', '2:8']);
});

test('a word without the one that it hangs on is told by what it is to that', () => {
  const whole = 'Oda Brekke painted the doors of the chapel.';
  expect(trait('orphan small', whole)).toBe(0);
  expect(trait('orphan subject', 'The fish market for two weeks after inspectors.')).toBeGreaterThan(0);
  expect(trait('orphan small', 'The fish market for two weeks after inspectors.')).toBeGreaterThan(0);
});

test('so is where a sentence goes over to another, goes back, or has a word from nowhere', () => {
  const own = 'Oda Brekke painted the doors of the chapel.';
  expect(['over', 'back', 'aside', 'lost verb'].map((name) => trait(name, own))).toEqual([0, 0, 0, 0]);
  expect(trait('over', 'Oda Brekke planted forty apple trees beside the road.')).toBeGreaterThan(0);
  expect(trait('back', 'Sold three small watercolours, Oda Brekke painted the doors.')).toBeGreaterThan(0);
  expect(trait('lost verb', 'Oda Brekke planted the doors of the chapel.')).toBeGreaterThan(0);
});

test('a word that the article has in no form stands for one that it has', () => {
  const traits = describeTaken('Oda Brekke varnished the doors of the chapel.', GROUND) ?? {};
  expect(Object.keys(traits).filter((name) => name !== 'skip' && traits[name] !== 0)).toEqual([]);
});

test('a text without telling words has no traits, and any other has them all', () => {
  expect(describeTaken('It was.', GROUND)).toBeNull();
  expect(Object.keys(describeTaken('Oda Brekke sold it.', GROUND) ?? {})).toEqual([...TAKEN_TRAITS]);
});

test('what lost its verb is refused, though each of its words stands beside one that it had beside it', () => {
  const torn = 'The doors of the chapel to a dealer from Vesby.';
  expect(describePieces(torn, GROUND)?.copied).toBe(1);
  expect(scorePieces(torn, GROUND)).toBeLessThan(0.5);
  expect(createCheckClaims(attribute)([{ text: torn }], ARTICLE)[0]?.supported).toBe(false);
});

test('a claim of a thousand words ends soon', () => {
  const text = Array.from({ length: 1_000 }, (_, at) => (at % 2 === 0 ? 'the' : 'fish')).join(' ');
  const started = performance.now();
  expect(describeTaken(text, GROUND)).not.toBeNull();
  expect(performance.now() - started).toBeLessThan(2_000);
});
