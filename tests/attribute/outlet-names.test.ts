import { expect, test } from 'vitest';
import names from './outlet-names.json' with { type: 'json' };
import { statementsOf } from './statements-of.ts';

/** Each passage with outlets whose names say nothing of themselves, a part of what is said in it, and the outlets that it came through; none where that is empty. */
const passages = names as readonly (readonly string[])[];

const plain = (name: string) => name.toLowerCase().replace(/^the /, '');

test.each(passages)('%s: “%s” by way of “%s”', (text = '', piece = '', chain = '') => {
  const found = statementsOf(text).filter(({ said }) => said.some((words) => words.includes(piece)));
  const via = found.at(-1)?.via.map(plain).join(', ');
  expect(via).toBe(chain.split(', ').map(plain).join(', '));
});
