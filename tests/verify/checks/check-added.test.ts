import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { createCheckClaims } from '#verify/check-claims.ts';
import { plainArticle } from '../plain-article.ts';

const TEXT = [
  'A second sailor, aged 22, who was picked up with Ruud, has left the clinic.',
  'The baker Solveig Dahl is expected to speak to the council next week.',
  'Dahl, who left in August, said she had sent the list to four councillors.',
  'The trial of the new lock, published in March, found no leak in the gates.',
  'The ferry company refused to comment.',
  'Harbour workers carried the cargo to the northern shed during the night after the crane had failed.',
].join('\n\n');
const checkClaims = createCheckClaims(attribute);

function objections(text: string): string[] {
  return (
    checkClaims([{ text }], plainArticle(TEXT))[0]
      ?.objections.filter(({ check }) => check === 'evidence')
      .map(({ text: words }) => words) ?? []
  );
}

test.each([
  ['A second sailor, aged 22, who was picked up with Ruud at the lighthouse, has left the clinic.', 'lighthouse'],
  ['Solveig Dahl is expected to speak to the council next week by telephone.', 'telephone'],
  ['Dahl said she had sent the list to four councillors and the bishop.', 'bishop'],
  ['The trial of the new lock, which an insurer had financed, found no leak in the gates.', 'financed'],
  ['The ferry company refused to comment and dismissed its captain.', 'dismissed'],
])('refuses what is added: %s', (text, word) => {
  expect(objections(text)).toEqual([word]);
});

test.each([
  'A second sailor, who was picked up with Ruud, has left the clinic.',
  'Solveig Dahl is expected to speak to the councillors next week.',
  'Dahl said she had sent the list to four councillors, according to the article.',
  'The trial of the new lock found no leak in the gates.',
  'The ferry company refused to comment.',
  'Harbour workers carried the cargo to the northern shed when the crane had failed.',
  'Harbour workers carried the cargo to the northern shed in the dark after the crane had failed.',
])('and not what the article has, or may have in other words: %s', (text) => {
  expect(objections(text)).toEqual([]);
});

test('what stands in the article word for word has nothing added', () => {
  const sentence =
    'The richest millers on the river took almost # 1billion in 2014 -- up 22 per cent on 2010 -- with new stones, studies show.';
  const text = sentence.replace(', studies show', '');
  const [verdict] = checkClaims([{ text }], plainArticle(`${sentence}\n\n${TEXT}`));
  expect(verdict?.objections.filter(({ check }) => check === 'evidence')).toEqual([]);
});
