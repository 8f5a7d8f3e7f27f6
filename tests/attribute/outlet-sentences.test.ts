import { expect, test } from 'vitest';
import table from './outlet-sentences.json' with { type: 'json' };
import { statementsOf } from './statements-of.ts';

/** Each sentence with the outlet between its speaker and the article; an empty one where none stands there. */
const sentences = table as readonly (readonly string[])[];

test.each(sentences)('%s: by way of “%s”', (text = '', outlet = '') => {
  const chains = statementsOf(text).map(({ via }) => via.join(', ').toLowerCase().replace(/^the /, ''));
  if (outlet === '') expect(chains.filter((chain) => chain !== '')).toEqual([]);
  else expect(chains).toContain(outlet.toLowerCase().replace(/^the /, ''));
  expect(chains.length).toBeGreaterThan(0);
});
