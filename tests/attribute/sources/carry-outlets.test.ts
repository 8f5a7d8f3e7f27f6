import { expect, test } from 'vitest';
import { statementsOf } from '../statements-of.ts';

const chainsOf = (text: string) => statementsOf(text).map(({ via }) => via);

test('a paper that an outlet saw keeps its outlet', () => {
  expect(chainsOf('A memo obtained by the Harbour Courier says the pier is old. “It may fall,” it adds.')).toEqual([
    ['Harbour Courier'],
    ['Harbour Courier'],
  ]);
});

test('the friend who was just quoted without a name told the same outlet more', () => {
  expect(
    chainsOf('One friend of the mayor told the BBC she had wept. “She never wept before,” the friend said.'),
  ).toEqual([['BBC'], ['BBC']]);
});

test('somebody who spoke to an outlet says the next sentence to it', () => {
  expect(chainsOf('Ana Ruiz spoke to Radio Keim after the vote. “I am going,” Ruiz said.')).toEqual([['Radio Keim']]);
});

test('who is only “he” in the sentence of the interview was named before it', () => {
  expect(
    chainsOf(
      'Senator Piet Holm lost no time. In an interview with Radio Keim he was loud. “Not on my watch,” said Holm.',
    ),
  ).toEqual([['Radio Keim']]);
});

test.each([
  'Ana Ruiz told the BBC that she would go. On Friday she said she would stay.',
  'Ana Ruiz told the BBC that she would go. In a longer post on her own site she said she would stay.',
  'Ana Ruiz told the BBC that she would go. “I shall stay,” she told the crowd.',
  'A sailor told the BBC that she would go. The theatre said she would stay.',
])('another day, another place and another one end an interview: %s', (text) => {
  expect(chainsOf(text)).toEqual([['BBC'], []]);
});
