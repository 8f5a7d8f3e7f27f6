import { expect, test } from 'vitest';
import { SeededRandom } from '../../tools/train-parser/seeded-random.ts';
import { creditBehind, join, makePassive, moveAside } from '../../tools/train-pieces/put-otherwise.ts';
import {
  exchange,
  exchangeVerb,
  leaveOut,
  readSentenceTree,
  splice,
  swapWithin,
  tear,
  withoutCredit,
} from '../../tools/train-pieces/put-together.ts';
import { learnPieces } from '../../tools/train-pieces/train-pieces.ts';

const LIGHT = readSentenceTree(
  'The council voted on Monday to rebuild the lighthouse, which has been dark since a storm.',
);
const CHAPEL = readSentenceTree(
  'A teacher painted the doors of the chapel in May and sold three watercolours to a dealer.',
);

test('what is made rightly has only words of its sentence, in order', () => {
  const random = new SeededRandom(3);
  for (let round = 0; round < 20; round += 1) {
    const words =
      leaveOut(LIGHT, random)
        ?.toLowerCase()
        .match(/\p{L}+/gu) ?? [];
    let from = 0;
    for (const word of words) {
      from = LIGHT.text.toLowerCase().indexOf(word, from) + word.length;
      expect(from).toBeGreaterThanOrEqual(word.length);
    }
  }
});

test('what is made wrongly has words of another sentence', () => {
  const random = new SeededRandom(5);
  const made = Array.from({ length: 20 }, () => [
    exchange(LIGHT, [LIGHT, CHAPEL], random),
    splice(LIGHT, [CHAPEL], random),
  ]);
  const texts = made.flat().filter((text) => text !== null);
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.every((text) => text !== LIGHT.text)).toBe(true);
});

test('a trait of the wrong ones gets a weight below 0, and the same sentences give the same weights', () => {
  const made = [0, 1, 0, 1].map((share) => ({ traits: { 'subject apart': share }, isRight: share === 0 }));
  const learned = learnPieces(made);
  expect(learned.weights['subject apart']).toBeLessThan(-1);
  expect(learnPieces(made)).toEqual(learned);
});

const words = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

test('what is torn lacks some of its words', () => {
  const random = new SeededRandom(7);
  const made = Array.from({ length: 20 }, () => tear(CHAPEL, random)).filter((text) => text !== null);
  expect(made.length).toBeGreaterThan(10);
  for (const text of made) {
    const known = words(CHAPEL.text);
    expect(words(text).length).toBeLessThan(known.length);
    expect(words(text).every((word) => known.includes(word))).toBe(true);
  }
});

test('two things that change places leave all words there', () => {
  const made = swapWithin(CHAPEL, new SeededRandom(2)) ?? '';
  expect(made).not.toBe(CHAPEL.text);
  expect(words(made).toSorted()).toEqual(words(CHAPEL.text).toSorted());
});

test('a verb of another sentence stands in the same form', () => {
  const made = exchangeVerb(LIGHT, [LIGHT, CHAPEL], new SeededRandom(2)) ?? '';
  expect(words(made).filter((word) => !LIGHT.text.toLowerCase().includes(word))).toEqual(['painted']);
});

test('what somebody says may stand without who says it', () => {
  const said = readSentenceTree('The harbour master said that the ferry had left the island on Sunday.');
  expect(withoutCredit(said, new SeededRandom(1))).toBe('The ferry had left the island on Sunday.');
  expect(withoutCredit(CHAPEL, new SeededRandom(1))).toBeNull();
});

test('what is told in another order has the same words, but for those of its new form', () => {
  const random = new SeededRandom(11);
  const late = readSentenceTree('The teacher resigned on Monday.');
  expect(moveAside(late, random)).toBe('On Monday, the teacher resigned.');
  expect(moveAside(readSentenceTree('In May, the teacher sold three watercolours.'), random)).toBe(
    'The teacher sold three watercolours in May.',
  );
  const closed = readSentenceTree('The council closed the fish market for two weeks.');
  expect(makePassive(closed)).toBe('The fish market was closed by the council for two weeks.');
  expect(makePassive(late)).toBeNull();
  const said = readSentenceTree('The teacher said that the chapel needed a new roof.');
  expect(creditBehind(said, random)).toBe('The chapel needed a new roof, the teacher said.');
  expect(creditBehind(late, random)).toBeNull();
});

test('two sentences are one where the second goes on about the same person, and else they are not', () => {
  const first = readSentenceTree('Brekke painted the doors of the chapel.');
  const next = readSentenceTree('She sold three watercolours to a dealer.');
  const random = new SeededRandom(13);
  const made = Array.from({ length: 20 }, () => join(first, next, random));
  expect(new Set(made)).toEqual(
    new Set([
      'Brekke painted the doors of the chapel and sold three watercolours to a dealer.',
      'Brekke, who sold three watercolours to a dealer, painted the doors of the chapel.',
    ]),
  );
  expect(join(first, readSentenceTree('Holm sold three watercolours to a dealer.'), new SeededRandom(1))).toBeNull();
  expect(join(first, undefined, new SeededRandom(1))).toBeNull();
});
