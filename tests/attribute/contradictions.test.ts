import { expect, test } from 'vitest';
import table from './contradictions.json' with { type: 'json' };
import { statementsOf } from './statements-of.ts';

/** Each passage, the beginning of what is said last, and whether it denies: what another says before it tells. */
const passages = table as readonly (readonly string[])[];

test.each(passages)('%s: “%s …” %s', (text = '', piece = '', stance = '') => {
  const found = statementsOf(text).filter(({ said }) => said.some((words) => words.includes(piece)));
  expect(found.at(-1)?.stance).toBe(stance);
});
