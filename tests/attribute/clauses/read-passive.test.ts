import { expect, test } from 'vitest';
import { statementsOf } from '../statements-of.ts';

test.each([
  ['It is rumoured that the price could top a million.', ['the price could top a million'], 'it is rumoured'],
  ['Two bidders are circling the pier, it is claimed.', ['Two bidders are circling the pier'], 'it is claimed'],
  ['The bill, it is feared, could pass a million.', ['The bill', 'could pass a million'], 'it is feared'],
  ['The council, which is said to face cuts, met on Monday.', ['The council', 'to face cuts'], 'is said to'],
  ['It has been alleged in a suit that a sister ship leaked.', ['a sister ship leaked'], 'it has been alleged'],
])('nobody in particular says so: %s', (text, said, hedge) => {
  expect(statementsOf(text)).toMatchObject([{ kind: 'unstated', said, hedge }]);
});
