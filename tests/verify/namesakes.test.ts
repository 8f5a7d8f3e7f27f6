import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { bareSubject } from '#verify/checks/check.ts';
import { checkBearer } from '#verify/checks/check-bearer.ts';
import { checkMixedNames } from '#verify/checks/check-mixed-names.ts';
import { knownNames } from '#verify/credits/known-names.ts';
import { createGround } from '#verify/ground.ts';
import { plainArticle } from './plain-article.ts';

const article = plainArticle(
  [
    'The harbour master, Ines Tallow, said on Monday that the northern channel was too shallow for tankers.',
    'Police named the driver of the crane as Marek Dorn, 44, and said that on Friday Tallow had given them the keys.',
    'Councillor Jon Renny said the council would pay for a dredger before the winter storms.',
    'In a letter to the ministry Petra Renny, who is no relative, called the plan a bucket with a hole in it.',
    "Mr Renny's wife and the union's Ilse Maarten-Roy watched the vote. The engineer Ada Maria Voss, who built the crane, was ill.",
    'Norway’s Tallow family came in 1911.',
  ].join('\n\n'),
);
const ground = createGround(article, attribute(article));

test.each([
  'Police named the driver of the crane as Marek Tallow, 44.',
  'Ines Renny said the council would pay for a dredger.',
])('nobody has the first name of one and the last name of another: %s', (text) => {
  expect(checkMixedNames(bareSubject(text), ground)).toMatchObject([{ check: 'names' }]);
});

test.each([
  'Police named the driver of the crane as Marek Dorn, 44.',
  'But Renny said the council would pay for a dredger.',
  'On Friday Tallow had given them the keys.',
  'Ilse Maarten-Roy watched the vote, and Ada Voss was ill.',
  'Councillor Renny said the council would pay. Captain Tallow agreed.',
  'Norway’s Ines Tallow said the channel was too shallow.',
])('a name that the article has is one, with a title, without its middle or behind another word: %s', (text) => {
  expect(checkMixedNames(bareSubject(text), ground)).toEqual([]);
});

test('a day, a title and a country are no first names', () => {
  expect(knownNames(ground).people.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Ines Tallow', 'Jon Renny', 'Petra Renny']),
  );
  expect(knownNames(ground).all.map(({ first }) => first)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/friday|norway|councillor|mr/u)]),
  );
});

test('what the article tells of one is not told of a namesake, though nobody but him speaks', () => {
  const of = (text: string) => checkBearer(bareSubject(text), ground);
  expect(of('In a letter to the ministry Jon Renny called the plan a bucket with a hole in it.')).toMatchObject([
    { check: 'speaker', text: 'Jon Renny', reason: 'the article has this of Petra Renny' },
  ]);
  expect(of('Petra Renny said the council would pay for a dredger before the winter storms.')).toMatchObject([
    { check: 'speaker', text: 'Petra Renny' },
  ]);
  expect(of('In a letter to the ministry Petra Renny called the plan a bucket with a hole in it.')).toEqual([]);
  expect(of('Jon Renny said the council would pay for a dredger before the winter storms.')).toEqual([]);
  expect(of('Renny said the council would pay for a dredger before the winter storms.')).toEqual([]);
});
