import { expect, test } from 'vitest';
import speakers from './speaker-sentences.json' with { type: 'json' };
import { statementsOf } from './statements-of.ts';

/** Each passage, a part of what is said in it, and the name under which its speaker is shown. */
const passages = speakers as readonly (readonly string[])[];

test.each(passages)('%s: “%s”, said %s', (text = '', piece = '', name = '') => {
  const found = statementsOf(text).filter(({ said }) => said.some((words) => words.includes(piece)));
  expect(found.at(-1)?.name).toBe(name);
});
