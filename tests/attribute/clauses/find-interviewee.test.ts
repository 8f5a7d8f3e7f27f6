import { expect, test } from 'vitest';
import { statementsOf } from '../statements-of.ts';

const TURNS = 'Q: Why now?\n\nA: The work was done.\n\nQ: Would you return?\n\nA: No. I have a garden.';

test.each([
  ['Two people ran the port. An interview with Nora Weir, who left it, and not with Jon Pell.', 'Nora Weir'],
  ['Nora Weir, the port’s chief until May, spoke to Jon Pell in Keim. Emil Kranz has her chair.', 'Nora Weir'],
  ['Governor Ada Roe held the rate. Emil Kranz was against.\n\nFrom the governor’s news conference:', 'Ada Roe'],
])('knows who answers: %s', (intro, name) => {
  const all = statementsOf(`${intro}\n\n${TURNS}`);
  expect(all.map((one) => [one.name, one.form, one.said[0]])).toEqual([
    [name, 'direct', 'The work was done.'],
    [name, 'direct', 'No. I have a garden.'],
  ]);
});

test('gives the answers to nobody where two might have given them', () => {
  expect(statementsOf(`Nora Weir left the port. Emil Kranz has her chair.\n\n${TURNS}`)).toEqual([]);
});

test('the questions of an outlet are no statements', () => {
  const all = statementsOf(
    'HERALD: Who sold the hall?\n\nWEIR: The council sold it.\n\nHERALD: The council says you did. Is that so?\n\nWEIR: No.',
  );
  expect(all.map(({ said }) => said[0])).toEqual(['The council sold it.', 'No.']);
});
