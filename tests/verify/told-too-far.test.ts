import { expect, test } from 'vitest';
import { attribute } from '#attribute/attribute.ts';
import { createCheckClaims } from '#verify/check-claims.ts';
import { plainArticle } from './plain-article.ts';

const TEXT = [
  'The council of Haverby is considering selling the old granary on the quay to a brewery.',
  'The shipyard Nordvik is close to signing a contract for three ferries for a price of about 40 million crowns.',
  'Nordvik’s owners are in negotiations to take over the smaller yard of Bremsund for about 12 million crowns.',
  'The harbour master, Tor Eide, said the yard had spent less on cranes in five years than on its canteen.',
  'A survey by the institute Havtal found the Coast Party four points ahead of the Farmers’ League.',
  'Eide believes that the granary is now worth twice as much as in 2019.',
  'The council has agreed to mend the northern breakwater before the winter.',
].join('\n\n');
const checkClaims = createCheckClaims(attribute);

function objections(text: string): string[] {
  return checkClaims([{ text }], plainArticle(TEXT))[0]?.objections.map(({ check }) => check) ?? [];
}

test.each([
  ['The council of Haverby has decided to sell the old granary on the quay to a brewery.', 'strength'],
  ['The shipyard Nordvik has signed a contract for three ferries for a price of about 40 million crowns.', 'strength'],
  ['Nordvik’s owners have agreed to buy the smaller yard of Bremsund for about 12 million crowns.', 'strength'],
  ['Tor Eide said the yard had spent more on cranes in five years than on its canteen.', 'direction'],
  ['A survey by the institute Havtal found the Coast Party four points behind the Farmers’ League.', 'direction'],
  ['Eide believes that the granary is now worth half as much as in 2019.', 'direction'],
])('refuses %s', (text, check) => {
  expect(objections(text)).toContain(check);
});

test.each([
  'The council of Haverby is weighing a sale of the old granary on the quay to a brewery.',
  'The council of Haverby may sell the old granary on the quay to a brewery.',
  'The shipyard Nordvik is about to sign a contract for three ferries for a price of about 40 million crowns.',
  'Nordvik’s owners hope to take over the smaller yard of Bremsund for about 12 million crowns.',
  'Tor Eide said the yard had spent less on cranes in five years than on its canteen.',
  'Havtal found the Coast Party four points ahead of the Farmers’ League.',
  'Eide believes that the granary is worth twice as much as in 2019.',
  'The council has agreed to mend the northern breakwater before the winter.',
])('has nothing against %s', (text) => {
  expect(objections(text)).toEqual([]);
});

test('whoever is named beside a "not" is not what it turns round', () => {
  const caption =
    'Ida Holm (right) was seen smoking on the tanker quay with Tor Eide in spring Chief pilot Nora Ruud (left) has not punished Holm or Eide for it.';
  const article = plainArticle(caption);
  const [verdict] = checkClaims([{ text: 'Ida Holm and Tor Eide were seen smoking on the tanker quay.' }], article);
  expect(verdict?.objections).toEqual([]);
});
