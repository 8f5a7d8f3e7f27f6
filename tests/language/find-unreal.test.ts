import { expect, test } from 'vitest';
import { findUnreal } from '#language/find-unreal.ts';
import { plainArticle } from '../../tools/plain-article.ts';

/** What the text tells that did not happen: of what kind, and whether the sentence itself says so. */
function unrealIn(text: string) {
  const article = plainArticle(text);
  return findUnreal(article).map(({ kind, from, to, isFramed }) => [
    kind,
    article.text.slice(from, to).trim(),
    isFramed,
  ]);
}

test('a scene ends where somebody real speaks of it, and with its paragraph', () => {
  const text = [
    'In the play, the chancellor tells a guard that bread is too cheap. She counts her coins. Ida Voss, who wrote it, says she likes her.',
    'She counts her coins.',
  ].join('\n\n');
  expect(unrealIn(text)).toEqual([
    ['scene', ', the chancellor tells a guard that bread is too cheap.', true],
    ['scene', 'She counts her coins.', false],
  ]);
});

test.each([
  ['In the sketch, the mayor admits that he cannot swim.', 'scene'],
  ['In one scene of the musical the mayor sells the bridge.', 'scene'],
  ['The novel “Low Water” came out in May. In “Low Water”, the mayor sells the bridge.', 'scene'],
  ['Actors were hired in May. In the film, the mayor says he is ill.', 'scene'],
  ['Imagine the mayor saying that he cannot swim.', 'supposed'],
  ['Last night Ana Holm dreamed that the mayor had sold the bridge.', 'supposed'],
  ['An earlier version of this article said the mayor had resigned.', 'withdrawn'],
  ['The Courier retracted its report that the mayor had resigned.', 'withdrawn'],
  ['A fake post quoted the mayor as saying that he was ill.', 'fake'],
  ['A clip that was shared a lot shows the mayor asleep. The clip was doctored.', 'fake'],
])('%s is told as %s', (text, kind) => {
  expect(unrealIn(text).map(([first]) => first)).toEqual([kind]);
});

test.each([
  'In the documentary, the mayor admits that he lied. In the film he says he was told to.',
  'In the play area, a guard said, two children were hurt.',
  'In the novel approach, doctors say, patients recover faster.',
  'In the play-off final, the coach said, the team was tired.',
  'Ana Holm plays cricket and says she loves it.',
  'The union, which plays a part in the talks, says pay is the issue.',
  'The letter that was sent on Monday said the mayor had resigned. The letter was signed.',
  'The paper stood by its report that the mayor had resigned.',
  'He said he had seen the film.',
])('what happened is not: %s', (text) => {
  expect(unrealIn(text)).toEqual([]);
});

test('a long text of works and names is read once', () => {
  expect(unrealIn('In the play, Ana Holm’s novel by '.repeat(6000)).length).toBeLessThan(2);
  expect(unrealIn(`${'In the play '.repeat(9)}${'A'.repeat(90_000)}`).length).toBeLessThan(2);
});
